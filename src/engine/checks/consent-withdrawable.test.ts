/** Consent that can be taken back, and consent that cannot. */
import { expect, test } from 'vitest'
import { consent, cookie, judgeWith, LOADING, request, session, sighting } from '../../../test/evidence.ts'
import { listsWith } from '../../../test/lists.ts'
import type { Consent, Session, Withdrawal } from '../../model/evidence.ts'
import { consentWithdrawable } from './consent-withdrawable.ts'

const lists = listsWith({
  trackers: ['volger.example', 'telt.example'],
  owners: { 'volger.example': { category: 'advertising' }, 'telt.example': { category: 'analytics' } },
  cookies: { _ga: 'analytics' },
})
const ga = cookie({ name: '_ga', by: 'script', lifetime: 63_072_000 })
const to = (...hosts: string[]) => hosts.map((host) => request({ url: `https://${host}/x.js` }))
const STOOD = { cookies: [], storage: [] }
const BACK = [
  { kind: 'door', text: 'Cookie-instellingen' },
  { kind: 'reject', text: 'Weigeren' },
] as const
const judged = (walk: Partial<Consent>, before: Partial<Session> = {}) =>
  judgeWith(
    consentWithdrawable,
    { session: [sighting(session(before))], consent: [sighting(consent(walk), { phase: 'after-accept' })] },
    { lists },
  )
/** Agreed with one press, which called in an advertiser; and then this. */
const after = (withdrawal: Partial<Withdrawal>, more: Partial<Consent> = {}) =>
  judged({
    outcome: 'gone',
    steps: [{ kind: 'accept', text: 'Akkoord' }],
    next: session({ requests: to('volger.example'), cookies: [ga] }),
    again: false,
    withdrawal: { steps: BACK, outcome: 'gone', stood: STOOD, next: session(), ...withdrawal },
    ...more,
  })

test('a no after a yes is heard, and what the yes added is told per party', () => {
  const { added, ...seen } = after({}).seen
  expect(after({})).toMatchObject({ reason: 'heard', verdict: 'met' })
  expect(seen).toMatchObject({ accept: 'Akkoord', pressed: 'Cookie-instellingen, Weigeren', parties: 1 })
  expect(added).toEqual([
    { party: null, hosts: [], requests: 0, cookies: ['_ga'], storage: [] },
    expect.objectContaining({ hosts: ['volger.example'], requests: 1, cookies: [] }),
  ])
  // What was there before the yes was not added by it.
  const before = { requests: to('volger.example'), cookies: [ga] }
  const known = judged(
    {
      outcome: 'gone',
      next: session(before),
      withdrawal: { steps: [], outcome: 'gone', stood: STOOD, next: session() },
    },
    before,
  )
  expect(known.seen['added']).toEqual([])
})

test('what still follows after the consent was taken back', () => {
  expect(after({ next: session({ requests: to('volger.example') }) })).toMatchObject({
    reason: 'found',
    verdict: 'unmet',
  })
  expect(after({ next: session({ cookies: [ga] }) })).toMatchObject({ reason: 'kept', verdict: 'unmet' })
  const stood = { cookies: [{ name: '_ga', domain: 'voorbeeld.nl' }], storage: [] }
  expect(after({ stood, next: session({ cookies: [ga] }) })).toMatchObject({ reason: 'remains', verdict: 'partly' })
  expect(after({ next: session({ requests: to('telt.example') }) })).toMatchObject({
    reason: 'measuring',
    verdict: 'partly',
  })
})

test('nothing leads back; nothing to go back for; only a button without words', () => {
  const none = { steps: [], next: null } as const
  expect(after({ ...none, outcome: 'no-door' })).toMatchObject({ reason: 'no-door', verdict: 'unmet' })
  expect(after({ ...none, outcome: 'no-door' }, { next: session() })).toMatchObject({
    reason: 'nothing',
    verdict: 'not-applicable',
  })
  expect(after({ ...none, outcome: 'unnamed' })).toMatchObject({ reason: 'unnamed', verdict: 'unknown' })
  expect(after({ ...none, outcome: 'no-door' }, { lacks: LOADING }).verdict).toBe('unknown')
})

test('a number that nobody knows is a doubt: whether it is gone, and whether there is anything to take back', () => {
  const number = { by: 'script', lifetime: 63_072_000, valueKind: 'identifier', valueLength: 36 } as const
  const next = session({ cookies: [cookie({ ...number, name: 'tpid', host: 'cdn.meetpunt.example' })] })
  expect(after({ next })).toMatchObject({ reason: 'unlisted', verdict: 'unknown', seen: { names: 'tpid' } })
  const none = { steps: [], next: null, outcome: 'no-door' } as const
  expect(after(none, { next })).toMatchObject({ reason: 'unlisted', verdict: 'unknown' })
  const choice = session({ cookies: [cookie({ ...number, name: 'cookiekeuze' })] })
  expect(after({ next: choice }).reason).toBe('heard')
  expect(after(none, { next: choice }).reason).toBe('nothing')
})

test('many presses back are told', () => {
  const steps = ['Cookies', 'Wijzigen', 'Instellingen', 'Opslaan'].map((text) => ({ kind: 'door' as const, text }))
  expect(after({ steps })).toMatchObject({ reason: 'long', verdict: 'partly', seen: { steps: 4 } })
  expect(after({ steps: steps.slice(0, 3) }).reason).toBe('heard')
})

test.each(['no-way', 'stayed'] as const)('a question that we could not refuse says nothing: %s', (outcome) =>
  expect(after({ outcome, next: null })).toMatchObject({ reason: 'unrefused', verdict: 'unknown' }),
)

test('nothing is known where we got no further, nor of evidence of before', () => {
  expect(after({ outcome: 'unseen', next: null }).verdict).toBe('unknown')
  expect(after({ outcome: 'again', next: null }).verdict).toBe('unknown')
  expect(after({ outcome: 'only-door' })).toMatchObject({ reason: 'only-door', verdict: 'unknown' })
  expect(judged({ outcome: 'gone', next: session() })).toMatchObject({ reason: 'unseen', verdict: 'unknown' })
  expect(judged({})).toMatchObject({ reason: 'no-question', verdict: 'not-applicable' })
  expect(judged({ outcome: 'stayed' }).verdict).toBe('unknown')
})
