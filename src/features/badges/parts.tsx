/** What the pages of badges say of a norm: what of it was looked at, and how much was not. */
import type { ToldNorm } from '../../model/badge.ts'
import { counted } from '../../web/language.ts'

/** In Dutch sentences; empty for a badge that was given before it was kept. */
export const seenIn = ({ seen = [], notSeen = 0 }: ToldNorm): string =>
  [
    seen.length > 0 ? `Gezien: ${seen.map(({ nl }) => nl.replace(/\.$/, '')).join('; ')}.` : '',
    notSeen > 0 ? `Niet bekeken: ${counted('nl', notSeen, 'ander punt', 'andere punten')} van deze norm.` : '',
  ]
    .filter(Boolean)
    .join(' ')
