/**
 * The catalogue of data sets after DCAT-AP-NL 3.0 (Geonovum), as JSON-LD and as Turtle: a data set for every file
 * that a noun gives. What the profile obliges is there; checked with its shapes while building.
 */
import type { PublicFile } from './published.ts'

type Node = Readonly<Record<string, unknown>>
/** In JSON-LD. */
export type Catalogue = { readonly '@context': Readonly<Record<string, string>>; readonly '@graph': readonly Node[] }
/** A file, and when what is in it last changed, where that is known. */
export type Offered = PublicFile & { readonly changed: Date | undefined }
/** `name`: of the municipality. `email`: where people write about the data. */
export type Offering = {
  readonly origin: string
  readonly name: string
  readonly email: string
  readonly files: readonly Offered[]
}

const AUTHORITY = 'http://publications.europa.eu/resource/authority'
const iri = (id: string): Node => ({ '@id': id })
/** With its class, which who checks by shapes cannot look up elsewhere. */
const a = (type: string, id: string): Node => ({ '@id': id, '@type': type })
const PUBLIC = a('dct:RightsStatement', `${AUTHORITY}/access-right/PUBLIC`)
const DUTCH = a('dct:LinguisticSystem', `${AUTHORITY}/language/NLD`)
const FREE = a('dct:LicenseDocument', 'http://creativecommons.org/publicdomain/zero/1.0/deed.nl')
const GOVERNMENT = 'GOVE'
const dutch = (text: string): Node => ({ '@value': text, '@language': 'nl' })
const modified = (at: Date | undefined): Node =>
  at === undefined ? {} : { 'dct:modified': { '@value': at.toISOString(), '@type': 'xsd:dateTime' } }
/** What is measured comes out when somebody publishes; the rest is as it is kept. */
const FREQUENCY = { publication: 'IRREG', now: 'UPDATE_CONT' } as const
/** The EU's list of themes of data sets, in its Dutch words. */
const THEMES: Readonly<Record<string, string>> = {
  AGRI: 'Landbouw, visserij, bosbouw en voeding',
  ECON: 'Economie en financiën',
  EDUC: 'Onderwijs, cultuur en sport',
  ENER: 'Energie',
  ENVI: 'Milieu',
  GOVE: 'Overheid en publieke sector',
  HEAL: 'Gezondheid',
  INTR: 'Internationale vraagstukken',
  JUST: 'Justitie, rechtsstelsel en openbare veiligheid',
  REGI: 'Regio’s en steden',
  SOCI: 'Bevolking en samenleving',
  TECH: 'Wetenschap en technologie',
  TRAN: 'Vervoer',
}
const theme = (code: string): Node => ({
  ...a('skos:Concept', `${AUTHORITY}/data-theme/${code}`),
  'skos:prefLabel': dutch(THEMES[code] ?? code),
})

const CONTEXT: Readonly<Record<string, string>> = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
}

const newest = (all: readonly (Date | undefined)[]): Date | undefined =>
  all.flatMap((at) => at ?? []).toSorted((a, b) => b.getTime() - a.getTime())[0]

/** The whole catalogue, as JSON-LD. */
export function catalogueOf({ origin, name, email, files }: Offering): Catalogue {
  const at = (path: string) => `${origin}/open-data/dcat.jsonld${path}`
  const common = { 'dct:publisher': iri(at('#gemeente')), 'dct:creator': iri(at('#gemeente')) }
  const contact = { 'dcat:contactPoint': iri(at('#contact')) }
  const distribution = (id: string, url: string, media: string, type: string, title: string): Node => ({
    '@id': at(`#${id}`),
    '@type': 'dcat:Distribution',
    'dct:title': dutch(title),
    'dcat:accessURL': iri(url),
    'dcat:downloadURL': iri(url),
    'dct:license': FREE,
    'dcat:mediaType': a('dct:MediaType', `https://www.iana.org/assignments/media-types/${media}`),
    'dct:format': a('dct:MediaTypeOrExtent', `${AUTHORITY}/file-type/${type}`),
  })
  const dataset = ({ name: id, title, text, theme: code, page, lines, changed }: Offered, spread: readonly Node[]) => ({
    '@id': at(`#${id}`),
    '@type': 'dcat:Dataset',
    'dct:title': dutch(title),
    'dct:description': dutch(text.nl),
    'dct:identifier': at(`#${id}`),
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
  const sets = files.map((each) => {
    const { name: id, title, json } = each
    const file = (name: string) => distribution(`${id}-csv`, `${origin}/open-data/${id}.csv`, 'text/csv', 'CSV', name)
    const spread =
      json === undefined
        ? [file(title)]
        : [
            file(`${title} (CSV)`),
            {
              ...distribution(`${id}-json`, origin + json, 'application/json', 'JSON', `${title} (JSON)`),
              'dcat:accessService': iri(at('#api')),
            },
          ]
    return dataset(each, spread)
  })
  const api = {
    '@id': at('#api'),
    '@type': 'dcat:DataService',
    'dct:title': dutch(`API van Leidraad ${name}`),
    'dct:description': dutch(
      'Alles wat de gemeente met Leidraad openbaar maakt, als JSON. Alleen lezen, zonder sleutel.',
    ),
    'dct:identifier': at('#api'),
    ...common,
    ...contact,
    'dct:accessRights': PUBLIC,
    'dct:license': FREE,
    'dcat:theme': theme(GOVERNMENT),
    'dcat:endpointURL': iri(`${origin}/api/v1`),
    'dcat:endpointDescription': iri(`${origin}/api/v1/openapi.json`),
    'dcat:servesDataset': sets.map((each) => iri(each['@id'])),
  }
  const catalogue = {
    '@id': at(''),
    '@type': 'dcat:Catalog',
    'dct:title': dutch(`Open data van Leidraad ${name}`),
    'dct:description': dutch(`Wat de gemeente ${name} bijhoudt en meet over haar digitale stad.`),
    'dct:identifier': at(''),
    ...modified(newest(files.map(({ changed }) => changed))),
    ...common,
    ...contact,
    'dct:license': FREE,
    'dct:language': DUTCH,
    'foaf:homepage': { '@id': `${origin}/open-data`, '@type': 'foaf:Document' },
    'dcat:dataset': sets.map((each) => iri(each['@id'])),
    'dcat:service': iri(at('#api')),
  }
  const agent = { '@id': at('#gemeente'), '@type': 'foaf:Agent', 'foaf:name': dutch(`Gemeente ${name}`) }
  const reached = {
    '@id': at('#contact'),
    '@type': 'vcard:Kind',
    'vcard:fn': dutch(`Gemeente ${name}`),
    'vcard:hasEmail': iri(`mailto:${email}`),
    'vcard:hasURL': iri(`${origin}/open-data`),
  }
  return { '@context': CONTEXT, '@graph': [catalogue, ...sets, api, agent, reached] }
}
