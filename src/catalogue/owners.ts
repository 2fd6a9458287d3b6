/** Reads the list of owners: sources, companies and hosts, of the real world and of a test city. */
import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import { registrableDomain } from '../lib/domain.ts'
import type { Owner } from '../model/lists.ts'
import { OwnersFile } from './list-files.ts'
import { readYaml, type Mistake } from './yaml-file.ts'

/** Where many publish: whose it is stands first in the path. */
const SHARED: ReadonlySet<string> = new Set(['github.com'])

type OwnersIn = z.infer<typeof OwnersFile>
/** `both`: where the two sources are; undefined where nobody found a second one. */
type Company = OwnersIn['bedrijven'][number] & { readonly both: readonly string[] | undefined }
type Place = readonly [list: keyof OwnersIn, at: number | string]

/** What was read so far, of one file after another. */
type Book = {
  readonly today: string | undefined
  readonly mistakes: Mistake[]
  readonly dates: string[]
  readonly addresses: Map<string, string>
  readonly companies: Map<string, Company>
  readonly byHost: Map<string, Owner>
}
type Page = { readonly book: Book; wrong(place: Place, key: string, text: string): void }

/**
 * Every host with its owner. Parent and country stand there only when host and company each have two independent
 * sources. `mistakes`: a source or company that does not exist, one twice, a second source of the same publisher, a
 * company without a host; with `today` (ISO) also a later day. `dates`: every day on which somebody looked.
 */
export function readOwners(
  files: readonly { readonly place: string; readonly label: string }[],
  today?: string,
): Pick<Book, 'byHost' | 'mistakes' | 'dates'> & { readonly texts: readonly string[] } {
  const book: Book = {
    today,
    mistakes: [],
    dates: [],
    addresses: new Map(),
    companies: new Map(),
    byHost: new Map(),
  }
  const texts = files.map(({ place, label }) => {
    const { value, mistakes, lineOf } = readYaml(place, OwnersFile, label)
    book.mistakes.push(...mistakes)
    const page: Page = {
      book,
      wrong: (at, key, text) => book.mistakes.push({ file: label, line: lineOf([...at, key]), text }),
    }
    if (value) addFile(value, page)
    return readFileSync(place, 'utf8')
  })
  return { ...book, texts }
}

function addFile({ bronnen, bedrijven, eigenaren }: OwnersIn, page: Page) {
  const { book, wrong } = page
  for (const [name, { adres, gezien }] of Object.entries(bronnen)) {
    checkDay(page, ['bronnen', name], 'gezien', gezien)
    book.addresses.set(name, adres)
  }
  for (const [at, company] of bedrijven.entries()) {
    const place: Place = ['bedrijven', at]
    if (book.companies.has(company.naam)) wrong(place, 'naam', `bedrijf ${company.naam} staat er twee keer in`)
    book.companies.set(company.naam, { ...company, both: bothOf(page, place, company) })
  }
  const used = new Set(eigenaren.map(({ bedrijf }) => bedrijf))
  for (const [at, { naam }] of bedrijven.entries())
    if (!used.has(naam)) wrong(['bedrijven', at], 'naam', `bedrijf ${naam} heeft geen host`)
  for (const [at, row] of eigenaren.entries()) {
    const place: Place = ['eigenaren', at]
    if (book.byHost.has(row.host)) wrong(place, 'host', `host ${row.host} staat er twee keer in`)
    const company = book.companies.get(row.bedrijf)
    if (company) book.byHost.set(row.host, ownerOf(row, bothOf(page, place, row), company, book.addresses))
    else wrong(place, 'bedrijf', `bedrijf ${row.bedrijf} staat niet in bedrijven`)
  }
}

function ownerOf(
  row: OwnersIn['eigenaren'][number],
  both: readonly string[] | undefined,
  company: Company,
  addresses: ReadonlyMap<string, string>,
): Owner {
  const whose = both && company.both ? company : undefined
  const sources = [...(both ?? [addressOf(row.bron, addresses) ?? row.bron]), ...(company.both ?? [])]
  return {
    service: row.dienst,
    company: row.bedrijf,
    parent: whose?.moeder ?? null,
    country: whose?.land ?? null,
    category: row.soort,
    source: [...new Set(sources)].join(', '),
    date: row.datum < company.datum ? row.datum : company.datum,
  }
}

/** Where both sources are; undefined when there is one, one is not known, or both come from one publisher. */
function bothOf(
  page: Page,
  place: Place,
  { bron, tweede, datum }: Pick<Company, 'bron' | 'tweede' | 'datum'>,
): readonly string[] | undefined {
  checkDay(page, place, 'datum', datum)
  const address = (key: string, source: string) => {
    const found = addressOf(source, page.book.addresses)
    if (found === undefined) page.wrong(place, key, `bron ${source.split(': ')[0]} staat niet in bronnen`)
    return found
  }
  const first = address('bron', bron)
  if (typeof tweede !== 'string') checkDay(page, place, 'tweede', tweede.gezocht)
  const other = typeof tweede === 'string' ? address('tweede', tweede) : undefined
  if (first === undefined || other === undefined) return undefined
  if (publisherOf(first) !== publisherOf(other)) return [first, other]
  page.wrong(place, 'tweede', `de tweede bron is van dezelfde uitgever als de eerste: ${publisherOf(first)}`)
  return undefined
}

function checkDay({ book, wrong }: Page, place: Place, key: string, date: string) {
  book.dates.push(date)
  if (book.today !== undefined && date > book.today) wrong(place, key, `${date} ligt in de toekomst`)
}

/** Where a source is: that of its name in `bronnen`, or the address with which it begins. */
function addressOf(source: string, named: ReadonlyMap<string, string>): string | undefined {
  const [where = ''] = source.split(': ')
  return where.includes('.') ? where : named.get(where)
}

/** Who answers for what an address says: the registrable domain, or the account where many publish. */
function publisherOf(address: string): string {
  const [host = '', account = ''] = address.split('/')
  const domain = registrableDomain(host)
  return SHARED.has(domain) ? `${domain}/${account}` : domain
}
