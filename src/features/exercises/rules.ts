/** How far an exercise is on its clock, and what comes next. Pure. */
import type { Scenario, ScenarioMessage } from '../../model/exercise.ts'
import type { EventKind } from '../../vocabulary/exercise.ts'

type Timed = { readonly kind: EventKind; readonly message: number | null; readonly at: Date }

/** Minutes played at this moment, without pauses. `events`: the oldest first. */
export function minutesPlayed(events: readonly Timed[], now: Date): number {
  let [played, since] = [0, undefined as number | undefined]
  for (const { kind, at } of events) {
    if (kind === 'started' || kind === 'resumed') since ??= at.getTime()
    if ((kind === 'paused' || kind === 'ended') && since !== undefined) {
      played += at.getTime() - since
      since = undefined
    }
  }
  if (since !== undefined) played += Math.max(0, now.getTime() - since)
  return Math.min(1_440, Math.floor(played / 60_000))
}

/** Whether it stands still. */
export const isPaused = (events: readonly Timed[]): boolean =>
  events.findLast(({ kind }) => kind === 'paused' || kind === 'resumed')?.kind === 'paused'

export type Coming = { readonly index: number; readonly message: ScenarioMessage }
/** Messages that were not given and not skipped, the first one first. */
export function comingIn({ messages }: Scenario, events: readonly Timed[]): readonly Coming[] {
  const past = new Set(events.map(({ message }) => message))
  return messages.map((message, index) => ({ index, message })).filter(({ index }) => !past.has(index))
}

export type PlayedPart = {
  readonly given: number
  readonly messages: number
  readonly minutes: number
  readonly ofMinutes: number
  /** Enough of it to show something: at least half of the messages, and a third of its minutes. */
  readonly enough: boolean
}
/** Whether a message was passed over with a reason: what was typed, or that it is only for when something happens. */
export const isReasoned = ({ onlyIf }: Pick<ScenarioMessage, 'onlyIf'>, text: string): boolean =>
  text !== '' || onlyIf !== null

/** What happened with a message; of one that was skipped also whether it counts. */
export function messageDone(kind: 'sent' | 'skipped', text: string, skipped: Pick<ScenarioMessage, 'onlyIf'>): string {
  if (kind === 'sent') return 'Het bericht is gegeven.'
  return isReasoned(skipped, text)
    ? 'Het bericht is overgeslagen.'
    : 'Het bericht is overgeslagen zonder reden. Het telt niet als gespeeld.'
}

/**
 * How much of it was played. A message counts when it was given, or passed over with a reason: one that was typed, or
 * the scenario's own, of a message that is only for when something happens.
 */
export function playedOf(
  { messages, minutes: ofMinutes }: Pick<Scenario, 'messages' | 'minutes'>,
  events: readonly (Timed & { readonly text: string })[],
  now: Date,
): PlayedPart {
  const given = messages.filter((each, index) =>
    events.some(
      ({ kind, message, text }) =>
        message === index && (kind === 'sent' || (kind === 'skipped' && isReasoned(each, text))),
    ),
  ).length
  const minutes = minutesPlayed(events, now)
  const enough = given * 2 >= messages.length && minutes * 3 >= ofMinutes
  return { given, messages: messages.length, minutes, ofMinutes, enough }
}
const areThere = (count: number): string => `${count === 1 ? 'is' : 'zijn'} er ${count}`
/** The same as a sentence, for who says what it shows. */
export const playedWords = ({ given, messages, minutes, ofMinutes }: PlayedPart): string =>
  `Van de ${messages} berichten ${areThere(given)} gegeven of met een reden overgeslagen. ` +
  `Van de ${ofMinutes} minuten ${areThere(minutes)} gespeeld.`
export const TOO_LITTLE =
  'Dat is te weinig om iets te laten zien: minder dan de helft van de berichten, of minder dan een derde van de ' +
  'tijd. ' +
  'Daarom blijft dit onbekend.'

type Followed = { readonly finding: string | null; readonly state: Countable['state'] }
/** What was noticed in an exercise and has no measure yet. */
export const findingsLeft = <E extends { readonly id: string; readonly kind: EventKind }>(
  events: readonly E[],
  measures: readonly Followed[],
): readonly E[] => {
  const answered = new Set(measures.map(({ finding }) => finding))
  return events.filter(({ id, kind }) => kind === 'seen' && !answered.has(id))
}
/** Whether all that was found is followed up: each measure done and looked at, or set aside, as the database asks. */
export const isFollowed = (
  events: readonly { readonly id: string; readonly kind: EventKind }[],
  measures: readonly Followed[],
): boolean =>
  measures.length > 0 &&
  measures.every(({ state }) => state === 'done' || state === 'dropped') &&
  findingsLeft(events, measures).length === 0

/** `9.30` or `09:30` as `09.30`; undefined: no time of a day. */
export function timeTyped(typed: string): string | undefined {
  const [, hours, minutes] = /^(\d{1,2})[.:](\d{2})$/.exec(typed) ?? []
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return undefined
  return `${hours.padStart(2, '0')}.${minutes!}`
}

export type Countable = { readonly state: 'open' | 'proven' | 'done' | 'dropped' }
/**
 * What everybody reads. Of measures nothing is told before `least` organisations practised (null), and then in whole
 * steps of `least`: what one more exercise brought cannot be subtracted (ADR 0098).
 */
export function figuresOf(
  ended: readonly { readonly scenario: string; readonly organisation: string }[],
  measures: readonly Countable[],
  least: number,
): readonly { readonly measure: string; readonly value: number | null }[] {
  const kept = measures.filter(({ state }) => state !== 'dropped')
  const organisations = new Set(ended.map(({ organisation }) => organisation)).size
  const told = (value: number) => (organisations < least ? null : value - (value % least))
  return [
    { measure: 'exercises', value: ended.length },
    { measure: 'organisations', value: organisations },
    { measure: 'measures', value: told(kept.length) },
    { measure: 'done', value: told(kept.filter(({ state }) => state === 'done').length) },
  ]
}
