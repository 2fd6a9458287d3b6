/** Whether who reads another language is told as much. */
import { expect, test } from 'vitest'
import { HOST, judgeWith, LOADING, session, sighting } from '../../../test/evidence.ts'
import type { Link, Session } from '../../model/evidence.ts'
import { statementOtherLanguage } from './statement-other-language.ts'

const at = (path: string) => `https://${HOST}${path}`
const english: Link = { href: at('/en/'), text: 'English' }
const privacy: Link = { href: at('/privacy'), text: 'Privacyverklaring' }
const statement: Link = { href: at('/en/privacy'), text: 'Privacy statement' }
const judged = (links: Link[], other?: Partial<Session>) =>
  judgeWith(statementOtherLanguage, {
    session: [
      sighting(session({ links }), { page: at('/'), role: 'landing' }),
      ...(other ? [sighting(session({ url: at('/en/'), lang: 'en', ...other }), { page: at('/en/') })] : []),
    ],
  })

test('an English page without the link that the Dutch one has', () => {
  expect(judged([english, privacy], { links: [] })).toMatchObject({
    reason: 'missing',
    verdict: 'partly',
    seen: { page: at('/en/'), lang: 'en' },
  })
})

test('words of other languages are not read', () => {
  expect(judged([english, privacy], { links: [], lang: 'de' })).toMatchObject({
    reason: 'not-read',
    verdict: 'unknown',
  })
})

test('a page that failed says nothing of what is missing', () => {
  for (const status of [404, 500])
    expect(judged([english, privacy], { links: [], status })).toMatchObject({ reason: 'not-read', verdict: 'unknown' })
})

test('a link or button that may open it is not told as missing', () => {
  expect(judged([english, privacy], { links: [{ href: at('/en/data'), text: 'Your data' }] }).reason).toBe('not-read')
  expect(judged([english, privacy], { links: [], text: 'Home\nPrivacy notice\n' }).reason).toBe('not-read')
  for (const text of ['Data policy', 'GDPR'])
    expect(judged([english, privacy], { links: [{ href: at('/en/x'), text }] }).reason).toBe('same')
})

test('with that link, in either language, it is the same', () => {
  expect(judged([english, privacy], { links: [statement] })).toMatchObject({ reason: 'same', verdict: 'met' })
  expect(judged([english, privacy], { links: [privacy] }).reason).toBe('same')
})

test('one language, no statement at all, a page that was not visited, and one that was half seen', () => {
  expect(judged([privacy])).toMatchObject({ reason: 'one-language', verdict: 'not-applicable' })
  expect(judged([english], { links: [] })).toMatchObject({ reason: 'no-statement', verdict: 'not-applicable' })
  expect(judged([english, privacy])).toMatchObject({ reason: 'not-seen', verdict: 'unknown' })
  expect(judged([english, privacy], { links: [], lacks: LOADING }).verdict).toBe('unknown')
})

test('a subject by the name of a language is no other language', () => {
  const subject: Link = { href: at('/vakken/engels'), text: 'Engels' }
  const school = (lang: string | null, links: Link[], more: Link[] = []) =>
    judgeWith(statementOtherLanguage, {
      session: [
        sighting(session({ links: [subject, privacy, ...more] }), { page: at('/'), role: 'landing' }),
        sighting(session({ url: subject.href, lang, links }), { page: subject.href }),
        ...more.map(({ href }) => sighting(session({ url: href, lang: 'en', links: [] }), { page: href })),
      ],
    })
  expect(school('nl', [privacy])).toMatchObject({ reason: 'one-language', verdict: 'not-applicable' })
  expect(school('nl-NL', [])).toMatchObject({ reason: 'one-language' })
  expect(school(null, [privacy])).toMatchObject({ reason: 'not-read', verdict: 'unknown' })
  expect(school('en-GB', [privacy])).toMatchObject({ reason: 'same' })
  // The page that says that it is in English is held against the statement.
  expect(school('nl', [privacy], [english])).toMatchObject({ reason: 'missing', seen: { page: english.href } })
})
