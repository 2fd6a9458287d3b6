/** Attempts to pass an IT-toets by, and what is near but allowed: conditions: asked, adapted, carried out. */
import { expect, test } from 'vitest'
import {
  ask,
  at,
  CONDITION,
  conditionId,
  DECISION,
  desk,
  id,
  inTown,
  page,
  people,
  requestOf,
  type Say,
  send,
  toCompleteness,
  today,
  toDecision,
  told,
} from '../../../../test/cases.ts'
import { as } from '../../../../test/desk.ts'

inTown()

test('a condition says what, who and when; a half one is refused and nothing that was typed is lost', async () => {
  await toCompleteness()
  await ask()
  const where = `/advies/${await requestOf('fg')}`
  for (const wrong of [
    { 'eigenaar-0': '', 'uiterlijk-0': '' },
    { 'eigenaar-0': '' },
    { 'uiterlijk-0': '' },
    { 'uiterlijk-0': '2020-01-01' },
    { 'uiterlijk-0': '2099-02-30' },
    { 'eigenaar-0': people['fenna']!.id },
    { 'eigenaar-0': 'niemand' },
    { 'voorwaarde-0': '' },
  ]) {
    const answer = await told('fenna', where, { ...CONDITION(), ...wrong } as Say)
    expect(answer, JSON.stringify(wrong)).toContain('Controleer wat u heeft ingevuld')
    expect(answer).toContain('Alleen zo.')
  }
  expect(await send('fenna', where, { ...CONDITION(), oordeel: 'no-objection' })).toBe(422)
  await expect(
    as(desk.db, people['fenna']!, async (tx) => {
      const { id: opinion } = await tx
        .insertInto('opinion')
        .values({
          municipality: desk.municipality.id,
          id: where.split('/').at(-1)!,
          case_file: id,
          request: where.split('/').at(-1)!,
          no: 1,
          stance: 'conditions',
          text: 'x',
          by: people['fenna']!.id,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      await tx
        .insertInto('opinion_condition')
        .values({ municipality: desk.municipality.id, id: opinion, case_file: id, opinion, no: 1, text: 'Half.' })
        .execute()
    }),
  ).rejects.toThrow(/condition_has_owner_and_date/)
  // A second row may stay empty; today is in time.
  expect(
    await send('fenna', where, {
      ...CONDITION(people['uma']!.id, today),
      'voorwaarde-0': 'Zo wel.',
      'voorwaarde-1': '',
    }),
  ).toBe(303)
})

test('adapting is answered in words, and counts as deviating until who asked it says it is enough', async () => {
  const reaction = async (kind: string, text: string) => {
    const condition = await conditionId()
    return { [`keuze-${condition}`]: kind, [`reden-${condition}`]: text }
  }
  await toDecision({ fg: CONDITION(), react: () => reaction('adapt', 'Wij tellen zonder telefoons te herkennen.') })
  const condition = await conditionId()
  expect(await page('dora', '/besluit')).toContain('aangepast: Registreer geen telefoons.')
  expect(await send('dora', '/besluit', DECISION)).toBe(422)
  expect(await send('dora', '/besluit', { ...DECISION, [`afwijking-${condition}`]: '-' })).toBe(422)
  for (const who of ['anna', 'sam', 'bram', 'uma'])
    expect(await send(who, `/voorwaarde/${condition}`, { oordeel: 'enough' }), who).toBe(403)
  expect(await send('fenna', `/voorwaarde/${condition}`, { oordeel: 'weaker', tekst: '' })).toBe(422)
  expect(await send('fenna', `/voorwaarde/${condition}`, { oordeel: 'enough' })).toBe(303)
  expect(await send('fenna', `/voorwaarde/${condition}`, { oordeel: 'weaker', tekst: 'Toch minder dan dat.' })).toBe(
    409,
  )
  expect(await send('dora', '/besluit', DECISION)).toBe(303)
})

test('an adapted condition that who asked it finds weaker is a deviation; empty words are no adaptation', async () => {
  const condition = conditionId
  await toDecision({
    fg: CONDITION(),
    react: async () => {
      const asked = await condition()
      for (const text of ['', '-', 'n.v.t.', 'ok'])
        expect(await send('anna', '/reactie', { [`keuze-${asked}`]: 'adapt', [`reden-${asked}`]: text }), text).toBe(
          422,
        )
      return { [`keuze-${asked}`]: 'adapt', [`reden-${asked}`]: 'Een half jaar later.' }
    },
  })
  const asked = await condition()
  expect(await send('fenna', `/voorwaarde/${asked}`, { oordeel: 'weaker', tekst: 'Dat is te laat.' })).toBe(303)
  expect(await send('dora', '/besluit', DECISION)).toBe(422)
  expect(await send('dora', '/besluit', { ...DECISION, [`afwijking-${asked}`]: 'Eerder kan niet.' })).toBe(303)
  const text = await page('carla')
  expect(text).toContain('Verzwakt, zegt fenna: Dat is te laat.')
  expect(text).toContain('Waarom: Eerder kan niet.')
})

test('an accepted condition becomes a measure in one click, once', async () => {
  await toDecision({
    fg: CONDITION(),
    react: async () => ({ [`keuze-${await conditionId()}`]: 'adopt' }),
  })
  const make = async (who: string) => send(who, '/maatregelen/uit-voorwaarde', { voorwaarde: await conditionId() })
  expect(await make('bram')).toBe(403)
  expect(await send('dora', '/besluit', DECISION)).toBe(303)
  expect(await make('carla')).toBe(403)
  expect(await page('bram')).toContain('Maak hiervan een maatregel')
  expect(await make('bram')).toBe(303)
  expect(await make('bram')).toBe(409)
  const measure = await desk.db.selectFrom('measure').selectAll().where('case_file', '=', id).executeTakeFirstOrThrow()
  expect(measure).toMatchObject({ text: 'Registreer geen telefoons.', owner: people['uma']!.id, due_on: '2099-01-01' })
  expect(await (await at['uma']!.get('/balie')).text()).toContain('Voer uit: Registreer geen telefoons.')
})

test('a condition that was refused makes no measure; one whose day has passed asks for a new day', async () => {
  await toDecision({
    fg: CONDITION(),
    react: async () => ({
      [`keuze-${await conditionId()}`]: 'refuse',
      [`reden-${await conditionId()}`]: 'Dat kan niet.',
    }),
  })
  const condition = await conditionId()
  await send('dora', '/besluit', { ...DECISION, [`afwijking-${condition}`]: 'Het kan niet.' })
  expect(await send('bram', '/maatregelen/uit-voorwaarde', { voorwaarde: condition })).toBe(409)
})

test('what was agreed in a condition is not watered down on its way to a measure', async () => {
  await toDecision({
    fg: CONDITION(),
    react: async () => ({ [`keuze-${await conditionId()}`]: 'adopt' }),
  })
  const voorwaarde = await conditionId()
  await send('dora', '/besluit', DECISION)
  await desk.db.updateTable('case_file').set({ state: 'follow-up' }).where('id', '=', id).execute()
  // Nor does the case close without it.
  expect(await send('bram', '/stap/archiveren', { reden: 'Het is klaar zo.' })).toBe(409)
  const measure = { voorwaarde, tekst: 'Kijk er nog eens naar.', eigenaar: people['uma']!.id }
  expect(await send('bram', '/maatregelen', { ...measure, klaar: '2099-01-02' })).toBe(422)
  expect(await send('bram', '/maatregelen', { ...measure, klaar: '2098-12-31' })).toBe(303)
  expect(await send('bram', '/maatregelen', { ...measure, klaar: '2098-12-31' })).toBe(409)
  const made = await desk.db.selectFrom('measure').select('text').where('case_file', '=', id).execute()
  expect(made).toEqual([{ text: 'Registreer geen telefoons.' }])
})
