/** The verifier says whether a pledge was kept: of all together or of one party, by name, with proof. */
import type { Tx } from '../../../db/as.ts'
import { record } from '../../../db/audit.ts'
import { closeTasks } from '../../../db/tasks.ts'
import type { PledgeTerms } from '../../../model/covenant.ts'
import { PLEDGE_OUTCOMES, type PledgeOutcome } from '../../../vocabulary/covenant.ts'
import { LEAST } from '../../../vocabulary/group.ts'
import { type Problems } from '../../../web/desk/form.tsx'
import { forbidden, go, missing, overtaken, page, type Asked, type Route } from '../../../web/desk/route.ts'
import { readForm } from '../../../web/desk/schema.ts'
import { onPledge, progressPlace } from './frame.tsx'
import { tellMissed } from './tell-parties.ts'
import { figureWords } from './parts.tsx'
import { NOBODY, streetOf } from './rules.ts'
import { beginsOf, dueOf, figuresOf, organisationOf, verdictsOf, verifies } from './store.ts'
import { participations, type Followed, type Participation } from './terms-store.ts'
import { ALL, followsFrom, standing, verdictProblems } from './verdict-rules.ts'
import { askPlan, giveVerdict } from './verdict-store.ts'
import { FIELDS, VerdictPage, type Typed } from './page-verdict.tsx'

const NOT_YOURS =
  'Over deze afspraak oordeelt de toetser die erin staat, of wie de stuurgroep in die plaats aanwees. Dat bent u niet.'

const UNSEEN =
  'Hier is niets gemeten. Wat wij niet weten, telt niet als niet gehaald. Schrijf waarop u dit oordeel baseert.'

const judgedBefore = (outcome: PledgeOutcome): string =>
  `Hierover staat al een oordeel: ${PLEDGE_OUTCOMES[outcome]}. Schrijf waarom u dat herstelt.`

const partOf = (over: string): string | null => (over === ALL || over === '' ? null : organisationOf(over))

/** Whether a verdict can be about it: all together, or one of these. */
const isThere = (over: string, participants: readonly Participation[]): boolean =>
  over === ALL || participants.some(({ party }) => party === over)

const given = async ({ tx, municipality, who }: Asked<Tx>, covenant: Followed, pledge: PledgeTerms, over: string) => {
  const said = await verdictsOf(tx, municipality.id, covenant.id, pledge.id)
  const kept = await figuresOf(tx, municipality.id, covenant.id, pledge.id)
  const now = kept.find(
    ({ whole, to, organisation }) => to === null && (over === ALL ? whole : !whole && organisation === over),
  )
  // Of a street no party is judged: what is counted there is of everybody.
  const all = streetOf(pledge) === undefined ? await participations(tx, municipality.id, covenant.id) : []
  // Who only was invited, or declined, promised nothing. Of the municipality itself the Security Officer speaks.
  const participants = all.filter(
    ({ way, kind }) => way.length > 0 && (kind !== 'municipality' || who.roles.includes('security-officer')),
  )
  const before = standing(said).find((each) => each.whole === (over === ALL) && each.organisation === partOf(over))
  const yours = await verifies(tx, municipality.id, covenant.id, pledge.id)
  return { now, participants, before, yours, who }
}

