/** Companies that pages ask something of, beside those that the statements name. */
import { expect, test } from 'vitest'
import { HOST, judgeWith, request, seen, session, sighting, statements, unseen } from '../../../test/evidence.ts'
import { listsWith } from '../../../test/lists.ts'
import type { Lacks, Link, Outcome, Statements } from '../../model/evidence.ts'
import { partiesNamed } from './parties-named.ts'

const lists = listsWith({
  owners: {
    'telt.example': {
      service: 'Telt',
      company: 'Tellers Nederland B.V.',
      parent: 'Groottel Inc.',
      category: 'analytics',
    },
    'kaart.example': { service: 'Kaartjes', company: 'Kaart BV', parent: null, country: null, category: 'maps' },
    'connect.facebook.net': {
      service: 'Facebook SDK en Meta-pixel',
      company: 'Meta Platforms Ireland Ltd',
      parent: 'Meta Platforms, Inc.',
    },
    'youtube-nocookie.com': {
      service: 'YouTube (privacymodus)',
      company: 'Google Ireland Ltd',
      parent: 'Alphabet Inc.',
    },
    'analytics.tiktok.com': { service: 'TikTok Pixel', company: 'TikTok Technology Ltd', parent: 'ByteDance Ltd' },
    'doubleclick.net': { service: 'Google Ads (DoubleClick)', company: 'Google Ireland Ltd', parent: 'Alphabet Inc.' },
    'googletagmanager.com': { service: 'Google Tag Manager', company: 'Google Ireland Ltd', parent: 'Alphabet Inc.' },
    'bat.bing.com': {
      service: 'Microsoft Advertising',
      company: 'Microsoft Ireland Operations Ltd',
      parent: 'Microsoft Corporation',
    },
    'clarity.ms': {
      service: 'Microsoft Clarity',
      company: 'Microsoft Ireland Operations Ltd',
      parent: 'Microsoft Corporation',
    },
    'twitter.com': {
      service: 'X',
      company: 'X Internet Unlimited Company',
      parent: 'Space Exploration Technologies Corp.',
    },
    'fontawesome.com': { service: 'Font Awesome', company: 'Fonticons, Inc.', parent: null },
    'openstreetmap.org': { service: 'OpenStreetMap', company: 'OpenStreetMap Foundation', parent: null },
    'typekit.net': { service: 'Adobe Fonts', company: 'Adobe Systems Software Ireland Ltd', parent: 'Adobe Inc.' },
    'webshopapp.com': { service: 'Lightspeed eCom', company: 'Lightspeed Netherlands B.V.', parent: null },
    'consent.example': { service: 'Cookie Information', company: 'Cookie Information A/S', parent: null },
    'overheid.example': { service: 'DigiD', company: 'Logius', category: 'government' },
  },
})
const page = (text: string, path = 'privacy', links: readonly Link[] = []) =>
  seen({
    url: `https://${HOST}/${path}/`,
    status: 200,
    text: `Wij gebruiken namen en adressen om te antwoorden. Dit zegt wie ze krijgt, en waarvoor, en hoe lang. ${text}`,
    links,
    lang: 'nl',
  })
const judged = (
  text: string | null,
  hosts: readonly string[],
  {
    outcome = 'answered',
    over = {},
    lacks = {},
  }: { outcome?: Outcome; over?: Partial<Statements>; lacks?: Lacks } = {},
) =>
  judgeWith(
    partiesNamed,
    {
      session: [
        sighting(
          session({
            requests: hosts.map((host) => request({ url: `https://${host}/x.js`, host, type: 'script', outcome })),
            lacks,
          }),
        ),
      ],
      statements: statements({ privacy: text === null ? null : page(text), ...over }),
    },
    { lists },
  )

