/** With what a site is made, as far as it says so itself. */
import { expect, test } from 'vitest'
import { HOST, judgeWith, session, sighting } from '../../../test/evidence.ts'
import type { Session } from '../../model/evidence.ts'
import { siteSoftware } from './site-software.ts'

const judged = (over: Partial<Session>) => judgeWith(siteSoftware, { session: [sighting(session(over))] })
const generator = (content: string) => judged({ metas: [{ name: 'generator', content }] })
const script = (src: string) => judged({ scripts: [{ src, integrity: null, selector: 'script' }] })

test.each([
  'WordPress 6.4',
  'Drupal 10 (https://www.drupal.org)',
  'Joomla! - Open Source Content Management',
  'TYPO3 CMS',
  'Hugo 0.120',
])('%s is free software', (content) => {
  expect(generator(content)).toMatchObject({ reason: 'open', verdict: 'met' })
})
test.each([
  `https://${HOST}/wp-content/themes/stad/a.js`,
  `https://${HOST}/sites/default/files/js/a.js`,
  `https://cdn.voorbeeld.nl/core/misc/drupal.js`,
])('known by its folder: %s', (src) => {
  expect(script(src).reason).toBe('open')
})
test('a service that only its own company runs is partly', () => {
  expect(generator('Wix.com Website Builder')).toMatchObject({
    reason: 'tied',
    verdict: 'partly',
    seen: { software: 'Wix' },
  })
  expect(judged({ headers: [['server', 'Squarespace']] }).seen).toMatchObject({ software: 'Squarespace' })
  expect(judged({ headers: [['powered-by', 'Shopify']] }).reason).toBe('tied')
})
test.each([
  ['a button of Shopify', { scripts: [{ src: 'https://cdn.shopify.com/buy.js', integrity: null, selector: 's' }] }],
  [
    'WordPress at another party',
    { scripts: [{ src: 'https://widget.example/wp-content/a.js', integrity: null, selector: 's' }] },
  ],
  ['an article about Wix', { text: 'Gemaakt met Wix.com?', title: 'Wix of WordPress' }],
  ['an unknown generator', { metas: [{ name: 'generator', content: 'Bouwmeester CMS' }] }],
  ['a word in the middle', { metas: [{ name: 'generator', content: 'Powered by WordPress-achtig' }] }],
  [
    'another header',
    {
      headers: [
        ['server', 'nginx'],
        ['via', 'Squarespace'],
      ] as const,
    },
  ],
  ['nothing', {}],
])('near miss: %s is unknown', (_, over) => {
  expect(judged(over)).toMatchObject({ reason: 'not-said', verdict: 'unknown' })
})
test('a button of Shopify in a WordPress site leaves it free', () => {
  const over = {
    metas: [{ name: 'generator', content: 'WordPress 6.4' }],
    scripts: [{ src: 'https://cdn.shopify.com/buy.js', integrity: null, selector: 's' }],
  }
  expect(judged(over).reason).toBe('open')
})
