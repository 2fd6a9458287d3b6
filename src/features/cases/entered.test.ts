/** What the registers say about a case counts in its IT-toets: of its product, its processing, and the agreement. */
import { expect, test } from 'vitest'
import { as, testDeps } from '../../../test/desk.ts'
import { at, desk, draft, id, inTown, page, people, PRODUCT, today } from '../../../test/cases.ts'
import { registerFor } from '../../catalogue/registers.ts'
import type { Values } from '../../model/register.ts'
import { MOST_ENTERED, enteredAbout } from '../../registers/judged-store.ts'
import { addEntry, endEntry, entryById } from '../../registers/store.ts'
import { weigh } from '../../scoring/weigh.ts'

inTown()
const { registers, catalogue } = testDeps()
const of = (purpose: string) => registerFor(registers, purpose)!
const put = async (purpose: string, values: Values) => {
  const { municipality, id: by } = people['anna']!
  const written = { values, by, way: 'form' } as const
  return (await as(desk.db, people['anna']!, (tx) => addEntry(tx, municipality, of(purpose), written))).id
}
const end = (purpose: string, entry: string) =>
  as(desk.db, people['anna']!, async (tx) => {
    const { municipality, id: by } = people['anna']!
    const found = (await entryById(tx, municipality, of(purpose), entry, 'to-change'))!
    await endEntry(tx, municipality, of(purpose), found, { by, ended: true })
  })
const weighed = async (about: Parameters<typeof enteredAbout>[3]) => {
  const { municipality } = people['anna']!
  const house = { registers, norms: catalogue.norms }
  return as(desk.db, people['anna']!, (tx) => enteredAbout(tx, municipality, house, about, today))
}
const found = async (about: Parameters<typeof enteredAbout>[3]) => (await weighed(about)).found
const said = async (about: Parameters<typeof enteredAbout>[3]) =>
  (await found(about)).map(({ entry, criterion, verdict, reason }) =>
    [entry.title, criterion, verdict, reason.slice('entry.'.length)].join(' '),
  )
const PRODUCT_HERE = [{ kind: 'product' as const, id: PRODUCT }]
const ANSWERS = Object.fromEntries(
  'opdracht geheimhouding beveiliging anderen rechten hulp teruggeven controle'.split(' ').map((each) => [each, 'ja']),
)

test('a product: its processing without DPIA, an agreement that lacks a point, a review that has passed', async () => {
  const product = await put('product', { naam: 'Balie', toetsproduct: [PRODUCT], nazien: '2020-01-01' })
  const other = await put('product', { naam: 'Iets anders', nazien: '2020-01-01' })
  const agreement = await put('processor-agreement', { naam: 'Afspraak', ...ANSWERS, hulp: 'nee' })
  await put('processing', {
    naam: 'Afspraken maken',
    'dpia-nodig': 'ja',
    systemen: [product, other],
    verwerkers: [agreement],
  })
  await put('algorithm', { naam: 'Wachtrij', product: [product], nazien: '2020-01-01' })
  const all = await said(PRODUCT_HERE)
  expect(all).toContain('Afspraken maken PRV-07.gemaakt unmet unlinked')
  expect(all).toContain('Afspraken maken PRV-05.lijst met linked')
  expect(all).toContain('Afspraak PRV-05.inhoud unmet answer')
  expect(all).toContain('Afspraak PRV-05.lijst unmet unlinked')
  expect(all).toContain('Balie MEN-13.herbeoordeling-gepland unmet passed')
  expect(all).toContain('Wachtrij MEN-13.herbeoordeling-gepland unmet passed')
  // Another product of the same processing is a subject of its own.
  expect(all.filter((each) => each.startsWith('Iets anders'))).toEqual([])
  const shown = await (await at['anna']!.get(`/balie/producten/${PRODUCT}`)).text()
  expect(shown).toContain('Wat de registers hiervan zeggen')
  expect(shown).toContain('Afspraken maken')
  expect(shown).toContain('Het register verwijst bij')
})

test('they weigh through the lens of the IT-toets, and through none that looks from outside', async () => {
  const theme = async (lens: Parameters<typeof weigh>[2]) =>
    weigh(await found(PRODUCT_HERE), catalogue, lens, today).themes.find(({ theme: each }) => each === 'PRV')!
  expect((await theme('it-toets')).applicable).toBeGreaterThan(0)
  expect((await theme('outside')).applicable).toBe(0)
  expect((await theme('self-assessment')).applicable).toBe(0)
})

test('of more entries than are weighed, that there are more is told', async () => {
  await draft({ soort: 'product', product: PRODUCT })
  const about = [{ kind: 'case' as const, id }]
  for (let at = 0; at < MOST_ENTERED; at++) await put('processing', { naam: `Verwerking ${at}`, zaken: [id] })
  expect((await weighed(about)).more).toBe(false)
  await put('processing', { naam: 'Nog één', zaken: [id] })
  expect((await weighed(about)).more).toBe(true)
  expect((await page('bram')).includes(`Alleen de eerste ${MOST_ENTERED} zijn meegewogen.`)).toBe(true)
})

test('an agreement that has ended, or of which the last day is over, is none', async () => {
  const ended = await put('processor-agreement', { naam: 'Oud', ...ANSWERS })
  const over = await put('processor-agreement', { naam: 'Voorbij', ...ANSWERS, einde: '2020-01-01' })
  await draft({ soort: 'product', product: PRODUCT })
  await put('processing', { naam: 'Met oud', zaken: [id], verwerkers: [ended] })
  await put('processing', { naam: 'Met voorbij', zaken: [id], verwerkers: [over] })
  await put('processing', {
    naam: 'Met beide',
    zaken: [id],
    verwerkers: [over, await put('processor-agreement', { naam: 'Nu' })],
  })
  const about = [{ kind: 'case' as const, id }]
  expect(await said(about)).toContain('Met oud PRV-05.lijst met linked')
  await end('processor-agreement', ended)
  const all = await said(about)
  expect(all).toContain('Met oud PRV-05.lijst unknown ended')
  expect(all).toContain('Met voorbij PRV-05.lijst unknown ended')
  expect(all).toContain('Met beide PRV-05.lijst met linked')
  // What has ended says nothing itself.
  expect(all.filter((each) => each.startsWith('Oud '))).toEqual([])
  const shown = await page('bram')
  expect(shown).toContain('Wat de registers hiervan zeggen')
  expect(shown).toContain('is beëindigd of weg')
})
