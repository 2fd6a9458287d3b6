/**
 * A domain without mail says so in three ways: a null MX (RFC 7505), `v=spf1 -all` (RFC 7208 §10.1.2) and DMARC
 * `p=reject`. Does not apply to a domain that receives mail, nor to one whose SPF record names senders: that one does
 * use mail.
 * Trips on: a parked domain without any record. Near miss: a domain with one real MX.
 */
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { clip } from '../../lib/headers.ts'
import { isDmarc, policyOf, readDmarc } from '../reading/dmarc.ts'
import { readSpf } from '../reading/spf.ts'
import { ends, namesSenders } from '../reading/senders.ts'

export const nullMx = defineCheck({
  id: 'null-mx',
  needs: { mail: true },
  reasons: {
    closed: shown('met'),
    partly: whole('partly', 'exchangers', 'spf', 'dmarc'),
    nothing: whole('unmet', 'exchangers', 'spf', 'dmarc'),
    'receives-mail': shown('not-applicable'),
    'sends-mail': shown('not-applicable'),
  },
  judge({ mail }) {
    if (mail.mx.length > 0 && !mail.nullMx) return { reason: 'receives-mail', seen: { domain: mail.domain } }
    const records = mail.spf.map(readSpf)
    if (namesSenders(mail.spf)) return { reason: 'sends-mail', seen: { domain: mail.domain } }
    const [text = '', ...more] = mail.dmarc.records
    const asked = isDmarc(text) && more.length === 0 ? readDmarc(text) : null
    const rejects = asked && !asked.test && policyOf(asked, mail.dmarc.at === mail.domain) === 'reject'
    const open = [
      ...(mail.nullMx ? [] : ['MX 0 .']),
      ...(records.length === 1 && ends(records[0]!) ? [] : ['v=spf1 -all']),
      ...(rejects ? [] : ['v=DMARC1; p=reject']),
    ]
    const seen = { domain: mail.domain, lacking: clip(open.join(' · ')), details: open }
    if (open.length === 0) return { reason: 'closed', seen }
    return { reason: open.length === 3 ? 'nothing' : 'partly', seen }
  },
})
