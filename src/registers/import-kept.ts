/** What was read from a file, kept between the trial run and carrying it out: for who sent it alone, and for a day. */
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { Tx } from '../db/as.ts'
import { keepUnsent, takeUnsent, unsentById } from '../db/unsent.ts'
import type { Unread } from '../lib/csv.ts'
import type { Asked } from '../web/desk/route.ts'
import type { FileRow } from './import-plan.ts'

const [packed, unpacked] = [promisify(gzip), promisify(gunzip)]

/** A file that was read. */
export type Kept = {
  /** The register that it is for. */
  readonly register: string
  /** What the file was called. */
  readonly name: string
  /** Headings that mean nothing to us. */
  readonly ignored: readonly string[]
  readonly rows: readonly FileRow[]
  /** Rows that could not be read at all. */
  readonly unread: readonly Unread[]
  /** Number and version of the entries that it names, as they were at the trial run. */
  readonly seen: readonly (readonly [no: number, version: number])[]
  /** Rows of it that were carried out already; what is kept are the others. */
  readonly done?: number
}

type By = Pick<Asked<Tx>, 'tx' | 'municipality' | 'who' | 'box'>

/** Keeps it and gives its id. */
export async function keepFile({ tx, municipality, who, box }: By, kept: Kept): Promise<string> {
  const bytes = await packed(JSON.stringify(kept))
  return keepUnsent(tx, municipality.id, who.id, box.seal(bytes.toString('base64')))
}

async function opened({ box }: By, sealed: string | undefined, register: string): Promise<Kept | undefined> {
  if (sealed === undefined) return undefined
  let text: string
  try {
    text = box.open(sealed)
  } catch {
    return undefined // something else of this person that was kept
  }
  const kept = JSON.parse((await unpacked(Buffer.from(text, 'base64'))).toString()) as Kept
  return kept.register === register ? kept : undefined
}

/** Undefined when it is not there for this person, its day is over, or it is for another register. */
export async function keptFile(by: By, id: string, register: string): Promise<Kept | undefined> {
  return opened(by, await unsentById(by.tx, by.municipality.id, id), register)
}

/** As `keptFile`, and it is gone: two that carry it out at the same time do not both get it. */
export async function takeFile(by: By, id: string, register: string): Promise<Kept | undefined> {
  return opened(by, await takeUnsent(by.tx, by.municipality.id, id), register)
}
