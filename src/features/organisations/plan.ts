/** What importing a list would change beside what is known. Pure. */
import type { Unread } from '../../lib/csv.ts'
import { keyOfName, slug as slugOf } from '../../lib/slug.ts'
import type { Organisation } from '../../model/subject.ts'
import { NAMES } from './columns.ts'
import { readRow, UNKNOWN_KIND, type AddressField, type Field, type Row, type Said } from './row.ts'

export type Known = { readonly id: string; readonly slug: string } & Organisation
/** What was not taken of a line: the line itself, or (in `notes`) a part of it. */
export type Refusal = Unread
export type Added = { readonly line: number; readonly organisation: Organisation; readonly slug: string }
export type Changed = Added & { readonly id: string; readonly what: readonly string[] }
export type ImportPlan = {
  readonly added: readonly Added[]
  readonly changed: readonly Changed[]
  readonly unchanged: readonly { readonly line: number; readonly name: string }[]
  readonly refused: readonly Refusal[]
  readonly notes: readonly Refusal[]
  /** Rows that were joined to an earlier row of the same organisation. */
  readonly joined: readonly { readonly line: number; readonly to: number }[]
}

/** All that the file says of one organisation, and the line that named it first. */
type Together = { line: number; known: Known | undefined; said: Said }

/**
 * What importing rows would do beside what is known. An organisation is recognised by its address on the site, if the
 * file has that, or else by its name. What the file does not tell stays as it is; what it tells to be empty becomes
 * empty. A row that cannot be taken is refused with its line and reason, as those in `unread` were; the others go on.
 */
export function planImport(rows: readonly Row[], known: readonly Known[], unread: readonly Refusal[] = []): ImportPlan {
  const bySlug = new Map(known.map((each) => [each.slug, each]))
  const byName = new Map(known.toReversed().map((each) => [keyOfName(each.name), each]))
  const refused: Refusal[] = [...unread]
  const notes: Refusal[] = []
  const joined: { line: number; to: number }[] = []
  const found = new Map<string, Together>()
  for (const { line, cells } of rows) {
    const said = readRow(cells)
    if (typeof said === 'string') {
      refused.push({ line, name: cells.name || null, reason: said })
      continue
    }
    const named = byName.get(keyOfName(said.name))
    const own = bySlug.get(said.slug) ?? named
    if (own && named && own !== named) {
      refused.push({ line, name: said.name, reason: `"${said.slug}" is een andere organisatie: ${own.name}` })
      continue
    }
    const key = own ? `= ${own.slug}` : keyOfName(said.name)
    const earlier = found.get(key)
    notes.push(...said.notTaken.map(({ reason }) => ({ line, name: said.name, reason })))
    if (!earlier) {
      found.set(key, { line, known: own, said })
      continue
    }
    const { said: both, differs } = join(earlier.said, said)
    found.set(key, { ...earlier, said: both })
    joined.push({ line, to: earlier.line })
    notes.push(
      ...differs.map((field) => ({
        line,
        name: said.name,
        reason: `${NAMES[field]} is anders dan op regel ${earlier.line} en niet overgenomen`,
      })),
    )
  }
  const halfTold = new Set(refused.map(({ name }) => keyOfName(name ?? '')))
  const told = [...found.values()].map((each) => ({ ...each, whole: !halfTold.has(keyOfName(each.said.name)) }))
  refused.sort((a, b) => a.line - b.line)
  return { ...compared(told, known), refused, notes, joined }
}

/** One organisation told in two rows: the first word counts, empty cells are filled, addresses come together. */
function join(first: Said, next: Said): { said: Said; differs: readonly Field[] } {
  const fields: Record<string, unknown> = { ...first.fields }
  const differs: Field[] = []
  const nothing: Readonly<Record<Field, unknown>> = { kind: UNKNOWN_KIND, size: null, street: null, publicBody: false }
  for (const [field, value] of Object.entries(next.fields) as [Field, unknown][]) {
    if (!(field in fields) || fields[field] === nothing[field]) fields[field] = value
    else if (value !== nothing[field] && value !== fields[field]) differs.push(field)
  }
  const addresses: Partial<Record<AddressField, readonly string[]>> = { ...first.addresses }
  for (const [field, own] of Object.entries(next.addresses) as [AddressField, readonly string[]][])
    addresses[field] = [...new Set([...(addresses[field] ?? []), ...own])]
  return { said: { ...first, fields, addresses, notTaken: [...first.notTaken, ...next.notTaken] }, differs }
}

function compared(
  all: readonly (Together & { readonly whole: boolean })[],
  known: readonly Known[],
): Pick<ImportPlan, 'added' | 'changed' | 'unchanged'> {
  const taken = new Set(known.map(({ slug }) => slug))
  const added: Added[] = []
  const changed: Changed[] = []
  const unchanged: { line: number; name: string }[] = []
  for (const { line, known: before, said, whole } of all) {
    const organisation = become(before, said, whole)
    if (!before) {
      const slug = freeSlug(said, taken)
      taken.add(slug)
      added.push({ line, organisation, slug })
      continue
    }
    const what = differences(before, organisation)
    if (what.length === 0) unchanged.push({ line, name: organisation.name })
    else changed.push({ line, id: before.id, slug: before.slug, organisation, what })
  }
  return { added, changed, unchanged }
}

/** `whole` false: a row about it was refused, and may have told more addresses. */
function become(
  before: Organisation | undefined,
  { name, fields, addresses, notTaken }: Said,
  whole: boolean,
): Organisation {
  const base = before ?? {
    kind: UNKNOWN_KIND,
    size: null,
    street: null,
    publicBody: false,
    websites: [],
    mailDomains: [],
  }
  const list = (field: AddressField) => {
    const told = addresses[field]
    if (told === undefined) return base[field]
    // From what was not taken whole it does not follow that something is gone.
    return !whole || notTaken.some((each) => each.field === field) ? [...new Set([...base[field], ...told])] : told
  }
  const { kind, size, street, publicBody } = base
  const plain = { kind, size, street, publicBody, ...fields }
  return { name, ...plain, websites: list('websites'), mailDomains: list('mailDomains') }
}

/** The address on the site of a new organisation: that of the file, or made of its name; two never have the same. */
function freeSlug(said: Said, taken: ReadonlySet<string>): string {
  const wanted = /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(said.slug) ? said.slug.slice(0, 80) : slugOf(said.name)
  if (!taken.has(wanted)) return wanted
  const stem = wanted.slice(0, 74).replace(/-+$/, '')
  for (let no = 2; ; no++) if (!taken.has(`${stem}-${no}`)) return `${stem}-${no}`
}

function differences(before: Organisation, after: Organisation): string[] {
  const plain = ['name', 'kind', 'size', 'street', 'publicBody'] as const
  const lists = ['websites', 'mailDomains'] as const
  return [
    ...plain.filter((field) => before[field] !== after[field]),
    ...lists.filter((field) => before[field].toSorted().join() !== after[field].toSorted().join()),
  ].map((field) => NAMES[field])
}
