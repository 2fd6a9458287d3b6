/** Signing by a link: from bytes that are made once to a signature that is never half, and who gets nothing done. */
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  fixed,
  linkFor,
  municipalitySigns,
  readyCovenant,
  showVersion,
  TEXT,
  type Party,
} from '../../../../test/covenant.ts'
import { unasked } from '../../../../test/database.ts'
import { as, ORIGIN, testDeps, testDesk, type TestDesk } from '../../../../test/desk.ts'
import { deskRoutes } from '../../../apps/desk-routes.ts'
import { tick } from '../../../apps/clock.ts'
import { createSite } from '../../../apps/site.ts'
import { proveChain } from '../../../db/audit.ts'
import { canonicalJson } from '../../../lib/canonical-json.ts'
import { hashOfToken } from '../../../lib/token.ts'
import { countGuess } from '../../people/guesses-store.ts'
import { signingTimers } from './timers.ts'

const deps = testDeps()
let desk: TestDesk
let site: ReturnType<typeof createSite>
const told: unknown[] = []
let address = '192.0.2.1'
let count = 0

beforeAll(async () => {
  desk = await testDesk(deskRoutes(deps))
  site = createSite({
    db: desk.publicDb,
    store: deps.files,
    municipality: 'sluiswijk',
    city: 'Sluiswijk',
    origin: ORIGIN,
    css: '',
    assets: {},
    signing: {
      key: deps.key,
      files: deps.files,
      mails: true,
      readFile: deps.readFile,
      counted: (_, secret) => countGuess(desk.house.door, deps.key, { secret, known: false, address }),
    },
    report: (error) => told.push(error),
  })
})
afterAll(() => desk.close())
beforeEach(() => {
  address = `192.0.2.${++count}`
})

const get = (path: string, method = 'GET') => site.request(`${ORIGIN}${path}`, { method })
const text = async (path: string) => (await get(path)).text()
async function post(
  path: string,
  fields: Readonly<Record<string, string | File>> = {},
  headers: Record<string, string> = {},
) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  return site.request(`${ORIGIN}${path}`, { method: 'POST', body, headers: { origin: ORIGIN, ...headers } })
}
const row = async <T>(query: ReturnType<typeof sql<T>>) => (await query.execute(desk.db)).rows
/** The code that was mailed last to this address. */
async function codeTo(email: string): Promise<string> {
  const [mail] = await row(sql<{ body: string }>`select body from message where recipient = ${email}
    and kind = 'covenant-code' order by created_at desc limit 1`)
  return /Uw code is: (\d{4} \d{4})/.exec(mail!.body)![1]!
}
async function asked(secret: string, { email }: Party): Promise<string> {
  const answer = await post(`/tekenen/${secret}/code`, { terug: '' })
  expect(answer.status, told.map(String).join('\n')).toBe(303)
  return codeTo(email)
}
const fixedOf = async (id: string, version = 1) =>
  (
    await row(sql<{ pdf: string; odt: string; json: string }>`select pdf, odt, json from covenant_fixed
      where covenant = ${id} and version = ${version}`)
  )[0]!
const signaturesOf = (id: string) =>
  row(sql<Record<string, unknown>>`select * from covenant_signature where covenant = ${id} order by said_at`)
const right = { naam: 'Bep', functie: 'directeur', grond: 'trade-register', openbaar: 'nee', gelezen: 'ja' }
const formOf = async (id: string, code: string, version = 1) => ({
  ...right,
  code,
  versie: `${version}`,
  json: (await fixedOf(id, version)).json,
})

/** A covenant that lies ready, with a link for each of its parties. */
async function ready(...names: string[]) {
  const covenant = await readyCovenant(desk, names.length === 0 ? ['Bakkerij'] : names)
  await fixed(desk, covenant, deps.files)
  const secrets = []
  for (const party of covenant.parties) secrets.push(await linkFor(desk.db, covenant, party))
  return { covenant, party: covenant.parties[0]!, secrets, secret: secrets[0]! }
}

