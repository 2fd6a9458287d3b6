/** The walk from http to https. */
import { expect, test } from 'vitest'
import { chain, hop, http, judgeWith, seen, unseen } from '../../../test/evidence.ts'
import type { Lacks } from '../../model/evidence.ts'
import { httpsRedirect } from './https-redirect.ts'

const walk = (...urls: string[]) =>
  judgeWith(httpsRedirect, {
    http: http({
      plain: chain(...urls.map((url, index) => hop({ url, status: index === urls.length - 1 ? 200 : 301 }))),
    }),
  })

test.each([
  [['http://a.nl/', 'https://a.nl/'], 'redirects'],
  [['http://a.nl/', 'https://a.nl/', 'https://www.a.nl/'], 'redirects'],
  [['http://a.nl/', 'https://a.nl:8443/'], 'redirects'],
  [['http://a.nl/', 'https://www.a.nl/'], 'other-host'],
  [['http://a.nl/', 'https://elders.example/'], 'other-host'],
  [['http://a.nl/', 'http://www.a.nl/', 'https://www.a.nl/'], 'detour'],
  [['http://a.nl/'], 'stays-http'],
  [['http://a.nl/', 'http://a.nl/welkom'], 'stays-http'],
  [['http://a.nl/', 'https://a.nl/', 'http://a.nl/oud'], 'stays-http'],
])('%j is %s', (urls, reason) => {
  expect(walk(...urls).reason).toBe(reason)
})

test('a site without https that shows itself over http does not redirect', () => {
  const plain = chain(hop({ url: 'http://www.voorbeeld.nl/' }))
  expect(judgeWith(httpsRedirect, { http: http({ plain, secure: unseen('unreachable') }) }).verdict).toBe('unmet')
})

test('a closed port 80 beside an open 443 leaks nothing', () => {
  expect(judgeWith(httpsRedirect, { http: http({ plain: unseen('unreachable') }) })).toMatchObject({
    reason: 'no-http',
    verdict: 'met',
  })
})

test('what could not be seen is unknown', () => {
  expect(judgeWith(httpsRedirect, { http: http({ plain: unseen('timeout') }) }).verdict).toBe('unknown')
  expect(
    judgeWith(httpsRedirect, {
      http: http({ plain: unseen('unreachable'), secure: unseen('unreachable') }),
    }).verdict,
  ).toBe('unknown')
})

test('an error over http may be a wall that is there for us only', () => {
  const plain = chain(hop({ url: 'http://www.voorbeeld.nl/', status: 403 }))
  expect(judgeWith(httpsRedirect, { http: http({ plain }) })).toMatchObject({
    reason: 'error-page',
    verdict: 'unknown',
  })
})
test('an error page over http says nothing, from 400 on', () => {
  const at = (status: number) =>
    judgeWith(httpsRedirect, { http: http({ plain: chain(hop({ url: 'http://a.nl/', status })) }) }).reason
  expect([399, 400, 503].map(at)).toEqual(['stays-http', 'error-page', 'error-page'])
})

test('a page over http that was not the page, or sends on by itself, is no page that stays', () => {
  const at = (lacks: Lacks) => {
    const walked = chain(hop({ url: 'http://a.nl/' }))
    if (!walked.seen) throw new Error('no walk')
    return judgeWith(httpsRedirect, { http: http({ plain: seen({ ...walked.value, lacks }) }) })
  }
  expect(at({ 'plain-answer': ['in-the-way'] })).toMatchObject({ reason: 'half-seen.in-the-way', verdict: 'unknown' })
  expect(at({ 'plain-answer': ['cut'] }).verdict).toBe('unknown')
  expect(at({})).toMatchObject({ reason: 'stays-http', verdict: 'unmet' })
})
test('what stands in the way over https says nothing of http', () => {
  const plain = chain(hop({ url: 'http://a.nl/' }))
  const lacks = { answer: ['in-the-way'] } as const
  expect(judgeWith(httpsRedirect, { http: http({ plain, lacks }) }).verdict).toBe('unmet')
})
