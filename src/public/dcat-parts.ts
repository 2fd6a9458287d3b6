/** What the catalogue of data sets is put together from: addresses, typed words and the lists of the EU. Pure. */

/** A thing of the catalogue, in JSON-LD; a value of it may be such a thing. */
export type Node = Readonly<Record<string, unknown>>

/** `name`: of the municipality. `email`: where people write about the data. */
export type Whose = { readonly origin: string; readonly name: string; readonly email: string }

export const AUTHORITY = 'http://publications.europa.eu/resource/authority'
/** The law behind the European list of high-value data sets. */
const HIGH_VALUE = 'http://data.europa.eu/eli/reg_impl/2023/138/oj'

/** Every name stands under one of these. */
export const CONTEXT: Readonly<Record<string, string>> = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dcatap: 'http://data.europa.eu/r5r/',
  dct: 'http://purl.org/dc/terms/',
  eli: 'http://data.europa.eu/eli/ontology#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  gsp: 'http://www.opengis.net/ont/geosparql#',
  hydra: 'http://www.w3.org/ns/hydra/core#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
}

/** An address in which no sign stands that ends it early (RDF 1.1 Turtle §6.4, IRIREF). */
export const addressOf = (text: unknown): string =>
  String(text).replaceAll(/[\s\p{Cc}<>"{}|^`\\]/gu, encodeURIComponent)

/** What an address leads to, and no more of it. */
export const iri = (id: string): Node => ({ '@id': addressOf(id) })
/** With its class, which who checks by shapes cannot look up elsewhere. */
export const a = (type: string, id: string): Node => ({ '@id': addressOf(id), '@type': type })
/** Words of people. */
export const dutch = (text: string): Node => ({ '@value': text, '@language': 'nl' })
/** Of a day such as `2026-11-28`. */
export const onDay = (day: string): Node => ({ '@value': day, '@type': 'xsd:date' })
/** With its time. */
export const atMoment = (at: Date): Node => ({ '@value': at.toISOString(), '@type': 'xsd:dateTime' })

/** Of a list of the EU or of a register, with what it is called. */
export const concept = (id: string, label: string): Node => ({
  ...a('skos:Concept', id),
  'skos:prefLabel': dutch(label),
})
/** A party that makes or publishes. */
export const agent = (id: string, name: string): Node => ({ ...a('foaf:Agent', id), 'foaf:name': dutch(name) })
/** Told of what is on the European list of high-value data sets. */
export const highValueLaw = (): Node => a('eli:LegalResource', HIGH_VALUE)

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
/** By its code in the list. */
export const theme = (code: string): Node => concept(`${AUTHORITY}/data-theme/${code}`, THEMES[code] ?? code)
