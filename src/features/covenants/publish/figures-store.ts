/**
 * Reads what is told of the figures of a covenant: what is kept of them, up to what was published of the measurements,
 * and verdicts once the parties were heard. What would point at one party without a name is not told.
 */
import { sql } from 'kysely'
import type { Tx } from '../../../db/as.ts'
import type { PledgeTerms } from '../../../model/covenant.ts'
import type { FirstStep, PublicVerdict } from '../../../model/public-covenant.ts'
import { courseOn, expected } from '../../../scoring/course.ts'
import type { PledgeOutcome } from '../../../vocabulary/covenant.ts'
import { knownOf, unitNow, unitsFor } from '../progress/measure.ts'
import { hasUnit, mayTellTogether, NOBODY, standingOn, streetOf, type House, type Standing } from '../progress/rules.ts'
import { participations, publishedUntil, type Participation } from '../progress/terms-store.ts'
import { behindOf, doorsOf, quietIn } from './behind-store.ts'
import type { Figure, Figures, Judged, Said } from './figures.ts'
import type { FiguresOf, Shown } from './refresh-store.ts'
import type { Unit } from '../../../scoring/pledge.ts'
import { tellable, type BehindOn } from './rules.ts'

/** Steps that one party is told. */
const STEPS = 3

type Kept = Figure & {
  readonly pledge: string
  readonly organisation: string
  readonly on: string
  readonly seen: string | null
  readonly strength: string | null
}

/** `house`: its norms say the first step of who is behind. */
export const figuresOf =
  (house: House): FiguresOf =>
  async (tx, municipality, shown, today) => {
    const pledges = shown.text.pledges
    if (pledges.length === 0) return new Map()
    const until = await publishedUntil(tx, municipality)
    const parties = await participations(tx, municipality, shown.id)
    const named = await namedAmong(tx, municipality, parties)
    const wholes = Map.groupBy(await keptOf(tx, municipality, shown.id, true), ({ pledge }) => pledge)
    const verdicts = await verdictsOf(tx, municipality, shown.id)
    const quiet = await quietIn(tx, municipality, pledges)
    const said = await saidOf(tx, municipality, shown.id)
    const each = await partiesNow(tx, municipality, shown, { named, until, today }, house)
    const behind = await behindOf(tx, municipality, shown, parties, house)
    return new Map(
      pledges.map((terms): [string, Figures] => {
        const rows = told(wholes.get(terms.id) ?? [], terms, until)
        const street = streetOf(terms)
        const doors = street === undefined ? undefined : (quiet.get(doorsOf(terms, street)) ?? [])
        const counting = doors === undefined ? behind(terms) : []
        const behindOn: BehindOn = (day) => {
          if (doors !== undefined) {
            const there = doors.filter(({ until }) => until === null || until >= day)
            return { unnamed: there.map(({ id }) => id), together: [] }
          }
          const counted = counting.filter(
            ({ way, units }) => isCounted(standingOn(way, day)) && (units === undefined || hasUnit(units, day)),
          )
          const whose = (by: boolean) => counted.flatMap(({ party }) => (named.has(party) === by ? [party] : []))
          return { unnamed: whose(false), together: terms.level === 'named' ? [] : whose(true) }
        }
        const changes = counting.flatMap(({ way }) =>
          way.flatMap(({ from, is }, at) => (isCounted(is) === isCounted(way[at - 1]?.is) ? [] : [from])),
        )
        const values = tellable(rows, behindOn, { changes, today })
        const last = values.at(-1)
        // What is said of a group of few is said of each of them; of the group as it was when it was said.
        const quietOn = (on: string): number => {
          const { unnamed, together } = behindOn(on)
          return unnamed.length + together.length
        }
        const toldOn = (on: string): boolean => mayTellTogether(quietOn(on))
        const [together, verdict] = [toldOn(today), verdicts.get(terms.id) ?? null]
        const still = values.length < rows.length && last?.on !== rows.at(-1)?.on
        const day = terms.method === 'findings' && until !== null && until < today ? until : today
        return [
          terms.id,
          {
            values: values.map(({ told: on, count, among, unknown, seen, strength }) => {
              return { on, count, among, unknown, seen, strength }
            }),
            hidden: still,
            // A figure that stands still says how it was then.
            expected: expected(terms, still && last ? last.told : day) ?? null,
            course: last ? courseOn(terms, last, still ? last.told : day) : null,
            verdict: verdict !== null && toldOn(verdict.on) ? verdict : null,
            // A figure of those who were there at the begin told it already; who came later is not in it.
            quiet: quietOn(today),
            begin: together || values.length > 0,
            judged: terms.level === 'together' && together ? judgedOf(said.get(terms.id) ?? []) : null,
            parties: each.get(terms.id) ?? new Map(),
            said: (said.get(terms.id) ?? []).filter(({ party, on }) =>
              party === null ? toldOn(on) : terms.level === 'named' && named.has(party),
            ),
          },
        ]
      }),
    )
  }

