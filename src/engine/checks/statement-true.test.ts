/** What a statement claims, held against cookies and requests that were seen. */
import { expect, test } from 'vitest'
import { listsWith } from '../../../test/lists.ts'
import {
  cookie,
  HOST,
  judgeWith,
  LOADING,
  request,
  seen,
  session,
  sighting,
  statements,
  unseen,
} from '../../../test/evidence.ts'
import type { Session } from '../../model/evidence.ts'
import { statementTrue } from './statement-true.ts'

const lists = listsWith({
  cookies: { _fbp: 'marketing', _ga: 'analytics' },
  owners: { 'fonts.googleapis.com': { category: 'fonts' } },
})
const page = (text: string) => seen({ url: `https://${HOST}/privacy/`, status: 200, text, links: [], lang: 'nl' })
const judged = (text: string, over: Partial<Session> = {}) =>
  judgeWith(
    statementTrue,
    { session: [sighting(session(over))], statements: statements({ privacy: page(text) }) },
    { lists },
  )
const STAYS = cookie({ name: 'bezoek', lifetime: 400 * 86_400, valueKind: 'identifier' })
const FBP = cookie({ name: '_fbp', lifetime: 90 * 86_400, valueKind: 'identifier' })
const GA = cookie({ name: '_ga', lifetime: 400 * 86_400, valueKind: 'identifier' })
const FONTS = request({ url: 'https://fonts.googleapis.com/css2?family=Lato', type: 'stylesheet' })

