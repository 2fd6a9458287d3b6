/** Puts an entry in a register. */
import type { Tx } from '../db/as.ts'
import { record } from '../db/audit.ts'
import { go, type Route } from '../web/desk/route.ts'
import { differences, trailed } from './differences.ts'
import { formInput } from './form.tsx'
import { placeOf, type On } from './here.ts'
import { namesOf } from './links-store.ts'
import { formPage } from './page-form.tsx'
import { chosenAgain, received, withFiles, MOST_BODY } from './sent.ts'
import { addEntry } from './store.ts'

export const newRoutes = (on: On): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/registers/:register/nieuw',
    may: 'register.edit',
    answer: on.in((asked, register) => formPage(asked, on, register, { input: formInput(register, {}, new Map()) })),
  },
  {
    method: 'POST',
    path: '/registers/:register/nieuw',
    may: 'register.edit',
    limit: MOST_BODY,
    answer: on.in(async (asked, register) => {
      const { tx, municipality, who } = asked
      const { input, values, problems } = await received(asked, on, register)
      if (Object.keys(problems).length > 0)
        return formPage(asked, on, register, { input, problems: { ...chosenAgain(asked, register), ...problems } })
      const kept = await withFiles(asked, on, register, values)
      if (Object.keys(kept.problems).length > 0)
        return formPage(asked, on, register, { input, problems: { ...chosenAgain(asked, register), ...kept.problems } })
      const entry = await addEntry(tx, municipality.id, register, { values: kept.values, by: who.id, way: 'form' })
      const names = await namesOf(tx, municipality.id, on.house, register, [kept.values])
      await record(tx, municipality.id, {
        act: 'entry.added',
        object: `entry/${entry.id}`,
        detail: trailed(register, differences(register, {}, kept.values, names)),
      })
      return go(placeOf(register, entry), `Dit staat in het register, met nummer ${entry.no}.`)
    }),
  },
]
