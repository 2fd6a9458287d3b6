/** Incidents: asking help, taking one, calling, answering, writing in the log, ending. */
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { contactOf } from '../../db/contact.ts'
import { closeTasks } from '../../db/tasks.ts'
import { UUID } from '../../lib/uuid.ts'
import { CALL_ANSWERS } from '../../vocabulary/buddy.ts'
import { allows, type Permission } from '../../vocabulary/roles.ts'
import type { Problems } from '../../web/desk/problems.tsx'
import { forbidden, go, missing, page, tooLate, type Asked, type Reply, type Route } from '../../web/desk/route.ts'
import { readForm } from '../../web/desk/schema.ts'
import { ANSWER_ACROSS, ANSWERED, ASK, ASK_ACROSS, asked as asks, CALLED, emptyAsk, ENDED, NOTED } from './fields.ts'
import {
  askHelp,
  callBuddy,
  callsOf,
  endIncident,
  groupOf,
  incidentById,
  leads,
  log,
  logOf,
  namesIn,
  takeIncident,
  tell,
  waitingIncidents,
  wasTold,
  type Incident,
} from './incident-store.ts'
import { answered, BUDDY_ANSWERED, calledUp, CALLED_UP, HELP_ASKED, helpAsked, lineOf, type From } from './letters.ts'
import { fixedBuddies, ownOffers, standingOffers } from './offer-store.ts'
import { AskPage } from './page-ask.tsx'
import { IncidentPage } from './page-incident.tsx'
import { fitting, PLACE } from './parts.tsx'

type A = Asked<Tx>
const ENDED_TEXT = 'Dit incident is afgesloten. Er verandert niets meer aan.'
const LEADER = 'Dit doet wie om hulp vroeg, of wie het incident oppakte.'
const ASKED_TEXT = 'Uw vraag staat. Bel ook zelf: een bericht wordt niet altijd meteen gelezen.'
const at = (id: string) => `${PLACE}/${id}`
const objectOf = ({ id }: Pick<Incident, 'id'>) => `incident/${id}`

const fromOf = async ({ tx, municipality, origin }: A, id: string): Promise<From> => ({
  city: municipality.name,
  contact: await contactOf(tx, municipality.id),
  url: origin + at(UUID.test(id) ? id : ''),
})

/** Said where nobody else hears of a question: what is left is the telephone. */
async function nobodyTold({ tx, municipality }: A): Promise<string> {
  const { phone } = await contactOf(tx, municipality.id)
  return `Uw vraag staat, maar niemand anders kreeg bericht. Bel nu zelf${phone === '' ? '' : `: ${phone}`}.`
}

/** Whom who is here may call in it: nobody is called by its own organisation, and a partner calls its fixed buddies. */
async function callable({ tx, municipality, today, who }: A, { organisation }: Incident) {
  const fixed = new Map(
    who.organisation === null ? [] : (await fixedBuddies(tx)).map((each) => [each.id, each.organisation]),
  )
  const may = who.organisation !== null || allows(who.roles, 'buddy.call')
  const offers = (may ? await standingOffers(tx, municipality.id, today) : []).filter(
    (each) => each.organisation !== organisation && (who.organisation === null || fixed.has(each.id)),
  )
  return { offers, fixed }
}

async function incidentPage(asked: A, incident: Incident, problems?: Problems): Promise<Reply> {
  const { tx, municipality, view, who } = asked
  const { id, needs, organisation } = incident
  const { offers, fixed } = await callable(asked, incident)
  const group = organisation === null ? undefined : await groupOf(tx, municipality.id, organisation)
  return page(
    <IncidentPage
      {...{ view, incident }}
      calls={await callsOf(tx, municipality.id, id)}
      lines={await logOf(tx, municipality.id, id)}
      names={await namesIn(tx, municipality.id, id)}
      leads={await leads(tx, municipality.id, id)}
      offers={fitting(offers, { needs, group, now: new Date() })}
      told={await wasTold(tx, municipality.id, id)}
      contact={await contactOf(tx, municipality.id)}
      fixed={fixed}
      own={who.organisation === null ? [] : await ownOffers(tx, municipality.id, who.organisation)}
      {...(problems && { problems, typed: asked.sent })}
    />,
    problems && 422,
  )
}

