/** What can be done with a tender in which state, and why not. Pure. */
import type { TenderState } from '../../../vocabulary/tender.ts'

export type At = { readonly state: TenderState; readonly issued: number; readonly closesAt: Date }

/** Why the annex can no longer be changed; undefined: it can. */
export function whyFixed({ state, issued, closesAt }: At, now: Date): string | undefined {
  if (state === 'stopped') return 'Deze aanbesteding is gestopt. De bijlage verandert niet meer.'
  if (state === 'opened' || state === 'chosen') return 'De antwoorden zijn geopend. De bijlage verandert niet meer.'
  if (issued > 0 && closesAt <= now) return 'De inschrijving is gesloten. De bijlage verandert niet meer.'
  return undefined
}

/** Why no bids can be opened; undefined: they can. */
export function whyShut({ state, issued, closesAt }: At, now: Date): string | undefined {
  if (state === 'stopped') return 'Deze aanbesteding is gestopt. Er wordt niets meer geopend.'
  if (issued === 0) return 'De bijlage is nog niet uitgegeven. Er zijn geen antwoorden.'
  if (closesAt > now) return 'De inschrijving is nog open. Pas na het sluiten gaat alles tegelijk open.'
  return undefined
}
