/** The sentences of letters: whole sentences, with whom to ask. */
import { expect, test } from 'vitest'
import { asPhrase, ifInDoubt, sentFor, signedBy, theCity, TheCity } from './letter.ts'

test.each([
  ['Voer uit: Test met een uitgebouwde lezer.', 'test met een uitgebouwde lezer'],
  ['Voer uit: Test met een uitgebouwde lezer..', 'test met een uitgebouwde lezer'],
  ['Bevestig de groep van Café ’t Anker', 'bevestig de groep van Café ’t Anker'],
  ['DigiD opnieuw aanvragen', 'DigiD opnieuw aanvragen'],
  ['IT-toets afronden', 'IT-toets afronden'],
  ['FG vragen', 'FG vragen'],
  ['Lees artikel 3: de termijn', 'lees artikel 3: de termijn'],
  ['  ', ''],
])('“%s” becomes the end of a sentence: “%s”', (text, phrase) => expect(asPhrase(text)).toBe(phrase))

test('a municipality is called one, unless its name says so', () => {
  expect([theCity('Sluiswijk'), TheCity('Sluiswijk')]).toEqual(['gemeente Sluiswijk', 'Gemeente Sluiswijk'])
  expect([theCity('Gemeente Sluiswijk'), TheCity('gemeente Sluiswijk')]).toEqual([
    'Gemeente Sluiswijk',
    'Gemeente Sluiswijk',
  ])
  expect(theCity('Omgevingsdienst Noord')).toBe('Omgevingsdienst Noord')
})

test('who doubts is told how to check, also when nobody wrote down a number', () => {
  expect(ifInDoubt({ phone: '14 071', email: '' }, 'Fatima')).toBe(
    'Twijfelt u of deze e-mail echt is? Bel de gemeente op 14 071 en vraag naar Fatima.',
  )
  expect(ifInDoubt({ phone: '', email: 'x@y.test' }, 'Fatima')).toContain('Zoek zelf het telefoonnummer')
})

test('it ends with who sent it, or with whom to ask', () => {
  expect(signedBy({ name: 'Fatima', function: 'accountmanager' }, 'Sluiswijk')).toBe(
    'Met vriendelijke groet,\n\nFatima\naccountmanager, gemeente Sluiswijk\n',
  )
  expect(signedBy({ name: 'Fatima', function: '' }, 'Sluiswijk')).toMatch(/Fatima\ngemeente Sluiswijk\n$/)
  expect(sentFor('Sluiswijk', { phone: '14 071', email: 'info@x.test' })).toMatch(
    /Vragen\? Bel 14 071 of mail naar info@/,
  )
  expect(sentFor('Sluiswijk', { phone: '', email: '' })).not.toContain('Vragen')
})
