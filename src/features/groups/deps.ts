/** What the pages of groups work with: the norms, the questionnaire of the self-check and the rules that propose. */
import type { Tx } from '../../db/as.ts'
import type { Group, GroupRule } from '../../model/group.ts'
import type { Catalogue, Norm } from '../../model/norm.ts'
import type { Questionnaire } from '../../model/questionnaire.ts'
import { missing, type Asked, type Reply } from '../../web/desk/route.ts'
import { groupOf } from './rules.ts'
import { streetsIn } from './store.ts'

export type GroupDeps = {
  readonly catalogue: Catalogue
  readonly questionnaires: readonly Questionnaire[]
  readonly groupRules: readonly GroupRule[]
}
export type GroupTools = GroupDeps & {
  /** That organisations fill in about themselves. */
  readonly questionnaire: Questionnaire
}

/** With the questionnaire that organisations fill in about themselves. Throws when there is none. */
export function withQuestionnaire(deps: GroupDeps): GroupTools {
  const questionnaire = deps.questionnaires.find(
    ({ purpose, about }) => purpose === 'self-assessment' && about.includes('organisation'),
  )
  if (!questionnaire) throw new Error('er is geen vragenlijst voor de zelfbeoordeling van organisaties')
  return { ...deps, questionnaire }
}

export const HOME = { name: 'Groepen', to: '/balie/groepen' }
export const CRUMBS = [{ name: 'Organisaties', to: '/balie/organisaties' }]

/** Answers for the group of the address. */
export const onGroup =
  (then: (asked: Asked<Tx>, group: Group) => Promise<Reply>) =>
  async (asked: Asked<Tx>): Promise<Reply> => {
    const { tx, municipality, params } = asked
    const group = groupOf(params['group']!, await streetsIn(tx, municipality.id))
    return group ? then(asked, group) : missing
  }

/** Answers for the group and the norm of the address. */
export const onNorm = (tools: GroupTools, then: (asked: Asked<Tx>, group: Group, norm: Norm) => Promise<Reply>) =>
  onGroup(async (asked, group) => {
    const norm = tools.catalogue.norms.find(({ id }) => id === asked.params['norm'])
    return norm ? then(asked, group, norm) : missing
  })
