/** Which descriptions of software are as the standard has them, and what is named of those that are not. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { readPubliccode } from './publiccode.ts'

const LONG = 'Laat zien wanneer de bus komt, hoe vol hij is en of er een plek is voor een rolstoel. '.repeat(2)
const good = {
  publiccodeYmlVersion: '0.5',
  name: 'Busbord',
  url: 'https://codeberg.org/stad/busbord.git',
  platforms: ['web'],
  developmentStatus: 'stable',
  softwareType: 'standalone/web',
  description: { nl: { shortDescription: 'Wanneer komt de bus?', longDescription: LONG, features: ['Tijden'] } },
  legal: { license: 'EUPL-1.2' },
  maintenance: { type: 'internal', contacts: [{ name: 'Anna de Vries', email: 'anna@stad.test' }] },
  localisation: { localisationReady: true, availableLanguages: ['nl'] },
}
type Tree = Record<string, unknown>
/** The good one with a key changed, or without it. */
function but(key: string, value?: unknown): string {
  const said = structuredClone(good) as Tree
  const steps = key.split('.')
  const last = steps.pop()!
  const inside = steps.reduce<Tree>((tree, step) => tree[step] as Tree, said)
  if (value === undefined) delete inside[last]
  else inside[last] = value
  return stringify(said)
}
const lacks = (text: string) => {
  const read = readPubliccode(text)
  return typeof read === 'object' ? read.lacks : read
}

test('one that has all keys tells what it is, and nothing of people', () => {
  const read = readPubliccode(
    stringify({ ...good, landingURL: 'https://bus.stad.test/', organisation: { uri: 'urn:x' } }),
  )
  expect(read).toEqual({ version: '0.5', name: 'Busbord', licence: 'EUPL-1.2', of: ['bus.stad.test'], lacks: [] })
  expect(JSON.stringify(read)).not.toContain('Anna')
})

test('our own is in order', () => {
  expect(lacks(readFileSync('publiccode.yml', 'utf8'))).toEqual([])
})

test.each([
  'publiccodeYmlVersion',
  'name',
  'url',
  'platforms',
  'developmentStatus',
  'softwareType',
  'description',
  'description.nl.shortDescription',
  'description.nl.longDescription',
  'description.nl.features',
  'legal.license',
  'maintenance.type',
  'maintenance.contacts',
  'localisation.localisationReady',
  'localisation.availableLanguages',
])('without %s that is named', (key) => {
  expect(lacks(but(key))).toEqual([key])
})

test.each<[string, unknown]>([
  ['url', 'op onze schijf'],
  ['platforms', []],
  ['developmentStatus', 'klaar'],
  ['softwareType', 'website'],
  ['description.nl.shortDescription', 'x'.repeat(151)],
  ['description.nl.longDescription', 'x'.repeat(149)],
  ['description.nl.longDescription', 'x'.repeat(10_002)],
  ['description.nl.features', 'Tijden'],
  ['legal.license', 'EUPL'],
  ['legal.license', 'Apache 2.0'],
  ['legal.license', '('.repeat(5_000)],
  ['maintenance.type', 'ja'],
  ['maintenance.contacts', [{ email: 'x@stad.test' }]],
  ['localisation.localisationReady', 'ja'],
  ['localisation.availableLanguages', []],
])('%s that is not as it should be is named: %j', (key, value) => {
  expect(lacks(but(key, value))).toEqual([key])
})

test('hired maintenance names who is hired', () => {
  expect(lacks(but('maintenance', { type: 'contract' }))).toEqual(['maintenance.contractors'])
  const hired = (contractor: Tree) => lacks(but('maintenance', { type: 'contract', contractors: [contractor] }))
  expect(hired({ name: 'Bouwer' })).toEqual(['maintenance.contractors'])
  expect(hired({ name: 'Bouwer', until: '2027-12-31' })).toEqual([])
  expect(lacks(but('maintenance', { type: 'none' }))).toEqual([])
})

test.each<[string, string]>([
  ['a version that YAML reads as a number', stringify(good).replace('"0.5"', '0.5')],
  ['one platform', but('platforms', 'web')],
  ['an address of git', but('url', 'git@codeberg.org:stad/busbord.git')],
  ['more licences', but('legal.license', 'EUPL-1.2 OR (MIT AND Apache-2.0)')],
  ['an older name of a licence', but('legal.license', 'AGPL-3.0')],
  ['a licence with an exception', but('legal.license', 'MIT WITH Bison-exception-2.2')],
  ['a version without its last part', but('publiccodeYmlVersion', '0')],
  ['words folded over lines', but('description.nl.longDescription', LONG.replaceAll('. ', '.\n'))],
  ['no day of release, which later versions let go', stringify(good)],
  ['a second language that is half done', but('description.en', { shortDescription: 'Bus' })],
  ['no features yet', but('description.nl.features', [])],
  ['keys of a country', but('IT', { riuso: { codiceIPA: 'x' } })],
  [
    'what it refers to twice',
    `x-kort: &kort Wanneer komt de bus?\n${stringify(good).replace('Wanneer komt de bus?', '*kort')}`,
  ],
])('near miss: %s', (_, text) => {
  expect(parse(text)).toBeTypeOf('object')
  expect(lacks(text)).toEqual([])
})

test.each([
  ['a page', '<!doctype html><title>Weg</title>'],
  ['an error in JSON', '{"error": "not found", "name": "x"}'],
  ['words', 'Niet gevonden'],
  ['another file', 'name: bouwen\non: push\njobs: {}'],
  ['nothing', ''],
])('%s in its place is none', (_, text) => {
  expect(readPubliccode(text)).toBeUndefined()
})

test('one that is no YAML says so; one with a key twice too', () => {
  expect(lacks('publiccodeYmlVersion: "0.5"\nname: [open')).toEqual(['YAML'])
  expect(lacks(`${stringify(good)}name: Nog een\n`)).toEqual(['YAML'])
})

test.each([
  ['references that grow', `a: &a [x]\n${'bcdefghijklmnopqrstuvwxyz'.replace(/./g, (l) => `${l}: &${l} [*a, *a]\n`)}`],
  ['depth', `publiccodeYmlVersion: ${'['.repeat(60)}${']'.repeat(60)}`],
  ['much depth', `publiccodeYmlVersion: ${'['.repeat(30_000)}${']'.repeat(30_000)}`],
  ['length', `publiccodeYmlVersion: [${'1,'.repeat(90_000)}]`],
])('%s is not read, in little time', (_, text) => {
  const begun = performance.now()
  expect(readPubliccode(text)).toBe('too-much')
  expect(performance.now() - begun).toBeLessThan(5_000)
})

test('names of our own objects are words like any other', () => {
  const text = `${stringify(good)}__proto__: {polluted: 1}\nconstructor: {prototype: {polluted: 1}}\n`
  expect(lacks(text)).toEqual([])
  expect(({} as Tree)['polluted']).toBeUndefined()
  // A key that only our objects have is none of the file.
  expect(readPubliccode('toString: x\nconstructor: y')).toBeUndefined()
})