test.each([
  'Telt telt onze bezoeken.',
  'Tellers Nederland telt onze bezoeken.',
  'Groottel krijgt uw adres.',
  'Wij gebruiken telt.example.',
])('named: %s', (text) => {
  expect(judged(text, ['www.telt.example'])).toMatchObject({ reason: 'all', verdict: 'met', seen: { count: 0 } })
})
test.each([
  'Een bedrijf telt onze bezoeken niet zelf.',
  'Wij vertelten het al: het hotelteltmee.',
  'Wij delen met niemand.',
])('missing: %s', (text) => {
  const found = judged(text.replace('telt', 'meet'), ['telt.example'])
  expect(found).toMatchObject({ reason: 'missing', verdict: 'partly', seen: { count: 1, total: 1, parties: 'Telt' } })
})
test.each([
  ['connect.facebook.net', 'Facebook-pixel'],
  ['connect.facebook.net', 'Meta'],
  ['youtube-nocookie.com', 'YouTube'],
  ['youtube-nocookie.com', 'YouTubefilmpjes'],
  ['analytics.tiktok.com', 'TikTok'],
  ['doubleclick.net', 'Google'],
  ['doubleclick.net', 'DoubleClick'],
  ['googletagmanager.com', 'Google Analytics'],
  ['googletagmanager.com', 'reCAPTCHA'],
  ['bat.bing.com', 'Bing Ads'],
  ['clarity.ms', 'Clarity'],
  ['platform.twitter.com', 'Twitter'],
  ['use.fontawesome.com', 'FontAwesome'],
  ['tile.openstreetmap.org', 'Open Street Map'],
  ['use.typekit.net', 'Typekit'],
  ['cdn.webshopapp.com', 'Lightspeed'],
])('%s is named by its brand: %s', (host, name) => {
  expect(judged(`Wij maken gebruik van ${name}.`, [host]).reason).toBe('all')
})
test.each([
  ['connect.facebook.net', 'Wij bewaren metagegevens en meta-data.'],
  ['platform.twitter.com', 'Wij gebruiken vak x en tekst.'],
  ['use.fontawesome.com', 'Wij kozen een groot font.'],
  ['tile.openstreetmap.org', 'Wij zijn open over onze data.'],
  ['consent.example', 'Wij plaatsen een cookie.'],
  ['clarity.ms', 'Wij gebruiken Hotjar.'],
])('%s is not named by another word: %s', (host, text) => {
  expect(judged(text, [host]).reason).toBe('missing')
})
test('of several those that are missing are told', () => {
  expect(judged('Groottel krijgt uw adres.', ['telt.example', 'kaart.example'])).toMatchObject({
    reason: 'missing',
    seen: { count: 1, total: 2, parties: 'Kaartjes' },
  })
})
test('the cookie statement names them too', () => {
  const over = { cookies: page('Kaartjes toont de kaart.', 'cookies') }
  expect(judged('Wij delen met niemand.', ['kaart.example'], { over })).toMatchObject({ reason: 'all' })
})
test('a cookie statement that was not read may name them; one that is gone or was read does not', () => {
  const said = (over: Partial<Statements>) => judged('Wij delen met niemand.', ['kaart.example'], { over })
  const to = (href: string) => ({
    privacy: page('Wij delen.', 'privacy', [{ href: `https://${HOST}${href}`, text: 'Cookieverklaring' }]),
  })
  expect(said({ cookies: unseen('timeout') })).toMatchObject({ reason: 'elsewhere', verdict: 'unknown' })
  expect(said({ cookies: unseen('not-html') })).toMatchObject({ reason: 'elsewhere' })
  expect(said(to('/cookies/'))).toMatchObject({ reason: 'elsewhere' })
  expect(said({ cookies: unseen('gone') })).toMatchObject({ reason: 'missing', verdict: 'partly' })
  expect(said(to('/privacy/#cookies'))).toMatchObject({ reason: 'missing' })
  expect(said({ ...to('/cookies/'), cookies: page('Geen.', 'cookies') })).toMatchObject({ reason: 'missing' })
})
test('a menu and an address alone are no statement that was read', () => {
  const bare = { url: `https://${HOST}/privacy/`, status: 200, links: [], lang: 'nl' }
  const privacy = seen({ ...bare, text: 'Home Nieuws Contact Privacyverklaring Kade 1 '.repeat(4) })
  expect(judged('', ['kaart.example'], { over: { privacy } })).toMatchObject({ reason: 'unread' })
})
test('near misses: stopped by the policy, a service of the government, a host that nobody knows', () => {
  expect(judged('Niets.', ['telt.example'], { outcome: 'blocked' })).toMatchObject({ reason: 'no-parties' })
  expect(judged('Niets.', ['inloggen.overheid.example'])).toMatchObject({ reason: 'no-parties' })
  expect(judged('Niets.', ['onbekend.example'])).toMatchObject({ reason: 'no-parties', verdict: 'not-applicable' })
})
test('half a page is no whole one, and without a statement there is nothing to hold it against', () => {
  expect(judged('Telt telt.', ['telt.example'], { lacks: { requests: ['cut'] } })).toMatchObject({ verdict: 'unknown' })
  expect(judged(null, ['telt.example'])).toMatchObject({ reason: 'none', verdict: 'not-applicable' })
})