test.each([
  ['no cookies', 'Wij gebruiken geen cookies.', { cookies: [STAYS] }],
  ['needed only', 'Wij gebruiken alleen functionele cookies.', { cookies: [FBP] }],
  ['none that follow', 'Deze site plaatst geen tracking cookies.', { cookies: [FBP] }],
  ['a bound', 'Onze cookies blijven hoogstens zes maanden staan.', { cookies: [STAYS] }],
  ['a service', 'Wij gebruiken geen Google Fonts.', { requests: [FONTS] }],
])('contradicted: %s', (_, sentence, over) => {
  expect(judged(`Privacy. ${sentence} Klaar.`, over)).toMatchObject({
    reason: 'contradicted',
    verdict: 'unmet',
    seen: { said: sentence },
  })
})
test.each([
  ['a cookie for the time of a visit', 'Wij gebruiken geen cookies.', { cookies: [cookie()] }],
  ['a choice about cookies', 'Wij gebruiken geen cookies.', { cookies: [{ ...STAYS, valueKind: 'choice' as const }] }],
  [
    'a cookie the browser refused',
    'Wij gebruiken geen cookies.',
    { cookies: [{ ...STAYS, blocked: ['InvalidDomain'] }] },
  ],
  ['a removal', 'Wij gebruiken geen cookies.', { cookies: [cookie({ lifetime: 0 })] }],
  ['a cookie of which nobody knows what for', 'Wij gebruiken alleen functionele cookies.', { cookies: [STAYS] }],
  ['a cookie within the bound', 'Onze cookies blijven hoogstens twee jaar staan.', { cookies: [STAYS] }],
  [
    'a request that was stopped',
    'Wij gebruiken geen Google Fonts.',
    { requests: [{ ...FONTS, outcome: 'blocked' as const }] },
  ],
])('fits: %s', (_, sentence, over) => {
  expect(judged(`Privacy. ${sentence} Klaar.`, over)).toMatchObject({ reason: 'fits', verdict: 'met' })
})
test.each([
  'Wij gebruiken geen cookies.',
  'Wij plaatsen alleen functionele cookies. YouTube kan zelf cookies plaatsen.',
  'Deze site plaatst geen tracking cookies.',
  'Onze cookies blijven hoogstens een maand staan.',
])('a cookie of others does not speak against "%s", nor for it; one of the site itself does', (text) => {
  const others = { ...FBP, host: 'video.example', page: 'https://video.example/embed' }
  expect(judged(text, { cookies: [others] })).toMatchObject({ reason: 'others', verdict: 'unknown' })
  const both = judged(text, { cookies: [others, FBP] })
  expect(both).toMatchObject({ reason: 'contradicted', verdict: 'unmet' })
  // What contradicts is told; what does not, is not.
  expect(both.seen['details']).toEqual([expect.not.stringContaining('video.example')])
})
test.each([
  'Wij gebruiken geen tracking cookies.',
  'Wij gebruiken geen marketing cookies.',
  'Wij gebruiken analytische cookies van Google Analytics. Wij plaatsen alleen functionele cookies.',
  'Wij gebruiken geen cookies. Wij houden bezoekcijfers bij.',
])('a cookie for statistics proves nothing against: %s', (text) => {
  expect(judged(text, { cookies: [GA] })).toMatchObject({ reason: 'statistics', verdict: 'unknown' })
  expect(judged(text, { cookies: [GA, FBP] })).toMatchObject({ reason: 'contradicted', verdict: 'unmet' })
})
test('it does against a statement that knows of no statistics', () => {
  for (const text of ['Wij gebruiken geen cookies.', 'Wij gebruiken alleen functionele cookies.'])
    expect(judged(text, { cookies: [GA] }).reason).toBe('contradicted')
})
test.each([
  'Wij gebruiken alleen analytische en functionele cookies.',
  'Wij gebruiken geen cookies van Facebook.',
  'Weigert u cookies? Onze website plaatst dan alleen functionele cookies.',
])('no claim to hold against what was seen: %s', (text) => {
  expect(judged(text, { cookies: [GA, FBP] }).reason).toBe('no-claim')
})
test('letters that the frame of a film asks for are not asked for by the site; those of the page itself are', () => {
  const text = 'Wij gebruiken geen Google Fonts.'
  const inFilm = { ...FONTS, frame: 'https://www.film.example/embed/x' }
  expect(judged(text, { requests: [inFilm] })).toMatchObject({ reason: 'others', verdict: 'unknown' })
  expect(judged(text, { requests: [inFilm, FONTS] })).toMatchObject({ reason: 'contradicted', verdict: 'unmet' })
})
test('a film in the page itself is of the site, one inside the frame of another is not', () => {
  const film = (by: string | null) => {
    const url = 'https://www.youtube.com/embed/x'
    return request({ url, frame: url, initiator: { kind: 'parser', url: by } })
  }
  const said = (by: string | null) => judged('Wij gebruiken geen YouTube.', { requests: [film(by)] }).reason
  expect(said(`https://${HOST}/`)).toBe('contradicted')
  expect(said('https://www.blok.example/kader')).toBe('others')
  expect(said(null)).toBe('others')
})
test('a claim that only fits what was seen half is unknown, a contradiction stands', () => {
  const lacks = { lacks: LOADING }
  expect(judged('Wij gebruiken geen cookies.', lacks).verdict).toBe('unknown')
  expect(judged('Wij gebruiken geen cookies.', { ...lacks, cookies: [STAYS] }).verdict).toBe('unmet')
})
test('no claim, no statement and one that could not be read', () => {
  expect(judged('Wij gaan zorgvuldig om met uw gegevens.', { cookies: [FBP] })).toMatchObject({
    reason: 'no-claim',
    verdict: 'not-applicable',
  })
  const none = { session: [sighting(session())], statements: statements() }
  expect(judgeWith(statementTrue, none).reason).toBe('none')
  expect(judgeWith(statementTrue, { ...none, statements: statements({ privacy: unseen('timeout') }) }).verdict).toBe(
    'unknown',
  )
})
test('a statement on cookies of its own is held against it as well', () => {
  const cookies = page('Wij gebruiken geen cookies.')
  expect(
    judgeWith(statementTrue, {
      session: [sighting(session({ cookies: [STAYS] }))],
      statements: statements({ cookies }),
    }).verdict,
  ).toBe('unmet')
})
