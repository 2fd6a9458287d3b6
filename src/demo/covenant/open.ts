/** A covenant of the demo among people: meetings, what everybody reads of it, its readers, and who carries a badge. */
import type { DemoSigned } from '../../../test/city/desk/signed.ts'
import { record } from '../../db/audit.ts'
import { signedGround } from '../../features/badges/grounds-store.ts'
import { lastOfSigned } from '../../features/badges/rules.ts'
import { giveBadge } from '../../features/badges/store.ts'
import { addDecision, changeMeeting, markMeeting, planMeeting } from '../../features/covenants/meet/store.ts'
import { addRemark, askToFollow, confirmFollow, objectTo } from '../../features/covenants/publish/door-store.ts'
import { figuresOf } from '../../features/covenants/publish/figures-store.ts'
import { askToConfirm, remarkReceived } from '../../features/covenants/publish/letters.ts'
import { refresh } from '../../features/covenants/publish/refresh-store.ts'
import { factsOf, publish, release, type Doing } from '../../features/covenants/publish/release-store.ts'
import { answerRemark } from '../../features/covenants/publish/remark-store.ts'
import { idOf, secretOf } from '../../features/covenants/publish/secrets.ts'
import { answerObjection, tellParties, toldOf } from '../../features/covenants/publish/told-store.ts'
import { covenantById } from '../../features/covenants/store.ts'
import { hashOfToken } from '../../lib/token.ts'
import { addWorkingDays } from '../../lib/working-days.ts'
import type { Tx } from '../../db/as.ts'
import type { Person, Story } from './story.ts'

type Meeting = DemoSigned['bijeenkomsten'][number]

/** Plans a meeting and tells everybody of it; gives its id. */
export async function plan(story: Story, { dag, soort: kind, plaats: place, agenda }: Meeting): Promise<string> {
  const { municipality, covenant } = story
  const by = story.person(story.told.door)
  return story.as(by, async (tx) => {
    const heldOn = story.on(dag)
    const id = await planMeeting(tx, municipality, { covenant, kind, heldOn, place, agenda, by: by.id })
    await markMeeting(tx, municipality, id, 'invited')
    await record(tx, municipality, { act: 'covenant.meeting-planned', object: story.object, detail: { on: heldOn } })
    return id
  })
}

/** Writes down what was said, and what was decided. */
export async function meet(story: Story, meeting: Meeting, id: string): Promise<void> {
  const { municipality, covenant } = story
  const by = story.person(story.told.door)
  const present = meeting.aanwezig.map((name) => story.participant(name))
  const { plaats: place, agenda, verslag: notes = '' } = meeting
  await story.as(by, (tx) =>
    changeMeeting(tx, municipality, id, {
      heldOn: story.on(meeting.dag),
      place,
      agenda,
      notes,
      present,
      public: true,
    }),
  )
  const steers = story.person(story.told.bestuurder)
  for (const { tekst: text, akkoord: agreed, afspraak, partij } of meeting.besluiten)
    await story.as(steers, async (tx) => {
      const participant = partij === undefined ? null : story.participant(partij)
      const about = { covenant, meeting: id, pledge: afspraak ?? null, participant }
      await addDecision(tx, municipality, { ...about, text, agreed, by: steers.id })
      await record(tx, municipality, { act: 'covenant.decided', object: story.object })
    })
}

async function doing(tx: Tx, story: Story, who: Person): Promise<Doing> {
  const covenant = (await covenantById(tx, story.municipality, story.covenant, 'to-change'))!
  return { tx, municipality: story.municipality, who, covenant }
}

/** Somebody releases what was fixed. */
export const letGo = (story: Story): Promise<void> => {
  const who = story.person(story.told.openbaar.vrijgegeven_door)
  return story.as(who, async (tx) =>
    release(await doing(tx, story, who), await factsOf(tx, story.municipality, story.covenant), true),
  )
}
/** Each party that may be named hears what will stand there. */
export const hear = (story: Story): Promise<number> =>
  story.byItself(0, (tx, round) => tellParties(tx, { ...round, today: story.today }, story.means.key))

/** A party has something against it. */
export async function object(story: Story): Promise<void> {
  const { municipality, means, told } = story
  const { partij, tekst } = told.openbaar.bezwaar!
  const one = await toldTo(story, partij)
  const secret = hashOfToken(secretOf(means.key, 'told', one))
  const task = `Beantwoord het bezwaar van ${partij} tegen openbaar maken`
  const done = await objectTo(means.db, municipality, secret, tekst, task)
  if (done !== 'done') throw new Error(`het bezwaar van ${partij} kwam niet aan (${done})`)
}
/** It is answered. */
export async function answer(story: Story): Promise<void> {
  const { municipality, told } = story
  const { partij, antwoord: text } = told.openbaar.bezwaar!
  const by = story.person(told.door)
  const one = await toldTo(story, partij)
  await story.as(by, async (tx) => {
    await answerObjection(tx, municipality, one, { text, goesOn: true, by: by.id })
    await record(tx, municipality, {
      act: 'covenant.objection-answered',
      object: story.object,
      detail: { named: true },
    })
  })
}
async function toldTo(story: Story, party: string): Promise<string> {
  const { municipality, covenant } = story
  const all = await story.as(story.person(story.told.door), (tx) => toldOf(tx, municipality, covenant))
  const found = all.find(({ name, endedAt }) => name === party && endedAt === null)
  if (!found) throw new Error(`${party} hoorde niets`)
  return found.id
}

