/**
 * Whether a site names a certificate or an audited account of its security: ISO 27001, NEN 7510, ENSIA, SOC 2, ISAE
 * 3402, BIO; held against the day until which it says that it is valid. Trips on: a certificate that, by its own words,
 * ended. Near misses: one that was renewed, that of a supplier or of a service by its name, one that is worked on or
 * advised about, "wij werken volgens ISO 27001" (no certificate), a day on which it was given.
 */
import { dutchDay } from '../../lib/dutch-time.ts'
import { clip } from '../../lib/headers.ts'
import { asTyped } from '../../lib/words.ts'
import { defineCheck, shown } from '../reading/claims.ts'
import { datesIn } from '../reading/dates.ts'
import { saidBy } from '../reading/said.ts'
import { CERTIFICATE, toldOn } from '../reading/told-words.ts'

/** What stands before the day on which it ends. */
const UNTIL = /\b(?:geldig|loopt|verlengd|valid) (?:tot|t\/m|until|through)(?: en met)? (?:de )?$/i
const RENEWED = /(?<!\b(?:niet|nog|geen|not) )\b(?:verlengd|vernieuwd|opnieuw|hernieuwd|renewed|extended)\b/i

export const certificateTold = defineCheck({
  id: 'certificate-told',
  needs: { statements: true, session: ['before-consent'] },
  reasons: { told: shown('met'), over: shown('partly'), 'not-seen': 'unknown', silent: shown('not-applicable') },
  judge({ session, statements }, { subject, at }) {
    const pages = saidBy(session, statements)
    const today = dutchDay(at)
    const told = pages.flatMap((page) => {
      const text = asTyped(page.text)
      return toldOn(CERTIFICATE, [page]).map((line) => ({ line, ended: endedBefore(today, line, text) }))
    })
    const lines = (of: typeof told) => [...new Set(of.map(({ line }) => line))].slice(0, 10)
    const over = told.filter(({ ended }) => ended !== undefined)
    if (told.length > over.length) return { reason: 'told', seen: { details: lines(told) } }
    if (over.length > 0) return { reason: 'over', seen: { until: clip(over[0]!.ended!), details: lines(over) } }
    return { reason: subject.publicBody ? 'not-seen' : 'silent', seen: { pages: pages.length } }
  },
})

const untilsIn = (text: string) =>
  datesIn(text).filter(({ from }) => UNTIL.test(text.slice(Math.max(0, from - 40), from)))

/** The last day on which it held, where the sentence says so and neither it nor the next one of the page renews it. */
function endedBefore(today: string, line: string, text: string): string | undefined {
  const [until] = untilsIn(line)
  if (until === undefined || until.day >= today) return undefined
  if (RENEWED.test(line) || datesIn(line).some(({ day }) => day >= today)) return undefined
  const said = line.slice(until.from, line.lastIndexOf('" · ')).trim()
  const at = text.indexOf(said)
  const next = at === -1 ? '' : (text.slice(at + said.length, at + said.length + 200).split(/[.!?](?=\s|$)/)[0] ?? '')
  return RENEWED.test(next) || untilsIn(next).some(({ day }) => day >= today) ? undefined : until.day
}
