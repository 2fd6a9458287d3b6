/** Which links are never gone to, wherever an address is chosen. */
import { expect, test } from 'vitest'
import { cpuMs } from '../../../test/cpu.ts'
import { acts, readable } from './acting.ts'

const BASE = 'https://www.dorp.nl'

test.each([
  '/index.php?title=Foo&action=edit',
  '/index.php?title=Foo&action=history',
  '/index.php?title=Foo&oldid=12',
  '/index.php?title=Foo&printable=yes',
  '/index.php?title=Speciaal:Aanmelden&returnto=Foo',
  '/index.php/Special:Random',
  '/wiki/Gebruiker:Jan',
  '/doku.php?id=start&do=index',
  '/doku.php?id=start&do=edit',
  '/doku.php?id=start&do=revisions',
  '/doku.php?id=start&rev=1700000000',
  '/?p=12&replytocom=3',
  '/?add-to-cart=9',
  '/?logout',
  '/?feed=rss2',
  '/?task=user.logout',
])('%s is not gone to', (place) => {
  expect(acts(new URL(place, BASE))).toBe(true)
})

test.each([
  '/?p=12',
  '/index.php?title=Foo',
  '/doku.php?id=wiki:syntax',
  '/?action=view&id=3',
  '/help/contact',
  '/zoeken?trefwoord=gebruiker: naam',
  '/?q=file:x',
])('%s is a page to read', (place) => {
  expect(acts(new URL(place, BASE))).toBe(false)
})

test.each([
  '/cookies/accepteren',
  '/?cookie_consent=accept',
  '/?cookieconsent=1',
  '/CookieConsent/Accept',
  '/cookie/akkoord',
  '/cookies/weigeren',
  '/cookies/nee',
  '/cookie-melding/sluiten',
  '/like/5',
  '/stem/5',
  '/peiling?stem=5',
  '/winkelmand/voeg-toe/5',
  '/?add=5',
  '/shop/addToCart?id=5',
  '/afspraak/annuleren?id=9',
  '/nieuwsbrief/bevestig?t=1',
  '/user/5/follow',
  '/bericht/3/verwijderen',
  '/nieuwsbrief/opt-out',
])('%s may do something', (place) => {
  expect(acts(new URL(place, BASE))).toBe(true)
})

test.each([
  'Cookies accepteren',
  'Akkoord',
  'Ja, ik ga akkoord',
  'Weigeren',
  'Alles toestaan',
  'Decline all',
  'Ok, cookies',
  'Stem op ons idee',
  'Vind ik leuk',
  'In winkelmandje',
  'Afspraak annuleren',
  'Bevestig uw adres',
  'Uitschrijven',
])('a link that says %s may do something, wherever it leads', (text) => {
  expect(acts(new URL('/x?id=1', BASE), text)).toBe(true)
})

test.each([
  ['/cookies', 'Cookies'],
  ['/cookieverklaring', 'Lees onze cookieverklaring'],
  ['/over/cookies?lang=nl', 'Over alle soorten cookies op deze site'],
  ['/all-about-cookies', 'All about cookies'],
  ['/?p=cookies', 'Wat zijn cookies?'],
  ['/privacy', 'Privacyverklaring'],
  ['/afspraak', 'Afspraak maken'],
  ['/afspraak-maken-of-annuleren', 'Afspraak maken, wijzigen of annuleren'],
  ['/verkiezingen/stemmen', 'Hoe kan ik stemmen?'],
  ['/stemlokalen', 'Stembureaus'],
  ['/acceptatie', 'Acceptatie van afval'],
  ['/bevestiging-van-uw-adres', ''],
  ['/looks-like-rain', 'It looks like rain'],
  ['/formulier/aanvragen', 'Aanvragen'],
  ['/nieuwsbrief', 'Aanmelden voor de nieuwsbrief'],
  ['/deelnemen', 'Deelnemen'],
  ['/algemene-voorwaarden', 'Annuleringsvoorwaarden'],
])('%s (%s) is a page to read', (place, text) => {
  expect(acts(new URL(place, BASE), text)).toBe(false)
})

test('beside a link that says that it does something, only one with words of its own is gone to', () => {
  const links = [
    { href: `${BASE}/5`, text: '' },
    { href: `${BASE}/5/`, text: 'Toevoegen' },
    { href: `${BASE}/6`, text: 'Lezen' },
    { href: `${BASE}/contact`, text: 'Contact' },
    { href: `${BASE}/contact`, text: 'Afspraak annuleren?' },
    { href: 'geen adres', text: 'Accepteren' },
  ]
  expect(readable(links).map(({ text }) => text)).toEqual(['Lezen', 'Contact', 'Accepteren'])
})

test('a very long address and text cost nothing', () => {
  const begun = cpuMs()
  acts(new URL(`/${'cookie-'.repeat(20_000)}?${'a=accept-'.repeat(20_000)}`, BASE), 'annuleren '.repeat(50_000))
  expect(cpuMs() - begun).toBeLessThan(2_000)
})
