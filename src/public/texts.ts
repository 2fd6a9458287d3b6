/** Texts of the catalogue in the reader's language, and what a page needs to know of a criterion. */
import type { VerdictWord } from '../model/finding.ts'
import type { Criterion, Norm, ThemeId } from '../model/norm.ts'
import { toldOf, type Told } from '../web/badges.tsx'
import { word } from '../web/messages.ts'
import type { View } from '../web/view.ts'
import type { Book } from './store.ts'

/** A criterion's title; its id when the catalogue of this publication no longer has it. */
export const titleOf = (view: View, book: Book, criterion: string): string =>
  book.criteria.get(criterion)?.title[view.lang] ?? criterion

/** What a norm is called in a few words. */
export const labelOf = (view: View, norm: Norm): string => (view.lang === 'nl' ? norm.label : norm.labelEnglish)

/** How an engineer repairs it; in Dutch when the catalogue has it in Dutch only. */
export const repairOf = (view: View, { repair, repairEnglish = repair }: Criterion): string =>
  view.lang === 'nl' ? repair : repairEnglish

/** A theme by its name; its id when this publication does not know it. */
export function themeName(view: View, book: Book, id: string): string {
  const theme = book.catalogue.themes.find((each) => each.id === id)
  return theme ? (view.lang === 'nl' ? theme.name : theme.english) : id
}

/** A theme in one word, for the head of a column. */
export const themeWord = (view: View, id: ThemeId): string => view.m.theme[id]

/** The check behind a criterion, or null when a question or a person establishes it. */
export function checkOf(book: Book, criterion: string): string | null {
  const means = book.criteria.get(criterion)?.means
  return means?.by === 'check' ? means.check : null
}

/** In which words a verdict is told, by the id of its criterion. */
export const toldAs = (book: Book, criterion: string): Told => toldOf(book.criteria.get(criterion))

/** How far a verdict is from met: 1, a half, or nothing (what is unknown is not a gap). */
export const gap = (verdict: VerdictWord): number => (verdict === 'unmet' ? 1 : verdict === 'partly' ? 0.5 : 0)

const places: Readonly<Record<VerdictWord, number>> = { unmet: 0, partly: 1, unknown: 2, met: 3, 'not-applicable': 4 }
/** Worst first: unmet, partly, unknown, met, not applicable; the heavier first within each. */
export function worstFirst(
  book: Book,
): (a: { verdict: VerdictWord; criterion: string }, b: { verdict: VerdictWord; criterion: string }) => number {
  const weight = (criterion: string) => book.criteria.get(criterion)?.weight ?? 0
  return (a, b) =>
    places[a.verdict] - places[b.verdict] ||
    weight(b.criterion) - weight(a.criterion) ||
    a.criterion.localeCompare(b.criterion)
}

/** What measured, by its name as people know it, with its version. */
export const versionFacts = (
  { m }: Pick<View, 'm'>,
  versions: Book['versions'],
): readonly { readonly name: string; readonly value: string }[] =>
  Object.entries(versions).map(([name, value]) => ({ name: word(m.versionOf, name), value }))

/**
 * The path of an address: a mail domain carries an @, for the same name may also be a website. One segment, whatever it
 * holds.
 */
export const subjectPath = (organisation: string, kind: 'website' | 'mail-domain', address: string): string =>
  `/organisaties/${organisation}/${kind === 'website' ? '' : '@'}${encodeURIComponent(address)}`

/**
 * Whether a second program says the same of a barrier that a program found (ADR 0026); undefined of anything else.
 * Evidence of before was measured once.
 */
export function certaintyOf(
  { m }: Pick<View, 'm'>,
  { verdict, seen }: { readonly verdict: string; readonly seen: unknown },
  check: string | null,
): string | undefined {
  if (verdict !== 'unmet' || check?.startsWith('axe-') !== true) return undefined
  const { confirmed, elements } = seen as { readonly confirmed?: unknown; readonly elements?: unknown }
  if (typeof confirmed !== 'number') return m.certainty.oneMeasurement
  return confirmed > 0 ? m.certainty.twoMeasurements(confirmed, Number(elements)) : m.certainty.notConfirmed
}
