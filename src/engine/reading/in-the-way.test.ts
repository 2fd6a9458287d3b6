/** Walls of bot protections, and real pages that look a little like them. */
import { expect, test } from 'vitest'
import { inTheWay, type Glance } from './in-the-way.ts'

const page = (more: Partial<Glance>): Glance => ({
  title: 'Gemeente Dorp',
  textLength: 80,
  text: '',
  things: 1,
  links: 0,
  marks: [],
  ...more,
})

test.each<[string, number, [string, string][], Partial<Glance>]>([
  ['Cloudflare by its title', 200, [], { title: 'Just a moment...' }],
  ['Cloudflare by its header', 403, [['cf-mitigated', 'challenge']], { textLength: 9_000, links: 90 }],
  ['Cloudflare turned away', 403, [], { title: 'Attention Required! | Cloudflare' }],
  ['Akamai', 403, [], { title: 'Access Denied', text: 'Reference #18.2d3e' }],
  ['Imperva', 200, [], { title: '', marks: ['/_Incapsula_Resource?SWJIYLWA=1'] }],
  ['Imperva by its text', 200, [], { title: '', text: 'Request unsuccessful. Incapsula incident ID: 1-2' }],
  ['DataDome', 403, [['x-datadome', 'protected']], {}],
  ['DataDome by its frame', 200, [], { marks: ['https://geo.captcha-delivery.com/captcha/'] }],
  ['Sucuri', 403, [], { title: 'Sucuri WebSite Firewall - Access Denied' }],
  ['F5', 200, [], { title: '', text: 'The requested URL was rejected. Please consult with your administrator.' }],
  ['AWS WAF', 202, [['x-amzn-waf-action', 'challenge']], {}],
  ['nothing but a captcha', 200, [], { marks: ['g-recaptcha'] }],
])('%s is a wall', (_name, status, headers, seen) => {
  expect(inTheWay(status, headers, page(seen))?.why).toBe('blocked')
})

test.each<[string, number, [string, string][], Partial<Glance>]>([
  ['a page with a captcha in its form', 200, [], { marks: ['g-recaptcha'], textLength: 900, links: 12 }],
  [
    'a page served by Cloudflare',
    200,
    [
      ['server', 'cloudflare'],
      ['cf-ray', '1'],
    ],
    { marks: ['/cdn-cgi/challenge-platform/scripts/jsd/main.js'], textLength: 4_000, links: 60 },
  ],
  ['a page watched by Imperva', 200, [], { marks: ['/_Incapsula_Resource?SWJIYLWA=1'], textLength: 4_000, links: 60 }],
  ['a page watched by DataDome', 200, [['x-datadome', 'protected']], {}],
  ['an article about access', 200, [], { title: 'Access denied: over toegang', textLength: 4_000, links: 30 }],
  ['a small page', 200, [], { text: 'Wij zijn verhuisd' }],
])('%s is not a wall', (_name, status, headers, seen) => {
  expect(inTheWay(status, headers, page(seen))).toBeNull()
})

test.each<[string, Partial<Glance>]>([
  ['a title that says so', { title: 'Pagina niet gevonden | Gemeente Dorp', textLength: 3_000, links: 40 }],
  ['a number', { title: '404' }],
  ['a number with words', { title: '404 - Page not found', textLength: 2_000, links: 30 }],
  ['an error of the server', { title: '503 Service Unavailable' }],
  ['an error of the server before the name', { title: '502: Bad gateway | Stad', textLength: 2_000, links: 30 }],
  ['a bare number before the name', { title: '404 | Gemeente Dorp' }],
  [
    'a number on a page that says so beside its menu',
    { title: '404 | Gemeente Dorp', text: 'De pagina kan niet worden gevonden.', textLength: 3_000, links: 40 },
  ],
  ['a site in maintenance', { title: 'Gemeente Dorp', text: 'Onze website is tijdelijk in onderhoud.' }],
  ['back soon', { title: 'Even geduld alstublieft', text: 'Wij zijn zo terug.' }],
])('status 200 with %s is no page of the site', (_name, seen) => {
  expect(inTheWay(200, [], page(seen))).not.toBeNull()
})
test.each<[string, string, number?]>([
  ['gone', '404'],
  ['gone', 'Pagina niet gevonden | Gemeente Dorp'],
  ['gone', 'Page not found', 404],
  ['http-error', '503 Service Unavailable'],
  ['http-error', '502 Bad Gateway', 502],
  ['http-error', 'Internal Server Error'],
])('%s: %s', (why, title, status = 200) => {
  expect(inTheWay(status, [], page({ title }))?.why).toBe(why)
})
test('a site in maintenance has its pages still', () => {
  expect(inTheWay(200, [], page({ text: 'Onze website is tijdelijk in onderhoud.' }))?.why).toBe('http-error')
})
test.each<[string, Partial<Glance>]>([
  ['years', { title: '500 jaar Rembrandt – Museum', textLength: 3_000, links: 80 }],
  ['years on a thin page', { title: '500 jaar stad' }],
  ['a name with a number', { title: '504 Kunstcollectief', textLength: 3_000, links: 80 }],
  ['a number as a name', { title: '504 | Kunstcollectief', textLength: 3_000, links: 80 }],
  ['a lamp', { title: '502 watt', textLength: 3_000, links: 80 }],
  ['a band', { title: 'Not found | band', textLength: 3_000, links: 80 }],
  ['a garage', { title: 'Onderhoud | Garage Jansen', text: 'Onderhoud en reparatie van uw auto.', links: 12 }],
  ['a garage in few words', { title: 'Onderhoud', text: 'Uw auto in onderhoud? Bel ons.' }],
  ['an article', { title: 'Pagina niet gevonden? Zo lost u dat op', textLength: 4_000, links: 30 }],
  ['a house number', { title: 'Dorpsstraat 404 - Makelaar', textLength: 900, links: 12 }],
  ['lost and found', { title: 'Niet gevonden voorwerpen', textLength: 900, links: 12 }],
  [
    'news of maintenance',
    { title: 'Nieuws', text: 'De website is tijdelijk in onderhoud op zondag.', textLength: 2_400, links: 30 },
  ],
])('%s is the page', (_name, seen) => {
  expect(inTheWay(200, [], page(seen))).toBeNull()
})
