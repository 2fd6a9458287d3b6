/** The publication of a case of the demo. */
import type { Doing } from '../../../features/cases/store/ask.ts'
import { draftOf, omit, propose, publish, type Draft } from '../../../features/cases/release/store.ts'
import { loadCase } from '../../../features/cases/store/case.ts'
import type { Case } from '../../../features/cases/store/rows.ts'
import { todayIn } from '../../../web/language.ts'
import type { Telling } from './telling.ts'

/** As in life: one proposes, a second makes it public, with its PDF and ODT. */
export async function tellPublication(telling: Telling, first: string, second: string | undefined): Promise<void> {
  const { municipality, demo } = telling
  const at = telling.at(demo.publicatie?.wanneer)
  const outcomes = new Map(
    telling.questionnaires
      .filter(({ purpose, about }) => purpose === 'full-test' && about.includes(demo.soort))
      .flatMap((each) => each.outcomes.map(({ id, label }) => [id, label] as const)),
  )
  const other = second ?? [...telling.people.keys()].find((email) => email !== first && email !== demo.indiener)!
  const { name } = await telling.db
    .selectFrom('municipality')
    .select('name')
    .where('id', '=', municipality)
    .executeTakeFirstOrThrow()
  const act = (email: string, work: (doing: Doing, file: Case, draft: Draft) => Promise<void>) =>
    telling.as(email, async (tx) => {
      const { id, naam, functie } = telling.person(email)
      const file = (await loadCase(tx, municipality, telling.id, todayIn()))!
      await work(
        {
          tx,
          municipality,
          who: { id, name: naam, email, function: functie, roles: ['publisher'], organisation: null },
          today: todayIn(),
          origin: '',
          at,
        },
        file,
        await draftOf(tx, { id: municipality, name }, file, outcomes),
      )
    })
  for (const { onderdeel, grond, reden } of demo.publicatie?.weglatingen ?? []) {
    await act(first, (doing, file) =>
      omit(doing, file, {
        field: onderdeel,
        ground: grond.replace(' lid ', '.').replace(' onder ', '.'),
        text: reden,
      }),
    )
  }
  await act(first, propose)
  await act(other, (doing, file, draft) => publish(doing, file, draft, telling.means))
  telling.state = 'published'
  telling.no++
  await telling.update({ state_since: at, due_on: null })
  await telling.db
    .updateTable('published.toets')
    .set({ published_at: at })
    .where('municipality', '=', municipality)
    .where('no', '=', (select) => select.selectFrom('case_file').select('no').where('id', '=', telling.id))
    .execute()
}
