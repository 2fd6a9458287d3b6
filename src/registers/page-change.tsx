/** Changes an entry. What a colleague changed meanwhile is shown, field by field, and not overwritten. */
import type { Tx } from '../db/as.ts'
import { lastAct, record } from '../db/audit.ts'
import type { Entry, Register, Values } from '../model/register.ts'
import { Clash, type Change } from '../web/desk/edit.tsx'
import { go, type Asked, type Reply, type Route } from '../web/desk/route.ts'
import { beyond, differences, labelsOf, trailed } from './differences.ts'
import { formInput } from './form.tsx'
import { placeOf, type On } from './here.ts'
import { enteredOf } from './judged-store.ts'
import { namesOf } from './links-store.ts'
import { formPage } from './page-form.tsx'
import { chosenAgain, received, withFiles, MOST_BODY, type Received } from './sent.ts'
import { changeEntry, versionsOf } from './store.ts'
import { textOf } from './values.ts'

export const changeRoutes = (on: On): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/registers/:register/:entry/wijzigen',
    may: 'register.edit',
    answer: on.at('to-read', async (asked, register, entry) => {
      const names = await namesOf(asked.tx, asked.municipality.id, on.house, register, [entry.values])
      return formPage(asked, on, register, { entry, names, input: formInput(register, entry.values, names) })
    }),
  },
  {
    method: 'POST',
    path: '/registers/:register/:entry/wijzigen',
    may: 'register.edit',
    limit: MOST_BODY,
    answer: on.at('to-change', async (asked, register, entry) => {
      const { tx, municipality, who, sent } = asked
      const got = await received(asked, on, register, entry.values)
      const { input, names } = got
      const again = (problems: Received['problems']) =>
        formPage(asked, on, register, {
          entry,
          input,
          names,
          problems: { ...chosenAgain(asked, register), ...problems },
        })
      if (sent.mark('basis') !== String(entry.version)) return clashed(asked, on, register, entry, got)
      if (Object.keys(got.problems).length > 0) return again(got.problems)
      const kept = await withFiles(asked, on, register, got.values)
      if (Object.keys(kept.problems).length > 0) return again(kept.problems)
      const values = { ...beyond(register, entry.values), ...kept.values }
      const all = await namesOf(tx, municipality.id, on.house, register, [entry.values, values])
      const changes = differences(register, entry.values, values, all)
      if (changes.length === 0) return confirmed(asked, on, register, entry)
      await changeEntry(tx, municipality.id, register, entry, { values, by: who.id, way: 'form' })
      await record(tx, municipality.id, {
        act: 'entry.changed',
        object: `entry/${entry.id}`,
        detail: trailed(register, changes),
      })
      return go(placeOf(register, entry), 'De wijziging is opgeslagen.')
    }),
  },
]

/** Nothing changed. Where a norm asks to look again, it was looked at: from today it counts anew. */
async function confirmed(
  { tx, municipality, who, today }: Asked<Tx>,
  { house }: On,
  register: Register,
  entry: Entry,
): Promise<Reply> {
  const found = await enteredOf(tx, municipality.id, house, register, [entry], today)
  const place = placeOf(register, entry)
  if (found.every(({ reason }) => reason !== 'entry.expired')) return go(place, 'Er is niets veranderd.')
  await changeEntry(tx, municipality.id, register, entry, { values: entry.values, by: who.id, way: 'form' })
  await record(tx, municipality.id, { act: 'entry.confirmed', object: `entry/${entry.id}` })
  return go(place, 'U keek na wat hier staat. Het telt vanaf vandaag weer mee.')
}

/**
 * A colleague was first: what stands there now beside what was typed, also where that cannot be read. What this person
 * left as it was when the form opened is as the colleague left it.
 */
async function clashed(
  asked: Asked<Tx>,
  on: On,
  register: Register,
  entry: Entry,
  { input, values, problems }: Received,
): Promise<Reply> {
  const { tx, municipality, sent } = asked
  const opened = await openedAt(tx, municipality.id, entry, sent.mark('basis'))
  const names = await namesOf(tx, municipality.id, on.house, register, [opened, entry.values, values])
  const changed = (from: Values, to: Values) => differences(register, from, to, names).map(({ name }) => name)
  const mine = new Set([...changed(opened, values), ...Object.keys(problems)])
  const now = formInput(register, entry.values, names)
  const merged = Object.fromEntries(register.fields.map(({ id }) => [id, (mine.has(id) ? input : now)[id] ?? '']))
  const changes = differences(register, entry.values, values, names)
    .filter(({ name }) => mine.has(name))
    .map((change): Change =>
      problems[change.name] === undefined ? change : { ...change, to: textOf(input[change.name]) },
    )
  const labels = labelsOf(register)
  const taken = changed(opened, entry.values).filter((name) => !mine.has(name))
  return formPage(asked, on, register, {
    entry,
    input: merged,
    names,
    problems: chosenAgain(asked, register),
    clash: (
      <Clash
        changes={changes}
        labels={labels}
        last={await lastAct(tx, municipality.id, `entry/${entry.id}`)}
        taken={taken}
      />
    ),
  })
}

/** What stood there when the form was opened; of a version that is not there nothing, so that all of it was typed. */
async function openedAt(tx: Tx, municipality: string, { id }: Entry, basis: string): Promise<Values> {
  if (!/^[1-9]\d{0,8}$/.test(basis)) return {}
  const [found] = await versionsOf(tx, municipality, id, { from: Number(basis), most: 1 })
  return found?.version === Number(basis) ? found.values : {}
}
