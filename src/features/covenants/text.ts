/** The text of a covenant as it is written: an article put, moved or taken out, and what differs between versions. */
import { slug } from '../../lib/slug.ts'
import type { Article, CovenantText, Dropped, PledgeTerms } from '../../model/covenant.ts'
import { untilWords } from './rules.ts'

/** Where an article stands: in the covenant itself, or in annex 2. */
export const PARTS = { articles: 'het convenant zelf', exercises: 'bijlage 2, de regels voor oefeningen' } as const
export type Part = keyof typeof PARTS
const parts = Object.keys(PARTS) as readonly Part[]

export type Found = { readonly part: Part; readonly article: Article; readonly after: string }

/** The article with this id, where it stands, and the one before it; `after` is empty for the first. */
export function articleIn(text: CovenantText, id: string): Found | undefined {
  for (const part of parts) {
    const index = text[part].findIndex((each) => each.id === id)
    if (index >= 0) return { part, article: text[part][index]!, after: text[part][index - 1]?.id ?? '' }
  }
  return undefined
}

/** Without this article, wherever it stands. */
export const withoutArticle = (text: CovenantText, id: string): CovenantText => ({
  ...text,
  articles: text.articles.filter((each) => each.id !== id),
  exercises: text.exercises.filter((each) => each.id !== id),
})

/** With this article behind `after`; first when that is empty, last when that is gone. */
export function withArticle(text: CovenantText, part: Part, article: Article, after: string): CovenantText {
  const without = withoutArticle(text, article.id)
  const before = without[part].findIndex(({ id }) => id === after)
  const at = after === '' ? 0 : before < 0 ? without[part].length : before + 1
  return { ...without, [part]: without[part].toSpliced(at, 0, article) }
}

/** A name of its own in this text and beside `others`, made from a title; it stays the same when the title changes. */
export function newId(text: CovenantText, title: string, others: readonly string[] = []): string {
  const taken = new Set([...[...text.articles, ...text.exercises, ...text.pledges].map(({ id }) => id), ...others])
  const bare = slug(title).slice(0, 34).replace(/-+$/, '')
  const stem = /^[a-z]/.test(bare) ? bare : `a-${bare}`.replace(/-$/, '')
  for (let no = 1; ; no += 1) {
    const id = no === 1 ? stem : `${stem}-${no}`
    if (!taken.has(id)) return id
  }
}

/** Paragraphs as they are typed: a blank line between them. */
export const paragraphsOf = (typed: string): string[] =>
  typed
    .split(/\n[^\S\n]*\n/)
    .map((each) => each.trim())
    .filter(Boolean)
/** The other way about: what stands in the field. */
export const typedOf = ({ paragraphs }: Pick<Article, 'paragraphs'>): string => paragraphs.join('\n\n')

/** One thing of a text: an article or a pledge, with all that it says. */
export type Piece = { readonly id: string; readonly title: string; readonly said: string }
export type Difference = {
  readonly id: string
  readonly title: string
  readonly what: 'added' | 'removed' | 'changed' | 'moved'
  readonly before: string
  readonly after: string
}

/** The pieces of a text in their order; `sayPledge` puts a pledge in words. */
export function piecesOf(text: CovenantText, sayPledge: (pledge: PledgeTerms) => string): readonly Piece[] {
  const article = (each: Article): Piece => ({ id: each.id, title: each.title, said: typedOf(each) })
  return [
    ...(text.until === undefined ? [] : [{ id: 'laatste-dag', title: 'Verlengd', said: untilWords(text.until) }]),
    ...text.articles.map(article),
    ...text.pledges.map((each) => ({ id: each.id, title: each.title, said: sayPledge(each) })),
    ...text.exercises.map(article),
  ]
}

/**
 * What differs, piece by piece, in the order of the newer text, and what is gone after that. Moved is only what changed
 * places among what both have.
 */
export function differencesBetween(before: readonly Piece[], after: readonly Piece[]): readonly Difference[] {
  const [old, now] = [new Map(before.map((each) => [each.id, each])), new Map(after.map((each) => [each.id, each]))]
  const stays = longestCommon(
    before.filter(({ id }) => now.has(id)).map(({ id }) => id),
    after.filter(({ id }) => old.has(id)).map(({ id }) => id),
  )
  const whole = ({ title, said }: Piece) => `${title}\n\n${said}`
  return [
    ...after.flatMap((piece): Difference[] => {
      const was = old.get(piece.id)
      const { id, title } = piece
      if (!was) return [{ id, title, what: 'added', before: '', after: whole(piece) }]
      const texts = { before: whole(was), after: whole(piece) }
      if (texts.before !== texts.after) return [{ id, title, what: 'changed', ...texts }]
      return stays.has(id) ? [] : [{ id, title, what: 'moved', ...texts }]
    }),
    ...before
      .filter(({ id }) => !now.has(id))
      .map((piece): Difference => ({
        id: piece.id,
        title: piece.title,
        what: 'removed',
        before: whole(piece),
        after: '',
      })),
  ]
}

/** What two orders of the same things have in common: the most that keep their order. */
function longestCommon(one: readonly string[], other: readonly string[]): ReadonlySet<string> {
  const length = one.map(() => other.map(() => 0))
  const at = (i: number, j: number): number => length[i]?.[j] ?? 0
  for (let i = one.length - 1; i >= 0; i -= 1)
    for (let j = other.length - 1; j >= 0; j -= 1)
      length[i]![j] = one[i] === other[j] ? 1 + at(i + 1, j + 1) : Math.max(at(i + 1, j), at(i, j + 1))
  const kept = new Set<string>()
  for (let [i, j] = [0, 0]; i < one.length && j < other.length;)
    if (one[i] === other[j]) {
      kept.add(one[i]!)
      i += 1
      j += 1
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1
    else j += 1
  return kept
}

/** With this pledge in the place of the one with its id, or last. */
export function withPledge(text: CovenantText, pledge: PledgeTerms): CovenantText {
  const at = text.pledges.findIndex(({ id }) => id === pledge.id)
  return { ...text, pledges: at < 0 ? [...text.pledges, pledge] : text.pledges.with(at, pledge) }
}

/** Without this pledge; of one that was agreed stays why. */
export const withoutPledge = (text: CovenantText, id: string, dropped?: Dropped): CovenantText => ({
  ...text,
  pledges: text.pledges.filter((each) => each.id !== id),
  ...(dropped && { dropped: [...(text.dropped ?? []), dropped] }),
})
