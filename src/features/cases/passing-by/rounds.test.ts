/** Attempts to pass an IT-toets by, and what is near but allowed: what was said before stands in a next round too. */
import { expect, test } from 'vitest'
import {
  ask,
  DECISION,
  desk,
  FINE,
  id,
  inTest,
  inTown,
  page,
  requestOf,
  requests,
  row,
  send,
  toCompleteness,
  toDecision,
  told,
} from '../../../../test/cases.ts'

inTown()

/** A first round in which the executor says no, and a second that has begun. */
async function secondRound() {
  await toCompleteness()
  await ask(['fg', 'security-officer', 'executor'])
  const executor = await requestOf('executor')
  await send('fenna', `/advies/${await requestOf('fg')}`, FINE)
  await send('sam', `/advies/${await requestOf('security-officer')}`, FINE)
  await send('uma', `/advies/${executor}`, { oordeel: 'against', tekst: 'Dit is niet uit te voeren.' })
  await send('bram', '/stap/adviezen-binnen')
  await send('bram', '/adviseren', { oordeel: 'no-objection', tekst: 'Doen.' })
  await send('anna', '/reactie', { [`antwoord-advies-${executor}-1`]: 'Wij passen het aan.' })
  expect(await send('anna', '/stap/nieuwe-ronde', { reden: 'Wij passen het aan.' })).toBe(303)
  return executor
}

test('who said no in an earlier round is asked again; who agreed need not be', async () => {
  await secondRound()
  expect(await send('anna', '/stap/gereed')).toBe(303)
  expect(await ask()).toBe(422)
  expect(await told('bram', '/adviezen', { wie: ['fg', 'security-officer'] })).toContain(
    'In een eerdere ronde adviseerden nog anderen',
  )
  expect((await requests()).filter(({ round }) => round === 1)).toEqual([])
  expect(await ask(['fg', 'security-officer', 'executor'])).toBe(303)
  // Asked anew: the old opinion is history, and the new one counts.
  expect(await send('uma', `/advies/${await requestOf('executor', 1)}`, FINE)).toBe(303)
  await send('fenna', `/advies/${await requestOf('fg', 1)}`, FINE)
  await send('sam', `/advies/${await requestOf('security-officer', 1)}`, FINE)
  await send('bram', '/stap/adviezen-binnen')
  await send('bram', '/adviseren', { oordeel: 'no-objection', tekst: 'Doen.' })
  await send('anna', '/stap/naar-besluit')
  expect(await page('dora', '/besluit')).not.toContain('niet doen')
  expect(await send('dora', '/besluit', DECISION)).toBe(303)
})

test('urgency in a next round does not take away what was said in the first', async () => {
  const executor = await secondRound()
  expect(await send('dora', '/stap/spoed', { reden: 'Het moet vandaag.' })).toBe(303)
  expect(await page('dora', '/besluit')).toContain('Advies van de uitvoerder: niet doen')
  expect(await send('dora', '/besluit', DECISION)).toBe(422)
  expect(
    await send('dora', '/besluit', { ...DECISION, [`afwijking-advies-${executor}`]: 'Het kan niet wachten.' }),
  ).toBe(303)
})

test('an urgent decision owes its test: the case does not close before', async () => {
  await inTest()
  expect(await send('dora', '/stap/spoed', { reden: 'Het moet vandaag.' })).toBe(303)
  expect(await send('dora', '/besluit', DECISION)).toBe(303)
  await desk.db.updateTable('case_file').set({ state: 'follow-up' }).where('id', '=', id).execute()
  expect(await send('bram', '/stap/archiveren', { reden: 'Het is klaar zo.' })).toBe(409)
  expect(await page('bram')).toContain('Doe eerst de volledige toets.')
  expect(await send('bram', '/stap/herijken', { reden: 'De volledige toets volgt.' })).toBe(303)
  expect(await send('bram', '/stap/opnieuw-toetsen')).toBe(303)
  expect(await send('dora', '/stap/spoed', { reden: 'Het moet vandaag.' })).toBe(409)
})

test('a step that asks why hears why in words', async () => {
  await inTest()
  for (const reden of ['', '-', 'x', 'n.v.t.', '. . .', 'spoed'])
    for (const [who, step] of [
      ['dora', 'spoed'],
      ['anna', 'intrekken'],
      ['bram', 'aanhouden'],
    ] as const)
      expect(await send(who, `/stap/${step}`, { reden }), `${step} “${reden}”`).toBe(422)
  expect((await row()).state).toBe('in-test')
  expect(await send('bram', '/stap/aanhouden', { reden: 'Wij wachten.' })).toBe(303)
})

test('a decision says why, and on whose behalf', async () => {
  await toDecision()
  for (const wrong of [{ tekst: '-' }, { tekst: 'Akkoord.' }, { mandaat: '-' }, { mandaat: '1' }])
    expect(await send('dora', '/besluit', { ...DECISION, ...wrong }), JSON.stringify(wrong)).toBe(422)
  expect(await send('dora', '/besluit', { ...DECISION, mandaat: 'Mandaatbesluit' })).toBe(303)
})

test('advice “under conditions” needs a condition with somebody and a day; advice against says why', async () => {
  await toCompleteness()
  await ask()
  for (const stance of ['against', 'revise'])
    for (const tekst of ['-', 'Nee.'])
      expect(await send('fenna', `/advies/${await requestOf('fg')}`, { oordeel: stance, tekst })).toBe(422)
  await send('fenna', `/advies/${await requestOf('fg')}`, { oordeel: 'no-objection', tekst: 'Akkoord.' })
  await send('sam', `/advies/${await requestOf('security-officer')}`, FINE)
  await send('bram', '/stap/adviezen-binnen')
  expect(await told('bram', '/adviseren', { oordeel: 'conditions', tekst: 'Doen, mits korter.' })).toContain(
    'Geen enkele adviseur stelt een voorwaarde',
  )
  expect(await send('bram', '/adviseren', { oordeel: 'against', tekst: '-' })).toBe(422)
  expect(await send('bram', '/adviseren', { oordeel: 'no-objection', tekst: 'Doen.' })).toBe(303)
})
