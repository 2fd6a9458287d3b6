/**
 * Whether a site names a certificate or an audited account of its security: ISO 27001, NEN 7510, ENSIA, SOC 2, ISAE
 * 3402, BIO; held against the day until which it says that it is valid. Trips on: a certificate that, by its own words,
 * ended. Near misses: that of its supplier, one that is worked on or advised about, "wij werken volgens ISO 27001" (no
 * certificate), a day on which it was given.
 */
import { dutchDay } from '../../lib/dutch-time.ts'
import { clip } from '../../lib/headers.ts'
import { defineCheck, shown } from '../reading/claims.ts'
import { datesIn } from '../reading/dates.ts'
import { saidBy } from '../reading/said.ts'
import { CERTIFICATE, toldOn } from '../reading/told-words.ts'

/** What stands before the day on which it ends. */
const UNTIL = /\b(?:geldig|loopt|valid) (?:tot|t\/m|until|through)(?: en met)? (?:de )?$/i

export const certificateTold = defineCheck({
  id: 'certificate-told',
  needs: { statements: true, session: ['before-consent'] },
  reasons: { told: shown('met'), over: shown('partly'), 'not-seen': 'unknown', silent: shown('not-applicable') },
  judge({ session, statements }, { subject, at }) {
    const pages = saidBy(session, statements)
    const told = toldOn(CERTIFICATE, pages)
    const ended = told.filter((line) => endOf(line) !== undefined && endOf(line)! < dutchDay(at))
    if (told.length > ended.length) return { reason: 'told', seen: { details: told } }
    if (ended.length > 0) return { reason: 'over', seen: { until: clip(endOf(ended[0]!)!), details: ended } }
    return { reason: subject.publicBody ? 'not-seen' : 'silent', seen: { pages: pages.length } }
  },
})

/** The last day on which it holds, where the sentence says so. */
const endOf = (line: string): string | undefined =>
  datesIn(line).find(({ from }) => UNTIL.test(line.slice(Math.max(0, from - 40), from)))?.day
