/** What stands behind links to the source code and the interfaces of a site: the descriptions that programs read. */
import type { Observed } from './evidence-seen.ts'

/** A link: where it leads, what it says, and on which page; of a file at a fixed place the last two are empty. */
export type Led = { readonly href: string; readonly said: string; readonly page: string }

/** What a publiccode.yml tells of itself; never its contacts, which are people. */
export type Publiccode = {
  /** The version of the standard that it says to follow; null: it says none. */
  readonly version: string | null
  readonly name: string | null
  /** Its licence, as it writes that. */
  readonly licence: string | null
  /** Hosts of whoever it says to be of (`landingURL`, `organisation.uri`). */
  readonly of: readonly string[]
  /** Keys that are absent or not as the standard has them, such as `description.nl.features`; the first twenty. */
  readonly lacks: readonly string[]
}

/** What an OpenAPI document tells of itself. */
export type Interface = {
  /** Its `openapi` or `swagger`, such as `3.0.3`. */
  readonly version: string
  readonly title: string | null
  /** Places that are not as the specification has them, with what; the first twenty. */
  readonly lacks: readonly string[]
}

/** A place that was looked at: `file`, the address that was read or asked for last. */
type Looked<T> = Led & { readonly file: string; readonly result: Observed<T> }
/** `files`: names of other files that were seen in the same repository. */
export type Software = Looked<Publiccode> & { readonly files: readonly string[] }
export type Described = Looked<Interface>

/** `found`: how many links lead there; `looked`: the few whose files were asked for. */
export type Descriptions = {
  readonly software: { readonly found: number; readonly looked: readonly Software[] }
  readonly interfaces: { readonly found: number; readonly looked: readonly Described[] }
}
