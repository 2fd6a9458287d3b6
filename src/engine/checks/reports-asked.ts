/**
 * Whether somebody gets to hear who sends mail in the name of the domain: reports of DMARC are asked for and arrive
 * (`rua`, RFC 9989 §4.7 and RFC 9990 §4). Without them nobody can see that a domain is misused.
 * Trips on: a record without `rua`, and reports to a host that does not take them. Near misses: reports to a service
 * that says it takes them, a record that is none (then DMARC itself is what lacks), a host that could not be asked, a
 * domain without mail.
 */
import { clip } from '../../lib/headers.ts'
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { isDmarc, readDmarc } from '../reading/dmarc.ts'

export const reportsAsked = defineCheck({
  id: 'reports-asked',
  needs: { mail: true },
  reasons: {
    asked: shown('met'),
    'not-asked': shown('partly'),
    unheard: shown('partly'),
    'no-mail': shown('not-applicable'),
    'no-record': whole('not-applicable', 'dmarc'),
    unseen: 'unknown',
  },
  judge({ mail }) {
    if (mail.nullMx) return { reason: 'no-mail' }
    const { at, records, reports = [] } = mail.dmarc
    const [text] = records
    if (text === undefined || records.length > 1 || !isDmarc(text)) return { reason: 'no-record' }
    const { rua } = readDmarc(text)
    const seen = { at, record: clip(text), details: rua.slice(0, 20).map((each) => clip(each)) }
    if (rua.length === 0) return { reason: 'not-asked', seen }
    // Whoever is not named among the hosts of others is the domain itself.
    const known = rua.map((address) => {
      const other = reports.find(({ host }) => address.endsWith(`@${host}`))
      return other === undefined ? true : other.welcome
    })
    if (known.includes(true)) return { reason: 'asked', seen }
    return { reason: known.every((each) => each === false) ? 'unheard' : 'unseen', seen }
  },
})
