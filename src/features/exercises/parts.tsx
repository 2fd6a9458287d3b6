/** What the pages of exercises share: their place, and who and what in words. */
import type { Problems } from '../../web/desk/form.tsx'
import type { DeskView, Sent } from '../../web/desk/route.ts'
import { day } from '../../web/language.ts'
import { PLACE } from './place.ts'
import type { Measure } from './measure-store.ts'
import type { PlayedPart } from './rules.ts'
import type { Event, Exercise, Somebody } from './store.ts'

export const TITLE = 'Oefeningen'
export const crumbs = [{ name: TITLE, to: PLACE }]

/** The way back to one. */
export const crumbsOf = ({ id, content }: Exercise) => [...crumbs, { name: content.title.nl, to: `${PLACE}/${id}` }]

/** Somebody to choose from. */
export const personOption = ({ id, name, function: what }: Somebody) => ({
  value: id,
  label: what === '' ? name : `${name}, ${what}`,
})

/** Who does a measure: its owner, or an organisation outside for which the owner follows it. */
export const doerOf = ({ doer, doerRole, ownerName }: Measure): string => {
  const owner = ownerName ?? 'iemand van de gemeente'
  return doer === '' ? owner : `${doer} (${doerRole}); ${owner} volgt het`
}

/** When it is, in words. */
export const whenOf = ({ plannedOn, starts }: Pick<Exercise, 'plannedOn' | 'starts'>): string =>
  `${day('nl', plannedOn)}, ${starts} uur`

/** What stands for a finding of this exercise, by criterion. */
export type Shown = ReadonlyMap<string, { readonly noted: string; readonly verdict: string; readonly said: string }>

export type ExerciseProps = {
  readonly view: DeskView
  readonly exercise: Exercise
  readonly today: string
  readonly now: Date
  readonly leader: Somebody | undefined
  readonly players: ReadonlyMap<string, string>
  readonly events: readonly Event[]
  readonly measures: readonly Measure[]
  /** How much of it was played. */
  readonly part: PlayedPart
  /** Whether all that was found is followed up. */
  readonly followed: boolean
  /** Who can own a measure; empty where who is here agrees on none. */
  readonly owners: readonly Somebody[]
  readonly leads: boolean
  /**
   * Criteria with their title, whether a person must have watched, and whether what was found must be followed up;
   * empty where who is here weighs nothing.
   */
  readonly shows: readonly {
    readonly id: string
    readonly title: string
    readonly watched: boolean
    readonly follows: boolean
  }[]
  readonly shown: Shown
  readonly problems?: Problems
  /** What was typed, where something of it is not right. */
  readonly typed?: Sent
}
