/**
 * Whether a privacy statement says what holds for children: an age, or what a parent decides (AVG art. 8 and recital
 * 38, UAVG art. 5). Whether a site is meant for children cannot be seen, so silence is `unknown`. Trips on: nothing.
 * Near misses that tell nothing of a child's data: "kinderopvang", "speelgoed voor kinderen", "kinderen zijn welkom",
 * "jongerenwerk".
 */
import { clip } from '../../lib/headers.ts'
import { defineCheck, shown } from '../reading/claims.ts'
import { NO_TEXT, privacyText } from '../reading/privacy-text.ts'
import { quote } from '../reading/said.ts'

const CHILD = '\\b(?:kind|kinderen|minderjarigen?|jongeren|leerlingen|jeugdleden|child|children|minors?)\\b'
const RULE =
  '(?:toestemming|(?<!schoon|groot)\\bouders?\\b|voogd|verzorgers?|(?:jonger dan|onder de|tot|vanaf|' +
  'ouder dan) (?:de )?(?:12|13|16|18|twaalf|dertien|zestien|achttien)|consent|parents?|guardian|' +
  'under (?:the age of )?1\\d)'
const TOLD = new RegExp(
  `${CHILD}[^.!?]{0,120}${RULE}|${RULE}[^.!?]{0,120}${CHILD}|\\bjonger dan (?:16|zestien)(?: ` +
    'jaar)?\\b|\\bonder de (?:16|zestien)(?: jaar)?\\b|\\bunder (?:the age of )?16\\b',
  'i',
)

export const childrenTold = defineCheck({
  id: 'children-told',
  needs: { statements: true },
  reasons: { ...NO_TEXT, told: shown('met'), silent: 'unknown' },
  judge({ statements }) {
    const read = privacyText(statements)
    if (read.reason !== undefined) return read
    const seen = { url: clip(read.statement.url) }
    const found = TOLD.exec(read.text)
    return found
      ? { reason: 'told', seen: { ...seen, details: [`"${quote(read.text, found)}"`] } }
      : { reason: 'silent', seen }
  },
})
