/**
 * A public entry of the register of data sets as DCAT-AP-NL 3.0 has it: which answer is which property is what the file
 * of the register says (`extern: {dcat: …}`), so a municipality can call its fields as it likes. Pure.
 */
import type { Field, Place, Register, Value } from '../../model/register.ts'
import { contactAt, municipalityAt, partyAt } from '../dcat.ts'
import {
  a,
  agent,
  atMoment,
  concept,
  dutch,
  highValueLaw,
  iri,
  onDay,
  theme,
  type Node,
  type Whose,
} from '../dcat-parts.ts'
import type { PublicEntry } from './store.ts'

const STANDARD = 'dcat'
/** A register of which each entry is a data set of the catalogue. */
export const holdsDataSets = ({ purpose, standards }: Register): boolean =>
  purpose === 'data-set' && standards[STANDARD] !== undefined

type Option = Field['options'][number]
type Row = Readonly<Record<string, string>>
type Answer = { readonly field: Field; readonly value: Value }

/** The addresses that the standard has for these answers; an answer of a municipality's own has none. */
const knownOf = (options: readonly Option[], ids: readonly string[]) =>
  ids.flatMap((id) => {
    const { label, external } = options.find((each) => each.id === id) ?? {}
    const known = external?.[STANDARD]
    return known && label ? [{ id: known, label }] : []
  })

/** Answers by the property that they are. */
function answersOf(register: Register, { values }: PublicEntry) {
  const answers = new Map<string, Answer>()
  for (const field of register.fields) {
    const [name, value] = [field.external[STANDARD], values[field.id]]
    if (name !== undefined && value !== undefined && field.public) answers.set(name, { field, value })
  }
  return {
    text: (name: string): string | undefined => {
      const value = answers.get(name)?.value
      return typeof value === 'string' && value.trim() !== '' ? value : undefined
    },
    known: (name: string) => {
      const { field, value } = answers.get(name) ?? {}
      if (field?.kind === 'choices') return knownOf(field.options, value as readonly string[])
      return field?.kind === 'choice' ? knownOf(field.options, [value as string]) : []
    },
    place: (name: string): Place | undefined => {
      const { field, value } = answers.get(name) ?? {}
      return field?.kind === 'place' ? (value as Place) : undefined
    },
    rows: (name: string) => {
      const { field, value } = answers.get(name) ?? {}
      return field?.kind === 'list' ? { parts: field.parts, rows: value as readonly Row[] } : { parts: [], rows: [] }
    },
  }
}
type Answers = ReturnType<typeof answersOf>

/** Only what there is. */
const given = (facts: Readonly<Record<string, Node | readonly Node[] | undefined>>): Node =>
  Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
  )
const classed = (type: string, known: readonly { readonly id: string }[]): readonly Node[] =>
  known.map(({ id }) => a(type, id))
const day = (text: string | undefined): Node | undefined => (text === undefined ? undefined : onDay(text))
const document = (url: string | undefined): Node | undefined =>
  url === undefined ? undefined : a('foaf:Document', url)

/** One for each row, in the order of the file. */
function distributionsOf(answers: Answers, at: string, law: readonly Node[]): readonly Node[] {
  const own = answers.text('rights')
  // Conditions that are none of the list have an address of their own.
  const known = answers.known('license').map(({ id }) => id)
  const licence = [...known, ...(own === undefined ? [] : [own])].map((id) => a('dct:LicenseDocument', id))
  // Without a licence nobody knows what may be done with it, and the profile does not take it.
  if (licence.length === 0) return []
  const { parts, rows } = answers.rows('distribution')
  const part = (name: string) => parts.find(({ external }) => external[STANDARD] === name)
  return rows.flatMap((row, index) => {
    const cell = (name: string) => row[part(name)?.id ?? ''] || undefined
    const url = cell('accessURL')
    if (url === undefined) return []
    const format = knownOf(part('format')?.options ?? [], [cell('format') ?? ''])
    const title = cell('title')
    return [
      {
        ...a('dcat:Distribution', `${at}#bestand-${index + 1}`),
        'dcat:accessURL': iri(url),
        ...given({
          'dct:title': title === undefined ? undefined : dutch(title),
          'dct:license': licence[0],
          'dct:format': classed('dct:MediaTypeOrExtent', format)[0],
          'dcatap:applicableLegislation': law,
        }),
      },
    ]
  })
}