test('what is fixed are bytes that are made once: whoever asks, and whenever, gets the same', async () => {
  const { covenant, secret } = await ready()
  const hashes = await fixedOf(covenant.id)
  for (const form of ['pdf', 'odt', 'json'] as const) {
    const answers = await Promise.all([1, 2].map(() => get(`/tekenen/${secret}/convenant.${form}`)))
    for (const answer of answers) {
      const bytes = Buffer.from(await answer.arrayBuffer())
      expect(Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex')).toBe(hashes[form])
    }
  }
  const json = await text(`/tekenen/${secret}/convenant.json`)
  // The same content is the same bytes, whoever writes it.
  expect(canonicalJson(JSON.parse(json))).toBe(json)
  expect(JSON.parse(json)).toMatchObject({ municipality: 'Gemeente Sluiswijk', version: 1, articles: TEXT.articles })
  expect(json).not.toContain(TEXT.pledges[0]!.verifier.person)
  // What the signer reads is made of that file.
  const page = await text(`/tekenen/${secret}`)
  for (const words of [
    'Alle websites versleuteld',
    'Vera Nakijker',
    'Een oefening begint',
    '6 van 20 (30%)',
    'minstens 90%',
  ])
    expect(page).toContain(words)
  expect(page).toContain(hashes.pdf.slice(0, 8))
})

test('fixing asks the database too: a term, open comments, opinions, and an answer to who disagrees', async () => {
  const covenant = await readyCovenant(desk, ['Winkel'], ['agree', 'disagree'])
  await expect(fixed(desk, covenant, deps.files)).rejects.toMatchObject({ code: '42501' })
  const { municipality } = covenant.officer
  const set = (until: string) =>
    unasked(desk.db, (tx) =>
      sql`update covenant_version set comments_until = today_here() + ${until}::int
        where covenant = ${covenant.id}`.execute(tx),
    )
  await set('5')
  await expect(fixed(desk, covenant, deps.files, { why: 'Omdat.' })).rejects.toMatchObject({ code: '42501' })
  await set('-2')
  await unasked(desk.db, (tx) =>
    sql`insert into covenant_comment (municipality, id, covenant, version, article, participant, text)
      values (${municipality}, gen_random_uuid(), ${covenant.id}, 1, 'waarom', ${covenant.parties[0]!.id},
        'Onduidelijk')`.execute(tx),
  )
  await expect(fixed(desk, covenant, deps.files, { why: 'Omdat.' })).rejects.toMatchObject({ code: '42501' })
  await sql`update covenant_comment set state = 'answered', answer = 'Zo.', answered_at = now()
    where covenant = ${covenant.id}`.execute(desk.db)
  // Only with its bytes, and never by writing the state alone.
  await expect(
    as(desk.db, covenant.decider, (tx) =>
      sql`update covenant_version set state = 'final', fixed_at = now() where covenant = ${covenant.id}`.execute(tx),
    ),
  ).rejects.toMatchObject({ code: '42501' })
  await fixed(desk, covenant, deps.files, { why: 'Wij wegen het risico anders.' })
  expect(await text(`/tekenen/${await linkFor(desk.db, covenant, covenant.parties[0]!)}`)).toContain(
    'Wij wegen het risico anders.',
  )
  await expect(fixed(desk, covenant, deps.files, { why: 'Nog eens.' })).rejects.toMatchObject({ code: '42501' })
})

test('opening a link changes nothing, however often a scanner does', async () => {
  const { secret, covenant, party } = await ready()
  const before = await row(sql`select * from covenant_link where secret = ${hashOfToken(secret)}`)
  const trail = await row(sql`select count(*) from audit`)
  for (let at = 0; at < 50; at++) expect((await get(`/tekenen/${secret}`, at % 2 ? 'HEAD' : 'GET')).status).toBe(200)
  for (const path of ['/anders', '/convenant.pdf', '/teken', '/code', '/niet-ik'])
    await get(`/tekenen/${secret}${path}`)
  expect(await row(sql`select * from covenant_link where secret = ${hashOfToken(secret)}`)).toEqual(before)
  expect(await row(sql`select count(*) from audit`)).toEqual(trail)
  const answer = await post(`/tekenen/${secret}/teken`, await formOf(covenant.id, await asked(secret, party)))
  expect(answer.status).toBe(303)
})

test('a signature is a name, a ground and a code, and says which bytes', async () => {
  const { secret, covenant, party } = await ready()
  const code = await asked(secret, party)
  const page = await text(`/tekenen/${secret}`)
  expect(page).toContain('De code uit uw e-mail')
  expect(page).not.toContain(party.email)
  expect(page).not.toContain('<canvas')
  const answer = await post(`/tekenen/${secret}/teken`, await formOf(covenant.id, code))
  expect(answer.headers.get('location')).toBe(`/tekenen/${secret}?gedaan=signed#gedaan`)
  const [one, ...others] = await signaturesOf(covenant.id)
  expect(others).toEqual([])
  expect(one).toMatchObject({
    ...(await fixedOf(covenant.id)),
    name: 'Bep',
    ground: 'trade-register',
    channel: 'link',
    withdrawn_at: null,
  })
  expect(one!['code_at']).not.toBeNull()
  expect(await text(`/tekenen/${secret}`)).toContain('U tekende versie 1')
  // One signed: it lies open. With the municipality it is in force.
  const state = async () =>
    (await row(sql<{ state: string }>`select state from covenant where id = ${covenant.id}`))[0]!.state
  expect(await state()).toBe('open')
  await municipalitySigns(desk.db, covenant)
  expect(await state()).toBe('in-force')
  const acts = await row(
    sql<{ act: string }>`select act from audit where object = ${`covenant/${covenant.id}`} order by no`,
  )
  expect(acts.map(({ act }) => act)).toEqual([
    'covenant.fixed',
    'covenant.link-made',
    'covenant.signed',
    'covenant.signed',
  ])
  expect((await proveChain(desk.db, desk.municipality.id)).brokenAt).toBeUndefined()
  // Neither where it came from nor with what is kept with it.
  expect(Object.keys(one!).filter((name) => /^ip|address|agent|browser/.test(name))).toEqual([])
})

test('what is not right comes back at its field, in both languages, with what was typed', async () => {
  const { secret, covenant, party } = await ready()
  const code = await asked(secret, party)
  for (const [wrong, field] of [
    [{ code: '' }, 'code'],
    [{ naam: '' }, 'naam'],
    [{ functie: 'x'.repeat(201) }, 'functie'],
    [{ grond: 'zomaar' }, 'grond'],
    [{ grond: 'other' }, 'toelichting'],
    [{ openbaar: '' }, 'openbaar'],
    [{ gelezen: '' }, 'gelezen'],
  ] as const)
    for (const lang of ['', '/en']) {
      const answer = await post(`${lang}/tekenen/${secret}/teken`, {
        ...(await formOf(covenant.id, code)),
        naam: 'Bep Zelf',
        ...wrong,
      })
      const page = await answer.text()
      expect([answer.status, field], page).toEqual([422, field])
      expect(page).toContain(`id="fout-${field}"`)
      expect(page).toContain(lang === '' ? '<title>Fout: ' : '<title>Error: ')
      if (field !== 'naam') expect(page).toContain('value="Bep Zelf"')
      expect(page).not.toContain(code)
    }
  expect(await signaturesOf(covenant.id)).toEqual([])
  // Nothing of that was a try at the code.
  expect((await post(`/tekenen/${secret}/teken`, await formOf(covenant.id, code))).status).toBe(303)
})

test('a code is tried five times, works a quarter of an hour, and a new one ends it', async () => {
  const { secret, covenant, party } = await ready()
  const sign = async (code: string) => post(`/tekenen/${secret}/teken`, await formOf(covenant.id, code))
  expect(await (await sign('12345678')).text()).toContain('Vraag eerst een code')
  const first = await asked(secret, party)
  const second = await asked(secret, party)
  expect(await (await sign(first)).text()).toContain('niet de code')
  for (let at = 0; at < 4; at++) expect((await sign('00000000')).status).toBe(422)
  // The right one comes too late.
  const over = await sign(second)
  expect([over.status, await signaturesOf(covenant.id)]).toEqual([429, []])
  const third = await asked(secret, party)
  await sql`update covenant_link set code_at = now() - interval '16 minutes'
    where secret = ${hashOfToken(secret)}`.execute(desk.db)
  expect(await (await sign(third)).text()).toContain('te oud')
  await asked(secret, party)
  const fifth = await asked(secret, party)
  // Each is a mail: a sixth within the hour is not sent.
  const sixth = await post(`/tekenen/${secret}/code`, { terug: '' })
  expect(sixth.status).toBe(429)
  expect((await sign(fifth)).status).toBe(303)
  expect(await (await sign(fifth)).text()).toContain('U heeft deze versie al getekend')
})

test('the secret and the code of one party do nothing for another', async () => {
  const { secrets, covenant } = await ready('Bakkerij', 'Café')
  const [one, other] = covenant.parties as [Party, Party]
  const code = await asked(secrets[0]!, one)
  await asked(secrets[1]!, other)
  expect((await post(`/tekenen/${secrets[1]!}/teken`, await formOf(covenant.id, code))).status).toBe(422)
  const page = await text(`/tekenen/${secrets[0]!}`)
  for (const theirs of [secrets[1]!, other.email, other.id, 'Café', hashOfToken(secrets[1]!)])
    expect(page).not.toContain(theirs)
  const mails = await row(sql<{ recipient: string; body: string }>`select recipient, body from message`)
  for (const { body } of mails) for (const secret of secrets) expect(body).not.toContain(secret)
  // The desk has no page with a link, and reads none from the database.
  const anna = await desk.visit(covenant.officer)
  const shown = await (await anna.get(`/balie/convenanten/${covenant.id}`)).text()
  for (const secret of secrets) expect(shown).not.toMatch(new RegExp(`${secret}|${hashOfToken(secret)}`))
  await expect(
    as(desk.db, covenant.officer, (tx) => sql`select secret from covenant_link`.execute(tx)),
  ).rejects.toMatchObject({ code: '42501' })
  await expect(sql`select from public.covenant_link`.execute(desk.publicDb)).rejects.toMatchObject({ code: '42501' })
  await expect(
    sql`select wall.covenant_sign(null, null, null, '{}', 'link', null, null, null)`.execute(desk.publicDb),
  ).rejects.toMatchObject({ code: '42501' })
})

test('two posts at once are one signature', async () => {
  const { secret, covenant, party } = await ready()
  const form = await formOf(covenant.id, await asked(secret, party))
  const answers = await Promise.all([1, 2, 3].map(() => post(`/tekenen/${secret}/teken`, form)))
  expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409, 409])
  expect(await signaturesOf(covenant.id)).toHaveLength(1)
})

