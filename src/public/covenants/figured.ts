/** What of a pledge is drawn and written in figures: counts under ten, else a share. Pure. */
import { LEAST } from '../../vocabulary/group.ts'
import { day, type Lang } from '../../web/language.ts'
import { says } from './messages.ts'
import type { Pledge, Value } from './store.ts'

/** `6 van 8`, or `75%`. */
export function figure(lang: Lang, { count, among }: { readonly count: number; readonly among: number }): string {
  const t = says(lang)
  // Of nothing that is known now there is no figure.
  if (among === 0) return t.courses['not-measured']
  return among < LEAST ? t.counts(count, among) : `${t.share(count / among)} (${t.counts(count, among)})`
}
/** `minstens 90%`. */
export const targetText = (lang: Lang, { target, direction }: { target: number; direction: 'up' | 'down' }): string =>
  `${direction === 'up' ? says(lang).atLeast : says(lang).atMost} ${says(lang).share(target)}`

type Point = { readonly on: string; readonly share: number }
export type Figured = {
  readonly title: string
  readonly description: string
  /** The line that was agreed, from baseline to target. */
  readonly agreed: readonly Point[]
  readonly seen: readonly Point[]
  /** Something was seen of fewer than ten: no point tells that, for a point is a percentage. */
  readonly few: boolean
}

/** What the picture shows and says; undefined when nothing of it may be told. */
export function figured(lang: Lang, { terms, stands }: Pledge, values: readonly Value[]): Figured | undefined {
  const { baseline } = terms
  if (baseline === null || baseline.among === 0) return undefined
  const t = says(lang)
  return {
    title: t.lineTitle(terms.title),
    description: t.lineText(
      figure(lang, baseline),
      targetText(lang, terms),
      day(lang, terms.due),
      stands.now === null ? t.unknown : figure(lang, stands.now),
    ),
    agreed: [
      { on: baseline.on, share: baseline.count / baseline.among },
      ...terms.steps.map(({ on, value }) => ({ on, share: value })),
      { on: terms.due, share: terms.target },
    ],
    seen: values.filter(({ among }) => among >= LEAST).map(({ on, count, among }) => ({ on, share: count / among })),
    few: [...values, ...(stands.now === null ? [] : [stands.now])].some(({ among }) => among > 0 && among < LEAST),
  }
}
