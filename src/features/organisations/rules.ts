/** What counts as a correct row about an organisation, and what importing a list would change. Pure. */
import { domainToASCII } from 'node:url'
import { slug } from '../../lib/slug.ts'
import type { Organisation, Size } from '../../model/subject.ts'

/** Column → the headings it may have in a file. */
export const COLUMNS = {
  name: ['naam', 'name', 'organisatie', 'organisation'],
  kind: ['soort', 'kind', 'type'],
  size: ['grootte', 'size', 'omvang'],
  street: ['straat', 'street', 'adres'],
  websites: ['websites', 'website', 'site', 'sites'],
  mailDomains: ['maildomeinen', 'maildomein', 'mail_domains', 'mail-domains', 'mail domains', 'maildomains', 'mail'],
  publicBody: [
    'overheid',
    'public_body',
    'public-body',
    'public body',
    'publicbody',
    'publiek',
    'overheidsorganisatie',
  ],
} as const
export type Column = keyof typeof COLUMNS
export type Row = { readonly line: number; readonly cells: Readonly<Partial<Record<Column, string>>> }

const SIZES: Readonly<Record<string, Size>> = {
  micro: 'micro',
  klein: 'small',
  small: 'small',
  midden: 'medium',
  middel: 'medium',
  middelgroot: 'medium',
  medium: 'medium',
  groot: 'large',
  large: 'large',
}
const TRUTH: Readonly<Record<string, boolean>> = {
  '': false,
  ja: true,
  j: true,
  yes: true,
  y: true,
  true: true,
  waar: true,
  '1': true,
  nee: false,
  n: false,
  no: false,
  false: false,
  onwaar: false,
  '0': false,
}

/** Either the organisation of a row, or in plain Dutch why the row is refused. */
export function organisationOf(cells: Row['cells']): Organisation | string {
  const cell = (column: Column) => (cells[column] ?? '').replace(/\s+/g, ' ').trim()
  const name = cell('name')
  if (name === '') return 'de naam ontbreekt'
  if (name.length > 200) return 'de naam is langer dan 200 tekens'
  if (slug(name) === '') return `de naam "${name}" bevat geen letters of cijfers`
  const size = cell('size').toLowerCase()
  if (size !== '' && !(size in SIZES)) return `grootte "${size}" is niet bekend; verwacht micro, klein, midden of groot`
  const publicBody = TRUTH[cell('publicBody').toLowerCase()]
  if (publicBody === undefined) return `overheid "${cell('publicBody')}" is niet bekend; verwacht ja of nee`
  const websites: string[] = []
  const mailDomains: string[] = []
  for (const [column, into] of [
    ['websites', websites],
    ['mailDomains', mailDomains],
  ] as const) {
    for (const word of cell(column)
      .split(/[\s,;|]+/)
      .filter((each) => each !== '')) {
      const host = column === 'websites' ? websiteHost(word) : mailDomain(word)
      if (host === undefined)
        return `"${word.slice(0, 100)}" is geen ${column === 'websites' ? 'adres van een website' : 'maildomein'}`
      if (!into.includes(host)) into.push(host)
    }
  }
  return {
    name,
    kind: cell('kind').toLowerCase().slice(0, 80) || 'onbekend',
    size: SIZES[size] ?? null,
    street: cell('street').slice(0, 120) || null,
    publicBody,
    websites,
    mailDomains,
  }
}

/** The host of `www.voorbeeld.nl`, `https://www.voorbeeld.nl/` or the like; undefined if it is no public host name. */
export function websiteHost(word: string): string | undefined {
  const url = /^https?:\/\//i.test(word) ? word : /^[a-z][a-z0-9+.-]*:\/\//i.test(word) ? undefined : `https://${word}`
  if (url === undefined || !URL.canParse(url)) return undefined
  const parsed = new URL(url)
  if (parsed.username !== '' || parsed.password !== '' || parsed.port !== '') return undefined
  return hostName(parsed.hostname)
}