test('of a database that falls in the middle there is nothing, and the same post does all of it later', async () => {
  const { secret, covenant, party } = await ready()
  const form = await formOf(covenant.id, await asked(secret, party))
  const { promise: held, resolve: hold } = Promise.withResolvers<void>()
  const { promise: free, resolve: letGo } = Promise.withResolvers<void>()
  // The trail is the last that a signature writes: who waits there has written all the rest.
  const holding = desk.db.transaction().execute(async (tx) => {
    await sql`select from audit_head where municipality = ${desk.municipality.id} for update`.execute(tx)
    hold()
    await free
  })
  await held
  const signing = post(`/tekenen/${secret}/teken`, form)
  const waits = async () =>
    (
      await row(sql<{ pid: number }>`select pid from pg_stat_activity where wait_event_type = 'Lock'
        and query like '%sign_covenant%' and datname = current_database()`)
    )[0]?.pid
  let pid: number | undefined
  while ((pid = await waits()) === undefined) await new Promise((resolve) => setImmediate(resolve))
  await sql`select pg_terminate_backend(${pid})`.execute(desk.db)
  expect((await signing).status).toBe(500)
  letGo()
  await holding
  expect(told.splice(0)).toHaveLength(1)
  expect(await signaturesOf(covenant.id)).toEqual([])
  const steps = () => row(sql`select from covenant_step where participant = ${party.id} and step = 'joined'`)
  expect(await steps()).toEqual([])
  expect((await post(`/tekenen/${secret}/teken`, form)).status).toBe(303)
  expect([(await signaturesOf(covenant.id)).length, (await steps()).length]).toEqual([1, 1])
})

