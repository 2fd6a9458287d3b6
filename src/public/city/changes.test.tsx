/** What the city's page says of who made verdicts turn. */
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { CitySummary } from '../../model/publication.ts'
import { messages } from '../../web/messages.ts'
import type { View } from '../../web/view.ts'
import type { Book } from '../store.ts'
import { Changes } from './changes.tsx'

const publications = [2, 1].map((no) => ({ no, at: new Date(Date.UTC(2026, 9, no)) }))
const told = (lang: 'nl' | 'en', summary: Partial<CitySummary>) =>
  renderToStaticMarkup(
    <Changes
      view={{ lang, m: messages[lang], publications, publication: publications[0] } as unknown as View}
      book={{ summary: { better: 0, worse: 0, byNorm: 0, changes: [], ...summary } } as unknown as Book}
    />,
  )

test('a supplier counts beside the organisation, and is named', () => {
  expect(told('nl', { better: 2 })).toContain('doordat bij een organisatie of een leverancier iets veranderde')
  expect(told('en', { better: 2 })).toContain('at an organisation or its supplier')
})

test('two measurements that contradict each other are told apart from what was not seen', () => {
  const text = told('nl', { unsure: 3 })
  expect(text).toContain('Over 3 bevindingen spraken twee metingen elkaar tegen.')
  expect(text).not.toMatch(/niet zien|veranderde er geen bevinding/)
  expect(told('en', { unsure: 1, unseen: 1 })).toMatch(/could not be seen.*contradicted each other/s)
})
