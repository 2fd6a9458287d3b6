/** The small pieces that the document of a case is put together from. */
import type { Block, DocumentField } from '../../../model/document.ts'

/** `plain`: its title when it is left out, where the title itself tells what is in it. */
export type Wanted = Omit<DocumentField, 'omitted'> & { readonly plain?: string }

/** The paragraphs of these texts; an empty line begins a new one. */
export const text = (...parts: readonly string[]): Block[] =>
  parts
    .flatMap((part) => part.split(/\n{2,}/))
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => ({ kind: 'text', text: part }))
/** A part of what is published, or nothing when it is empty; `plain`: its words where the blocks do not serve. */
export const field = (id: string, title: string, blocks: readonly Block[], plain?: string): Wanted[] =>
  blocks.length === 0 ? [] : [{ id, title, blocks, ...(plain === undefined ? {} : { plain }) }]

/** With a capital first letter. */
export const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
