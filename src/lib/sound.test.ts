import { expect, test } from 'vitest'
import { soundOf } from './sound.ts'

test.each([
  ['privasie', 'privacy'],
  ['fising', 'phishing'],
  ['wachtwoort', 'wachtwoord'],
  ['kamera', 'camera'],
  ['sertificaat', 'certificaat'],
  ['beleit', 'beleid'],
  ['kookie', 'cookie'],
  ['besgerming', 'bescherming'],
  ['publikatie', 'publicatie'],
  ['organisasie', 'organisatie'],
])('%s sounds as %s', (heard, word) => {
  expect(soundOf(heard)).toBe(soundOf(word))
})
test.each([
  ['norm', 'nort'],
  ['camera', 'kamer'],
  ['klacht', 'klank'],
  ['hulp', 'help'],
])('%s does not sound as %s', (one, other) => {
  expect(soundOf(one)).not.toBe(soundOf(other))
})