test('a version that came while somebody read is not signed unread; what was signed lapses and stays', async () => {
  const { secrets, covenant } = await ready('Bakkerij', 'Café')
  const [one, other] = covenant.parties as [Party, Party]
  expect(
    (await post(`/tekenen/${secrets[0]!}/teken`, await formOf(covenant.id, await asked(secrets[0]!, one)))).status,
  ).toBe(303)
  await municipalitySigns(desk.db, covenant)
  const old = await formOf(covenant.id, await asked(secrets[1]!, other))
  await as(desk.db, covenant.officer, (tx) =>
    tx
      .insertInto('covenant_version')
      .values({
        municipality: desk.municipality.id,
        covenant: covenant.id,
        no: 2,
        text: JSON.stringify(TEXT),
        by: covenant.officer.id,
      })
      .execute(),
  )
  await showVersion(desk, covenant, 2)
  await fixed(desk, covenant, deps.files)
  const late = await post(`/tekenen/${secrets[1]!}/teken`, old)
  expect(late.status).toBe(409)
  expect(await late.text()).toContain('Er kwam een nieuwe versie')
  const page = await text(`/tekenen/${secrets[0]!}`)
  expect(page).toContain('onder versie 1 is daarom vervallen')
  expect(await signaturesOf(covenant.id)).toHaveLength(2)
  const check = async (version: number) =>
    text(`/document-controleren?vingerafdruk=${(await fixedOf(covenant.id, version)).json}`)
  expect(await check(1)).toContain('Er kwam een nieuwere versie')
  expect(await check(2)).toContain('Niemand heeft deze versie getekend')
  const [{ state }] = (await row(sql<{ state: string }>`select state from covenant where id = ${covenant.id}`)) as [
    { state: string },
  ]
  expect(state).toBe('open')
})

