/** What a registry answers about a domain (RDAP, RFC 9083 §5.3): when it ends, and whether it is leaving. */
import type { Registration, RegistrationStatus } from '../../model/evidence.ts'
import { momentOf } from './security-txt.ts'

/** What is read of lists that somebody else makes. */
const EVENTS = 100
const STATUSES = 50
const TEXT = 60
const YEAR = 365.25 * 86_400_000
/** Before the first domain nothing can have ended; no registry takes money for more years than these. */
const FIRST = Date.UTC(1985, 0, 1)
const YEARS = 20

/** Statuses about an end (RFC 8056 §2, of RFC 3915): no other is kept. */
const ABOUT_END: ReadonlySet<string> = new Set<RegistrationStatus>([
  'auto renew period',
  'redemption period',
  'pending restore',
  'pending delete',
])

export type ReadRegistration = Pick<Registration, 'told' | 'until' | 'changed' | 'statuses'>

/**
 * What is told of this domain on the moment `at` (ISO 8601); undefined when it is no answer about this domain. The day
 * is the registry's `expiration` (§4.5), and not what a registrar has in its own books. Several days, or one that no
 * calendar has, are `unclear`; none at all is `unpublished`.
 */
export function readRegistration(json: unknown, domain: string, at: string): ReadRegistration | undefined {
  const answer = recordOf(json)
  if (answer?.['objectClassName'] !== 'domain' || nameIn(answer['ldhName']) !== domain) return undefined
  const events = answer['events'] ?? []
  const statuses = (Array.isArray(answer['status']) ? answer['status'].slice(0, STATUSES) : []).flatMap(statusOf)
  const found = { until: null, changed: null, statuses: [...new Set(statuses)].toSorted() }
  if (!Array.isArray(events) || events.length > EVENTS) return { ...found, told: 'unclear' }
  const daysOf = (action: string) =>
    events.map(recordOf).flatMap((event) => (textIn(event?.['eventAction']) === action ? [dayOf(event, at)] : []))
  const [ends, changes] = [new Set(daysOf('expiration')), daysOf('last changed')]
  const changed =
    changes
      .filter((day) => day !== null && day <= at.slice(0, 10))
      .toSorted()
      .at(-1) ?? null
  const [until] = ends
  if (until === undefined) return { ...found, changed, told: 'unpublished' }
  if (until === null || ends.size > 1) return { ...found, changed, told: 'unclear' }
  return { ...found, changed, told: 'day', until }
}

const recordOf = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined

const textIn = (value: unknown): string => (typeof value === 'string' ? value.slice(0, TEXT).toLowerCase() : '')
const nameIn = (value: unknown): string =>
  typeof value === 'string' && value.length <= 254 ? value.toLowerCase().replace(/\.$/, '') : ''

/** Some registries write a status as EPP does (`redemptionPeriod`). */
function statusOf(value: unknown): RegistrationStatus[] {
  const text = typeof value === 'string' ? value.slice(0, TEXT) : ''
  const said = text.includes(' ') ? text.toLowerCase() : text.replaceAll(/[A-Z]/g, ' $&').trim().toLowerCase()
  return ABOUT_END.has(said) ? [said as RegistrationStatus] : []
}

/** The day of an event in UTC; null for no date, or one that cannot be. */
function dayOf(event: Readonly<Record<string, unknown>> | undefined, at: string): string | null {
  const date = event?.['eventDate']
  const moment = typeof date === 'string' && date.length <= TEXT ? momentOf(date) : null
  if (moment === null || moment < FIRST || moment > Date.parse(at) + YEARS * YEAR) return null
  return new Date(moment).toISOString().slice(0, 10)
}
