/** Fills the registers of the demo city, as its people would type it, each entry after those that it leads to. */
import { z } from 'zod'
import type { DemoEntry, DemoTyped, Entries } from '../../test/city/desk/entries.ts'
import { fieldFor } from '../catalogue/registers.ts'
import { asPerson, type Tx } from '../db/as.ts'
import { record } from '../db/audit.ts'
import type { Db } from '../db/connect.ts'
import type { Uploads } from '../db/uploads.ts'
import type { Field, LinkTo, Register, Values } from '../model/register.ts'
import { valuesFrom, type Read } from '../registers/reading.ts'
import { addEntry, changeEntry, endEntry, entryById } from '../registers/store.ts'
import { factsOf, publish, release } from '../registers/release/store.ts'
import { barredByAnswers, missingForPublication } from '../registers/conditions.ts'
import type { Input, Problems } from '../registers/values.ts'
import { todayIn } from '../web/language.ts'
import { isoDay, moment, type When } from './case/moments.ts'
import { entriesThere, idsBy, keepNational, publishersIn } from './store.ts'

/** The id of what is called this, where a link leads; undefined: there is none. */
export type Find = (to: LinkTo, name: string) => string | undefined

/** A small file that an entry carries: what it is called, and the text in it. */
const DemoFile = z.strictObject({ bestand: z.string().regex(/\.txt$/), tekst: z.string().min(1) })
export type DemoFile = z.infer<typeof DemoFile>
/** The id of a file that was kept. */
export type Kept = (file: DemoFile) => string

const isDay = (value: DemoTyped | When): value is When =>
  typeof value === 'object' && ('over_dagen' in value || 'dagen_geleden' in value)

/** What somebody would type in this field. */
function typedIn(field: Field, value: DemoTyped, today: number): string | readonly string[] {
  if (isDay(value)) return isoDay(moment(value, today)).slice(0, field.kind === 'month' ? 7 : undefined)
  if (typeof value === 'boolean') return value ? 'ja' : 'nee'
  if (typeof value === 'number') return String(value).replace('.', ',')
  if (typeof value === 'string') return value
  return value.map((each) =>
    typeof each === 'string' ? each : field.parts.map(({ id }) => cell(each[id], today)).join(' | '),
  )
}
const cell = (value: string | When | undefined, today: number): string =>
  value === undefined ? '' : typeof value === 'string' ? value : isoDay(moment(value, today))

/**
 * What a demo entry says, read as its form would be; a field that the register does not have and a name that nothing
 * has are problems too. `today` in milliseconds.
 */
export function readDemo(
  register: Register,
  typed: DemoEntry['waarden'],
  today: number,
  find: Find,
  kept: Kept,
): { readonly values: Values; readonly problems: Problems } {
  const input: Record<string, Input[string]> = {}
  const links: Record<string, Read> = {}
  const problems: Record<string, string> = {}
  for (const [id, value] of Object.entries(typed)) {
    const field = register.fields.find((each) => each.id === id)
    if (!field) problems[id] = 'Dit veld is er niet.'
    else if (field.to) links[id] = linked(field.to, value, find)
    else if (field.kind === 'file') links[id] = carried(value, kept)
    else input[id] = typedIn(field, value, today)
  }
  const read = valuesFrom(register, input, links)
  return { values: read.values, problems: { ...problems, ...read.problems } }
}

/** The files that stand in a field of this kind; anything else is none. */
const filesIn = (value: DemoTyped): readonly DemoFile[] | undefined => z.array(DemoFile).safeParse(value).data

function carried(value: DemoTyped, kept: Kept): Read {
  const files = filesIn(value)
  return files ? { value: files.map(kept) } : { problem: 'Schrijf een bestand als {bestand: naam.txt, tekst: …}.' }
}

function linked(to: LinkTo, value: DemoTyped, find: Find): Read {
  const names = Array.isArray(value) ? value.map(String) : [String(value)]
  const ids = names.map((name) => find(to, name))
  const missing = names[ids.indexOf(undefined)]
  return missing === undefined ? { value: ids.map((id) => id!) } : { problem: `“${missing}” is er niet.` }
}

/** The registers such that each stands after those that it leads to. */
export function inOrder(registers: readonly Register[]): readonly Register[] {
  const done: Register[] = []
  const place = (register: Register, above: readonly Register[]) => {
    if (done.includes(register) || above.includes(register)) return
    const to = register.fields.flatMap(({ to: at }) => (at && 'purpose' in at ? [at.purpose] : []))
    for (const other of registers.filter(({ purpose }) => to.includes(purpose))) place(other, [...above, register])
    done.push(register)
  }
  for (const register of registers) place(register, [])
  return done
}

export type DemoRegisters = {
  readonly db: Db
  readonly municipality: string
  readonly registers: readonly Register[]
  readonly entries: Entries
  readonly uploads: Uploads
  readonly signal: AbortSignal
}

