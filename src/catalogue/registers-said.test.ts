/** What the registers ask is plain Dutch, is there in English too, and keeps to what a list and a form can show. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { bare, CODE, LEFT, sentences, words, type Text } from '../../test/plain-dutch.ts'
import type { Field } from '../model/register.ts'
import { REGISTER_PURPOSES } from '../vocabulary/register.ts'
import { fieldFor, readRegisters } from './registers.ts'

const registers = readRegisters('registers')
const everyField = registers.flatMap((register) => register.fields.map((field) => ({ register, field })))

/** All that a field says, with that of its answers and its parts. */
const said = (where: string, field: Field): Text[] => [
  [where, field.label],
  ...[field.hint, field.section?.label].flatMap((text): Text[] => (text === undefined ? [] : [[where, text]])),
  ...field.options.map(({ id, label }): Text => [`${where} ${id}`, label]),
  ...field.parts.flatMap((part) => said(`${where} ${part.id}`, part)),
]
const dutch: Text[] = [
  ...registers.flatMap(({ id, title, one, intro }): Text[] => [title, one, intro].map((text): Text => [id, text])),
  ...everyField.flatMap(({ register, field }) => said(`${register.id} ${field.id}`, field)),
]
const wrong = (rule: (text: string) => boolean): string[] =>
  dutch.filter(([, text]) => rule(bare(text))).map(([where, text]) => `${where}: ${text}`)

