/** What a person looks at first in the answers of bidders: a word and a shape, never a number that adds up. */
import { ANSWERS, type AnswerLevel } from '../../vocabulary/tender.ts'
import type { Gap } from './rules/bid-file.ts'

const GAPS: Readonly<Record<Gap, string>> = {
  unanswered: 'niet beantwoord',
  'other-wording': 'antwoord op een andere tekst',
  'not-met': '',
  'no-proof': 'geen bewijs genoemd',
  'expired-proof': 'bewijs verlopen',
  'older-report': 'ouder rapport',
}

/** Each gap in words; that it is not met says the level itself. */
export const gapWords = (gaps: readonly Gap[]): readonly string[] =>
  gaps.map((each) => GAPS[each]).filter((each) => each !== '')

export function Level({ level }: { level: AnswerLevel }) {
  return (
    <>
      <span aria-hidden="true">{ANSWERS[level].shape}</span> {ANSWERS[level].nl}
    </>
  )
}
