/** Strings that say what was chosen, and strings that say otherwise. */
import { expect, test } from 'vitest'
import { writtenString } from '../../../test/consent-strings.ts'
import { consent, judgeWith, request, session, sighting } from '../../../test/evidence.ts'
import { listsWith } from '../../../test/lists.ts'
import type { Consent, ConsentString } from '../../model/evidence.ts'
import { tcfHeld } from './tcf-held.ts'

const lists = listsWith({
  trackers: ['volger.example', 'telt.example'],
  owners: { 'volger.example': { category: 'advertising' }, 'telt.example': { category: 'analytics' } },
})
const string = (text: string | null): ConsentString => ({ from: 'interface', host: null, text })
const YES = writtenString({ purposes: [1, 3], partners: [2, 10] })
const NO = writtenString({})
const judged = (before: readonly (string | null)[], after: readonly (string | null)[], more: Partial<Consent> = {}) =>
  judgeWith(
    tcfHeld,
    {
      session: [sighting(session())],
      consent: [
        sighting(
          consent({
            outcome: 'gone',
            steps: [{ kind: 'reject', text: 'Weigeren' }],
            next: session(),
            strings: { before: before.map(string), after: after.map(string) },
            ...more,
          }),
          { phase: 'after-reject' },
        ),
      ],
    },
    { lists },
  )

test('a string that says consent before a choice, or after a no', () => {
  expect(judged([YES], [NO])).toMatchObject({
    reason: 'before',
    verdict: 'unmet',
    seen: { purposes: '1, 3', partners: 2 },
  })
  expect(judged([], [YES])).toMatchObject({ reason: 'refused', verdict: 'unmet' })
  // Whatever came of our no, what stood there before it stood there.
  expect(judged([YES], [], { outcome: 'stayed', next: null }).reason).toBe('before')
})

test('a string that says no, purposes without a partner, and what is claimed without asking', () => {
  expect(judged([], [NO])).toMatchObject({ reason: 'held', verdict: 'met' })
  expect(judged([NO], [writtenString({ purposes: [1] })]).reason).toBe('held')
  expect(judged([NO], [writtenString({ claimed: [2, 3, 7] })])).toMatchObject({
    reason: 'held',
    seen: { claimed: '3' },
  })
})

test('who was still asked after a no is told, and an advertiser is held against it', () => {
  const next = (host: string) => ({ next: session({ requests: [request({ url: `https://${host}/x.js` })] }) })
  expect(judged([], [NO], next('volger.example'))).toMatchObject({
    reason: 'held-but-asked',
    verdict: 'partly',
    seen: { hosts: 'volger.example (Dienst)' },
  })
  expect(judged([], [NO], next('telt.example'))).toMatchObject({
    reason: 'held',
    seen: { hosts: 'telt.example (Dienst)' },
  })
  expect(judged([], [NO], next('niemand.example'))).toMatchObject({ reason: 'held', seen: { hosts: '' } })
})

test('a string of another, in its own frame or cookie, is told and not held against the site', () => {
  const theirs = ['cookie', 'storage'] as const
  for (const from of theirs) {
    const film = { from, host: 'film.example', text: YES }
    const strings = { before: [film], after: [string(NO), film] }
    const seen = judged([], [], { strings })
    expect(seen).toMatchObject({ reason: 'held', verdict: 'met' })
    expect(JSON.stringify(seen.seen['details'])).toContain('film.example')
    expect(judged([], [], { strings: { before: [film], after: [film] } }).reason).toBe('no-string')
    const own = { from, host: 'www.voorbeeld.nl', text: YES }
    expect(judged([], [], { strings: { before: [own], after: [] } })).toMatchObject({ reason: 'before' })
  }
})

test('what is said after a yes is told as a fact', () => {
  const refused = consent({ outcome: 'gone', next: session(), strings: { before: [], after: [string(NO)] } })
  const agreed = consent({ outcome: 'gone', next: session(), strings: { before: [], after: [string(YES)] } })
  const walks = [sighting(refused, { phase: 'after-reject' }), sighting(agreed, { phase: 'after-accept' })]
  const seen = judgeWith(tcfHeld, { session: [sighting(session())], consent: walks }, { lists })
  expect(seen).toMatchObject({ reason: 'held', verdict: 'met' })
  expect(seen.seen['details']).toContain('3: interface: CMP 31; consent 1 3 × 2; legitimate interest –')
})

test('what cannot be read, or says nothing after the no, is not known', () => {
  for (const odd of ['onzin', null, YES.slice(0, 20)]) expect(judged([], [odd])).toMatchObject({ reason: 'unreadable' })
  expect(judged([NO], [])).toMatchObject({ reason: 'silent', verdict: 'unknown' })
  expect(judged([NO], [], { outcome: 'no-way', next: null }).verdict).toBe('unknown')
})

test('no string, no question, and evidence of before', () => {
  expect(judged([], [])).toMatchObject({ reason: 'no-string', verdict: 'not-applicable' })
  expect(judged([], [], { outcome: 'no-question', next: null })).toMatchObject({ reason: 'no-question' })
  const { strings: _, ...old } = consent({ outcome: 'gone', next: session() })
  const evidence = { session: [sighting(session())], consent: [sighting(old, { phase: 'after-reject' })] }
  expect(judgeWith(tcfHeld, evidence, { lists })).toMatchObject({ reason: 'not-looked', verdict: 'unknown' })
})
