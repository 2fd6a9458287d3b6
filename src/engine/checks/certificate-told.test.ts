/** Certificates that a site names: its own, of others, worked on, and ended. */
import { expect, test } from 'vitest'
import { HOST, judgeWith, session, sighting, statements } from '../../../test/evidence.ts'
import { certificateTold } from './certificate-told.ts'

const judged = (text: string, publicBody = true) =>
  judgeWith(
    certificateTold,
    { session: [sighting(session({ text, finalUrl: `https://${HOST}/` }))], statements: statements() },
    { subject: { publicBody } },
  )

test.each([
  'Wij zijn gecertificeerd volgens ISO 27001.',
  'Ons ISO/IEC 27001-certificaat geldt tot 2028.',
  'Ons certificaat van NEN 7510 is geldig tot 1 maart 2028.',
  'Via ENSIA leggen wij elk jaar verantwoording af.',
  'We are ISO 27001 certified.',
  'Er is elk jaar een audit volgens ISAE 3402.',
  'Het certificaat van ISO 27001 is gegeven op 1 maart 2020.',
  'Ons NEN 7510-certificaat, geldig tot 12 maart 2025, is verlengd tot 12 maart 2028.',
  'Ons NEN 7510-certificaat was geldig tot 12 maart 2025. Het is verlengd tot 12 maart 2028.',
  'Ons NEN 7510-certificaat was geldig tot 12 maart 2025. Daarna zijn wij opnieuw beoordeeld.',
  'Ons NEN 7510-certificaat liep af. Het oude certificaat van NEN 7510 was geldig tot 1 mei 2025, nu tot 1 mei 2028.',
  'Het ziekenhuis is NEN 7510 gecertificeerd.',
  'Stichting De Sluis heeft een certificaat van NEN 7510.',
])('told: %s', (text) => {
  expect(judged(text)).toMatchObject({ reason: 'told', verdict: 'met' })
})
test.each([
  'Ons certificaat van NEN 7510 is geldig tot 1 maart 2025.',
  'ISO 27001 certificate, valid until March 1, 2024.',
  'Het ISO 27001-certificaat is geldig tot en met 31 december 2025.',
  'Ons certificaat van NEN 7510 is geldig tot 1 maart 2025. Het is nog niet verlengd.',
  'Ons certificaat van NEN 7510 is geldig tot 1 maart 2025. De raad komt bijeen op 3 maart 2028.',
])('over: %s', (text) => {
  expect(judged(text)).toMatchObject({
    reason: 'over',
    verdict: 'partly',
    seen: { until: expect.stringMatching(/^20/) },
  })
})
test.each([
  'Wij werken volgens ISO 27001.',
  'Onze leverancier heeft een certificaat van ISO 27001.',
  'Wij werken toe naar een certificaat van ISO 27001.',
  'Wij begeleiden naar het certificaat ISO 27001.',
  'Wij zijn nog niet gecertificeerd volgens ISO 27001.',
  'Ons certificaat van ISO 9001 hangt in de hal.',
  'Zivver is ISO 27001 en NEN 7510 gecertificeerd.',
  'Zorg Mail Online heeft een certificaat van NEN 7510.',
  'De software is ISO 27001 gecertificeerd.',
  'Wij werken alleen samen met partijen met een ISO 27001 certificaat.',
  'Voor beeldbellen gebruiken wij Zivver, dat ISO 27001 gecertificeerd is.',
  'Het rekencentrum is ISO 27001 gecertificeerd.',
  'ISO 27001 bestellen',
  'Vacature: auditor ISO 27001.',
])('not seen: %s', (text) => {
  expect(judged(text)).toMatchObject({ reason: 'not-seen', verdict: 'unknown' })
})
test('one that holds beside one that ended counts, and silence of others does not apply', () => {
  const two = 'Ons ISO 27001-certificaat is geldig tot 1 mei 2025. Ons NEN 7510-certificaat is geldig tot 1 mei 2028.'
  expect(judged(two)).toMatchObject({ reason: 'told' })
  expect(judged('Wij bakken brood.', false)).toMatchObject({ reason: 'silent', verdict: 'not-applicable' })
})
