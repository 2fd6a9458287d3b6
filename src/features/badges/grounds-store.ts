/** On what a badge can stand today: parties to a covenant in force, and what was seen to meet. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import { normsMet, type SeenNorm, type SeenPoint } from './rules.ts'

export type SignedGround = {
  readonly kind: 'signed'
  readonly participant: string
  readonly organisation: string
  readonly holder: string
  readonly place: string
  readonly email: string
  readonly covenant: { readonly id: string; readonly no: number; readonly title: string; readonly version: number }
  readonly endsOn: string | null
  /** False: it said that it does not want to be named. */
  readonly named: boolean | null
}
export type SeenGround = {
  readonly kind: 'seen'
  readonly organisation: string | null
  readonly premises: string | null
  readonly holder: string
  readonly place: string
  readonly email: string
  readonly norms: readonly SeenNorm[]
}
export type Ground = SignedGround | SeenGround

const parties = (tx: Tx, municipality: string) =>
  tx
    .selectFrom('covenant_participant as p')
    .innerJoin('covenant as c', (join) =>
      join.onRef('c.municipality', '=', 'p.municipality').onRef('c.id', '=', 'p.covenant'),
    )
    .innerJoin('covenant_version as v', (join) =>
      join.onRef('v.municipality', '=', 'c.municipality').onRef('v.covenant', '=', 'c.id').on('v.state', '=', 'final'),
    )
    .innerJoin('organisation as o', (join) =>
      join.onRef('o.municipality', '=', 'p.municipality').onRef('o.id', '=', 'p.organisation'),
    )
    .select(['p.id as participant', 'o.id as organisation', 'o.name as holder', 'p.contact_email as email', 'p.named'])
    .select(['c.id as covenant', 'c.no', 'c.title', 'v.no as version'])
    .select(sql<string>`coalesce(o.street, '')`.as('place'))
    .select(sql<string | null>`coalesce(p.extended_until, c.ends_on)`.as('endsOn'))
    .where('p.municipality', '=', municipality)
    .where('p.kind', '=', 'party')
    .where('p.state', '=', 'joined')
    .where('c.state', '=', 'in-force')
type Party = Awaited<ReturnType<ReturnType<typeof parties>['execute']>>[number]

const signedOf = ({ covenant: id, no, title, version, ...rest }: Party): SignedGround => ({
  kind: 'signed',
  ...rest,
  covenant: { id, no, title, version },
})

/** Parties that carry no badge for it now. */
export async function signedGrounds(tx: Tx, municipality: string, today: string): Promise<SignedGround[]> {
  const rows = await parties(tx, municipality)
    .where(sql<boolean>`not exists (select from badge b where b.municipality = p.municipality and b.participant = p.id
      and b.ended is null and b.valid_until >= ${today}::date)`)
    .orderBy('c.no')
    .orderBy('o.name')
    .limit(500)
    .execute()
  return rows.map(signedOf)
}

/** This party, while it takes part in a covenant in force; undefined otherwise. */
export async function signedGround(tx: Tx, municipality: string, participant: string) {
  const row = await parties(tx, municipality).where('p.id', '=', participant).executeTakeFirst()
  return row && signedOf(row)
}

type Thing = Pick<SeenGround, 'organisation' | 'premises' | 'holder' | 'place' | 'email'> & { readonly id: string }

const points = (tx: Tx, municipality: string, kind: 'organisation' | 'premises', ids: readonly string[]) =>
  tx
    .selectFrom('noted_finding')
    .select(['about', 'norm', 'criterion', 'verdict', 'seen_by as seenBy', 'seen_on as seenOn', 'until'])
    .where('municipality', '=', municipality)
    .where('about_kind', '=', kind)
    .where('about', 'in', [...ids])
    .where('withdrawn_at', 'is', null)
    .where('strength', '=', 'witnessed')
    .orderBy('id', 'desc')
    .execute()

async function seenOf(
  tx: Tx,
  municipality: string,
  kind: 'organisation' | 'premises',
  things: readonly Thing[],
  today: string,
): Promise<SeenGround[]> {
  if (things.length === 0) return []
  const seen = Map.groupBy(
    await points(
      tx,
      municipality,
      kind,
      things.map(({ id }) => id),
    ),
    ({ about }) => about,
  )
  return things.flatMap(({ id, ...thing }) => {
    const norms = normsMet((seen.get(id) ?? []) satisfies readonly SeenPoint[], today)
    return norms.length === 0 ? [] : [{ kind: 'seen' as const, ...thing, norms }]
  })
}

