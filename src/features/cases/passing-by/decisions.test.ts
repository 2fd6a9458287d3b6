/** Attempts to pass an IT-toets by, and what is near but allowed: the days of a decision, and its correction. */
import { expect, test } from 'vitest'
import {
  ago,
  begin,
  DECISION,
  desk,
  id,
  inTown,
  page,
  people,
  row,
  send,
  today,
  toDecision,
  told,
} from '../../../../test/cases.ts'
import { as } from '../../../../test/desk.ts'

inTown()

test('dates lie within the case', async () => {
  for (const besluit of ['2020-01-01', ago(1), '2026-02-30', 'morgen'])
    expect((await begin({ soort: 'proposal', besluit })).status, besluit).toBe(422)
  expect((await begin({ soort: 'proposal', besluit: today })).status).toBe(303)
  await toDecision()
  await desk.db
    .updateTable('case_file')
    .set({ created_at: new Date(Date.now() - 10 * 86_400_000) })
    .where('id', '=', id)
    .execute()
  const on = async (datum: string) => told('dora', '/besluit', { ...DECISION, datum })
  expect(await on('2020-01-01')).toContain('De zaak begon op')
  expect(await on(ago(11))).toContain('De zaak begon op')
  expect(await on(ago(2))).toContain('Het laatste advies is van')
  expect(await on('2099-01-01')).toContain('nog niet geweest')
  expect(await on('')).toContain('Vul de datum van het besluit in')
  await expect(
    as(desk.db, people['dora']!, (tx) =>
      tx
        .insertInto('decision')
        .values({
          municipality: desk.municipality.id,
          id,
          case_file: id,
          no: 1,
          outcome: 'akkoord',
          text: 'x',
          by: people['dora']!.id,
          name: 'x',
          function: 'x',
          mandate: 'x',
          decided_on: ago(2),
        })
        .execute(),
    ),
  ).rejects.toThrow(/not within its case/)
  for (const [termijn, datum, status] of [
    ['raadpleging', '2020-01-01', 422],
    ['raadpleging', '2099-01-01', 422],
    ['interoperabiliteit', '2020-01-01', 422],
    ['interoperabiliteit', '2099-01-01', 303],
    // Sent before the case began, and still running: the law counts from the day itself.
    ['raadpleging', ago(20), 303],
  ] as const)
    expect(await send('bram', '/termijnen', { termijn, datum }), `${termijn} ${datum}`).toBe(status)
})

test('a decision is corrected by a new one beside it, with its reason; the old one stays', async () => {
  await toDecision()
  expect(await send('dora', '/besluit/herstel', { ...DECISION, reden: 'Er is een fout.' })).toBe(403)
  expect(await send('dora', '/besluit', DECISION)).toBe(303)
  const again = { ...DECISION, uitkomst: 'aanpassen', reden: 'De uitkomst stond verkeerd.' }
  for (const who of ['anna', 'bram', 'carla', 'pia']) expect(await send(who, '/besluit/herstel', again), who).toBe(403)
  expect(await send('dora', '/besluit/herstel', { ...again, reden: '.' })).toBe(422)
  expect(await send('dora', '/besluit/herstel', { ...again, datum: '2020-01-01' })).toBe(422)
  expect(await send('dora', '/besluit/herstel', again)).toBe(303)
  const decisions = await desk.db.selectFrom('decision').selectAll().where('case_file', '=', id).orderBy('no').execute()
  expect(decisions.map(({ no, outcome, corrects }) => [no, outcome, corrects])).toEqual([
    [1, 'akkoord', null],
    [2, 'aanpassen', 1],
  ])
  expect((await row()).state).toBe('decided')
  expect(await page('carla')).toContain('De uitkomst stond verkeerd.')
  const shown = await page('pia', '/publiceren')
  expect(shown).toContain('Herstel van een eerder besluit')
  expect(shown).toMatch(/Eerder besluit van [^<]+: akkoord/)
  await expect(
    as(desk.db, people['dora']!, (tx) => tx.updateTable('decision').set({ text: 'y' }).execute()),
  ).rejects.toThrow()
})