test('who is not meant says so: the link ends, and the desk hears of it', async () => {
  const { secret, covenant } = await ready()
  expect(await (await post(`/tekenen/${secret}/niet-ik`)).text()).toContain('De link werkt niet meer')
  expect((await get(`/tekenen/${secret}`)).status).toBe(410)
  expect((await get(`/tekenen/${secret}/convenant.pdf`)).status).toBe(410)
  const tasks = await row(
    sql<{ kind: string; person: string }>`select kind, person from task where object = ${`covenant/${covenant.id}`}`,
  )
  expect(tasks).toEqual([{ kind: expect.stringMatching(/^covenant-not-me\./), person: covenant.officer.id }])
})

test('passing on asks for the mailbox too; a colleague gets a link of their own and the old one ends', async () => {
  const { secret, covenant, party } = await ready()
  const to = { naam: 'Kees Collega', functie: 'bestuurder', email: 'Kees@partij.test' }
  // Who only has the link does not make it theirs.
  expect((await post(`/tekenen/${secret}/doorgeven`, { ...to, 'code-doorgeven': '11111111' })).status).toBe(422)
  const wrong = await post(`/tekenen/${secret}/doorgeven`, { ...to, email: 'geen adres', 'code-doorgeven': '1' })
  expect(await wrong.text()).toContain('id="fout-email"')
  const code = await asked(secret, party)
  expect(await (await post(`/tekenen/${secret}/doorgeven`, { ...to, 'code-doorgeven': code })).text()).toContain(
    'U heeft de link doorgegeven',
  )
  expect((await get(`/tekenen/${secret}`)).status).toBe(410)
  const [mail] = await row(sql<{ body: string }>`select body from message where recipient = 'kees@partij.test'`)
  const own = /\/tekenen\/([\w-]{43})/.exec(mail!.body)![1]!
  expect(await text(`/tekenen/${own}`)).toContain('Kees Collega')
  const form = await formOf(covenant.id, await asked(own, { ...party, email: 'kees@partij.test' }))
  expect((await post(`/tekenen/${own}/teken`, form)).status).toBe(303)
  const acts = await row(
    sql<{
      act: string
    }>`select act from audit where act = 'covenant.passed-on' and object = ${`covenant/${covenant.id}`}`,
  )
  expect(acts).toHaveLength(1)
})

