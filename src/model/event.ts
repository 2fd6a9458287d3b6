/** An event as everybody reads it. */
import type { EventKind, EventState, EventSubject } from '../vocabulary/event.ts'
import type { AccessMore, HelpLanguage, SignUpWay, StepFree } from '../vocabulary/help.ts'

/** What was shown or made there, where it can be read. */
export type Material = { readonly name: string; readonly url: string }

/** What an organisation changed or wrote after it was placed, by column; it waits for a person of the municipality. */
export type PendingEvent = Partial<{
  readonly kind: EventKind
  readonly title: string
  readonly about: string
  readonly for_whom: string
  readonly organiser: string
  readonly phone: string
  readonly website: string
  readonly online: string
  readonly route: string
  readonly place: string
  readonly street: string
  readonly postcode: string
  readonly city: string
  readonly district: string
  /** Why it does not go on. */
  readonly why: string
  readonly came: number
  readonly lessons: string
  readonly material: readonly Material[]
  readonly told_on: string
}>

/** What is told of it beside what it can be found by. Clock times, HH:MM. */
export type ToldEvent = {
  /** Stays the same, for calendars. */
  readonly id: string
  readonly about: string
  readonly forWhom: string
  readonly phone: string
  readonly website: string
  /** In cents. */
  readonly cost: number
  readonly starts: string
  readonly ends: string
  readonly place: string
  readonly street: string
  readonly postcode: string
  readonly city: string
  readonly route: string
  readonly online: string
  readonly access: readonly AccessMore[]
  readonly signUp: SignUpWay
  /** Why it does not go on. */
  readonly why: string
  readonly lessons: string
  readonly material: readonly Material[]
  /** How often something changed that who joined has to know. */
  readonly news: number
}

export type PublicEvent = {
  readonly no: number
  readonly kind: EventKind
  readonly title: string
  readonly organiser: string
  /** The organisation that keeps it; null: the municipality. */
  readonly keeper: string | null
  readonly subject: EventSubject
  readonly district: string
  readonly stepFree: StepFree
  readonly free: boolean
  readonly language: HelpLanguage
  /** YYYY-MM-DD. */
  readonly startsOn: string
  readonly endsOn: string
  readonly places: number
  readonly taken: number
  readonly waiting: number
  readonly state: Extract<EventState, 'placed' | 'cancelled'>
  readonly came: number | null
  readonly told: ToldEvent
  readonly sequence: number
  readonly changedAt: Date
}
