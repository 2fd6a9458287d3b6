/**
 * Whether a name of the site's own is another company's in disguise: a subdomain that a page asked something of is an
 * alias (CNAME, RFC 1034 §3.6.2) of a name of somebody who counts or follows visitors (Dimova and others 2021). Such
 * a name gets the site's own cookies, and no list or browser sees who hears of the visit.
 *   found      a company of advertising, a social network, or one that the list of trackers names    unmet
 *   measuring  a company of statistics                                                               partly
 * Trips on: `meten.voorbeeld.nl` → `voorbeeld.volger.example`. Near misses: an alias of who hosts or delivers the
 * site, of a shop or a form, of another name of the organisation itself, or of a name that we know nothing of.
 */
import { registrableDomain } from '../../lib/domain.ts'
import type { Lists, Owner } from '../../model/lists.ts'
import type { Subject } from '../../model/subject.ts'
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { details, few, tellHost } from '../reading/telling.ts'

type Kind = 'found' | 'measuring'

export const cnameCloaking = defineCheck({
  id: 'cname-cloaking',
  needs: { session: ['before-consent'], aliases: true },
  reasons: {
    none: whole('met', 'requests', 'addresses'),
    measuring: whole('partly', 'requests', 'addresses'),
    found: shown('unmet'),
  },
  judge({ aliases }, { subject, lists }) {
    const all = aliases.names.flatMap(({ name, chain }) => {
      const led = chain.find((target) => kindOf(target, subject, lists) !== undefined)
      const kind = led && kindOf(led, subject, lists)
      return led && kind ? [{ name, led, kind }] : []
    })
    const reason = (['found', 'measuring'] as const).find((each) => all.some(({ kind }) => kind === each))
    if (!reason) return { reason: 'none', seen: { count: aliases.names.length } }
    const told = all.filter(({ kind }) => kind === reason)
    const seen = {
      count: told.length,
      names: few(told.map(({ name }) => name)),
      hosts: few(told.map(({ led }) => tellHost(led, lists))),
      details: details(all.map(({ name, led }) => `${name} → ${tellHost(led, lists)}`)),
    }
    return { reason, seen }
  },
})

function kindOf(target: string, { address }: Subject, lists: Lists): Kind | undefined {
  if (registrableDomain(target) === registrableDomain(address)) return undefined
  const owner: Owner | undefined = lists.owner(target)
  if (owner?.category === 'advertising' || owner?.category === 'social') return 'found'
  if (owner?.category === 'analytics' || owner?.category === 'tag-manager') return 'measuring'
  if (owner !== undefined) return undefined
  const rule = lists.tracker({ url: `https://${target}/`, page: `https://${address}/`, type: 'script' })
  return rule?.startsWith('||') === true ? 'found' : undefined
}
