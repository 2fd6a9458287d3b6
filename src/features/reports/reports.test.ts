/** A report from the form of a reader to the answer of the desk, and what nobody gets done with it. */
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addPerson, ORIGIN, testDeps, testDesk, type TestDesk } from '../../../test/desk.ts'
import { memoryStore } from '../../../test/memory-home.ts'
import { deliver } from '../../apps/clock/deliver.ts'
import { tick } from '../../apps/clock.ts'
import { deskRoutes } from '../../apps/desk-routes.ts'
import { keptAnswers } from '../../apps/site-kept.ts'
import { createSite } from '../../apps/site.ts'
import { proveChain } from '../../db/audit.ts'
import { followCode, isFollowCode, squeezedCode } from '../../lib/follow-code.ts'
import { hashOfToken } from '../../lib/token.ts'
import { addWorkingDays } from '../../lib/working-days.ts'
import { todayIn } from '../../web/language.ts'
import { countGuess } from '../people/guesses-store.ts'
import { reportTimers } from './timers.ts'

const deps = testDeps()
let desk: TestDesk
let site: ReturnType<typeof createSite>
const kept = keptAnswers()
const told: unknown[] = []
/** Where requests come from, for the budgets. */
let address: string | undefined = '192.0.2.1'
let count = 0

beforeAll(async () => {
  desk = await testDesk(deskRoutes(deps))
  site = siteOf('sluiswijk')
})
afterAll(() => desk.close())
beforeEach(() => {
  address = `192.0.2.${++count}`
})

const siteOf = (municipality: string) =>
  createSite({
    db: desk.publicDb,
    store: memoryStore(),
    municipality,
    city: 'Sluiswijk',
    origin: ORIGIN,
    css: '',
    assets: {},
    contact: { email: 'digitaal@sluiswijk.test', phone: '14 071', days: 10 },
    registers: deps.registers,
    kept,
    reports: {
      key: deps.key,
      counted: (_, secret) => countGuess(desk.house.door, deps.key, { secret, known: false, address }),
    },
    report: (error) => told.push(error),
  })

const get = (path: string, from = site) => from.request(`${ORIGIN}${path}`)
const text = async (path: string) => (await get(path)).text()
async function post(path: string, fields: Readonly<Record<string, string>>, headers: Record<string, string> = {}) {
  const body = new URLSearchParams(fields)
  return site.request(`${ORIGIN}${path}`, {
    method: 'POST',
    body,
    headers: { origin: ORIGIN, 'content-type': 'application/x-www-form-urlencoded', ...headers },
  })
}
/** A form as it was made some time ago; what is sent within three seconds was no person. */
async function sealOf(path = '/fout-melden?over=/methode', ago = 60_000): Promise<string> {
  const now = Date.now
  Date.now = () => now() - ago
  try {
    return /name="formulier" value="([^"]+)"/.exec(await text(path))![1]!
  } finally {
    Date.now = now
  }
}
/** Sends a report as a browser does; gives the path of its secret page. */
async function report(fields: Readonly<Record<string, string>> = {}, prefix = ''): Promise<string> {
  const formulier = await sealOf(`${prefix}/fout-melden?over=/methode`)
  const sent = { over: '/methode', wat: 'De datum klopt niet.', ...fields, formulier }
  const answer = await post(`${prefix}/fout-melden`, sent)
  expect(answer.status, told.map(String).join('\n')).toBe(303)
  return answer.headers.get('location')!
}
const secretIn = (path: string): string => path.split('/').at(-1)!
const rowOf = (path: string) =>
  desk.db
    .selectFrom('report')
    .selectAll()
    .where('secret', '=', hashOfToken(secretIn(path)))
    .executeTakeFirstOrThrow()
const officer = async () => desk.visit(await addPerson(desk.db, desk.municipality.id, ['policy-officer'], 'Anna'))
const mailsOf = (id: string) =>
  desk.db.selectFrom('message').selectAll().where('object', '=', `report/${id}`).orderBy('created_at').execute()

test('a page leads to the form, and the form knows which page', async () => {
  const page = await text('/methode')
  expect(page).toContain('href="/fout-melden?over=%2Fmethode"')
  const form = await text('/fout-melden?over=/methode')
  expect(form).toMatch(/Het gaat over de pagina “Methode”/)
  expect(await text('/en/fout-melden?over=/methode')).toContain('Report a mistake')
  // What is no page of ours is told as the first page.
  for (const over of [
    '/open-data/bevindingen.csv',
    '//kwaad.test',
    '/nergens',
    '/fout-melden',
    '/api/v1/normen',
    '/methode?x=1',
    '/app.css',
  ])
    expect(await text(`/fout-melden?over=${encodeURIComponent(over)}`), over).toContain('name="over" value="/"')
})