/** Somebody else lets everybody read it. */
export const open = (story: Story): Promise<void> => {
  const who = story.person(story.told.openbaar.door)
  return story.as(who, async (tx) =>
    publish(await doing(tx, story, who), await factsOf(tx, story.municipality, story.covenant)),
  )
}
/** What everybody reads follows what was measured, as it does by itself. */
export const follow = (story: Story): Promise<number> =>
  story.byItself(0, (tx, round) => refresh(tx, { ...round, today: story.today }, figuresOf(story.means.house)))

type Reader = DemoSigned['lezers'][number]
const numberOf = (story: Story): Promise<{ readonly no: number; readonly title: string }> =>
  story.as(story.person(story.told.door), async (tx) => (await covenantById(tx, story.municipality, story.covenant))!)
const cityOf = ({ means }: Story) => ({ city: means.municipality.name, contact: { phone: '', email: '' } })

/** A reader asks or remarks something; gives its id. */
export async function ask(story: Story, reader: Reader): Promise<string> {
  const { means, municipality, today } = story
  const { soort: kind, tekst: text, naam: name, email, afspraak: pledge = null } = reader
  const { no, title } = await numberOf(story)
  const id = idOf(means.key, 'remark', [municipality, `${no}`, pledge, kind, text])
  const secret = secretOf(means.key, 'remark', id)
  const due_on = addWorkingDays(today, 10)
  const link = `${means.origin}/reacties/${secret}`
  const mail = remarkReceived({ lang: 'nl', title, link, ...cityOf(story) }, due_on)
  const task = `Beantwoord een bericht van een lezer over ${title}`
  const said = { no, pledge, kind, text, name, email, lang: 'nl', due_on, task, mail } as const
  const done = await addRemark(means.db, { municipality, id, secret: hashOfToken(secret), ...said })
  if (done !== 'kept') throw new Error(`een bericht van een lezer kwam niet aan (${done})`)
  return id
}
/** It is answered, and everybody reads both. */
export async function reply(story: Story, { antwoord }: Reader, id: string): Promise<void> {
  const by = story.person(antwoord!.door)
  await story.as(by, async (tx) => {
    await answerRemark(tx, story.municipality, id, { text: antwoord!.tekst, shown: true, by: by.id })
    await record(tx, story.municipality, {
      act: 'covenant.remark-answered',
      object: story.object,
      detail: { remark: id },
    })
  })
}
/** Somebody follows it by e-mail, and said so twice. */
export async function subscribe(story: Story, { email }: { readonly email: string }): Promise<void> {
  const { means, municipality } = story
  const { no, title } = await numberOf(story)
  const id = idOf(means.key, 'follow', [municipality, email.toLowerCase(), `${no}`, null])
  const secret = secretOf(means.key, 'follow', id)
  const mail = askToConfirm({ lang: 'nl', title, link: `${means.origin}/volgen/${secret}`, ...cityOf(story) })
  const hash = hashOfToken(secret)
  await askToFollow(means.db, { municipality, id, no, pledge: null, email, lang: 'nl', secret: hash, mail })
  await confirmFollow(means.db, municipality, hash, false)
}

/** A party gets the badge of who signed. */
export async function decorate(story: Story, { partij, dag, door, toestemming }: DemoSigned['badges'][number]) {
  const by = story.person(door)
  const { municipality } = story
  await story.as(by, async (tx) => {
    const ground = (await signedGround(tx, municipality, story.participant(partij)))!
    const { holder, place, organisation, participant, email, endsOn } = ground
    const { id: covenant, no, title, version } = ground.covenant
    const id = await giveBadge(tx, municipality, by.id, {
      kind: 'signed',
      holder,
      place,
      organisation,
      participant,
      premises: null,
      covenant,
      covenantVersion: version,
      told: {
        covenant: { no, title, version },
        promised: `${holder} tekende het convenant en houdt zich aan de afspraken daarin.`,
        norms: [],
        seenBy: '',
        seenOn: null,
        givenBy: by.function,
      },
      validUntil: lastOfSigned(story.on(dag), endsOn),
      consentBy: toestemming,
      consentOn: story.on(dag),
      email,
    })
    await record(tx, municipality, { act: 'badge.given', object: `badge/${id}`, detail: { kind: 'signed' } })
  })
}