test('a link past its day opens nothing, and leads to a new one in the same mailbox', async () => {
  const { secret, party, covenant } = await ready()
  await sql`update covenant_link set ends_at = now() - interval '1 day' where secret = ${hashOfToken(secret)}`.execute(
    desk.db,
  )
  const page = await get(`/tekenen/${secret}`)
  expect(page.status).toBe(410)
  expect(await page.text()).toContain('Vraag een nieuwe link')
  expect((await post(`/tekenen/${secret}/code`, {})).status).toBe(410)
  expect(await (await post(`/tekenen/${secret}/nieuw`)).text()).toContain('onderweg')
  const [mail] = await row(sql<{ body: string }>`select body from message where recipient = ${party.email}
    and kind = 'covenant-link'`)
  expect(await text(`/tekenen/${/\/tekenen\/([\w-]{43})/.exec(mail!.body)![1]!}`)).toContain(
    'U heeft nog niet getekend',
  )
  expect((await post(`/tekenen/${secret}/nieuw`)).status).toBe(410)
  expect(await signaturesOf(covenant.id)).toEqual([])
})

test('a party pauses, comes back and leaves by its link: what it signed is withdrawn and kept', async () => {
  const { secret, covenant, party } = await ready()
  const step = async (stap: string, reden = '') =>
    post(`/tekenen/${secret}/stap`, {
      stap,
      reden,
      tot: '2099-01-01',
      zeker: 'ja',
      'code-stap': await asked(secret, party),
    })
  expect((await step('paused', 'Te vroeg')).status).toBe(422)
  await post(`/tekenen/${secret}/teken`, await formOf(covenant.id, await asked(secret, party)))
  expect((await step('paused')).status).toBe(422)
  await sql`update covenant_link set codes = 0 where secret = ${hashOfToken(secret)}`.execute(desk.db)
  expect((await step('paused', 'Verbouwing')).status).toBe(303)
  expect((await step('resumed')).status).toBe(303)
  expect((await step('left', 'Wij sluiten')).status).toBe(303)
  expect((await get(`/tekenen/${secret}`)).status).toBe(410)
  const [one] = await signaturesOf(covenant.id)
  expect(one).toMatchObject({ name: 'Bep' })
  expect(one!['withdrawn_at']).not.toBeNull()
  const steps = await row(sql<{ step: string; reason: string }>`select step, reason from covenant_step
    where participant = ${party.id} order by no`)
  expect(steps.map(({ step: each }) => each)).toEqual(['invited', 'joined', 'unnamed', 'paused', 'resumed', 'left'])
})

