/** A party reads on its first page what waits for it at its covenants, each with its last day, until it is done. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fixed, readyCovenant } from '../../../test/covenant.ts'
import { unasked } from '../../../test/database.ts'
import { addOrganisation, addPerson, testDeps, testDesk, type TestDesk, type Visitor } from '../../../test/desk.ts'
import { putCovenant, terms } from '../../../test/pledges.ts'
import { plainPdf } from '../../../test/signed-pdf.ts'
import { deskRoutes } from '../../apps/desk-routes.ts'
import { daysAfter } from '../../lib/iso-date.ts'
import { hashPassword } from '../../lib/password.ts'
import { day, todayIn } from '../../web/language.ts'
import { totalsDue } from './party-rules.ts'

const original = plainPdf()
const deps = { ...testDeps(), print: async () => new Uint8Array(original) }
const today = todayIn()
let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk(deskRoutes(deps))
})
afterAll(async () => {
  expect(desk.faults).toEqual([])
  await desk.close()
})
const bare = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const read = async (who: Visitor, path: string) => {
  const answer = await who.get(path)
  expect([path, answer.status]).toEqual([path, 200])
  return answer.text()
}
const NOTHING = 'Er wacht niets op u.'

test('a version lies open until it said something, then there is a text to sign until it signed', async () => {
  const covenant = await readyCovenant(desk, ['Bakkerij', 'Café'])
  const { id, parties } = covenant
  const [own, other] = await Promise.all(parties.map(({ person }) => desk.visit(person)))
  const place = `/balie/onze-afspraken/${id}`
  expect(await read(own!, '/balie')).toContain(NOTHING)
  const draft = await read(own!, '/balie/onze-afspraken')
  expect(bare(draft)).toContain('U heeft nog niets getekend. De tekst is een concept:')
  for (const path of ['', `/${id}/afspraken/versleuteld`]) {
    const said = await read(own!, `/balie/onze-afspraken${path}`)
    expect(said).not.toContain('Wat u beloofde')
    expect(said).not.toContain('Wat u heeft beloofd')
  }
  expect(draft).not.toContain('nog niet begonnen')

  const until = (on: string) =>
    unasked(desk.db, (tx) =>
      sql`update covenant_version set comments_until = ${on}::date where covenant = ${id}`.execute(tx),
    )
  await until(today)
  const open = await read(own!, '/balie')
  expect(open).toContain(`href="${place}/versies/1"`)
  expect(bare(open)).toContain('Er wacht 1 taak op u.')
  await unasked(desk.db, (tx) =>
    sql`insert into covenant_comment (municipality, id, covenant, version, article, participant, text, state, answer,
      answered_at) values (${desk.municipality.id}, gen_random_uuid(), ${id}, 1, 'waarom', ${parties[0]!.id},
      'Wat is dit?', 'answered', 'Dit.', now())`.execute(tx),
  )
  expect(await read(own!, '/balie')).toContain(NOTHING)
  expect(await read(other!, '/balie')).toContain(`href="${place}/versies/1"`)

  await until(daysAfter(today, -1))
  await fixed(desk, covenant, deps.files, { print: async () => new Uint8Array(original) })
  const { rows } = await sql<{ json: string; by: string }>`select json, sign_by::text as by from covenant_fixed
    where covenant = ${id}`.execute(desk.db)
  const sign = await read(own!, '/balie')
  expect(sign).toContain(`href="${place}/tekenen"`)
  expect(bare(sign)).toContain(`uiterlijk ${day('nl', rows[0]!.by)}`)
  const ours = await read(own!, '/balie/onze-afspraken')
  expect(bare(ours)).toContain(`U tekende nog niet. Dat kan tot en met ${day('nl', rows[0]!.by)}.`)
  expect(ours).toContain(`href="${place}/tekenen"`)
  expect(ours).not.toContain('nog niet begonnen')

  const word = 'vijf paarse olifanten dansen'
  await sql`update person set password = ${await hashPassword(word)} where id = ${parties[0]!.person.id}`.execute(
    desk.db,
  )
  const form = { versie: '1', json: rows[0]!.json, naam: 'Bep', functie: 'directeur', grond: 'trade-register' }
  const sent = { ...form, openbaar: 'ja', gelezen: 'ja', wachtwoord: word }
  expect((await (await desk.visit(parties[0]!.person)).post(`${place}/tekenen`, sent)).status).toBe(303)
  expect(await read(own!, '/balie')).toContain(NOTHING)
  expect(await read(own!, '/balie/onze-afspraken')).not.toContain('U tekende nog niet')
  expect(await read(other!, '/balie')).toContain(`href="${place}/tekenen"`)
})

test('totals that are due, the term to object and a plan stand there until they are done', async () => {
  const { id } = desk.municipality
  const officer = await addPerson(desk.db, id, ['policy-officer'], 'Anna')
  const verifier = await addPerson(desk.db, id, ['security-officer'], 'Vera')
  const organisation = await addOrganisation(desk.db, id, 'Winkel')
  const owner = await desk.visit(await addPerson(desk.db, id, ['partner'], 'Eigenaar', organisation))
  const pledge = terms(verifier, officer, { due: daysAfter(today, -2) })
  const covenant = await putCovenant(
    desk.db,
    officer,
    [
      pledge,
      {
        ...pledge,
        id: 'cursus',
        title: 'Medewerkers op cursus',
        method: 'counts',
        unit: 'total',
        unitWords: 'medewerkers',
        rules: [],
        criterion: 'MEN-01.cursus',
        least: 'declared',
        level: 'together',
        due: daysAfter(today, 20),
      },
    ],
    [{ organisation, on: '2026-01-01' }],
  )
  const place = `/balie/onze-afspraken/${covenant}/afspraken`
  const totals = await read(owner, '/balie')
  expect(totals).toContain(`href="${place}/cursus#aantallen-inleveren"`)
  expect(bare(totals)).toContain(`uiterlijk ${day('nl', daysAfter(today, 20))}`)
  const counted = { van: daysAfter(today, -90), tot: today, aantal: '3', totaal: '4', bewijs: 'Lijst.', vervangt: '' }
  expect((await owner.post(`${place}/cursus/aantallen`, counted)).status).toBe(303)
  expect(await read(owner, '/balie')).toContain(NOTHING)

  const miss = { over: organisation, oordeel: 'not-met', gehaald: '', gezien: today, bewijs: 'Niets.', reden: 'Zo.' }
  const said = await (await desk.visit(verifier)).post(`/balie/convenanten/${covenant}/voortgang/https/oordeel`, miss)
  expect(said.status).toBe(303)
  const after = bare(await read(owner, '/balie'))
  expect(after).toContain('Er wachten 2 taken op u.')
  for (const days of [14, 56]) expect(after).toContain(`uiterlijk ${day('nl', daysAfter(today, days))}`)
  expect((await owner.post(`${place}/https/plan`, { plan: 'Wij zetten het aan.' })).status).toBe(303)
  expect((await owner.post(`${place}/https/bezwaar`, { bezwaar: 'Het staat al aan.' })).status).toBe(303)
  expect(await read(owner, '/balie')).toContain(NOTHING)
})

test('totals are asked in the thirty days before each of their days, and until they came', () => {
  const pledge = { method: 'counts' as const, steps: [{ on: '2026-06-30', value: 0.5 }], due: '2026-12-31' }
  expect(totalsDue(pledge, [], '2026-05-30')).toBeUndefined()
  expect(totalsDue(pledge, [], '2026-05-31')).toBe('2026-06-30')
  expect(totalsDue(pledge, ['2026-05-30'], '2026-07-15')).toBe('2026-06-30')
  expect(totalsDue(pledge, ['2026-05-31'], '2026-07-15')).toBeUndefined()
  expect(totalsDue(pledge, ['2026-06-30'], '2026-12-01')).toBe('2026-12-31')
  expect(totalsDue({ ...pledge, method: 'findings' }, [], '2026-12-01')).toBeUndefined()
})
