/** What an organisation answered beside what was measured of it: weighed together, and where the two contradict. Only for itself to see. */
import type { Tx } from '../../db/as.ts'
import type { Finding } from '../../model/finding.ts'
import type { Catalogue } from '../../model/norm.ts'
import type { Questionnaire } from '../../model/questionnaire.ts'
import type { ThemeScore } from '../../model/score.ts'
import { adviceOf, contradictions, declaredFindings, withQuestions, type Contradiction } from '../../scoring/declared.ts'
import { weigh } from '../../scoring/weigh.ts'
import type { Filled } from './store.ts'

export type Weighed = { readonly themes: readonly (ThemeScore & { readonly name: string })[]; readonly contradictions: readonly Contradiction[] }

/** What was published of its websites and mail domains. */
async function measuredOf(tx: Tx, municipality: string, slug: string): Promise<Finding[]> {
  const rows = await tx.selectFrom('published.subject as s').innerJoin('published.finding as f', (join) => join.onRef('f.municipality', '=', 's.municipality').onRef('f.subject', '=', 's.id'))
    .select(['f.norm', 'f.criterion', 'f.verdict', 'f.reason', 'f.seen', 'f.strength', 's.measured_at'])
    .where('s.municipality', '=', municipality).where('s.organisation', '=', slug).where('f.to_no', 'is', null)
    .where('s.publication', '=', (select) => select.selectFrom('published.publication').select((each) => each.fn.max('no').as('no')).where('municipality', '=', municipality)).execute()
  return rows.map(({ measured_at, seen, ...finding }) => ({ ...finding, seen: seen as Finding['seen'], at: measured_at?.toISOString() ?? '' }))
}

export async function weighedOf(tx: Tx, municipality: string, slug: string, { questionnaire, answers, variant }: Filled, catalogue: Catalogue, questionnaires: readonly Questionnaire[], at: string): Promise<Weighed> {
  const declared = declaredFindings(questionnaire, answers, at, { variant })
  const measured = await measuredOf(tx, municipality, slug)
  const names = new Map(catalogue.themes.map(({ id, name }) => [id, name]))
  const { themes } = weigh([...declared, ...measured], withQuestions(catalogue, questionnaires), 'all')
  return { themes: themes.filter(({ applicable }) => applicable > 0).map((theme) => ({ ...theme, name: names.get(theme.theme)! })), contradictions: contradictions(declared, measured, adviceOf(catalogue)) }
}
