/** What a probe of a host is: it looks once per subject. A new one is one more entry in `host-probes.ts`. */
import type { HostEvidence, HostKey, Link } from '../../model/evidence.ts'
import type { Subject, SubjectKind } from '../../model/subject.ts'
import type { Egress } from '../../outside/egress.ts'
import type { SaidPage } from '../reading/said.ts'

export type Linked = { readonly href: string; readonly page: string }

export type HostTarget = {
  readonly subject: Subject
  /** Where on the site to begin; absent: at its front page. */
  readonly path?: string
  /** Links of the landing page, for probes that look at what they lead to. */
  readonly links?: readonly Link[]
  /** Where links of all visited pages go, each with the page on which it stands. */
  readonly linked?: readonly Linked[]
  /** What was read of the site, with its links: pages that were visited, and statements. */
  readonly said?: readonly SaidPage[]
  readonly robots?: string
  /** Hosts that pages asked something of. */
  readonly asked?: readonly string[]
}

export type HostProbe<K extends HostKey> = {
  readonly key: K
  readonly subjects: readonly SubjectKind[]
  /** Milliseconds it may take, if that is more than a minute. */
  readonly patience?: number
  /** Throws NotSeen if it could not look. */
  look(target: HostTarget, tools: { readonly egress: Egress; readonly signal: AbortSignal }): Promise<HostEvidence[K]>
}
