/** Attempts to pass an IT-toets by, and what is near but allowed: who writes answers when. */
import { expect, test } from 'vitest'
import {
  at,
  desk,
  draft,
  fill,
  formOf,
  give,
  inTest,
  inTown,
  page,
  people,
  row,
  send,
  toCompleteness,
} from '../../../../test/cases.ts'
import { as } from '../../../../test/desk.ts'

inTown()

test('nobody writes in what was handed in; what came back is its author’s, question by question', async () => {
  await inTest()
  const form = await formOf('full_test')
  // A colleague helps while it is being filled in; who handles it does not.
  expect(await give('carla', form, 'R01', 'voldoet')).toBe(303)
  expect(await give('bram', form, 'R02', 'voldoet')).toBe(403)
  await fill((question) => (question === 'R11' ? 'voldoet_niet' : 'voldoet'))
  expect(await send('anna', '/stap/gereed')).toBe(303)
  for (const who of ['anna', 'bram', 'carla']) expect(await give(who, form, 'R11', 'voldoet', '1'), who).toBe(403)
  expect((await at['bram']!.post(`${form}/R11/terug`, { nummer: '1' })).status).toBe(403)
  for (const who of ['anna', 'bram', 'carla'])
    await expect(
      as(desk.db, people[who]!, async (tx) =>
        tx
          .insertInto('answer')
          .values({
            municipality: desk.municipality.id,
            form: form.split('/').at(-1)!,
            question: 'R11',
            no: 2,
            value: '"voldoet"',
            by: people[who]!.id,
          })
          .execute(),
      ),
    ).rejects.toThrow(/nobody writes answers/)
  expect(await send('bram', '/stap/aanvullen', { reden: 'Pas R11 aan.' })).toBe(403)
  expect(await send('bram', '/terugvragen', { reden: '', 'vraag-R11': 'Noem de balie.' })).toBe(422)
  expect(await send('bram', '/terugvragen', { reden: 'Nog niet klaar.', 'vraag-R11': '?' })).toBe(422)
  expect(await send('anna', '/terugvragen', { reden: 'Nog niet klaar.' })).toBe(403)
  expect(await send('bram', '/terugvragen', { reden: 'Nog niet klaar.', 'vraag-R11': 'Noem ook de balie.' })).toBe(303)
  expect(await (await at['anna']!.get(`${form}/R11`)).text()).toContain('Noem ook de balie.')
  expect(await page('anna')).toContain('Beantwoord wat terugkwam')
  expect(await send('anna', '/stap/gereed')).toBe(409)
  expect(await give('carla', form, 'R11', 'voldoet', '1')).toBe(403)
  expect(await give('bram', form, 'R11', 'voldoet', '1')).toBe(403)
  expect(await give('anna', form, 'R11', 'voldoet', '1')).toBe(303)
  expect(await send('anna', '/stap/gereed')).toBe(303)
  const story = (await page('carla')).replaceAll(/<[^>]+>/g, '')
  expect(story).toMatch(/antwoord gewijzigd bij vraag R11[\s\S]*Daarmee verviel een rode vlag/)
  expect(story).toContain('teruggevraagd bij vraag R11')
})

test('a comment of the author also answers what came back; an older one does not', async () => {
  await toCompleteness()
  const form = await formOf('full_test')
  await at['anna']!.post(`${form}/R01/opmerking`, { opmerking: 'Alvast dit.' })
  await send('bram', '/terugvragen', { reden: 'Kijk nog eens.', 'vraag-R01': 'Waar blijkt dit uit?' })
  expect(await send('anna', '/stap/gereed')).toBe(409)
  await at['carla']!.post(`${form}/R01/opmerking`, { opmerking: 'Mijn idee.' })
  expect(await send('anna', '/stap/gereed')).toBe(409)
  await at['anna']!.post(`${form}/R01/opmerking`, { opmerking: 'Uit het dossier, blad vier.' })
  expect(await send('anna', '/stap/gereed')).toBe(303)
})

test('the pre-check that was handed in comes back to its author before it changes', async () => {
  await draft()
  const form = await formOf('pre_check')
  for (const question of ['V1', 'V2', 'V3', 'V4', 'V5', 'V6']) await give('anna', form, question, 'nee')
  await send('anna', '/stap/indienen')
  await send('bram', '/behandelen')
  for (const who of ['anna', 'bram', 'carla']) expect(await give(who, form, 'V1', 'ja', '1'), who).toBe(403)
  expect(
    await send('bram', '/terugvragen', { reden: 'Denk aan camera’s.', 'vraag-V5': 'Er hangen toch camera’s?' }),
  ).toBe(303)
  expect((await row()).state).toBe('draft')
  expect(await give('carla', form, 'V5', 'ja', '1')).toBe(403)
  expect(await give('anna', form, 'V5', 'ja', '1')).toBe(303)
  expect(await send('anna', '/stap/indienen')).toBe(303)
  expect(await page('bram')).toContain('antwoord gewijzigd bij vraag V5')
})
