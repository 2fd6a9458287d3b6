/**
 * Whether each server that takes mail for the domain encrypts it on the way (STARTTLS, RFC 3207). One that cannot be
 * reached says nothing; nor does one that will not talk to us.
 *   unmet   a server that answers and offers no STARTTLS
 * Trips on: a second server without it. Near misses: a server that is silent; one that knows us for a stranger (554);
 * one of which a firewall rewrote what it offers (`250-XXXXXXXA`).
 * When nowhere a server could be reached in the same run, or none offered to encrypt, it may be our own network.
 */
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { lacksOffer } from '../reading/exchangers.ts'
import { few, details } from '../reading/telling.ts'

export const mailStarttls = defineCheck({
  id: 'mail-starttls',
  needs: { exchangers: true },
  reasons: {
    encrypts: whole('met', 'exchangers'),
    plain: shown('unmet'),
    silent: 'unknown',
    busy: 'unknown',
    refused: 'unknown',
    'own-network': 'unknown',
    'no-offer-seen': 'unknown',
    'no-mail': whole('not-applicable', 'exchangers'),
  },
  judge({ exchangers }) {
    const { domain, servers, none, portOpen } = exchangers
    if (none) return { reason: 'no-mail', seen: { domain } }
    const told = details(servers.map(({ host, state, detail }) => `${host}: ${state}${detail ? ` (${detail})` : ''}`))
    const of = (state: string) => servers.filter((each) => each.state === state).map(({ host }) => host)
    const answer = <R extends string>(reason: R, hosts: readonly string[]) => ({
      reason,
      seen: { domain, hosts: few(hosts), details: told },
    })
    const plain = of('no-starttls')
    if (plain.length > 0) return answer(lacksOffer(exchangers, 'no-starttls') ? 'plain' : 'no-offer-seen', plain)
    for (const state of ['refused', 'busy'] as const) if (of(state).length > 0) return answer(state, of(state))
    const silent = of('silent')
    if (silent.length > 0) return answer(portOpen ? 'silent' : 'own-network', silent)
    return answer('encrypts', of('encrypts'))
  },
})
