/** When a description of software holds, and when nobody is blamed for one. */
import { expect, test } from 'vitest'
import { descriptions, judgeWith, seen, unseen } from '../../../test/evidence.ts'
import type { Publiccode, Software } from '../../model/evidence.ts'
import { sourceDescribed } from './source-described.ts'

const file = 'https://raw.githubusercontent.com/stad/site/HEAD/publiccode.yml'
const software = (value: Partial<Publiccode> | null, over: Partial<Software> = {}): Software => ({
  href: 'https://github.com/stad/site',
  said: 'Onze broncode',
  page: 'https://www.voorbeeld.nl/',
  file,
  files: ['LICENSE'],
  result:
    value === null
      ? unseen('gone')
      : seen({ version: '0.5', name: 'Site', licence: 'EUPL-1.2', of: [], lacks: [], ...value }),
  ...over,
})
const judged = (...looked: readonly Software[]) => judgeWith(sourceDescribed, { descriptions: descriptions(looked) })
const BARE = { said: 'Broncode' }
const lacking = { lacks: ['legal.license'] }

test('one that has all keys holds, whose ever it is, and tells what it says', () => {
  expect(judged(software({}))).toMatchObject({
    reason: 'described',
    verdict: 'met',
    seen: { found: 1, details: [`${file} · Site · 0.5 · EUPL-1.2 · LICENSE`] },
  })
  expect(judged(software({}, BARE)).reason).toBe('described')
})

test('of its own what lacks is named, beside a good one too', () => {
  expect(judged(software(lacking))).toMatchObject({
    reason: 'lacking',
    verdict: 'partly',
    seen: { elements: 1, details: [`${file} · legal.license`] },
  })
  expect(judged(software({}), software(lacking)).reason).toBe('lacking')
  expect(judged(software(lacking, { ...BARE, file: 'https://www.voorbeeld.nl/publiccode.yml' })).reason).toBe('lacking')
  expect(judged(software({ ...lacking, of: ['bus.voorbeeld.nl'] }, BARE)).reason).toBe('lacking')
})

test('its own code without description is told, where the repository was seen', () => {
  expect(judged(software(null))).toMatchObject({ reason: 'not-there', verdict: 'partly' })
})

test.each<[string, string, readonly Software[]]>([
  ['one of another that lacks', 'of-others', [software(lacking, BARE)]],
  ['code of another without', 'of-others', [software(null, BARE)]],
  ['a repository of which nothing was seen', 'not-read', [software(null, { files: [] })]],
  ['one that did not come', 'not-read', [software(null, { result: unseen('timeout') })]],
  [
    'its own that did not come, beside a good one',
    'not-read',
    [software({}), software(null, { result: unseen('robots') })],
  ],
  ['a version of later', 'newer', [software({ ...lacking, version: '0.7' })]],
  ['a version of later, whole', 'newer', [software({ version: '1.0' })]],
])('near miss: %s is unknown', (_, reason, looked) => {
  expect(judged(...looked)).toMatchObject({ reason, verdict: 'unknown' })
})

test('one description may be of all that is linked; what others did not send takes nothing from it', () => {
  expect(judged(software({}), software(null)).reason).toBe('described')
  expect(judged(software({}), software(null, { ...BARE, result: unseen('timeout') })).reason).toBe('described')
})

test('no link, and a link to a place that we do not read', () => {
  expect(judged()).toMatchObject({ reason: 'not-seen', verdict: 'unknown' })
  const elsewhere = { ...descriptions(), software: { found: 1, looked: [] } }
  expect(judgeWith(sourceDescribed, { descriptions: elsewhere })).toMatchObject({
    reason: 'not-read',
    verdict: 'unknown',
    seen: { found: 1 },
  })
})
