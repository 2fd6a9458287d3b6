/** A party that only has a link reads what was said of it, objects, hands in its plan, and hears what became of it. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { putVerdict, type Covenant, type Party } from '../../../../test/covenant.ts'
import { addPerson, testDeps, testDesk, type TestDesk } from '../../../../test/desk.ts'
import { signingSite } from '../../../../test/signing-site.ts'
import { asClock } from '../../../db/as.ts'
import { deskRoutes } from '../../../apps/desk-routes.ts'
import { daysAfter } from '../../../lib/iso-date.ts'
import { todayIn } from '../../../web/language.ts'
import { tellPledges } from '../progress/timers-store.ts'

const deps = testDeps()
const today = todayIn()
let desk: TestDesk
let site: ReturnType<typeof signingSite>
let covenant: Covenant
let bakery: Party
let here: string
let secret: string
let other: string
beforeAll(async () => {
  desk = await testDesk(deskRoutes(deps))
  site = signingSite(desk, deps)
})
afterAll(async () => {
  expect(desk.faults).toEqual([])
  await desk.close()
})
beforeEach(async () => {
  const made = await site.ready('Bakkerij', 'Café')
  covenant = made.covenant
  bakery = covenant.parties[0]!
  secret = made.secrets[0]!
  here = `/tekenen/${secret}`
  other = `/tekenen/${made.secrets[1]!}`
})

const judged = (given: Parameters<typeof putVerdict>[2] = {}) => putVerdict(desk.db, covenant, { of: bakery, ...given })
const together = (given: Parameters<typeof putVerdict>[2] = {}) => putVerdict(desk.db, covenant, given)
const says = async (verdict: string, what: 'plan' | 'objection', words: string, code?: string) => {
  const answer = await site.post(`${here}/${what === 'plan' ? 'plan' : 'bezwaar'}`, {
    oordeel: verdict,
    [`${what}-${verdict}`]: words,
    [`code-${what}-${verdict}`]: code ?? (await site.asked(secret, bakery, '/oordelen')),
  })
  return { status: answer.status, page: await answer.text(), to: answer.headers.get('location') }
}
const words = () =>
  site.row(sql<{ kind: string; text: string; by: string | null }>`select w.kind, w.text, w.by
  from pledge_word w join pledge_verdict v on v.id = w.verdict where v.covenant = ${covenant.id} order by w.no`)
const letters = () =>
  site.row(sql<{ body: string }>`select body from message where recipient = ${bakery.email} and kind = 'pledge'
    order by created_at`)

test('it reads what was said of it and of nobody else, in both languages, and looking changes nothing', async () => {
  expect(await site.text(here)).not.toContain('/oordelen')
  await judged()
  expect(await site.text(here)).toContain('Lees het oordeel en reageer')
  const page = await site.text(`${here}/oordelen`)
  expect(page).toContain('Alle websites versleuteld: niet gehaald')
  expect(page).toContain('De meting van &lt;b&gt;gisteren&lt;/b&gt;.')
  expect(page).toContain('1 van de 3, doel 90% op 1 oktober 2026')
  expect(page).toContain('gevraagd, uiterlijk')
  const english = await site.text(`/en${here}/oordelen`)
  expect(english).toContain('Alle websites versleuteld: not met')
  expect(english).toContain('Others only read how all together are doing'.toLowerCase())
  expect(await site.text(`${other}/oordelen`)).not.toContain('gisteren')
  expect(await site.text(other)).not.toContain('/oordelen')
  expect((await site.get(`/tekenen/${'a'.repeat(43)}/oordelen`)).status).toBe(404)
  expect(await words()).toEqual([])
})

test('it objects with a code, once and in its term; the answer comes to its mailbox', async () => {
  const verdict = await judged()
  const wrong = await says(verdict, 'objection', 'Onze site is verhuisd.', '0000 0000')
  expect([wrong.status, wrong.page.includes('Onze site is verhuisd.'), await words()]).toEqual([422, true, []])
  expect(await says(verdict, 'objection', '')).toMatchObject({ status: 422 })
  const done = await says(verdict, 'objection', 'Onze site is verhuisd.')
  expect([done.status, done.to]).toEqual([303, `${here}/oordelen?gedaan=objection#gedaan`])
  expect(await site.text(done.to!)).toContain('Uw bezwaar is ontvangen. U krijgt antwoord.')
  expect(await words()).toEqual([{ kind: 'objection', text: 'Onze site is verhuisd.', by: null }])
  const twice = await says(verdict, 'objection', 'Nog eens.')
  expect([twice.status, twice.page.includes('of u maakte al bezwaar')]).toEqual([409, true])
  await asClock(desk.db, desk.municipality.id, (tx) =>
    tellPledges(tx, { municipality: desk.municipality as never, today, origin: 'https://x.test' }),
  )
  const [task] = await site.row(sql<{ text: string }>`select text from task where kind = 'pledge-objection'
    and object like ${`%${verdict}%`}`)
  expect(task!.text).toContain('Beantwoord het bezwaar')
  const boss = await desk.visit(await addPerson(desk.db, desk.municipality.id, ['decision-maker'], 'Bo'))
  const at = `/balie/convenanten/${covenant.id}/voortgang/versleuteld/oordeel/${verdict}/bezwaar`
  expect(await (await boss.get(at)).text()).toContain('Onze site is verhuisd.')
  expect((await boss.post(at, { antwoord: 'rejected', tekst: 'De oude site staat er nog.' })).status).toBe(303)
  expect((await letters()).map(({ body }) => body.includes('De oude site staat er nog.'))).toEqual([true])
  const page = await site.text(`${here}/oordelen`)
  expect(page).toContain('ongegrond, uiterlijk')
  expect(page).toContain('De oude site staat er nog.')
  // The trail names the party, and no person that there is not.
  const [trail] = await site.row(sql<{ detail: string }>`select detail from audit where act = 'pledge.objected'
    and object = ${`covenant/${covenant.id}`}`)
  expect(JSON.parse(trail!.detail)).toEqual({ pledge: 'versleuteld', participant: bakery.id, by: 'link' })
})

test('it hands in its plan, again where it was returned, and reads that it is enough', async () => {
  const verdict = await judged({ objectUntil: daysAfter(today, -1) })
  expect(await says(verdict, 'objection', 'Te laat.')).toMatchObject({ status: 409 })
  expect((await says(verdict, 'plan', 'x'.repeat(8_001))).status).toBe(422)
  expect((await says(verdict, 'plan', 'Wij zetten het aan.')).to).toBe(`${here}/oordelen?gedaan=plan#gedaan`)
  expect((await says(verdict, 'plan', 'Nog een plan.')).status).toBe(409)
  const anna = await desk.visit(covenant.officer)
  const at = `/balie/convenanten/${covenant.id}/voortgang/versleuteld/oordeel/${verdict}/plan`
  expect((await anna.post(at, { wat: 'terug', terug: 'Wanneer?' })).status).toBe(303)
  expect(await site.text(`${here}/oordelen`)).toContain('terug bij u om aan te vullen')
  expect((await says(verdict, 'plan', 'In januari.')).status).toBe(303)
  expect((await anna.post(at, { wat: 'aanvaard' })).status).toBe(303)
  expect((await letters()).map(({ body }) => /nog niet compleet|is aanvaard/.exec(body)?.[0])).toEqual([
    'nog niet compleet',
    'is aanvaard',
  ])
  expect((await words()).map(({ kind }) => kind)).toEqual(['plan', 'plan-returned', 'plan', 'plan-accepted'])
  expect(await site.text(here)).toContain('Lees het oordeel over uw afspraken')
})

test('of all together it may say that it is not right where it is so few, and makes no plan', async () => {
  const many = await together({ objectUntil: null })
  expect(await site.text(here)).not.toContain('/oordelen')
  expect((await says(many, 'objection', 'x')).status).toBe(409)
  const few = await together({ replaces: many })
  expect(await site.text(`${here}/oordelen`)).toContain('Dit gaat over allen samen.')
  expect((await says(few, 'plan', 'Een plan.')).status).toBe(409)
  expect((await says(few, 'objection', 'Wij wel.')).status).toBe(303)
  // The other reads that it can object too, and nothing of what this one said.
  const page = await site.text(`${other}/oordelen`)
  expect([page.includes('Dit gaat over allen samen.'), page.includes('Wij wel.')]).toEqual([true, false])
})

test('of another’s verdict, one that was corrected, or past the link, nothing is answered', async () => {
  const first = await judged()
  const now = await judged({ outcome: 'met', replaces: first })
  for (const verdict of [first, now, uuid(), 'x']) {
    expect(await says(verdict, 'plan', 'Een plan.'), verdict).toMatchObject({ status: 409 })
  }
  const verdict = await judged({ replaces: now })
  const stolen = await site.post(`${other}/plan`, {
    oordeel: verdict,
    [`plan-${verdict}`]: 'Van een ander.',
    [`code-plan-${verdict}`]: await site.asked(other.split('/').at(-1)!, covenant.parties[1]!, '/oordelen'),
  })
  expect(stolen.status).toBe(409)
  // The wall says the same to who goes past the page.
  const asks = (hash: string) =>
    sql<{ came: string }>`select wall.answer_verdict(${desk.municipality.id}, ${hash}, '0', ${verdict}, 'plan', 'x')
      as came`.execute(desk.publicDb)
  expect((await asks('0'.repeat(64))).rows[0]!.came).toBe('missing')
  await expect(
    sql`insert into public.pledge_word (municipality, verdict, no, kind, text) values (${desk.municipality.id},
    ${verdict}, 1, 'plan', 'x')`.execute(desk.publicDb),
  ).rejects.toThrow('permission denied')
  await sql`update covenant_link set ends_at = now() - interval '1 day'`.execute(desk.db)
  expect((await site.get(`${here}/oordelen`)).status).toBe(410)
  expect(await words()).toEqual([])
})
