/** What a covenant of the demo keeps of a year: notes at its agreements, and the yearly report for a meeting. */
import type { DemoSigned } from '../../../test/city/desk/signed.ts'
import { record } from '../../db/audit.ts'
import { makeReport, offerReport } from '../../features/covenants/meet/report-store.ts'
import { meetingById } from '../../features/covenants/meet/store.ts'
import { writeNote } from '../../features/covenants/progress/verdict-store.ts'
import { covenantById } from '../../features/covenants/store.ts'
import type { Story } from './story.ts'

/** Somebody writes down what is good to know of an agreement, or that it was looked at and is right. */
export async function noteDown(story: Story, said: DemoSigned['aantekeningen'][number]): Promise<void> {
  const { municipality, covenant } = story
  const by = story.person(said.door)
  await story.as(by, async (tx) => {
    const about = { covenant, pledge: said.afspraak, kind: said.soort, organisation: by.organisation }
    await writeNote(tx, municipality, by.id, { ...about, on: story.on(said.dag), text: said.tekst, upload: null })
    await record(tx, municipality, {
      act: 'pledge.noted',
      object: story.object,
      detail: { pledge: said.afspraak, kind: said.soort },
    })
  })
}

type Kept = NonNullable<DemoSigned['bijeenkomsten'][number]['jaarverslag']>
/** The report of a year is made of what is known on this day, kept, and offered to the parties. */
export async function keepReport(story: Story, { dag, van, tot, voorwoord, vragen }: Kept, id: string): Promise<void> {
  const { means, municipality } = story
  const who = story.person(story.told.door)
  await story.as(who, async (tx) => {
    const covenant = (await covenantById(tx, municipality, story.covenant, 'to-change'))!
    const meeting = (await meetingById(tx, municipality, { covenant: story.covenant, meeting: id }))!
    const doing = { tx, municipality: means.municipality, who, today: story.on(dag) }
    const period = { from: story.on(van), to: story.on(tot) }
    const no = await makeReport(doing, { covenant, meeting }, { period, foreword: voorwoord, questions: vragen }, means)
    await offerReport(doing, story.covenant, no)
  })
}