/** Who is suspended counts on; who paused or left does not. */
const isCounted = (is: Standing | undefined): boolean => is === 'joined' || is === 'suspended'

/** Of each party the last that was said, counted by outcome; null where nothing was said. */
function judgedOf(said: readonly Said[]): Judged | null {
  const last = new Map(said.flatMap(({ party, outcome }) => (party === null ? [] : [[party, outcome] as const])))
  const counts: Partial<Record<PledgeOutcome, number>> = {}
  for (const outcome of last.values()) counts[outcome] = (counts[outcome] ?? 0) + 1
  return last.size === 0 ? null : counts
}

/** Measurements are told when they were published; what people showed or handed in is told as it comes. */
const told = <T extends Kept>(rows: readonly T[], { method }: PledgeTerms, until: string | null): readonly T[] =>
  rows.filter(({ on, strength }) => {
    const measured = method === 'findings' && (strength === 'measured' || strength === 'declared')
    return !measured || (until !== null && on <= until)
  })

/** Of all together through time, or of each party. */
async function keptOf(tx: Tx, municipality: string, covenant: string, whole: boolean): Promise<readonly Kept[]> {
  return tx
    .selectFrom('pledge_value')
    .select(['pledge', 'organisation', 'from_day as on', 'count', 'among', 'unknown', 'seen', 'strength'])
    .where('municipality', '=', municipality)
    .where('covenant', '=', covenant)
    .where('whole', '=', whole)
    .where((where) => where.or([where('among', '>', 0), where('unknown', '>', 0)]))
    .orderBy('pledge')
    .orderBy('from_day')
    .execute()
}

