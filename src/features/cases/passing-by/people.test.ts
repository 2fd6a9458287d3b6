/** Attempts to pass an IT-toets by, and what is near but allowed: people who leave, hand over or take over. */
import { expect, test } from 'vitest'
import {
  ask,
  at,
  block,
  DECISION,
  desk,
  FINE,
  formOf,
  give,
  id,
  inTest,
  inTown,
  page,
  people,
  requestOf,
  row,
  send,
  toCompleteness,
  toDecision,
} from '../../../../test/cases.ts'
import { addPerson, as } from '../../../../test/desk.ts'

inTown()

test('a case does not stand still for an author who left', async () => {
  await inTest()
  const move = (who: string, indiener: string, reden = 'Zij werkt hier niet meer.') =>
    send(who, '/indiener', { indiener, reden })
  expect(await move('bram', people['carla']!.id)).toBe(403)
  expect(await move('carla', people['carla']!.id)).toBe(403)
  await block('anna', 'left')
  expect(await page('bram')).toContain('De indiener werkt hier niet meer.')
  expect(await move('carla', people['carla']!.id)).toBe(403)
  // Not who handles it, nor the FG, nor who does not work here.
  for (const who of ['bram', 'fenna', 'anna', 'dora']) expect(await move('bram', people[who]!.id), who).toBe(422)
  expect(await move('bram', people['carla']!.id, '')).toBe(422)
  expect(await move('bram', people['carla']!.id)).toBe(303)
  expect((await row()).author).toBe(people['carla']!.id)
  expect(await (await at['carla']!.get('/balie')).text()).toContain('Vul de toets in van')
  expect(await give('carla', await formOf('full_test'), 'R01', 'voldoet')).toBe(303)
  expect((await page('bram')).replaceAll(/<[^>]+>/g, '')).toContain('carla is de nieuwe indiener.')
  await expect(
    as(desk.db, people['bram']!, (tx) =>
      tx.updateTable('case_file').set({ author: people['bram']!.id }).where('id', '=', id).execute(),
    ),
  ).rejects.toThrow(/nobody handles the own case/)
})

test('an author hands over; a decision maker may find another; who advised does not become the author', async () => {
  await toCompleteness()
  await ask(['fg', 'security-officer', 'executor'])
  await send('uma', `/advies/${await requestOf('executor')}`, FINE)
  const move = (who: string, indiener: string) => send(who, '/indiener', { indiener, reden: 'Zij is langdurig ziek.' })
  expect(await move('dora', people['uma']!.id)).toBe(422)
  expect(await move('dora', people['carla']!.id)).toBe(303)
  expect(await move('anna', people['anna']!.id)).toBe(403)
  expect(await move('carla', people['anna']!.id)).toBe(303)
})

test('a handler or decision maker who is blocked leaves no case behind', async () => {
  await toDecision()
  await block('bram')
  expect(await page('carla')).toContain('Neem de zaak in behandeling')
  expect(await send('anna', '/behandelen')).toBe(403)
  expect(await send('carla', '/behandelen')).toBe(303)
  await desk.db.updateTable('case_file').set({ decision_maker: people['dora']!.id }).where('id', '=', id).execute()
  people['dirk'] ??= await addPerson(desk.db, desk.municipality.id, ['decision-maker'], 'dirk')
  at['dirk'] = await desk.visit(people['dirk'])
  expect(await send('dirk', '/besluit', DECISION)).toBe(403)
  await block('dora')
  expect(await send('dirk', '/besluit', DECISION)).toBe(303)
})