test('of a covenant that is over the link opens nothing, and says whom to ask', async () => {
  for (const state of ['dropped', 'ended'] as const) {
    const { secret, covenant } = await ready()
    await sql`alter table covenant disable trigger user`.execute(desk.db)
    await sql`update covenant set state = ${state}, why = 'Het is klaar.', ends_on = today_here(),
      begins_on = today_here() where id = ${covenant.id}`.execute(desk.db)
    await sql`alter table covenant enable trigger user`.execute(desk.db)
    const page = await get(`/tekenen/${secret}`)
    const words = await page.text()
    expect([page.status, words.includes('Het convenant is voorbij.')]).toEqual([410, true])
    expect(words).toContain('Vraag het de gemeente')
    expect(words).not.toContain('Alle websites versleuteld')
    for (const act of ['code', 'stap', 'nieuw']) expect((await post(`/tekenen/${secret}/${act}`)).status).toBe(410)
    expect((await get(`/tekenen/${secret}/convenant.pdf`)).status).toBe(410)
  }
})

test('before a version is fixed the link lets a contact read it and comment per article', async () => {
  const covenant = await readyCovenant(desk, ['Bakkerij'])
  await unasked(desk.db, (tx) =>
    sql`update covenant_version set comments_until = today_here() + 9 where covenant = ${covenant.id}`.execute(tx),
  )
  const secret = await linkFor(desk.db, covenant, covenant.parties[0]!)
  const page = await text(`/tekenen/${secret}`)
  expect(page).toContain('Reageer op “Artikel 1. Voor wie dit geldt”')
  expect(page).not.toContain('Stuur mij een code')
  const send = (artikel: string, words: string) =>
    post(`/tekenen/${secret}/reactie`, { artikel, versie: '1', [`reactie-${artikel}`]: words })
  expect((await send('voor-wie', '')).status).toBe(422)
  const long = await send('voor-wie', 'y'.repeat(4_001))
  expect([long.status, (await long.text()).includes('y'.repeat(4_001))]).toEqual([422, true])
  expect((await send('bestaat-niet', 'x')).status).toBe(409)
  for (const _ of [1, 2]) expect((await send('voor-wie', 'Geldt dit ook voor markten?')).status).toBe(303)
  expect(
    await row(sql`select article, participant, text from covenant_comment where covenant = ${covenant.id}`),
  ).toEqual([{ article: 'voor-wie', participant: covenant.parties[0]!.id, text: 'Geldt dit ook voor markten?' }])
  expect(await text(`/tekenen/${secret}`)).toContain('nog niet beantwoord')
})

test('all parties get the same receipt at once, when all signed, and again when one joins later', async () => {
  const { secrets, covenant } = await ready('Bakkerij', 'Café', 'Winkel')
  const [one, other, third] = covenant.parties as [Party, Party, Party]
  const round = () => tick(desk.db, { timers: signingTimers, postman: undefined, origin: ORIGIN })
  const mails = () =>
    row(sql<{ recipient: string; subject: string; body: string }>`select recipient, subject, body from message
      where kind = 'covenant-receipt' and object = ${`covenant/${covenant.id}`} order by created_at, recipient`)
  const sign = async (index: number, party: Party) =>
    post(`/tekenen/${secrets[index]!}/teken`, await formOf(covenant.id, await asked(secrets[index]!, party)))
  await sign(0, one)
  await sign(1, other)
  await municipalitySigns(desk.db, covenant)
  await round()
  expect(await mails()).toEqual([])
  await post(`/tekenen/${secrets[2]!}/stap`, {
    stap: 'declined',
    reden: '',
    'code-stap': await asked(secrets[2]!, third),
  })
  await Promise.all([round(), round()])
  const first = await mails()
  expect(first.map(({ recipient }) => recipient).toSorted()).toEqual([one.email, other.email].toSorted())
  expect(new Set(first.map(({ body }) => body)).size).toBe(1)
  const hashes = await fixedOf(covenant.id)
  expect(first[0]!.body.replaceAll(' ', '')).toContain(hashes.pdf)
  expect(first[0]!.body).not.toMatch(/Bep\b|partij\.test|192\.0\.2/)
  await sign(2, third)
  await round()
  await round()
  expect(await mails()).toHaveLength(5)
  const path = `/tekenen/${secrets[0]!}/bewijs-1-2.json`
  const receipt = await text(path)
  expect(await text(`/tekenen/${secrets[2]!}/bewijs-1-2.json`)).toBe(receipt)
  expect(JSON.parse(receipt)).toMatchObject({ no: 2, sha256: hashes, invited: 4 })
  expect(JSON.parse(receipt).signed).toHaveLength(4)
  expect(JSON.stringify(JSON.parse(receipt))).not.toMatch(/"name"|"ip"|@/)
})

