/** What the page of an address tells of the pages that were not looked at. */
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { VisitedPage } from '../../model/publication.ts'
import { messages } from '../../web/messages.ts'
import type { View } from '../../web/view.ts'
import { Sureness, type Subject } from './page-subject.tsx'

const page = (url: string, chosen?: VisitedPage['chosen']): VisitedPage => ({
  url,
  role: 'other',
  phase: 'before-consent',
  profile: 'desktop',
  seen: true,
  why: null,
  title: null,
  ...(chosen && { chosen }),
})
const told = (lang: 'nl' | 'en', pages: VisitedPage[]) =>
  renderToStaticMarkup(
    <Sureness view={{ lang, m: messages[lang] } as View} subject={{ pages } as unknown as Subject} />,
  )
const two = (chosen?: VisitedPage['chosen']) => [page('https://dorp.nl/', chosen), page('https://dorp.nl/a')]

test('of how many, how many were seen, and what can be missed: upwards, never less', () => {
  const text = told('nl', two({ from: 1_240, whole: true, missable: 0.7756 }))
  expect(text).toContain('ongeveer 1.240 pagina’s. Wij bekeken er 2,')
  expect(text).toContain('meer dan 78% van die pagina’s')
  expect(told('en', two({ from: 1_240, whole: true, missable: 0.7756 }))).toContain('more than 78%')
})

test('where the map was not read whole it is at least so many', () => {
  expect(told('nl', two({ from: 40, whole: false, missable: 0.7 }))).toContain('ten minste 40 pagina’s')
})

test('nothing where every page was seen, and nothing of what was measured before', () => {
  expect(told('nl', two({ from: 2, whole: true, missable: 0 }))).toBe('')
  expect(told('nl', two())).toBe('')
})