test('a report lands with the role whose page it is about', async () => {
  for (const [over, role] of [
    ['/methode', 'policy-officer'],
    ['/organisaties', 'account-manager'],
    ['/toetsen', 'publisher'],
    ['/badges', 'account-manager'],
  ] as const) {
    const { id } = await rowOf(await report({ over }))
    const task = await desk.db
      .selectFrom('task')
      .select('role')
      .where('object', '=', `report/${id}`)
      .executeTakeFirstOrThrow()
    expect(task.role, over).toBe(role)
  }
})

test('a report that is too long comes back whole, with its length, and is not cut', async () => {
  expect(await text('/fout-melden?over=/methode')).not.toMatch(/<textarea[^>]*maxlength/i)
  for (const most of [6_000, 20_000]) {
    const wat = `${'lang verhaal '.repeat(most / 13)}EINDE`
    const answer = await post('/fout-melden', { over: '/methode', wat, formulier: await sealOf() })
    const page = await answer.text()
    expect([answer.status, page.includes(`${wat}</textarea>`)]).toEqual([422, true])
    expect(page).toContain('Er is niets afgekapt')
  }
})

test('a report gives a link, a day, a task, a line in the trail and, when asked, a mail', async () => {
  const path = await report({ naam: 'Riet', email: 'riet@voorbeeld.test', deel: 'de datum' })
  const row = await rowOf(path)
  expect(row).toMatchObject({ path: '/methode', name: 'Riet', part: 'de datum', state: 'open', kind: 'error' })
  expect(row.due_on).toBe(addWorkingDays(todayIn(), 10))
  const page = await text(path)
  expect(page).toContain('De datum klopt niet.')
  expect(page).toContain(`${ORIGIN}${path}`)
  expect(page).toContain('Ontvangen, nog niet beantwoord. U krijgt uiterlijk op')
  expect(page).not.toContain('In behandeling')
  const [mail] = await mailsOf(row.id)
  expect(mail!.recipient).toBe('riet@voorbeeld.test')
  expect(mail!.body).toContain(`${ORIGIN}${path}`)
  // A mail to an address that anybody can fill in carries nothing that anybody can fill in.
  expect(mail!.body + mail!.subject).not.toMatch(/De datum klopt niet|Riet/)
  const task = await desk.db
    .selectFrom('task')
    .selectAll()
    .where('object', '=', `report/${row.id}`)
    .executeTakeFirstOrThrow()
  expect([task.role, task.due_on, task.person]).toEqual(['policy-officer', row.due_on, null])
  const line = await desk.db
    .selectFrom('audit')
    .selectAll()
    .where('object', '=', `report/${row.id}`)
    .executeTakeFirstOrThrow()
  expect([line.act, line.person]).toEqual(['report.received', null])
  expect((await proveChain(desk.db, desk.municipality.id)).brokenAt).toBeUndefined()
  const jobs = desk.db.selectFrom('job').select(['kind', 'state']).where('key', '=', mail!.id).execute()
  expect(await jobs).toEqual([{ kind: 'mail', state: 'queued' }])
  // The secret is nowhere but in the mail that waits, and leaves.
  expect(JSON.stringify(row)).not.toContain(secretIn(path))
  const sent: string[] = []
  const send = async ({ to }: { to: string }) => void sent.push(to)
  expect(await deliver(desk.house.worker, desk.municipality.id, { send })).toMatchObject({ sent: 1, refused: 0 })
  expect(sent).toEqual(['riet@voorbeeld.test'])
})

test('sent twice it is one report, and the same words from another form are another', async () => {
  const formulier = await sealOf()
  const sent = { over: '/methode', wat: 'Twee keer geklikt.', formulier }
  const [one, two] = await Promise.all([post('/fout-melden', sent), post('/fout-melden', sent)])
  expect(one.headers.get('location')).toBe(two.headers.get('location'))
  expect(await report({ wat: 'Twee keer geklikt.' })).not.toBe(one.headers.get('location'))
  const { rows } = await sql`select from report where text = 'Twee keer geklikt.'`.execute(desk.db)
  expect(rows).toHaveLength(2)
})

test('what is not right is told at its field, and what was typed stays', async () => {
  const long = 'x'.repeat(4_001)
  for (const [fields, field] of [
    [{ wat: '', deel: 'de kop' }, 'wat'],
    [{ wat: long, deel: 'de kop' }, 'wat'],
    [{ wat: 'Fout', deel: 'de kop', email: 'geen adres' }, 'email'],
    [{ wat: 'Fout', deel: 'de kop', naam: 'y'.repeat(201) }, 'naam'],
  ] as const) {
    const answer = await post('/fout-melden', { over: '/methode', ...fields })
    const page = await answer.text()
    expect(answer.status, field).toBe(422)
    expect(page).toContain('<title>Fout: ')
    expect(page).toContain(`id="fout-${field}"`)
    expect(page).toContain('value="de kop"')
    for (const value of Object.values(fields)) expect(page.includes(value)).toBe(true)
  }
  const english = await (await post('/en/fout-melden', { over: '/methode', wat: '' })).text()
  expect(english).toContain('<title>Error: ')
  expect(english).toContain('Check what you filled in')
  const large = await post('/fout-melden', { over: '/methode', wat: 'z'.repeat(60_000), naam: 'Piet' })
  expect(large.status).toBe(413)
})

