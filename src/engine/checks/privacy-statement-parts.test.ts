/** What can be recognised in a privacy statement. */
import { expect, test } from 'vitest'
import { cpuMs } from '../../../test/cpu.ts'
import type { Statement } from '../../model/evidence.ts'
import { HOST, judgeWith, seen, statements, unseen } from '../../../test/evidence.ts'
import { privacyStatementParts } from './privacy-statement-parts.ts'

const FULL = `Bakkerij De Korenbloem, Markt 1, 2312 HZ Leiden, is verantwoordelijk voor de
verwerking van persoonsgegevens. Mail info@korenbloem.example.
Wij gebruiken uw naam en mailadres met als doel uw bestelling te bezorgen. De grondslag is de overeenkomst.
Wij delen gegevens met de bezorger.
Wij bewaren gegevens twee jaar. U heeft recht op inzage, correctie en verwijdering.
U kunt klagen bij de Autoriteit Persoonsgegevens.`
const ENGLISH = `The Corner Shop is the controller. Contact us at hello@shop.example.
The purpose is to deliver your order; the legal basis is your consent.
We share data with our courier. We retain data for two years. You have the right of access and erasure,
and may complain to the supervisory authority.`
const THIN =
  'Wij gaan zorgvuldig om met uw gegevens. Uw naam en telefoonnummer gebruiken wij alleen voor het doel waarvoor u ' +
  'ze geeft. Wij verkopen uw gegevens nooit.'
const judged = (over: Partial<Statement>, subject = {}) =>
  judgeWith(
    privacyStatementParts,
    {
      statements: statements({
        privacy: seen({ url: `https://${HOST}/privacy/`, status: 200, text: FULL, links: [], lang: 'nl', ...over }),
      }),
    },
    { subject },
  )

