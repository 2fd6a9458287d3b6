/**
 * DMARC: what a receiver should do with mail that only pretends to come from the domain (RFC 9989, before that RFC
 * 7489). Found at the organisational domain, `sp` goes before `p`. Test mode (`t=y`) asks receivers to apply the policy
 * one step milder (RFC 9989 §4.7); the older `pct` below 100 exempts part of the mail. A domain without mail is asked
 * for `reject`: there is no genuine mail that could suffer.
 *   unmet   no record; two records, which receivers then ignore; one that cannot be read; `none` without an address for
 *           reports: that protects nobody and teaches nobody anything
 *   partly  `none` with reports, the step with which one begins; test mode; pct; `quarantine` without mail
 * Trips on: `p=none`. Near miss: `p=quarantine`, also found at the organisational domain.
 */
import { defineCheck, shown } from '../reading/claims.ts'
import { clip } from '../../lib/headers.ts'
import { tagsOf } from '../../lib/tags.ts'

const POLICIES = ['none', 'quarantine', 'reject']

export const dmarc = defineCheck({
  id: 'dmarc',
  needs: { mail: true },
  reasons: {
    reject: shown('met'),
    quarantine: shown('met'),
    'quarantine-no-mail': shown('partly'),
    test: shown('partly'),
    partial: shown('partly'),
    reports: shown('partly'),
    none: shown('unmet'),
    invalid: shown('unmet'),
    multiple: shown('unmet'),
    missing: shown('unmet'),
  },
  judge({ mail }) {
    const { at, records } = mail.dmarc
    const [record] = records
    if (record === undefined) return { reason: 'missing', seen: { domain: mail.domain } }
    const details = records.slice(0, 20).map((each) => clip(each))
    if (records.length > 1) return { reason: 'multiple', seen: { at, count: records.length, details } }
    const tags = tagsOf(record.slice(0, 4_000))
    const begins = tags?.get('v') === 'DMARC1' && [...tags.keys()][0] === 'v'
    if (!tags || !begins) return { reason: 'invalid', seen: { at, record: details[0]! } }
    const reports = /(?:^|,)\s*mailto:[^\s,@]+@[^\s,@]/i.test(tags.get('rua') ?? '')
    const asked = (at === mail.domain ? undefined : tags.get('sp')) ?? tags.get('p')
    // Both standards: a policy that is missing or unknown counts as none if reports have an address, else as no record.
    const policy = POLICIES.includes(asked?.toLowerCase() ?? '') ? asked!.toLowerCase() : reports ? 'none' : null
    const percent = /^\d{1,3}$/.test(tags.get('pct') ?? '') ? Math.min(Number(tags.get('pct')), 100) : 100
    const seen = { at, policy: policy ?? '', record: details[0]!, percent, details }
    if (policy === null) return { reason: 'invalid', seen }
    if (policy === 'none') return { reason: reports ? 'reports' : 'none', seen }
    if (tags.get('t')?.toLowerCase() === 'y') return { reason: 'test', seen }
    if (percent < 100) return { reason: 'partial', seen }
    if (policy === 'reject') return { reason: 'reject', seen }
    return { reason: mail.nullMx || mail.mx.length === 0 ? 'quarantine-no-mail' : 'quarantine', seen }
  },
})
