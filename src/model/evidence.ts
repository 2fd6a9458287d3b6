/**
 * What probes bring home: plain JSON, immutable, that can be judged again years later. One record per probe; for page
 * probes one per page × phase × profile.
 */
import type { Aliases, Dns, Http, Mail, Statements, Tls } from './evidence-host.ts'
import type { Consent } from './evidence-consent.ts'
import type { Behaviour } from './evidence-behaviour.ts'
import type { Descriptions } from './evidence-descriptions.ts'
import type { Documents } from './evidence-documents.ts'
import type { Axe, Bare, Session } from './evidence-page.ts'
import type { Use } from './evidence-use.ts'
import type { Registration } from './evidence-names.ts'
import type { Observed } from './evidence-seen.ts'
import type { Exchangers, Handshakes } from './evidence-tls.ts'

export type * from './evidence-behaviour.ts'
export type * from './evidence-consent.ts'
export type * from './evidence-descriptions.ts'
export type * from './evidence-documents.ts'
export type * from './evidence-host.ts'
export type * from './evidence-mail.ts'
export type * from './evidence-names.ts'
export type * from './evidence-page.ts'
export type * from './evidence-seen.ts'
export type * from './evidence-tls.ts'
export type * from './evidence-use.ts'

/**
 * Looked at once per subject; `handshakes`, `exchangers`, `documents`, `registration` and `descriptions` are absent in
 * evidence of before they were looked at.
 */
export type HostEvidence = {
  http: Http
  dns: Dns
  tls: Tls
  handshakes: Handshakes
  mail: Mail
  exchangers: Exchangers
  statements: Statements
  aliases: Aliases
  documents: Documents
  registration: Registration
  descriptions: Descriptions
}
/** Looked at on each page, in each phase, with each profile. */
export type PageEvidence = { session: Session; axe: Axe; bare: Bare; consent: Consent; behaviour: Behaviour; use: Use }

export type HostKey = keyof HostEvidence
export type PageKey = keyof PageEvidence
export type Key = HostKey | PageKey

/** Moment of the visit: relative to the consent question, or where no script runs. A later one is one more entry. */
export type Phase = 'before-consent' | 'without-script' | 'after-reject' | 'after-accept'
/** The browser's guise. */
export type Profile = 'desktop' | 'phone'
/** Why this page was chosen. */
export type PageRole = 'landing' | 'contact' | 'form' | 'search' | 'news' | 'other'

export type HostRecord = {
  readonly [K in HostKey]: { readonly probe: K; readonly at: string; readonly result: Observed<HostEvidence[K]> }
}[HostKey]
export type PageRecord = {
  readonly [K in PageKey]: {
    readonly probe: K
    readonly page: string
    readonly role: PageRole
    readonly phase: Phase
    readonly profile: Profile
    readonly at: string
    readonly result: Observed<PageEvidence[K]>
  }
}[PageKey]

/** One thing seen on one page. */
export type Sighting<T> = {
  readonly page: string
  readonly role: PageRole
  readonly phase: Phase
  readonly profile: Profile
  readonly value: T
}

/** Of how many pages those visited were chosen: what links and the site's map name; `whole`: all of that was read. */
export type Chosen = { readonly from: number; readonly whole: boolean }

/** Everything one visit to one subject brought home. */
export type Evidence = {
  readonly format: 2
  readonly subject: { readonly kind: 'website' | 'mail-domain'; readonly address: string }
  /** ISO 8601, when the visit began and ended. */
  readonly begun: string
  readonly ended: string
  /** Versions of what looked: leidraad, node, browser, axe. */
  readonly versions: Readonly<Record<string, string>>
  readonly host: readonly HostRecord[]
  readonly pages: readonly PageRecord[]
  /** Absent in evidence of before it was counted, and where no page could be chosen. */
  readonly chosen?: Chosen
}