const witnessed = (kind: 'organisation' | 'premises') => sql<boolean>`exists (select from noted_finding f
  where f.municipality = t.municipality and f.about_kind = ${kind} and f.about = t.id and f.withdrawn_at is null
    and f.strength = 'witnessed' and f.verdict = 'met')`
const without = (column: 'organisation' | 'premises', today: string) => sql<boolean>`not exists (select from badge b
  where b.municipality = t.municipality and b.kind = 'seen' and b.${sql.ref(column)} = t.id
    and ${column === 'organisation' ? sql`b.premises is null and` : sql``} b.ended is null
    and b.valid_until >= ${today}::date)`

const organisations = (tx: Tx, municipality: string) =>
  tx
    .selectFrom('organisation as t')
    .select(['t.id', 't.name as holder', sql<string>`coalesce(t.street, '')`.as('place')])
    .where('t.municipality', '=', municipality)
    .where(witnessed('organisation'))
const ofOrganisation = ({ id, holder, place }: { id: string; holder: string; place: string }): Thing => ({
  id,
  holder,
  place,
  organisation: id,
  premises: null,
  email: '',
})

const premises = (tx: Tx, municipality: string) =>
  tx
    .selectFrom('premises as t')
    .innerJoin('street as s', (join) =>
      join.onRef('s.municipality', '=', 't.municipality').onRef('s.id', '=', 't.street'),
    )
    .select(['t.id', 't.name as holder', 't.organisation', 't.email', 't.address', 's.name as street'])
    .where('t.municipality', '=', municipality)
    .where('t.ended_on', 'is', null)
    .where(witnessed('premises'))
type Premises = Awaited<ReturnType<ReturnType<typeof premises>['execute']>>[number]
const ofPremises = ({ id, holder, organisation, email, address, street }: Premises): Thing => ({
  id,
  holder,
  place: address === '' ? street : address,
  organisation,
  premises: id,
  email,
})

/** What was seen to meet and carries no badge for it now. */
export async function seenGrounds(tx: Tx, municipality: string, today: string): Promise<SeenGround[]> {
  const bodies = await organisations(tx, municipality)
    .where(without('organisation', today))
    .orderBy('t.name')
    .limit(500)
    .execute()
  const places = await premises(tx, municipality)
    .where(without('premises', today))
    .orderBy('t.name')
    .limit(500)
    .execute()
  return [
    ...(await seenOf(tx, municipality, 'premises', places.map(ofPremises), today)),
    ...(await seenOf(tx, municipality, 'organisation', bodies.map(ofOrganisation), today)),
  ]
}

/** Why no badge can be given for it yet by who is here, as the database asks it too; null: it can. */
export async function whyNoBadge(
  tx: Tx,
  ground: Ground,
): Promise<'unnamed' | 'not-heard' | 'own-hand' | 'not-released' | null> {
  const [what, who, norms] =
    ground.kind === 'signed'
      ? (['participant', ground.participant, []] as const)
      : ([
          ground.premises === null ? 'organisation' : 'premises',
          ground.premises ?? ground.organisation,
          ground.norms.map(({ id }) => id),
        ] as const)
  const { rows } = await sql<{ why: 'unnamed' | null }>`select wall.badge_waits(${what}, ${who}::uuid,
    ${norms}::text[]) as why`.execute(tx)
  return rows[0]!.why
}

/** What was seen to meet of one of these; undefined when nothing that still counts. */
export async function seenGround(
  tx: Tx,
  municipality: string,
  kind: 'organisation' | 'premises',
  id: string,
  today: string,
): Promise<SeenGround | undefined> {
  const thing =
    kind === 'organisation'
      ? await organisations(tx, municipality)
          .where('t.id', '=', id)
          .executeTakeFirst()
          .then((row) => row && ofOrganisation(row))
      : await premises(tx, municipality)
          .where('t.id', '=', id)
          .executeTakeFirst()
          .then((row) => row && ofPremises(row))
  return thing && (await seenOf(tx, municipality, kind, [thing], today))[0]
}
