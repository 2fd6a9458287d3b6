/** Strings that say what was chosen, and strings that say otherwise. */
import { expect, test } from 'vitest'
import { writtenString } from '../../../test/consent-strings.ts'
import { consent, judgeWith, request, session, sighting } from '../../../test/evidence.ts'
import { listsWith } from '../../../test/lists.ts'
import type { Consent, ConsentString } from '../../model/evidence.ts'
import { tcfHeld } from './tcf-held.ts'

const lists = listsWith({ trackers: ['volger.example'], owners: { 'volger.example': { category: 'advertising' } } })
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

test('who was still asked after a no is told', () => {
  const next = session({ requests: [request({ url: 'https://volger.example/x.js' })] })
  expect(judged([], [NO], { next })).toMatchObject({ reason: 'held', seen: { hosts: 'volger.example (Dienst)' } })
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
  const evidence = { session: [sighting(session())], consent: [sighting(old)] }
  expect(judgeWith(tcfHeld, evidence, { lists })).toMatchObject({ reason: 'not-looked', verdict: 'unknown' })
})
