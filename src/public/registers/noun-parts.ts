/** What the pages of a register share: words in the language of the reader, and the way to them. */
import { href, type View } from '../../web/view.ts'
import type { Listed } from '../listed.ts'
import { says } from './messages.ts'
import type { PublicEntry } from './store.ts'

/** What something is called in the language of the reader. */
export const labelOf = (view: View, field: { label: string; labelEnglish: string }) =>
  view.lang === 'en' ? field.labelEnglish : field.label
/** The way to all registers. */
export const crumb = (view: View) => ({ name: says(view.lang).registers, to: href(view, '/registers') })
/** `calendar`: it has days to come. */
export type Noun = Pick<Listed<PublicEntry>, 'id' | 'path' | 'title' | 'intro'> & {
  readonly calendar?: boolean
}
