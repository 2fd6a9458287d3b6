/** The demo city keeps covenants that were signed: each is told from its first text until what readers ask of it. */
import type { DemoParty, DemoSigned } from '../../test/city/desk/signed.ts'
import { followed } from '../features/covenants/progress/terms-store.ts'
import { sendReceipts } from '../features/covenants/sign/receipts-store.ts'
import {
  answer,
  ask,
  decorate,
  follow,
  hear,
  letGo,
  meet,
  object,
  open,
  plan,
  reply,
  subscribe,
} from './covenant/open.ts'
import { keepReport, noteDown } from './covenant/report.ts'
import { check, handIn, judge, reckon, say, see } from './covenant/seen.ts'
import { advise, begin, change, fix, invite, nameContact, sign, step, warn, WARNED } from './covenant/sign.ts'
import { Story, type Event, type Means, type Person } from './covenant/story.ts'
import { BASELINE } from './covenant/text.ts'
import { inThePast, isTold } from './past-store.ts'
import { idsBy } from './store.ts'

export type DemoCovenant = Means & {
  readonly signed: readonly DemoSigned[]
  readonly people: readonly {
    readonly email: string
    readonly naam: string
    readonly functie: string
    readonly organisatie: string
    readonly rollen: readonly string[]
  }[]
  readonly signal: AbortSignal
}

/** Tells each once, after the people, the organisations and the registers. Throws the signal's reason between two. */
export async function fillSigned({ signed, people, signal, ...means }: DemoCovenant): Promise<void> {
  const { db, municipality } = means
  const organisations = await idsBy(db, municipality.id, 'organisation', 'name')
  const ids = await idsBy(db, municipality.id, 'person', 'email')
  const known = new Map(
    people.map(({ email, naam: name, functie, organisatie, rollen }): [string, Person] => {
      const organisation = rollen.includes('partner') ? (organisations.get(organisatie) ?? null) : null
      return [email, { id: ids.get(email)!, email, name, function: functie, organisation }]
    }),
  )
  for (const each of signed) {
    signal.throwIfAborted()
    if (!(await isTold(db, municipality.id, each.titel))) await tell(new Story(means, each, known, organisations))
  }
}

/** Day by day; what falls on one day goes in the order in which it stands here. */
async function tell(story: Story): Promise<void> {
  const days = Map.groupBy(
    eventsOf(story).toSorted((one, other) => one.day - other.day),
    ({ day }) => day,
  )
  for (const [day, events] of days) {
    const work = async () => {
      for (const event of events) await event.work()
    }
    await inThePast(story.means.db, story.municipality, [{ day: story.on(day), work }])
  }
}

function eventsOf(story: Story): readonly Event[] {
  const { told, parties } = story
  const at = (day: number, work: Event['work']): Event => ({ day, work })
  const first = parties.filter(({ uitgenodigd }) => uitgenodigd === undefined)
  return [
    ...told.afspraken.flatMap((pledge) =>
      parties.flatMap((party) =>
        (party.bevindingen[pledge.voorbeeld] ?? []).map((seen) => at(seen[0], () => see(story, party, pledge, seen))),
      ),
    ),
    at(BASELINE, () => begin(story)),
    at(-15, () => advise(story, 1, told.adviezen)),
    at(-1, () => fix(story, -1)),
    at(-1, () => nameContact(story)),
    ...first.map((party) => at(party.tekent.dag, () => sign(story, party))),
    at(30, () => story.byItself(30, sendReceipts)),
    ...parties.flatMap((party) => comes(story, party, at)),
    ...changes(story, at),
    ...told.bijeenkomsten.flatMap((meeting) => {
      let id = ''
      const planned = at(Math.min(meeting.dag - 28, 400), async () => (id = await plan(story, meeting)))
      const { jaarverslag: report } = meeting
      return [
        planned,
        ...(meeting.verslag === undefined ? [] : [at(meeting.dag, () => meet(story, meeting, id))]),
        ...(report === undefined
          ? []
          : [
              at(report.dag, async () => {
                await reckon(story)
                await keepReport(story, report, id)
              }),
            ]),
      ]
    }),
    ...told.aantekeningen.map((said) => at(said.dag, () => noteDown(story, said))),
    ...told.badges.map((badge) => at(badge.dag, () => decorate(story, badge))),
    ...told.oordelen.flatMap((said) => verdict(story, said, at)),
    ...becomesPublic(story, at),
  ]
}
type At = (day: number, work: Event['work']) => Event

