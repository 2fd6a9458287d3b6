/**
 * DMARC: what a receiver should do with mail that only pretends to come from the domain (RFC 9989). Of a record above
 * the domain `sp` goes before `p`. Test mode (`t=y`) asks receivers to apply the policy one step milder (§4.7). A
 * domain without mail, that names no senders either, is asked for `reject`: there is no genuine mail that could suffer.
 * Reports go to another organisation only if that says so in DNS (RFC 9990 §4); the policy stands without them.
 *   unmet   no record; one that receivers do not see as such; two, which they then ignore; one that cannot be read;
 *           `none` without reports that arrive: that protects nobody and teaches nobody anything
 *   partly  two at the domain itself where the one above holds, which only receivers of RFC 9989 still find; `none`
 *           with reports, the step with which one begins; a policy that is spelled wrong, which is then `none`;
 *           test mode; `quarantine` without mail
 * Trips on: `p=none`, `p=reject; sp=whatever`. Near misses: `p=quarantine`, also found above; `v = DMARC1`; `pct=50`,
 * which RFC 9989 took out.
 */
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { isDmarc, policyOf, readDmarc } from '../reading/dmarc.ts'
import { namesSenders } from '../reading/senders.ts'
import { clip } from '../../lib/headers.ts'

export const dmarc = defineCheck({
  id: 'dmarc',
  needs: { mail: true },
  reasons: {
    reject: shown('met'),
    'reject-unheard': shown('met'),
    quarantine: shown('met'),
    'quarantine-unheard': shown('met'),
    'quarantine-no-mail': whole('partly', 'exchangers', 'spf'),
    test: shown('partly'),
    wrong: shown('partly'),
    reports: shown('partly'),
    'reports-unheard': shown('unmet'),
    none: shown('unmet'),
    invalid: shown('unmet'),
    unread: shown('unmet'),
    multiple: shown('unmet'),
    doubled: shown('partly'),
    missing: whole('unmet', 'dmarc'),
    'reports-unseen': 'unknown',
  },
  judge({ mail }) {
    const { at, records, unread = [], reports = [] } = mail.dmarc
    const [text = unread[0]] = records
    if (text === undefined) return { reason: 'missing', seen: { domain: mail.domain } }
    const details = [...records, ...unread].slice(0, 20).map((each) => clip(each))
    const [shownAs = ''] = details
    if (records.length > 1) return { reason: 'multiple', seen: { at, count: records.length, details } }
    if (!isDmarc(text)) return { reason: 'unread', seen: { at, record: shownAs } }
    const record = readDmarc(text)
    const policy = policyOf(record, at === mail.domain)
    // Hosts that do not say they want the reports get none; any other address does.
    const shut = reports.filter(({ welcome }) => welcome !== true)
    const heard = record.rua.some((address) => !shut.some(({ host }) => address.endsWith(`@${host}`)))
    const seen = {
      at,
      policy: policy ?? '',
      record: shownAs,
      hosts: clip(reports.flatMap(({ host, welcome }) => (welcome === false ? [host] : [])).join(', ')),
      details,
    }
    if (policy === null) return { reason: 'invalid', seen }
    if (policy === 'none') {
      if (record.rua.length === 0) return { reason: 'none', seen }
      if (!heard)
        return { reason: shut.some(({ welcome }) => welcome === null) ? 'reports-unseen' : 'reports-unheard', seen }
      return { reason: record.wrong.length > 0 ? 'wrong' : 'reports', seen }
    }
    if (record.test) return { reason: 'test', seen }
    if (unread.length > 1) return { reason: 'doubled', seen: { ...seen, count: unread.length } }
    const refused = seen.hosts !== ''
    if (policy === 'reject') return { reason: refused ? 'reject-unheard' : 'reject', seen }
    if ((mail.nullMx || mail.mx.length === 0) && !namesSenders(mail)) return { reason: 'quarantine-no-mail', seen }
    return { reason: refused ? 'quarantine-unheard' : 'quarantine', seen }
  },
})
