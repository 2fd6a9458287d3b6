/** What is done with one meeting: changed, announced, called off, and what was decided there kept. */
import { contactOf } from '../../../db/contact.ts'
import type { Tx } from '../../../db/as.ts'
import { lastAct, record } from '../../../db/audit.ts'
import { queueMessage } from '../../../db/messages.ts'
import { fingerprint } from '../../../lib/fingerprint.ts'
import type { Letter } from '../../../model/letter.ts'
import { allows } from '../../../vocabulary/roles.ts'
import { basisOf, changesBetween, Clash, inWords, merged } from '../../../web/desk/edit.tsx'
import {
  go,
  missing,
  notYet,
  overtaken,
  page,
  tooLate,
  type Asked,
  type Reply,
  type Route,
} from '../../../web/desk/route.ts'
import { filled, readForm, text } from '../../../web/desk/schema.ts'
import { covenantById, type Covenant } from '../store.ts'
import { CHANGE, DECISION, LABELS, valuesOf } from './form.ts'
import { cancelled, invited } from './letters.ts'
import { MeetingPage, type Shown } from './page-meeting.tsx'
import { placeOf } from './page-meetings.tsx'
import { reportsOf } from './report-store.ts'
import {
  addDecision,
  changeMeeting,
  contactsOf,
  decisionsOf,
  markMeeting,
  meetingById,
  pledgesOf,
  type Meeting,
} from './store.ts'

type At = { readonly covenant: Covenant; readonly meeting: Meeting; readonly place: string }

const here =
  (why: 'to-read' | 'to-change', then: (asked: Asked<Tx>, at: At) => Promise<Reply>): Route<Tx>['answer'] =>
  async (asked) => {
    const { tx, municipality, params } = asked
    const covenant = await covenantById(tx, municipality.id, params['covenant']!)
    const asks = { covenant: params['covenant']!, meeting: params['meeting']! }
    const meeting = covenant && (await meetingById(tx, municipality.id, asks, why))
    return covenant && meeting
      ? then(asked, { covenant, meeting, place: `${placeOf(covenant)}/bijeenkomsten/${meeting.id}` })
      : missing
  }

async function shown({ tx, municipality, view, today, who }: Asked<Tx>, { covenant, meeting }: At): Promise<Shown> {
  return {
    view,
    covenant,
    meeting,
    decisions: await decisionsOf(tx, municipality.id, covenant.id, meeting.id),
    reports: await reportsOf(tx, municipality.id, covenant.id, meeting.id),
    contacts: await contactsOf(tx, municipality.id, covenant.id),
    pledges: await pledgesOf(tx, municipality.id, covenant.id),
    today,
    may: { write: allows(who.roles, 'covenant.write'), steer: allows(who.roles, 'covenant.steer') },
  }
}
const asItIs = ({ meeting }: At) => ({ values: valuesOf(meeting), basis: basisOf(valuesOf(meeting)) })

/** Tells everybody who takes part; gives how many. `key`: the same letter is sent once. */
async function tell(
  { tx, municipality, who }: Asked<Tx>,
  { covenant }: At,
  key: string,
  write: (name: string) => Letter,
) {
  const whom = (await contactsOf(tx, municipality.id, covenant.id)).filter(
    ({ email, kind }) => email !== '' && kind !== 'municipality',
  )
  for (const { id, name, email } of whom)
    await queueMessage(tx, municipality.id, {
      recipient: email,
      kind: 'covenant',
      key: `${key}/${id}`,
      object: `covenant/${covenant.id}`,
      by: who.id,
      ...write(name),
    })
  return whom.length
}
const aboutOf = async ({ tx, municipality, who }: Asked<Tx>, { covenant }: At) => ({
  title: covenant.title,
  city: municipality.name,
  sender: who,
  contact: await contactOf(tx, municipality.id),
})
const objectOf = ({ covenant }: At): string => `covenant/${covenant.id}`

const NOT_THERE = 'Kies alleen wie bij dit convenant hoort. Eén keuze is hier niet bekend.'
const WHY = { waarom: text(1_000, filled('Schrijf op waarom de bijeenkomst niet doorgaat.')) }

