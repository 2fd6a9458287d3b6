/** Which rights a privacy statement tells, in words of the law or in plain ones. */
import { expect, test } from 'vitest'
import { cpuMs } from '../../../test/cpu.ts'
import { HOST, judgeWith, seen, statements, unseen } from '../../../test/evidence.ts'
import type { Statement } from '../../model/evidence.ts'
import { rightsTold } from './rights-told.ts'

const ABOUT =
  'Bakkerij De Korenbloem gebruikt uw naam en telefoonnummer om brood te bezorgen, en uw adres voor de nieuwsbrief. '
const judged = (text: string, over: Partial<Statement> = {}) =>
  judgeWith(rightsTold, {
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
  'U heeft recht op inzage, rectificatie, verwijdering en bezwaar.',
  'U mag uw gegevens bekijken, laten verbeteren of weghalen. Bezwaar maken kan ook.',
  'U kunt vragen welke gegevens wij van u hebben, ze laten aanpassen of laten wissen. U kunt bezwaar maken.',
  'Recht op inzage. Recht op correctie. Recht op vergetelheid. Recht van verzet.',
  'Je mag een kopie opvragen, fouten laten herstellen, gegevens laten verwijderen en bezwaar maken.',
  'Wil je weten welke gegevens we van je hebben? Of wil je ze laten veranderen of weghalen? Bezwaar maken kan ook.',
  'Wil je dat wij je gegevens verwijderen, aanpassen of aan je toesturen? Of wil je bezwaar maken?',
  'Als u gegevens wilt inzien, of u wilt ze laten corrigeren of laten wissen, mail ons. Bezwaar kan ook.',
  'You have the right of access, to rectify and to erase, and to object.',
])('all: %s', (text) => {
  expect(judged(text)).toMatchObject({ reason: 'all', verdict: 'met', seen: { found: 4 } })
})
test.each([
  ['gegevens laten wissen, bezwaar maken', 'U heeft recht op inzage en correctie.'],
  ['bezwaar maken', 'U kunt uw gegevens inzien, corrigeren of verwijderen.'.replace('corrigeren', 'laten corrigeren')],
  ['gegevens laten verbeteren, gegevens laten wissen, bezwaar maken', 'U mag weten wat wij van u hebben.'],
])('without %s: partly', (missing, text) => {
  expect(judged(text)).toMatchObject({ reason: 'some', verdict: 'partly', seen: { missing } })
})
test('objecting is asked where the statement names a ground with which it holds', () => {
  const text =
    'U heeft recht op inzage, correctie en verwijdering. Wij bewaren alles een jaar, en daarna nooit meer iets.'
  expect(judged(text, { text })).toMatchObject({ reason: 'all', seen: { total: 3 } })
  expect(judged(text)).toMatchObject({ reason: 'some', seen: { missing: 'bezwaar maken' } })
})
test.each([
  'Wij gaan zorgvuldig om met uw gegevens.',
  'Wij verkopen uw gegevens nooit.',
  'Vragen? Bel ons.',
  'Wij verbeteren onze site elk jaar.',
  'Alle rechten voorbehouden.',
  'Wij zien niet wat u bestelt bij anderen.',
  'Het brood wordt elke dag vers gemaakt.',
  'Na een jaar is het weg.',
  'Onze medewerkers hebben een geheimhoudingsplicht.',
  'Wij passen goed op uw spullen.',
  'Wij maken geen profielen.',
  'Klachten horen wij graag.',
  'Wij delen uw adres met de bezorger.',
  'Onze klanten gaan voor.',
  'Uw vertrouwen is ons veel waard.',
  'Wij bewaren bonnen zeven jaar.',
  'Onze computers zijn beveiligd.',
  'De grondslag is uw toestemming.',
  'Lees ook onze voorwaarden.',
  'Wij sturen geen post.',
  'Dit is versie 3.',
  'Wij willen onze site verbeteren en wijzigen hem vaak.',
  'De gemeente wil oude panden herstellen.',
])('none: %s', (text) => {
  expect(judged(text)).toMatchObject({ reason: 'none-told', verdict: 'unmet' })
})
test('rights that may stand on another page are unknown', () => {
  const links = [{ href: `https://${HOST}/avg/rechten`, text: 'Uw rechten' }]
  expect(judged('Meer leest u elders.', { links })).toMatchObject({ reason: 'elsewhere', verdict: 'unknown' })
  expect(judged('Meer.', { links: [{ href: `https://${HOST}/privacy/#rechten`, text: 'Uw rechten' }] }).reason).toBe(
    'none-told',
  )
})
test.each([
  ['/pv.pdf', 'hier het document'],
  ['/files/avg-beleid.pdf', 'lees meer'],
  ['/x.docx', 'Privacyreglement leerlingen'],
  ['/gdpr', 'GDPR'],
])('and so are those that may stand in a document or elsewhere: %s (%s)', (path, text) => {
  const links = [{ href: `https://${HOST}${path}`, text }]
  expect(judged('Meer leest u elders.', { links })).toMatchObject({ reason: 'elsewhere', verdict: 'unknown' })
})
test('a document about something else is none', () => {
  const links = [
    { href: `https://${HOST}/av.pdf`, text: 'Algemene voorwaarden' },
    { href: `https://${HOST}/jaarverslag-2025.pdf`, text: 'Lees meer' },
    { href: 'mailto:privacy@voorbeeld.nl', text: 'privacy@voorbeeld.nl' },
  ]
  expect(judged('Meer.', { links }).reason).toBe('none-told')
})
test('no statement, one that is gone, not read, cut or in another language', () => {
  expect(judgeWith(rightsTold, { statements: statements() }).verdict).toBe('not-applicable')
  expect(judged('', { status: 404 }).reason).toBe('gone')
  expect(judgeWith(rightsTold, { statements: statements({ privacy: unseen('not-html') }) }).verdict).toBe('unknown')
  expect(judged('Mear net.', { lang: 'fy' })).toMatchObject({ reason: 'other-language', verdict: 'unknown' })
  expect(judged('Wij bewaren niets.', { lacks: { statements: ['cut'] } }).verdict).toBe('unknown')
})
test('hostile text takes linear time', () => {
  const before = cpuMs()
  judged('u mag kunt recht '.repeat(3_000))
  expect(cpuMs() - before).toBeLessThan(500)
})
test('a menu, a heading and an address alone are no statement that was read', () => {
  const text = 'Home Nieuws Over ons Contact Privacyverklaring Havenstraat 1, 1234 AB Sluiswijk '
  expect(judged('', { text: text.repeat(2) })).toMatchObject({ reason: 'unread', verdict: 'unknown' })
  expect(judged('', { text: text.repeat(12) })).toMatchObject({ reason: 'unread' })
})
