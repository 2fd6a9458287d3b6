/** What a browser showed of a statement is read with it; what no browser saw is not told as missing. */
import { expect, test } from 'vitest'
import { HOST, seen, session, sighting, statements, unseen } from '../../../test/evidence.ts'
import type { Evidence, Session, Statement } from '../../model/evidence.ts'
import { asVisited } from './statements-visited.ts'

const URL_ = `https://${HOST}/privacy`
const fetched = (over: Partial<Statement> = {}) =>
  seen({ url: URL_, status: 200, text: 'Privacy Wij zijn er voor u.', links: [], lang: 'nl', ...over })
const visit = (over: Partial<Session> = {}, record: object = {}) =>
  [
    {
      ...sighting(session()),
      probe: 'session',
      result: seen(session({ url: URL_, finalUrl: URL_, ...over })),
      ...record,
    },
  ] as unknown as Evidence['pages']
const read = (pages: Evidence['pages'], privacy = fetched()) => {
  const found = asVisited(statements({ privacy }), pages).privacy
  if (!found?.seen) throw new Error('not seen')
  return found.value
}
const TOLD = 'U mag uw gegevens bekijken en laten wissen.'

test('what a script filled in is read, and what stood there already is not read twice', () => {
  const { text, links, lacks } = read(
    visit({ text: `PRIVACY\n${TOLD}\nWij zijn  er voor u.`, links: [{ href: `${URL_}/meer`, text: 'Meer' }] }),
  )
  expect(text).toBe(`Privacy Wij zijn er voor u.\n${TOLD}`)
  expect(links).toEqual([{ href: `${URL_}/meer`, text: 'Meer' }])
  expect(lacks).toBeUndefined()
})
test('the same page under another writing of its address is the same', () => {
  expect(read(visit({ text: TOLD, finalUrl: `https://${HOST}/Privacy/?utm_source=x` })).text).toContain(TOLD)
})
test.each([
  ['another page', visit({ text: TOLD, finalUrl: `https://${HOST}/over` })],
  ['a page that failed', visit({ text: TOLD, status: 500 })],
  ['after a choice', visit({ text: TOLD }, { phase: 'after-reject' })],
  ['on a phone', visit({ text: TOLD }, { profile: 'phone' })],
  ['a visit that was not seen', visit({}, { result: unseen('timeout') })],
  ['no visit', []],
])('not read from %s, and so not whole', (_, pages) => {
  const { text, lacks } = read(pages)
  expect(text).not.toContain(TOLD)
  expect(lacks).toEqual({ statements: ['page-unseen'] })
})
test('what stands on another page too, as a question about cookies, is no word of the statement', () => {
  const ASKED = 'Wij vragen uw toestemming voor cookies.'
  const landing = visit({ finalUrl: `https://${HOST}/`, text: `Welkom\n${ASKED}` })
  const { text } = read([...landing, ...visit({ text: `${ASKED}\n${TOLD}` })])
  expect(text).toContain(TOLD)
  expect(text).not.toContain('toestemming')
})
test('a page that the browser saw half is half', () => {
  expect(read(visit({ text: TOLD, lacks: { content: ['loading'] } })).lacks).toEqual({
    statements: ['loading'],
  })
})
test('a page that is gone, was not seen or is not there stays as it is', () => {
  const gone = fetched({ status: 404 })
  expect(asVisited(statements({ privacy: gone, cookies: unseen('timeout') }), [])).toEqual(
    statements({ privacy: gone, cookies: unseen('timeout') }),
  )
})
