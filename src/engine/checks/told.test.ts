/** Which sentences tell of an organisation's own security, and which only look like it. */
import { expect, test } from 'vitest'
import { HOST, judgeWith, session, sighting, statements } from '../../../test/evidence.ts'
import type { TELLINGS } from '../reading/told-words.ts'
import { toldChecks } from './told.ts'

type Id = keyof typeof TELLINGS
const check = (id: Id) => toldChecks.find((each) => each.id === id)!
const judged = (id: Id, text: string, publicBody = true, path = '') =>
  judgeWith(
    check(id),
    {
      session: [sighting(session({ text, finalUrl: `https://${HOST}/${path}` }))],
      statements: statements(),
    },
    { subject: { publicBody } },
  )

const SAID: Readonly<Record<Id, { is: readonly string[]; near: readonly string[] }>> = {
  'security-policy-told': {
    is: [
      'Onze CISO gaat over informatiebeveiliging.',
      'Lees ons informatiebeveiligingsbeleid.',
      'Het college stelde het beveiligingsbeleid vast in 2025.',
      'Vragen? Mail de functionaris informatiebeveiliging.',
      'Ons beleid voor informatiebeveiliging staat hier.',
      'Read our information security policy.',
    ],
    near: [
      'Vacature: CISO (32 uur).',
      'Zijn beveiligingsbeleid staat bij hem.',
      'Het beveiligingsbeleid van onze leverancier staat bij hem.',
      'Wij bieden een cursus voor de CISO van morgen.',
      'Een informatiebeveiligingsbeleid is er nog niet.',
      'De beveiliging van het gebouw doet een portier.',
      'Lees ons beleid voor parkeren.',
      'Wij helpen uw organisatie met beveiligingsbeleid.',
    ],
  },
  'incident-route': {
    is: [
      'Merkt u een beveiligingsincident? Meld het op 071 555 01 12.',
      'Een cyberincident melden kan dag en nacht.',
      'Meldpunt voor beveiligingsincidenten: 071 555 01 12.',
      'Is er een hackaanval? Een hackaanval meld je hier.',
      'Merk je een cyberaanval? Meld die aan ons team.',
      'Report a security incident to our team.',
    ],
    near: [
      'Meld een incident op de Kerkstraat.',
      'Wij melden een beveiligingsincident bij de toezichthouder.',
      'Leveranciers melden een beveiligingsincident binnen een dag.',
      'Er is geen beveiligingsincident gemeld.',
      'Verkeersincident melden',
      'Meld overlast van jongeren.',
      'Cursus: een cyberincident melden.',
      'Lifehack: meld je aan voor de nieuwsbrief.',
      'Meld je aan voor Hack je kleding.',
      'Meld u aan voor de avond over een cyberaanval.',
      'Beveiligingsincidenten melden wij bij het NCSC.',
      'Een beveiligingsincident meldt de gemeente bij de IBD.',
      'Wij volgen een protocol voor het melden van beveiligingsincidenten.',
    ],
  },
  'tested-told': {
    is: [
      'Elk jaar laten wij een pentest doen.',
      'Onze systemen zijn getest: een penetratietest door een extern bedrijf.',
      'Het DigiD-assessment is jaarlijks.',
      'Een ander bedrijf doet elk jaar een beveiligingsonderzoek.',
      'An independent penetration test is done every year.',
      'Wij laten regelmatig een beveiligingstest uitvoeren.',
    ],
    near: [
      'Doe geen pentest zonder toestemming.',
      'Wij bieden een onafhankelijke pentest.',
      'Een pentest van uw website, elk jaar.',
      'Onze leverancier laat jaarlijks een pentest doen.',
      'Wat is een pentest?',
      'Een jaarlijkse taaltest door een ander.',
      'Jaarlijks onderzoek naar veiligheid in de wijk.',
      'Vacature: externe pentester.',
    ],
  },
  'leak-route': {
    is: [
      'Datalek melden',
      'Ziet u een datalek? Meld het bij ons.',
      'Heeft u een datalek ontdekt? Bel 071 555 01 12.',
      'Meld een datalek via privacy@voorbeeld.nl.',
      'Vermoedt u een datalek, neem contact op met onze FG.',
      'Report a data breach to our officer.',
      'Wij vragen iedereen een datalek te melden bij onze FG.',
      'Een datalek meldt u bij de gemeente.',
    ],
    near: [
      'Wij melden een datalek binnen 72 uur bij de Autoriteit Persoonsgegevens.',
      'De gemeente meldt een datalek aan de toezichthouder.',
      'Verwerkers melden een datalek meteen aan ons.',
      'Bij een datalek melden wij dit binnen 72 uur bij de Autoriteit Persoonsgegevens.',
      'Bij een datalek melden wij dit aan wie het treft.',
      'Bij een datalek meldt de gemeente dit bij de Autoriteit Persoonsgegevens.',
      'Een datalek meldt ons ziekenhuis binnen drie dagen.',
      'Wij hebben een procedure voor het melden van datalekken.',
      'Wij zijn verplicht een datalek te melden.',
      'We report a data breach to the supervisory authority.',
      'Er was dit jaar geen datalek.',
      'Meld een lek in de riolering.',
      'Waterlek? Bel de monteur.',
      'Cursus datalekken melden.',
      'Wat is een datalek?',
    ],
  },
  'messages-told': {
    is: [
      'Wij vragen u nooit om uw wachtwoord of pincode.',
      'Wij zullen u nooit mailen om uw inloggegevens te vragen.',
      'Zo herkent u een valse e-mail.',
      'Kreeg u een verdacht bericht? Meld verdachte berichten bij ons.',
      'Valse sms-berichten namens ons zijn te herkennen aan de link.',
      'Let op phishing uit onze naam.',
      'We never ask for your password.',
      'De gemeente stuurt nooit een link om te betalen.',
    ],
    near: [
      'Wij verkopen uw rekeningnummer nooit.',
      'Wij vragen nooit meer dan nodig is.',
      'Zie je een verdachte situatie? Meld het.',
      'Herken valse hoop.',
      'Wij sturen nooit reclame.',
      'Training: phishing herkennen voor uw bedrijf.',
      'Stuur ons een bericht.',
      'Wij delen nooit met derden wat uw code is.',
      'Meld u aan voor berichten.',
    ],
  },
}

