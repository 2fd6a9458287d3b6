/** The catalogue has what DCAT-AP-NL 3.0 obliges, of our own files and of what the register of data sets holds. */
import { expect, test } from 'vitest'
import { wrongIn } from '../../test/dcat-rules.ts'
import { readRegisters, registerFor } from '../catalogue/registers.ts'
import type { Register, Values } from '../model/register.ts'
import { catalogueOf, type Catalogue, type CataloguePage } from './dcat.ts'
import { dataSetOf } from './registers/dataset.ts'
import { turtleOf } from './turtle.ts'

const whose = { origin: 'https://leidraad.test', name: 'Sluiswijk', email: 'digitaal@sluiswijk.test' }
const register = registerFor(readRegisters('registers'), 'data-set')!
const filled: Values = {
  titel: 'Bomen',
  omschrijving: 'Alle bomen van de gemeente, met soort en plaats.',
  kenmerk: 'https://data.sluiswijk.test/id/bomen',
  thema: ['envi', 'regi'],
  trefwoorden: [{ woord: 'boom' }, { woord: 'groen' }],
  maker: 'Bureau Groen & Water',
  uitgever: 'Gemeente Sluiswijk',
  contact: 'bomen@sluiswijk.test',
  toegang: 'iedereen',
  licentie: 'cc-by',
  bestanden: [
    { adres: 'https://data.sluiswijk.test/bomen.csv', soort: 'csv', naam: 'Bomen als tabel' },
    { adres: 'https://data.sluiswijk.test/bomen?f={geojson}', soort: 'geojson' },
  ],
  documentatie: 'https://data.sluiswijk.test/bomen/velden',
  taal: 'nl',
  'hoe-vaak': 'maand',
  uitgegeven: '2024-05-01',
  bijgewerkt: '2026-11-01',
  'periode-van': '2020-01-01',
  gebied: { label: 'Sluiswijk', lon: 4.48, lat: 52.16 },
}
const entryOf = (values: Values) => ({
  id: '01936d5e-0000-7000-8000-000000000001',
  no: 1,
  version: 1,
  slug: '1-bomen',
  title: 'Bomen',
  values,
  ended: false,
  from: new Date('2026-11-02T10:00:00Z'),
  to: null,
})
const setOf = (values: Values, its: Register = register) => dataSetOf(its, entryOf(values), whose)
const made = (values: Values, page?: CataloguePage): Catalogue =>
  catalogueOf({
    ...whose,
    files: [
      {
        name: 'bevindingen',
        title: 'Bevindingen',
        text: { nl: 'Wat is gezien.', en: '' },
        theme: 'TECH',
        page: '/bevindingen',
        json: '/api/v1/bevindingen',
        lines: { of: 'publication', read: async function* () {} },
        changed: new Date('2026-03-01T10:00:00Z'),
      },
    ],
    sets: [setOf(values) ?? []].flat(),
    page,
  })
const at = `${whose.origin}/api/v1/registers/${register.id}/entries/${entryOf({}).id}`
const without = (...ids: readonly string[]): Values =>
  Object.fromEntries(Object.entries(filled).filter(([id]) => !ids.includes(id)))

test('all is there and is what it must be, of own files and of an entry alike', () => {
  const catalogue = made(filled)
  expect(wrongIn(catalogue)).toEqual([])
  expect(catalogue['@graph'].filter((each) => each['@type'] === 'dcat:Dataset')).toHaveLength(2)
})

test('an entry with no more than is obligatory is enough', () => {
  const least = without(
    'kenmerk',
    'trefwoorden',
    'maker',
    'uitgever',
    'contact',
    'documentatie',
    'taal',
    'hoe-vaak',
    'uitgegeven',
    'bijgewerkt',
    'periode-van',
    'gebied',
    'thema',
  )
  expect(wrongIn(made(least))).toEqual([])
  expect(setOf(least)).toMatchObject({
    'dct:identifier': `${at}#dataset`,
    'dct:publisher': { '@id': `${whose.origin}/open-data/dcat.jsonld#gemeente` },
    'dcat:contactPoint': { '@id': `${whose.origin}/open-data/dcat.jsonld#contact` },
    'dct:modified': { '@value': '2026-11-02T10:00:00.000Z', '@type': 'xsd:dateTime' },
  })
})

