/** Walls of bot protections, and real pages that look a little like them. */
import { expect, test } from 'vitest'
import { wall } from './walls.ts'
import type { Glance } from './walls.ts'

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
  expect(wall(status, headers, page(seen))).not.toBeNull()
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
  expect(wall(status, headers, page(seen))).toBeNull()
})
