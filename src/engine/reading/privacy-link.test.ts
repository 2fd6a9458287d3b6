/** Which links lead to what a site says of personal data, in the words of the law and in plain ones. */
import { expect, test } from 'vitest'
import { leadsToPrivacy } from './privacy-link.ts'

const leads = (text: string, address = '/x') => leadsToPrivacy({ text, href: `https://www.voorbeeld.test${address}` })

test.each([
  'Privacyverklaring',
  'Privacy&shy;verklaring'.replace('&shy;', '\u00AD'),
  'AVG',
  'Zo gaan wij om met uw gegevens',
  'Zo gaan wij om met uw ge\u00ADge\u00ADvens',
  'Hoe wij jouw gegevens gebruiken',
  'Wat doen we met je gegevens?',
  'Uw gegevens veilig bij ons',
  'Jouw gegevens beschermen wij',
  'Omgaan met persoonsgegevens',
  'Wij verwerken uw persoonlijke gegevens',
  'How we use your data',
  'Your personal data',
])('words: %s', (text) => expect(leads(text)).toBe(true))

test.each([
  '/privacy',
  '/zo-gaan-wij-om-met-uw-gegevens',
  '/index.php?page=privacyverklaring',
  '/avg/',
  '/uw_gegevens_bij_ons_veilig',
])('address: %s', (address) => expect(leads('Lees meer', address)).toBe(true))

test.each<[string, string?]>([
  ['Contactgegevens'],
  ['Uw gegevens wijzigen'],
  ['Mijn gegevens'],
  ['Gegevens van de vereniging'],
  ['Open gegevens gebruiken'],
  ['Gebruik onze open gegevens'],
  ['Bedrijfsgegevens'],
  ['Zo gaan wij om met uw klacht'],
  ['Wat doen we?'],
  ['How we use your donation'],
  ['Lees meer', '/nieuws/uw-gegevens-doorgeven'],
])('not: %s', (text, address) => expect(leads(text, address)).toBe(false))

test('the name of a host is no word about its pages', () => {
  expect(leadsToPrivacy({ text: 'Contact', href: 'https://www.privacybureau.test/contact' })).toBe(false)
})