/** Where it is about, as a point where the entry has one. */
function locationOf(place: Place | undefined, at: string): Node | undefined {
  if (place === undefined) return undefined
  const { label, lon, lat } = place
  const point = { '@value': `POINT(${lon} ${lat})`, '@type': 'gsp:wktLiteral' }
  return {
    ...a('dct:Location', `${at}#gebied`),
    ...given({
      'skos:prefLabel': label === '' ? undefined : dutch(label),
      'dcat:centroid': lon === null || lat === null ? undefined : point,
    }),
  }
}

/** From when until when what is in it happened; `startDate` and `endDate` are names of the standard. */
function periodOf(answers: Answers, at: string): Node | undefined {
  const [start, end] = [day(answers.text('startDate')), day(answers.text('endDate'))]
  if (!start && !end) return undefined
  return { ...a('dct:PeriodOfTime', `${at}#periode`), ...given({ 'dcat:startDate': start, 'dcat:endDate': end }) }
}

/** Whose it is; the municipality itself is told once, in the catalogue. */
const partyOf = ({ origin, name }: Whose, party: string | undefined): Node =>
  party === undefined || [name, `Gemeente ${name}`].some((own) => own.toLowerCase() === party.trim().toLowerCase())
    ? iri(municipalityAt(origin))
    : agent(partyAt(origin, party.trim()), party.trim())

/**
 * The data set that this entry is, for the catalogue at `whose.origin`. Undefined where the entry does not say what the
 * profile obliges and nobody else may fill in: what it is about, and who has access. That is so of what was published
 * before its register asked for them; whoever harvests would refuse the whole catalogue.
 */
export function dataSetOf(register: Register, entry: PublicEntry, whose: Whose): Node | undefined {
  const answers = answersOf(register, entry)
  const [description, access] = [answers.text('description'), answers.known('accessRights')]
  if (description === undefined || access.length === 0) return undefined
  // Stays the same when the entry gets another name.
  const at = `${whose.origin}/api/v1/registers/${register.id}/entries/${entry.id}`
  const themes = answers.known('theme').map(({ id, label }) => concept(id, label))
  const categories = answers.known('hvdCategory').map(({ id, label }) => concept(id, label))
  const named = answers.text('applicableLegislation')
  const law = [...(categories.length > 0 ? [highValueLaw()] : []), ...(named ? [a('eli:LegalResource', named)] : [])]
  const { parts, rows } = answers.rows('keyword')
  const modified = answers.text('modified')
  const email = answers.text('contactPoint')
  return {
    ...a('dcat:Dataset', `${at}#dataset`),
    'dct:title': dutch(answers.text('title') ?? entry.title),
    'dct:description': dutch(description),
    'dct:identifier': answers.text('identifier') ?? `${at}#dataset`,
    'dct:modified': modified === undefined ? atMoment(entry.from) : onDay(modified),
    'dct:publisher': partyOf(whose, answers.text('publisher')),
    'dct:creator': partyOf(whose, answers.text('creator')),
    'dcat:contactPoint': email === undefined ? iri(contactAt(whose.origin)) : reachedAt(at, email, whose),
    'dct:accessRights': a('dct:RightsStatement', access[0]!.id),
    'dcat:theme': themes.length > 0 ? themes : [theme(register.theme ?? 'GOVE')],
    'dcat:landingPage': a('foaf:Document', `${whose.origin}/registers/${register.id}/${entry.slug}`),
    ...given({
      'dct:issued': day(answers.text('issued')),
      'dct:accrualPeriodicity': classed('dct:Frequency', answers.known('accrualPeriodicity'))[0],
      'dct:language': classed('dct:LinguisticSystem', answers.known('language')),
      'foaf:page': document(answers.text('page')),
      'dct:spatial': locationOf(answers.place('spatial'), at),
      'dct:temporal': periodOf(answers, at),
      'dcat:keyword': rows.flatMap((row) => (row[parts[0]!.id] ? [dutch(row[parts[0]!.id]!)] : [])),
      'dcatap:hvdCategory': categories,
      'dcatap:applicableLegislation': law,
      'dcat:distribution': distributionsOf(answers, at, law),
    }),
  }
}

const reachedAt = (at: string, email: string, { name }: Whose): Node => ({
  ...a('vcard:Kind', `${at}#contact`),
  'vcard:fn': dutch(`Gemeente ${name}`),
  'vcard:hasEmail': iri(`mailto:${email}`),
})