/** What one party does: it comes later, hands in totals, pauses or leaves. */
function comes(story: Story, party: DemoParty, at: At): readonly Event[] {
  const { uitgenodigd, tekent, totalen, stappen } = party
  const later =
    uitgenodigd === undefined
      ? []
      : [at(uitgenodigd, () => invite(story, party)), at(tekent.dag, () => sign(story, party))]
  const totals = Object.entries(totalen).flatMap(([pledge, all]) =>
    all.flatMap((total) => {
      let id = ''
      const given = at(total.dag, async () => (id = await handIn(story, party, pledge, total)))
      return total.nagekeken ? [given, at(total.dag + 6, () => check(story, pledge, id))] : [given]
    }),
  )
  const steps = stappen.flatMap((taken) => [
    ...(taken.stap === 'suspended' ? [at(taken.dag - WARNED, () => warn(story, party, taken))] : []),
    at(taken.dag, () => step(story, party, taken)),
  ])
  return [...later, ...totals, ...steps]
}

/** A second version, signed anew by who takes part then. */
function changes(story: Story, at: At): readonly Event[] {
  const { told, parties } = story
  if (!told.wijziging) return []
  const { dag, adviezen } = told.wijziging
  const there = parties.filter(
    ({ tekent, stappen }) =>
      tekent.dag < dag && !stappen.some((each) => each.stap !== 'extended' && each.dag <= dag + 30),
  )
  return [
    at(dag, () => change(story)),
    at(dag + 10, () => advise(story, 2, adviezen)),
    at(dag + 25, () => fix(story, dag + 25)),
    ...there.map((party, index) => at(dag + 26 + (index % 4), () => sign(story, party))),
    at(dag + 60, () => story.byItself(dag + 60, sendReceipts)),
  ]
}

type Judged = DemoSigned['oordelen'][number]
/** A verdict, and what is said to it until the plan is accepted. */
function verdict(story: Story, said: Judged, at: At): readonly Event[] {
  let id = ''
  const judged = at(said.dag, async () => {
    await reckon(story)
    const [covenant] = await story.byItself(said.dag, (tx) => followed(tx, story.municipality, story.covenant))
    id = await judge(
      story,
      covenant!.pledges.find((pledge) => pledge.id === said.afspraak)!,
      said,
    )
  })
  const { bezwaar, op_bezwaar: onObjection, plan: better, op_plan: onPlan } = said
  return [
    judged,
    ...(bezwaar ? [at(bezwaar.dag, () => say(story, id, 'objection', bezwaar))] : []),
    ...(onObjection ? [at(onObjection.dag, () => say(story, id, onObjection.besluit, onObjection))] : []),
    ...(better ? [at(better.dag, () => say(story, id, 'plan', better))] : []),
    ...(onPlan ? [at(onPlan.dag, () => say(story, id, onPlan.besluit, onPlan))] : []),
  ]
}

/** Parties hear it first, two people let everybody read it, and readers answer. */
function becomesPublic(story: Story, at: At): readonly Event[] {
  const { openbaar, lezers, volgers } = story.told
  const { bezwaar } = openbaar
  return [
    at(openbaar.vrijgegeven, async () => {
      await letGo(story)
      // Its term is still open then: both are told of their days together.
      const moments = [{ day: story.on(openbaar.vrijgegeven + 1), work: () => hear(story) }]
      const objects = bezwaar && { day: story.on(bezwaar.dag), work: () => object(story) }
      await inThePast(story.means.db, story.municipality, objects ? [...moments, objects] : moments)
    }),
    ...(bezwaar ? [at(bezwaar.antwoord_dag, () => answer(story))] : []),
    at(openbaar.dag, async () => {
      await reckon(story)
      await open(story)
      await follow(story)
    }),
    ...volgers.map((each) => at(each.dag, () => subscribe(story, each))),
    ...lezers.flatMap((reader) => {
      let id = ''
      const asked = at(reader.dag, async () => (id = await ask(story, reader)))
      return reader.antwoord ? [asked, at(reader.antwoord.dag, () => reply(story, reader, id))] : [asked]
    }),
    at(LAST, async () => {
      await reckon(story)
      await follow(story)
    }),
  ]
}
/** After all that is told. */
const LAST = 1_000
