/** What name servers answer themselves. */
import { expect, test } from 'vitest'
import { dns, judgeWith } from '../../../test/evidence.ts'
import type { ServerAnswer } from '../../model/evidence.ts'
import { nameserversAnswer } from './nameservers-answer.ts'

const [first, second] = dns().ns
const answer = (at: number, said: ServerAnswer['said'], over: Partial<ServerAnswer> = {}): ServerAnswer => ({
  host: at === 1 ? first!.host : second!.host,
  address: at === 1 ? '192.0.2.53' : '198.51.100.53',
  said,
  ...(said === 'serves' && { serial: 7 }),
  ...over,
})
const told = (...servers: ServerAnswer[]) => judgeWith(nameserversAnswer, { dns: dns({ servers }) })

test('all serve and agree', () => {
  expect(told(answer(1, 'serves'), answer(2, 'serves'))).toMatchObject({ reason: 'agree', verdict: 'met' })
  // Over IPv6 we could not ask; over IPv4 both were heard.
  expect(told(answer(1, 'serves'), answer(1, 'untried', { address: '2a0f::1' }), answer(2, 'serves')).verdict).toBe(
    'met',
  )
})

test('one that does not serve the domain, and editions that stay apart', () => {
  expect(told(answer(1, 'serves'), answer(2, 'lame', { code: 'REFUSED' }))).toMatchObject({
    reason: 'lame',
    verdict: 'partly',
    seen: { hosts: second!.host, details: [expect.any(String), expect.stringContaining('REFUSED')] },
  })
  expect(told(answer(1, 'serves'), answer(2, 'serves', { serial: 6 }))).toMatchObject({
    reason: 'differ',
    seen: { count: 2 },
  })
})

test('one whose name has no address serves nobody, when that was asked and another serves', () => {
  const ns = [first!, { host: 'weg.test', a: [], aaaa: [] }]
  const judged = (servers: readonly ServerAnswer[], lacks = {}) =>
    judgeWith(nameserversAnswer, { dns: dns({ ns, servers, lacks }) })
  expect(judged([answer(1, 'serves')])).toMatchObject({ reason: 'lame', seen: { hosts: 'weg.test' } })
  expect(judged([answer(1, 'serves')], { nameservers: ['no-answer'] }).verdict).toBe('unknown')
  expect(judged([answer(1, 'silent')]).verdict).toBe('unknown')
})

test('silence, no try and evidence of before are not known', () => {
  expect(told(answer(1, 'serves'), answer(2, 'silent'))).toMatchObject({ reason: 'silent', verdict: 'unknown' })
  expect(told(answer(1, 'untried'), answer(2, 'untried')).verdict).toBe('unknown')
  expect(told(answer(1, 'serves')).verdict).toBe('unknown')
  expect(judgeWith(nameserversAnswer, { dns: dns() }).verdict).toBe('unknown')
  expect(judgeWith(nameserversAnswer, { dns: dns({ ns: [], servers: [] }) }).verdict).toBe('unknown')
})
