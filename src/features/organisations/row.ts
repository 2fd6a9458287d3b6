/** What one row of a file says about an organisation, and what of it cannot be taken. Pure. */
import type { Cells, CsvRow } from '../../lib/csv.ts'
import { plainLine } from '../../lib/clean.ts'
import { keyOfName } from '../../lib/slug.ts'
import type { Organisation } from '../../model/subject.ts'
import { withoutCredentials } from '../../lib/credentials.ts'
import { mailDomain, websiteAddress, whyNoWebsite } from '../../lib/web-address.ts'
import { notOwnMailDomain, notOwnWebsite } from './addresses.ts'
import { filled, filledName, isNothing, NAMES, SIZES, TRUTH, type Column } from './columns.ts'

export type Row = CsvRow<Column>
export type Field = 'kind' | 'size' | 'street' | 'publicBody'
export type AddressField = 'websites' | 'mailDomains'

/** What a row says. A field that is not there is one that the file says nothing about. */
export type Said = {
  readonly name: string
  readonly slug: string
  readonly fields: Partial<Pick<Organisation, Field>>
  readonly addresses: Partial<Readonly<Record<AddressField, readonly string[]>>>
  /** What of the row was not taken and why: that field stays as it is known, and known addresses beside new ones. */
  readonly notTaken: readonly NotTaken[]
}
type NotTaken = { readonly field: Field | AddressField; readonly reason: string }

/** What the row says, or in plain Dutch why the row is refused: only when it is not clear of whom it speaks. */
export function readRow(cells: Cells<Column>): Said | string {
  const text = (column: Column) => plainLine(cells[column] ?? '')
  const name = filledName(text('name'))
  if (name === '') return 'de naam ontbreekt'
  if (name.length > 200) return 'de naam is langer dan 200 tekens'
  if (keyOfName(name) === '') return `de naam "${name}" bevat geen letters of cijfers`
  const notTaken: NotTaken[] = []
  const fields = fieldsOf(cells, text, notTaken)
  const addresses: Partial<Record<AddressField, string[]>> = {}
  for (const field of ['websites', 'mailDomains'] as const) {
    if (cells[field] === undefined) continue
    const own: string[] = []
    const none: string[] = []
    for (const word of wordsOf(text(field))) {
      const { address, why } = readAddress(field, word, name)
      if (why !== undefined) notTaken.push({ field, reason: `${shown(word)} niet overgenomen: ${why}` })
      else if (address === undefined) none.push(word)
      else if (!own.includes(address)) own.push(address)
    }
    // A sentence in the cell is told in one line, not word by word.
    if (none.length > 0)
      notTaken.push({ field, reason: `${shown(none.join(' '))} niet overgenomen: geen ${CALLED[field]}` })
    addresses[field] = own
  }
  return { name, slug: text('slug').toLowerCase(), fields, addresses, notTaken }
}
/** Words between addresses. */
const BETWEEN: ReadonlySet<string> = new Set(['en', 'of', 'and', 'or', '&', '+', 'e.a.'])

/** The addresses in a cell: also between brackets, and with words between them. */
function wordsOf(cell: string): string[] {
  return filled(cell)
    .split(/[\s,;|]+/)
    .map((word) => word.replace(/^[<("'[]+(?:mailto:)?|[>)"'\]]+$/g, '').replace(/^mailto:/i, ''))
    .filter((word) => !isNothing(word) && !BETWEEN.has(word.toLowerCase()))
}

const CALLED = { websites: 'adres van een website', mailDomains: 'e-maildomein' } as const

/** The address that the word is, or why it is not taken; neither when it looks like no address at all. */
function readAddress(field: AddressField, word: string, name: string): { address?: string; why?: string } {
  const address = field === 'websites' ? websiteAddress(word) : mailDomain(word)
  const why =
    field === 'websites'
      ? address === undefined
        ? whyNoWebsite(word)
        : notOwnWebsite(address, name)
      : address === undefined
        ? undefined
        : notOwnMailDomain(address, name)
  return { ...(address === undefined ? {} : { address }), ...(why === undefined ? {} : { why }) }
}

/** As it stood, short, and without a password in it. */
const shown = (words: string): string => `"${withoutCredentials(words).slice(0, 100)}"`

function fieldsOf(cells: Cells<Column>, text: (column: Column) => string, notTaken: NotTaken[]): Said['fields'] {
  const size = filled(text('size')).toLowerCase()
  const truth = filled(text('publicBody')).toLowerCase()
  const kind = filled(text('kind')).toLowerCase()
  const street = filled(text('street'))
  const wrong: Record<Field, string | undefined> = {
    size: size === '' || Object.hasOwn(SIZES, size) ? undefined : 'verwacht micro, klein, midden of groot',
    publicBody: Object.hasOwn(TRUTH, truth) ? undefined : 'verwacht ja of nee',
    kind: kind.length > 80 ? 'dat is langer dan 80 tekens' : undefined,
    street: street.length > 120 ? 'dat is langer dan 120 tekens' : undefined,
  }
  const said: Pick<Organisation, Field> = {
    kind: kind || UNKNOWN_KIND,
    size: SIZES[size] ?? null,
    street: street || null,
    publicBody: TRUTH[truth] ?? false,
  }
  for (const [field, why] of Object.entries(wrong) as [Field, string | undefined][])
    if (why !== undefined)
      notTaken.push({ field, reason: `${NAMES[field]} ${shown(text(field))} niet overgenomen: ${why}` })
  return Object.fromEntries(
    Object.entries(said).filter(
      ([field]) => cells[field as Field] !== undefined && wrong[field as Field] === undefined,
    ),
  )
}

/** The kind of an organisation of which no kind is told. */
export const UNKNOWN_KIND = 'onbekend'
