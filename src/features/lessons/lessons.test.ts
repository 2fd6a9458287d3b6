/** Certificates and codes: what is made, counted and read, what nobody gets to know, and what is handed over. */
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { unasked } from '../../../test/database.ts'
import { addOrganisation, addPerson, as, ORIGIN, testDeps, testDesk } from '../../../test/desk.ts'
import type { TestDesk, TestPerson, Visitor } from '../../../test/desk.ts'
import { memoryStore } from '../../../test/memory-home.ts'
import { putCovenant, terms } from '../../../test/pledges.ts'
import { tick } from '../../apps/clock.ts'
import { deskRoutes } from '../../apps/desk-routes.ts'
import { keptAnswers } from '../../apps/site-kept.ts'
import { createSite } from '../../apps/site.ts'
import { countedFindings } from '../../db/counted-findings.ts'
import { isFollowCode, spokenCode, squeezedCode } from '../../lib/follow-code.ts'
import { newSeal } from '../../lib/form-seal.ts'
import { isSpokenNumber, squeezedNumber } from '../../lib/spoken-number.ts'
import type { Knock } from '../../web/door.ts'
import { todayIn } from '../../web/language.ts'
import { countGuess } from '../people/guesses-store.ts'
import { certificateKey, checked, newCertificate, signedText } from './certificate.ts'
import { addCertificate, raiseGroup, readCertificate } from './door-store.ts'
import { codeOfGroup, hashOfCode } from './group-secret.ts'
import { groupTotals } from './store.ts'
import { lessonTimers } from './timers.ts'

const deps = testDeps()
const { key, lessons } = deps
const today = todayIn()
const before = (months: number): string => {
  const at = new Date(`${today.slice(0, 7)}-01T00:00:00Z`)
  at.setUTCMonth(at.getUTCMonth() - months)
  return at.toISOString().split('T')[0]!
}
const thisMonth = before(0).slice(0, 7)

let desk: TestDesk
let site: ReturnType<typeof createSite>
let officer: TestPerson
let baker: TestPerson
let butcher: TestPerson
let m: string
let knocks: Knock[] = []
let full: ReadonlySet<Knock> = new Set()

beforeAll(async () => {
  desk = await testDesk(deskRoutes(deps))
  m = desk.municipality.id
  officer = await addPerson(desk.db, m, ['policy-officer'], 'Jeroen')
  baker = await addPerson(desk.db, m, ['partner'], 'Bram', await addOrganisation(desk.db, m, 'Bakkerij'))
  butcher = await addPerson(desk.db, m, ['partner'], 'Sanne', await addOrganisation(desk.db, m, 'Slagerij'))
  site = createSite({
    db: desk.publicDb,
    store: memoryStore(),
    municipality: desk.municipality.slug,
    city: 'Sluiswijk',
    origin: ORIGIN,
    css: '',
    assets: {},
    lessons,
    kept: keptAnswers(0),
    reports: {
      key,
      counted: async (_, what) => {
        knocks.push(what)
        const giveBack = async () => void knocks.splice(knocks.lastIndexOf(what), 1)
        return full.has(what) ? { wait: 120 } : { right: giveBack, unseen: giveBack }
      },
    },
    report: (error) => {
      throw error
    },
  })
})
afterAll(() => desk.close())
beforeEach(() => {
  knocks = []
  full = new Set()
})

const get = (path: string) => site.request(ORIGIN + path)
const post = (path: string, fields: Readonly<Record<string, string>>, from = ORIGIN) =>
  site.request(ORIGIN + path, {
    method: 'POST',
    headers: {
      Origin: from,
      'Content-Type': 'application/x-www-form-urlencoded',
      'Sec-Fetch-Site': from === ORIGIN ? 'same-origin' : 'cross-site',
    },
    body: new URLSearchParams(fields).toString(),
  })
