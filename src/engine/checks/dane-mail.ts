/**
 * Every mail server says in its domain which certificate it shows (DANE, RFC 7672), so that nobody on the way can take
 * the encryption off.
 * Trips on: no records at any server (unmet) or at some of them (partly), records that nobody can rely on because a
 * zone on the way is not signed, records that mail servers cannot use, and records that do not fit what was shown.
 * Near misses: no mail at all; a record for the next certificate beside the one of now; a zone of the mail server that
 * is another's; a certificate for the mail domain itself; records at what the name of a server is an alias of.
 * Existence alone is not met: whether records fit is unknown until the server was spoken to.
 */
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { coversHost, daneOf, type Dane, type Shown } from '../reading/dane.ts'
import { clip } from '../../lib/headers.ts'
import type { Exchangers, Tlsa } from '../../model/evidence.ts'

export const daneMail = defineCheck({
  id: 'dane-mail',
  needs: { mail: true, exchangers: true },
  reasons: {
    match: whole('met', 'exchangers', 'tlsa', 'signing'),
    some: shown('partly'),
    missing: whole('unmet', 'tlsa', 'exchangers'),
    mismatch: shown('unmet'),
    unusable: shown('unmet'),
    'insecure-domain': shown('partly'),
    'insecure-server': shown('partly'),
    'no-mail': whole('not-applicable', 'exchangers'),
    bogus: 'unknown',
    'not-compared': 'unknown',
    unseen: 'unknown',
  },
  judge({ mail, exchangers }) {
    if (mail.nullMx || mail.mx.length === 0) return { reason: 'no-mail', seen: { domain: mail.domain } }
    const said = mail.mx.map(
      ({ host, tlsa }) =>
        ({
          host,
          dane: tlsa ? daneOf(tlsa, shownBy(exchangers, host, [mail.domain, baseOf(tlsa)]), MAIL) : 'unseen',
        }) as const,
    )
    const at = (...words: readonly Dane[]) => said.filter(({ dane }) => words.includes(dane)).map(({ host }) => host)
    const told = (hosts: readonly string[]) => ({
      domain: mail.domain,
      hosts: clip(hosts.join(', ')),
      count: hosts.length,
      total: said.length,
      details: said.slice(0, 20).map(({ host, dane }) => clip(`${host}: ${dane}`)),
    })
    const faults = [
      ['mismatch', at('mismatch')],
      ['unusable', at('unusable')],
      ['bogus', at('bogus')],
      ['insecure-server', at('insecure')],
    ] as const
    const fault = faults.find(([, hosts]) => hosts.length > 0)
    if (fault) return { reason: fault[0], seen: told(fault[1]) }
    const without = at('none')
    if (without.length === said.length) return { reason: 'missing', seen: told(without) }
    if (without.length > 0) return { reason: 'some', seen: told(without) }
    // RFC 7672 §2.2.1: where mail goes has to be vouched for first.
    if (mail.dnssec === 'insecure') return { reason: 'insecure-domain', seen: told([]) }
    if (mail.dnssec !== 'secure' || mail.mxVouched !== true) return { reason: 'unseen', seen: told([]) }
    const compared = at('match')
    if (compared.length === said.length) return { reason: 'match', seen: told(compared) }
    const present = mail.mx.every(({ tlsa }) => (tlsa?.records.length ?? 0) > 0 && tlsa?.state === 'secure')
    return { reason: present ? 'not-compared' : 'unseen', seen: told(at('unseen')) }
  },
})

const MAIL = { mail: true }

/** The name that the records are of: that of the server, or of what that is an alias of (RFC 7672 §2.2.3). */
const baseOf = ({ name }: Tlsa): string => name.replace(/^_25\._tcp\./, '')

/**
 * What a mail server showed when it was spoken to; null: it showed nothing. Its certificate may be for the server, for
 * the name that the records are of, or for the domain that the mail goes to (RFC 7672 §3.2.2).
 */
function shownBy({ servers }: Exchangers, host: string, also: readonly string[]): Shown | null {
  const found = servers.find((each) => each.host === host)
  if (!found?.handshakes) return null
  const { chain } = found.handshakes
  const other = also.some((name) => coversHost(chain[0]?.names ?? [], name))
  return { chain, trusted: found.trusted, nameMatches: other || found.nameMatches }
}
