/** X-Content-Type-Options, and the answer on which headers are judged. */
import { expect, test } from 'vitest'
import { chain, hop, http, judgeWith, unseen } from '../../../test/evidence.ts'
import { nosniff } from './nosniff.ts'

const sent = (...values: string[]) =>
  judgeWith(nosniff, { http: http({ headers: values.map((value) => ['x-content-type-options', value] as const) }) })
const NOSNIFF = [['x-content-type-options', 'nosniff']] as const

test.each([[['nosniff']], [['NoSniff ']], [['nosniff, nosniff']], [['nosniff', 'anders']]])('%j counts', (values) => {
  expect(sent(...values).verdict).toBe('met')
})

test.each([[['sniff']], [['nosniff;']], [['']], [['anders', 'nosniff']], [['"nosniff"']]])(
  '%j does not count',
  (values) => {
    expect(sent(...values).reason).toBe('invalid')
  },
)

test('no header is no protection', () => {
  expect(judgeWith(nosniff, { http: http() })).toMatchObject({ reason: 'missing', verdict: 'unmet' })
})

test('the page a visitor ends up with counts, not the redirect before it', () => {
  const first = hop({ url: 'https://voorbeeld.nl/', status: 301 })
  expect(judgeWith(nosniff, { http: http({ secure: chain(first, hop({ headers: NOSNIFF })) }) }).verdict).toBe('met')
  expect(
    judgeWith(nosniff, {
      http: http({ secure: chain({ ...first, headers: NOSNIFF }, hop()) }),
    }).verdict,
  ).toBe('unmet')
})

test('a site without https is judged on its http answer', () => {
  const plain = chain(hop({ url: 'http://www.voorbeeld.nl/', headers: NOSNIFF }))
  expect(judgeWith(nosniff, { http: http({ plain, secure: unseen('unreachable') }) }).verdict).toBe('met')
})

test('a site that sends its visitors to another domain has no page of its own', () => {
  const away = chain(hop({ status: 301 }), hop({ url: 'https://elders.example/' }))
  expect(judgeWith(nosniff, { http: http({ secure: away }) })).toMatchObject({
    reason: 'elsewhere',
    verdict: 'not-applicable',
  })
  expect(judgeWith(nosniff, { http: http({ status: 302 }) }).reason).toBe('elsewhere')
})

test('an error page and no answer at all are unknown', () => {
  expect(judgeWith(nosniff, { http: http({ status: 403 }) })).toMatchObject({
    reason: 'error-page',
    verdict: 'unknown',
  })
  expect(judgeWith(nosniff, { http: http({ plain: unseen('timeout'), secure: unseen('timeout') }) })).toMatchObject({
    reason: 'no-answer',
    verdict: 'unknown',
  })
})
