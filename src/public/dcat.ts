/**
 * The catalogue of data sets after DCAT-AP-NL 3.0 (Geonovum), as JSON-LD and as Turtle: a data set for every file that
 * a noun gives, and those that the municipality keeps in its register of data sets. `docs/open-data.md` says what was
 * checked with the shapes of the profile, and how.
 */
import { a, agent, atMoment, AUTHORITY, CONTEXT, dutch, iri, theme, type Node, type Whose } from './dcat-parts.ts'
import type { PublicFile } from './published.ts'

/** In JSON-LD. */
export type Catalogue = { readonly '@context': Readonly<Record<string, string>>; readonly '@graph': readonly Node[] }
/** A file, and when what is in it last changed, where that is known. */
export type Offered = PublicFile & { readonly changed: Date | undefined }
export type Offering = Whose & {
  /** Of the first page; none on those that follow. */
  readonly files: readonly Offered[]
  /** Of registers, as many as stand on this page. */
  readonly sets: readonly Node[]
  /** Undefined where all stands on one page. */
  readonly page?: CataloguePage | undefined
}
/** Whole addresses; without `next` it is the last. */
export type CataloguePage = { readonly self: string; readonly first: string; readonly next?: string | undefined }

const PUBLIC = a('dct:RightsStatement', `${AUTHORITY}/access-right/PUBLIC`)
const DUTCH = a('dct:LinguisticSystem', `${AUTHORITY}/language/NLD`)
const FREE = a('dct:LicenseDocument', 'http://creativecommons.org/publicdomain/zero/1.0/deed.nl')
const PROFILE = a('dct:Standard', 'https://docs.geostandaarden.nl/dcat/dcat-ap-nl30/')
const GOVERNMENT = 'GOVE'
const modified = (at: Date | undefined): Node => (at === undefined ? {} : { 'dct:modified': atMoment(at) })
/** What is measured comes out when somebody publishes; the rest is as it is kept. */
const FREQUENCY = { publication: 'IRREG', now: 'UPDATE_CONT' } as const

/** Where a thing of the catalogue is; the same on each of its pages. */
const at = (origin: string, part: string): string => `${origin}/open-data/dcat.jsonld${part}`
/** The municipality: told on each page of the catalogue. */
export const municipalityAt = (origin: string): string => at(origin, '#gemeente')
/** Where it is reached. */
export const contactAt = (origin: string): string => at(origin, '#contact')
/** Whoever else makes or publishes data. */
export const partyAt = (origin: string, name: string): string => at(origin, `#partij-${encodeURIComponent(name)}`)

const newest = (all: readonly (Date | undefined)[]): Date | undefined =>
  all.flatMap((at) => at ?? []).toSorted((a, b) => b.getTime() - a.getTime())[0]

/** How a harvester finds the next page: in the words of Hydra, the newer ones and those that CKAN reads. */
const pageOf = ({ self, first, next }: CataloguePage): Node => ({
  '@id': self,
  '@type': ['hydra:PartialCollectionView', 'hydra:PagedCollection'],
  'hydra:first': iri(first),
  'hydra:firstPage': iri(first),
  ...(next === undefined ? {} : { 'hydra:next': iri(next), 'hydra:nextPage': iri(next) }),
})

/** The catalogue, or a page of it, as JSON-LD. */
export function catalogueOf({ files, sets: kept, page, ...whose }: Offering): Catalogue {
  const { origin, name, email } = whose
  const here = (part: string) => at(origin, part)
  const common = { 'dct:publisher': iri(municipalityAt(origin)), 'dct:creator': iri(municipalityAt(origin)) }
  const contact = { 'dcat:contactPoint': iri(contactAt(origin)) }
  const distribution = (id: string, url: string, media: string, type: string, title: string): Node => ({
    '@id': here(`#${id}`),
    '@type': 'dcat:Distribution',
    'dct:title': dutch(title),
    'dcat:accessURL': iri(url),
    'dcat:downloadURL': iri(url),
    'dct:license': FREE,
    'dcat:mediaType': a('dct:MediaType', `https://www.iana.org/assignments/media-types/${media}`),
    'dct:format': a('dct:MediaTypeOrExtent', `${AUTHORITY}/file-type/${type}`),
  })
  const dataset = ({ name: id, title, text, theme: code, page, lines, changed }: Offered, spread: readonly Node[]) => ({
    '@id': here(`#${id}`),
    '@type': 'dcat:Dataset',
    'dct:title': dutch(title),
    'dct:description': dutch(text.nl),
    'dct:identifier': here(`#${id}`),
    ...modified(changed),
    'dct:accrualPeriodicity': a('dct:Frequency', `${AUTHORITY}/frequency/${FREQUENCY[lines.of]}`),
    ...common,
    ...contact,
    'dct:accessRights': PUBLIC,
    'dcat:theme': theme(code),
    'dct:language': DUTCH,
    'dcat:landingPage': { '@id': origin + page, '@type': 'foaf:Document' },
    'dcat:distribution': spread,
  })
  const own = files.map((each) => {
    const { name: id, title, json } = each
    const file = (name: string) => distribution(`${id}-csv`, `${origin}/open-data/${id}.csv`, 'text/csv', 'CSV', name)
    const spread =
      json === undefined
        ? [file(title)]
        : [
            file(`${title} (CSV)`),
            {
              ...distribution(`${id}-json`, origin + json, 'application/json', 'JSON', `${title} (JSON)`),
              'dcat:accessService': iri(here('#api')),
            },
          ]
    return dataset(each, spread)
  })
  const api = {
    '@id': here('#api'),
    '@type': 'dcat:DataService',
    'dct:title': dutch(`API van Leidraad ${name}`),
    'dct:description': dutch(
      'Alles wat de gemeente met Leidraad openbaar maakt, als JSON. Alleen lezen, zonder sleutel.',
    ),
    'dct:identifier': here('#api'),
    ...common,
    ...contact,
    'dct:accessRights': PUBLIC,
    'dct:license': FREE,
    'dcat:theme': theme(GOVERNMENT),
    'dcat:endpointURL': iri(`${origin}/api/v1`),
    'dcat:endpointDescription': iri(`${origin}/api/v1/openapi.json`),
    'dcat:servesDataset': own.map((each) => iri(each['@id'])),
  }
  const catalogue = {
    '@id': here(''),
    '@type': 'dcat:Catalog',
    'dct:title': dutch(`Open data van Leidraad ${name}`),
    'dct:description': dutch(`Wat de gemeente ${name} bijhoudt en meet over haar digitale stad.`),
    'dct:identifier': here(''),
    ...modified(newest(files.map(({ changed }) => changed))),
    ...common,
    ...contact,
    'dct:license': FREE,
    'dct:language': DUTCH,
    'foaf:homepage': { '@id': `${origin}/open-data`, '@type': 'foaf:Document' },
    'dcat:dataset': [...own, ...kept].map((each) => iri(String(each['@id']))),
    'dct:conformsTo': PROFILE,
    'dcat:service': iri(here('#api')),
  }
  const who = agent(municipalityAt(origin), `Gemeente ${name}`)
  const reached = {
    ...a('vcard:Kind', contactAt(origin)),
    'vcard:fn': dutch(`Gemeente ${name}`),
    'vcard:hasEmail': iri(`mailto:${email}`),
    'vcard:hasURL': iri(`${origin}/open-data`),
  }
  const graph = [catalogue, ...own, ...kept, api, who, reached, ...(page ? [pageOf(page)] : [])]
  return { '@context': CONTEXT, '@graph': graph }
}
