/**
 * What DCAT-AP-NL 3.0 obliges of a catalogue, in own words, so that a test tells what is not so: of each class its
 * obligatory properties, and of each property how often it may stand there and what it must be. Written after the
 * profile, beside the shapes themselves, which are no part of the project.
 */
type Node = Readonly<Record<string, unknown>>
/** `class`: of what it leads to, which stands in the same catalogue. */
type Rule = {
  readonly least?: number
  readonly most?: number
  readonly is: 'address' | 'dutch' | 'text' | 'moment' | 'mail'
  readonly class?: string
}

const named: Readonly<Record<string, Rule>> = {
  'dct:title': { least: 1, is: 'dutch' },
  'dct:description': { least: 1, is: 'dutch' },
  'dct:identifier': { least: 1, most: 1, is: 'text' },
  'dct:publisher': { least: 1, most: 1, is: 'address', class: 'foaf:Agent' },
  'dct:creator': { least: 1, is: 'address', class: 'foaf:Agent' },
  'dcat:contactPoint': { least: 1, is: 'address', class: 'vcard:Kind' },
  'dct:modified': { most: 1, is: 'moment' },
  'dct:issued': { most: 1, is: 'moment' },
  'dct:language': { is: 'address', class: 'dct:LinguisticSystem' },
  'dct:conformsTo': { is: 'address', class: 'dct:Standard' },
  'dcatap:applicableLegislation': { is: 'address', class: 'eli:LegalResource' },
}
const access: Readonly<Record<string, Rule>> = {
  'dct:accessRights': { least: 1, most: 1, is: 'address', class: 'dct:RightsStatement' },
  'dcat:theme': { least: 1, is: 'address', class: 'skos:Concept' },
  'dcatap:hvdCategory': { is: 'address', class: 'skos:Concept' },
}
const licence: Rule = { least: 1, most: 1, is: 'address', class: 'dct:LicenseDocument' }

const RULES: Readonly<Record<string, Readonly<Record<string, Rule>>>> = {
  'dcat:Catalog': {
    ...named,
    'dct:license': licence,
    'dct:language': { least: 1, is: 'address', class: 'dct:LinguisticSystem' },
    'dcat:contactPoint': { least: 1, most: 1, is: 'address', class: 'vcard:Kind' },
    'dcat:dataset': { least: 1, is: 'address', class: 'dcat:Dataset' },
    'dcat:service': { is: 'address', class: 'dcat:DataService' },
    'foaf:homepage': { most: 1, is: 'address', class: 'foaf:Document' },
  },
  'dcat:Dataset': {
    ...named,
    ...access,
    'dcat:distribution': { is: 'address', class: 'dcat:Distribution' },
    'dcat:keyword': { is: 'dutch' },
    'dcat:landingPage': { is: 'address', class: 'foaf:Document' },
    'foaf:page': { is: 'address', class: 'foaf:Document' },
    'dct:accrualPeriodicity': { most: 1, is: 'address', class: 'dct:Frequency' },
    'dct:spatial': { is: 'address', class: 'dct:Location' },
    'dct:temporal': { is: 'address', class: 'dct:PeriodOfTime' },
  },
  'dcat:DataService': {
    ...named,
    ...access,
    'dct:license': licence,
    'dcat:endpointURL': { least: 1, most: 1, is: 'address' },
    'dcat:endpointDescription': { least: 1, most: 1, is: 'address' },
    'dcat:servesDataset': { is: 'address', class: 'dcat:Dataset' },
  },
  'dcat:Distribution': {
    'dct:title': { is: 'dutch' },
    'dcat:accessURL': { least: 1, most: 1, is: 'address' },
    'dcat:downloadURL': { most: 1, is: 'address' },
    'dct:license': licence,
    'dct:format': { most: 1, is: 'address', class: 'dct:MediaTypeOrExtent' },
    'dcat:mediaType': { most: 1, is: 'address', class: 'dct:MediaType' },
    'dcat:accessService': { most: 1, is: 'address', class: 'dcat:DataService' },
    'dcatap:applicableLegislation': { is: 'address', class: 'eli:LegalResource' },
  },
  'foaf:Agent': { 'foaf:name': { least: 1, is: 'dutch' } },
  'vcard:Kind': {
    'vcard:fn': { least: 1, is: 'dutch' },
    'vcard:hasEmail': { least: 1, is: 'mail' },
    'vcard:hasURL': { is: 'address' },
  },
  'skos:Concept': { 'skos:prefLabel': { least: 1, is: 'dutch' } },
  'dct:PeriodOfTime': { 'dcat:startDate': { most: 1, is: 'moment' }, 'dcat:endDate': { most: 1, is: 'moment' } },
  'dct:Location': { 'dcat:centroid': { most: 1, is: 'text' }, 'skos:prefLabel': { is: 'dutch' } },
}

const object = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)
const listed = (value: unknown): readonly unknown[] => (value === undefined ? [] : [value].flat())
const ADDRESS = /^https?:\/\/[^\s<>"{}|^`\\]+$/

const KINDS: Readonly<Record<Rule['is'], (value: unknown) => boolean>> = {
  address: (value) => object(value) && ADDRESS.test(String(value['@id'])),
  mail: (value) => object(value) && /^mailto:[^\s@<>]+@[^\s@<>]+$/.test(String(value['@id'])),
  dutch: (value) => object(value) && value['@language'] === 'nl' && String(value['@value']).trim() !== '',
  text: (value) =>
    (object(value) ? String(value['@value']) : String(value)).trim() !== '' && !(object(value) && '@id' in value),
  moment: (value) =>
    object(value) &&
    (value['@type'] === 'xsd:date'
      ? /^\d{4}-\d{2}-\d{2}$/.test(String(value['@value']))
      : value['@type'] === 'xsd:dateTime' && new Date(String(value['@value'])).toISOString() === value['@value']),
}

/** All things in a catalogue, those that stand within another too. */
function* thingsIn(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const each of value) yield* thingsIn(each)
  if (!object(value)) return
  if ('@id' in value && Object.keys(value).length > 1) yield value
  for (const each of Object.values(value)) yield* thingsIn(each)
}

/** Everything in this catalogue (JSON-LD) that the profile does not take; empty when it takes all. */
export function wrongIn(catalogue: { readonly '@graph': readonly unknown[] }): readonly string[] {
  const things = [...thingsIn(catalogue['@graph'])]
  const classes = new Map<string, Set<string>>()
  for (const thing of things)
    for (const type of listed(thing['@type'])) {
      const id = String(thing['@id'])
      classes.set(id, (classes.get(id) ?? new Set()).add(String(type)))
    }
  return things.flatMap((thing) => {
    const rules = Object.assign({}, ...listed(thing['@type']).map((type) => RULES[String(type)] ?? {})) as typeof named
    return Object.entries(rules).flatMap(([name, { least = 0, most = Infinity, is, class: type }]) => {
      const values = listed(thing[name])
      const tell = (what: string) => `${String(thing['@id'])} ${name}: ${what}`
      const id = (value: unknown) => (object(value) ? String(value['@id']) : '')
      return [
        ...(values.length < least || values.length > most ? [tell(`stands there ${values.length} times`)] : []),
        ...values.filter((value) => !KINDS[is](value)).map((value) => tell(`no ${is}: ${JSON.stringify(value)}`)),
        ...values
          .filter((value) => type !== undefined && !classes.get(id(value))?.has(type))
          .map((value) => tell(`${id(value)} is no ${type}`)),
      ]
    })
  })
}
