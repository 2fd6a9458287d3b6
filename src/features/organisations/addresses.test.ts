/** Which words are addresses, and whose. */
import { expect, test } from 'vitest'
import { mailDomain, websiteAddress, websiteHost } from '../../lib/web-address.ts'
import { notOwnMailDomain, notOwnWebsite } from './addresses.ts'

test.each([
  ['www.voorbeeld.nl', 'www.voorbeeld.nl'],
  ['https://www.Voorbeeld.nl/', 'www.voorbeeld.nl'],
  ['http://voorbeeld.nl/pad?x=1', 'voorbeeld.nl'],
  ['café-sluis.nl', 'xn--caf-sluis-d4a.nl'],
  ['voorbeeld.nl.', 'voorbeeld.nl'],
])('%s is the website %s', (word, host) => expect(websiteHost(word)).toBe(host))

test.each([
  ['https://koepel.example/noord', 'koepel.example/noord'],
  ['KOEPEL.example/Noord/', 'koepel.example/Noord/'],
  ['koepel.example/?afdeling=3#kop', 'koepel.example/?afdeling=3'],
  ['koepel.example/?utm_source=kvk&fbclid=x', 'koepel.example'],
  ['koepel.example/#noord', 'koepel.example'],
  ['koepel.example/één', 'koepel.example/%C3%A9%C3%A9n'],
])('%s is kept as %s', (word, address) => expect(websiteAddress(word)).toBe(address))

test.each([
  'voorbeeld',
  'ftp://voorbeeld.nl',
  '127.0.0.1',
  'http://[::1]/',
  'https://a:b@voorbeeld.nl',
  'info@voorbeeld.nl',
  'voorbeeld.nl:8080',
  'javascript:alert(1)',
  '0x7f.1',
  '-voorbeeld.nl',
  'voor_',
  '..',
  'a..nl',
  'http://',
  `${'a'.repeat(64)}.nl`,
  `voorbeeld.nl/${'a'.repeat(600)}`,
])('%s is no website', (word) => expect(websiteHost(word)).toBeUndefined())

test('a mail domain may be written as an address', () => {
  expect(mailDomain('info@voorbeeld.nl')).toBe('voorbeeld.nl')
  expect(mailDomain('@voorbeeld.nl')).toBe('voorbeeld.nl')
  expect(mailDomain('voorbeeld.nl/pad')).toBeUndefined()
  expect(mailDomain('https://voorbeeld.nl')).toBeUndefined()
})

test.each([
  'facebook.com/kapper',
  'nl-nl.facebook.com/kapper',
  'm.facebook.com/kapper',
  'www.instagram.com/kapper',
  'instagram.com',
  'linktr.ee/kapper',
  'x.com/kapper',
  't.me/kapper',
  'www.google.com/maps/place/kapper',
  'maps.app.goo.gl/abc',
  'fb.watch/abc',
  'www.tripadvisor.co.uk/kapper',
  'facebook.de/kapper',
  'amazon.co.uk/kapper',
  'discord.gg/kapper',
  'apps.apple.com/nl/app/kapper',
  'wixsite.com/kapper',
  'www.wordpress.com',
  'sites.google.com',
  'gmail.com',
])('%s is not the hairdresser’s own', (address) => expect(notOwnWebsite(address, 'Kapper')).toMatch(/[a-z]/))

test.each([
  ['kapper.wixsite.com/salon', 'Kapper'],
  ['kapper.wordpress.com', 'Kapper'],
  ['kapper.jouwweb.nl', 'Kapper'],
  ['sites.google.com/view/kapper', 'Kapper'],
  ['members.ziggo.nl/kapper', 'Kapper'],
  ['www.mijnfacebook.com', 'Kapper'],
  ['facebook.com.kapper.nl', 'Kapper'],
  ['amazon.kapper.nl', 'Kapper'],
  ['www.amazon.co.uk', 'Amazon EU'],
  ['instagramkapper.nl', 'Instagram Kapper'],
  ['www.booking.com', 'Booking.com Nederland'],
  ['www.kvk.nl', 'KvK'],
])('%s may be of %s', (address, name) => expect(notOwnWebsite(address, name)).toBeUndefined())

test.each(['gmail.com', 'hotmail.nl', 'outlook.com', 'live.nl', 'ziggo.nl', 'kpnmail.nl', 'icloud.com', 'telenet.be'])(
  'mail at %s is not a domain of one’s own',
  (domain) => expect(notOwnMailDomain(domain, 'Kapper')).toContain(domain),
)

test.each([
  ['ziggo.nl', 'Ziggo B.V.'],
  ['gmail.kapper.nl', 'Kapper'],
  ['mijngmail.com', 'Kapper'],
  ['kapper.outlook.amsterdam', 'Kapper'],
])('mail at %s may be of %s', (domain, name) => expect(notOwnMailDomain(domain, name)).toBeUndefined())

test('an ordinary word makes nobody the owner of a mail service', () => {
  expect(notOwnMailDomain('home.nl', 'Home & Living')).toBeDefined()
})