/** Does an act with the incident of the address, which who is here reads; `open`: while it runs. */
const withIncident =
  (act: (asked: A, incident: Incident) => Promise<Reply>, when: 'always' | 'open' = 'open') =>
  async (asked: A): Promise<Reply> => {
    const incident = await incidentById(asked.tx, asked.municipality.id, asked.params['incident']!)
    if (!incident) return missing
    return when === 'open' && incident.state === 'ended' ? tooLate(ENDED_TEXT) : act(asked, incident)
  }

async function take(asked: A): Promise<Reply> {
  const { tx, municipality, params, who } = asked
  const id = params['incident']!
  if ((await waitingIncidents(tx)).every((each) => each.id !== id)) {
    const there = await incidentById(tx, municipality.id, id)
    return there === undefined ? missing : there.state === 'ended' ? tooLate(ENDED_TEXT) : go(at(id))
  }
  if (!(await takeIncident(tx, municipality.id, id, who.id))) return tooLate(ENDED_TEXT)
  await closeTasks(tx, municipality.id, `incident/${id}`, ['incident'])
  await record(tx, municipality.id, { act: 'incident.taken', object: `incident/${id}`, detail: {} })
  return go(at(id), 'U pakt dit incident op. Bel wie om hulp vraagt.')
}

async function call(asked: A, incident: Incident): Promise<Reply> {
  const { tx, municipality, sent, who } = asked
  if (!(await leads(tx, municipality.id, incident.id))) return forbidden(LEADER)
  const { held, problems } = readForm(CALLED, sent)
  if (!held) return incidentPage(asked, incident, problems)
  const { offers } = await callable(asked, incident)
  const offer = offers.find(({ id }) => id === held.maatje)
  const called = (await callsOf(tx, municipality.id, incident.id)).map((each) => each.offer)
  // Where nobody is left to choose, there is no field to say it at.
  const field = offers.some(({ id, heard }) => heard && !called.includes(id)) ? 'maatje' : ''
  if (!offer) return incidentPage(asked, incident, { [field]: 'Kies wie u oproept.' })
  const phone = `${offer.contact}, ${offer.phone}`
  if (!offer.heard)
    return incidentPage(asked, incident, { [field]: `Dit maatje krijgt hier geen bericht. Bel zelf: ${phone}.` })
  const calling = { offer: offer.id, person: offer.person, text: held.tekst }
  const made = await callBuddy(tx, municipality.id, incident.id, who.id, calling)
  if (made === undefined) return incidentPage(asked, incident, { [field]: 'Dit maatje is al opgeroepen.' })
  const letter = calledUp(await fromOf(asked, incident.id))
  const told = await tell(tx, incident.id, {
    whom: 'called',
    call: made,
    mark: `called/${made}`,
    task: lineOf(CALLED_UP),
    ...letter,
  })
  await record(tx, municipality.id, { act: 'incident.called', object: objectOf(incident), detail: { told } })
  const says =
    told === 0 ? 'Niemand kreeg bericht van deze oproep. Bel nu zelf' : 'De oproep is verstuurd. Bel ook zelf'
  return go(at(incident.id), `${says}: ${phone}.`)
}

async function answer(asked: A, incident: Incident): Promise<Reply> {
  const { tx, municipality, sent, who } = asked
  const calls = (await callsOf(tx, municipality.id, incident.id)).filter(({ person }) => person === who.id)
  if (calls.length === 0) return forbidden('U bent hier niet opgeroepen.')
  const { held, problems } = readForm(ANSWERED, sent, ANSWER_ACROSS)
  if (!held) return incidentPage(asked, incident, problems)
  const mine = calls.find(({ id }) => id === held.oproep) ?? (calls.length === 1 && held.oproep === '' && calls[0])
  // Who was called once has no field to say it at.
  if (!mine)
    return incidentPage(asked, incident, { [calls.length > 1 ? 'oproep' : '']: 'Kies welke oproep u beantwoordt.' })
  const line = { kind: 'answered' as const, call: mine.id, answer: held.antwoord, text: held.toelichting }
  await log(tx, municipality.id, incident.id, who.id, line)
  const answers = (await logOf(tx, municipality.id, incident.id)).filter(({ kind }) => kind === 'answered')
  if (calls.every(({ id }) => answers.some((each) => each.call === id)))
    await closeTasks(tx, municipality.id, objectOf(incident), ['incident-call'], who.id)
  const letter = answered(await fromOf(asked, incident.id))
  for (const whom of ['takers', 'asker'] as const)
    await tell(tx, incident.id, {
      whom,
      mark: `${whom}/${mine.id.slice(-12)}/${answers.length}`,
      task: lineOf(BUDDY_ANSWERED),
      ...letter,
    })
  const detail = { answer: held.antwoord }
  await record(tx, municipality.id, { act: 'incident.answered', object: objectOf(incident), detail })
  return go(at(incident.id), `Uw antwoord staat in het logboek: ${CALL_ANSWERS[held.antwoord]}.`)
}

