/** Lists for tests: they know exactly what a test tells them and nothing else. */
import path from 'node:path'
import { OwnCookiesFile, ownCookieLookup } from '../src/catalogue/cookie-names.ts'
import { readYaml } from '../src/catalogue/yaml-file.ts'
import { suffixes } from '../src/lib/domain.ts'
import type { CookieCategory, Lists, Owner } from '../src/model/lists.ts'

const EEA = ['NL', 'BE', 'DE', 'FR', 'IE', 'SE', 'NO']

const nobody: Owner = {
  service: 'Dienst',
  company: 'Bedrijf BV',
  parent: 'Bedrijf BV',
  country: 'NL',
  category: 'other',
  source: 'https://bron.example',
  date: '2026-11-01',
}

/**
 * `owners`: what is known per host suffix, the rest filled in (a Dutch company of category `other`). `trackers`: host
 * suffixes that are on the list, as rule `||host^`. `cookies`: category per exact cookie name. `changing`:
 * host suffixes whose files change.
 */
export function listsWith({
  owners = {},
  trackers = [],
  cookies = {},
  changing = [],
}: {
  owners?: Readonly<Record<string, Partial<Owner>>>
  trackers?: readonly string[]
  cookies?: Readonly<Record<string, CookieCategory>>
  changing?: readonly string[]
} = {}): Lists {
  return {
    owner(host) {
      const key = suffixes(host).find((suffix) => Object.hasOwn(owners, suffix))
      return key === undefined ? undefined : { ...nobody, ...owners[key] }
    },
    tracker({ url }) {
      const key = suffixes(new URL(url).hostname).find((suffix) => trackers.includes(suffix))
      return key === undefined ? undefined : `||${key}^`
    },
    cookie: (name) => (Object.hasOwn(cookies, name) ? { category: cookies[name]!, platform: 'Platform' } : undefined),
    changing: (host) => suffixes(host).some((suffix) => changing.includes(suffix)),
    holes: () => undefined,
    inEea: (country) => EEA.includes(country),
    versions: { easyprivacy: 'test', cookies: 'test', owners: 'test' },
  }
}

/** What the project itself knows of cookie names. */
export const ownCookies = ownCookieLookup(
  readYaml(path.join(import.meta.dirname, '../lists/cookies-aanvulling.yaml'), OwnCookiesFile, 'cookies').value!,
)
