/** Help in need in the demo city: seven offers, and an incident that is over, one that runs and one that waits. */
import { asClock, asPerson, type Tx } from '../db/as.ts'
import { record } from '../db/audit.ts'
import type { Db } from '../db/connect.ts'
import {
  askHelp,
  callBuddy,
  endIncident,
  log,
  takeIncident,
  callsOf,
  tell,
} from '../features/buddies/incident-store.ts'
import { HELP_ASKED, helpAsked, lineOf } from '../features/buddies/letters.ts'
import { addOffer, signAgreement } from '../features/buddies/offer-store.ts'
import { countBuddies } from '../features/buddies/timers-store.ts'
import { daysAfter } from '../lib/iso-date.ts'
import { AGREED_DAYS, AGREEMENT, agreementText } from '../vocabulary/buddy.ts'
import { todayIn } from '../web/language.ts'
import { hasBuddies, incidentWas, keepHalves, offerWas } from './buddies-store.ts'
import { INCIDENTS, OFFERS, type DemoIncident } from './buddy-stories.ts'
import { REACHED_AT } from './desk.ts'
import { staffOf } from './store.ts'

type Demo = {
  readonly db: Db
  readonly municipality: { readonly id: string; readonly name: string }
  /** Where Leidraad stands, for links in mail. */
  readonly origin: string
}

/** Tells it once, after the people of the desk. */
export async function fillBuddies({ db, municipality, origin }: Demo): Promise<void> {
  const { id: m } = municipality
  if (await hasBuddies(db, m)) return
  const [people, today] = [await staffOf(db, m), todayIn()]
  const as = <T>(email: string, work: (tx: Tx, who: { id: string; organisation: string | null }) => Promise<T>) => {
    const who = people.get(email)!
    return asPerson(db, { municipality: m, person: who.id, organisation: who.organisation }, 'write', (tx) =>
      work(tx, who),
    )
  }
  const offers = new Map<string, { readonly offer: string; readonly person: string }>()
  for (const { by, days, hoursNote = '', areas = [], clusters = [], ...offered } of OFFERS) {
    if (!people.has(by)) continue
    const offer = await as(by, async (tx, { id: person, organisation }) => {
      const whose = { person, organisation: organisation! }
      const id = await addOffer(tx, m, whose, { ...offered, hoursNote, areas, clusters })
      await record(tx, m, { act: 'buddy.offered', object: `buddy/${id}`, detail: {} })
      if (days === undefined) return id
      const { version } = AGREEMENT
      const signed = { version, text: agreementText(), name: people.get(by)!.name, function: people.get(by)!.function }
      await signAgreement(tx, m, id, person, { ...signed, until: daysAfter(today, AGREED_DAYS) })
      await record(tx, m, { act: 'buddy.agreed', object: `buddy/${id}`, detail: { version } })
      return id
    })
    if (days !== undefined) await offerWas(db, m, offer, days)
    offers.set(by, { offer, person: people.get(by)!.id })
  }
  for (const story of INCIDENTS) if (people.has(story.by)) await happens(story)
  await keepHalves(db, m, today)
  await asClock(db, m, (tx) => countBuddies(tx, { municipality, today }))

  async function happens({ by, hoursAgo, happens: lines, ...asked }: DemoIncident) {
    const at = new Date(Date.now() - hoursAgo * 3_600_000)
    const id = await as(by, async (tx, { id: person, organisation }) => {
      const made = await askHelp(tx, m, { person, organisation }, { ...asked, since: at })
      await record(tx, m, { act: 'incident.asked', object: `incident/${made}`, detail: {} })
      const from = { city: municipality.name, contact: REACHED_AT, url: `${origin}/balie/hulp-in-nood` }
      if (lines.length === 0)
        await tell(tx, made, { whom: 'takers', mark: 'asked', task: lineOf(HELP_ASKED), ...helpAsked(from) })
      return made
    })
    for (const { by: name, what } of lines) await as(name, (tx, who) => one(tx, id, who.id, what))
    await incidentWas(db, m, id, at, [0, ...lines.map(({ after }) => after)])
  }
  async function one(tx: Tx, incident: string, who: string, what: DemoIncident['happens'][number]['what']) {
    if ('taken' in what) await takeIncident(tx, m, incident, who)
    else if ('called' in what) await callBuddy(tx, m, incident, who, { ...offers.get(what.called)!, text: what.text })
    else if ('note' in what) await log(tx, m, incident, who, { kind: 'note', text: what.note })
    else if ('done' in what) await endIncident(tx, m, incident, who, what)
    else {
      const mine = (await callsOf(tx, m, incident)).find(({ person }) => person === who)!
      await log(tx, m, incident, who, { kind: 'answered', call: mine.id, answer: what.answer, text: what.text })
    }
  }
}