test('each answer is the property that the file of the register names', () => {
  expect(setOf(filled)).toMatchObject({
    '@id': `${at}#dataset`,
    'dct:identifier': 'https://data.sluiswijk.test/id/bomen',
    'dct:publisher': { '@id': `${whose.origin}/open-data/dcat.jsonld#gemeente` },
    'dct:creator': { 'foaf:name': { '@value': 'Bureau Groen & Water', '@language': 'nl' } },
    'dcat:contactPoint': { 'vcard:hasEmail': { '@id': 'mailto:bomen@sluiswijk.test' } },
    'dct:accessRights': { '@id': 'http://publications.europa.eu/resource/authority/access-right/PUBLIC' },
    'dcat:theme': [{ 'skos:prefLabel': { '@value': 'Milieu' } }, { '@type': 'skos:Concept' }],
    'dcat:keyword': [{ '@value': 'boom', '@language': 'nl' }, { '@value': 'groen' }],
    'dct:accrualPeriodicity': { '@id': 'http://publications.europa.eu/resource/authority/frequency/MONTHLY' },
    'dct:issued': { '@value': '2024-05-01', '@type': 'xsd:date' },
    'dct:modified': { '@value': '2026-11-01', '@type': 'xsd:date' },
    'dct:spatial': { 'dcat:centroid': { '@value': 'POINT(4.48 52.16)' } },
    'dct:temporal': { 'dcat:startDate': { '@value': '2020-01-01', '@type': 'xsd:date' } },
    'dcat:landingPage': { '@id': `${whose.origin}/registers/${register.id}/1-bomen` },
    'dcat:distribution': [
      {
        'dct:title': { '@value': 'Bomen als tabel' },
        'dcat:accessURL': { '@id': 'https://data.sluiswijk.test/bomen.csv' },
        'dct:license': { '@id': 'http://publications.europa.eu/resource/authority/licence/CC_BY_4_0' },
        'dct:format': { '@id': 'http://publications.europa.eu/resource/authority/file-type/CSV' },
      },
      { 'dcat:accessURL': { '@id': 'https://data.sluiswijk.test/bomen?f=%7Bgeojson%7D' } },
    ],
  })
})

test('who renames the fields, or has answers of its own, keeps a valid catalogue', () => {
  const fields = register.fields.map((field) => ({ ...field, id: `x-${field.id}` }))
  const values = Object.fromEntries(Object.entries(filled).map(([id, value]) => [`x-${id}`, value]))
  const renamed = { ...register, fields }
  expect(setOf(values, renamed)).toEqual(setOf(filled))
  expect(setOf({ ...filled, taal: 'limburgs' })).not.toHaveProperty('dct:language')
})

test('of a high-value data set the category and the law are told, of its files too', () => {
  const law = [{ '@id': 'http://data.europa.eu/eli/reg_impl/2023/138/oj', '@type': 'eli:LegalResource' }]
  const set = setOf({ ...filled, 'waarde-soort': ['kaart', 'milieu'] })!
  expect(set).toMatchObject({
    'dcatap:hvdCategory': [
      { '@id': 'http://data.europa.eu/bna/c_ac64a52d' },
      { '@id': 'http://data.europa.eu/bna/c_dd313021' },
    ],
    'dcatap:applicableLegislation': law,
    'dcat:distribution': [{ 'dcatap:applicableLegislation': law }, {}],
  })
  const { '@graph': graph, ...rest } = made(filled)
  expect(wrongIn({ ...rest, '@graph': [...graph, set] })).toEqual([])
  expect(setOf(filled)).not.toHaveProperty('dcatap:applicableLegislation')
})

test('what is not public of the register, and what nobody answered, says nothing', () => {
  const hidden = {
    ...register,
    fields: register.fields.map((field) => ({ ...field, public: field.id !== 'uitgegeven' })),
  }
  expect(setOf(filled, hidden)).not.toHaveProperty('dct:issued')
  for (const id of ['omschrijving', 'toegang']) expect(setOf(without(id)), id).toBeUndefined()
  expect(setOf(without('licentie'))).not.toHaveProperty('dcat:distribution')
  const own = setOf({ ...filled, licentie: 'anders', 'voorwaarden-adres': 'https://sluiswijk.test/voorwaarden' })
  expect(own).toMatchObject({
    'dcat:distribution': [{ 'dct:license': { '@id': 'https://sluiswijk.test/voorwaarden' } }, {}],
  })
  expect(setOf({ ...filled, gebied: { label: 'Wijk', lon: null, lat: null } })!['dct:spatial']).not.toHaveProperty(
    'dcat:centroid',
  )
})

test.each(['dct:title', 'dct:identifier', 'dct:creator', 'dct:accessRights', 'dcat:theme', 'dcat:contactPoint'])(
  'without %s the test would say so',
  (name) => {
    const { '@graph': graph, ...rest } = made(filled)
    const missing = graph.map(({ [name]: gone, ...node }) =>
      node['@type'] === 'dcat:Dataset' ? node : { ...node, [name]: gone },
    )
    expect(wrongIn({ ...rest, '@graph': missing }).filter((each) => each.includes(`${name}: `))).toHaveLength(2)
  },
)

test('a page says which comes next, in Turtle too', () => {
  const first = `${whose.origin}/open-data/dcat.ttl`
  const catalogue = made(filled, { self: `${first}#pagina`, first, next: `${first}?na=250` })
  expect(wrongIn(catalogue)).toEqual([])
  const text = turtleOf(catalogue)
  expect(text).toContain(`hydra:nextPage <${first}?na=250>`)
  expect(text).toContain('dcat:centroid "POINT(4.48 52.16)"^^gsp:wktLiteral')
  expect(turtleOf(made(filled))).not.toContain('a hydra:')
})
