/**
 * DKIM: mail is signed with a key that stands in DNS (RFC 6376). Seen are keys at names that services are known to use.
 *   met      a key that is in use and strong: RSA of 2048 bits or more (RFC 8301 §3.2), or Ed25519 (RFC 8463)
 *   partly   an RSA key of 1024 to 2047 bits beside it or alone; only keys that are on trial (`t=y`); a key that
 *            receivers cannot use
 *   unmet    an RSA key under 1024 bits, which receivers must not take (RFC 8301 §3.2); nothing at all at
 *            `_domainkey`, when that is sure
 *   unknown  there is something under a name that we do not know; every name answers; the keys that we know are
 *            withdrawn; name servers that deny a name with names under it (RFC 2308, RFC 8020)
 * Trips on: `k=rsa; p=` with 512 bits. Near misses: `p=` (withdrawn), a domain that says it sends nothing, be it by a
 * record it is redirected to; one with keys under names of its own.
 */
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { readDkim } from '../reading/dkim.ts'
import { closesSpf, namesSenders } from '../reading/senders.ts'

const STRONG = 2048
const LEAST = 1024

export const dkim = defineCheck({
  id: 'dkim',
  needs: { mail: true },
  reasons: {
    strong: shown('met'),
    short: shown('partly'),
    trial: shown('partly'),
    broken: shown('partly'),
    weak: shown('unmet'),
    missing: whole('unmet', 'dkim', 'spf'),
    'other-name': 'unknown',
    everywhere: 'unknown',
    withdrawn: 'unknown',
    'not-sure': 'unknown',
    'not-seen': 'unknown',
    'sends-nothing': whole('not-applicable', 'exchangers', 'spf'),
  },
  judge({ mail }) {
    const { domain, dkim: found } = mail
    if (!found) return { reason: 'not-seen', seen: { domain } }
    const keys = found.keys
      .flatMap(({ selector, records }) => records.map((record) => ({ selector, key: readDkim(record) })))
      .filter(({ key }) => key.kind !== 'other')
    const usable = keys.flatMap(({ selector, key }) => ('bits' in key ? [{ selector, ...key }] : []))
    const details = keys.slice(0, 20).map(({ selector, key }) => `${selector}: ${told(key)}`)
    const seen = {
      domain,
      selectors: [...new Set(keys.map(({ selector }) => selector))].slice(0, 5).join(', '),
      details,
    }
    const below = (least: number) => usable.filter(({ bits }) => bits !== null && bits < least)
    const shortest = Math.min(...usable.flatMap(({ bits }) => bits ?? []))
    if (below(LEAST).length > 0) return { reason: 'weak', seen: { ...seen, bits: shortest } }
    if (usable.length > 0 && usable.every(({ test }) => test)) return { reason: 'trial', seen }
    if (below(STRONG).length > 0) return { reason: 'short', seen: { ...seen, bits: shortest } }
    if (keys.some(({ key }) => key.kind === 'broken')) return { reason: 'broken', seen }
    if (usable.length > 0) return { reason: 'strong', seen }
    const sendsNone = closesSpf(mail) || ((mail.nullMx || mail.mx.length === 0) && !namesSenders(mail))
    if (sendsNone) return { reason: 'sends-nothing', seen }
    if (keys.length > 0) return { reason: 'withdrawn', seen }
    if (found.wildcard) return { reason: 'everywhere', seen }
    if (found.base === 'there') return { reason: 'other-name', seen }
    // Without mail, and with a record that nobody followed, it may well be one that sends nothing.
    const unfollowed = mail.mx.length === 0 && mail.spf.length === 1 && mail.spfTree === null
    return { reason: found.sure && !unfollowed ? 'missing' : 'not-sure', seen }
  },
})

function told(key: ReturnType<typeof readDkim>): string {
  if (!('bits' in key)) return key.kind
  return `${key.kind}${key.bits === null ? '' : ` ${key.bits}`}${key.test ? ' t=y' : ''}`
}
