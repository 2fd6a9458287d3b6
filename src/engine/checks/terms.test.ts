/** Terms that can be read beforehand, and terms that one side changes by itself. */
import { expect, test } from 'vitest'
import { cpuMs } from '../../../test/cpu.ts'
import { HOST, judgeWith, LOADING, seen, session, sighting, statements, unseen } from '../../../test/evidence.ts'
import type { Observed, Statement } from '../../model/evidence.ts'
import { terms } from './terms.ts'

const ABOUT =
  'Artikel 1. Wij leveren binnen vijf werkdagen. Artikel 2. Betalen kan met iDEAL of op rekening. ' +
  `Artikel 3. ${'Wij pakken alles goed in. '.repeat(6)}`
const judgedAs = (page: Observed<Statement> | undefined, over = {}) =>
  judgeWith(terms, {
    session: [sighting(session(over))],
    statements: statements(page ? { terms: page } : {}),
  })
const judged = (text: string, over: Partial<Statement> = {}) =>
  judgedAs(
    seen({ url: `https://${HOST}/voorwaarden`, status: 200, text: `${ABOUT}${text}`, links: [], lang: 'nl', ...over }),
  )

test.each([
  'Wij mogen deze voorwaarden te allen tijde wijzigen.',
  'Klikkado kan deze voorwaarden eenzijdig aanpassen.',
  'Klikkado behoudt zich het recht voor deze algemene voorwaarden te wijzigen.',
  'Wij behouden ons het recht voor om wijzigingen aan te brengen: wij kunnen op elk moment de voorwaarden aanpassen.',
  'Zonder voorafgaande kennisgeving kunnen deze voorwaarden worden gewijzigd.',
  'We reserve the right to change these terms.',
  'We behouden ons het recht voor om delen van deze Servicevoorwaarden bij te werken, te wijzigen of te vervangen.',
  'Wij mogen de leveringsvoorwaarden te allen tijde eenzijdig wijzigen.',
  'U kunt volgens de wet betalen, en wij mogen deze voorwaarden altijd wijzigen.',
  'Wij mogen deze voorwaarden te allen tijde wijzigen. Sokken komen binnen twee dagen.',
])('one-sided: %s', (text) => {
  expect(judged(text)).toMatchObject({ reason: 'one-sided', verdict: 'partly' })
})
test.each([
  'Deze voorwaarden kunnen niet eenzijdig worden gewijzigd.',
  'Wij mogen deze voorwaarden te allen tijde wijzigen, maar laten dat dertig dagen vooraf weten.',
  'Wij behouden ons het recht voor deze voorwaarden te wijzigen. U mag dan opzeggen.',
  'Wij kunnen de voorwaarden altijd wijzigen met uw instemming.',
])('softened: %s', (text) => {
  expect(judged(text)).toMatchObject({ reason: 'softened', verdict: 'unknown' })
})
test.each([
  'De klant kan zijn bestelling wijzigen.',
  'Volgens deze voorwaarden kunt u uw afspraak op elk moment wijzigen.',
  'Met deze voorwaarden mag je je bestelling altijd aanpassen.',
  'Op grond van deze voorwaarden kan de datum van de cursus altijd worden gewijzigd.',
  'U kunt met deze voorwaarden altijd uw bestelling wijzigen.',
  'Wijzigt uw adres? Laat het weten.',
  'Wij behouden ons het recht voor een bestelling te weigeren.',
  'Prijzen kunnen altijd wijzigen.',
  'De voorwaarden gelden voor elke levering.',
  'Wij kunnen de openingstijden zonder aankondiging aanpassen.',
  'De huurder mag het gehuurde niet veranderen.',
  'Op deze voorwaarden is Nederlands recht van toepassing.',
  'U kunt de voorwaarden altijd opslaan.',
  'Wij wijzigen de voorwaarden in overleg met de ondernemersvereniging.',
  'Afwijken van deze voorwaarden kan schriftelijk.',
  'Onder deze voorwaarden valt ook schade bij verzending.',
  'Deze voorwaarden zijn op elk moment te lezen.',
  'Wij behouden ons het eigendom voor tot u betaalt.',
  'Adressen kunt u te allen tijde wijzigen.',
  'De bezorgtijd kan altijd veranderen.',
  'De voorwaarden van de vervoerder staan op zijn site.',
  'Een afspraak kunt u zonder kosten wijzigen.',
  'Onze voorwaarden zijn sinds 2019 gelijk.',
  'Voorwaarden van de klant gaan voor.',
  'Herroepen kan tot veertien etmalen.',
])('readable, and not one-sided: %s', (text) => {
  expect(judged(text)).toMatchObject({ reason: 'readable', verdict: 'met' })
})
test('a document is met and not read; gone is unmet; what was not read is unknown', () => {
  expect(judgedAs(unseen('not-html'))).toMatchObject({ reason: 'document', verdict: 'met' })
  expect(judged('', { status: 404 })).toMatchObject({ reason: 'gone', verdict: 'unmet' })
  // A site that answers every address alike fills its pages by script, perhaps.
  expect(judgedAs(unseen('gone'))).toMatchObject({ reason: 'unread', verdict: 'unknown' })
  expect(judgedAs(unseen('timeout')).verdict).toBe('unknown')
})
test('without a link to terms there is nothing to judge, unless it was not looked at', () => {
  expect(judgedAs(undefined)).toMatchObject({ reason: 'none', verdict: 'not-applicable' })
  expect(judgedAs(undefined, { lacks: LOADING }).verdict).toBe('unknown')
  const links = [{ href: `https://${HOST}/v`, text: 'Algemene voorwaarden' }]
  expect(judgedAs(undefined, { links })).toMatchObject({ reason: 'unread', verdict: 'unknown' })
})
test('hostile text takes linear time', () => {
  const before = cpuMs()
  judged('voorwaarden te allen tijde behoudt recht '.repeat(900))
  expect(cpuMs() - before).toBeLessThan(1_500)
})
