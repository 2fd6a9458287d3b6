/** What the page of an address says of who hears of a visit, where somebody is met in one case and not by everybody. */
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { OnlyMet, Party } from '../../model/publication.ts'
import { messages } from '../../web/messages.ts'
import type { View } from '../../web/view.ts'
import type { PublishedSubject } from '../organisations/store.ts'
import { PartiesSection } from './subject-parties.tsx'

const party = (host: string, only?: OnlyMet): Party => ({
  host,
  service: null,
  company: null,
  parent: null,
  country: null,
  category: null,
  eea: null,
  requests: 1,
  tracker: false,
  ...(only && { only }),
})
const told = (parties: Party[], seen = true, lang: 'nl' | 'en' = 'nl') =>
  renderToStaticMarkup(
    <PartiesSection
      view={{ lang, m: messages[lang] } as View}
      subject={{ parties, seen } as unknown as PublishedSubject}
    />,
  )

test('that the site alone hears of a visit is said only where nobody else was met in any case', () => {
  expect(told([])).toContain('Alleen de site zelf krijgt gegevens')
  for (const only of ['after-accept', 'phone'] as const) {
    const text = told([party('een.nl', only)])
    expect(text).not.toContain('Alleen de site zelf')
    expect(text).toContain('Voordat u iets kiest, zagen wij op een computer geen andere bedrijven.')
  }
  expect(told([party('een.nl', 'phone')], true, 'en')).toContain('Before you choose anything')
})

test('of pages that nobody saw on a computer nothing is said, whoever a phone met', () => {
  const text = told([party('een.nl', 'phone')], false)
  expect(text).toContain('Wij konden de pagina’s niet zien')
  expect(text).not.toContain('geen andere bedrijven')
})

test('one visit is told as one visit, and a host may be in both lists', () => {
  const text = told([party('een.nl', 'after-accept'), party('een.nl', 'phone')])
  expect(text.match(/Bij dat bezoek zagen wij ook deze adressen/g)).toHaveLength(2)
  expect(text).not.toMatch(/pas daarna|alleen toen|Alleen op een telefoon/)
  expect(text).toContain('partijen-after-accept')
  expect(text).toContain('partijen-phone')
})