test('what is asked is short, in print, and has the words of today', () => {
  expect(dutch.length).toBeGreaterThan(500)
  expect(wrong((text) => sentences(text).some((sentence) => words(sentence) > 20))).toEqual([])
  expect(wrong((text) => /;|["']/.test(text) || CODE.test(text))).toEqual([])
  for (const [left, now] of LEFT) expect([now, wrong((text) => left.test(text))]).toEqual([now, []])
})

test('a label is a name or a question of at most fourteen words, and a name ends in nothing', () => {
  const labels = everyField.map(({ register, field }): Text => [`${register.id} ${field.id}`, field.label])
  expect(labels.filter(([, text]) => words(text) > 14 || /[.:!]$/.test(text) || !/^[A-ZÉ]/.test(text))).toEqual([])
})

/** Every word with `_en` that a reader of English gets, wherever it stands in the file. */
function withoutEnglish(value: unknown, at: string): string[] {
  if (Array.isArray(value)) return value.flatMap((each, index) => withoutEnglish(each, `${at}.${index}`))
  if (typeof value !== 'object' || value === null) return []
  const own = ['titel', 'een', 'label', 'deel'].filter((key) => key in value && !(`${key}_en` in value))
  return [
    ...own.map((key) => `${at}.${key}`),
    ...Object.entries(value).flatMap(([key, each]) => withoutEnglish(each, `${at}.${key}`)),
  ]
}
test.each(registers.map(({ id }) => id))('%s is there in English too', (id) => {
  const file: unknown = parse(readFileSync(`registers/${id}.yaml`, 'utf8'))
  expect(withoutEnglish(file, id)).toEqual([])
  expect(file).toHaveProperty('uitleg_en')
  expect(withoutEnglish({ velden: [{ label: 'Naam' }] }, 'x')).toEqual(['x.velden.0.label'])
})

test('a list has at most five columns, its title first; each register has an owner and a day to look again', () => {
  for (const register of registers) {
    const { id, list, fields } = register
    expect([id, list.length <= 5, list[0]]).toEqual([id, true, fieldFor(register, 'title')!.id])
    expect([id, fieldFor(register, 'owner')?.required]).toEqual([id, id === 'leveranciers' ? undefined : 'always'])
    expect([id, fieldFor(register, 'review')?.remindDays.length]).not.toEqual([id, 0])
    if (fields.length > 12) expect([id, fields.some(({ section }) => section)]).toEqual([id, true])
  }
})

test('what must be there before publication is read by everybody, or says whether it may be', () => {
  const hidden = everyField.filter(({ field }) => field.required === 'publication' && !field.public)
  expect(hidden.map(({ register, field }) => [register.id, field.role])).toEqual([
    ['datasets', 'personal-data'],
    // Whoever wants to write does so by a form.
    ['sensoren', 'contact'],
  ])
})

test('each purpose has a register', () => {
  const missing = Object.values(REGISTER_PURPOSES).filter(
    (purpose) => !registers.some((each) => each.purpose === purpose),
  )
  expect(missing).toEqual([])
})

test('the algorithm register has the fields, limits and words of the national standard 1.0', () => {
  const register = registers.find(({ purpose }) => purpose === 'algorithm')!
  const name = (field: Field) => field.external['algoritmeregister']
  const limits = Object.fromEntries(
    register.fields.flatMap((field) =>
      name(field) ? [[name(field)!, [field.max, field.required !== undefined]]] : [],
    ),
  )
  expect(register.standards).toEqual({ algoritmeregister: '1.0' })
  expect(limits).toMatchObject({
    name: [100, true],
    description_short: [400, true],
    organization: [100, true],
    category: expect.anything(),
    status: [expect.anything(), true],
    begin_date: expect.anything(),
    end_date: expect.anything(),
    contact_email: [500, true],
    website: [500, false],
    publication_category: [expect.anything(), true],
    url: [500, false],
    goal: [2500, false],
    proportionality: [2500, false],
    human_intervention: [2500, false],
    risks: [2500, false],
    lawful_basis: [2500, false],
    lawful_basis_grouping: expect.anything(),
    process_index_url: [500, false],
    impacttoetsen_grouping: expect.anything(),
    impacttoetsen: [2500, false],
    source_data: [2500, false],
    source_data_grouping: expect.anything(),
    methods_and_models: [5000, false],
    provider: [200, false],
    publiccode: [500, false],
    tags: [2500, false],
    lars: [100, false],
  })
  const options = (of: string) =>
    register.fields.find((field) => name(field) === of)!.options.map(({ external }) => external['algoritmeregister'])
  expect(options('category')).toHaveLength(16)
  expect(options('category')).not.toContain(undefined)
  expect(options('status')).toEqual(['In ontwikkeling', 'In gebruik', 'Buiten gebruik'])
  expect(options('publication_category')).toEqual([
    'Hoog-risico AI-systeem',
    'Impactvolle algoritmes',
    'Overige algoritmes',
  ])
})

test('the processing register has each point of article 30(1), the processor agreement each of article 28(3)', () => {
  const sources = (purpose: string) =>
    registers.find((each) => each.purpose === purpose)!.fields.map(({ source }) => source ?? '')
  for (const letter of 'abcdefg')
    expect(sources('processing').join('\n')).toMatch(new RegExp(`art\\. 30 lid 1 onder ${letter}\\b`))
  expect(sources('processor-agreement').flatMap((text) => /28 lid 3 onder (\w)/.exec(text)?.[1] ?? [])).toEqual([
    ...'abcdefgh',
  ])
})

/** Lists of the EU; no open licence is a word of the Dutch government. */
const LISTS = ['publications.europa.eu/resource/authority', 'data.europa.eu/bna', 'standaarden.overheid.nl/owms']
const LIST = new RegExp(`^http://(${LISTS.join('|')})/`)

test('a data set has what DCAT-AP-NL 3.0 asks, and each answer that is a concept has its address', () => {
  const register = registers.find(({ purpose }) => purpose === 'data-set')!
  const asked = register.fields.filter(({ required }) => required !== undefined).map(({ external }) => external['dcat'])
  for (const name of [
    'title',
    'description',
    'creator',
    'publisher',
    'contactPoint',
    'accessRights',
    'theme',
    'license',
  ])
    expect(asked).toContain(name)
  expect(register.fields.map(({ external }) => external['dcat'])).toContain('identifier')
  for (const { external, options } of register.fields.flatMap((field) => [field, ...field.parts]))
    for (const option of external['dcat'] ? options : [])
      // Other conditions have an address of their own.
      if (option.id !== 'anders') expect(option.external['dcat']).toMatch(LIST)
})
