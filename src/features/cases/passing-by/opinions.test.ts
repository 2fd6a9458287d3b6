/** Attempts to pass an IT-toets by, and what is near but allowed: opinions that are asked, and do not come. */
import { expect, test } from 'vitest'
import {
  ask,
  at,
  block,
  desk,
  FINE,
  id,
  inTown,
  page,
  path,
  people,
  requestOf,
  requests,
  row,
  send,
  toCompleteness,
  today,
  told,
} from '../../../../test/cases.ts'
import { as } from '../../../../test/desk.ts'
import { addTerm } from '../../../lib/working-days.ts'

inTown()

test('an opinion that does not come: remind once a day, ask a named substitute, go to who is above', async () => {
  await toCompleteness()
  await ask(['fg', 'security-officer', 'executor'])
  const [fg, executor] = [await requestOf('fg'), await requestOf('executor')]
  for (const who of ['anna', 'carla', 'fenna', 'pia'])
    expect((await at[who]!.get(`${path}/advies/${fg}/opvragen`)).status, who).toBe(403)
  expect(await send('bram', `/advies/${fg}/herinneren`)).toBe(303)
  expect(await send('bram', `/advies/${fg}/herinneren`)).toBe(409)
  const mail = await desk.db
    .selectFrom('message')
    .select('recipient')
    .where('key', 'like', `reminder/opinion/${fg}%`)
    .execute()
  expect(mail).toHaveLength(2)
  const stand = (vervanger: string, reden = 'De FG is met verlof.') =>
    send('bram', `/advies/${fg}/vervangen`, { vervanger, reden })
  // Nobody but another FG stands in for the FG.
  for (const who of ['sam', 'carla', 'bram', 'anna', 'dora', 'uma']) expect(await stand(people[who]!.id), who).toBe(422)
  expect(await stand(people['floor']!.id, '')).toBe(422)
  expect(await stand(people['floor']!.id)).toBe(303)
  expect(await send('fenna', `/advies/${fg}`, FINE)).toBe(409)
  expect(await send('bram', '/stap/adviezen-binnen')).toBe(409)
  const named = (await requests()).find(({ replaces }) => replaces === fg)!
  expect(await send('fenna', `/advies/${named.id}`, FINE)).toBe(403)
  expect(await send('floor', `/advies/${named.id}`, FINE)).toBe(303)
  // The executor is silent: the decision maker hears it, and can do the same.
  expect(await send('dora', `/advies/${executor}/opschalen`)).toBe(403)
  expect(await send('bram', `/advies/${executor}/opschalen`)).toBe(303)
  expect(await (await at['dora']!.get('/balie')).text()).toContain('Zorg dat het advies van de uitvoerder er komt')
  expect(await send('dora', `/advies/${executor}/herinneren`)).toBe(303)
  await block('uma')
  expect(await send('dora', `/advies/${executor}/herinneren`)).toBe(409)
  expect((await page('carla')).replaceAll(/<[^>]+>/g, '')).toContain('floor geeft het advies van de')
})

test('whose opinion is missing is no substitute for it: the page says to go to who is above', async () => {
  await toCompleteness()
  await ask(['fg', 'security-officer', 'executor'])
  await block('floor')
  const [fg, executor] = [await requestOf('fg'), await requestOf('executor')]
  const substitutes = (text: string) => [...text.matchAll(/<option value="([^"]+)"/g)].map(([, value]) => value)
  const none = await page('bram', `/advies/${fg}/opvragen`)
  expect(substitutes(none)).toEqual([])
  expect(none).toContain('Schaal op: de beslisser hoort het')
  expect(await page('dora', `/advies/${fg}/opvragen`)).toContain('Vraag de beheerder om nog iemand met de rol')
  const sole = { vervanger: people['fenna']!.id, reden: 'Zij antwoordt niet.' }
  expect(await send('bram', `/advies/${fg}/vervangen`, sole)).toBe(409)
  // Of the executor anyone who advises can take the place, but not the executor who was asked.
  const others = substitutes(await page('bram', `/advies/${executor}/opvragen`))
  expect(others).not.toContain(people['uma']!.id)
  // Going up asks the administrator for somebody: then there is a choice, and the page offers it.
  expect(await send('bram', `/advies/${fg}/opschalen`)).toBe(303)
  const asked = await desk.db.selectFrom('task').select('role').where('kind', '=', 'appoint.fg').execute()
  expect(asked).toEqual([{ role: 'administrator' }])
  await block('floor', 'active')
  expect(substitutes(await page('bram', `/advies/${fg}/opvragen`))).toContain(people['floor']!.id)
})

