/** Whether https is offered, told apart from whether we could look. */
import { expect, test } from 'vitest'
import { chain, hop, http, judgeWith, unseen } from '../../../test/evidence.ts'
import { httpsReachable } from './https-reachable.ts'

const plainPage = chain(hop({ url: 'http://www.voorbeeld.nl/' }))

test('a site that answers over https has it', () => {
  expect(judgeWith(httpsReachable, { http: http() })).toMatchObject({ reason: 'reachable', verdict: 'met' })
})

test('an error page over https is an answer over https', () => {
  expect(judgeWith(httpsReachable, { http: http({ status: 503 }) }).verdict).toBe('met')
})

test('port 443 that refuses beside an open port 80 is no https', () => {
  const answer = judgeWith(httpsReachable, { http: http({ plain: plainPage, secure: unseen('unreachable') }) })
  expect(answer).toMatchObject({ reason: 'not-offered', verdict: 'unmet' })
})

const OUR_SIDE = ['timeout', 'dns-failed', 'blocked', 'refused-address'] as const
test.each(OUR_SIDE)('%s on our side is unknown, though http answers', (why) => {
  expect(judgeWith(httpsReachable, { http: http({ plain: plainPage, secure: unseen(why) }) })).toMatchObject({
    verdict: 'unknown',
    seen: { why },
  })
})

test('both ports silent is a site that is down: unknown', () => {
  const answer = judgeWith(httpsReachable, {
    http: http({ plain: unseen('unreachable'), secure: unseen('unreachable') }),
  })
  expect(answer).toMatchObject({ reason: 'not-seen', verdict: 'unknown' })
})

test('a certificate that is refused is https that does not hold', () => {
  const answer = judgeWith(httpsReachable, {
    http: http({ plain: unseen('tls-failed'), secure: unseen('tls-failed', 'CERT_HAS_EXPIRED') }),
  })
  expect(answer).toMatchObject({ reason: 'not-trusted', verdict: 'partly', seen: { why: 'CERT_HAS_EXPIRED' } })
})

test('https that sends visitors back to http is no https', () => {
  const back = chain(hop({ status: 302 }), hop({ url: 'http://www.voorbeeld.nl/' }))
  expect(judgeWith(httpsReachable, { http: http({ secure: back }) })).toMatchObject({
    reason: 'downgrades',
    verdict: 'unmet',
  })
})

test('a walk that ends at the http site of somebody else is not about this site', () => {
  const away = chain(hop({ status: 302 }), hop({ url: 'http://elders.example/' }))
  expect(judgeWith(httpsReachable, { http: http({ secure: away }) }).reason).toBe('reachable')
})

test('plain http on the port of https is no https, whatever answers on port 80', () => {
  for (const plain of [plainPage, unseen('unreachable', 'ERR_CONNECTION')]) {
    for (const code of ['ERR_SSL_WRONG_VERSION_NUMBER', 'ERR_SSL_HTTP_REQUEST', 'ERR_SSL_PACKET_LENGTH_TOO_LONG']) {
      expect(judgeWith(httpsReachable, { http: http({ plain, secure: unseen('tls-failed', code) }) })).toMatchObject({
        reason: 'no-tls',
        verdict: 'unmet',
      })
    }
  }
  const old = unseen('tls-failed', 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION')
  expect(judgeWith(httpsReachable, { http: http({ plain: plainPage, secure: old }) }).reason).toBe('not-trusted')
})
