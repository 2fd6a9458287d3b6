/**
 * What an organisation answered beside what was measured of it: weighed together, and where the two contradict. Only
 * for itself to see.
 */
import type { Tx } from '../../db/as.ts'
import { publishedFindings } from '../../db/findings.ts'
import { notedOfOrganisation } from '../../db/noted-findings.ts'
import type { Noted } from '../../model/finding.ts'
import type { Catalogue } from '../../model/norm.ts'
import type { Questionnaire } from '../../model/questionnaire.ts'
import type { ThemeScore } from '../../model/score.ts'
import { asItCounts } from '../../scoring/counting.ts'
import {
  adviceOf,
  contradictions,
  declaredFindings,
  withQuestions,
  type Contradiction,
} from '../../scoring/declared.ts'
import { weigh } from '../../scoring/weigh.ts'
import { todayIn } from '../../web/language.ts'
import type { Filled } from './store.ts'

export type Weighed = {
  readonly themes: readonly (ThemeScore & { readonly name: string })[]
  readonly contradictions: readonly Contradiction[]
  /** What people saw of it and handed over. */
  readonly noted: readonly Noted[]
}

/** All that is known of an organisation, for itself: what it answered, what was published of it, what people saw. */
export async function findingsOf(
  tx: Tx,
  municipality: string,
  { id, slug }: { readonly id: string; readonly slug: string },
  filled: Filled | undefined,
  at: string,
) {
  const declared = filled ? declaredFindings(filled.questionnaire, filled.answers, at, { variant: filled.variant }) : []
  const published = await publishedFindings(tx, municipality, { slug }, { today: todayIn(), count: asItCounts })
  const measured = published.map((each) => ({ ...each, subject: each.address }))
  return { declared, measured, noted: await notedOfOrganisation(tx, municipality, id) }
}

/**
 * What an organisation answered weighed together with what was published of its sites and with what people saw. `at`:
 * the moment of the answers, ISO.
 */
export async function weighedOf(
  tx: Tx,
  municipality: string,
  organisation: { readonly id: string; readonly slug: string },
  filled: Filled,
  catalogue: Catalogue,
  questionnaires: readonly Questionnaire[],
  at: string,
): Promise<Weighed> {
  const { declared, measured, noted } = await findingsOf(tx, municipality, organisation, filled, at)
  const today = todayIn()
  const names = new Map(catalogue.themes.map((theme) => [theme.id, theme.name]))
  const all = [...declared, ...measured, ...noted]
  const { themes } = weigh(all, withQuestions(catalogue, questionnaires), 'all', today)
  return {
    themes: themes
      .filter(({ applicable }) => applicable > 0)
      .map((theme) => ({ ...theme, name: names.get(theme.theme)! })),
    contradictions: contradictions(declared, measured, adviceOf(catalogue)),
    noted,
  }
}