test('contacts are forgotten a year after their party left, and a signer long after the end', async () => {
  const { secret, covenant, party } = await ready()
  await post(`/tekenen/${secret}/teken`, await formOf(covenant.id, await asked(secret, party)))
  await post(`/tekenen/${secret}/stap`, {
    stap: 'left',
    reden: 'x',
    zeker: 'ja',
    'code-stap': await asked(secret, party),
  })
  const round = () => tick(desk.db, { timers: signingTimers, postman: undefined, origin: ORIGIN })
  const contact = () => row(sql`select contact_name, contact_email from covenant_participant where id = ${party.id}`)
  await round()
  expect(await contact()).toMatchObject([{ contact_email: party.email }])
  await unasked(desk.db, (tx) =>
    sql`update covenant_step set at = now() - interval '13 months' where participant = ${party.id}`.execute(tx),
  )
  await round()
  expect(await contact()).toEqual([{ contact_name: '', contact_email: '' }])
  expect(await row(sql`select from message where recipient = ${party.email}`)).toEqual([])
  expect(await signaturesOf(covenant.id)).toMatchObject([{ name: 'Bep' }])
  const ends = (days: number) =>
    sql`update covenant set state = 'ended', begins_on = '2000-01-01', ends_on = today_here() - ${days}::int
      where id = ${covenant.id}`.execute(desk.db)
  await ends(7 * 365)
  await round()
  expect(await signaturesOf(covenant.id)).toMatchObject([{ name: 'Bep' }])
  await ends(7 * 366)
  await round()
  expect(await signaturesOf(covenant.id)).toMatchObject([{ name: '', function: 'directeur', ground: 'trade-register' }])
  await expect(
    sql`update covenant_signature set name = 'Iemand anders' where covenant = ${covenant.id}`.execute(desk.db),
  ).rejects.toMatchObject({ code: '42501' })
})

test('what comes from elsewhere, is no link, or is tried too often, does nothing', async () => {
  const { secret, covenant, party } = await ready()
  const form = await formOf(covenant.id, await asked(secret, party))
  const forged = await post(`/tekenen/${secret}/teken`, form, { origin: 'https://kwaad.test' })
  expect([forged.status, await signaturesOf(covenant.id)]).toEqual([403, []])
  expect((await get(`/tekenen/${'a'.repeat(43)}`)).status).toBe(404)
  expect((await get('/tekenen/kort')).status).toBe(404)
  const answer = await get(`/tekenen/${secret}`)
  expect([
    answer.headers.get('cache-control'),
    answer.headers.get('x-robots-tag'),
    answer.headers.get('referrer-policy'),
  ]).toEqual(['no-store', 'noindex, nofollow', 'no-referrer'])
  for (let at = 0; at < 60; at++) await get(`/tekenen/${'b'.repeat(43)}`)
  expect((await get(`/tekenen/${secret}`)).status).toBe(429)
  expect(told).toEqual([])
  expect(desk.faults).toEqual([])
})
