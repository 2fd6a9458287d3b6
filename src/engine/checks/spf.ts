/**
 * SPF: DNS says which servers may send mail for the domain, and what to do with the rest (RFC 7208).
 * A domain that receives no mail and names no senders is asked to end in `-all`.
 *   unmet   no record; two records (§4.5); a fault that makes it void (§4.6), wherever it stands; more than 10 lookups
 *           (§4.6.4); `+all`, `?all` or no `all` at all, which all let through what is not named; an include or a
 *           network that everybody is in, whatever stands behind it
 *   partly  more than 2 lookups without an answer (§4.6.4, a SHOULD), `~all` where no mail is received or sent
 * A limit is told by any sender: mail from an address named before the eleventh lookup may still pass.
 * Trips on: `v=spf1 mx ?all`. Near misses: `v=spf1 redirect=_spf.mail.example`, whose `all` stands in the other record;
 * `redirect=%{ir}._spf.example`, of which nobody can look up beforehand where it ends (unknown).
 */
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { namesSenders } from '../reading/senders.ts'
import { clip } from '../../lib/headers.ts'
import { endsUnseen } from '../reading/spf-end.ts'

const LOOKUPS = 10
const VOIDS = 2

export const spf = defineCheck({
  id: 'spf',
  needs: { mail: true },
  reasons: {
    strict: shown('met'),
    soft: shown('met'),
    'soft-no-mail': whole('partly', 'exchangers'),
    voids: shown('partly'),
    open: shown('unmet'),
    neutral: shown('unmet'),
    lookups: shown('unmet'),
    // Evidence of before the kind of fault was kept.
    faulty: shown('unmet'),
    syntax: shown('unmet'),
    repeated: shown('unmet'),
    'no-record': shown('unmet'),
    'many-records': shown('unmet'),
    circle: shown('unmet'),
    exchangers: shown('unmet'),
    multiple: shown('unmet'),
    missing: whole('unmet', 'spf'),
    'not-followed': 'unknown',
  },
  judge({ mail }) {
    const details = mail.spf.slice(0, 20).map((record) => clip(record))
    const [record = ''] = details
    if (mail.spf.length === 0) return { reason: 'missing', seen: { domain: mail.domain } }
    if (mail.spf.length > 1)
      return {
        reason: 'multiple',
        seen: { domain: mail.domain, count: mail.spf.length, details },
      }
    const tree = mail.spfTree
    if (!tree) return { reason: 'not-followed', seen: { record } }
    const seen = { record, lookups: tree.lookups, voids: tree.voids, all: tree.all ? `${tree.all}all` : '–', details }
    const { fault, problem } = tree
    if (fault) return { reason: fault, seen: { ...seen, problem: clip(problem ?? '') } }
    if (endsUnseen(tree)) return { reason: 'not-followed', seen: { record } }
    // Evidence of before told a limit in words only, or not at all.
    if (tree.lookups > LOOKUPS) return { reason: 'lookups', seen }
    if (tree.voids > VOIDS) return { reason: 'voids', seen }
    if (problem !== null) return { reason: 'faulty', seen: { ...seen, problem: clip(problem) } }
    if (tree.all === '+')
      return { reason: 'open', seen: { ...seen, details: [...details, ...(tree.wide ? [clip(tree.wide)] : [])] } }
    if (tree.all === '?' || tree.all === null) return { reason: 'neutral', seen }
    if (tree.all === '-') return { reason: 'strict', seen }
    const unused = (mail.nullMx || mail.mx.length === 0) && !namesSenders(mail)
    return { reason: unused ? 'soft-no-mail' : 'soft', seen }
  },
})
