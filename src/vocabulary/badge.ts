/** Words of badges: of which kind, on what ground, how it ended, what a visit saw of one. */
import { daysAfter } from '../lib/iso-date.ts'

export const BADGE_KINDS = { signed: 'heeft getekend', seen: 'gezien: voldoet' } as const
export type BadgeKind = keyof typeof BADGE_KINDS

/** What became of what a badge stands on. */
export const BADGE_GROUNDS = {
  holds: 'klopt nog',
  left: 'doet niet meer mee',
  suspended: 'geschorst door de stuurgroep',
  paused: 'deelname staat stil',
  'covenant-ended': 'het convenant geldt niet meer',
  'seen-otherwise': 'later is iets anders gezien',
  'not-seen': 'wat gezien was, is ingetrokken',
} as const
export type BadgeGround = keyof typeof BADGE_GROUNDS

export const BADGE_ENDS = { withdrawn: 'ingetrokken', 'handed-back': 'teruggegeven' } as const
export type BadgeEnd = keyof typeof BADGE_ENDS

/** How a badge stands on a day. `doubtful`: what it stands on changed, and nobody decided yet. */
export const BADGE_STATES = {
  valid: 'geldig',
  ending: 'loopt binnen 30 dagen af',
  doubtful: 'klopt mogelijk niet meer',
  ended: 'afgelopen',
  withdrawn: 'ingetrokken',
  'handed-back': 'teruggegeven',
} as const
export type BadgeState = keyof typeof BADGE_STATES

/** What a badge on a site turned out to be. `mentioned`: written about, not carried. */
export const SIGHTING_STATES = {
  valid: 'een geldige badge',
  mentioned: 'genoemd, niet gedragen',
  ended: 'een badge die is afgelopen',
  withdrawn: 'een badge die is ingetrokken of teruggegeven',
  'of-another': 'een badge van een ander',
  unknown: 'een nummer dat wij niet kennen',
} as const
export type SightingState = keyof typeof SIGHTING_STATES
/** Those of which somebody is asked to do something. */
export const WRONG_SIGHTINGS = [
  'ended',
  'withdrawn',
  'of-another',
  'unknown',
] as const satisfies readonly SightingState[]

/** Days before its end at which holder and account manager hear of it, and at which the page says so. */
export const BADGE_REMINDERS = [60, 14] as const
const BADGE_SOON = 30

/** What of a badge says how it stands. Days are `2026-11-28`. */
type Standing = {
  readonly ended: BadgeEnd | null
  readonly validUntil: string
  readonly ground: BadgeGround
}

/** An end by a person goes before the date, and the date before what is in doubt. */
export function badgeState({ ended, validUntil, ground }: Standing, today: string): BadgeState {
  if (ended !== null) return ended
  if (validUntil < today) return 'ended'
  if (ground !== 'holds') return 'doubtful'
  return validUntil <= daysAfter(today, BADGE_SOON) ? 'ending' : 'valid'
}

/** Whether somebody may carry it then. */
export const isCarried = (state: BadgeState): boolean => state === 'valid' || state === 'ending'
