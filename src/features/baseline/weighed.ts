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

/**
 * What an organisation answered weighed together with what was published of its sites and with what people saw. `at`:
 * the moment of the answers, ISO.
 */
export async function weighedOf(
  tx: Tx,
  municipality: string,
  { id, slug }: { readonly id: string; readonly slug: string },
  { questionnaire, answers, variant }: Filled,
  catalogue: Catalogue,
  questionnaires: readonly Questionnaire[],
  at: string,
): Promise<Weighed> {
  const declared = declaredFindings(questionnaire, answers, at, { variant })
  const today = todayIn()
  const measured = (await publishedFindings(tx, municipality, { slug }, { today, count: asItCounts })).map((each) => ({
    ...each,
    subject: each.address,
  }))
  const noted = await notedOfOrganisation(tx, municipality, id)
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
