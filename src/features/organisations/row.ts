/** What one row of a file says about an organisation, and what of it cannot be taken. Pure. */
import type { Cells, CsvRow } from '../../lib/csv.ts'
import { plainLine } from '../../lib/clean.ts'
import { keyOfName } from '../../lib/slug.ts'
import type { Organisation } from '../../model/subject.ts'
import { mailDomain, websiteAddress } from '../../lib/web-address.ts'
import { notOwnMailDomain, notOwnWebsite } from './addresses.ts'
import { filled, filledName, isNothing, SIZES, TRUTH, type Column } from './columns.ts'

export type Row = CsvRow<Column>
export type Field = 'kind' | 'size' | 'street' | 'publicBody'
export type AddressField = 'websites' | 'mailDomains'

/** What a row says. A field that is not there is one that the file says nothing about. */
export type Said = {
  readonly name: string
  readonly slug: string
  readonly fields: Partial<Pick<Organisation, Field>>
  readonly addresses: Partial<Readonly<Record<AddressField, readonly string[]>>>
  /** Addresses that were not taken and why; where there are, what is known already stays beside the others. */
  readonly notTaken: readonly { readonly field: AddressField; readonly reason: string }[]
}

/** What the row says, or in plain Dutch why the row is refused. */
export function readRow(cells: Cells<Column>): Said | string {
  const text = (column: Column) => plainLine(cells[column] ?? '')
  const name = filledName(text('name'))
  if (name === '') return 'de naam ontbreekt'
  if (name.length > 200) return 'de naam is langer dan 200 tekens'
  if (keyOfName(name) === '') return `de naam "${name}" bevat geen letters of cijfers`
  const fields = fieldsOf(cells, text)
  if (typeof fields === 'string') return fields
  const addresses: Partial<Record<AddressField, string[]>> = {}
  const notTaken: { field: AddressField; reason: string }[] = []
  for (const field of ['websites', 'mailDomains'] as const) {
    if (cells[field] === undefined) continue
    const own: string[] = []
    for (const word of wordsOf(text(field))) {
      const address = field === 'websites' ? websiteAddress(word) : mailDomain(word)
      if (address === undefined)
        return `"${word.slice(0, 100)}" is geen ${field === 'websites' ? 'adres van een website' : 'e-maildomein'}`
      const reason = (field === 'websites' ? notOwnWebsite : notOwnMailDomain)(address, name)
      if (reason !== undefined) notTaken.push({ field, reason: `"${word.slice(0, 100)}" niet overgenomen: ${reason}` })
      else if (!own.includes(address)) own.push(address)
    }
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

function fieldsOf(cells: Cells<Column>, text: (column: Column) => string): Said['fields'] | string {
  const size = filled(text('size')).toLowerCase()
  if (size !== '' && !Object.hasOwn(SIZES, size))
    return `grootte "${size}" is niet bekend; verwacht micro, klein, midden of groot`
  const truth = filled(text('publicBody')).toLowerCase()
  if (!Object.hasOwn(TRUTH, truth)) return `overheid "${truth}" is niet bekend; verwacht ja of nee`
  const kind = filled(text('kind')).toLowerCase()
  if (kind.length > 80) return 'de soort is langer dan 80 tekens'
  const street = filled(text('street'))
  if (street.length > 120) return 'de straat is langer dan 120 tekens'
  const said = {
    kind: kind || UNKNOWN_KIND,
    size: SIZES[size] ?? null,
    street: street || null,
    publicBody: TRUTH[truth]!,
  }
  return Object.fromEntries(Object.entries(said).filter(([field]) => cells[field as Field] !== undefined))
}

/** The kind of an organisation of which no kind is told. */
export const UNKNOWN_KIND = 'onbekend'
