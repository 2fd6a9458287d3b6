/** Attempts to pass an IT-toets by, and what is near but allowed: what a test is about, and what comes next in it. */
import { expect, test } from 'vitest'
import {
  at,
  begin,
  desk,
  draft,
  formOf,
  give,
  id,
  inTest,
  inTown,
  page,
  path,
  people,
  PRODUCT,
  REGULATION,
  send,
  today,
} from '../../../../test/cases.ts'
import { as } from '../../../../test/desk.ts'
import { unseenIn } from '../../../../test/form-page.ts'

inTown()

test('a test is about one thing that fits its kind; what does not fit is neither asked nor taken', async () => {
  const form = async (kind: string) => (await at['anna']!.get(`/balie/zaken/nieuw?soort=${kind}`)).text()
  for (const [kind, asks, not] of [
    ['regulation', 'name="regeling"', 'name="product"'],
    ['product', 'name="product"', 'name="regeling"'],
  ] as const) {
    expect(await form(kind)).toContain(asks)
    expect(await form(kind)).not.toContain(not)
  }
  expect(await form('proposal')).not.toMatch(/name="(regeling|product)"/)
  expect(await form('verzonnen')).toContain('name="soort"')
  for (const wrong of [
    { soort: 'regulation', regeling: REGULATION, product: PRODUCT },
    { soort: 'regulation', product: PRODUCT },
    { soort: 'product', product: PRODUCT, regeling: REGULATION },
    { soort: 'proposal', product: PRODUCT },
    { soort: 'proposal', regeling: REGULATION },
    { soort: 'product' },
    { soort: 'product', product: REGULATION },
    { soort: '__proto__', product: PRODUCT },
  ])
    expect((await begin(wrong)).status, JSON.stringify(wrong)).toBe(422)
  for (const right of [
    { soort: 'regulation', regeling: REGULATION },
    { soort: 'regulation' },
    { soort: 'product', product: PRODUCT },
    { soort: 'proposal' },
  ])
    expect((await begin(right)).status, JSON.stringify(right)).toBe(303)
  await draft({ soort: 'regulation', regeling: REGULATION })
  const basis = unseenIn(await page('anna', '/wijzigen'), 'basis')
  const change = {
    basis,
    titel: 'Proef',
    samenvatting: 'x',
    besluit: '2099-12-31',
    product: PRODUCT,
    regeling: REGULATION,
  }
  expect(await send('anna', '/wijzigen', { soort: 'product', ...change })).toBe(422)
  await expect(
    as(desk.db, people['anna']!, (tx) =>
      tx.updateTable('case_file').set({ product: PRODUCT }).where('id', '=', id).execute(),
    ),
  ).rejects.toThrow(/not about that/)
})

test('what was linked wrongly before counts for nothing', async () => {
  await draft()
  // As an earlier version left it.
  await desk.db.transaction().execute(async (tx) => {
    await tx.executeQuery({ sql: 'set local session_replication_role = replica', parameters: [] } as never)
    await tx.updateTable('case_file').set({ product: PRODUCT, state: 'decided' }).where('id', '=', id).execute()
    await tx
      .insertInto('decision')
      .values({
        municipality: desk.municipality.id,
        id,
        case_file: id,
        no: 1,
        outcome: 'akkoord',
        text: 'Doen.',
        by: people['dora']!.id,
        name: 'dora',
        function: 'x',
        mandate: 'x',
        decided_on: today,
      })
      .execute()
  })
  const list = await (await at['anna']!.get('/balie/producten')).text()
  expect(list).toContain('Balieplan')
  expect(list.replaceAll(/<[^>]+>/g, ' ')).not.toMatch(/Balieplan[\s\S]{0,400}\d{4}/)
})

test('the main action is what is missing: first the pre-check; then the route that its rule proposes', async () => {
  const main = async (who: string) => /nl-button--primary" href="([^"]+)"[^>]*>([^<]+)</.exec(await page(who))
  await draft()
  const form = await formOf('pre_check')
  expect((await main('anna'))!.slice(1)).toEqual([form, 'Vul de voortoets in (nog 6 vragen)'])
  expect(await send('anna', '/stap/indienen')).toBe(409)
  for (const question of ['V1', 'V2', 'V3', 'V4', 'V5']) await give('anna', form, question, 'nee')
  expect((await main('anna'))![2]).toBe('Vul de voortoets in (nog één vraag)')
  expect(await send('anna', '/stap/indienen')).toBe(409)
  await give('anna', form, 'V6', 'nee')
  expect((await main('anna'))![1]).toBe(`${path}/stap/indienen`)
  expect(await send('anna', '/stap/indienen')).toBe(303)
  await send('bram', '/behandelen')
  expect((await main('bram'))![1]).toBe(`${path}/stap/geen-effect`)
  expect((await page('bram')).replaceAll(/<[^>]+>/g, '')).toMatch(/Andere stappen[\s\S]*Begin de volledige toets/)
  await inTest()
  expect((await main('anna'))![2]).toMatch(/^Vul de toets in \(nog \d+ vragen\)$/)
})
