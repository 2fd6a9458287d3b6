/** What every part of the page of a case is given. */
import type { Noted } from '../../../model/finding.ts'
import type { Person } from '../../../model/person.ts'
import type { Register } from '../../../model/register.ts'
import type { ThemeScore } from '../../../model/score.ts'
import type { Norm } from '../../../model/norm.ts'
import type { Entered } from '../../../registers/judged-store.ts'
import type { linksTo } from '../../../registers/store.ts'
import type { DeskView } from '../../../web/desk/route.ts'
import type { Case } from '../store/rows.ts'

const GONE = 'iemand die hier niet meer werkt'
export type Props = {
  readonly view: DeskView
  readonly file: Case
  readonly who: Person
  readonly today: string
  readonly outcomes: ReadonlyMap<string, string>
  /** Answers and measurements together, weighed as everywhere. */
  readonly themes: readonly (ThemeScore & { readonly name: string })[]
  readonly registers: readonly Register[]
  /** What stands in the registers about it. */
  readonly linked: Awaited<ReturnType<typeof linksTo>>
  /** What follows for the norms from what stands there, about it and about what it is of. */
  readonly entered: readonly Entered[]
  /** Of what the registers say more is there than is weighed. */
  readonly more: boolean
  /** What people saw of those. */
  readonly seen: readonly Noted[]
  readonly norms: readonly Norm[]
}
/** The name of somebody in a case; who was forgotten has none. */
export const name = (file: Case, id: string | null) => (id === null ? 'nog niemand' : (file.names.get(id) ?? GONE))
