/**
 * Whether the privacy statement of a public body names its data protection officer (AVG art. 13(1)(b) and 37(1)(a)).
 * Trips on: a statement, read whole, without the officer under any of its names. Near misses: "FG", "DPO", "privacy
 * officer", "privacyfunctionaris"; a statement that leads on to others of the same body, or of which next to nothing
 * was read (unknown).
 */
import { clip } from '../../lib/headers.ts'
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { hardlyRead, OFFICER_NAMES } from '../reading/privacy-parts.ts'
import { leadsOn, NO_TEXT, privacyText } from '../reading/privacy-text.ts'
import { quote } from '../reading/said.ts'

export const officerNamed = defineCheck({
  id: 'officer-named',
  needs: { statements: true },
  reasons: { ...NO_TEXT, named: shown('met'), missing: whole('unmet', 'statements'), elsewhere: 'unknown' },
  judge({ statements }) {
    const read = privacyText(statements)
    if (read.reason !== undefined) return read
    const seen = { url: clip(read.statement.url) }
    const found = OFFICER_NAMES.exec(read.text)
    if (found) return { reason: 'named', seen: { ...seen, details: [`"${quote(read.text, found)}"`] } }
    if (leadsOn(read.statement)) return { reason: 'elsewhere', seen }
    if (hardlyRead(read.text, read.statement)) return { reason: 'unread', seen }
    return { reason: 'missing', seen }
  },
})