test('a form that is not ours, too old, too fast or filled in by a program comes back whole', async () => {
  const seals = [await sealOf(), await sealOf(undefined, 25 * 3_600_000), await sealOf(undefined, 0)] as const
  for (const [fields, says] of [
    [{ formulier: 'verzonnen' }, 'Controleer wat u schreef'],
    [{ formulier: 'A'.repeat(43) }, 'Controleer wat u schreef'],
    [{ formulier: seals[1] }, 'langer dan een dag open'],
    [{ formulier: seals[2] }, 'Dit ging erg snel'],
    [{ formulier: seals[0], website: 'https://spam.test' }, 'leeg moet blijven'],
  ] as const) {
    const answer = await post('/fout-melden', { over: '/methode', wat: 'Geen mens', deel: 'de kop', ...fields })
    const page = await answer.text()
    expect([answer.status, says, page.includes(says)]).toEqual([422, says, true])
    for (const typed of ['Geen mens</textarea>', 'value="de kop"', 'name="over" value="/methode"'])
      expect(page).toContain(typed)
    expect(page).not.toContain('spam.test')
    // What was wrong about the form itself is right in the one that came back.
    const next = /name="formulier" value="([^"]+)"/.exec(page)![1]!
    const kept = fields.formulier === seals[0] || fields.formulier === seals[2]
    expect([next.split('.').length, next === fields.formulier]).toEqual([3, kept])
  }
  expect(await desk.db.selectFrom('report').select('id').where('text', '=', 'Geen mens').execute()).toEqual([])
  const good = { over: '/methode', wat: 'Toch een mens', formulier: seals[0], website: '' }
  expect((await post('/fout-melden', good)).status).toBe(303)
})

/** A form of which it shows whether anybody read it. */
async function unread(headers: Record<string, string> = {}) {
  let asked = 0
  const body = new ReadableStream({ pull: (stream) => stream.enqueue(new Uint8Array(++asked)) }, { highWaterMark: 0 })
  const answer = await site.request(`${ORIGIN}/fout-melden`, {
    method: 'POST',
    body,
    headers: { origin: ORIGIN, 'content-type': 'application/x-www-form-urlencoded', ...headers },
    duplex: 'half',
  } as RequestInit)
  return { answer, asked, page: await answer.text() }
}

test('one address sends so many a day; what comes after is not read, and says so', async () => {
  // What was not right, too large or not ours is no report, and uses up nothing.
  for (let at = 0; at < 25; at++) await post('/fout-melden', { over: '/methode', wat: '' })
  await post('/fout-melden', { over: '/methode', wat: 'z'.repeat(60_000) })
  for (let at = 0; at < 20; at++) await report({ wat: `Melding ${at}` })
  const { answer, asked, page } = await unread()
  expect([answer.status, asked]).toEqual([429, 0])
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(3_600)
  expect(page).toMatch(/niet gelezen en niet verstuurd/)
  expect(page).toMatch(/Ga in uw browser een pagina terug/)
  address = '198.51.100.7'
  await report()
})

test('a form from elsewhere is not read, and uses up nothing of who was made to send it', async () => {
  for (let at = 0; at < 25; at++) {
    const { answer, asked, page } = await unread({ origin: 'https://kwaad.test' })
    expect([answer.status, asked]).toEqual([403, 0])
    expect(page).toContain('href="/fout-melden"')
  }
  await report()
})

test('all networks of one place share a budget, and so do all of whom no address is told', async () => {
  const most = async (next: (at: number) => string | undefined) => {
    for (let at = 0; at < 150; at++) {
      address = next(at)
      const guess = await countGuess(desk.house.door, deps.key, { secret: 'report', known: false, address })
      if (guess.wait !== undefined) return at
    }
    return undefined
  }
  expect(await most((at) => `2001:db8:77:${at.toString(16)}::/64`)).toBe(80)
  expect(await most(() => undefined)).toBe(100)
  expect(await most((at) => `2001:db8:${(0x1000 + at).toString(16)}:1::/64`)).toBeUndefined()
})

test('a page that is written in another way is not taken for another record', async () => {
  for (const over of ['/%6dethode', '/./methode', '/x/../methode', '/%66out-melden/x', '/x/../fout-melden/x', '/ń'])
    expect(await text(`/fout-melden?over=${encodeURIComponent(over)}`), over).toContain('name="over" value="/"')
})

