/** Two reports of readers in the demo city: one that waits too long, and one that was answered. */
import { asPerson } from '../db/as.ts'
import type { Db } from '../db/connect.ts'
import { record } from '../db/audit.ts'
import { giveAnswer, reportById } from '../features/reports/store.ts'
import { idOfReport, markOf, secretOf } from '../features/reports/rules.ts'
import { hashOfToken } from '../lib/token.ts'
import { addWorkingDays } from '../lib/working-days.ts'
import { todayIn } from '../web/language.ts'
import { DAY, isoDay } from './case/moments.ts'
import { idsBy, keepReport, publicEntryCalled } from './store.ts'

/** Working days within which the demo's municipality answers. */
const TERM = 5

/** `at`: days ago. What they are about is public in the demo, by its title. */
const LATE = {
  entry: 'Camera Boterplein oost',
  at: 12,
  text: 'De camera hangt sinds de verbouwing aan de overkant. Hier staat nog het oude pand.',
  part: 'Waar?',
  name: 'Riet Zwanenburg',
  answered: undefined,
}
const ANSWERED = {
  entry: 'Teller Boterplein',
  at: 20,
  text: 'Ik lees niet of deze teller beelden maakt. Bij de teller in de Havenstraat hangt een bord, hier niet.',
  part: '',
  name: '',
  answered: {
    by: 'jeroen.vandalen@gemeente-sluiswijk.test',
    answer:
      'De teller telt alleen. Hij maakt geen beelden en bewaart niets van een voorbijganger. ' +
      'Dat staat nu bij het doel. Het bord wordt deze maand geplaatst. Dank u wel voor het doorgeven.',
  },
}

/** Adds them once, after the registers were filled. `key`: of the installation, so that their links open. */
export async function fillReports({ db, municipality, key }: { db: Db; municipality: string; key: Buffer }) {
  const today = Date.parse(todayIn())
  const people = await idsBy(db, municipality, 'person', 'email')
  for (const each of [LATE, ANSWERED]) {
    const page = await publicEntryCalled(db, municipality, each.entry)
    if (!page) continue
    const id = idOfReport(key, ['demo', each.entry])
    const at = new Date(today - each.at * DAY + DAY / 2)
    const kept = await keepReport(db, {
      municipality,
      id,
      kind: 'error',
      path: page,
      seen: page,
      title: each.entry,
      text: each.text,
      part: each.part,
      name: each.name,
      lang: 'nl',
      secret: hashOfToken(secretOf(key, id)),
      due_on: addWorkingDays(isoDay(at), TERM),
      created_at: at,
      task: `Beantwoord melding ${markOf(id)} over ${each.entry}`,
    })
    if (!kept || each.answered === undefined) continue
    const { answer } = each.answered
    const by = people.get(each.answered.by)!
    await asPerson(db, { municipality, person: by, organisation: null }, 'write', async (tx) => {
      const report = (await reportById(tx, municipality, id, 'to-change'))!
      await giveAnswer(tx, municipality, report, 1, { given: 'corrected', text: answer, by, shown: true })
      const detail = { outcome: 'corrected', public: true }
      await record(tx, municipality, { act: 'report.answered', object: `report/${id}`, detail })
    })
  }
}
