/** What can be done with a tender in which state, and why not. Pure. */
import type { TenderState } from '../../../vocabulary/tender.ts'

/** `readClosesAt`: the closing time in the annex that everybody reads; null: none was issued. */
export type At = {
  readonly state: TenderState
  readonly issued: number
  readonly closesAt: Date
  readonly readClosesAt: Date | null
}

/** By what everybody reads: what was moved at the desk and not issued closes nothing, and opens nothing. */
const hasClosed = ({ closesAt, readClosesAt }: At, now: Date): boolean => (readClosesAt ?? closesAt) <= now

/** Why the annex can no longer be changed; undefined: it can. */
export function whyFixed(at: At, now: Date): string | undefined {
  const { state, issued } = at
  if (state === 'stopped') return 'Deze aanbesteding is gestopt. De bijlage verandert niet meer.'
  if (state === 'opened' || state === 'chosen') return 'De antwoorden zijn geopend. De bijlage verandert niet meer.'
  if (issued > 0 && hasClosed(at, now)) return 'De inschrijving is gesloten. De bijlage verandert niet meer.'
  return undefined
}

/** Why no bids can be opened; undefined: they can. */
export function whyShut(at: At, now: Date): string | undefined {
  const { state, issued } = at
  if (state === 'stopped') return 'Deze aanbesteding is gestopt. Er wordt niets meer geopend.'
  if (issued === 0) return 'De bijlage is nog niet uitgegeven. Er zijn geen antwoorden.'
  if (!hasClosed(at, now)) return 'De inschrijving is nog open. Pas na het sluiten gaat alles tegelijk open.'
  return undefined
}

/** Why this moment of closing cannot be asked; undefined: it can. Nobody is shut out who counted on what was read. */
export const whyTooSoon = ({ readClosesAt }: Pick<At, 'readClosesAt'>, wanted: Date): string | undefined =>
  readClosesAt !== null && wanted < readClosesAt
    ? 'De bijlage is uitgegeven. Sluiten kan later dan daar staat, en niet eerder.'
    : undefined
