/**
 * TLS-RPT: senders report mail that they could not deliver encrypted (RFC 8460). Advice: it protects nobody by itself.
 *   unmet   no record, more than one (§3), or one without a place for the reports that senders can use
 * Trips on: `v=TLSRPTv1; rua=` and on `rua=tls@voorbeeld.nl`. Near misses: two places, a place behind https.
 */
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { clip } from '../../lib/headers.ts'
import { reportsTo } from '../reading/tls-rpt.ts'

export const tlsRpt = defineCheck({
  id: 'tls-rpt',
  needs: { mail: true },
  reasons: {
    asked: shown('met'),
    invalid: shown('unmet'),
    multiple: shown('unmet'),
    missing: whole('unmet', 'tls-rpt'),
    'no-mail': whole('not-applicable', 'exchangers'),
  },
  judge({ mail: { domain, nullMx, mx, tlsRpt: texts } }) {
    // §3 gives the version in these letters alone; what is written otherwise is no record.
    const records = texts.filter((each) => each.startsWith('v=TLSRPTv1'))
    if (nullMx || mx.length === 0) return { reason: 'no-mail', seen: { domain } }
    const [record = ''] = records
    const seen = { domain, count: records.length, details: records.slice(0, 20).map((each) => clip(each)) }
    if (records.length === 0) return { reason: 'missing', seen }
    if (records.length > 1) return { reason: 'multiple', seen }
    return { reason: reportsTo(record).length > 0 ? 'asked' : 'invalid', seen }
  },
})