test('a plain Dutch statement is complete, an English one too', () => {
  expect(judged({})).toMatchObject({ reason: 'complete', verdict: 'met', seen: { total: 8, found: 8 } })
  expect(judged({ text: ENGLISH, lang: 'en-GB' }).seen).toMatchObject({ found: 8 })
})
test.each([
  ['hoelang gegevens worden bewaard', /Wij bewaren gegevens twee jaar\./],
  ['waar iemand kan klagen', /U kunt klagen bij de Autoriteit Persoonsgegevens\./],
  ['welke rechten bezoekers hebben', /U heeft recht op inzage, correctie en verwijdering\./],
  ['waarom de gegevens gebruikt mogen worden (grondslag)', /De grondslag is de overeenkomst\./],
  ['met wie gegevens worden gedeeld', /Wij delen gegevens met de bezorger\./],
])('without it, %s is told as missing and nothing else', (missing, sentence) => {
  expect(judged({ text: FULL.replace(sentence, '') })).toMatchObject({
    reason: 'most',
    verdict: 'partly',
    seen: { missing, found: 7 },
  })
})
test.each([
  'Mail ons op [email\u00a0protected].',
  'Dit e-mailadres wordt beveiligd tegen spambots.',
  'Gebruik het formulier op de contactpagina.',
  'Vragen? Mail of bel ons.',
])('how to get in touch is told by: %s', (said) => {
  const text = FULL.replace('Markt 1, 2312 HZ Leiden', 'te Leiden').replace('Mail info@korenbloem.example.', said)
  expect(judged({ text })).toMatchObject({ reason: 'complete' })
})
test('and by a link to a hidden mail address, while "bel niet" tells nothing', () => {
  const text = FULL.replace('Markt 1, 2312 HZ Leiden', 'te Leiden').replace(
    'Mail info@korenbloem.example.',
    'Bel niet.',
  )
  const missing = { reason: 'most', seen: { missing: 'hoe iemand contact opneemt' } }
  expect(judged({ text })).toMatchObject(missing)
  const links = [{ href: `https://${HOST}/cdn-cgi/l/email-protection#1a2b`, text: '[email protected]' }]
  expect(judged({ text, links })).toMatchObject({ reason: 'complete' })
})
test('a statement in plain words tells the same, without a word of the law', () => {
  const plain = `Fysio De Brug (KvK 12345678) gebruikt jouw gegevens om je te behandelen. Dat mag, want wij hebben een
overeenkomst met je en moeten ons aan de wet houden. We geven je gegevens aan je huisarts. Na 20 jaar gooien we ze weg.
Je mag je dossier bekijken of laten veranderen. Niet tevreden? Ga naar de Autoriteit Persoonsgegevens. info@brug.nl`
  expect(judged({ text: plain })).toMatchObject({ reason: 'complete', verdict: 'met' })
  const more = `Wij zijn Vereniging De Fuut en zitten aan Plas 1, 1234 AB Meer. Uw naam hebben wij nodig
voor de ledenlijst. De wet zegt dat wij een ledenlijst hebben. Alleen het bestuur, niemand anders, leest die. Vijf
jaar nadat u weggaat vernietigen wij alles. U kunt uw gegevens altijd bekijken en weghalen. Klagen kan bij de
toezichthouder. Bel 0299 123457.`
  expect(judged({ text: more })).toMatchObject({ reason: 'complete' })
})
test.each([
  'Wij bestaan 20 jaar. Wij gaan zorgvuldig met uw gegevens om en houden ons aan alle regels die daarvoor zijn.',
  'Uw privacy is belangrijk voor ons. Op deze site staat wie wij zijn en wat wij doen. U mag ons altijd bellen.',
  'Wij hebben een wedstrijd: wie raadt hoeveel knikkers er in de pot zitten, wint. Gooi uw kaartje in onze bus.',
])('"%s" tells none of it', (text) => {
  // With its purpose said it counts as read, and of the rest next to nothing is recognised.
  expect(judged({ text: `${text} Het doel is bekend.` })).toMatchObject({ reason: 'few' })
  expect(judged({ text })).toMatchObject({ reason: 'unread' })
})
test('a menu, a heading and an address around what a script or a PDF tells are not read: no verdict', () => {
  const around =
    'Home Aanbod Openingstijden Nieuws Contact Privacyverklaring Download onze verklaring. Bakkerij De Korenbloem, ' +
    'Markt 1, 2312 HZ Leiden. KvK 12345678. Mail info@korenbloem.example. Volg ons.'
  expect(judged({ text: around })).toMatchObject({ reason: 'unread', verdict: 'unknown' })
  // The same, longer: who somebody is and how to reach them stands on any page.
  expect(judged({ text: `${around} ${'Brood en taart voor iedereen. '.repeat(30)}` }).reason).toBe('unread')
  expect(judged({ text: `${around} Wij gebruiken uw naam om te bezorgen.` })).toMatchObject({ verdict: 'unmet' })
})
test('kind words alone are few', () => {
  const { reason, verdict, seen: told } = judged({ text: THIN })
  expect({ reason, verdict }).toEqual({ reason: 'few', verdict: 'unmet' })
  expect(told.missingEn).toContain('how long data are kept')
})
test('of a public body the officer is asked, of a bakery not', () => {
  expect(judged({}, { publicBody: true })).toMatchObject({
    reason: 'most',
    seen: { missing: 'de functionaris gegevensbescherming', total: 9 },
  })
  expect(
    judged({ text: `${FULL} Onze functionaris voor gegevensbescherming: fg@x.example.` }, { publicBody: true }).reason,
  ).toBe('complete')
})
test(
  'an overview that leads to other statements of its own gets no verdict; a link to itself or to cookie settings ' +
    'is none',
  () => {
    expect(
      judged({
        text: THIN,
        links: [{ href: `https://${HOST}/privacy/jeugdhulp`, text: 'Privacyverklaring jeugdhulp' }],
      }),
    ).toMatchObject({ reason: 'overview', verdict: 'unknown' })
    expect(
      judged({
        text: THIN,
        links: [
          { href: `https://${HOST}/privacy`, text: 'Privacyverklaring' },
          { href: `https://${HOST}/privacy-instellingen`, text: 'Privacy-instellingen' },
          { href: 'https://ander.example/privacy', text: 'Wie ons geld beheert' },
        ],
      }).reason,
    ).toBe('few')
    // The site of the organisation above it may tell the rest.
    expect(
      judged({ text: THIN, links: [{ href: 'https://stichting.example/avg', text: 'Privacyverklaring' }] }).reason,
    ).toBe('overview')
  },
)
test('another language, a refusal and an empty page get no verdict', () => {
  expect(judged({ text: `${THIN} Dizze side is yn it Frysk.`, lang: 'fy' })).toMatchObject({
    reason: 'other-language',
    verdict: 'unknown',
  })
  expect(judged({ status: 403 }).verdict).toBe('unknown')
  expect(judged({ text: 'laden…' }).verdict).toBe('unknown')
  expect(judgeWith(privacyStatementParts, { statements: statements({ privacy: unseen('not-html') }) }).verdict).toBe(
    'unknown',
  )
})
test('without a statement there are no parts to ask for', () => {
  expect(judgeWith(privacyStatementParts, { statements: statements() })).toMatchObject({
    reason: 'none',
    verdict: 'not-applicable',
  })
  expect(judged({ status: 404 }).reason).toBe('none')
})
test('a hostile text of a megabyte is read in linear time', () => {
  const begun = cpuMs()
  judged({ text: 'functionaris '.repeat(80_000) })
  expect(cpuMs() - begun).toBeLessThan(2_000)
})
test('a page of less than a hundred characters, or that is gone, is not read as a statement', () => {
  const text = 'Ons doel. '.padEnd(99, 'x')
  expect(judged({ text }).reason).toBe('unread')
  expect(judged({ text: `${text}x` }).reason).not.toBe('unread')
  expect(judged({ text: `  ${text}  ` }).reason).toBe('unread')
  expect([404, 410, 400].map((status) => judged({ status }).reason)).toEqual(['none', 'none', 'unread'])
})
test('in a document without language words are looked for all the same', () => {
  expect(judged({ text: THIN, lang: null }).reason).not.toBe('other-language')
  expect(judged({ text: THIN, lang: ' NL-be ' }).reason).not.toBe('other-language')
  expect(judged({ text: THIN, lang: 'de' }).reason).toBe('other-language')
})
