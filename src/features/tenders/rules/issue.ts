/** What is missing before an annex can be issued. Pure. */
import type { Annex } from '../../../model/tender.ts'
import type { Stance } from '../../../vocabulary/tender.ts'

export type Said = {
  readonly id: string
  readonly kind: 'opinion' | 'deviation'
  readonly about: string | null
  readonly role: string
  readonly stance: Stance | null
}

/** Opinions against it, the last of each role, to which nobody said yet why one departs. */
export function unanswered(all: readonly Said[]): readonly Said[] {
  const opinions = all.filter(({ kind }) => kind === 'opinion')
  const last = opinions.filter((each) => opinions.findLast(({ role }) => role === each.role) === each)
  return last.filter(({ id, stance }) => stance === 'against' && !all.some(({ about }) => about === id))
}

/** Each thing that is missing, as a sentence. */
export function missingFor(
  annex: Annex,
  last: string | undefined,
  hash: string,
  said: readonly Said[],
  now: Date,
): string[] {
  return [
    annex.requirements.length === 0 ? 'Neem eerst minstens één eis op.' : '',
    annex.place === '' ? 'Vul eerst in waar inschrijvers hun antwoorden indienen.' : '',
    new Date(annex.closesAt) <= now ? 'Kies eerst een moment van sluiten dat nog komt.' : '',
    last === hash ? 'De bijlage is niet veranderd sinds de laatste versie.' : '',
    ...unanswered(said).map(() => 'Een advies luidt “niet doen”. Leg eerst vast waarom de gemeente daarvan afwijkt.'),
  ].filter((each) => each !== '')
}
