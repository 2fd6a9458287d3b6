/** What is said of a site by its documents for reading; and of which documents nothing is said. */
import { expect, test } from 'vitest'
import { documents, judgeWith, pdf, seen, session, sighting, unseen } from '../../../test/evidence.ts'
import type { Observed, Pdf } from '../../model/evidence.ts'
import { pdfChecks } from './pdf.ts'

const check = (kind: string) => pdfChecks.find(({ id }) => id === `pdf-${kind}`)!
const judged = (kind: string, ...results: readonly Observed<Pdf>[]) =>
  judgeWith(check(kind), { documents: documents(...results), session: [sighting(session())] })

const SCAN = { letters: 0, pictures: 2, tagged: false, language: null, parts: false, title: null }

test.each<[string, Partial<Pdf>, string]>([
  ['text', SCAN, 'image only: 2/2'],
  ['text', { ...SCAN, pictures: 1, blank: 1 }, 'image only: 1/2'],
  ['tags', { tagged: false }, 'MarkInfo: –'],
  ['language', { language: null, parts: false }, 'Lang: –'],
])('%s: %o is not in order', (kind, over, said) => {
  const answer = judged(kind, seen(pdf(over)))
  expect(answer).toMatchObject({ reason: 'all', verdict: 'unmet', seen: { documents: 1, elements: 1, found: 1 } })
  expect(answer.seen['details']).toEqual([
    `https://www.voorbeeld.nl/stuk-0.pdf · ${said} · 2026-03-02 · https://www.voorbeeld.nl/`,
  ])
  expect(judged(kind, seen(pdf(over)), seen(pdf()))).toMatchObject({ reason: 'some', verdict: 'partly' })
})

test.each<[Partial<Pdf>, string]>([
  [{ title: null }, 'Title: –'],
  [{ title: 'Microsoft Word - brief' }, 'Title: –'],
  [{ title: 'notulen-03.DOCX' }, 'Title: –'],
  [{ title: 'Document1' }, 'Title: –'],
  [{ title: 'PowerPoint-presentatie' }, 'Title: –'],
  [{ title: 'PowerPoint Presentation' }, 'Title: –'],
  [{ title: 'Dia 1' }, 'Title: –'],
  [{ title: 'Blad1' }, 'Title: –'],
  [{ title: 'about:blank' }, 'Title: –'],
  [{ title: 'Afdrukken' }, 'Title: –'],
  [{ title: 'scan0012' }, 'Title: –'],
  [{ title: '1' }, 'Title: –'],
  [{ title: '.' }, 'Title: –'],
  [{ titleShown: false }, 'DisplayDocTitle: false'],
])('a title that is %o is at most partly wrong: the name of the file may be one', (over, said) => {
  const answer = judged('title', seen(pdf(over)))
  expect(answer).toMatchObject({ reason: 'all', verdict: 'partly' })
  expect(answer.seen['details']).toEqual([expect.stringContaining(` · ${said} · `)])
})

test.each<[string, string, Partial<Pdf>, string]>([
  ['a scanned sheet behind a letter', 'text', { pictures: 1 }, 'none-found'],
  ['a picture that has tags, and so may have words', 'text', { ...SCAN, tagged: true }, 'none-found'],
  ['letters drawn as lines', 'text', { ...SCAN, pictures: 0 }, 'nothing-to-read'],
  ['a poster with a few words', 'tags', { tagged: false, letters: 120 }, 'nothing-to-read'],
  ['a scan, which is told once', 'tags', SCAN, 'nothing-to-read'],
  ['a language per part', 'language', { language: null, parts: true }, 'none-found'],
  ['a title of letters of elsewhere', 'title', { title: '年度報告' }, 'none-found'],
  ['a title that begins as a new file', 'title', { title: 'Presentatie raad 2026' }, 'none-found'],
  ['a title that begins with a product', 'title', { title: 'Microsoft Word: een cursus' }, 'none-found'],
  ['a document of before the day', 'tags', { tagged: false, made: '2018-09-22' }, 'older'],
  ['a document without a day', 'tags', { tagged: false, made: null }, 'older'],
])('%s is not held against a site', (_, kind, over, reason) => {
  const { reason: given, verdict } = judged(kind, seen(pdf(over)))
  expect(given).toBe(reason)
  expect(verdict).toBe(reason === 'none-found' ? 'met' : 'unknown')
})

test.each(pdfChecks.map(({ id }) => id.slice('pdf-'.length)))('%s: what could not be read is unknown', (kind) => {
  for (const why of ['too-heavy', 'crashed', 'probe-failed', 'timeout', 'too-large'] as const) {
    expect(judged(kind, unseen(why))).toMatchObject({ reason: 'not-read', verdict: 'unknown' })
    expect(judged(kind, seen(pdf()), unseen(why))).toMatchObject({ reason: 'not-read', verdict: 'unknown' })
  }
})

test('beside what could not be read, what is wrong is so of a part at most', () => {
  expect(judged('tags', seen(pdf({ tagged: false })), unseen('too-large'))).toMatchObject({ verdict: 'partly' })
})

test('a link to nothing or to elsewhere says nothing of documents; no link says that there are none', () => {
  for (const why of ['gone', 'redirected-away'] as const) {
    expect(judged('tags', unseen(why))).toMatchObject({ reason: 'not-read', verdict: 'unknown', seen: { unread: 1 } })
    expect(judged('tags', seen(pdf()), unseen(why))).toMatchObject({ reason: 'none-found', verdict: 'met' })
  }
  expect(judged('tags')).toMatchObject({ reason: 'no-documents', verdict: 'not-applicable' })
  const half = sighting(session({ lacks: { content: ['loading'] } }))
  expect(judgeWith(check('tags'), { documents: documents(), session: [half] }).verdict).toBe('unknown')
  expect(judgeWith(check('tags'), { documents: documents(seen(pdf())), session: [half] }).verdict).toBe('unknown')
})