const cases = (kind: 'is' | 'near') =>
  (Object.keys(SAID) as Id[]).flatMap((id) => SAID[id][kind].map((text) => [id, text] as const))

test('each check has sentences that tell it and sentences that do not', () => {
  expect(Object.keys(SAID).toSorted()).toEqual(toldChecks.map(({ id }) => id).toSorted())
})
test.each(cases('is'))('%s is told by "%s"', (id, text) => {
  expect(judged(id, text)).toMatchObject({ reason: 'told', verdict: 'met' })
})
test.each(cases('near'))('%s is not told by "%s"', (id, text) => {
  expect(judged(id, text)).toMatchObject({ reason: 'not-seen', verdict: 'unknown' })
})
test('silence of who is no public body does not apply, and what it tells counts', () => {
  expect(judged('tested-told', 'Wij bakken brood.', false)).toMatchObject({ verdict: 'not-applicable' })
  expect(judged('tested-told', SAID['tested-told'].is[0]!, false)).toMatchObject({ verdict: 'met' })
})
test('what stands in the news tells of others', () => {
  expect(judged('messages-told', 'Zo herkent u een valse e-mail.', true, 'nieuws/tien-tips')).toMatchObject({
    reason: 'not-seen',
  })
})
test('hostile text costs little', () => {
  const begun = performance.now()
  for (const word of ['meld ', 'nooit ', 'hack meld', 'pentest ', 'valse e-mail ', 'vragen nooit ', 'ciso '])
    for (const { id } of toldChecks) judged(id as Id, word.repeat(8_000))
  expect(performance.now() - begun).toBeLessThan(3_000)
})
