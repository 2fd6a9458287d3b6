/**
 * CAA records say which authorities may issue certificates for the name (RFC 8659).
 * Trips on: no records at all, records without `issue` (anybody may then issue), and a critical tag that nobody knows.
 * Near miss: `issue ";"`, which forbids everybody, and records that stand at a parent domain.
 */
import { defineCheck, shown } from '../reading/claims.ts'
import { clip } from '../../lib/headers.ts'

/** IANA registry of certification authority restriction properties. */
const KNOWN = ['issue', 'issuewild', 'iodef', 'issuemail', 'issuevmc', 'contactemail', 'contactphone']
/** RFC 8659 §4.2: [domain] *(";" [parameters]). */
const ISSUE = /^\s*(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*)?\s*(?:;.*)?$/i

export const caa = defineCheck({
  id: 'caa',
  needs: { dns: true },
  reasons: { present: shown('met'), 'no-issue': shown('partly'), invalid: shown('partly'), missing: shown('unmet') },
  judge({ dns }) {
    if (!dns.caa || dns.caa.records.length === 0) return { reason: 'missing', seen: { host: dns.host } }
    const { records } = dns.caa
    const details = records.slice(0, 20).map(({ flags, tag, value }) => clip(`${flags} ${tag} "${value}"`))
    const issue = records.filter(({ tag }) => tag.toLowerCase() === 'issue')
    const seen = { name: clip(dns.caa.name), issuers: clip(issue.map(({ value }) => value).join(', ')), details }
    const broken = records.some(({ flags, tag, value }) => {
      const name = tag.toLowerCase()
      if (flags !== 0 && flags !== 128) return true
      // §4.1: an authority that does not know a critical tag issues nothing.
      if (!KNOWN.includes(name)) return flags === 128
      return (name === 'issue' || name === 'issuewild') && !ISSUE.test(value.slice(0, 500))
    })
    if (broken) return { reason: 'invalid', seen }
    return { reason: issue.length > 0 ? 'present' : 'no-issue', seen }
  },
})