/**
 * Adds the entries that are not there yet, by their title. Products, cases and people must have been filled before.
 * Throws when an entry does not fit its register, and the signal's reason.
 */
export async function fillRegisters({
  db,
  municipality,
  registers,
  entries,
  uploads,
  signal,
}: DemoRegisters): Promise<void> {
  const today = Date.parse(todayIn())
  const people = await idsBy(db, municipality, 'person', 'email')
  const outside = {
    product: await idsBy(db, municipality, 'product', 'name'),
    case: await idsBy(db, municipality, 'case_file', 'title'),
    regulation: await idsBy(db, municipality, 'regulation', 'title'),
    organisation: await idsBy(db, municipality, 'organisation', 'name'),
  }
  const inside = new Map<string, Map<string, string>>()
  const find: Find = (to, name) => {
    if ('purpose' in to) return inside.get(to.purpose)?.get(name)
    return to.target === 'norm' ? name : outside[to.target].get(name)
  }
  const as = <T>(email: string, work: (tx: Tx, by: string) => Promise<T>): Promise<T> => {
    const person = people.get(email)!
    return asPerson(db, { municipality, person, organisation: null }, 'write', (tx) => work(tx, person))
  }
  const publishers = await publishersIn(db, municipality)
  /** What lacks nothing is released by who wrote it, and published by another. */
  const makePublic = async (id: string, register: Register, author: string): Promise<void> => {
    const publisher = publishers.find((each) => each !== author)
    if (register.publication === 'never' || publisher === undefined) return
    const step = (email: string, act: typeof release) =>
      as(email, async (tx, by) => {
        const entry = (await entryById(tx, municipality, register, id, 'to-change'))!
        if (entry.endedAt !== null || missingForPublication(register, entry.values).length > 0) return
        if (Object.keys(barredByAnswers(register, entry.values)).length > 0) return
        await act({ tx, municipality, who: { id: by }, register, entry }, await factsOf(tx, municipality, entry))
      })
    await step(author, release)
    await step(publisher, publish)
  }
  for (const register of inOrder(registers)) {
    const there = await entriesThere(db, municipality, register.id)
    inside.set(register.purpose, there)
    const title = fieldFor(register, 'title')!.id
    for (const entry of entries[register.id] ?? []) {
      signal.throwIfAborted()
      const name = String(entry.waarden[title])
      if (there.has(name)) continue
      const id = await as(entry.door, async (tx, by) => {
        const kept = await keepFiles(tx, by, municipality, register, entry, uploads)
        return tell(tx, by, municipality, register, entry, (typed) => readDemo(register, typed, today, find, kept))
      })
      there.set(name, id)
      await makePublic(id, register, entry.door)
      if (entry.landelijk) await keepNational(db, municipality, register, id, entry.landelijk)
    }
  }
}

/** Keeps every file that an entry carries, in the name of who typed it. Throws when one is not taken. */
async function keepFiles(
  tx: Tx,
  by: string,
  municipality: string,
  register: Register,
  { waarden, later }: DemoEntry,
  uploads: Uploads,
): Promise<Kept> {
  const ids = new Map<string, string>()
  const fields = register.fields.filter(({ kind }) => kind === 'file')
  for (const typed of [waarden, ...later])
    for (const { bestand, tekst } of fields.flatMap(({ id }) => filesIn(typed[id] ?? []) ?? [])) {
      if (ids.has(bestand)) continue
      const done = await uploads.keep(tx, municipality, new File([tekst], bestand), { person: by, organisation: null })
      if ('problem' in done) throw new Error(`${bestand}: ${done.problem}`)
      ids.set(bestand, done.id)
    }
  return ({ bestand }) => ids.get(bestand)!
}

/** One entry with all that happened to it: kept together, or not at all. Gives its id. */
async function tell(
  tx: Tx,
  by: string,
  municipality: string,
  register: Register,
  entry: DemoEntry,
  readTyped: (typed: DemoEntry['waarden']) => ReturnType<typeof readDemo>,
): Promise<string> {
  const read = (typed: DemoEntry['waarden']): Values => {
    const { values, problems } = readTyped(typed)
    if (Object.keys(problems).length > 0) throw new Error(`${register.id}: ${JSON.stringify(problems)}`)
    return values
  }
  const { id } = await addEntry(tx, municipality, register, { values: read(entry.waarden), by, way: 'form' })
  const object = `entry/${id}`
  await record(tx, municipality, { act: 'entry.added', object })
  const now = async () => (await entryById(tx, municipality, register, id, 'to-change'))!
  let typed = entry.waarden
  for (const changed of entry.later) {
    typed = { ...typed, ...changed }
    await changeEntry(tx, municipality, register, await now(), { values: read(typed), by, way: 'form' })
    await record(tx, municipality, { act: 'entry.changed', object })
  }
  if (entry.gestopt) {
    await endEntry(tx, municipality, register, await now(), { by, ended: true })
    await record(tx, municipality, { act: 'entry.ended', object })
  }
  return id
}
