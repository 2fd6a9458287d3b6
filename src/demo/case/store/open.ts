/** What runs in a case of the demo as it stands now: legal terms, what was put aside, tasks. */
import { openTask } from '../../../db/tasks.ts'
import { caseNumber, pathOf } from '../../../features/cases/address.ts'
import { legalTerm } from '../../../features/cases/rules/legal-terms.ts'
import type { Doing } from '../../../features/cases/store/ask.ts'
import { loadCase } from '../../../features/cases/store/case.ts'
import { endLegalTerm, startLegalTerm } from '../../../features/cases/store/legal-terms.ts'
import { nextTask } from '../../../features/cases/store/steps.ts'
import { todayIn } from '../../../web/language.ts'
import { isoDay, moment } from '../moments.ts'
import type { Telling } from './telling.ts'

/** The legal terms that began, and those that ended. */
export async function tellTerms(telling: Telling): Promise<void> {
  const { municipality, demo } = telling
  if (demo.termijnen === undefined) return
  for (const { termijn, vanaf, klaar, toelichting } of demo.termijnen) {
    const keeper = telling.person(demo.behandelaar ?? demo.indiener)
    await telling.as(demo.behandelaar ?? demo.indiener, async (tx) => {
      const doing: Doing = {
        tx,
        municipality,
        who: {
          id: keeper.id,
          name: keeper.naam,
          email: demo.indiener,
          function: keeper.functie,
          roles: [],
          organisation: null,
        },
        today: todayIn(),
        origin: '',
      }
      await startLegalTerm(
        doing,
        (await loadCase(tx, municipality, telling.id, todayIn()))!,
        legalTerm(termijn)!,
        isoDay(moment(vanaf, telling.today)),
      )
      if (klaar === undefined) return
      const file = (await loadCase(tx, municipality, telling.id, todayIn()))!
      await endLegalTerm(
        doing,
        file,
        file.legalTerms.find(({ term }) => term === termijn)!,
        isoDay(moment(klaar, telling.today)),
        toelichting ?? '',
      )
    })
  }
}

/** Withdrawn or on hold. */
export async function tellAside(telling: Telling): Promise<void> {
  const { zijspoor } = telling.demo
  if (!zijspoor || zijspoor.soort === 'spoed') return
  const before = telling.state
  await telling.step(
    zijspoor.door,
    zijspoor.soort === 'ingetrokken' ? 'withdrawn' : 'on-hold',
    zijspoor.wanneer,
    zijspoor.reden,
  )
  if (zijspoor.soort === 'aangehouden') await telling.update({ before_hold: before })
}

/** What is asked of whom as the case stands now. */
export async function tellOpenTasks(telling: Telling): Promise<void> {
  const { municipality, demo } = telling
  await telling.as(demo.indiener, async (tx) => {
    const file = await loadCase(tx, municipality, telling.id, todayIn())
    const task = file && nextTask(file.row, telling.state, file.row.dueOn)
    if (task) await openTask(tx, municipality, task)
    if (file && file.contradictions.length > 0 && file.row.handler !== null) {
      await openTask(tx, municipality, {
        kind: 'contradiction',
        object: `case/${telling.id}`,
        whom: { person: file.row.handler },
        dueOn: null,
        path: `${pathOf(file.row)}#tegenspraak`,
        text: `Antwoord en meting spreken elkaar tegen in ${caseNumber(file.row)}`,
      })
    }
  })
}
