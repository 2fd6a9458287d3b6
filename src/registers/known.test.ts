/** What is known of a thing stands on its page, whatever its kind; what was measured too long ago is unknown. */
import { v7 as uuid } from 'uuid'
import { beforeAll, expect, test } from 'vitest'
import { as, addOrganisation } from '../../test/desk.ts'
import { at, desk, inTest, inTown, path, people, PRODUCT, REGULATION, today } from '../../test/cases.ts'
import { publishedFindings } from '../db/findings.ts'
import { note } from '../db/noted-findings.ts'
import { asItCounts, lastDayOf } from '../scoring/counting.ts'
import { day } from '../web/language.ts'
import { holdSubjects } from '../publish/held-store.ts'

inTown()
const SITES = ['oud.loket.test', 'nieuw.loket.test'] as const
/** Looked at again after three months, and after five years. */
const NORMS = [
  { id: 'VEI-11', reviewMonths: 3 },
  { id: 'VEI-14', reviewMonths: 60 },
]
const OLD = new Date(Date.parse(today) - 200 * 86_400_000)
const LAST = lastDayOf(OLD.toISOString(), 3)
let organisation: string

beforeAll(async () => {
  const municipality = desk.municipality.id
  organisation = await addOrganisation(desk.db, municipality, 'Loket')
  await desk.db
    .updateTable('product')
    .set({ websites: [...SITES] })
    .where('id', '=', PRODUCT)
    .execute()
  const json = (value: unknown) => JSON.stringify(value) as never
  await desk.db
    .insertInto('published.publication')
    .values({
      municipality,
      no: 1,
      by_name: 'x',
      by_function: 'x',
      provisional: false,
      catalogue_version: 'x',
      catalogue: json({ norms: NORMS }),
      versions: json({}),
      self_test: null,
      summary: json({}),
    })
    .execute()
  for (const [address, measured_at] of [
    [SITES[0], OLD],
    [SITES[1], new Date()],
  ] as const) {
    const subject = uuid()
    await holdSubjects(desk.db, 1, [
      {
        municipality,
        id: subject,
        organisation: 'loket',
        kind: 'website',
        address,
        measured_at,
        seen: true,
        why: null,
        detail: null,
        evidence: null,
        screenshot: null,
        parties: [],
        pages: [],
        themes: [],
      },
    ])
    for (const { id: norm } of NORMS)
      await desk.db
        .insertInto('published.finding')
        .values({
          municipality,
          subject,
          criterion: `${norm}.x`,
          from_no: 1,
          to_no: null,
          norm,
          theme: 'VEI',
          verdict: 'unmet',
          reason: 'none',
          seen: json({}),
          strength: 'measured',
          cause: 'first',
        })
        .execute()
  }
})

const main = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const shown = async (where: string) => main(await (await at['anna']!.get(where)).text())
const TOLD = `Eén punt is te lang geleden gemeten en telt daarom als onbekend. Het gold tot en met ${day('nl', LAST)}.`

test('one reader counts what was published by the norms of that publication, on the day', async () => {
  const read = (on: string) =>
    as(desk.db, people['anna']!, (tx) =>
      publishedFindings(tx, desk.municipality.id, { slug: 'loket' }, { today: on, count: asItCounts }),
    )
  const said = async (on: string) =>
    (await read(on))
      .map(({ address, norm, verdict, seen }) => [address.slice(0, 4), norm, verdict, seen['until'] ?? ''].join(' '))
      .toSorted()
  expect(await said(LAST)).toEqual([
    'nieu VEI-11 unmet ',
    'nieu VEI-14 unmet ',
    'oud. VEI-11 unmet ',
    'oud. VEI-14 unmet ',
  ])
  expect(await said(today)).toEqual([
    'nieu VEI-11 unmet ',
    'nieu VEI-14 unmet ',
    `oud. VEI-11 unknown ${LAST}`,
    'oud. VEI-14 unmet ',
  ])
})

test('a product, its case and an organisation count what is too old as unknown, and say until when', async () => {
  await inTest({ soort: 'product', product: PRODUCT })
  expect(path).toContain('/balie/zaken/')
  for (const where of [`/balie/producten/${PRODUCT}`, path, `/balie/organisaties/${organisation}`]) {
    const text = await shown(where)
    // Voldoet, deels, voldoet niet, onbekend.
    expect(text, where).toMatch(/oud\.loket\.test\s+0 0 1 1 /)
    expect(text, where).toMatch(/nieuw\.loket\.test\s+0 0 2 0 /)
    expect(text, where).toContain(TOLD)
  }
})

test('a regulation, a product and an organisation show what people saw of them', async () => {
  const about = [
    ['regulation', REGULATION, `/balie/regelingen/${REGULATION}`],
    ['product', PRODUCT, `/balie/producten/${PRODUCT}`],
    ['organisation', organisation, `/balie/organisaties/${organisation}`],
  ] as const
  const anna = people['anna']!
  const finding = { norm: 'VEI-11', criterion: 'VEI-11.x', source: 'inspection', strength: 'witnessed' } as const
  await as(desk.db, anna, (tx) =>
    note(
      tx,
      desk.municipality.id,
      anna.id,
      about.flatMap(([kind, id]) => [
        {
          ...finding,
          about: { kind, id },
          verdict: 'met',
          seenBy: 'Toezicht',
          said: `Bord bij ${kind}.`,
          at: today,
          until: '2099-01-01',
        },
        {
          ...finding,
          about: { kind, id },
          verdict: 'met',
          seenBy: 'Toezicht',
          said: `Oud bord bij ${kind}.`,
          at: '2020-01-01',
          until: '2021-01-01',
        },
      ]),
    ),
  )
  for (const [kind, , where] of about) {
    const text = await shown(where)
    expect(text, where).toMatch(new RegExp(`Wat mensen zagen.* voldoet VEI-11.x Bord bij ${kind}`))
    expect(text, where).toContain(`onbekend: te lang geleden gezien VEI-11.x Oud bord bij ${kind}`)
    for (const [other] of about) if (other !== kind) expect(text, where).not.toContain(`ord bij ${other}.`)
  }
})
