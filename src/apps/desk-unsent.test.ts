/** Nothing that a person typed is lost: by another button, an ended session, a large body, or a colleague. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addPerson, as, ORIGIN, testDeps, testDesk, type TestDesk, type TestPerson } from '../../test/desk.ts'
import { formBrowser } from '../../test/form-browser.ts'
import { formOf } from '../../test/form-page.ts'
import { questionnaireFor } from '../catalogue/questionnaires.ts'
import { createCase } from '../features/cases/store/begin.ts'
import { deskRoutes } from './desk-routes.ts'

const deps = testDeps()
let desk: TestDesk
let anna: TestPerson
let bram: TestPerson
let question: string

beforeAll(async () => {
  desk = await testDesk(deskRoutes(deps))
  anna = await addPerson(desk.db, desk.municipality.id, ['policy-officer'], 'Anna')
  bram = await addPerson(desk.db, desk.municipality.id, ['policy-officer'], 'Bram')
})
beforeEach(async () => {
  await desk.db.deleteFrom('unsent').execute()
  const preCheck = questionnaireFor(deps.questionnaires, 'pre-check', 'proposal')!
  const id = await as(desk.db, anna, (tx) =>
    createCase(
      tx,
      desk.municipality.id,
      anna.id,
      { kind: 'proposal', title: 'Gratis wifi', summary: 'x', intendedOn: null, regulation: null, product: null },
      preCheck,
    ),
  )
  const row = await desk.db.selectFrom('case_file').select('pre_check').where('id', '=', id).executeTakeFirstOrThrow()
  question = `/balie/vragenlijsten/${row.pre_check}/V1`
})
afterAll(() => desk.close())

const browser = (person: TestPerson) => formBrowser(desk, person)
const to = (answer: Response) => answer.headers.get('location') ?? ''
const backTo = (answer: Response) => new URL(to(answer), ORIGIN).searchParams.get('naar')!
const waiting = async () => (await desk.db.selectFrom('unsent').select('id').execute()).length
const endSessions = () =>
  desk.db
    .updateTable('session')
    .set({ seen_at: new Date(Date.now() - 31 * 60_000) })
    .execute()

test('an answer that was typed is still there after “Plaats opmerking”, and is not kept unasked', async () => {
  const at = await browser(anna)
  const form = await at.form(question, `${question}/opmerking`)
  const done = await at.post(`${question}/opmerking`, {
    ...form,
    reden: 'Een lang verhaal.',
    opmerking: 'Kijk hier eens naar.',
  })
  expect(done.status).toBe(303)
  expect(to(done)).toMatch(/\?getypt=[0-9a-f-]{36}#opmerkingen$/)
  const page = await at.text(to(done).split('#')[0]!)
  expect(page).toContain('>Een lang verhaal.</textarea>')
  expect(page).toContain('Kijk hier eens naar.')
  expect(page).toContain('Wat u invulde, staat er nog')
  expect(await desk.db.selectFrom('answer').selectAll().where('reason', '=', 'Een lang verhaal.').execute()).toEqual([])
  // Once it is sent, nothing of it waits any more.
  const again = formOf(page, question)
  expect(again['getypt']).toBeDefined()
  expect((await at.post(question, { ...again, antwoord: 'nee', dan: 'lijst' })).status).toBe(303)
  expect(await waiting()).toBe(0)
})

test('a comment and an answer that were typed are still there after “Voeg bewijs toe”', async () => {
  const at = await browser(anna)
  const form = await at.form(question, `${question}/bewijs`)
  const typed = { reden: 'Toelichting van mij.', opmerking: 'Half af' }
  const done = await at.post(`${question}/bewijs`, {
    ...form,
    ...typed,
    titel: 'Verslag',
    link: 'https://voorbeeld.nl/a',
  })
  const page = await at.text(to(done).split('#')[0]!)
  for (const part of ['>Toelichting van mij.</textarea>', '>Half af</textarea>', 'Verslag'])
    expect(page).toContain(part)
  // Also when what was sent is not right: then nothing is kept, and everything is on the screen.
  const wrong = await at.post(`${question}/bewijs`, { ...form, ...typed, titel: '' })
  expect(wrong.status).toBe(422)
  const text = await wrong.text()
  for (const part of ['>Toelichting van mij.</textarea>', '>Half af</textarea>']) expect(text).toContain(part)
  // And the button after that still knows what was typed and what stood there.
  const third = formOf(text, `${question}/opmerking`)
  const after = await at.post(`${question}/opmerking`, third)
  expect(await at.text(to(after).split('#')[0]!)).toContain('>Toelichting van mij.</textarea>')
})

test('nothing typed elsewhere: nothing is kept, and one goes where one goes', async () => {
  const at = await browser(anna)
  await at.post(question, {
    ...(await at.form(question, question)),
    antwoord: 'nee',
    reden: 'Zo is het.',
    dan: 'lijst',
  })
  const form = await at.form(question, `${question}/opmerking`)
  expect(to(await at.post(`${question}/opmerking`, { ...form, opmerking: 'Goed zo.' }))).toBe(`${question}#opmerkingen`)
  expect(await waiting()).toBe(0)
})

test('Enter in a field sends nothing and keeps all', async () => {
  const at = await browser(anna)
  const form = await at.form(question, '/balie/getypt')
  const done = await at.post('/balie/getypt', { ...form, titel: 'Half' })
  expect(to(done)).toContain(question)
  const page = await at.text(to(done))
  expect(page).toContain('value="Half"')
  expect(page).toMatch(/<details[^>]* open/)
})

test('a session that ended while typing: the text waits behind the door, for its writer alone', async () => {
  const at = await browser(anna)
  const form = await at.form(question, question)
  await endSessions()
  const late = await at.post(question, { ...form, antwoord: 'nee', reden: 'Een half uur werk.', dan: 'volgende' })
  expect(late.status).toBe(303)
  expect(to(late)).toMatch(/^\/balie\/aanmelden\?naar=/)
  expect(await desk.db.selectFrom('answer').selectAll().where('reason', '=', 'Een half uur werk.').execute()).toEqual(
    [],
  )
  const sealed = await desk.db.selectFrom('unsent').select('sealed').execute()
  expect(JSON.stringify(sealed)).not.toContain('half uur')
  // Somebody else at the same screen sees the question, and nothing of the text.
  await at.signIn(bram)
  expect(await at.text(backTo(late))).not.toContain('half uur')
  expect((await at.post(question, { ...form, reden: 'Een half uur werk.' })).status).toBe(403)
  await at.signIn(anna)
  const page = await at.text(backTo(late))
  expect(page).toContain('>Een half uur werk.</textarea>')
  expect(page).toMatch(/checked=""[^>]*value="nee"|value="nee"[^>]*checked=""/)
  expect((await at.post(question, { ...formOf(page, question), dan: 'lijst' })).status).toBe(303)
  expect(await waiting()).toBe(0)
})

test('also when the session is no longer there at all, and the file that could not be kept is named', async () => {
  const at = await browser(anna)
  const form = await at.form(question, `${question}/bewijs`)
  await desk.db.deleteFrom('session').execute()
  const file = new File(['verslag'], 'verslag.txt', { type: 'text/plain' })
  const late = await at.post(`${question}/bewijs`, { ...form, titel: 'Mijn verslag' }, { bestand: file })
  await at.signIn(anna)
  const page = await at.text(backTo(late))
  expect(page).toContain('value="Mijn verslag"')
  expect(page).toContain('Het bestand “verslag.txt” konden wij niet bewaren')
})

test('who signed in anew meanwhile gets the page again with the text, and only then sends it', async () => {
  const at = await browser(anna)
  const form = await at.form(question, question)
  await at.signIn(anna)
  const answer = await at.post(question, { ...form, reden: 'Nog een keer dan.', antwoord: 'nee', dan: 'lijst' })
  expect(answer.status).toBe(403)
  const page = await answer.text()
  expect(page).toContain('>Nog een keer dan.</textarea>')
  expect((await at.post(question, { ...formOf(page, question), dan: 'lijst' })).status).toBe(303)
})

test('a stranger keeps nothing here', async () => {
  const at = await browser(anna)
  const form = await at.form(question, question)
  at.signOut()
  for (const voor of ['', 'x', `${String(form['voor']).slice(0, -4)}AAAA`])
    expect(to(await at.post(question, { ...form, voor, reden: 'vreemd' }))).toBe(
      `/balie/aanmelden?naar=${encodeURIComponent(question)}`,
    )
  expect(await waiting()).toBe(0)
})

test('of one person there is never more than a little', async () => {
  const at = await browser(anna)
  const form = await at.form(question, question)
  await desk.db.deleteFrom('session').execute()
  for (let no = 0; no < 25; no++) await at.post(question, { ...form, reden: `poging ${no}` })
  expect(await waiting()).toBe(20)
})

test('a password is never kept', async () => {
  const at = await browser(anna)
  const form = await at.form('/balie/account', '/balie/account/wachtwoord')
  await desk.db.deleteFrom('session').execute()
  expect(to(await at.post('/balie/account/wachtwoord', { ...form, oud: 'a', nieuw: 'b' }))).not.toContain('getypt')
  expect(await waiting()).toBe(0)
})

test('a file of 20 MB: 413 in place, in words, with the size, the limit, and the text beside it', async () => {
  const at = await browser(anna)
  const form = await at.form(question, `${question}/bewijs`)
  const file = new File([new Uint8Array(20 * 1024 * 1024)], 'film.mp4')
  const { titel: _, opmerking: __, ...rest } = form
  const body = { ...rest, titel: 'Film', reden: 'Blijft staan.' }
  const answer = await at.post(`${question}/bewijs`, body, { bestand: file })
  expect(answer.status).toBe(413)
  const page = await answer.text()
  for (const part of [
    'Dit bestand is te groot',
    '20 MB',
    '10 MB',
    'Uitloggen',
    'value="Film"',
    '>Blijft staan.</textarea>',
  ])
    expect(page).toContain(part)
  expect(await desk.db.selectFrom('upload').selectAll().execute()).toEqual([])
  // The same file chosen, and another button pressed: it is no reason to refuse that.
  const other = await at.post(`${question}/opmerking`, { ...body, opmerking: 'Wel dit.' }, { bestand: file })
  expect(other.status).toBe(303)
  expect(await at.text(to(other).split('#')[0]!)).toContain('Het bestand “film.mp4” konden wij niet bewaren')
})

test('near miss: a file of 10 MB is taken', async () => {
  const at = await browser(anna)
  const form = await at.form(question, `${question}/bewijs`)
  const file = new File(['a'.repeat(10 * 1024 * 1024)], 'lang.txt')
  expect((await at.post(`${question}/bewijs`, { ...form, titel: 'Lang' }, { bestand: file })).status).toBe(303)
})

test('there were no faults of ours', () => expect(desk.faults).toEqual([]))