test('asking a role that nobody can give is refused, with what to do; nothing has moved', async () => {
  await toCompleteness()
  await block('fenna')
  await block('floor', 'left')
  const answer = await told('bram', '/adviezen', {
    wie: ['fg', 'security-officer'],
    termijn: addTerm(today, { workingDays: 10 }),
  })
  expect(answer).toContain('Er is nu niemand die advies kan geven als de functionaris gegevensbescherming (FG)')
  expect(answer).toContain('Vraag de beheerder')
  expect([(await row()).state, await requests()]).toEqual(['completeness', []])
  await block('floor', 'active')
  expect(await ask()).toBe(303)
})

test('a draft of an opinion is of who writes it alone, survives, and is gone when it is signed', async () => {
  await toCompleteness()
  await ask()
  const where = `/advies/${await requestOf('fg')}`
  const half = {
    oordeel: 'conditions',
    tekst: 'Nog niet af.',
    'voorwaarde-0': 'Misschien dit.',
    'uiterlijk-0': '2020-01-01',
  }
  expect(await send('fenna', where, { ...half, doe: 'concept' })).toBe(303)
  const later = await desk.visit(people['fenna']!)
  const text = await (await later.get(`${path}${where}`)).text()
  for (const part of ['Dit is uw concept', 'Nog niet af.', 'Misschien dit.', '2020-01-01']) expect(text).toContain(part)
  // Another FG answers the same request, and sees nothing of it.
  for (const [who, place] of [
    ['floor', where],
    ['bram', ''],
    ['anna', ''],
  ] as const)
    expect(await page(who, place), who).not.toContain('Nog niet af.')
  expect(await as(desk.db, people['floor']!, (tx) => tx.selectFrom('opinion_draft').selectAll().execute())).toEqual([])
  expect(await desk.db.selectFrom('opinion').select('id').where('case_file', '=', id).execute()).toEqual([])
  expect(await send('fenna', where, FINE)).toBe(303)
  expect(await desk.db.selectFrom('opinion_draft').select('request').execute()).toEqual([])
})

test('a question at an opinion goes to author or handler and comes back; what was typed stays', async () => {
  await toCompleteness()
  await ask()
  const where = `/advies/${await requestOf('fg')}`
  const typed = { oordeel: 'revise', tekst: 'Half geschreven.', 'vraag-aan': 'indiener' }
  expect(await told('fenna', where, { ...typed, doe: 'vraag', vraag: '?' })).toContain('Half geschreven.')
  expect(await send('fenna', where, { ...typed, doe: 'vraag', vraag: 'Wie beheert de sleutels?' })).toBe(303)
  expect(await page('fenna', where)).toContain('Half geschreven.')
  const asked = await desk.db
    .selectFrom('case_question')
    .select('id')
    .where('case_file', '=', id)
    .executeTakeFirstOrThrow()
  expect(await (await at['anna']!.get('/balie')).text()).toContain('Beantwoord een vraag over')
  for (const who of ['carla', 'fenna', 'sam'])
    expect(await send(who, `/vraag/${asked.id}`, { antwoord: 'Dat weet ik.' }), who).toBe(403)
  expect(await send('anna', `/vraag/${asked.id}`, { antwoord: '' })).toBe(422)
  expect(await send('anna', `/vraag/${asked.id}`, { antwoord: 'De leverancier beheert ze.' })).toBe(303)
  expect(await send('anna', `/vraag/${asked.id}`, { antwoord: 'Toch niet zo.' })).toBe(409)
  expect(await page('fenna', where)).toContain('De leverancier beheert ze.')
  expect(await (await at['fenna']!.get('/balie')).text()).toContain('Er is antwoord op uw vraag')
  expect(await page('carla')).toContain('Wie beheert de sleutels?')
})
