/** What of the law changes soon, so that an editor knows before the reader does. Pure. */
import { addTerm } from '../lib/working-days.ts'
import type { Catalogue, Source, Two } from '../model/norm.ts'

/** Editors hear of a change this many days before. */
export const DAYS_BEFORE = 90

export type Coming = {
  /** ISO date of the change. */
  readonly on: string
  readonly source: string
  readonly title: string
  readonly what: Two
  /** The norms it touches. */
  readonly norms: readonly string[]
  /** The day is meant, not yet certain. */
  readonly intended: boolean
  /** The day is over, and the source was not looked at since: what the norms say may be wrong. */
  readonly passed: boolean
}

/** Every change of a source from `today` (ISO date) until `days` later, and those that passed unchecked, in order. */
export function comingChanges(catalogue: Catalogue, today: string, days: number = DAYS_BEFORE): Coming[] {
  const last = addTerm(today, { days, regime: 'none' })
  const titles = new Map(catalogue.sources.map(({ id, title }) => [id, title]))
  return catalogue.sources
    .flatMap((source) => {
      const citing = catalogue.norms
        .filter(({ sources }) => sources.some((each) => each.source.id === source.id))
        .map(({ id }) => id)
      return changesOf(source, titles).flatMap(({ on, what, norms, intended }) => {
        const passed = on <= today && (source.checkedOn ?? '') < on
        return (on > today && on <= last) || passed
          ? [{ on, source: source.id, title: source.title, what, norms: norms ?? citing, intended, passed }]
          : []
      })
    })
    .toSorted((a, b) => (a.on === b.on ? a.source.localeCompare(b.source) : a.on < b.on ? -1 : 1))
}

type Change = {
  readonly on: string
  readonly what: Two
  readonly norms?: readonly string[]
  readonly intended: boolean
}

function changesOf(source: Source, titles: ReadonlyMap<string, string>): Change[] {
  const { since, until, successor, status, reminders = [], intended = false } = source
  const next = successor === undefined ? undefined : (titles.get(successor) ?? successor)
  return [
    ...(status === 'adopted' && since !== undefined
      ? [{ on: since, what: { nl: 'gaat in', en: 'starts to apply' }, intended }]
      : []),
    ...(until !== undefined && status !== 'ended'
      ? [
          {
            on: until,
            what: {
              nl: next === undefined ? 'laatste dag' : `laatste dag; daarna ${next}`,
              en: next === undefined ? 'last day' : `last day; then ${next}`,
            },
            intended,
          },
        ]
      : []),
    ...reminders.map(({ on, what, norms, intended: meant }) => ({
      on,
      what,
      intended: meant,
      ...(norms.length === 0 ? {} : { norms }),
    })),
  ]
}
