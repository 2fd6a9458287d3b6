/** The addresses of cases: the list, one case, and a form per act. */
import type { Tx } from '../../db/as.ts'
import type { Route } from '../../web/desk/route.ts'
import { adviseRoutes } from './acts/advise.tsx'
import { askOpinionsRoutes } from './acts/ask-opinions.tsx'
import { authorRoutes } from './acts/author.tsx'
import { keepOpinionsRoutes } from './acts/keep-opinions.tsx'
import { questionRoutes } from './acts/question.tsx'
import { reworkRoutes } from './acts/rework.tsx'
import { weighConditionRoutes } from './acts/weigh-condition.tsx'
import { beginRoutes } from './acts/begin.tsx'
import { changeRoutes } from './acts/change.tsx'
import { correctRoutes } from './acts/correct.tsx'
import { decideRoutes } from './acts/decide.tsx'
import { flagsRoutes } from './acts/flags.tsx'
import { handleRoutes } from './acts/handle.ts'
import { keepTermRoutes } from './acts/legal-term-keep.tsx'
import { startTermRoutes } from './acts/legal-term-start.tsx'
import { measureRoutes } from './acts/measure.tsx'
import { newMeasureRoutes } from './acts/new-measure.tsx'
import { opinionRoutes } from './acts/opinion.tsx'
import { reactRoutes } from './acts/react.tsx'
import { retestRoutes } from './acts/retest.tsx'
import { stepRoutes } from './acts/step.tsx'
import { caseDoors, type CaseDeps } from './doors.ts'
import { casePageRoutes } from './pages/case.tsx'
import { covenantsRoutes } from './pages/case-covenants.tsx'
import { answersRoutes } from './pages/answers.tsx'
import { listFileRoutes } from './pages/list-file.ts'
import { listRoutes } from './pages/list.tsx'
import { releaseDoors, type ReleaseDeps } from './release/doors.ts'
import { omissionRoutes } from './release/omission.tsx'
import { releaseRoutes } from './release/page.tsx'
import { paragraphRoutes } from './release/paragraph.tsx'
import { sampleRoutes } from './sample/page.tsx'
import { recheckRoutes } from './sample/recheck.tsx'

/** Fixed words of a path come before its parameters: `/zaken/nieuw` is not a case. */
export function caseRoutes(deps: CaseDeps & ReleaseDeps): readonly Route<Tx>[] {
  const doors = caseDoors(deps)
  const release = releaseDoors(deps)
  return [
    ...listRoutes,
    ...listFileRoutes,
    ...beginRoutes(doors),
    ...changeRoutes(doors),
    ...sampleRoutes,
    ...recheckRoutes,
    ...startTermRoutes(doors),
    ...keepTermRoutes(doors),
    ...answersRoutes(doors, deps),
    ...covenantsRoutes(doors),
    ...casePageRoutes(doors),
    ...handleRoutes(doors),
    ...stepRoutes(doors),
    ...askOpinionsRoutes(doors),
    ...opinionRoutes(doors),
    ...flagsRoutes(doors),
    ...adviseRoutes(doors),
    ...reactRoutes(doors),
    ...decideRoutes(doors),
    ...correctRoutes(doors),
    ...newMeasureRoutes(doors),
    ...measureRoutes(doors),
    ...retestRoutes(doors),
    ...weighConditionRoutes(doors),
    ...reworkRoutes(doors),
    ...questionRoutes(doors),
    ...keepOpinionsRoutes(doors),
    ...authorRoutes(doors),
    ...paragraphRoutes(release),
    ...releaseRoutes(release),
    ...omissionRoutes(release),
  ]
}
