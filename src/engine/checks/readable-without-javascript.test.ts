/** Whether pages that are empty without script trip, and small pages and cookie notices do not. */
import { expect, test } from 'vitest'
import { hop, http, judgeWith, seen, session, sighting, unseen } from '../../../test/evidence.ts'
import { readableWithoutJavascript } from './readable-without-javascript.ts'

const answer = (textLength: number, over = {}, contentType: string | null = 'text/html') =>
  http({ secure: seen({ hops: [hop(over)], body: { contentType, bytes: 9_000, textLength, lang: 'nl' } }) })
const judge = (plain: number, rendered: number, text = 'Welkom') =>
  judgeWith(readableWithoutJavascript, {
    http: answer(plain),
    session: [
      sighting(
        session({
          textLength: rendered,
          text,
        }),
      ),
    ],
  })

test.each([
  [3_000, 3_000, 'readable', 'met'],
  [1_800, 3_000, 'readable', 'met'],
  [4_000, 3_000, 'readable', 'met'],
  [1_700, 3_000, 'half', 'partly'],
  [600, 3_000, 'half', 'partly'],
  [590, 3_000, 'empty', 'unmet'],
  [40, 2_000, 'empty', 'unmet'],
  [0, 500, 'empty', 'unmet'],
])('%i of %i characters is %s', (plain, rendered, reason, verdict) => {
  expect(judge(plain, rendered)).toMatchObject({ reason, verdict, seen: { plain, rendered } })
})
test.each([
  [0, 0],
  [6, 6],
  [30, 399],
  [0, 120],
])('a tiny page (%i of %i) is not judged', (plain, rendered) => {
  expect(judge(plain, rendered)).toMatchObject({ reason: 'tiny', verdict: 'unknown' })
})
test('a small page that is all there is readable', () => {
  expect(judge(150, 160).reason).toBe('readable')
})
test('a difference that a cookie notice can explain is not judged', () => {
  expect(judge(700, 1_900, 'Wij gebruiken cookies')).toMatchObject({ reason: 'notice', verdict: 'unknown' })
  expect(judge(700, 1_900, 'Welkom').reason).toBe('half')
  // An almost empty answer is not explained by a notice.
  expect(judge(40, 1_500, 'Wij gebruiken cookies').reason).toBe('empty')
  expect(judge(700, 4_000, 'Wij gebruiken cookies').reason).toBe('empty')
})
test('two different pages are not compared', () => {
  const evidence = {
    http: answer(0, { url: 'https://www.voorbeeld.nl/kies-taal' }),
    session: [
      sighting(
        session({
          textLength: 3_000,
        }),
      ),
    ],
  }
  expect(judgeWith(readableWithoutJavascript, evidence)).toMatchObject({ reason: 'other-page', verdict: 'unknown' })
})
test('www and a closing slash make no other page', () => {
  const evidence = {
    http: answer(3_000, { url: 'https://voorbeeld.nl' }),
    session: [
      sighting(
        session({
          textLength: 3_000,
        }),
      ),
    ],
  }
  expect(judgeWith(readableWithoutJavascript, evidence).reason).toBe('readable')
})
test('without an answer, with a wall or with something that is no page nothing is known', () => {
  const sessions = [sighting(session({ textLength: 3_000 }))]
  for (const each of [
    answer(10, { status: 403 }),
    answer(0, {}, 'application/pdf'),
    http({ secure: unseen('timeout'), plain: unseen('timeout') }),
  ]) {
    expect(judgeWith(readableWithoutJavascript, { http: each, session: sessions })).toMatchObject({
      reason: 'no-page',
      verdict: 'unknown',
    })
  }
  const contact = [sighting(session({ textLength: 3_000 }), { role: 'contact' })]
  expect(judgeWith(readableWithoutJavascript, { http: answer(10), session: contact }).reason).toBe('no-page')
})
test.each([
  [60, 100, 'readable'],
  [59, 99, 'tiny'],
  [100, 399, 'tiny'],
  [100, 400, 'half'],
])('of %i and %i characters is %s', (plain, rendered, reason) => {
  expect(judge(plain, rendered).reason).toBe(reason)
})
test('fifteen hundred characters more may be a notice about cookies, one more may not', () => {
  expect(judge(200, 1_700, 'Wij gebruiken cookies').reason).toBe('notice')
  expect(judge(200, 1_701, 'Wij gebruiken cookies').reason).not.toBe('notice')
  expect(judge(199, 1_690, 'Wij gebruiken cookies').reason).not.toBe('notice')
})
test('a share is told in per cent, at most a hundred', () => {
  expect(judge(1_500, 3_000).seen).toMatchObject({ percent: 50 })
  expect(judge(9_000, 3_000).seen).toMatchObject({ percent: 100 })
})