/** The domain of `voorbeeld.nl`, `@voorbeeld.nl` or `info@voorbeeld.nl`; undefined if it is none. */
export function mailDomain(word: string): string | undefined {
  const after = word.slice(word.lastIndexOf('@') + 1)
  return /[/:?#@]/.test(after) ? undefined : hostName(domainToASCII(after))
}

// RFC 1123 host names with at least two labels and a last label that is not a number (so no IP addresses).
function hostName(host: string): string | undefined {
  const name = host.toLowerCase().replace(/\.$/, '')
  if (name.length > 253 || !name.includes('.')) return undefined
  const labels = name.split('.')
  if (!labels.every((label) => /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?$/.test(label))) return undefined
  return /^[a-z]/.test(labels.at(-1)!) ? name : undefined
}

export type Known = { readonly id: string; readonly slug: string } & Organisation
export type Refusal = { readonly line: number; readonly name: string | null; readonly reason: string }
export type ImportPlan = {
  readonly added: readonly { readonly line: number; readonly organisation: Organisation; readonly slug: string }[]
  readonly changed: readonly {
    readonly line: number
    readonly id: string
    readonly slug: string
    readonly organisation: Organisation
    readonly what: readonly string[]
  }[]
  readonly unchanged: readonly { readonly line: number; readonly name: string }[]
  readonly refused: readonly Refusal[]
}

/**
 * What importing rows would do beside what is known. An organisation is recognised by its name (as in its address); an
 * address belongs to one organisation. A row that cannot be taken is refused with its line and reason; the others go
 * on.
 */
export function planImport(rows: readonly Row[], known: readonly Known[]): ImportPlan {
  const bySlug = new Map(known.map((each) => [each.slug, each]))
  const inFile = new Map<string, number>()
  const owner = new Map<string, string>()
  for (const each of known) for (const address of addressesOf(each)) owner.set(address, each.slug)
  const added: ImportPlan['added'][number][] = []
  const changed: ImportPlan['changed'][number][] = []
  const unchanged: ImportPlan['unchanged'][number][] = []
  const refused: Refusal[] = []
  for (const { line, cells } of rows) {
    const organisation = organisationOf(cells)
    if (typeof organisation === 'string') {
      refused.push({ line, name: cells.name?.trim().slice(0, 200) || null, reason: organisation })
      continue
    }
    const { name } = organisation
    const key = slug(name)
    const taken = addressesOf(organisation).find((address) => owner.has(address) && owner.get(address) !== key)
    const reason = inFile.has(key)
      ? `"${name}" staat al op regel ${inFile.get(key)}`
      : taken
        ? `${taken.split(' ')[1]} hoort al bij ` +
          `${bySlug.get(owner.get(taken)!)?.name ?? 'een andere organisatie in dit bestand'}`
        : undefined
    if (reason) {
      refused.push({ line, name, reason })
      continue
    }
    inFile.set(key, line)
    for (const address of addressesOf(organisation)) owner.set(address, key)
    const before = bySlug.get(key)
    if (!before) added.push({ line, organisation, slug: key })
    else {
      const what = differences(before, organisation)
      if (what.length > 0) changed.push({ line, id: before.id, slug: key, organisation, what })
      else unchanged.push({ line, name })
    }
  }
  return { added, changed, unchanged, refused }
}

function addressesOf(organisation: Organisation): string[] {
  return [
    ...organisation.websites.map((host) => `website ${host}`),
    ...organisation.mailDomains.map((host) => `mail-domain ${host}`),
  ]
}

function differences(before: Organisation, after: Organisation): string[] {
  const plain: readonly (readonly [keyof Organisation, string])[] = [
    ['name', 'naam'],
    ['kind', 'soort'],
    ['size', 'grootte'],
    ['street', 'straat'],
    ['publicBody', 'overheid'],
  ]
  const lists: readonly (readonly ['websites' | 'mailDomains', string])[] = [
    ['websites', 'websites'],
    ['mailDomains', 'maildomeinen'],
  ]
  return [
    ...plain.filter(([key]) => before[key] !== after[key]).map(([, word]) => word),
    ...lists.filter(([key]) => before[key].toSorted().join() !== after[key].toSorted().join()).map(([, word]) => word),
  ]
}
