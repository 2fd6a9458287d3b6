/** Reads what the form of an entry sent: its values, and what is not right about them. */
import type { Tx } from '../db/as.ts'
import { MOST_BYTES } from '../db/uploads.ts'
import type { Field, Register, Values } from '../model/register.ts'
import { ROOM_FOR_TEXT } from '../web/desk/alerts.ts'
import type { Asked } from '../web/desk/route.ts'
import { keepName, nameOf } from './form.tsx'
import type { On } from './here.ts'
import { MOST_LINKS } from './links.ts'
import { namesOf, readLinks } from './links-store.ts'
import { valuesFrom, type Read } from './reading.ts'
import type { Input, Names, Problems } from './values.ts'

/** Bytes that a form of an entry may be, with one file of the largest kind. */
export const MOST_BODY = MOST_BYTES + ROOM_FOR_TEXT
/** Characters of one field that are looked at; longer comes back to who typed it. */
const MOST_TYPED = 60_000

export type Received = {
  readonly input: Input
  readonly values: Values
  readonly problems: Problems
  /** What links and files are called: those of `before` and those that were sent. */
  readonly names: Names
}

const filesOf = ({ fields }: Register): readonly Field[] => fields.filter(({ kind }) => kind === 'file')

/** `before`: what stood in the entry, of which files can be kept. */
export async function received(
  { tx, municipality, sent }: Asked<Tx>,
  { house }: On,
  register: Register,
  before: Values = {},
): Promise<Received> {
  const input: Record<string, string | readonly string[]> = {}
  for (const field of register.fields) {
    const name = nameOf(field)
    const had = (before[field.id] ?? []) as readonly string[]
    input[field.id] =
      field.kind === 'file'
        ? sent.all(keepName(field)).filter((id) => had.includes(id))
        : field.kind === 'choices'
          ? sent.all(name)
          : sent.text(name, MOST_TYPED)
  }
  const links: Record<string, Read> = { ...(await readLinks(tx, municipality.id, house, register, input)) }
  for (const field of filesOf(register)) {
    const kept = input[field.id] as readonly string[]
    // A file that was chosen is kept only when everything else is right: until then its place is held.
    if (kept.length > 0 || sent.file(nameOf(field))) links[field.id] = { value: kept }
  }
  const { values, problems } = valuesFrom(register, input, links)
  const names = await namesOf(tx, municipality.id, house, register, [before, values])
  return { input, values, problems, names }
}

/** Files that were chosen and are not kept, by the id of their field: a browser does not let us give them back. */
export const chosenAgain = ({ sent }: Asked<Tx>, register: Register): Problems =>
  Object.fromEntries(
    filesOf(register).flatMap((field) => {
      const file = sent.file(nameOf(field))
      return file ? [[field.id, `Kies het bestand “${file.name.slice(0, 100)}” opnieuw.`] as const] : []
    }),
  )

/** Keeps the files that were chosen, and gives the values with them; or says what is not right about one. */
export async function withFiles(
  { tx, municipality, sent, who }: Asked<Tx>,
  { uploads }: On,
  register: Register,
  values: Values,
): Promise<{ readonly values: Values; readonly problems: Problems }> {
  const all: Record<string, Values[string]> = { ...values }
  for (const field of filesOf(register)) {
    const file = sent.file(nameOf(field))
    if (!file) continue
    const kept = (values[field.id] ?? []) as readonly string[]
    if (field.several && kept.length >= MOST_LINKS)
      return { values, problems: { [field.id]: `Er passen er ${MOST_LINKS}. Haal er eerst één weg.` } }
    const by = { person: who.id, organisation: who.organisation }
    const done = await uploads.keep(tx, municipality.id, file, by)
    if ('problem' in done) return { values, problems: { [field.id]: done.problem } }
    all[field.id] = field.several ? [...kept, done.id] : [done.id]
  }
  return { values: all, problems: {} }
}
