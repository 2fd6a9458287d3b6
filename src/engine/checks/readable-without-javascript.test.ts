/** Whether pages that cannot be read without scripts trip, and small pages and cookie notices do not. */
import { expect, test } from 'vitest'
import { bare, judgeWith, session, sighting } from '../../../test/evidence.ts'
import type { Bare, Session } from '../../model/evidence.ts'
import { readableWithoutJavascript } from './readable-without-javascript.ts'

const held = (without: Partial<Bare>, landing: Partial<Session>, role: 'landing' | 'contact' = 'landing') =>
  judgeWith(readableWithoutJavascript, {
    session: [sighting(session(landing), { role })],
    bare: [sighting(bare(without), { phase: 'without-script' })],
  })
const judge = (plain: number, rendered: number, text = 'Welkom') =>
  held({ textLength: plain }, { textLength: rendered, text })

test.each([
  [3_000, 3_000, 'readable', 'met'],
  [1_800, 3_000, 'readable', 'met'],
  [4_000, 3_000, 'readable', 'met'],
  [1_700, 3_000, 'half', 'partly'],
  [600, 3_000, 'half', 'partly'],
  [590, 3_000, 'empty', 'unmet'],
  [40, 2_000, 'empty', 'unmet'],
  [0, 500, 'empty', 'unmet'],
  [0, 120, 'empty', 'unmet'],
])('%i of %i characters is %s', (plain, rendered, reason, verdict) => {
  expect(judge(plain, rendered)).toMatchObject({ reason, verdict, seen: { plain, rendered } })
})
test.each([
  [0, 0],
  [6, 6],
  [30, 399],
  [0, 99],
])('a tiny page (%i of %i) is not judged', (plain, rendered) => {
  expect(judge(plain, rendered)).toMatchObject({ reason: 'tiny', verdict: 'unknown' })
})
test('a small page that is all there is readable', () => {
  expect(judge(150, 160).reason).toBe('readable')
})
test('pictures to which a script adds a cookie notice are no page of words', () => {
  expect(judge(0, 300, 'Wij gebruiken cookies').reason).toBe('tiny')
})
test('only what an eye can get to see counts, with scripts and without', () => {
  expect(held({ textLength: 3_000, shownLength: 0 }, { textLength: 3_000 })).toMatchObject({
    reason: 'hidden',
    verdict: 'unmet',
    seen: { percent: 0 },
  })
  expect(held({ textLength: 3_000, shownLength: 900 }, { textLength: 3_000 }).reason).toBe('half')
  expect(held({ textLength: 3_000, shownLength: 900 }, { textLength: 3_000, shownLength: 1_000 }).reason).toBe(
    'readable',
  )
})
test('what lies under a sheet that does not go away cannot be read; what stands on it can', () => {
  expect(held({ textLength: 3_000, coverLength: 6 }, { textLength: 3_000 })).toMatchObject({
    reason: 'covered',
    verdict: 'unmet',
    seen: { plain: 6 },
  })
  expect(held({ textLength: 3_000, coverLength: 2_900 }, { textLength: 3_000 }).reason).toBe('readable')
})
test('a notice that asks for scripts is no text of the page, unless the page itself says so', () => {
  const text = `Dorp\nZet JavaScript aan om deze site te zien.${' Dat kan bij de instellingen.'.repeat(10)}`
  expect(held({ text, textLength: text.length }, { text: 'Dorp', textLength: 500 })).toMatchObject({
    reason: 'empty',
    seen: { plain: 5 },
  })
  expect(held({ text, textLength: 500 }, { text, textLength: 500 }).reason).toBe('readable')
})
test('a difference that a cookie notice can explain is not judged', () => {
  expect(judge(700, 1_900, 'Wij gebruiken cookies')).toMatchObject({ reason: 'notice', verdict: 'unknown' })
  expect(judge(700, 1_900, 'Welkom').reason).toBe('half')
  // An almost empty page is not explained by a notice, nor is one that spoke of cookies all along.
  expect(judge(40, 1_500, 'Wij gebruiken cookies').reason).toBe('empty')
  expect(judge(700, 4_000, 'Wij gebruiken cookies').reason).toBe('empty')
  expect(held({ textLength: 700, text: 'Cookies' }, { textLength: 1_900, text: 'Cookies' }).reason).toBe('half')
})
test('fifteen hundred characters more may be a notice about cookies, one more may not', () => {
  expect(judge(200, 1_700, 'Wij gebruiken cookies').reason).toBe('notice')
  expect(judge(200, 1_701, 'Wij gebruiken cookies').reason).not.toBe('notice')
  expect(judge(199, 1_690, 'Wij gebruiken cookies').reason).not.toBe('notice')
})
test('where scripts go elsewhere nothing is nothing, an alternative is readable, another page is not compared', () => {
  const finalUrl = 'https://www.voorbeeld.nl/kies-taal'
  const with3000 = { textLength: 3_000 }
  expect(held({ finalUrl, textLength: 0, linked: 0 }, with3000).reason).toBe('empty')
  expect(held({ finalUrl, textLength: 2_900 }, with3000).reason).toBe('readable')
  expect(held({ finalUrl, textLength: 40 }, with3000)).toMatchObject({ reason: 'other-page', verdict: 'unknown' })
  expect(held({ finalUrl, textLength: 0, linked: 3 }, with3000).reason).toBe('other-page')
  expect(held({ finalUrl: 'https://voorbeeld.nl' }, { textLength: 6 }).reason).toBe('tiny')
})
test('what was not seen whole is not compared; lists that our own limits cut change no count', () => {
  const lacks = { content: ['loading' as const] }
  expect(held({ textLength: 3_000 }, { textLength: 3_000, lacks }).reason).toBe('unsettled')
  expect(held({ textLength: 10, lacks }, { textLength: 3_000 }).reason).toBe('unsettled')
  // More could only be more.
  expect(held({ textLength: 3_000, lacks }, { textLength: 3_000 }).reason).toBe('readable')
  expect(held({ textLength: 10 }, { textLength: 3_000, lacks }).reason).toBe('empty')
  const cut = { content: ['cut' as const] }
  expect(held({ textLength: 3_000, lacks: cut }, { textLength: 3_000, lacks: cut }).reason).toBe('readable')
})
test('without a landing page nothing is known', () => {
  expect(held({ textLength: 10 }, { textLength: 3_000 }, 'contact')).toMatchObject({
    reason: 'no-page',
    verdict: 'unknown',
  })
  expect(held({ textLength: 10 }, { textLength: 3_000, status: 404 }).reason).toBe('no-page')
})
test.each([
  [60, 100, 'readable'],
  [59, 99, 'tiny'],
  [100, 399, 'tiny'],
  [100, 400, 'half'],
])('of %i and %i characters is %s', (plain, rendered, reason) => {
  expect(judge(plain, rendered).reason).toBe(reason)
})
test('a share is told in per cent, at most a hundred', () => {
  expect(judge(1_500, 3_000).seen).toMatchObject({ percent: 50 })
  expect(judge(9_000, 3_000).seen).toMatchObject({ percent: 100 })
})
