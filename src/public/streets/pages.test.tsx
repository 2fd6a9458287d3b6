/** What the page of a street says while an outcome of it is being corrected. */
import { expect, test } from 'vitest'
import { LOOK } from '../../../test/desk.ts'
import { html } from '../../web/layout.tsx'
import { messages } from '../../web/messages.ts'
import type { View } from '../../web/view.ts'
import { StreetPage } from './pages.tsx'
import type { PublicPremises, PublicRound } from './store.ts'

const view = (lang: 'nl' | 'en'): View => ({
  lang,
  m: messages[lang],
  municipality: { id: null, name: 'Sluiswijk' },
  publications: [],
  publication: undefined,
  path: '/straten/havenstraat',
  query: '',
  contact: undefined,
  look: LOOK,
})
const round = (correcting: Date | null): PublicRound => ({
  round: 'r',
  slug: 'havenstraat',
  name: 'Havenstraat',
  begins: '2026-11-16',
  ends: '2026-11-20',
  until: '2027-11-20',
  told: { settled: 4, all: 4, criteria: [], seenBy: [], settledBy: [], proposedBy: '' },
  at: new Date('2026-11-22T10:00:00Z'),
  correcting,
})
const named = (correcting: boolean): PublicPremises => ({
  premises: 'p',
  name: 'Kapper',
  address: '',
  lon: null,
  lat: null,
  seen: '2026-11-20',
  until: '2027-11-20',
  told: { verdicts: {} },
  correcting,
})
const shown = (lang: 'nl' | 'en', correcting: Date | null) =>
  html(
    <StreetPage
      view={view(lang)}
      rounds={[round(correcting)]}
      named={[named(correcting !== null)]}
      today="2026-11-28"
      background={undefined}
    />,
  )

test('a street of which an outcome is being corrected says so, and of which day the rest is', () => {
  const since = new Date('2026-11-25T10:00:00Z')
  expect(shown('nl', since)).toContain('Sinds 25 november 2026 herstellen wij een uitkomst in deze straat.')
  expect(shown('nl', since)).toContain('Hier staat nog wat op 22 november 2026 openbaar werd.')
  expect(shown('nl', since)).toContain('De uitkomst van dit pand wordt hersteld.')
  expect(shown('en', since)).toContain('we are correcting an outcome')
  for (const lang of ['nl', 'en'] as const) expect(shown(lang, null)).not.toMatch(/herstel|correct/)
})