export const meetingRoutes: readonly Route<Tx>[] = [
  {
    method: 'GET',
    path: '/convenanten/:covenant/bijeenkomsten/:meeting',
    may: 'covenant.read',
    answer: here('to-read', async (asked, at) => page(<MeetingPage {...await shown(asked, at)} {...asItIs(at)} />)),
  },
  {
    method: 'POST',
    path: '/convenanten/:covenant/bijeenkomsten/:meeting',
    may: 'covenant.write',
    answer: here('to-change', async (asked, at) => {
      const { tx, municipality, sent, today } = asked
      if (at.meeting.cancelledFor !== '') return tooLate('Deze bijeenkomst ging niet door. Plan een nieuwe.')
      const { typed, held, problems } = readForm(CHANGE, sent)
      const before = valuesOf(at.meeting)
      // A meeting to come has no notes yet: its form does not ask them.
      const now =
        at.meeting.heldOn > today
          ? { ...typed, verslag: before.verslag, aanwezig: before.aanwezig, openbaar: before.openbaar }
          : typed
      const basis = basisOf(before)
      const known = await contactsOf(tx, municipality.id, at.covenant.id)
      if (sent.mark('basis') !== basis) {
        const { values, taken } = merged(sent.mark('basis'), before, now)
        const last = await lastAct(tx, municipality.id, objectOf(at))
        const aanwezig = Object.fromEntries(known.map(({ id, name }) => [id, name]))
        const changes = changesBetween(before, values, inWords({ aanwezig }))
        const clash = <Clash changes={changes} labels={LABELS} last={last} taken={taken} />
        return page(<MeetingPage {...await shown(asked, at)} {...{ values, basis, clash }} />, 409)
      }
      const contacts = new Set(known.map(({ id }) => id))
      const strangers = now.aanwezig.some((each) => !contacts.has(each) && !before.aanwezig.includes(each))
      const wrong = { ...problems, ...(strangers ? { aanwezig: NOT_THERE } : {}) }
      if (!held || strangers)
        return page(<MeetingPage {...await shown(asked, at)} values={now} basis={basis} problems={wrong} />, 422)
      const { datum: heldOn, plaats: place, agenda, verslag: notes, aanwezig: present, openbaar } = now
      await changeMeeting(tx, municipality.id, at.meeting.id, {
        heldOn,
        place,
        agenda,
        notes,
        present,
        public: openbaar.includes('ja'),
      })
      await record(tx, municipality.id, {
        act: 'covenant.meeting-changed',
        object: objectOf(at),
        detail: { on: heldOn, fields: changesBetween(before, now).map(({ name }) => name) },
      })
      return go(at.place, 'De bijeenkomst is opgeslagen.')
    }),
  },
  {
    method: 'POST',
    path: '/convenanten/:covenant/bijeenkomsten/:meeting/uitnodigen',
    may: 'covenant.write',
    answer: here('to-change', async (asked, at) => {
      const { tx, municipality, today } = asked
      const { meeting } = at
      if (meeting.cancelledFor !== '' || meeting.heldOn < today)
        return tooLate('Voor deze bijeenkomst kan niemand meer worden uitgenodigd.')
      const about = await aboutOf(asked, at)
      const again = meeting.invitedAt !== null
      // The same meeting as it was announced before is announced once.
      const as = fingerprint([meeting.heldOn, meeting.place, meeting.agenda].join('\n'))
      const count = await tell(asked, at, `meeting/${meeting.id}/${as}`, (name) =>
        invited({ ...about, name }, meeting, again),
      )
      if (count === 0) return notYet('Van geen partij is een e-mailadres bekend.')
      await markMeeting(tx, municipality.id, meeting.id, 'invited')
      await record(tx, municipality.id, { act: 'covenant.meeting-announced', object: objectOf(at), detail: { count } })
      return go(at.place, 'De uitnodiging is onderweg.')
    }),
  },
  {
    method: 'POST',
    path: '/convenanten/:covenant/bijeenkomsten/:meeting/afzeggen',
    may: 'covenant.write',
    answer: here('to-change', async (asked, at) => {
      const { tx, municipality, sent, today } = asked
      const { meeting } = at
      if (meeting.cancelledFor !== '') return overtaken('Deze bijeenkomst is al afgezegd.')
      if (meeting.heldOn <= today) return tooLate('Deze bijeenkomst is al geweest.')
      const { typed, held, problems } = readForm(WHY, sent)
      if (!held)
        return page(
          <MeetingPage {...await shown(asked, at)} {...asItIs(at)} why={{ typed: typed.waarom, problems }} />,
          422,
        )
      await markMeeting(tx, municipality.id, meeting.id, { cancelledFor: held.waarom })
      const about = await aboutOf(asked, at)
      if (meeting.invitedAt !== null)
        await tell(asked, at, `meeting/${meeting.id}/cancelled`, (name) =>
          cancelled({ ...about, name }, meeting, held.waarom),
        )
      await record(tx, municipality.id, { act: 'covenant.meeting-cancelled', object: objectOf(at) })
      return go(at.place, 'De bijeenkomst is afgezegd.')
    }),
  },
  {
    method: 'POST',
    path: '/convenanten/:covenant/bijeenkomsten/:meeting/besluit',
    may: 'covenant.steer',
    answer: here('to-change', async (asked, at) => {
      const { tx, municipality, sent, who, today } = asked
      const { meeting, covenant } = at
      if (meeting.cancelledFor !== '') return tooLate('Deze bijeenkomst ging niet door: er is niets besloten.')
      if (meeting.heldOn > today) return notYet('Deze bijeenkomst is nog niet geweest.')
      const { typed, held, problems } = readForm(DECISION, sent)
      const all = await shown(asked, at)
      const about = aboutWhat(typed.over, all)
      if (!held || about === undefined) {
        const wrong = { ...problems, ...(about === undefined ? { over: 'Kies waarover het gaat.' } : {}) }
        return page(<MeetingPage {...all} {...asItIs(at)} decision={{ typed, problems: wrong }} />, 422)
      }
      // Who agreed is read in the middle of a sentence.
      const agreed = held.akkoord.replace(/\.$/, '')
      const decided = { covenant: covenant.id, meeting: meeting.id, text: held.tekst, agreed, by: who.id }
      await addDecision(tx, municipality.id, { ...decided, ...about })
      await record(tx, municipality.id, { act: 'covenant.decided', object: objectOf(at) })
      return go(`${at.place}#besluiten`, 'Het besluit is vastgelegd.')
    }),
  },
]

/** What a decision is about, as it was chosen; undefined: that is not there. */
function aboutWhat(over: string, { pledges, contacts }: Pick<Shown, 'pledges' | 'contacts'>) {
  if (over === '') return { pledge: null, participant: null }
  const [kind, id] = [over.slice(0, over.indexOf(':')), over.slice(over.indexOf(':') + 1)]
  if (kind === 'afspraak' && pledges.some((each) => each.id === id)) return { pledge: id, participant: null }
  if (kind === 'deelnemer' && contacts.some((each) => each.id === id)) return { pledge: null, participant: id }
  return undefined
}