/** Organisations that may be named, with the municipality. */
async function namedAmong(
  tx: Tx,
  municipality: string,
  parties: readonly Participation[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`select id from unnest(${parties.map(({ id }) => id)}::uuid[]) id
    where wall.may_be_named(${municipality}, id)`.execute(tx)
  const may = new Set(rows.map(({ id }) => id))
  return new Set([NOBODY, ...parties.filter(({ id }) => may.has(id)).map(({ party }) => party)])
}

type Told = { readonly named: ReadonlySet<string>; readonly until: string | null; readonly today: string }

/** How far each named party is at each pledge that is told per party, with the first steps of who is behind. */
async function partiesNow(
  tx: Tx,
  municipality: string,
  { id, text }: Shown,
  { named, until, today }: Told,
  house: House,
) {
  const open = text.pledges.filter(({ level }) => level === 'named')
  const found = new Map<string, Map<string, Figure & { steps: readonly FirstStep[] }>>()
  if (open.length === 0 || named.size === 1) return found
  const kept = Map.groupBy(await keptOf(tx, municipality, id, false), ({ pledge }) => pledge)
  const organisations = [...named].filter((party) => party !== NOBODY)
  const day = until !== null && until < today ? until : today
  const known = await knownOf(tx, municipality, house, open, organisations, day)
  const unitsOf = new Map<readonly Unit[], ReadonlyMap<string, readonly Unit[]>>()
  for (const terms of open) {
    const own = new Map<string, Figure & { steps: readonly FirstStep[] }>()
    const all = unitsFor(known, terms)
    // Pledges that count the same share them: found by party once.
    const units = unitsOf.get(all) ?? Map.groupBy(all, ({ party }) => party)
    unitsOf.set(all, units)
    for (const { organisation, count, among, unknown } of told(kept.get(terms.id) ?? [], terms, until)) {
      if (!named.has(organisation) || organisation === NOBODY) continue
      const theirs = among > 0 && count >= among ? [] : (units.get(organisation) ?? [])
      const behind = theirs.map((unit) => unitNow(unit, known, terms, day))
      // The last row that may be told is how it stands.
      own.set(organisation, { count, among, unknown, steps: stepsOf(house, behind) })
    }
    found.set(terms.id, own)
  }
  return found
}

/** What is not met at the most units first. */
function stepsOf({ norms }: House, units: readonly ReturnType<typeof unitNow>[]): readonly FirstStep[] {
  const missed = new Map<string, number>()
  for (const { outcome, by } of units)
    if (outcome === 'unmet')
      for (const { criterion, verdict } of by)
        if (verdict === 'unmet' || verdict === 'partly') missed.set(criterion, (missed.get(criterion) ?? 0) + 1)
  return [...missed]
    .toSorted(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
    .flatMap(([id]) => {
      const criterion = norms.flatMap(({ criteria }) => criteria).find((each) => each.id === id)
      return criterion ? [{ criterion: id, norm: criterion.norm, text: criterion.firstStep }] : []
    })
    .slice(0, STEPS)
}

/** What the verifier said last of each pledge as a whole, once whoever could object was answered. */
async function verdictsOf(tx: Tx, municipality: string, covenant: string) {
  const { rows } = await sql<PublicVerdict & { id: string; pledge: string }>`
    select v.id, v.pledge, v.outcome, day_here(v.at)::text as "on",
      coalesce(p.function, '') as by, v.reason as why, v.proof, v.days_late as late,
      coalesce((select max(n."on")::text from pledge_note n where n.municipality = v.municipality
        and n.covenant = v.covenant and n.pledge = v.pledge and n.kind = 'confirmed'), v.seen_on::text) as "confirmedOn"
    from pledge_verdict v left join person p on p.municipality = v.municipality and p.id = v.by
    where v.municipality = ${municipality} and v.covenant = ${covenant} and v.whole
      and wall.verdict_heard(v.municipality, v.id)`.execute(tx)
  return new Map(rows.map(({ pledge, ...verdict }) => [pledge, verdict]))
}

/** What was said last of all together and of each party, once whoever could object was answered, with its plans. */
async function saidOf(tx: Tx, municipality: string, covenant: string): Promise<ReadonlyMap<string, readonly Said[]>> {
  const { rows } = await sql<Said & { pledge: string }>`
    select v.pledge, v.id, v.outcome, day_here(v.at)::text as "on",
      coalesce(p.function, '') as by, v.days_late as late, v.plan_due::text as "planDue",
      case when not v.whole then coalesce(v.organisation, ${NOBODY}) end as party,
      coalesce((select json_agg(json_build_object('no', w.no,
          'on', day_here(w.at)::text,
          'plan', case w.kind when 'plan' then 'handed-in' else 'accepted' end) order by w.no)
        from pledge_word w where w.municipality = v.municipality and w.verdict = v.id
          and w.kind in ('plan', 'plan-accepted')), '[]') as plans
    from pledge_verdict v left join person p on p.municipality = v.municipality and p.id = v.by
    where v.municipality = ${municipality} and v.covenant = ${covenant} and wall.verdict_heard(v.municipality, v.id)
    order by v.at`.execute(tx)
  return Map.groupBy(rows, ({ pledge }) => pledge)
}
