/** Purpose and ground in a privacy statement: both, one, neither, and where they may stand elsewhere. */
import { expect, test } from 'vitest'
import { HOST, judgeWith, seen, statements } from '../../../test/evidence.ts'
import type { Link } from '../../model/evidence.ts'
import { groundTold } from './ground-told.ts'

const ABOUT = 'Deze pagina is van de bakkerij aan de haven, en gaat over namen en adressen van wie bij ons bestelt. '
const judged = (text: string, links: readonly Link[] = [], lang = 'nl') =>
  judgeWith(groundTold, {
    statements: statements({
      privacy: seen({ url: `https://${HOST}/privacy/`, status: 200, text: ABOUT + text, links, lang }),
    }),
  })

test.each([
  'Wij gebruiken uw naam om uw bestelling te bezorgen. Dat mag omdat wij een overeenkomst hebben.',
  'Het doel is uw vraag beantwoorden. De grondslag is uw toestemming.',
  'Waarvoor? Om te bezorgen. Op grond van de wet bewaren wij de factuur.',
  'De wet verplicht ons tot een administratie: daarvoor gebruiken wij uw naam om te factureren.',
  'What we use your name for: delivery. The legal basis is the contract.',
])('told: %s', (text) => {
  expect(judged(text)).toMatchObject({ reason: 'told', verdict: 'met' })
})
test('one of both is partly, and the other is named', () => {
  expect(judged('Wij gebruiken uw naam om te bezorgen.')).toMatchObject({
    reason: 'one',
    verdict: 'partly',
    seen: { missing: expect.stringContaining('grondslag') },
  })
  expect(judged('Wij vragen uw toestemming.')).toMatchObject({ reason: 'one', verdict: 'partly' })
})
test('neither is unmet', () => {
  expect(judged('Wij gaan zorgvuldig om met uw gegevens.')).toMatchObject({ reason: 'neither', verdict: 'unmet' })
})
test('near misses: another page about it, another language, and no statement', () => {
  const more = [{ href: `https://${HOST}/privacy/klanten`, text: 'Privacyverklaring voor klanten' }]
  expect(judged('Wij gaan zorgvuldig om met uw gegevens.', more)).toMatchObject({ reason: 'elsewhere' })
  expect(judged('Nous traitons vos données.', [], 'fr')).toMatchObject({ verdict: 'unknown' })
  expect(judgeWith(groundTold, { statements: statements() })).toMatchObject({ reason: 'none' })
})