async function note(asked: A, incident: Incident): Promise<Reply> {
  const { tx, municipality, sent, who } = asked
  const { held, problems } = readForm(NOTED, sent)
  if (!held) return incidentPage(asked, incident, problems)
  await log(tx, municipality.id, incident.id, who.id, { kind: 'note', text: held.regel })
  await record(tx, municipality.id, { act: 'incident.noted', object: objectOf(incident), detail: {} })
  return go(at(incident.id), 'Het staat in het logboek.')
}

async function end(asked: A, incident: Incident): Promise<Reply> {
  const { tx, municipality, sent, who } = asked
  if (!(await leads(tx, municipality.id, incident.id))) return forbidden(LEADER)
  const { held, problems } = readForm(ENDED, sent)
  if (!held) return incidentPage(asked, incident, problems)
  await endIncident(tx, municipality.id, incident.id, who.id, { done: held.gedaan, lessons: held.lessen })
  await closeTasks(tx, municipality.id, objectOf(incident), 'all')
  await record(tx, municipality.id, { act: 'incident.ended', object: objectOf(incident), detail: {} })
  return go(at(incident.id), 'Het incident is afgesloten.')
}

const ACTS: readonly (readonly [
  name: string,
  may: Permission,
  act: (asked: A, incident: Incident) => Promise<Reply>,
])[] = [
  ['oproepen', 'incident.ask', call],
  ['antwoord', 'buddy.own', answer],
  ['logboek', 'incident.ask', note],
  ['afsluiten', 'incident.ask', end],
]

export const incidentRoutes: readonly Route<Tx>[] = [
  {
    method: 'GET',
    path: '/hulp-in-nood/vragen',
    may: 'incident.ask',
    answer: async ({ tx, municipality, view }) => {
      const contact = await contactOf(tx, municipality.id)
      return page(<AskPage {...{ view, contact }} typed={emptyAsk(new Date())} />)
    },
  },
  {
    method: 'POST',
    path: '/hulp-in-nood/vragen',
    may: 'incident.ask',
    answer: async (asked) => {
      const { tx, municipality, view, sent, who } = asked
      const { typed, held, problems } = readForm(ASK, sent, ASK_ACROSS)
      const contact = await contactOf(tx, municipality.id)
      if (!held) return page(<AskPage {...{ view, typed, contact, problems }} />, 422)
      const by = { person: who.id, organisation: who.organisation }
      const id = await askHelp(tx, municipality.id, by, asks(held))
      const letter = helpAsked(await fromOf(asked, ''))
      const told = await tell(tx, id, { whom: 'takers', mark: 'asked', task: lineOf(HELP_ASKED), ...letter })
      await record(tx, municipality.id, { act: 'incident.asked', object: `incident/${id}`, detail: { told } })
      return go(at(id), told === 0 ? await nobodyTold(asked) : ASKED_TEXT)
    },
  },
  {
    method: 'GET',
    path: '/hulp-in-nood/:incident',
    may: 'incident.ask',
    answer: withIncident((asked, incident) => incidentPage(asked, incident), 'always'),
  },
  { method: 'POST', path: '/hulp-in-nood/:incident/oppakken', may: 'buddy.call', answer: take },
  ...ACTS.map(([name, may, act]) => ({
    method: 'POST' as const,
    path: `/hulp-in-nood/:incident/${name}`,
    may,
    answer: withIncident(act),
  })),
]
