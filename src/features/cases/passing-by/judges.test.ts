/** Attempts to pass an IT-toets by: whoever brought it, wrote in it or judged it does not judge it again. */
import { expect, test } from 'vitest'
import { addPerson } from '../../../../test/desk.ts'
import {
  ask,
  at,
  block,
  DECISION,
  desk,
  draft,
  FINE,
  formOf,
  give,
  id,
  inTown,
  page,
  people,
  requestOf,
  send,
  toCompleteness,
  toDecision,
} from '../../../../test/cases.ts'
import type { Role } from '../../../vocabulary/roles.ts'

inTown()

/** Gives somebody one more role, for as long as the work takes. */
async function also(name: string, role: Role, work: () => Promise<void>): Promise<void> {
  const person = people[name]!.id
  const { roles } = await desk.db
    .selectFrom('person')
    .select('roles')
    .where('id', '=', person)
    .executeTakeFirstOrThrow()
  const set = (now: readonly Role[]) =>
    desk.db
      .updateTable('person')
      .set({ roles: [...now] })
      .where('id', '=', person)
      .execute()
  await set([...roles, role])
  await work().finally(() => set(roles))
}

test('who helped with the answers does not handle the case; who only read it does', async () => {
  await draft()
  const form = await formOf('pre_check')
  for (const question of ['V1', 'V2', 'V3', 'V4', 'V5']) await give('anna', form, question, 'ja')
  expect(await give('carla', form, 'V6', 'ja')).toBe(303)
  expect(await send('anna', '/stap/indienen')).toBe(303)
  expect(await page('carla')).not.toContain('Neem de zaak in behandeling')
  expect(await send('carla', '/behandelen')).toBe(403)
  expect(await send('bram', '/behandelen')).toBe(303)
  await also('carla', 'decision-maker', async () =>
    expect(await send('carla', '/stap/spoed', { reden: 'Het moet vandaag.' })).toBe(403),
  )
})

test('whoever handed a case over still brought it: no handling, no opinion, no decision', async () => {
  await toDecision()
  await send('anna', '/indiener', { indiener: people['carla']!.id, reden: 'Ik ga met verlof.' })
  await block('bram')
  expect(await send('anna', '/behandelen')).toBe(403)
  await also('anna', 'decision-maker', async () => expect(await send('anna', '/besluit', DECISION)).toBe(403))
  await also('anna', 'security-officer', async () =>
    expect(await send('anna', `/advies/${await requestOf('security-officer')}`, FINE)).toBe(403),
  )
  people['daan'] ??= await addPerson(desk.db, desk.municipality.id, ['policy-officer'], 'daan')
  at['daan'] = await desk.visit(people['daan'])
  expect(await send('daan', '/behandelen')).toBe(303)
  expect(await send('dora', '/besluit', DECISION)).toBe(303)
})

test('who handles a case gives no opinion in it and does not decide it', async () => {
  await toCompleteness()
  await also('bram', 'executor', async () => {
    expect(await ask(['fg', 'security-officer', 'executor'])).toBe(303)
    expect(await send('bram', `/advies/${await requestOf('executor')}`, FINE)).toBe(403)
  })
  await toDecision()
  await also('bram', 'decision-maker', async () => expect(await send('bram', '/besluit', DECISION)).toBe(403))
  // Nor who wrote the advice, once another handles it.
  await block('bram')
  expect(await send('carla', '/behandelen')).toBe(303)
  await block('bram', 'active')
  await also('bram', 'decision-maker', async () => expect(await send('bram', '/besluit', DECISION)).toBe(403))
})

test('who gave an opinion neither handles the case nor decides it', async () => {
  await toDecision()
  await also('sam', 'decision-maker', async () => {
    expect(await send('sam', '/besluit', DECISION)).toBe(403)
    expect(await send('sam', '/besluit/herstel', { ...DECISION, reden: 'Er is een fout.' })).toBe(403)
  })
  await block('bram')
  await also('sam', 'policy-officer', async () => expect(await send('sam', '/behandelen')).toBe(403))
})

test('an opinion is renewed by who gave it; a colleague of the same role only when that person left', async () => {
  await toCompleteness()
  await ask()
  const where = `/advies/${await requestOf('fg')}`
  expect(await send('fenna', where, { oordeel: 'against', tekst: 'Niet zo doen.' })).toBe(303)
  expect(await send('floor', where, FINE)).toBe(403)
  expect(await send('fenna', where, { oordeel: 'revise', tekst: 'Eerst anders inrichten.' })).toBe(303)
  await block('fenna', 'left')
  expect(await send('floor', where, FINE)).toBe(303)
  const given = await desk.db.selectFrom('opinion').select('stance').where('case_file', '=', id).orderBy('no').execute()
  expect(given.map(({ stance }) => stance)).toEqual(['against', 'revise', 'no-objection'])
})
