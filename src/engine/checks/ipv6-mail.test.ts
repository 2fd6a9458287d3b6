/** IPv6 of each mail server. */
import { expect, test } from 'vitest'
import { judgeWith, mail } from '../../../test/evidence.ts'
import type { Lacks } from '../../model/evidence.ts'
import { ipv6Mail } from './ipv6-mail.ts'

const server = (host: string, aaaa: readonly string[], a: readonly string[] = ['192.0.2.25']) => ({
  priority: 10,
  host,
  a,
  aaaa,
})
const of = (servers: readonly ReturnType<typeof server>[], lacks: Lacks = {}) =>
  judgeWith(ipv6Mail, { mail: mail({ mx: servers, lacks }) })

test('all, some and none', () => {
  expect(of([server('mx1', ['2a0f:db8::25'])]).verdict).toBe('met')
  expect(of([server('mx1', ['2a0f:db8::25']), server('mx2', [])])).toMatchObject({
    reason: 'some',
    verdict: 'partly',
    seen: { hosts: 'mx2' },
  })
  expect(of([server('mx1', []), server('mx2', ['fd00::1', '::ffff:192.0.2.1'])])).toMatchObject({
    reason: 'none',
    verdict: 'unmet',
  })
})

test('no mail, no addresses, and questions without an answer', () => {
  expect(of([]).verdict).toBe('not-applicable')
  expect(judgeWith(ipv6Mail, { mail: mail({ nullMx: true }) }).verdict).toBe('not-applicable')
  expect(of([], { exchangers: ['no-answer'] }).verdict).toBe('unknown')
  expect(of([server('mx1', ['2a0f:db8::25'])], { exchangers: ['cut'] }).verdict).toBe('unknown')
  expect(of([server('mx1', [], [])]).verdict).toBe('unknown')
  expect(of([server('mx1', [])], { 'exchanger-addresses': ['no-answer'] }).verdict).toBe('unknown')
})
