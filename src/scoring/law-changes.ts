/** Which law changed under a norm between two publications. Pure. */
import type { Catalogue, Norm, ThemeId } from '../model/norm.ts'
import type { LawChange } from '../model/publication.ts'

/** Every norm that now rests on other law than before: another status, another date, or another article. */
export function lawChanges(before: Catalogue, now: Catalogue): LawChange[] {
  // A catalogue of before sources had a kind is read with the kinds of today.
  const laws = new Set(now.sources.filter(({ kind }) => kind === 'law').map(({ id }) => id))
  const named = ({ sources }: Norm) => sources.filter(({ source }) => laws.has(source.id))
  const restsOn = (norm: Norm, since: string | undefined) =>
    JSON.stringify([norm.status, since ?? '', named(norm).map(({ source, article }) => `${source.id} ${article}`)])
  const then = new Map(before.norms.map((norm) => [norm.id, norm]))
  return now.norms.flatMap((norm) => {
    const was = then.get(norm.id)
    // What has no date yet did not change by getting one.
    if (was && restsOn(was, was.since) === restsOn(norm, was.since === undefined ? undefined : norm.since)) return []
    if (!norm.status.startsWith('law') && !was?.status.startsWith('law')) return []
    return [
      {
        theme: norm.theme,
        norm: norm.id,
        from: was?.status ?? null,
        to: norm.status,
        since: norm.since ?? null,
        laws: named(norm).map(({ source, article }) => `${source.title}, ${article}`),
      },
    ]
  })
}

/** The law behind a change of this criterion's norm; empty when it did not change. */
export const lawOf = (laws: readonly LawChange[] | null | undefined, criterion: string): string =>
  (laws ?? []).find(({ norm }) => criterion.startsWith(`${norm}.`))?.laws.join('; ') ?? ''

/** The laws that changed under the norms of a theme, by name; empty when none did. */
export const lawsOfTheme = (laws: readonly LawChange[] | null | undefined, id: ThemeId): string =>
  [...new Set((laws ?? []).filter(({ theme }) => theme === id).flatMap((change) => change.laws))].join('; ')
