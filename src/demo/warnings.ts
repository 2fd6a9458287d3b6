/** Warnings in the demo city: one under each label with what receivers answered, one over, and one without a label. */
import { FINGERPRINT, HOST } from '../../test/city/desk/alarm.ts'
import { asPerson, type Tx } from '../db/as.ts'
import { record } from '../db/audit.ts'
import type { Db } from '../db/connect.ts'
import { addFeed, askFeed } from '../features/warnings/feed-store.ts'
import { addClient, address, namePerson, reply } from '../features/warnings/receivers-store.ts'
import { tellReceivers } from '../features/warnings/send.ts'
import { noteReading, opens, versionsOf, warningById } from '../features/warnings/store.ts'
import { takeWarning } from '../features/warnings/take-store.ts'
import { beginWarning, endWarning, runUntil } from '../features/warnings/write-store.ts'
import { daysAfter } from '../lib/iso-date.ts'
import { todayIn } from '../web/language.ts'
import { theCity } from '../web/letter.ts'
import { entriesThere, idsBy, isFilled, partnerOf, warningWas } from './store.ts'
import { CLIENTS, STORIES, UNLABELLED, type Story } from './warning-stories.ts'

const OFFICER = 'dennis.oosterhof@gemeente-sluiswijk.test'
type Demo = {
  readonly db: Db
  readonly municipality: { readonly id: string; readonly name: string }
  /** Where Leidraad stands, for links in mail. */
  readonly origin: string
}

/** Tells them once, after the people of the desk and its registers. */
export async function fillWarnings({ db, municipality, origin }: Demo): Promise<void> {
  const { id: m, name } = municipality
  if (await isFilled(db, m, 'warning')) return
  const people = await idsBy(db, m, 'person', 'email')
  const organisations = await idsBy(db, m, 'organisation', 'name')
  const by = people.get(OFFICER)
  if (by === undefined) return
  const as = <T>(person: string, work: (tx: Tx) => Promise<T>, organisation: string | null = null) =>
    asPerson(db, { municipality: m, person, organisation }, 'write', work)
  const contracts = await entriesThere(db, m, 'contracten')
  await as(by, async (tx) => {
    for (const [organisation, contract] of CLIENTS) {
      const [who, entry] = [organisations.get(organisation), contracts.get(contract)]
      if (who && entry) await addClient(tx, m, by, { organisation: who, contract: entry, contractName: contract })
    }
    const feed = { name: 'Digitaal alarm Sluisstreek', address: HOST, fingerprint: FINGERPRINT, open: false }
    await askFeed(tx, m, await addFeed(tx, m, by, feed))
    await takeWarning(tx, m, { ...UNLABELLED, releasedAt: new Date().toISOString() }, undefined)
  })
  for (const story of STORIES) await tell(story)

  async function tell({ label, daysAgo, runs, words: { within, ...words }, replies, ...story }: Story) {
    const today = todayIn()
    const id = await as(by!, async (tx) => {
      const publisher = theCity(name).replace(/^./, (sign) => sign.toUpperCase())
      const written = { ...words, actBy: within === null ? null : daysAfter(today, within) }
      const made = await beginWarning(tx, m, by!, label, written, { namespace: origin, publisher })
      const object = `warning/${made}`
      await record(tx, m, { act: 'warning.begun', object, detail: { label } })
      await address(
        tx,
        m,
        made,
        by!,
        story.organisations.flatMap((each) => organisations.get(each) ?? []),
        'gekozen',
      )
      for (const email of story.persons ?? [])
        if (people.has(email)) await namePerson(tx, m, made, people.get(email)!, by!)
      await runUntil(tx, m, made, daysAfter(today, runs))
      const warning = (await warningById(tx, m, made))!
      if (label === 'RED') await noteReading(tx, m, warning, by!)
      const [newest] = await versionsOf(tx, m, made, 1)
      await tellReceivers({ tx, municipality, origin }, { ...warning, label }, newest!, by!)
      await record(tx, m, { act: 'warning.sent', object, detail: { label } })
      return made
    })
    for (const [organisation, answer] of Object.entries(replies)) {
      const of = organisation === '' ? null : (organisations.get(organisation) ?? undefined)
      const person = of === null ? by! : of === undefined ? undefined : await partnerOf(db, m, of)
      if (of === undefined || person === undefined) continue
      await as(
        person,
        async (tx) => {
          // Where its relation is not in the register, this one may not read it.
          if (!(await opens(tx, m, id, 'replies'))) return
          const warning = (await warningById(tx, m, id))!
          if (label === 'RED') await noteReading(tx, m, warning, person)
          await reply(tx, m, id, { id: person, organisation: of }, answer, '')
          await record(tx, m, { act: 'warning.replied', object: `warning/${id}`, detail: { answer } })
        },
        of,
      )
    }
    if (story.ended) await as(by!, (tx) => endWarning(tx, m, id, today))
    await warningWas(db, m, id, daysAgo)
  }
}
