/** Who is behind with an agreement stands first, by the page, with how many stand how above it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addOrganisation, addPerson, as, testDeps, testDesk, type TestDesk } from '../../../../test/desk.ts'
import type { TestPerson, Visitor } from '../../../../test/desk.ts'
import { putCovenant, putStep, terms } from '../../../../test/pledges.ts'
import { asClock } from '../../../db/as.ts'
import { note } from '../../../db/noted-findings.ts'
import { daysAfter } from '../../../lib/iso-date.ts'
import { todayIn } from '../../../web/language.ts'
import { covenantDeskRoutes } from '../routes.ts'
import { recompute } from './kept-store.ts'

const today = todayIn()
const deps = testDeps()
/** Of 64 who take part one in four meets it, one paused and one left. */
const PARTIES = 64
let desk: TestDesk
let officer: TestPerson
let visitor: Visitor
let path: string

beforeAll(async () => {
  desk = await testDesk(covenantDeskRoutes(deps))
  const { id } = desk.municipality
  const shops: string[] = []
  for (let no = 0; no < PARTIES; no++)
    shops.push(await addOrganisation(desk.db, id, `Winkel ${String(no).padStart(2, '0')}`))
  officer = await addPerson(desk.db, id, ['policy-officer'])
  const verifier = await addPerson(desk.db, id, ['security-officer'])
  visitor = await desk.visit(officer)
  const covenant = await putCovenant(
    desk.db,
    officer,
    [{ ...terms(verifier, officer), due: daysAfter(today, 200) }],
    shops.map((organisation) => ({ organisation, on: '2026-01-01' })),
  )
  path = `/balie/convenanten/${covenant}/voortgang/https`
  await as(desk.db, officer, (tx) =>
    note(
      tx,
      id,
      officer.id,
      shops.map((organisation, no) => ({
        source: 'inspection' as const,
        about: { kind: 'organisation' as const, id: organisation },
        norm: 'VEI-11',
        criterion: 'VEI-11.https',
        verdict: no % 4 === 0 ? ('met' as const) : ('unmet' as const),
        strength: 'witnessed' as const,
        said: 'Gezien.',
        seenBy: 'Iemand',
        at: daysAfter(today, -20),
        until: daysAfter(today, 200),
      })),
    ),
  )
  const participants = await desk.db.selectFrom('covenant_participant').select(['id', 'organisation']).execute()
  const partOf = (no: number) => participants.find(({ organisation }) => organisation === shops[no])!.id
  await putStep(desk.db, partOf(1), 'paused', daysAfter(today, -3))
  await putStep(desk.db, partOf(2), 'left', daysAfter(today, -3))
  await asClock(desk.db, id, (tx) =>
    recompute(tx, id, { norms: deps.catalogue.norms, registers: deps.registers }, today),
  )
})
afterAll(() => desk.close())

const read = async (query = '') => (await visitor.get(`${path}${query}`)).text()
const shopsIn = (page: string) => [...page.matchAll(/\/partij\/[^"]+"[^>]*>(Winkel \d\d)</g)].map(([, name]) => name)

test('who is behind stands on the first page, and who meets it after them', async () => {
  const [one, two] = [await read(), await read('?pagina=2')]
  expect(shopsIn(one)).toHaveLength(50)
  expect(shopsIn(one).slice(0, 3)).toEqual(['Winkel 03', 'Winkel 05', 'Winkel 06'])
  expect(one).toContain('1 tot en met 50 van 63')
  expect(shopsIn(two)).toHaveLength(13)
  expect(two).toContain('51 tot en met 63 van 63')
  expect(new Set([...shopsIn(one), ...shopsIn(two)]).size).toBe(63)
})

test('who paused comes last and apart, and who left does not stand here', async () => {
  const two = await read('?pagina=2')
  expect(shopsIn(two).at(-1)).toBe('Winkel 01')
  expect(two).toMatch(/id="gepauzeerd"[\s\S]*Winkel 01/)
  expect([...shopsIn(await read()), ...shopsIn(two)]).not.toContain('Winkel 02')
})

test('how many stand how is told of all pages together, on each of them', async () => {
  for (const page of [await read(), await read('?pagina=2')]) {
    const counts = /id="standen"[\s\S]*?<\/ul>/.exec(page)![0].replaceAll(/<svg[\s\S]*?<\/svg>|<[^>]+>/g, ' ')
    expect(counts.replaceAll(/\s+/g, ' ')).toMatch(/46 loopt achter.* 16 op koers.* 1 gepauzeerd/)
  }
})

test('there is a way to the next page and back, and a page too far says so', async () => {
  expect(await read()).toContain(`href="${path}?pagina=2#achter"`)
  expect(await read('?pagina=2')).toContain(`href="${path}#achter"`)
  const far = await read('?pagina=9')
  expect(far).toContain('Er zijn er niet meer.')
  expect(far).toContain(`href="${path}?pagina=2#achter"`)
  expect(shopsIn(await read('?pagina=x'))).toHaveLength(50)
})
