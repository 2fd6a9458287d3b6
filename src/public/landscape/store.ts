/** Reads the landscape of a publication: groups against themes, who agreed to be named, and spearpoints. */
import type { GroupKind, LandscapeTheme } from '../../model/group.ts'
import type { Now } from '../published.ts'
import type { At } from '../standing.ts'

export type Standing = {
  readonly kind: GroupKind
  readonly name: string
  /** At least so many; null: fewer than ten, or left out with those. */
  readonly organisations: number | null
  readonly themes: readonly LandscapeTheme[]
}

/** The groups of a publication: clusters first, then streets by name. */
export const readLandscape = ({ db, municipality }: Now, no: number): Promise<readonly Standing[]> =>
  db
    .selectFrom('published.landscape')
    .select(['kind', 'name', 'organisations', 'themes'])
    .where('municipality', '=', municipality)
    .where('publication', '=', no)
    .orderBy('kind')
    .orderBy('name')
    .execute()

export type Named = {
  readonly kind: GroupKind
  readonly name: string
  readonly slug: string
  readonly called: string
}

/** Who agreed to be named with a group, by name. */
export const readNamed = ({ db, municipality, no }: At): Promise<readonly Named[]> =>
  db
    .selectFrom('published.landscape_named')
    .select(['kind', 'name', 'slug', 'called'])
    .where('municipality', '=', municipality)
    .where('publication', '=', no)
    .orderBy('called')
    .execute()

/** What groups work on first, those that ended too; the newest first. */
export const readSpearpoints = ({ db, municipality }: Now) =>
  db
    .selectFrom('published.spearpoint')
    .select(['id', 'kind', 'name', 'norm', 'criterion', 'reason', 'missed'])
    .select(['chosen_on as chosenOn', 'chosen_by as chosenBy', 'published_on as publishedOn'])
    .select(['published_by as publishedBy', 'ended_on as endedOn', 'ended_reason as endedReason'])
    .where('municipality', '=', municipality)
    .orderBy('published_on', 'desc')
    .orderBy('id', 'desc')
    .limit(500)
    .execute()
export type PublicSpearpoint = Awaited<ReturnType<typeof readSpearpoints>>[number]
