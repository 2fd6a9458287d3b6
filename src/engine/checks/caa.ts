/**
 * CAA records say which authorities may issue certificates for the name (RFC 8659).
 * Trips on: no records at all, records without `issue` (anybody may then issue), and a record that does not do what it
 * was meant to: a critical tag that nobody knows, a value that is not in the grammar.
 * Near miss: `issue ";"`, which forbids everybody, records that stand at a parent domain, and a flag without a meaning.
 */
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { readCaa } from '../reading/caa.ts'
import { clip } from '../../lib/headers.ts'

export const caa = defineCheck({
  id: 'caa',
  needs: { dns: true },
  reasons: {
    present: shown('met'),
    nobody: shown('met'),
    'no-issue': shown('partly'),
    invalid: shown('partly'),
    missing: whole('unmet', 'caa'),
  },
  judge({ dns }) {
    if (!dns.caa || dns.caa.records.length === 0) return { reason: 'missing', seen: { host: dns.host } }
    const { records } = dns.caa
    const details = records.slice(0, 20).map(({ flags, tag, value }) => clip(`${flags} ${tag} "${value}"`))
    const read = records.map(readCaa)
    const issue = read.filter(({ tag }) => tag === 'issue')
    const issuers = [...new Set(issue.flatMap(({ issuer }) => issuer ?? []))]
    const seen = { name: clip(dns.caa.name), issuers: clip(issuers.join(', ')), details }
    if (read.some(({ broken }) => broken)) return { reason: 'invalid', seen }
    if (issue.length === 0) return { reason: 'no-issue', seen }
    return { reason: issuers.length > 0 ? 'present' : 'nobody', seen }
  },
})