test('a mailbox gets three receipts a day, however it is written; the report is taken all the same', async () => {
  const written = [
    'vreemd@post.test',
    'Vreemd@Post.test',
    'vreemd+1@post.test',
    'VREEMD+twee@post.test.',
    'vreemd@post.test',
  ]
  const paths: string[] = []
  for (const email of written.map((each) => each.replace(/\.$/, ''))) {
    address = `198.51.100.${count++}`
    paths.push(await report({ wat: 'Voor een ander', email }))
  }
  const mails = await Promise.all(paths.map(async (path) => (await mailsOf((await rowOf(path)).id)).length))
  expect(mails).toEqual([1, 1, 1, 0, 0])
  expect(await text(paths[2]!)).toContain('Wij mailen u deze link ook')
  expect(await text(paths[3]!)).toMatch(/Wij mailen u deze link niet: .*al drie/)
  expect(await text(`/en${paths[3]!}`)).toContain('We do not send you this link')
  expect(await rowOf(paths[4]!)).toMatchObject({ email: 'vreemd@post.test', state: 'open' })
  // Having them wiped gives nothing back, and another municipality of the same installation adds nothing.
  for (const path of paths) await post(`${path}/wissen`, {})
  const after = await report({ wat: 'Nog een', email: 'vreemd@post.test' })
  expect(await mailsOf((await rowOf(after)).id)).toEqual([])
  // Another mailbox has its own, and so has who is nearly called the same.
  for (const email of ['vreemde@post.test', 'vreemd@post.test.nl', 'eenvreemd@post.test'])
    expect(await mailsOf((await rowOf(await report({ email }))).id)).toHaveLength(1)
  // Many at once are counted too, and what is sent twice counts once.
  const formulier = await sealOf()
  const sent = (at: number) => ({ over: '/methode', wat: `Samen ${at}`, email: 'samen@gmail.com', formulier })
  await Promise.all([1, 1, 1, 2, 3, 4, 5].map((at) => post('/fout-melden', sent(at))))
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from message
    where recipient = 'samen@gmail.com'`.execute(desk.db)
  expect(rows[0]!.n).toBe(3)
  expect(await mailsOf((await rowOf(await report({ email: 'sa.men@googlemail.com' }))).id)).toEqual([])
  // The next day it counts anew.
  await sql`update guess set ends_at = now() - interval '1 minute'`.execute(desk.db)
  expect(await mailsOf((await rowOf(await report({ email: 'vreemd@post.test' }))).id)).toHaveLength(1)
})

test('past its number a municipality takes a few of each network, and says so with what was typed', async () => {
  await desk.db
    .insertInto('report')
    .values(
      Array.from({ length: 300 }, (_, at) => ({
        municipality: desk.municipality.id,
        id: `00000000-0000-8000-8000-${String(at).padStart(12, '0')}`,
        kind: 'error' as const,
        path: '/vol',
        seen: '/vol',
        title: 'vol',
        text: 'vol',
        lang: 'nl' as const,
        secret: `vol ${at}`,
        due_on: '2099-01-01',
      })),
    )
    .execute()
  const send = async (wat: string) => post('/fout-melden', { over: '/methode', wat, formulier: await sealOf() })
  const before = address
  for (const network of ['192.0.2.201', '192.0.2.202']) {
    address = network
    for (const wat of ['De eerste', 'De tweede']) expect((await send(wat)).status).toBe(303)
    const answer = await send('Dit past er niet bij')
    expect(answer.status).toBe(503)
    expect(await answer.text()).toContain('Dit past er niet bij')
  }
  address = before
  await sql`delete from report where path = '/vol'`.execute(desk.db)
  await sql`delete from published.report where path = '/vol'`.execute(desk.db)
})

test('nothing of a form or a secret link is kept, indexed, or told to another site', async () => {
  const path = await report()
  for (const [answer, status] of [
    [await get(path), 200],
    [await get('/fout-melden?over=/methode'), 200],
    [await post('/fout-melden', { wat: '' }), 422],
    [await get(`/fout-melden/${'A'.repeat(43)}`), 404],
  ] as const) {
    expect(answer.status).toBe(status)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('x-robots-tag')).toContain('noindex')
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
    expect(answer.headers.has('etag')).toBe(false)
  }
  // The pages beside them are kept as before.
  expect((await get('/methode')).headers.get('cache-control')).toBe('public, no-cache')
  expect(await text('/robots.txt')).toContain('Disallow: /fout-melden')
})

test('links that do not exist are counted before they are looked at; one that exists costs nothing', async () => {
  const path = await report()
  for (let at = 0; at < 70; at++) expect((await get(path)).status).toBe(200)
  for (let at = 0; at < 60; at++) expect((await get(`/fout-melden/${'B'.repeat(43)}`)).status).toBe(404)
  expect((await get(path)).status).toBe(429)
})

test('the page after sending gives a code of sixteen signs and a check, by which it opens from paper', async () => {
  const path = await report({ wat: 'Ik heb geen e-mail.' })
  const page = await text(path)
  const code = /<p class="ld-code">([^<]+)</.exec(page)![1]!
  expect(isFollowCode(squeezedCode(code))).toBe(true)
  for (const said of ['class="ld-qr"', `${ORIGIN.replace(/^https?:\/\//, '')}/fout-melden/volgen`, '14 071'])
    expect(page).toContain(said)
  expect(await text('/fout-melden')).toContain('href="/fout-melden/volgen"')
  // As somebody reads it aloud: small letters, other dashes.
  const opened = await post('/fout-melden/volgen', { code: code.toLowerCase().replaceAll('-', ' ') })
  expect([opened.status, opened.headers.get('location')]).toEqual([303, path])
  expect((await post('/en/fout-melden/volgen', { code })).headers.get('location')).toBe(`/en${path}`)
  const slip = await post('/fout-melden/volgen', { code: `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}` })
  expect(slip.status).toBe(422)
  expect((await post('/fout-melden/volgen', { code: '' })).status).toBe(422)
  expect((await post('/fout-melden/volgen', { code }, { origin: 'https://kwaad.test' })).status).toBe(403)
  expect((await get('/fout-melden/volgen')).headers.get('cache-control')).toContain('no-store')
})

test('a code of nothing is told as a right one is, and counted where its link is opened', async () => {
  const path = await report()
  const code = squeezedCode(/<p class="ld-code">([^<]+)</.exec(await text(path))![1]!)
  const wrong = followCode(deps.key, 'report', 'no such report')
  const [right, other] = [
    await post('/fout-melden/volgen', { code }),
    await post('/fout-melden/volgen', { code: wrong }),
  ]
  expect([other.status, await other.text()]).toEqual([right.status, await right.text()])
  const dead = other.headers.get('location')!
  expect(dead).toMatch(/^\/fout-melden\/[\w-]{43}$/)
  // The code of a request opens no report.
  const asked = await post('/fout-melden/volgen', { code: followCode(deps.key, 'request', (await rowOf(path)).id) })
  expect((await get(asked.headers.get('location')!)).status).toBe(404)
  for (let at = 0; at < 59; at++) expect((await get(dead)).status).toBe(404)
  expect((await get(path)).status).toBe(429)
})

test('a report of before there were codes keeps its link, and shows no code', async () => {
  const path = await report()
  const old = 'A'.repeat(43)
  await desk.db
    .updateTable('report')
    .set({ secret: hashOfToken(old) })
    .where('id', '=', (await rowOf(path)).id)
    .execute()
  const page = await text(`/fout-melden/${old}`)
  expect(page).toContain('Uw geheime link')
  expect(page).not.toContain('ld-code')
})

test('another municipality opens it by no link, and sees nothing of it', async () => {
  const path = await report({ wat: 'Alleen voor Sluiswijk' })
  expect((await get(path, siteOf('elders'))).status).toBe(404)
  const other = await desk.visit(await addPerson(desk.db, desk.elsewhere.id, ['policy-officer'], 'Ver'))
  expect(await (await other.get('/balie/meldingen')).text()).not.toContain('Meldingen wachten')
  expect((await other.get(`/balie/meldingen/${(await rowOf(path)).id}`)).status).toBe(404)
})

test('the desk takes it, answers, and the reporter and the page hear of it', async () => {
  const anna = await officer()
  const path = await report({ wat: 'De kop is fout.', email: 'jo@voorbeeld.test', naam: 'Jo' })
  const { id } = await rowOf(path)
  expect(await text('/methode')).toMatch(/in behandeling/)
  expect(await (await anna.get('/balie/meldingen')).text()).toContain(`/balie/meldingen/${id}`)
  await anna.post(`/balie/meldingen/${id}/oppakken`)
  const tasks = await desk.db
    .selectFrom('task')
    .select(['person', 'role'])
    .where('object', '=', `report/${id}`)
    .where('done_at', 'is', null)
    .execute()
  expect(tasks).toHaveLength(1)
  expect(tasks[0]!.person).not.toBeNull()
  const page = await (await anna.get(`/balie/meldingen/${id}`)).text()
  expect(page).toContain('De kop is fout.')
  // The address goes to the mail alone.
  expect(page).not.toContain('jo@voorbeeld.test')

  const empty = await anna.post(`/balie/meldingen/${id}/antwoord`, { uitkomst: '', antwoord: 'Wat ik al schreef' })
  expect(empty.status).toBe(422)
  expect(await empty.text()).toContain('Wat ik al schreef')
  const before = await (await get('/methode')).headers.get('etag')
  const done = await anna.post(`/balie/meldingen/${id}/antwoord`, {
    uitkomst: 'corrected',
    antwoord: 'De kop is verbeterd.',
    openbaar: 'ja',
    gelezen: '0',
  })
  expect(done.status).toBe(303)
  const shown = await text('/methode')
  expect(shown).toContain('De kop is verbeterd.')
  expect(shown).not.toMatch(/De kop is fout|Jo\b/)
  expect((await get('/methode')).headers.get('etag')).not.toBe(before)
  const read = await text(path)
  expect(read).toContain('De kop is verbeterd.')
  expect(read).toContain('Verbeterd')
  const mails = await mailsOf(id)
  expect(mails).toHaveLength(2)
  expect(mails[1]!.body).toContain(`${ORIGIN}${path}`)
  expect(mails[1]!.body).toContain('De kop is verbeterd.')
  const acts = await desk.db.selectFrom('audit').select('act').where('object', '=', `report/${id}`).execute()
  expect(acts.map(({ act }) => act).toSorted()).toEqual(['report.answered', 'report.received', 'report.taken'])
})

test('an answer that is not made public stays between the two, and one that is no report is told nowhere', async () => {
  const anna = await officer()
  const [kept_, outside] = [await report({ wat: 'Waarom zo?' }), await report({ wat: 'Koop nu' })]
  const answer = async (path: string, uitkomst: string, antwoord: string) =>
    anna.post(`/balie/meldingen/${(await rowOf(path)).id}/antwoord`, { uitkomst, antwoord, gelezen: '0' })
  await answer(kept_, 'kept', 'Alleen voor u: omdat het zo hoort.')
  await answer(outside, 'outside', 'Alleen voor u: dit is reclame.')
  const shown = await text('/methode')
  expect(shown).toContain('niet aangepast')
  expect(shown).not.toContain('Alleen voor u')
  const { rows } = await sql<{ id: string }>`select id from published.report`.execute(desk.db)
  expect(rows.map(({ id }) => id)).not.toContain((await rowOf(outside)).id)
  expect(await text(kept_)).toContain('omdat het zo hoort')
})

test('a question goes back to the reporter, who answers, and everything said stays', async () => {
  const anna = await officer()
  const path = await report({ wat: 'Er klopt iets niet.' })
  const { id } = await rowOf(path)
  await anna.post(`/balie/meldingen/${id}/antwoord`, { uitkomst: 'asked', antwoord: 'Wat precies?', gelezen: '0' })
  expect(await text(path)).toContain('Wat precies?')
  expect((await post(path, { wat: 'De tweede zin.' })).status).toBe(303)
  expect((await post(path, { wat: '' })).status).toBe(422)
  expect((await rowOf(path)).state).toBe('open')
  // Who wrote an answer before reading that sees it first, and loses nothing.
  const stale = { uitkomst: 'kept', antwoord: 'Mijn lange antwoord', gelezen: '1' }
  const held = await anna.post(`/balie/meldingen/${id}/antwoord`, stale)
  expect(held.status).toBe(409)
  expect(await held.text()).toMatch(/Mijn lange antwoord/)
  await anna.post(`/balie/meldingen/${id}/antwoord`, { uitkomst: 'kept', antwoord: 'Zo is het.', gelezen: '2' })
  // Not satisfied: it waits again, with a new day.
  await post(path, { wat: 'Toch niet.' })
  const row = await rowOf(path)
  expect([row.state, row.closed_at, row.due_on]).toEqual(['open', null, addWorkingDays(todayIn(), 10)])
  const read = await text(path)
  for (const said of ['Er klopt iets niet.', 'Wat precies?', 'De tweede zin.', 'Zo is het.', 'Toch niet.'])
    expect(read).toContain(said)
  await post(path, { wat: 'En nog iets.' })
  await post(path, { wat: 'En nog meer.' })
  const enough = await post(path, { wat: 'Een vierde keer.' })
  expect(enough.status).toBe(429)
  expect(await enough.text()).toContain('Een vierde keer.')
})

test('name and address go when the reporter asks, and by themselves after their term; the rest stays', async () => {
  const anna = await officer()
  const clock = { timers: reportTimers, postman: undefined, origin: ORIGIN }
  const path = await report({ naam: 'Kees', email: 'kees@voorbeeld.test' })
  const { id } = await rowOf(path)
  expect((await post(`${path}/wissen`, {})).status).toBe(303)
  expect(await rowOf(path)).toMatchObject({ name: '', email: '', text: 'De datum klopt niet.' })
  expect(await mailsOf(id)).toEqual([])
  const other = await report({ naam: 'Mia', email: 'mia@voorbeeld.test' })
  const { id: second } = await rowOf(other)
  await anna.post(`/balie/meldingen/${second}/antwoord`, { uitkomst: 'kept', antwoord: 'Nee.', gelezen: '0' })
  await tick(desk.db, clock)
  expect((await rowOf(other)).email).toBe('mia@voorbeeld.test')
  await sql`update report set closed_at = now() - interval '91 days' where id = ${second}`.execute(desk.db)
  await tick(desk.db, clock)
  expect(await rowOf(other)).toMatchObject({ name: '', email: '', text: 'De datum klopt niet.' })
  expect(await text(other)).toContain('Nee.')
  expect(await mailsOf(second)).toEqual([])
})

test('who reported is forgotten in what was written and told too, and in the mail and its job', async () => {
  const anna = await officer()
  const fields = { naam: 'Trijntje van Dam', email: 'Trijntje.Dam@voorbeeld.test' }
  const wat = 'Mail trijntje.dam@voorbeeld.test, niet xtrijntje.dam@voorbeeld.test. Groet, Trijntje van Dam'
  const path = await report({ ...fields, wat })
  const { id } = await rowOf(path)
  await post(path, { wat: 'Of <trijntje.dam@voorbeeld.test>.' })
  const antwoord = 'Wij schrijven TRIJNTJE.DAM@voorbeeld.test.'
  await anna.post(`/balie/meldingen/${id}/antwoord`, { uitkomst: 'kept', antwoord, openbaar: 'ja', gelezen: '1' })
  expect(await text('/methode')).toContain(antwoord)
  await sql`update job set trouble = '550 trijntje.dam@voorbeeld.test' where kind = 'mail'
    and key in (select id::text from message where object = ${`report/${id}`})`.execute(desk.db)
  expect((await post(`${path}/wissen`, {})).status).toBe(303)
  expect((await rowOf(path)).text).toBe('Mail (gewist), niet xtrijntje.dam@voorbeeld.test. Groet, (gewist)')
  expect(await text('/methode')).toContain('Wij schrijven (gewist).')
  for (const table of ['report', 'report_word', 'published.report', 'message', 'job', 'task', 'audit']) {
    const { rows } = await sql`select from ${sql.table(table)} t
      where t::text ~* '(^|[^x])trijntje.dam@|trijntje van'`.execute(desk.db)
    expect([table, rows.length]).toEqual([table, 0])
  }
})

test('once it was sent, the link is nowhere in the database, and it still opens', async () => {
  const path = await report({ email: 'els@voorbeeld.test' })
  const sent: string[] = []
  const postman = { send: async (mail: { readonly text: string }) => void sent.push(mail.text) }
  await tick(desk.db, { timers: [], postman, origin: ORIGIN })
  expect(sent.filter((each) => each.includes(secretIn(path)))).toHaveLength(1)
  const [mail] = await mailsOf((await rowOf(path)).id)
  expect(mail!.body).toContain('/fout-melden/…')
  expect(mail!.body).not.toContain(secretIn(path))
  expect((await get(path)).status).toBe(200)
})

test('what nobody takes comes on the lists of others in time, once; what is late stands out', async () => {
  const anna = await officer()
  const path = await report({ wat: 'Niemand kijkt.' })
  const { id } = await rowOf(path)
  await sql`update report set due_on = today_here() - 3 where id = ${id}`.execute(desk.db)
  const clock = { timers: reportTimers, postman: undefined, origin: ORIGIN }
  await tick(desk.db, clock)
  await tick(desk.db, clock)
  const tasks = await desk.db
    .selectFrom('task')
    .select('role')
    .where('object', '=', `report/${id}`)
    .where('kind', '=', 'report-late')
    .execute()
  expect(tasks.map(({ role }) => role).toSorted()).toEqual(['account-manager', 'publisher'])
  expect(await (await anna.get('/balie/meldingen')).text()).toContain('(te laat)')
  expect(await text(path)).toContain('had op')
})

test('a message to an owner is no mistake of the page, and stands on none', async () => {
  const { id: municipality } = desk.municipality
  const form = await text('/fout-melden?over=/methode&aan=eigenaar')
  // Only what stands in a register has an owner.
  expect(form).toContain('Meld een fout')
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from published.report`.execute(desk.db)
  const one = { municipality, id: '00000000-0000-8000-8000-00000000aaaa', kind: 'owner', path: '/registers/a/b' }
  await desk.db
    .insertInto('report')
    .values({
      ...one,
      kind: 'owner',
      seen: '/registers/a/b',
      title: 't',
      text: 'x',
      lang: 'nl',
      secret: 's',
      due_on: '2099-01-01',
    })
    .execute()
  const after = await sql<{ count: number }>`select count(*)::int as count from published.report`.execute(desk.db)
  expect(after.rows[0]!.count).toBe(rows[0]!.count)
})

test('the desk sends a message on to the owner, once, whose address no reader is shown', async () => {
  const { id: municipality } = desk.municipality
  const register = deps.registers.find(({ purpose }) => purpose === 'sensor')!
  const [id, slug] = ['00000000-0000-8000-8000-00000000cccc', '77-meter']
  const values = JSON.stringify({ naam: 'Meter', eigenaar: 'Gemeente', contact: 'eigenaar@sluiswijk.test' })
  const row = { municipality, register: register.id, id, no: 77, title: 'Meter', values }
  await desk.db
    .insertInto('entry')
    .values({ ...row, search: 'meter' })
    .execute()
  const from_at = new Date('2026-03-01T10:00:00Z')
  await desk.db
    .insertInto('published.entry')
    .values({ ...row, version: 1, slug, search: '', from_at })
    .execute()
  const path = `/registers/${register.id}/${slug}`
  const page = await text(path)
  expect(page).toContain(`/fout-melden?over=${encodeURIComponent(path)}&amp;aan=eigenaar`)
  expect(page).not.toContain('eigenaar@sluiswijk.test')
  const asked = `/fout-melden?over=${path}&aan=eigenaar`
  const form = await text(asked)
  expect(form).toContain('Schrijf aan de eigenaar')
  expect(form).not.toContain('eigenaar@sluiswijk.test')
  const sent = { over: path, aan: 'eigenaar', wat: 'Hangt u hier lang?', email: 'riet@voorbeeld.test', naam: 'Riet' }
  const answer = await post('/fout-melden', { ...sent, formulier: await sealOf(asked) })
  const message = await rowOf(answer.headers.get('location')!)
  expect(message.kind).toBe('owner')
  const anna = await officer()
  expect(await (await anna.get(`/balie/meldingen/${message.id}`)).text()).toContain('eigenaar@sluiswijk.test')
  for (const _ of [1, 2]) expect((await anna.post(`/balie/meldingen/${message.id}/doorsturen`, {})).status).toBe(303)
  const mails = (await mailsOf(message.id)).filter(({ recipient }) => recipient === 'eigenaar@sluiswijk.test')
  expect(mails).toHaveLength(1)
  expect(mails[0]!.body).toContain('Hangt u hier lang?')
  expect(mails[0]!.body).not.toMatch(/riet@voorbeeld|fout-melden\//)
  expect(await text(answer.headers.get('location')!)).not.toContain('eigenaar@sluiswijk.test')
  const acts = await desk.db.selectFrom('audit').select('act').where('object', '=', `report/${message.id}`).execute()
  expect(acts.filter(({ act }) => act === 'report.sent-to-owner')).toHaveLength(1)
  // A mistake of a page has no owner to send it to.
  const mistake = await rowOf(await report())
  expect((await anna.post(`/balie/meldingen/${mistake.id}/doorsturen`, {})).status).toBe(403)
})

test('corrected is said only of a page that is newer than the report', async () => {
  const { id: municipality } = desk.municipality
  const register = deps.registers.find(({ purpose }) => purpose === 'sensor')!
  const row = {
    municipality,
    register: register.id,
    id: '00000000-0000-8000-8000-00000000dddd',
    no: 78,
    title: 'Teller',
  }
  const values = JSON.stringify({ naam: 'Teller' })
  const at = (version: number, from_at: Date, to_at: Date | null) =>
    desk.db
      .insertInto('published.entry')
      .values({ ...row, version, values, slug: '78-teller', search: '', from_at, to_at })
      .execute()
  await at(1, new Date('2026-03-01T10:00:00Z'), null)
  const path = `/registers/${register.id}/78-teller`
  const link = await report({ over: path })
  const { id } = await rowOf(link)
  const anna = await officer()
  const answer = { uitkomst: 'corrected', antwoord: 'Hersteld, dank u wel.', openbaar: 'ja', gelezen: '0' }
  const early = await anna.post(`/balie/meldingen/${id}/antwoord`, answer)
  expect(early.status).toBe(422)
  const page = await early.text()
  expect(page).toContain('Deze pagina is na de melding niet veranderd.')
  expect(page).toContain('Hersteld, dank u wel.')
  await desk.db.updateTable('published.entry').set({ to_at: new Date() }).where('id', '=', row.id).execute()
  await at(2, new Date(Date.now() + 1_000), null)
  expect((await anna.post(`/balie/meldingen/${id}/antwoord`, answer)).status).toBe(303)
  expect(await text(link)).toContain('eerdere versies')
})

test('the public role reaches no row of a report, and hands in nothing that is none', async () => {
  await expect(sql`select from public.report`.execute(desk.publicDb)).rejects.toMatchObject({ code: '42501' })
  await expect(
    sql`select wall.task_of_report(null, null, null, 'x', 'x', null)`.execute(desk.publicDb),
  ).rejects.toMatchObject({ code: '42501' })
  const one = { municipality: desk.municipality.id, id: '00000000-0000-8000-8000-00000000bbbb', path: '/a b' }
  await expect(
    sql`select wall.add_report(${JSON.stringify(one)}::jsonb, 300, 300)`.execute(desk.publicDb),
  ).rejects.toMatchObject({ code: '23514' })
  expect(told).toEqual([])
  expect(desk.faults).toEqual([])
})
