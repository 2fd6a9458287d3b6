/**
 * Whether a privacy statement tells both what data are for and why that is allowed, its purpose and its ground (AVG
 * art. 5(1)(b), 6 and 13(1)(c)). Lenient: by any of many words, of which none says that it is the right one.
 * Trips on: "Wij gaan zorgvuldig om met uw gegevens", how long, and nothing of either. Near misses: "op grond van de
 * wet", "omdat u het goed vindt", a statement that leads on to others of the same site, or of which next to nothing was
 * read (unknown).
 */
import { clip } from '../../lib/headers.ts'
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { GROUND, hardlyRead, PURPOSE } from '../reading/privacy-parts.ts'
import { leadsOn, NO_TEXT, privacyText } from '../reading/privacy-text.ts'

export const groundTold = defineCheck({
  id: 'ground-told',
  needs: { statements: true },
  reasons: {
    ...NO_TEXT,
    told: shown('met'),
    one: whole('partly', 'statements'),
    neither: whole('unmet', 'statements'),
    elsewhere: 'unknown',
  },
  judge({ statements }) {
    const read = privacyText(statements)
    if (read.reason !== undefined) return read
    const { statement, text } = read
    const missing = [PURPOSE, GROUND].filter((part) => !part.recognise(text, statement))
    const seen = {
      url: clip(statement.url),
      missing: missing.map(({ nl }) => nl).join(', '),
      missingEn: missing.map(({ en }) => en).join(', '),
    }
    if (missing.length === 0) return { reason: 'told', seen }
    if (leadsOn(statement)) return { reason: 'elsewhere', seen }
    if (hardlyRead(text, statement)) return { reason: 'unread', seen }
    return { reason: missing.length === 1 ? 'one' : 'neither', seen }
  },
})
