/** What the pages of the own stand share: what a step brings, and whether it was seen. */
import type { Theme } from '../../../model/norm.ts'
import type { ThemeScore } from '../../../model/score.ts'
import { ENOUGH } from '../../../scoring/weigh.ts'
import { riseOf, type WhatIf } from '../../../scoring/what-if.ts'
import { STRENGTHS } from '../../../vocabulary/finding.ts'
import { percent, points } from '../../../web/language.ts'

export const SEEN = {
  seen: 'gezien bij een meting daarna',
  'not-seen': 'een meting daarna ziet het nog niet',
  'not-looked': 'nog niet opnieuw gemeten',
} as const

const scored = ({ score }: ThemeScore): string => (score === null ? 'geen score' : `${points('nl', score)} van 100`)

/** What a theme would become: `van 62 naar 71 van 100 (85% bekend)`. */
export const broughtIn = ({ before, after }: WhatIf): string =>
  before.score === null || after.score === null
    ? `nog ${scored(before)}: ${percent('nl', before.coverage ?? 0)} is bekend, nodig is ${percent('nl', ENOUGH)}`
    : `van ${points('nl', before.score)} naar ${scored(after)} (${percent('nl', after.coverage ?? 0)} bekend)`

/** What all themes together win, by which the steps are ordered. */
const riseIn = (rise: number, themes: number): string => {
  const points = rise === 1 ? '1 punt' : `${rise} punten`
  return `Levert ${rise === 0 ? 'nu nog geen punten' : points} op${themes > 1 ? ' over alle thema’s samen' : ''}.`
}

/** A line per theme that a step moves, and what that is together. */
export function Brings({ brings, themes }: { brings: readonly WhatIf[]; themes: readonly Theme[] }) {
  const names = new Map(themes.map(({ id, name }) => [id, name]))
  return (
    <>
      {brings.map((each) => (
        <p key={each.before.theme} className="ld-small">
          {names.get(each.before.theme) ?? each.before.theme}: {broughtIn(each)}
        </p>
      ))}
      <p className="ld-small">{riseIn(riseOf(brings), brings.length)}</p>
    </>
  )
}

/** How firm a tick is: whatever was written or added, it is its own word until somebody else looks. */
export const firmnessOf = ({ upload }: { readonly upload: string | null }): string =>
  `${STRENGTHS.declared}, ${upload === null ? 'alleen in eigen woorden' : 'met een bestand erbij'}`
