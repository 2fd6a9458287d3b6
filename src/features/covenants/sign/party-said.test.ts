/** What parties say by their link: each message is heard and found again, and only the municipality reads why. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { linkFor, readyCovenant, type Covenant, type Party } from '../../../../test/covenant.ts'
import { unasked } from '../../../../test/database.ts'
import { addPerson, as, ORIGIN, testDeps, testDesk, type TestDesk } from '../../../../test/desk.ts'
import { tick } from '../../../apps/clock.ts'
import { signingSite } from '../../../../test/signing-site.ts'
import { deskRoutes } from '../../../apps/desk-routes.ts'
import { signingTimers } from './timers.ts'

const deps = testDeps()
let desk: TestDesk
let site: ReturnType<typeof signingSite>
beforeAll(async () => {
  desk = await testDesk(deskRoutes(deps))
  site = signingSite(desk, deps)
})
afterAll(() => desk.close())

const row = async <T>(query: ReturnType<typeof sql<T>>) => site.row(query)
const text = (path: string) => site.text(path)
const post: typeof site.post = (path, fields) => site.post(path, fields)
const asked = (secret: string, party: Pick<Party, 'email'>) => site.asked(secret, party)
const jsonOf = async (id: string) =>
  (await row(sql<{ json: string }>`select json from covenant_fixed where covenant = ${id}`))[0]!.json
const signs = async (covenant: Covenant, secret: string, party: Party, code?: string) =>
  post(`/tekenen/${secret}/teken`, {
    naam: 'Bep',
    functie: 'directeur',
    grond: 'trade-register',
    openbaar: 'nee',
    gelezen: 'ja',
    versie: '1',
    json: await jsonOf(covenant.id),
    code: code ?? (await asked(secret, party)),
  })
const ready = (...names: string[]) => site.ready(...names)
const tasksOf = (covenant: Covenant) =>
  row(sql<{ kind: string; text: string; path: string; person: string | null; role: string | null }>`
    select kind, text, path, person, role from task where object = ${`covenant/${covenant.id}`} and done_at is null
    and kind not like 'covenant-comment%' order by created_at`)

test('of each party each message is a task of its own that names it, and stands in its history', async () => {
  const { covenant, secrets } = await ready('Bakkerij', 'Café', 'Drukkerij')
  const [bakery, cafe, printer] = covenant.parties as [Party, Party, Party]
  for (const index of [0, 1])
    await post(`/tekenen/${secrets[index]!}/stap`, {
      stap: 'declined',
      reden: 'Geen tijd.',
      'code-stap': await asked(secrets[index]!, covenant.parties[index]!),
    })
  expect((await post(`/tekenen/${secrets[2]!}/niet-ik`)).status).toBe(200)
  const again = await linkFor(desk.db, covenant, printer)
  await post(`/tekenen/${again}/doorgeven`, {
    naam: 'Kees Collega',
    functie: 'bestuurder',
    email: 'kees@druk.test',
    'code-doorgeven': await asked(again, printer),
  })
  const tasks = await tasksOf(covenant)
  expect(
    tasks.map(({ kind, text: words, path }) => [kind.split('.')[0], words.split(':')[0]!.split(' ')[0], path]),
  ).toEqual(
    (
      [
        ['covenant-step', 'Bakkerij', bakery],
        ['covenant-step', 'Café', cafe],
        ['covenant-not-me', 'Drukkerij', printer],
        ['covenant-passed-on', 'Drukkerij', printer],
      ] as const
    ).map(([kind, name, { id }]) => [kind, name, `/balie/convenanten/${covenant.id}/tekenen/${id}`]),
  )
  const anna = await desk.visit(covenant.officer)
  const place = `/balie/convenanten/${covenant.id}/tekenen/${printer.id}`
  const page = await (await anna.get(place)).text()
  const history = page.slice(page.indexOf('Wat er gebeurde'))
  expect(history).toContain('de link kwam bij de verkeerde')
  expect(history).toContain('gaf de link door aan een collega. Aan bestuurder')
  expect(history, 'a history is kept longer than a name').not.toContain('Kees')
  // Seen is done, of this party alone; what it says next is a task again.
  expect((await anna.post(`${place}/gezien`)).status).toBe(303)
  expect((await tasksOf(covenant)).map(({ kind }) => kind.split('.')[0])).toEqual(['covenant-step', 'covenant-step'])
  expect(desk.faults).toEqual([])
})

test('each signed file is a task, for who may record it', async () => {
  const { covenant, secrets } = await ready('Bakkerij')
  const manager = await addPerson(desk.db, desk.municipality.id, ['account-manager'], 'Mia')
  await sql`update covenant set owner = ${manager.id} where id = ${covenant.id}`.execute(desk.db)
  for (const name of ['een.pdf', 'twee.pdf']) {
    const answer = await post(`/tekenen/${secrets[0]!}/bestand`, {
      soort: 'signed',
      waar: '',
      bestand: new File(['%PDF-1.7\n%%EOF\n', name], name, { type: 'application/pdf' }),
      'code-bestand': await asked(secrets[0]!, covenant.parties[0]!),
    })
    expect(answer.status).toBe(303)
  }
  const tasks = await tasksOf(covenant)
  expect(tasks).toMatchObject(Array(2).fill({ person: null, role: 'policy-officer' }))
  const anna = await desk.visit(covenant.officer)
  expect(await (await anna.get(tasks[0]!.path)).text()).toContain('er kwam een getekend bestand')
})

test('who signed in another window hears so, and not that a code is missing', async () => {
  const { covenant, secrets } = await ready('Bakkerij')
  const code = await asked(secrets[0]!, covenant.parties[0]!)
  expect((await signs(covenant, secrets[0]!, covenant.parties[0]!, code)).status).toBe(303)
  const second = await signs(covenant, secrets[0]!, covenant.parties[0]!, code)
  const page = await second.text()
  expect([second.status, page.includes('U heeft deze versie al getekend.')]).toEqual([409, true])
  expect(page).not.toContain('Vraag eerst een code')
})

test('the page that checks a file knows a receipt and a signed copy, and says what an empty file is', async () => {
  const { covenant, secrets } = await ready('Bakkerij')
  const file = new File(['%PDF-1.7\n%%EOF\n', covenant.id], 'getekend.pdf', { type: 'application/pdf' })
  const hash = createHash('sha256')
    .update(new Uint8Array(await file.arrayBuffer()))
    .digest('hex')
  await post(`/tekenen/${secrets[0]!}/bestand`, {
    soort: 'signed',
    waar: '',
    bestand: file,
    'code-bestand': await asked(secrets[0]!, covenant.parties[0]!),
  })
  const check = (of: string) => text(`/document-controleren?vingerafdruk=${of}`)
  // Sent is not accepted: of a stranger's file nothing is told.
  expect(await check(hash)).toContain('Dit bestand kennen wij niet')
  const [sent] = await row(sql<{ id: string }>`select id from covenant_file where hash = ${hash}`)
  await as(desk.db, covenant.officer, async (tx) =>
    sql`select wall.sign_covenant_by_file(${sent!.id}, ${JSON.stringify({
      json: await jsonOf(covenant.id),
      name: 'Bep',
      function: 'directeur',
      ground: 'trade-register',
      read: true,
      named: null,
    })}::jsonb)`.execute(tx),
  )
  expect(await check(hash)).toContain('Het is een getekend exemplaar van versie 1')
  await sql`update covenant_participant set state = 'declined' where covenant = ${covenant.id}
    and kind = 'municipality'`.execute(desk.db)
  await tick(desk.db, { timers: signingTimers, postman: undefined, origin: ORIGIN })
  const [receipt] = await row(sql<{ hash: string }>`select hash from covenant_receipt where covenant = ${covenant.id}`)
  expect(await check(receipt!.hash)).toContain('Het is ontvangstbewijs 1 van versie 1')
  const empty = await post('/document-controleren', { bestand: new File([], 'leeg.pdf') })
  expect([empty.status, (await empty.text()).includes('Dit bestand is leeg.')]).toEqual([422, true])
})

test('after a code was asked the page opens where it is typed, and says so there', async () => {
  const { covenant, secrets } = await ready('Bakkerij')
  const [{ email }] = covenant.parties as [Party]
  for (const [terug, at] of [
    ['', ''],
    ['/anders', '/anders'],
  ] as const) {
    const answer = await post(`/tekenen/${secrets[0]!}/code`, { terug })
    expect(answer.headers.get('location')).toBe(`/tekenen/${secrets[0]!}${at}?gedaan=code#gedaan`)
    const page = await text(`/tekenen/${secrets[0]!}${at}?gedaan=code`)
    const told = page.slice(page.indexOf('id="gedaan"') - 200, page.indexOf('id="gedaan"') + 200)
    expect(told).toContain('role="status"')
    expect(told).toContain('tabindex="-1"')
    expect(told).toContain(`De code is onderweg naar ${email[0]!}…@partij.test.`)
    // Above the field, and below the text that is read first.
    expect(page.indexOf('id="gedaan"')).toBeGreaterThan(page.indexOf('</h1>'))
  }
})

test('what went well stands under a heading that says so', async () => {
  const { covenant, secrets } = await ready('Bakkerij', 'Café')
  const headings = async (answer: Response) => /<h1[^>]*>([^<]*)/.exec(await answer.text())![1]
  expect(await headings(await post(`/tekenen/${secrets[0]!}/niet-ik`))).toBe('Dank u wel')
  const cafe = covenant.parties[1]!
  const passed = await post(`/tekenen/${secrets[1]!}/doorgeven`, {
    naam: 'Kees Collega',
    functie: 'bestuurder',
    email: 'kees@cafe.test',
    'code-doorgeven': await asked(secrets[1]!, cafe),
  })
  expect(await headings(passed)).toBe('U heeft de link doorgegeven')
  const late = await linkFor(desk.db, covenant, cafe)
  await sql`update covenant_link set ends_at = now() - interval '1 day' where participant = ${cafe.id}
    and ended is null`.execute(desk.db)
  expect(await headings(await post(`/tekenen/${late}/nieuw`))).toBe('De nieuwe link is onderweg')
  // What is asked of it afterwards is told as before.
  expect(await headings(await site.get(`/tekenen/${secrets[0]!}`))).toBe('Deze link werkt niet meer')
})

test('a party pauses until a day, and leaves after a tick; it keeps what it signed and gets proof', async () => {
  const { covenant, secrets } = await ready('Bakkerij')
  const [secret] = secrets as [string]
  const [party] = covenant.parties as [Party]
  expect((await signs(covenant, secret, party)).status).toBe(303)
  const says = async (fields: Readonly<Record<string, string>>) => {
    await sql`update covenant_link set codes = 0 where participant = ${party.id}`.execute(desk.db)
    return post(`/tekenen/${secret}/stap`, { reden: 'Verbouwing.', 'code-stap': await asked(secret, party), ...fields })
  }
  for (const tot of ['', '2020-01-01'])
    expect(await (await says({ stap: 'paused', tot })).text()).toContain('Kies een dag na vandaag.')
  expect((await says({ stap: 'paused', tot: '2099-03-01' })).status).toBe(303)
  const page = await text(`/tekenen/${secret}`)
  expect(page).toContain('Uw deelname is gepauzeerd, door uzelf.')
  expect(page).toContain('tot en met 1 maart 2099')
  expect(await (await says({ stap: 'left' })).text()).toContain('Kruis aan dat u vanaf vandaag stopt.')
  expect((await says({ stap: 'left', zeker: 'ja' })).status).toBe(303)
  const proof = await row(sql<{ body: string }>`select body from message where recipient = ${party.email}
    and kind = 'covenant-said' order by created_at`)
  expect(proof.map(({ body }) => /te pauzeren|te stoppen/.exec(body)?.[0])).toEqual(['te pauzeren', 'te stoppen'])
  const left = await site.get(`/tekenen/${secret}`)
  expect([left.status, (await left.text()).includes('Wat u eerder tekende')]).toEqual([410, true])
  const file = await site.get(`/tekenen/${secret}/convenant-1.json`)
  const hash = createHash('sha256')
    .update(new Uint8Array(await file.arrayBuffer()))
    .digest('hex')
  expect([file.status, hash]).toEqual([200, await jsonOf(covenant.id)])
  // It reads, and does nothing any more; and not for ever.
  expect((await post(`/tekenen/${secret}/code`)).status).toBe(410)
  await sql`update covenant_participant set left_on = today_here() - 400 where id = ${party.id}`.execute(desk.db)
  expect((await site.get(`/tekenen/${secret}/convenant-1.json`)).status).toBe(410)
  expect(desk.faults).toEqual([])
})

test('who signed nothing gets nothing of it after leaving, and another party its own alone', async () => {
  const { covenant, secrets } = await ready('Bakkerij', 'Café')
  await signs(covenant, secrets[0]!, covenant.parties[0]!)
  expect((await site.get(`/tekenen/${secrets[0]!}/convenant-1.pdf`)).status).toBe(200)
  expect((await site.get(`/tekenen/${secrets[1]!}/convenant-1.pdf`)).status).toBe(404)
})

test('who has a work account hears before it begins that the link is the way, and has it mailed', async () => {
  const { covenant } = await ready('Bakkerij', 'Café')
  const [bakery, cafe] = covenant.parties as [Party, Party]
  await sql`update person set password = null where id = ${bakery.person.id}`.execute(desk.db)
  const bep = await desk.visit(bakery.person)
  const place = `/balie/onze-afspraken/${covenant.id}`
  const page = await (await bep.get(`${place}/tekenen`)).text()
  expect(page).toContain('U logt in met een werkaccount.')
  expect(page).not.toContain('name="wachtwoord"')
  await sql`update covenant_link set made_at = now() - interval '1 day'`.execute(desk.db)
  expect((await bep.post(`${place}/link`)).status).toBe(303)
  const [mail] = await row(sql<{ body: string }>`select body from message where recipient = ${bakery.email}
    and kind = 'covenant-link' order by created_at desc limit 1`)
  expect(await text(`/tekenen/${/\/tekenen\/([\w-]{43})/.exec(mail!.body)![1]!}`)).toContain(
    'U heeft nog niet getekend',
  )
  // Not twice in a row, and never that of another.
  expect((await bep.post(`${place}/link`)).status).toBe(409)
  await expect(
    as(desk.db, bakery.person, (tx) =>
      sql`select wall.own_covenant_link(${cafe.id}, ${'a'.repeat(64)}, 60, '{}')`.execute(tx),
    ),
  ).rejects.toMatchObject({ code: '42501' })
})

test('a receipt is fetched at the desk as the bytes of which the hash was mailed', async () => {
  const { covenant, secrets } = await ready('Bakkerij')
  await signs(covenant, secrets[0]!, covenant.parties[0]!)
  await sql`update covenant_participant set state = 'declined' where covenant = ${covenant.id}
    and kind = 'municipality'`.execute(desk.db)
  await tick(desk.db, { timers: signingTimers, postman: undefined, origin: ORIGIN })
  const [receipt] = await row(sql<{ hash: string }>`select hash from covenant_receipt where covenant = ${covenant.id}`)
  for (const [person, at] of [
    [covenant.officer, 'convenanten'],
    [covenant.parties[0]!.person, 'onze-afspraken'],
  ] as const) {
    const file = await (await desk.visit(person)).get(`/balie/${at}/${covenant.id}/vastgesteld/1/bewijs/1`)
    const hash = createHash('sha256')
      .update(new Uint8Array(await file.arrayBuffer()))
      .digest('hex')
    expect([file.status, hash]).toEqual([200, receipt!.hash])
  }
})

test('who reads along sees what was written about it, numbered articles, and an agreement whole', async () => {
  const covenant = await readyCovenant(desk, ['Bakkerij'])
  await unasked(desk.db, (tx) =>
    sql`update covenant_version set why = 'Lees vooral artikel 1.' where covenant = ${covenant.id}`.execute(tx),
  )
  const page = await text(`/tekenen/${await linkFor(desk.db, covenant, covenant.parties[0]!)}`)
  for (const words of [
    'Lees vooral artikel 1.',
    'Artikel 1. Voor wie dit geldt',
    '6 van 20 (30%)',
    'minstens 90%',
    'Vera',
  ])
    expect(page, words).toContain(words)
})
