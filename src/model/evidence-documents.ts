/** What documents for reading (PDF) tell of themselves, of those that the visited pages lead to. */
import type { Observed } from './evidence-seen.ts'

export type Pdf = {
  readonly pages: number
  /** Pages that were read, at most five. */
  readonly read: number
  /** Letters on those pages. */
  readonly letters: number
  /** Of those pages: how many hold a picture and not one letter. */
  readonly pictures: number
  /** Of those pages: how many hold nothing at all. */
  readonly blank: number
  /** It says that it has tags and has them (ISO 32000-1 §14.7, §14.8.1). */
  readonly tagged: boolean
  /** Of the whole document (`Lang` of the catalog, §14.9.2); null: it says none. */
  readonly language: string | null
  /** Whether its tags say a language, on the pages that were read. */
  readonly parts: boolean
  /** Of its metadata or its information dictionary (§14.3), at most 200 characters. */
  readonly title: string | null
  /** Whether a reader is asked to show that title (`DisplayDocTitle`, §12.2). */
  readonly titleShown: boolean
  /** The day on which it says to be made, such as 2026-11-30. */
  readonly made: string | null
}

/** `found`: how many the pages lead to on this site and may be looked at; `looked`: the few that were chosen. */
export type Documents = {
  readonly found: number
  readonly looked: readonly { readonly url: string; readonly page: string; readonly result: Observed<Pdf> }[]
}
