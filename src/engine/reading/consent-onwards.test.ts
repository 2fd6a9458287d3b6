/** Sentences that take going on as a yes, and sentences that ask for a press or only speak of the site. */
import { expect, test } from 'vitest'
import { onwardsIn } from './consent-onwards.ts'

test.each([
  'Door verder te gaan op deze website gaat u akkoord met het gebruik van cookies.',
  'Als u deze site blijft gebruiken, gaat u akkoord met onze cookies.',
  'Wanneer u onze site bezoekt, geeft u ons toestemming voor cookies.',
  'Door verder te lezen vindt u cookies goed.',
  'Door gebruik te maken van deze website gaat u akkoord met ons cookiebeleid.',
  'Als u onze website blijft gebruiken, gaan we ervan uit dat u het gebruik van cookies goed vindt.',
  'Als je doorgaat met het gebruiken van de site, gaan we er vanuit dat je ermee instemt.',
  'Wanneer u verder surft, stemt u in met cookies.',
  'Door op deze site te blijven, accepteert u cookies.',
  'Door verder te klikken accepteer je onze cookies.',
  'Verder surfen betekent dat u akkoord gaat.',
  'Bezoekt u deze site, dan geeft u toestemming voor cookies.',
  'Door deze website te bezoeken, stemt u in met het plaatsen van cookies.',
  'Met het gebruik van deze website accepteer je cookies.',
  'Blijf je op deze site, dan ga je akkoord met cookies',
  'Door deze site te gebruiken, aanvaardt u cookies.',
  'Als je verdergaat, gaan wij ervan uit dat je dit goed vindt.',
  'Door het sluiten van deze melding gaat u akkoord.',
  'Door deze melding te negeren stemt u in.',
  'Door te scrollen ga je akkoord',
  'U gaat akkoord door verder te gaan.',
  'Je gaat akkoord met cookies als je verder surft.',
  'If you continue to use this site we will assume that you are happy with it.',
  'Als u doorgaat gaan we ervan uit dat u cookies accepteert',
  'By continuing to use this site you agree to our use of cookies.',
])('going on is taken as a yes: %s', (text) => expect(onwardsIn(text)).toBeDefined())

test.each([
  'Wij gebruiken cookies. U kiest zelf wat u goed vindt.',
  'U kunt verder gaan zonder cookies te accepteren.',
  'Door verder te gaan zonder toestemming te geven, ziet u geen films.',
  'Als u de site gebruikt zonder account, vraagt u om toestemming bij de balie.',
  'Als u akkoord gaat, onthouden wij uw keuze.',
  'Door op “Akkoord” te klikken, geeft u toestemming.',
  'Door op Akkoord te klikken, gaat u akkoord.',
  'Door op ‘Accepteren’ te klikken stemt u in met cookies. U kunt ook verder gaan zonder.',
  'Als u onze website bezoekt plaatsen wij functionele cookies. Klik op akkoord als u statistiek goed vindt.',
  'Door cookies kunnen wij zien hoe u de website gebruikt. Gaat u akkoord?',
  'Als u de website gebruikt zonder cookies, werkt de video niet. Vindt u cookies goed?',
  'Door verder te gaan zonder akkoord plaatsen wij niets.',
  'Wanneer u weigert kunt u de website gewoon blijven gebruiken. Gaat u akkoord met statistieken?',
  'Als u hieronder op Akkoord klikt, kunt u verder lezen en stemt u in met cookies.',
  'Door verder te lezen in ons cookiebeleid weet u waar u akkoord op gaat',
  'Als je de site gebruikt, meten we graag mee. Vind je dat goed?',
  'Met uw keuze kunt u verder gaan. Geeft u toestemming?',
  'Door hieronder op "Alles toestaan" te drukken en verder te gaan geeft u toestemming.',
  'Door cookies te gebruiken, zien wij wat u bekijkt, als u daarmee akkoord gaat.',
  'Als u akkoord gaat, zien wij hoe u de site bezoekt.',
  'Door uw keuze te maken en verder te gaan, geeft u toestemming.',
  'Als u verder gaat met bestellen, gaat u akkoord met de voorwaarden.',
  'Door dit venster te sluiten weigert u, en gaat u niet akkoord.',
  'You can continue without accepting.',
])('going on is not taken as a yes: %s', (text) => expect(onwardsIn(text)).toBeUndefined())

test('the sentence is told, and long text is read at once', () => {
  expect(onwardsIn('Welkom. Door te scrollen ga je akkoord. Tot ziens.')).toBe('Door te scrollen ga je akkoord.')
  const start = performance.now()
  onwardsIn('door als u je te '.repeat(20_000))
  onwardsIn('u a '.repeat(100))
  expect(performance.now() - start).toBeLessThan(500)
})
