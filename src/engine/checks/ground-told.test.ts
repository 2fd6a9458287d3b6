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
/** A statement of some length that tells of everything but purpose and ground. */
const LONG =
  'Wij gaan zorgvuldig om met uw gegevens. Wij bewaren ze niet langer dan een jaar. Wij delen ze met niemand. '.repeat(
    6,
  )
test('neither is unmet', () => {
  expect(judged(LONG)).toMatchObject({ reason: 'neither', verdict: 'unmet' })
})
test('a page of which next to nothing was read is unread', () => {
  const menu = 'Home Ons brood Over ons Contact Privacyverklaring Havenstraat 1, 1234 AB Sluiswijk '
  expect(judged(menu)).toMatchObject({ reason: 'unread', verdict: 'unknown' })
  expect(judged(menu.repeat(12))).toMatchObject({ reason: 'unread', verdict: 'unknown' })
  expect(judged('Wij gaan zorgvuldig om met uw gegevens.')).toMatchObject({ reason: 'unread' })
})
test.each([
  'Wij mailen omdat u dat goed vindt.',
  'Dat doen wij met uw goedkeuring.',
  'U gaf ons akkoord.',
  'Dat mag (artikel 6, eerste lid, onder b, AVG).',
  'In nood is er een vitaal belang.',
])('a ground: %s', (text) => {
  expect(judged(`Het doel is bezorgen. ${text}`)).toMatchObject({ reason: 'told' })
})
test('a word of a ground that is none', () => {
  expect(judged('Het doel is bezorgen. Klik op Akkoord. Zie artikel 61.')).toMatchObject({ reason: 'one' })
})
test('a regulation behind a link that says nothing is known by its address, on the same site alone', () => {
  const link = (href: string) => [{ href, text: 'Lees hier ons reglement' }]
  expect(judged(LONG, link(`https://${HOST}/files/privacyreglement.pdf`))).toMatchObject({ reason: 'elsewhere' })
  expect(judged(LONG, link('https://elders.example/privacy/'))).toMatchObject({ reason: 'neither' })
  expect(judged(LONG, link(`https://${HOST}/privacy`))).toMatchObject({ reason: 'neither' })
  expect(judged(LONG, link(`https://${HOST}/privacy-instellingen`))).toMatchObject({ reason: 'neither' })
})
test('near misses: another page about it, another language, and no statement', () => {
  const more = [{ href: `https://${HOST}/privacy/klanten`, text: 'Privacyverklaring voor klanten' }]
  expect(judged('Wij gaan zorgvuldig om met uw gegevens.', more)).toMatchObject({ reason: 'elsewhere' })
  expect(judged('Nous traitons vos données.', [], 'fr')).toMatchObject({ verdict: 'unknown' })
  expect(judgeWith(groundTold, { statements: statements() })).toMatchObject({ reason: 'none' })
})
