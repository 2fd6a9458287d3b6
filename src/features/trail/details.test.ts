/** What a line of the trail says, without JSON, ids or hashes. */
import { expect, test } from 'vitest'
import { detailInWords } from './details.ts'

const ID = '01900000-0000-7000-8000-000000000001'
test.each([
  [{}, ''],
  [{ from: 'reaction', step: 'naar-besluit' }, 'van: reactie van de indiener'],
  [{ request: ID, stance: 'against', version: 2 }, 'niet doen; versie: 2'],
  [{ version: 1, hash: 'a'.repeat(64), pdf: 'b'.repeat(64) }, 'versie: 1'],
  [{ whom: ['fg', 'executor'] }, 'aan: functionaris gegevensbescherming (FG), uitvoerder'],
  [
    { term: 'raadpleging', from: '2026-11-05', to: '2027-01-14' },
    'termijn: raadpleging; van: 5 november 2026; naar: 14 januari 2027',
  ],
  [{ supplier: { from: 'Oud', to: 'Nieuw' } }, 'supplier: was “Oud”, is nu “Nieuw”'],
  [{ supplier: { from: null, to: 'Nieuw' } }, 'supplier: was leeg, is nu “Nieuw”'],
  [{ agrees: false }, 'eens met de verklaring: nee'],
  [{ measure: ID }, ''],
  [{ step: 'password' }, 'stap: wachtwoord'],
  [{ field: `opinion-${ID}`, ground: '5.1.2.h' }, /^onderdeel: een advies; weigeringsgrond: .*onder h/],
  [{ field: 'flag-R24' }, 'onderdeel: rode vlag bij vraag R24'],
  [{ field: `deviation-1-${ID}` }, 'onderdeel: een afwijking'],
])('%j reads “%s”', (detail, words) => {
  const said = detailInWords(JSON.stringify(detail))
  if (typeof words === 'string') expect(said).toBe(words)
  else expect(said).toMatch(words)
})

test('what an older version wrote otherwise is given as it is', () => {
  expect(detailInWords('geen json')).toBe('geen json')
  expect(detailInWords('["a","b"]')).toBe('a, b')
})
