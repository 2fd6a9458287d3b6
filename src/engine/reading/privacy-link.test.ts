/** Which links lead to what a site says of personal data, in the words of the law and in plain ones. */
import { expect, test } from 'vitest'
import { leadsToPrivacy, mayLeadToPrivacy, namesPrivacy } from './privacy-link.ts'

const leads = (text: string, address = '/x') => leadsToPrivacy({ text, href: `https://www.voorbeeld.test${address}` })

test.each([
  'Privacyverklaring',
  'Privacy&shy;verklaring'.replace('&shy;', '\u00AD'),
  'AVG',
  'GDPR',
  'Gegevensbeleid',
  'Verwerking gegevens',
  'Verwerking van uw gegevens',
  'Datenschutz',
  'Data policy',
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
  ['Uw gegevens'],
  ['Your data'],
  ['Open databeleid'],
  ['Verwerking van afval'],
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

test.each([
  ['Uw gegevens', '/gegevens'],
  ['Your data', '/data'],
  ['Privacyverklaring', 'javascript:void(0)'],
])('perhaps: %s (%s)', (text, href) => expect(mayLeadToPrivacy({ text, href })).toBe(true))
test.each([
  ['Uw gegevens wijzigen', '/gegevens'],
  ['Contact', 'javascript:void(0)'],
  ['Contactgegevens', '/contact'],
])('not even perhaps: %s (%s)', (text, href) => expect(mayLeadToPrivacy({ text, href })).toBe(false))
test('words of a page that name a statement, and words that only speak of privacy', () => {
  for (const text of ['Contact\nPrivacy\nZoeken', 'Lees de privacyverklaring']) expect(namesPrivacy(text)).toBe(true)
  for (const text of ['Wij geven om uw privacy.', 'De privacycommissie']) expect(namesPrivacy(text)).toBe(false)
})
test('the name of a host is no word about its pages', () => {
  expect(leadsToPrivacy({ text: 'Contact', href: 'https://www.privacybureau.test/contact' })).toBe(false)
})
