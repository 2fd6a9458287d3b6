/**
 * Which of the things that a privacy statement tells (AVG art. 13) can be recognised in its words, in Dutch or English.
 * Words prove neither truth nor completeness; lenient on purpose, because what is not recognised is said in public.
 * Asked: who, how to reach them, purpose, legal ground, recipients, how long, rights, where to complain; of a public
 * body also the data protection officer (art. 37).
 * Trips on: what the data are for and that nothing is sold, and no more. Near misses: a page that only leads to other
 * statements, one in Frisian, one of which next to nothing was read (`unread`, no verdict): a PDF, or a menu, a heading
 * and an address around what a script fills in.
 */
import { clip } from '../../lib/headers.ts'
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { hardlyRead, OFFICER, PARTS } from '../reading/privacy-parts.ts'
import { leadsOn } from '../reading/privacy-text.ts'

const LONGEST = 100_000
/** From so many parts missing it is hardly a statement. */
const HARDLY = 4

export const privacyStatementParts = defineCheck({
  id: 'privacy-statement-parts',
  needs: { statements: true },
  reasons: {
    complete: shown('met'),
    most: whole('partly', 'statements'),
    few: whole('unmet', 'statements'),
    none: whole('not-applicable', 'statements'),
    overview: 'unknown',
    unread: 'unknown',
    'other-language': 'unknown',
  },
  judge({ statements }, { subject }) {
    const { privacy } = statements
    if (privacy === null) return { reason: 'none' }
    if (!privacy.seen) return { reason: 'unread', seen: { why: privacy.why } }
    const statement = privacy.value
    const seen = { url: clip(statement.url) }
    if (statement.status === 404 || statement.status === 410) return { reason: 'none', seen }
    const text = statement.text.slice(0, LONGEST)
    if (statement.status >= 400 || text.trim().length < 100)
      return { reason: 'unread', seen: { ...seen, why: 'empty' } }
    const asked = subject.publicBody ? [...PARTS, OFFICER] : PARTS
    const missing = asked.filter((part) => !part.recognise(text, statement))
    const told = {
      ...seen,
      total: asked.length,
      found: asked.length - missing.length,
      missing: missing.map(({ nl }) => nl).join(', '),
      missingEn: missing.map(({ en }) => en).join(', '),
      details: missing.map(({ nl }) => nl),
    }
    if (missing.length === 0) return { reason: 'complete', seen: told }
    if (statement.lang !== null && !/^(?:nl|en)\b/i.test(statement.lang.trim())) {
      return { reason: 'other-language', seen: { ...told, lang: clip(statement.lang, 20) } }
    }
    if (leadsOn(statement)) return { reason: 'overview', seen: told }
    if (hardlyRead(text, statement)) return { reason: 'unread', seen: { ...seen, why: 'empty' } }
    return { reason: missing.length >= HARDLY ? 'few' : 'most', seen: told }
  },
})
