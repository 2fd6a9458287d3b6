/** The form with which a badge is given: its fields, what they begin with, and what is not right about them. */
import { z } from 'zod'
import { isDate } from '../../lib/iso-date.ts'
import { isEmail } from '../../lib/mail-address.ts'
import type { ToldBadge, ToldNorm } from '../../model/badge.ts'
import type { Norm } from '../../model/norm.ts'
import { day } from '../../web/language.ts'
import {
  emptyOr,
  filled,
  readForm,
  several,
  text,
  thatIs,
  word,
  type Across,
  type Typed,
} from '../../web/desk/schema.ts'
import type { Sent } from '../../web/desk/route.ts'
import type { Ground, SeenGround, SignedGround } from './grounds-store.ts'
import { lastOfSeen, lastOfSigned, type SeenNorm } from './rules.ts'
import type { NewBadge } from './store.ts'

const aDay = thatIs(isDate, 'Vul een datum in, zoals 28 november 2027.')

const FIELDS = {
  normen: several(z.array(z.string())),
  gezien_door: text(200),
  beloofd: text(1_000, filled('Schrijf op wat is beloofd of gezien.')),
  tot: word(aDay),
  toestemming_door: text(200, filled('Zonder toestemming van de houder is er geen badge. Vul in wie die gaf.')),
  toestemming_op: word(aDay),
  email: text(320, emptyOr(isEmail, 'Vul een e-mailadres in, zoals info@voorbeeld.nl, of laat dit leeg.')),
}
export type Given = Typed<typeof FIELDS>

const chosen = (ground: Ground, ids: readonly string[]): SeenNorm[] =>
  ground.kind === 'seen' ? ground.norms.filter(({ id }) => ids.includes(id)) : []

/** The last day that it may name, with these norms. */
export function lastDay(ground: Ground, ids: readonly string[], today: string): string {
  if (ground.kind === 'signed') return lastOfSigned(today, ground.endsOn)
  const norms = chosen(ground, ids)
  return lastOfSeen(norms.length === 0 ? ground.norms : norms).until
}

/** What norms and their criteria are called. */
export type Names = { readonly norms: ReadonlyMap<string, Norm> }
/** Of a norm what was looked at and met, and how many of its other points were not looked at. */
export function toldNorm({ norms }: Names, { id, criteria }: Pick<SeenNorm, 'id' | 'criteria'>): ToldNorm {
  const norm = norms.get(id)
  const seen = (norm?.criteria ?? []).filter((each) => criteria.includes(each.id))
  return {
    id,
    title: norm?.label ?? '',
    seen: seen.map(({ title }) => title),
    notSeen: (norm?.criteria.length ?? 0) - seen.length,
  }
}
/** In words, of the findings and of nothing else. */
function seenWords(ground: SeenGround, names: Names): string {
  const all = ground.norms.flatMap((norm) => toldNorm(names, norm).seen ?? [])
  return `Bij een bezoek is gezien en in orde: ${all.map(({ nl }) => nl.replace(/\.$/, '')).join('; ')}.`.slice(
    0,
    1_000,
  )
}

/** What the form begins with. */
export function begun(ground: Ground, today: string, names: Names): Given {
  const normen = ground.kind === 'seen' ? ground.norms.map(({ id }) => id) : []
  const seenBy = ground.kind === 'seen' ? [...new Set(ground.norms.map((norm) => norm.seenBy))] : []
  return {
    normen,
    gezien_door: seenBy.length === 1 ? seenBy[0]! : '',
    beloofd:
      ground.kind === 'signed'
        ? `${ground.holder} tekende het convenant en houdt zich aan de afspraken daarin.`
        : seenWords(ground, names),
    tot: lastDay(ground, normen, today),
    toestemming_door: '',
    toestemming_op: today,
    email: ground.email,
  }
}

const covenantOf = ({ covenant: { no, title, version } }: SignedGround) => ({ no, title, version })

/** What was sent, with the badge that it makes or what is not right. `givenBy`: a function. */
export function readGiven(
  sent: Sent,
  ground: Ground,
  { today, givenBy, names }: { today: string; givenBy: string; names: Names },
) {
  const seen = ground.kind === 'seen'
  const last = (typed: Given) => lastDay(ground, typed.normen, today)
  const across: readonly Across<typeof FIELDS>[] = [
    {
      field: 'normen',
      holds: ({ normen }) => !seen || (normen.length > 0 && chosen(ground, normen).length === normen.length),
      says: 'Kies een norm of meer. Alleen wat vandaag nog telt, staat hier.',
    },
    {
      field: 'gezien_door',
      holds: (typed) => !seen || typed.gezien_door !== '',
      says: 'Vul de functie in van wie keek.',
    },
    { field: 'tot', holds: ({ tot }) => tot >= today, says: 'Kies een dag die nog komt.' },
    { field: 'tot', holds: (typed) => typed.tot <= last(typed), says: (typed) => `Hooguit ${day('nl', last(typed))}.` },
    { field: 'toestemming_op', holds: (typed) => typed.toestemming_op <= today, says: 'Die dag moet nog komen.' },
  ]
  const { typed, held, problems } = readForm(FIELDS, sent, across)
  if (!held) return { typed, problems, badge: undefined }
  const norms = chosen(ground, held.normen)
  const told: ToldBadge = {
    covenant: ground.kind === 'signed' ? covenantOf(ground) : null,
    promised: held.beloofd,
    norms: norms.map((norm) => toldNorm(names, norm)),
    seenBy: seen ? held.gezien_door : '',
    seenOn: seen ? lastOfSeen(norms).seenOn : null,
    givenBy,
  }
  const { holder, place, organisation } = ground
  const badge: NewBadge = {
    kind: ground.kind,
    holder,
    place,
    organisation,
    participant: ground.kind === 'signed' ? ground.participant : null,
    premises: ground.kind === 'seen' ? ground.premises : null,
    covenant: ground.kind === 'signed' ? ground.covenant.id : null,
    covenantVersion: ground.kind === 'signed' ? ground.covenant.version : null,
    told,
    validUntil: held.tot,
    consentBy: held.toestemming_door,
    consentOn: held.toestemming_op,
    email: held.email,
  }
  return { typed, problems, badge }
}
