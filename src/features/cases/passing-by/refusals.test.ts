/** Attempts to pass an IT-toets by, and what is near but allowed: “niet doen” and legal terms beside the signature. */
import { expect, test } from 'vitest'
import {
  ago,
  ask,
  DECISION,
  desk,
  id,
  inTest,
  inTown,
  page,
  REGULATION,
  requestOf,
  send,
  toCompleteness,
  today,
  toDecision,
  told,
} from '../../../../test/cases.ts'

inTown()

test('every “niet doen” and “eerst aanpassen” is answered by the author, and in the decision', async () => {
  await toCompleteness()
  await ask()
  const [fg, so] = [await requestOf('fg'), await requestOf('security-officer')]
  await send('fenna', `/advies/${fg}`, { oordeel: 'against', tekst: 'Niet doen.' })
  await send('sam', `/advies/${so}`, { oordeel: 'revise', tekst: 'Eerst de beveiliging.' })
  await send('bram', '/stap/adviezen-binnen')
  await send('bram', '/adviseren', { oordeel: 'against', tekst: 'Liever niet.' })
  expect(await send('anna', '/stap/naar-besluit')).toBe(409)
  const all = {
    [`antwoord-advies-${fg}-1`]: 'De inwoners vragen erom.',
    [`antwoord-advies-${so}-1`]: 'De beveiliging komt eerst.',
    'antwoord-advies-1': 'Wij doen een korte proef.',
  }
  for (const left of Object.keys(all)) expect(await send('anna', '/reactie', { ...all, [left]: ' ' }), left).toBe(422)
  expect(await send('carla', '/reactie', all)).toBe(403)
  expect(await send('anna', '/reactie', all)).toBe(303)
  expect(await send('anna', '/stap/naar-besluit')).toBe(303)
  // A new version is a new opinion: an answer to the one before does not do.
  await send('fenna', `/advies/${fg}`, { oordeel: 'against', tekst: 'Echt niet doen.' })
  expect(await send('dora', '/besluit', DECISION)).toBe(409)
  expect(await send('anna', '/stap/alsnog-reageren')).toBe(303)
  expect(await send('anna', '/reactie', { ...all, [`antwoord-advies-${fg}-2`]: 'Wij begrijpen het.' })).toBe(303)
  expect(await send('anna', '/stap/naar-besluit')).toBe(303)
  expect(await page('dora', '/besluit')).toContain('Het antwoord hierop: Wij begrijpen het.')
  const reasons = { [`afwijking-advies-${fg}`]: 'De raad wil dit.', [`afwijking-advies-${so}`]: 'Dat gebeurt.' }
  expect(await send('dora', '/besluit', { ...DECISION, ...reasons })).toBe(422)
  // Each point says which one it is about.
  const asked = (await told('dora', '/besluit', DECISION)).match(/waarom u hiervan afwijkt: “[^”]+”/g)
  expect(new Set(asked).size).toBe(3)
  // “Eerst aanpassen” does as “revise” asks, and not as “niet doen” asks.
  expect(await send('dora', '/besluit', { ...DECISION, uitkomst: 'aanpassen' })).toBe(422)
  expect(await send('dora', '/besluit', { ...DECISION, ...reasons, 'afwijking-advies': 'De proef is kort.' })).toBe(303)
})

test('not doing it follows every objection, and needs no reason', async () => {
  await toDecision({
    fg: { oordeel: 'against', tekst: 'Niet doen.' },
    react: async () => ({ [`antwoord-advies-${await requestOf('fg')}-1`]: 'Dat volgen wij.' }),
  })
  expect(await send('dora', '/besluit', { ...DECISION, uitkomst: 'afraden' })).toBe(303)
})

test('a legal term that runs or is late stands beside the signature and needs its own reason', async () => {
  await toDecision()
  expect(await send('bram', '/termijnen', { termijn: 'raadpleging', datum: ago(5) })).toBe(303)
  expect(await send('bram', '/termijnen', { termijn: 'interoperabiliteit', datum: '2099-01-01' })).toBe(303)
  const terms = await desk.db.selectFrom('legal_term').selectAll().where('case_file', '=', id).execute()
  const [running, other] = ['raadpleging', 'interoperabiliteit'].map((term) =>
    terms.find((each) => each.term === term)!,
  )
  expect(await page('dora', '/besluit')).toContain('Voorafgaande raadpleging van de Autoriteit Persoonsgegevens, loopt')
  expect(await send('dora', '/besluit', DECISION)).toBe(422)
  const one = { [`afwijking-termijn-${running!.id}`]: 'De AP antwoordde mondeling.' }
  expect(await send('dora', '/besluit', { ...DECISION, ...one })).toBe(422)
  expect(await send('dora', '/besluit', { ...DECISION, ...one, [`afwijking-termijn-${other!.id}`]: 'x' })).toBe(422)
  // What has ended stands in no way.
  expect(await send('bram', `/termijnen/${other!.id}/afronden`, { datum: today })).toBe(422)
  expect(await send('bram', `/termijnen/${other!.id}/afronden`, { datum: today, toelichting: '-' })).toBe(422)
  expect(
    await send('bram', `/termijnen/${other!.id}/afronden`, { datum: today, toelichting: 'De beoordeling is klaar.' }),
  ).toBe(303)
  await desk.db
    .updateTable('legal_term')
    .set({ due_on: ago(1) })
    .where('id', '=', running!.id)
    .execute()
  expect(await page('dora', '/besluit')).toContain('en is niet afgerond')
  expect(await send('dora', '/besluit', DECISION)).toBe(422)
  expect(await send('dora', '/besluit', { ...DECISION, ...one })).toBe(303)
  expect(await page('carla')).toContain('Waarom: De AP antwoordde mondeling.')
  expect(await page('pia', '/publiceren')).toContain('Niet gevolgd: de wettelijke termijn “Voorafgaande raadpleging')
})

test('announcing comes after the decision, and is no reason to wait for it', async () => {
  await inTest({ soort: 'regulation', regeling: REGULATION })
  expect(await send('bram', '/termijnen', { termijn: 'bekendmaking', datum: '2099-01-01' })).toBe(303)
  expect(await send('dora', '/stap/spoed', { reden: 'Het moet vandaag.' })).toBe(303)
  expect(await page('dora', '/besluit')).not.toContain('Wettelijke termijn: Bekendmaking')
  expect(await send('dora', '/besluit', DECISION)).toBe(303)
})
