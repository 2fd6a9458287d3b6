/** Whether the officer is named in the statement of a public body. */
import { expect, test } from 'vitest'
import { HOST, judgeWith, seen, statements } from '../../../test/evidence.ts'
import type { Statement } from '../../model/evidence.ts'
import { officerNamed } from './officer-named.ts'

const ABOUT =
  'Waterschap Sluisland gebruikt uw naam en adres om belasting te heffen, en bewaart die zeven jaar na afloop. '
const judged = (text: string, over: Partial<Statement> = {}) =>
  judgeWith(officerNamed, {
    statements: statements({
      privacy: seen({
        url: `https://${HOST}/privacy/`,
        status: 200,
        text: ABOUT + text,
        links: [],
        lang: 'nl',
        ...over,
      }),
    }),
  })

test.each([
  'Onze functionaris gegevensbescherming is te bereiken via fg@voorbeeld.nl.',
  'Vragen aan de FG?',
  'Our data protection officer',
  'De functionaris voor de gegevensbescherming',
  'Bel de privacy officer.',
  'Onze DPO heet Jansen.',
  'De functionaris voor de bescherming van persoonsgegevens helpt u.',
  'Onze functionaris bescherming persoonsgegevens',
  'Functionaris Gegevens Bescherming',
  'Mail de functionaris persoonsgegevens.',
  'Vraag het onze privacyfunctionaris.',
])('named: %s', (text) => {
  expect(judged(text)).toMatchObject({ reason: 'named', verdict: 'met' })
})
test.each([
  'Vragen? Mail ons.',
  'De ambtenaar van dienst helpt u.',
  'Klagen kan bij de Autoriteit Persoonsgegevens.',
  'De gegevensbescherming is op orde.',
  'Functionaris openbare orde',
  'AFG, FGX en fga',
  'Onze functionaris beveiliging',
  'De privacycommissie komt elke maand bij elkaar.',
  'Onze jurist kijkt mee.',
  'Vraag het uw contactpersoon.',
  'De directeur is verantwoordelijk.',
  'FGM-steekbeitel',
  'Bescherming van gegevens is mensenwerk.',
  'Onze medewerkers zijn geschoold.',
  'De chief information officer',
  'Privacy staat voorop.',
  'Het college is verantwoordelijk.',
  'Mail info@voorbeeld.nl',
  'Bel 14 071.',
  'Wij hebben een functionaris voor verkeer.',
])('not named: %s', (text) => {
  expect(judged(text)).toMatchObject({ reason: 'missing', verdict: 'unmet' })
})
test('a menu on the page leads to itself and to contact, and to no other statement', () => {
  const links = [
    { href: `https://${HOST}/privacy/`, text: 'Privacyverklaring' },
    { href: `https://${HOST}/contact/`, text: 'Contact' },
  ]
  expect(judged('Mail ons.', { links }).reason).toBe('missing')
})
test('a statement that leads on, or was cut, is unknown', () => {
  const links = [{ href: `https://${HOST}/avg`, text: 'Privacy bij belasting' }]
  expect(judged('', { links })).toMatchObject({ reason: 'elsewhere', verdict: 'unknown' })
  expect(judged('', { lacks: { statements: ['cut'] } }).verdict).toBe('unknown')
  expect(judgeWith(officerNamed, { statements: statements() }).verdict).toBe('not-applicable')
})
test('a menu, a heading and an address alone are no statement that was read', () => {
  const text = 'Home Nieuws Over ons Contact Privacyverklaring Havenstraat 1, 1234 AB Sluiswijk '
  expect(judged('', { text: text.repeat(2) })).toMatchObject({ reason: 'unread', verdict: 'unknown' })
  expect(judged('', { text: text.repeat(12) })).toMatchObject({ reason: 'unread' })
})
