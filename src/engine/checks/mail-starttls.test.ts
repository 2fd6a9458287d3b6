/** Whether each server that takes mail encrypts. */
import { expect, test } from 'vitest'
import { exchanger, exchangers, judgeWith } from '../../../test/evidence.ts'
import type { Exchanger, Exchangers } from '../../model/evidence.ts'
import { mailStarttls } from './mail-starttls.ts'

const second = (state: Exchanger['state']) => exchanger({ host: 'mx2.mail.example', state, handshakes: null })
const judged = (servers: readonly Exchanger[], over: Partial<Exchangers> = {}) =>
  judgeWith(mailStarttls, { exchangers: exchangers(servers, over) })

test('all of them, or one without', () => {
  expect(judged([exchanger()])).toMatchObject({ reason: 'encrypts', verdict: 'met' })
  expect(judged([exchanger(), second('no-starttls')])).toMatchObject({
    reason: 'plain',
    verdict: 'unmet',
    seen: { hosts: 'mx2.mail.example' },
  })
})

test('near misses: silence, a server that will not talk to us, one that breaks off: unknown, each told', () => {
  for (const state of ['silent', 'busy', 'refused'] as const)
    expect(judged([exchanger(), second(state)])).toMatchObject({ reason: state, verdict: 'unknown' })
  // What one lacks is so whatever the other does, where somebody in the run did offer it.
  expect(judged([second('silent'), second('no-starttls')], { offerSeen: true }).verdict).toBe('unmet')
})

test('one without an offer, where nobody in the run made one: that may be our own network', () => {
  const alone = [second('no-starttls')]
  expect(judged(alone, { offerSeen: true })).toMatchObject({ reason: 'plain', verdict: 'unmet' })
  expect(judged(alone, { offerSeen: false })).toMatchObject({ reason: 'no-offer-seen', verdict: 'unknown' })
  // Evidence of before does not say it; the domain's other server does.
  expect(judged(alone)).toMatchObject({ reason: 'no-offer-seen', verdict: 'unknown' })
  expect(judged([second('refused'), second('no-starttls')], { offerSeen: false }).verdict).toBe('unmet')
})

test('that nowhere anything could be reached is told of us', () => {
  expect(judged([second('silent')], { portOpen: false })).toMatchObject({ reason: 'own-network', verdict: 'unknown' })
})

test('a domain without mail, and one of which not all servers were asked', () => {
  expect(judged([], { none: true }).verdict).toBe('not-applicable')
  expect(judged([exchanger()], { lacks: { exchangers: ['cut'] } }).verdict).toBe('unknown')
})