const seal = (secondsAgo = 10) => newSeal(key, Date.now() - secondsAgo * 1000)
const proof = '/leren/lessen/phishing/bewijs'
const codeDoor = '/leren/lessen/phishing/code'
const ticked = (formulier = seal()) => ({ formulier, gevolgd: 'ja' })
const rows = async (table: 'certificate' | 'group_count') =>
  (await sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)}`.execute(desk.db)).rows[0]!.count

describe('a certificate', () => {
  test('is made by who says that the lesson was followed, and names nobody', async () => {
    const made = await post(proof, ticked())
    expect(made.status).toBe(303)
    const to = made.headers.get('location')!
    expect(to).toMatch(/^\/leren\/bewijs\/[0-9A-HJKMNP-TV-Z-]+\/papier$/)
    const paper = await get(to)
    const text = await paper.text()
    expect(text).toContain('Bewijs van een gevolgde les')
    expect(text).toContain('Nepberichten herkennen')
    expect(text).toContain('QR-code naar de pagina')
    for (const { headers } of [made, paper]) {
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('x-robots-tag')).toContain('noindex')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
    }
    const valid = await (await get(to.replace('/papier', ''))).text()
    for (const each of ['Dit bewijs is echt.', 'Nepberichten herkennen', '<dd>1</dd>', '<dd>ja</dd>'])
      expect(valid).toContain(each)
    expect(await (await get(`/en${to.replace('/papier', '')}`)).text()).toContain('This certificate is real.')
  })

  test('is one for each form, however often that is sent', async () => {
    const form = ticked()
    const [one, two] = [await post(proof, form), await post(proof, form)]
    expect(one.headers.get('location')).toBe(two.headers.get('location'))
    const other = await post(proof, ticked())
    expect(other.headers.get('location')).not.toBe(one.headers.get('location'))
    // The same form of another lesson is another certificate.
    const elsewhere = await post('/leren/lessen/wachtwoorden/bewijs', form)
    expect(elsewhere.headers.get('location')).not.toBe(one.headers.get('location'))
  })

  test.each<[what: string, fields: () => Readonly<Record<string, string>>, says: string]>([
    ['was not said to be followed', () => ({ formulier: seal() }), 'Zet een vinkje'],
    ['is sent faster than a person', () => ticked(seal(0)), 'Dit ging erg snel'],
    ['is sent a day later', () => ticked(seal(90_000)), 'langer dan een dag'],
    ['has no seal of ours', () => ticked('a.b.c'), 'herkennen wij niet'],
    ['has the bait filled in', () => ({ ...ticked(), website: 'https://spam.test' }), 'herkennen wij niet'],
  ])('is not made when it %s, and nothing is used up', async (_, fields, says) => {
    const had = await rows('certificate')
    const answer = await post(proof, fields())
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(says)
    expect(knocks).toEqual([])
    expect(await rows('certificate')).toBe(had)
  })

  test('is not made from another site, nor for who asks too many; a lesson that is not there has none', async () => {
    expect((await post(proof, ticked(), 'https://elders.test')).status).toBe(403)
    full = new Set(['certificate'])
    const answer = await post(proof, ticked())
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '120'])
    expect((await get('/leren/lessen/bestaat-niet/bewijs')).status).toBe(404)
  })

  test('a class behind one address gets its certificates; who asks for more has to wait', async () => {
    const one = { secret: 'certificate', known: false, address: '192.0.2.7' } as const
    for (let at = 0; at < 150; at++) expect((await countGuess(desk.house.door, key, one)).wait).toBe(undefined)
    expect((await countGuess(desk.house.door, key, one)).wait).toBeGreaterThan(60 * 60)
    expect((await countGuess(desk.house.door, key, { ...one, address: '198.51.100.4' })).wait).toBe(undefined)
    // Reports of the same address are counted apart.
    expect((await countGuess(desk.house.door, key, { ...one, secret: 'report' })).wait).toBe(undefined)
  })

  test('a number that is nobody’s gets the same page, status and steps; only a guess is counted', async () => {
    const { headers } = await post(proof, ticked())
    const right = headers.get('location')!.replace('/papier', '')
    const never = newCertificate(key, m, { nonce: 'x', lesson: 'y', version: 1, month: thisMonth })
    const wrong = `/leren/bewijs/${spokenCode(never.number)}`
    knocks = []
    const [yes, no] = [await get(right), await get(wrong)]
    expect([yes.status, no.status]).toEqual([200, 200])
    expect(knocks).toEqual(['link'])
    const shape = async (answer: Response) => (await answer.text()).match(/<(?:dt|dd|h1|h2|p|details|a|pre)\b/g)
    expect(await shape(no)).toEqual(await shape(yes))
    expect(await (await get(`${wrong}/papier`)).text()).toContain('Dit bewijs kennen wij niet.')
    full = new Set(['link'])
    for (const path of [right, wrong]) expect((await get(path)).status).toBe(429)
  })

  test('is checked by typing its number in any manner, and a slip of the pen is told', async () => {
    const { headers } = await post(proof, ticked())
    const path = headers.get('location')!.replace('/papier', '')
    const number = path.split('/').at(-1)!
    const typed = number.toLowerCase().replaceAll('-', ' ')
    expect((await post('/leren/bewijs', { nummer: typed })).headers.get('location')).toBe(path)
    const slip = number.replace(/^./, (sign) => (sign === '7' ? '8' : '7'))
    const answer = await post('/leren/bewijs', { nummer: slip })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Kijk de tekens nog eens na')
  })

  test('of which the database was changed is not one of ours', async () => {
    const made = newCertificate(key, m, { nonce: 'n', lesson: 'phishing', version: 1, month: thisMonth })
    expect(isFollowCode(made.number)).toBe(true)
    expect(await addCertificate(desk.publicDb, m, made)).toBe(true)
    const found = await readCertificate(desk.publicDb, m, made.number)
    expect(checked(key, m, made.number, found)).toEqual(made)
    for (const change of [{ lesson: 'wachtwoorden' }, { version: 2 }, { month: '2020-01' }])
      expect(checked(key, m, made.number, { ...found!, ...change })).toBe(undefined)
    expect(checked(key, 'a-elders', made.number, found)).toBe(undefined)
    expect(checked(Buffer.alloc(32, 9), m, made.number, found)).toBe(undefined)
    expect(certificateKey(key).verifies(signedText(m, made), made.signature)).toBe(true)
    // Of another municipality there is none by this number.
    expect(await readCertificate(desk.publicDb, desk.elsewhere.id, made.number)).toBe(undefined)
  })

  test('there are so many in a month, and none of another month', async () => {
    const of = (nonce: string, month = thisMonth) =>
      newCertificate(key, m, { nonce, lesson: 'phishing', version: 1, month })
    await expect(addCertificate(desk.publicDb, m, of('oud', '2020-01'))).rejects.toThrow('no certificate')
    const add = (nonce: string, most: number) => {
      const one = JSON.stringify({ ...of(nonce), month: `${thisMonth}-01` })
      return sql<{ kept: boolean }>`select wall.add_certificate(${m}, ${one}::jsonb, ${most}) as kept`.execute(
        desk.publicDb,
      )
    }
    const had = await rows('certificate')
    expect((await add('vol', had)).rows[0]!.kept).toBe(false)
    expect((await add('nog-een', had + 1)).rows[0]!.kept).toBe(true)
    // The same once more is there already.
    expect((await add('nog-een', had + 1)).rows[0]!.kept).toBe(true)
  })
})

/** Makes a code at the desk, and gives its id and its signs. */
async function codeOf(who: TestPerson, place: string, naam = 'alle medewerkers', medewerkers = '40') {
  const visitor = await desk.visit(who)
  const made = await visitor.post(place, { naam, medewerkers, tot: `${Number(today.slice(0, 4)) + 1}-01-31` })
  expect(made.status).toBe(303)
  const id = made.headers.get('location')!.split('?')[0]!.split('/').at(-1)!
  return { visitor, id, code: codeOfGroup(key, id) }
}
/** Counts, unasked, of months that are over. */
const counted = (code: string, of: Readonly<Record<string, number>>, lesson = 'phishing') =>
  unasked(desk.db, async (tx) => {
    for (const [month, count] of Object.entries(of))
      await tx.insertInto('group_count').values({ municipality: m, code, lesson, month, count }).execute()
    await tx
      .updateTable('group_code')
      .set({ made_on: before(6), until: `${Number(today.slice(0, 4)) + 1}-01-31` })
      .where('id', '=', code)
      .execute()
  })

describe('the code of an organisation', () => {
  test('raises a count by one, and keeps nothing else anywhere', async () => {
    const { id, code } = await codeOf(baker, '/balie/leren')
    expect(isSpokenNumber(code)).toBe(true)
    const all = async () =>
      (
        await sql<{ name: string; rows: number }>`select relname as name,
          (xpath('/row/c/text()', query_to_xml(format('select count(*) as c from %I.%I', nspname, relname), false, true,
            '')))[1]::text::int as rows from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where relkind = 'r' and nspname in ('public', 'published') order by 1`.execute(desk.db)
      ).rows
    const had = await all()
    for (const typed of [code, squeezedNumber(code).toLowerCase()])
      expect((await post(codeDoor, { formulier: seal(), code: typed })).headers.get('location')).toBe(
        `${codeDoor}?geteld`,
      )
    const changed = (await all()).filter((each, at) => each.rows !== had[at]!.rows)
    expect(changed.map(({ name }) => name)).toEqual(['group_count'])
    const { rows: counts } = await sql`select lesson, month::text, count from group_count where code = ${id}`.execute(
      desk.db,
    )
    expect(counts).toEqual([{ lesson: 'phishing', month: before(0), count: 2 }])
    expect(knocks).toEqual([])
    expect(await (await get(`${codeDoor}?geteld`)).text()).toContain('U telt mee')
  })

  test('has no link with a certificate: no column that both have tells one from another', async () => {
    const { rows: columns } = await sql<{ table: string; name: string; type: string }>`
      select table_name as table, column_name as name, data_type as type from information_schema.columns
      where table_name in ('certificate', 'group_count') order by 1, 2`.execute(desk.db)
    expect(columns.map(({ table, name, type }) => `${table}.${name} ${type}`)).toEqual([
      'certificate.lesson text',
      'certificate.month date',
      'certificate.municipality uuid',
      'certificate.number text',
      'certificate.signature text',
      'certificate.version integer',
      'group_count.code uuid',
      'group_count.count integer',
      'group_count.lesson text',
      'group_count.month date',
      'group_count.municipality uuid',
    ])
  })

  test('that is wrong, over or misspelled counts nothing', async () => {
    const { visitor, id, code } = await codeOf(baker, '/balie/leren')
    const had = await rows('group_count')
    const nobody = codeOfGroup(key, '0198a000-0000-7000-8000-00000000000f')
    const unknown = await post(codeDoor, { formulier: seal(), code: nobody })
    expect([unknown.status, knocks]).toEqual([422, ['link']])
    expect(await unknown.text()).toContain('Deze code kennen wij niet')
    knocks = []
    const misspelled = await post(codeDoor, { formulier: seal(), code: 'AAAAA-AAAAA' })
    expect([misspelled.status, knocks]).toEqual([422, []])
    expect(await misspelled.text()).toContain('value="AAAAA-AAAAA"')
    expect((await post(codeDoor, { formulier: seal(), code, website: 'x' })).status).toBe(422)
    expect((await post(codeDoor, { formulier: seal(), code }, 'https://elders.test')).status).toBe(403)
    await visitor.post(`/balie/leren/${id}/beeindigen`)
    expect((await post(codeDoor, { formulier: seal(), code })).status).toBe(422)
    expect(await raiseGroup(desk.publicDb, desk.elsewhere.id, hashOfCode(key, code), 'phishing')).toBe(false)
    expect(await rows('group_count')).toBe(had)
    await expect(raiseGroup(desk.publicDb, m, hashOfCode(key, code), 'Geen les')).rejects.toThrow('no lesson')
  })

  test('its counts are read from five up, of months that are over, and by its organisation alone', async () => {
    const { visitor, id, code } = await codeOf(baker, '/balie/leren')
    await counted(id, { [before(4)]: 4, [before(3)]: 5, [before(2)]: 12, [before(1)]: 1 })
    for (let at = 0; at < 7; at++) await raiseGroup(desk.publicDb, m, hashOfCode(key, code), 'phishing')
    const shown = [
      { lesson: 'phishing', month: before(3).slice(0, 7), count: 5 },
      { lesson: 'phishing', month: before(2).slice(0, 7), count: 12 },
    ]
    expect(await as(desk.db, baker, (tx) => groupTotals(tx, id))).toEqual(shown)
    for (const other of [butcher, officer]) expect(await as(desk.db, other, (tx) => groupTotals(tx, id))).toEqual([])
    for (const person of [baker, officer])
      await expect(as(desk.db, person, (tx) => tx.selectFrom('group_count').selectAll().execute())).rejects.toThrow(
        'permission denied',
      )
    await expect(as(desk.db, baker, (tx) => tx.selectFrom('group_code').select('secret').execute())).rejects.toThrow(
      'permission denied',
    )
    const page = await (await visitor.get(`/balie/leren/${id}`)).text()
    expect(page).toContain('17 keer gevolgd, bij 40 medewerkers (eigen opgave)')
    expect(page.match(/minder dan 5/g)!.length).toBeGreaterThan(3)
    for (const person of [butcher, officer]) {
      const other = await desk.visit(person)
      for (const place of ['/balie/leren', '/balie/lescodes'])
        expect([403, 404]).toContain((await other.get(`${place}/${id}`)).status)
    }
  })

  test('a form that is not right comes back with what was typed', async () => {
    const visitor = await desk.visit(officer)
    const answer = await visitor.post('/balie/lescodes', { naam: 'De winkel', medewerkers: 'veel', tot: '2020-01-01' })
    expect(answer.status).toBe(422)
    const text = await answer.text()
    for (const each of ['value="De winkel"', 'value="veel"', 'Vul een heel getal in', 'Deze dag is al voorbij'])
      expect(text).toContain(each)
    const few = await visitor.post('/balie/lescodes', {
      naam: 'Twee',
      medewerkers: '4',
      tot: `${today.slice(0, 4)}-12-31`,
    })
    expect([few.status, await few.text()]).toEqual([422, expect.stringContaining('Een code is voor 5 mensen of meer.')])
  })

  test('goes when its time is over, with its counts; so does a certificate', async () => {
    const { id } = await codeOf(officer, '/balie/lescodes')
    await counted(id, { '2023-01-01': 8 })
    await unasked(desk.db, async (tx) => {
      const old = newCertificate(key, m, { nonce: 'oud', lesson: 'phishing', version: 1, month: '2020-01' })
      await tx
        .insertInto('certificate')
        .values({ ...old, municipality: m, month: '2020-01-01' })
        .execute()
    })
    const had = [await rows('certificate'), await rows('group_count')]
    await tick(desk.db, { timers: lessonTimers, postman: undefined, origin: ORIGIN })
    expect([await rows('certificate'), await rows('group_count')]).toEqual([had[0]! - 1, had[1]! - 1])
  })
})

describe('handed over at a pledge', () => {
  let covenant: string
  let visitor: Visitor
  let id: string
  const pledge = 'cursus'
  beforeAll(async () => {
    const verifier = await addPerson(desk.db, m, ['security-officer'], 'Vera')
    const one = terms(verifier, officer, {
      id: pledge,
      title: 'Medewerkers die oefenden',
      norms: ['VEI-20'],
      method: 'counts',
      unit: 'total',
      unitWords: 'medewerkers',
      rules: [],
      criterion: 'VEI-20.oefening',
      least: 'declared',
    })
    covenant = await putCovenant(desk.db, officer, [one], [{ organisation: baker.organisation, on: '2026-01-01' }])
    ;({ visitor, id } = await codeOf(baker, '/balie/leren', 'de bakkers'))
    await counted(id, { [before(4)]: 3, [before(3)]: 8, [before(2)]: 9 })
    await counted(id, { [before(3)]: 20 }, 'cookies-en-privacy-voor-ondernemers')
  })
  const months = (from: number, to: number) => ({ van: before(from).slice(0, 7), tot_maand: before(to).slice(0, 7) })
  const form = (more: Readonly<Record<string, string>> = {}) => ({
    afspraak: `${covenant} ${pledge}`,
    les: 'phishing',
    ...months(4, 2),
    medewerkers: '24',
    ...more,
  })
  const hand = (fields: Readonly<Record<string, string>>) => visitor.post(`/balie/leren/${id}/doorgeven`, fields)
  const given = () => as(desk.db, officer, (tx) => countedFindings(tx, m, covenant, [pledge]))

  test('a count says followed, with what it rests on; the later one stands beside the earlier', async () => {
    expect((await hand(form())).status).toBe(303)
    const [first] = await given()
    expect(first).toMatchObject({ count: 17, among: 24, criterion: 'VEI-20.oefening', checked: null })
    expect(first!.from).toBe(before(4))
    expect(first!.proof).toContain('17 keer gevolgd')
    expect(first!.proof).toContain('eigen opgave')
    expect(first!.proof).not.toMatch(/weerba/i)
    expect((await hand(form({ medewerkers: '20' }))).status).toBe(303)
    const all = await given()
    expect(all.map(({ among, replaces }) => [among, replaces])).toEqual([
      [24, null],
      [20, first!.id],
    ])
    // Counted more often than there are people: of those nobody was left out.
    expect((await hand(form({ ...months(3, 2), medewerkers: '10' }))).status).toBe(303)
    expect((await given()).at(-1)).toMatchObject({ count: 10, among: 10 })
  })

  test.each<[what: string, more: () => Readonly<Record<string, string>>, says: string]>([
    ['months with too few', () => months(4, 4), 'minder dan 5 keer gevolgd'],
    ['a month that runs', () => months(2, 0), 'Kies een maand die voorbij is'],
    ['months the wrong way round', () => months(2, 3), 'ligt voor de eerste'],
    [
      'a lesson of another norm',
      () => ({ les: 'cookies-en-privacy-voor-ondernemers' }),
      'bij de norm van deze afspraak',
    ],
    ['a pledge that is not open', () => ({ afspraak: `${covenant} anders` }), 'Kies een afspraak'],
    ['no number of staff', () => ({ medewerkers: '0' }), 'Vul een heel getal in'],
  ])('%s is not taken', async (_, more, says) => {
    const had = (await given()).length
    const answer = await hand(form(more()))
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(says)
    expect(await given()).toHaveLength(had)
  })

  test('who takes no part has no pledge to choose', async () => {
    const other = await codeOf(butcher, '/balie/leren')
    await counted(other.id, { [before(3)]: 9 })
    expect(await (await other.visitor.get(`/balie/leren/${other.id}`)).text()).toContain('Er is nu geen afspraak')
    const answer = await other.visitor.post(`/balie/leren/${other.id}/doorgeven`, form(months(3, 3)))
    expect(answer.status).toBe(422)
  })
})

test('a number of a certificate is read as it is spoken', () => {
  const { number } = newCertificate(key, m, { nonce: 'z', lesson: 'phishing', version: 1, month: thisMonth })
  expect(squeezedCode(spokenCode(number))).toBe(number)
})

test('every page of a lesson says whether anybody from outside reviewed it, as its file says', async () => {
  const reviewed = lessons.map((each, at) => ({ ...each, reviewer: at === 0 ? 'Stichting Taal' : null }))
  const options = { db: desk.publicDb, store: memoryStore(), municipality: desk.municipality.slug, city: 'Sluiswijk' }
  const told = createSite({ ...options, origin: ORIGIN, css: '', assets: {}, lessons: reviewed })
  const text = async (path: string) => (await told.request(ORIGIN + path)).text()
  for (const { id, reviewer } of reviewed)
    for (const under of ['', '/papier', '/samen']) {
      const page = await text(`/leren/lessen/${id}${under}`)
      expect([id, under, page.includes('Stichting Taal')]).toEqual([id, under, reviewer !== null])
      expect([id, under, /iemand van buiten/.test(page)]).toEqual([id, under, reviewer === null])
    }
  expect(await text(`/en/leren/lessen/${reviewed[1]!.id}/papier`)).toContain('Nobody from outside has reviewed')
})
