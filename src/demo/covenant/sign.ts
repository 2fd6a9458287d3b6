/** A covenant of the demo is begun, laid before everybody, fixed and signed, by the people whose work that is. */
import type { DemoParty, DemoSigned } from '../../../test/city/desk/signed.ts'
import { record } from '../../db/audit.ts'
import { giveOpinion } from '../../features/covenants/opinion-store.ts'
import { changeContact, inviteParticipant } from '../../features/covenants/participant-store.ts'
import { lastDay } from '../../features/covenants/rules.ts'
import {
  giveNotice,
  participantOf,
  signHere,
  takeStep,
  type DeskSigned,
} from '../../features/covenants/sign/desk-store.ts'
import { askCode, signBy } from '../../features/covenants/sign/door-store.ts'
import { candidateOf, fixedOf, fixVersion } from '../../features/covenants/sign/fix-store.ts'
import { codeLetter } from '../../features/covenants/sign/letters.ts'
import { makeSigningLink } from '../../features/covenants/sign/links-store.ts'
import { hashOfCode, newCode, obstacles } from '../../features/covenants/sign/rules.ts'
import { beginCovenant, versionOf } from '../../features/covenants/store.ts'
import { nextVersion, showVersion, writeVersion } from '../../features/covenants/version-store.ts'
import { daysAfter } from '../../lib/iso-date.ts'
import { hashOfToken } from '../../lib/token.ts'
import { changedText, templateOf, textOf } from './text.ts'
import type { Story } from './story.ts'

/** Days in which can be signed, and before a suspension starts. */
const [TO_SIGN, NOTICE] = [30, 21]

/** Begins it, invites who was there from the start, and lays the first version before them. */
export async function begin(story: Story): Promise<void> {
  const { told, municipality, begins } = story
  const by = story.person(told.door)
  await story.as(by, async (tx) => {
    story.covenant = await beginCovenant(tx, municipality, {
      title: told.titel,
      template: templateOf(story),
      cluster: told.groep ?? null,
      street: told.straat ?? null,
      owner: by.id,
      beginsOn: begins,
      endsOn: lastDay(begins, told.jaren),
      text: await textOf(tx, story),
    })
    await record(tx, municipality, { act: 'covenant.begun', object: story.object })
  })
  for (const party of story.parties.filter(({ uitgenodigd }) => uitgenodigd === undefined)) await invite(story, party)
  await show(story, 1, told.waarom, -10)
}

/** Asks an organisation to take part. */
export async function invite(story: Story, { organisatie, als, naam, functie, email }: DemoParty): Promise<void> {
  const by = story.person(story.told.door)
  await story.as(by, async (tx) => {
    const id = await inviteParticipant(tx, story.municipality, story.covenant, {
      organisation: story.organisation(organisatie),
      kind: als,
      contact: { name: naam, function: functie, email },
      by: by.id,
    })
    story.participants.set(organisatie, id!)
    await record(tx, story.municipality, {
      act: 'covenant.invited',
      object: story.object,
      detail: { participant: id, kind: als },
    })
  })
}

async function show(story: Story, version: number, why: string, until: number): Promise<void> {
  const by = story.person(story.told.door)
  await story.as(by, async (tx) => {
    await showVersion(tx, story.municipality, story.covenant, version, { by: by.id, why, until: story.on(until) })
    await record(tx, story.municipality, {
      act: 'covenant.version-shown',
      object: story.object,
      detail: { version, until: story.on(until) },
    })
  })
}

/** What the FG and the security officer say of a version. */
export async function advise(story: Story, version: number, opinions: DemoSigned['adviezen']): Promise<void> {
  for (const { door, rol: role, oordeel: stance, tekst: text, voorwaarden: conditions } of opinions) {
    const by = story.person(door)
    await story.as(by, async (tx) => {
      const said = { version, role, stance, text, conditions, by: by.id, replaces: null }
      await giveOpinion(tx, story.municipality, { covenant: story.covenant, ...said })
      await record(tx, story.municipality, { act: 'covenant.opinion', object: story.object, detail: { version, role } })
    })
  }
}

/** Begins a second version in which one agreement is changed, and lays it before everybody. */
export async function change(story: Story): Promise<void> {
  const { told, municipality, covenant } = story
  const by = story.person(told.door)
  await story.as(by, async (tx) => {
    const { text } = (await versionOf(tx, municipality, covenant, 1))!
    const no = await nextVersion(tx, municipality, covenant, by.id)
    await writeVersion(tx, municipality, covenant, no, changedText(text, story))
    await record(tx, municipality, { act: 'covenant.version-begun', object: story.object, detail: { version: no } })
  })
  await show(story, 2, told.wijziging!.waarom, told.wijziging!.dag + 21)
}

