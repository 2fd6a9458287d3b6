/**
 * Holds the trail against what was written down of it before: an export, or the head that was mailed. Whoever owns the
 * database can write the whole chain anew; what stands elsewhere cannot be written anew.
 */
import { hashOf, START, type Entry } from './audit.ts'
import type { Db } from './connect.ts'

export type Held = {
  readonly municipality: string
  /** Lines of the earlier export, how many are not there any more, and how many are not as they were. */
  readonly count: number
  readonly gone: number
  readonly other: number
  /** The number of the first that is gone or other. */
  readonly first?: number
  /** The first line of the export that is not as it was exported: then it proves nothing. */
  readonly forged?: number
}

const MANY = 1_000

/** Per municipality of the export, in the order in which they come. */
export async function holdAgainst(db: Db, earlier: AsyncIterable<Entry>): Promise<Held[]> {
  const all = new Map<string, Held>()
  const lasts = new Map<string, string>()
  let part: Entry[] = []
  const hold = async () => {
    for (const [municipality, entries] of Map.groupBy(part, (entry) => entry.municipality)) {
      const rows = await db
        .selectFrom('audit')
        .select(['no', 'hash'])
        .where('municipality', '=', municipality)
        .where(
          'no',
          'in',
          entries.map(({ no }) => no),
        )
        .execute()
      const here = new Map(rows.map(({ no, hash }) => [no, hash]))
      for (const entry of entries) {
        const held = all.get(municipality) ?? { municipality, count: 0, gone: 0, other: 0 }
        const [gone, other] = [!here.has(entry.no), here.has(entry.no) && here.get(entry.no) !== entry.hash]
        const whole =
          entry.no === held.count + 1 &&
          entry.previous === (lasts.get(municipality) ?? START) &&
          hashOf(entry) === entry.hash
        lasts.set(municipality, entry.hash)
        all.set(municipality, {
          ...held,
          count: held.count + 1,
          gone: held.gone + Number(gone),
          other: held.other + Number(other),
          ...((gone || other) && held.first === undefined ? { first: entry.no } : {}),
          ...(!whole && held.forged === undefined ? { forged: held.count + 1 } : {}),
        })
      }
    }
    part = []
  }
  for await (const entry of earlier) if (part.push(entry) >= MANY) await hold()
  await hold()
  return [...all.values()]
}

/** Whether the line with this number still has this hash; number 0 is the beginning. */
export async function holdsHead(db: Db, municipality: string, no: number, hash: string): Promise<boolean> {
  if (no === 0) return hash === START
  const row = await db
    .selectFrom('audit')
    .select('hash')
    .where('municipality', '=', municipality)
    .where('no', '=', no)
    .executeTakeFirst()
  return row?.hash === hash
}
