/**
 * Whether a site is made with software that several companies can run, or with a service that only its own company
 * runs. Looked at: what the landing page names as its generator, headers that such a service sends, and folders of
 * known software in the addresses of the site's own parts. Trips on: `Wix.com Website Builder`, `server:
 * Squarespace`. Near misses: a button of Shopify in a WordPress site, an article about Wix, a generator that nobody
 * knows (unknown).
 */
import { hostOf, sameParty } from '../../lib/domain.ts'
import { clip } from '../../lib/headers.ts'
import type { Session } from '../../model/evidence.ts'
import { defineCheck, shown } from '../reading/claims.ts'

/** Under a free licence, so that another company can run and change it. */
const OPEN: readonly (readonly [name: string, generator: RegExp, folder: RegExp | null])[] = [
  ['WordPress', /^wordpress\b|^woocommerce\b/i, /^\/(?:[\w-]+\/)?wp-(?:content|includes)\//],
  ['Drupal', /^drupal\b/i, /^\/(?:core\/misc\/drupal|sites\/(?:default|all)\/(?:files|modules|themes)\/)/],
  ['Joomla', /^joomla!?/i, /^\/media\/(?:jui|system\/js|vendor\/joomla)/],
  ['TYPO3', /^typo3\b/i, /^\/typo3(?:temp|conf)\//],
  ['MediaWiki', /^mediawiki\b/i, null],
  ['DokuWiki', /^dokuwiki\b/i, null],
  ['Plone', /^plone\b/i, null],
  ['Umbraco', /^umbraco\b/i, null],
  ['Hugo', /^hugo\b/i, null],
  ['Jekyll', /^jekyll\b/i, null],
  ['Ghost', /^ghost\b/i, null],
  ['PrestaShop', /^prestashop\b/i, null],
  ['Nextcloud', /^nextcloud\b/i, null],
  ['Moodle', /^moodle\b/i, null],
  ['Contao', /^contao\b/i, null],
  ['Discourse', /^discourse\b/i, null],
]
/** Runs with its own company only: a copy of the whole site works nowhere else. */
const TIED: readonly (readonly [name: string, generator: RegExp, header: RegExp | null])[] = [
  ['Wix', /^wix\.com\b/i, /^x-wix-request-id: /i],
  ['Squarespace', /^squarespace\b/i, /^server: squarespace$/i],
  ['Shopify', /^shopify$/i, /^(?:powered-by: shopify|x-shopid: \d)/i],
  ['Webnode', /^webnode\b/i, null],
  ['GoDaddy Website Builder', /go ?daddy website builder/i, null],
  ['Jimdo', /^jimdo\b/i, null],
]

export const siteSoftware = defineCheck({
  id: 'site-software',
  needs: { session: ['before-consent'] },
  reasons: { open: shown('met'), tied: shown('partly'), 'not-said': 'unknown' },
  judge({ session }, { subject }) {
    const page = session.find(({ role, value }) => role === 'landing' && value.status < 400)?.value
    if (!page) return { reason: 'not-said' }
    const generators = page.metas.filter(({ name }) => name === 'generator').map(({ content }) => content.slice(0, 200))
    const headers = page.headers.map(([name, value]) => `${name}: ${value}`.slice(0, 300))
    const tied = TIED.flatMap(([name, generator, header]) =>
      [...generators.filter((each) => generator.test(each)), ...headers.filter((each) => header?.test(each))].map(
        (sign) => [name, sign] as const,
      ),
    )[0]
    if (tied) return { reason: 'tied', seen: { software: tied[0], details: [clip(tied[1])] } }
    const folders = ownPaths(page, subject.address)
    const open = OPEN.flatMap(([name, generator, folder]) =>
      [...generators.filter((each) => generator.test(each)), ...folders.filter((each) => folder?.test(each))].map(
        (sign) => [name, sign] as const,
      ),
    )[0]
    return open
      ? { reason: 'open', seen: { software: open[0], details: [clip(open[1])] } }
      : { reason: 'not-said', seen: { details: generators.map((each) => clip(each)).slice(0, 5) } }
  },
})

/** Paths of scripts and stylesheets that stand on the site itself. */
const ownPaths = ({ scripts, stylesheets, finalUrl }: Session, address: string): string[] =>
  [...scripts.map(({ src }) => src), ...stylesheets.map(({ href }) => href)].flatMap((each) => {
    const host = hostOf(each)
    const own = host !== undefined && (sameParty(host, address) || sameParty(host, hostOf(finalUrl) ?? address))
    return own ? [new URL(each).pathname.slice(0, 300)] : []
  })
