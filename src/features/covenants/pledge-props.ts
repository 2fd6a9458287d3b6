/** What the pages and parts of the form of a result agreement are given. */
import type { ReactNode } from 'react'
import type { Norm } from '../../model/norm.ts'
import type { Problems } from '../../web/desk/form.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import type { Input } from './pledge-form.ts'
import type { Colleague } from './pledge-store.ts'
import type { Covenant, Version } from './store.ts'

export type PledgeFormProps = {
  readonly view: DeskView
  readonly covenant: Covenant
  readonly version: Version
  /** Undefined: it is new. */
  readonly id?: string
  readonly norms: readonly Norm[]
  readonly input: Input
  readonly staff: readonly Colleague[]
  /** Who can be chosen: the parties by id. */
  readonly parties: ReadonlyMap<string, string>
  readonly streets: readonly string[]
  /** The decision rule as it was proposed: who leaves that, gets the newest one. */
  readonly proposed: string
  /** An earlier fixed version promised this: who changes a term says why. */
  readonly agreed: boolean
  readonly careful?: string
  readonly basis?: string
  readonly clash?: ReactNode
  readonly problems?: Problems
}