/** With whom to speak at the municipality. */
export const nameContact = (story: Story): Promise<void> => {
  const { id: _, ...contact } = story.person(story.told.door)
  return story.as(story.person(story.told.door), async (tx) => {
    const own = (await participantOf(tx, story.municipality, story.covenant, null))!
    await changeContact(tx, story.municipality, own.id, contact)
  })
}

/** Fixes the version that was shown; the municipality signs first. */
export async function fix(story: Story, day: number): Promise<void> {
  const { told, municipality, covenant, means, today } = story
  const by = story.person(told.bestuurder)
  await story.as(by, async (tx) => {
    const one = (await candidateOf(tx, municipality, covenant))!
    const left = obstacles(one, today)
    if (left.length > 0) throw new Error(`${told.titel}: ${left.join(' ')}`)
    const doing = { tx, municipality: means.municipality, who: by, today: story.on(day) }
    await fixVersion(doing, one, { signBy: daysAfter(today, TO_SIGN), why: '' }, means)
    const own = (await participantOf(tx, municipality, covenant, null))!
    const came = await signHere(tx, own.id, await signatureOf(tx, story, by, 'mayor', true))
    if (came !== 'signed') throw new Error(`${told.titel}: de gemeente tekende niet (${came})`)
  })
}

type Signing = { readonly name: string; readonly function: string }
async function signatureOf(
  tx: Parameters<typeof fixedOf>[0],
  story: Story,
  { name, function: work }: Signing,
  ground: DeskSigned['ground'],
  named: boolean,
): Promise<DeskSigned> {
  const { version, json } = (await fixedOf(tx, story.municipality, story.covenant))[0]!
  return { version, json, name, function: work, ground, ground_text: '', read: true, named }
}

/** A party signs what was fixed last: at the desk, or with its link and the code that was mailed to it. */
export async function sign(story: Story, { organisatie, naam, functie, tekent }: DemoParty): Promise<void> {
  const { municipality, covenant, means } = story
  const participant = story.participant(organisatie)
  const who = { name: naam, function: functie }
  if (tekent.aan_balie) {
    const came = await story.as(story.partnerOf(organisatie), async (tx) =>
      signHere(tx, participant, await signatureOf(tx, story, who, tekent.grond, tekent.met_naam)),
    )
    if (came !== 'signed') throw new Error(`${organisatie} tekende niet (${came})`)
    return
  }
  const by = story.person(story.told.door)
  const [{ secret }, signature] = await story.as(by, async (tx) => [
    await makeSigningLink({ tx, municipality: means.municipality, who: by }, { id: participant, covenant }, false),
    await signatureOf(tx, story, who, tekent.grond, tekent.met_naam),
  ])
  const at = { db: means.db, municipality, hash: hashOfToken(secret) }
  const code = newCode()
  const kept = hashOfCode(means.key, at.hash, code)
  const city = { city: means.municipality.name, contact: { phone: '', email: '' } }
  await askCode(at, kept, codeLetter(code, story.told.titel, city))
  const came = await signBy(at, kept, { ...signature, named: tekent.met_naam })
  if (came !== 'signed') throw new Error(`${organisatie} tekende niet (${came})`)
}

/** The steering group tells a party that it means to suspend it. */
export const warn = (story: Story, party: DemoParty, { dag, reden }: DemoParty['stappen'][number]): Promise<void> => {
  const by = story.person(story.told.bestuurder)
  const about = { id: story.participant(party.organisatie), covenant: story.covenant }
  return story.as(by, (tx) =>
    giveNotice({ tx, municipality: { id: story.municipality }, who: by }, about, {
      reason: reden,
      from: story.on(dag),
    }),
  )
}
/** Days before a suspension on which it is told. */
export const WARNED = NOTICE

/** What a party lets know, or what the steering group decides about it. */
export const step = (story: Story, party: DemoParty, taken: DemoParty['stappen'][number]): Promise<void> => {
  const { stap, reden: reason, tot } = taken
  const by = story.person(stap === 'suspended' || stap === 'extended' ? story.told.bestuurder : story.told.door)
  const about = { id: story.participant(party.organisatie), covenant: story.covenant }
  const until = tot === undefined ? null : story.on(tot)
  return story.as(by, (tx) =>
    takeStep({ tx, municipality: { id: story.municipality }, who: by }, about, { step: stap, reason, until }),
  )
}
