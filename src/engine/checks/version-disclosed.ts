/**
 * The site does not tell which exact version of its software it runs, which points an attacker to the leaks that fit.
 * Looked at: the headers Server, X-Powered-By, X-AspNet-Version, X-AspNetMvc-Version and X-Generator, and the
 * generator that a page names in a meta element.
 * Trips on: `Apache/2.4.41`, `PHP/8.1.2`, `WordPress 6.4.3`. Near misses: `nginx`, `Drupal 10
 * (https://www.drupal.org)`: a name, or a main version only.
 */
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { clip } from '../../lib/headers.ts'

const HEADERS = ['server', 'x-powered-by', 'x-aspnet-version', 'x-aspnetmvc-version', 'x-generator']
/** Two to five groups of digits with dots between, not part of a longer word of digits. */
const EXACT = /(?<![\d.])\d{1,5}(?:\.\d{1,8}){1,4}(?![\d.]*\d)/

export const versionDisclosed = defineCheck({
  id: 'version-disclosed',
  needs: { session: ['before-consent'] },
  reasons: { hidden: whole('met', 'answer'), disclosed: shown('unmet') },
  judge({ session }) {
    const told = session.flatMap(({ value }) => [
      ...value.headers.filter(([name]) => HEADERS.includes(name)),
      ...value.metas
        .map(({ name, content }) => [name.toLowerCase(), content] as const)
        .filter(([name]) => name === 'generator'),
    ])
    const exact = lines(told.filter(([, text]) => EXACT.test(text.slice(0, 500))))
    if (exact.length === 0) return { reason: 'hidden', seen: { details: lines(told) } }
    return { reason: 'disclosed', seen: { count: exact.length, what: exact[0]!, details: exact } }
  },
})

function lines(told: readonly (readonly [name: string, text: string])[]): string[] {
  return [...new Set(told.map(([name, text]) => clip(`${name}: ${text}`)))].slice(0, 20)
}
