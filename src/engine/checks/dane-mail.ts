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
import { daneOfMail, type Dane } from '../reading/dane.ts'
import { clip } from '../../lib/headers.ts'

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
    const said = mail.mx.map(({ host, tlsa }) => {
      const server = exchangers.servers.find((each) => each.host === host)
      return { host, dane: daneOfMail(tlsa, server, mail.domain) }
    })
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
    const present = mail.mx.every(({ tlsa }) => (tlsa?.records.length ?? 0) > 0 && tlsa?.state === 'secure')
    if (mail.dnssec === 'insecure') return { reason: present ? 'insecure-domain' : 'unseen', seen: told(at('unseen')) }
    if (mail.dnssec !== 'secure' || mail.mxVouched !== true) return { reason: 'unseen', seen: told([]) }
    const compared = at('match')
    if (compared.length === said.length) return { reason: 'match', seen: told(compared) }
    return { reason: present ? 'not-compared' : 'unseen', seen: told(at('unseen')) }
  },
})
