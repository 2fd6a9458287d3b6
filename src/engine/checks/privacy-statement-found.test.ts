/** Whether there is a privacy statement of the site itself. */
import { expect, test } from 'vitest'
import type { Statement } from '../../model/evidence.ts'
import { LOADING, HOST, judgeWith, seen, session, sighting, statements, unseen } from '../../../test/evidence.ts'
import { privacyStatementFound } from './privacy-statement-found.ts'

const statement = (over: Partial<Statement> = {}): Statement => ({
  url: `https://${HOST}/privacy/`,
  status: 200,
  text: 'Privacyverklaring',
  links: [],
  lang: 'nl',
  ...over,
})
const landing = (...links: { href: string; text: string }[]) => sighting(session({ links }))
const link = { href: `https://${HOST}/privacy/`, text: 'Privacyverklaring' }

test('a statement behind a link on the landing page is found', () => {
  expect(
    judgeWith(privacyStatementFound, {
      statements: statements({ privacy: seen(statement()) }),
      session: [landing(link)],
    }),
  ).toMatchObject({ reason: 'found', verdict: 'met' })
})
test('no such link on any page is missing', () => {
  expect(
    judgeWith(privacyStatementFound, {
      statements: statements(),
      session: [landing({ href: `https://${HOST}/contact`, text: 'Contact' })],
    }),
  ).toMatchObject({ reason: 'missing', verdict: 'unmet' })
})
test.each([404, 410])('a page that is gone (%i) is gone', (status) => {
  expect(
    judgeWith(privacyStatementFound, {
      statements: statements({ privacy: seen(statement({ status })) }),
      session: [landing(link)],
    }),
  ).toMatchObject({ reason: 'gone', verdict: 'unmet' })
})
test.each([403, 429, 500, 503])('a page that refused us (%i) is unknown', (status) => {
  expect(
    judgeWith(privacyStatementFound, {
      statements: statements({ privacy: seen(statement({ status })) }),
      session: [landing(link)],
    }),
  ).toMatchObject({ reason: 'unread', verdict: 'unknown' })
})
test('a PDF is a statement; a time-out is unknown', () => {
  expect(
    judgeWith(privacyStatementFound, {
      statements: statements({ privacy: unseen('not-html', 'application/pdf') }),
      session: [landing(link)],
    }),
  ).toMatchObject({ reason: 'document', verdict: 'met' })
  expect(
    judgeWith(privacyStatementFound, {
      statements: statements({ privacy: unseen('timeout') }),
      session: [landing(link)],
    }),
  ).toMatchObject({ reason: 'unread', verdict: 'unknown' })
})
test('a link on another page only is partly', () => {
  const contact = sighting(session({ links: [link] }), { role: 'contact', page: `https://${HOST}/contact` })
  expect(judgeWith(privacyStatementFound, { statements: statements(), session: [landing(), contact] })).toMatchObject({
    reason: 'elsewhere',
    verdict: 'partly',
    seen: { page: `https://${HOST}/contact` },
  })
})
test("the statement of a captcha's company, or of a mother organisation, is for a person to judge", () => {
  const captcha = { href: 'https://policies.google.example/privacy', text: 'Privacy' }
  expect(judgeWith(privacyStatementFound, { statements: statements(), session: [landing(captcha)] })).toMatchObject({
    reason: 'other-site',
    verdict: 'unknown',
  })
  expect(
    judgeWith(privacyStatementFound, {
      statements: statements({ privacy: seen(statement({ url: captcha.href })) }),
      session: [landing(captcha)],
    }).reason,
  ).toBe('other-site')
})
test.each([
  ['Uw gegevens', `https://${HOST}/gegevens`],
  ['Privacyverklaring', 'javascript:void(0)'],
])('%s behind %s may be one, and is none of another site', (text, href) => {
  expect(
    judgeWith(privacyStatementFound, { statements: statements(), session: [landing({ href, text })] }),
  ).toMatchObject({ reason: 'maybe', verdict: 'unknown' })
})
test('a button that is called so may open one; a word on privacy does not', () => {
  const judged = (text: string) =>
    judgeWith(privacyStatementFound, { statements: statements(), session: [sighting(session({ text }))] }).reason
  expect(judged('Contact\nPrivacyverklaring\n© 2026')).toBe('maybe')
  expect(judged('Wij geven om uw privacy.')).toBe('missing')
})
test('a landing page that never finished proves no absence', () => {
  expect(
    judgeWith(privacyStatementFound, { statements: statements(), session: [sighting(session({ lacks: LOADING }))] }),
  ).toMatchObject({ reason: 'half-seen.loading', verdict: 'unknown' })
})
test('a statement of which it is not known whether the site answers every address so, is unknown', () => {
  const judged = (lacks: Statement['lacks']) =>
    judgeWith(privacyStatementFound, {
      statements: statements({ privacy: seen(statement(lacks && { lacks })) }),
      session: [landing(link)],
    })
  expect(judged({ control: ['page-unseen'] })).toMatchObject({ reason: 'half-seen.page-unseen', verdict: 'unknown' })
  expect(judged({ statements: ['cut'] })).toMatchObject({ reason: 'found', verdict: 'met' })
})