export const verdictRoutes: readonly Route<Tx>[] = [
  {
    method: 'GET',
    path: '/convenanten/:covenant/voortgang/:pledge/oordeel',
    may: 'pledge.verify',
    answer: onPledge(async (asked, covenant, pledge) => {
      const over = asked.query.get('over') ?? ALL
      const { now, participants, before, yours } = await given(asked, covenant, pledge, over)
      if (!yours) return forbidden(NOT_YOURS)
      if (!isThere(over, participants)) return missing
      const typed = {
        over,
        oordeel: before?.outcome ?? '',
        gehaald: before?.metOn ?? '',
        gezien: asked.today,
        bewijs: before?.proof ?? '',
        reden: '',
      }
      const props = { view: asked.view, covenant, pledge, participants, before, typed }
      return page(<VerdictPage {...props} calculated={figureWords(now)} unseen={(now?.among ?? 0) === 0} />)
    }),
  },
  {
    method: 'POST',
    path: '/convenanten/:covenant/voortgang/:pledge/oordeel',
    may: 'pledge.verify',
    answer: onPledge(async (asked, covenant, pledge) => {
      const { tx, municipality, view, who, sent, today } = asked
      const { typed, held, problems } = readForm(FIELDS, sent)
      const { now, participants, before, yours } = await given(asked, covenant, pledge, typed.over)
      if (!yours) return forbidden(NOT_YOURS)
      const first = 'Er is intussen een oordeel bij gekomen. Lees dat eerst.'
      // Chosen from the list, a party that was judged before: then this corrects, which asks why.
      const chosen = before !== undefined && typed.over !== ALL && sent.mark('vervangt') === ''
      if (!chosen && (before?.id ?? '') !== sent.mark('vervangt')) return overtaken(first)
      // What was typed is judged before the database is asked about it.
      const known = isThere(typed.over, participants)
      const party = known ? partOf(typed.over) : null
      const due = (await dueOf(tx, municipality.id, covenant.id, pledge.id, party)) ?? pledge.due
      const begins = await beginsOf(tx, municipality.id, covenant.id, pledge.id)
      const unseen = (now?.among ?? 0) === 0
      const ungrounded = unseen && typed.oordeel === 'not-met'
      const said = held && { outcome: held.oordeel, metOn: held.gehaald, seenOn: held.gezien }
      const wrong: Problems = {
        ...problems,
        ...(known ? {} : { over: 'Kies over wie het gaat.' }),
        ...(said ? verdictProblems(said, { due, today, begins }) : {}),
        ...(chosen
          ? {
              reden: judgedBefore(before.outcome),
            }
          : before !== undefined && typed.reden === ''
            ? { reden: 'Schrijf waarom u het vorige oordeel herstelt.' }
            : {}),
        ...(before === undefined && ungrounded && typed.reden === '' ? { reden: UNSEEN } : {}),
      }
      if (!held || !said || Object.keys(wrong).length > 0) {
        const props = { view, covenant, pledge, participants, before, typed, problems: wrong }
        return page(<VerdictPage {...props} calculated={figureWords(now)} unseen={unseen} />, 422)
      }
      // A miss of so few is one of each of them.
      const ofFew = streetOf(pledge) === undefined && (now?.parties ?? 0) < LEAST
      const follows = followsFrom(said, { due, today, party: typed.over !== NOBODY && (typed.over !== ALL || ofFew) })
      const verdict = await giveVerdict(tx, municipality.id, who.id, {
        covenant: covenant.id,
        pledge: pledge.id,
        whole: typed.over === ALL,
        organisation: party,
        outcome: held.oordeel,
        ...follows,
        proof: held.bewijs,
        seenOn: held.gezien,
        due,
        calculated: {
          count: now?.count ?? 0,
          among: now?.among ?? 0,
          unknown: now?.unknown ?? 0,
          on: today,
          target: pledge.target,
        },
        reason: before === undefined && !ungrounded ? '' : held.reden,
        replaces: before?.id ?? null,
      })
      if (verdict === undefined) return overtaken(first)
      const judged = `pledge/${covenant.id}/${pledge.id}${typed.over === ALL ? '' : `/${typed.over}`}`
      await closeTasks(tx, municipality.id, judged, ['pledge-verdict'])
      if (before) await closeTasks(tx, municipality.id, `pledge_verdict/${before.id}`, 'all')
      if (held.oordeel === 'not-met')
        await askAndTell(asked, covenant, pledge, { verdict, typed, participants, ...follows })
      await record(tx, municipality.id, {
        act: before === undefined ? 'pledge.judged' : 'pledge.judgement-corrected',
        object: `covenant/${covenant.id}`,
        detail: { pledge: pledge.id, outcome: held.oordeel, over: typed.over },
      })
      return go(progressPlace(covenant, pledge), 'Uw oordeel is ondertekend en staat bij de afspraak.')
    }),
  },
]

/** A miss asks a plan of the party, which hears it first, and a look of who watches over the pledge. */
async function askAndTell(
  asked: Asked<Tx>,
  covenant: Followed,
  pledge: PledgeTerms,
  of: {
    readonly verdict: string
    readonly typed: Typed
    readonly participants: readonly Participation[]
    readonly planDue: string | null
    readonly objectUntil: string | null
  },
): Promise<void> {
  const party = of.participants.find((each) => each.party === of.typed.over)
  const hear =
    of.typed.over !== ALL
      ? of.participants.filter((each) => each === party)
      : of.objectUntil === null
        ? []
        : of.participants.filter(({ party: id, way }) => id !== NOBODY && way.length > 0 && way.at(-1)!.is !== 'left')
  await askPlan(asked.tx, asked.municipality.id, covenant, pledge, {
    id: of.verdict,
    whole: of.typed.over === ALL,
    organisation: party === undefined || party.party === NOBODY ? null : party.party,
    planDue: of.planDue,
    ...(party?.name ? { name: party.name } : {}),
  })
  const { verdict, planDue, objectUntil } = of
  await tellMissed(asked, { covenant, pledge }, { verdict, hear, planOf: party, planDue, objectUntil })
}
