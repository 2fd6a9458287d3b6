/** A badge that somebody carries: what everybody reads of it. */
import type { Two } from './norm.ts'
import type { BadgeEnd, BadgeGround, BadgeKind } from '../vocabulary/badge.ts'

/** What was promised and seen, as it was said when the badge was given. Names no person. */
export type ToldBadge = {
  /** The covenant, with the version that was signed; null for what was seen alone. */
  readonly covenant: { readonly no: number; readonly title: string; readonly version: number } | null
  readonly promised: string
  readonly norms: readonly ToldNorm[]
  /** Of what was seen: by which function, on which day. */
  readonly seenBy: string
  readonly seenOn: string | null
  /** The function of who gave it. */
  readonly givenBy: string
}

/** A norm on a badge: what of it was looked at and met, and how much of it was not looked at. */
export type ToldNorm = {
  readonly id: string
  readonly title: string
  /** Not said of those that were given before it was kept. */
  readonly seen?: readonly Two[]
  readonly notSeen?: number
}

/** Days are `2026-11-28`. */
export type PublicBadge = {
  readonly number: string
  readonly kind: BadgeKind
  /** As it was called when the badge was given. */
  readonly holder: string
  readonly place: string
  readonly told: ToldBadge
  readonly validFrom: string
  readonly validUntil: string
  readonly ground: BadgeGround
  readonly groundOn: string | null
  readonly ended: BadgeEnd | null
  readonly endedOn: string | null
  readonly reason: string
}
