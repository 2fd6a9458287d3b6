/** What is told of a request of a resident of the demo city, with its days counted back from today. */
import type { Severity, WeaknessState } from '../vocabulary/weakness.ts'
import type { Channel, ForWhom, RequestStepKind } from '../vocabulary/request.ts'

type Step = {
  readonly step: RequestStepKind
  /** Days ago. */
  readonly ago: number
  /** The name of who did it, before the at sign; nobody: the resident. */
  readonly by?: string
  readonly word?: string
  /** Days from today. */
  readonly until?: number
  readonly texts?: Readonly<Record<string, string>>
  /** Titles of public entries that an explanation names, by field. */
  readonly names?: Readonly<Record<string, string>>
}

/** How far a reported weakness is. Numbers: days ago, but for `fixBy`: days from today. */
type DemoWeakness = {
  readonly state: WeaknessState
  readonly severity?: Severity
  readonly fixBy?: number
  readonly judged: number
  readonly fixed?: number
  readonly retested?: number
  readonly supplier?: string
  readonly told?: number
  readonly answered?: number
}

export type DemoRequest = {
  readonly name: string
  readonly kind: string
  /** Days ago that it came in. */
  readonly ago: number
  /** Another of these, by the same person under the same code. */
  readonly same?: string
  readonly who: {
    readonly name?: string
    readonly phone?: string
    readonly post?: string
    readonly lang: 'nl' | 'en'
    readonly channel: Channel
    readonly whom: ForWhom
    readonly helper?: boolean
    readonly on_behalf?: string
  }
  readonly typedBy?: string
  readonly handler?: string
  readonly waits?: true
  readonly ground?: string
  readonly into?: string
  readonly texts: Readonly<Record<string, string>>
  readonly steps: readonly Step[]
  readonly weakness?: DemoWeakness
  /** What everybody may know of it, told by this colleague. */
  readonly note?: { readonly title: string; readonly text: string; readonly thanked: string; readonly toldBy: string }
}
