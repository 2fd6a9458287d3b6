/** What is missing before an annex can be issued. Pure. */
import type { Annex } from '../../../model/tender.ts'
import type { Caution, Stance } from '../../../vocabulary/tender.ts'

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

/** Days that a bidder needs at the least; what the law asks of a large tender is longer. */
export const FEWEST_DAYS = 14
const DAY = 86_400_000

/** What is warned against: it can be issued, by who says why. */
export function cautionsFor(
  { closesAt }: Pick<Annex, 'closesAt'>,
  said: readonly Said[],
  forLawyer: readonly string[],
  now: Date,
): Caution[] {
  const heard = (role: string) => said.some((each) => each.kind === 'opinion' && each.role === role)
  return [
    ...(heard('fg') ? [] : (['no-fg'] as const)),
    ...(heard('security-officer') ? [] : (['no-security-officer'] as const)),
    ...(forLawyer.length > 0 ? (['lawyer'] as const) : []),
    ...(Date.parse(closesAt) - now.getTime() < FEWEST_DAYS * DAY ? (['soon'] as const) : []),
  ]
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
