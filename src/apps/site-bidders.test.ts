/** A bidder without an account: from the public annex to a file with a hash, and what the database knows meanwhile. */
import { stringify } from 'yaml'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { annexWith, publishAnnex } from '../../test/annex.ts'
import { testDatabase } from '../../test/database.ts'
import { CITY, seedPublished, STORE } from '../../test/published.ts'
import { unseenIn } from '../../test/form-page.ts'
import { readBid } from '../features/tenders/rules/bid-file.ts'
import { sha256 } from '../lib/canonical.ts'
import { hashOfToken } from '../lib/token.ts'
import { createSite } from './site.ts'

const ORIGIN = 'https://leidraad.voorbeeldstad.nl'
let database: Awaited<ReturnType<typeof testDatabase>>
let site: ReturnType<typeof createSite>
const wait = new Map<string, number>()

beforeAll(async () => {
  database = await testDatabase()
  await seedPublished(database.db)
  await publishAnnex(database.db, CITY, annexWith())
  site = createSite({
    db: database.publicDb,
    store: STORE,
    municipality: 'voorbeeldstad',
    city: 'Voorbeeldstad',
    origin: ORIGIN,
    css: '',
    assets: {},
    reports: { key: Buffer.alloc(32), counted: async (_, what) => (wait.has(what) ? { wait: wait.get(what) } : {}) },
  })
})
afterAll(() => database.close())

const get = (path: string) => site.request(ORIGIN + path)
const text = async (path: string) => {
  const answer = await get(path)
  expect([path, answer.status]).toEqual([path, 200])
  return answer.text()
}
const post = (path: string, fields: Readonly<Record<string, string | File>> = {}, headers = {}) => {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  return site.request(ORIGIN + path, { method: 'POST', body, headers: { 'sec-fetch-site': 'same-origin', ...headers } })
}
const begin = async (no = 1, base = '/aanbestedingen') => {
  const answer = await post(`${base}/${no}/antwoorden`)
  expect(answer.status).toBe(303)
  return answer.headers.get('location')!
}
const basisIn = (page: string) => unseenIn(page, 'basis')
/** Saves one answer of a part as its page shows it. */
const answer = async (link: string, part: string, fields: Record<string, string>) =>
  post(`${link}/${part}`, { basis: basisIn(await text(`${link}/${part}`)), ...fields })

describe('the annex', () => {
  test('is there for everybody, in both languages, with its files and its hash', async () => {
    expect(await text('/aanbestedingen')).toContain('AB-2026-0001 Zaaksysteem')
    for (const lang of ['', '/en']) {
      const page = await text(`${lang}/aanbestedingen/1`)
      expect(page).toContain('Waarom dit in verhouding is')
      expect(page).toContain(`${lang}/aanbestedingen/1/antwoorden`)
    }
    expect(await text('/en/aanbestedingen/1')).toContain('The annex is in Dutch')
    const json = JSON.parse(await text('/aanbestedingen/1.json'))
    expect(json.requirements).toHaveLength(6)
    expect((await text('/aanbestedingen/1.csv')).split('\r\n')).toHaveLength(8)
    expect(await text('/open-data/aanbestedingen.csv')).toContain('AB-2026-0001')
    for (const path of ['/aanbestedingen/2', '/aanbestedingen/1/versie/9', '/aanbestedingen/0'])
      expect([path, (await get(path)).status]).toEqual([path, 404])
  })

  test('of a newer version tells what is different, and the earlier one stays', async () => {
    await publishAnnex(database.db, CITY, annexWith({ no: 7 }))
    await publishAnnex(
      database.db,
      CITY,
      annexWith({ no: 7, version: 2, words: { updates: { text: 'Binnen drie dagen.' } } }),
    )
    const page = await text('/aanbestedingen/7')
    expect(page).toContain('Wat er anders is dan in versie 1')
    expect(page).toContain('Binnen drie dagen.')
    expect(await text('/aanbestedingen/7/versie/1')).toContain('Er is een nieuwere versie: versie 2.')
  })
})

describe('answering', () => {
  test('takes no account, says what happens with it, and is kept by nobody on the way', async () => {
    const start = await text('/aanbestedingen/1/antwoorden')
    expect(start).toContain('De gemeente kan ze vóór het sluiten niet lezen.')
    const link = await begin()
    const page = await get(link)
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(page.headers.get('x-robots-tag')).toContain('noindex')
    expect(await page.text()).toContain('0 van 6 eisen beantwoord.')
  })

  test('what is typed is in no row of the database, and the secret is not either', async () => {
    const link = await begin()
    await post(link, { bedrijf: 'Kadewerk BV', product: 'Kadezaak 4' })
    const done = await answer(link, 'privacy', {
      'subverwerkers-level': 'partly',
      'subverwerkers-remark': 'Grootgeheim komt in maart.',
    })
    expect(done.status).toBe(303)
    expect(await text(`${link}/privacy`)).toContain('Grootgeheim komt in maart.')
    const rows = JSON.stringify(await database.db.selectFrom('bid_draft').selectAll().execute())
    const secret = link.split('/').at(-1)!
    for (const hidden of ['Kadewerk', 'Grootgeheim', secret]) expect(rows).not.toContain(hidden)
    await expect(database.publicDb.selectFrom('bid_draft').selectAll().execute()).rejects.toThrow()
  })

  test('a remark is asked unless it is met; what was typed stays, in the language of the reader', async () => {
    const link = await begin(1, '/en/aanbestedingen')
    const wrong = await answer(link, 'beveiliging', {
      'updates-level': 'unmet',
      'updates-until': '2027-02-31',
      'updates-proof': 'Lijst van lekken',
    })
    expect(wrong.status).toBe(422)
    const page = await wrong.text()
    expect(page).toContain('Write an explanation')
    expect(page).toContain('Fill in a date that exists')
    expect(page).toContain('value="Lijst van lekken"')
    expect(page).toMatch(/<html lang="en"/)
  })

  test.each(['/aanbestedingen', '/en/aanbestedingen'])(
    'proof that ends too early: warned of, saved, and no trap',
    async (at) => {
      const link = await begin(1, at)
      const typed = { 'updates-level': 'met', 'updates-proof': 'Rapport', 'updates-until': '2026-01-31' }
      const saved = await answer(link, 'beveiliging', typed)
      expect([saved.status, saved.headers.get('location')]).toEqual([303, `${link}/beveiliging`])
      const page = await text(`${link}/beveiliging`)
      const says = at.startsWith('/en') ? 'Note: this day has passed.' : 'Let op: deze dag is voorbij.'
      // At the field itself, and above all of them with a way to it.
      expect(page).toMatch(new RegExp(`id="hint-updates-until"[^>]*>(<[^>]*>)?${says}`))
      expect(page).toContain('href="#veld-updates-until"')
      expect((await answer(link, 'beveiliging', typed)).headers.get('location')).toBe(link)
      await answer(link, 'beveiliging', { ...typed, 'updates-until': '2099-12-31' })
      expect(await text(`${link}/beveiliging`)).not.toContain(says)
      // The annex closes in 2099: what ends before it is warned of too.
      await answer(link, 'beveiliging', { ...typed, 'updates-until': '2098-12-31' })
      expect(await text(`${link}/beveiliging`)).toMatch(/eindigt vóór de inschrijving sluit|ends before bidding closes/)
    },
  )

  test('two colleagues with the same link: the second sees what the first wrote, and keeps the own words', async () => {
    const link = await begin()
    const basis = basisIn(await text(`${link}/dienst`))
    expect((await post(`${link}/dienst`, { basis, 'kosten-helder-level': 'met' })).status).toBe(303)
    const second = await post(`${link}/dienst`, {
      basis,
      'kosten-helder-level': 'partly',
      'kosten-helder-remark': 'Bijna.',
    })
    expect(second.status).toBe(409)
    const page = await second.text()
    expect(page).toContain('Dit is intussen veranderd')
    expect(page).toContain('Bijna.')
  })

  test('the file has the hash that the page says, and is the same until something changes', async () => {
    const link = await begin()
    expect((await post(link, { bedrijf: '', product: '' })).status).toBe(422)
    await post(link, { bedrijf: 'Kadewerk', product: '' })
    await answer(link, 'privacy', { 'verwerkersovereenkomst-level': 'met', 'verwerkersovereenkomst-secret': 'ja' })
    const one = await text(`${link}/antwoorden.json`)
    expect(await text(link)).toContain(sha256(one))
    expect(await text(`${link}/antwoorden.json`)).toBe(one)
    const read = readBid(new TextEncoder().encode(one))
    expect(read).toMatchObject({
      whole: true,
      bid: { bidder: 'Kadewerk', annex: { number: 'AB-2026-0001', version: 1 } },
    })
    expect(read.bid!.answers[0]).toMatchObject({
      requirement: 'verwerkersovereenkomst',
      level: 'met',
      tradeSecret: true,
    })
  })

  test('one goes on with the own file; of another only the same words are offered, to be confirmed', async () => {
    const first = await begin()
    await post(first, { bedrijf: 'Kadewerk', product: '' })
    await answer(first, 'privacy', { 'verwerkersovereenkomst-level': 'met', 'subverwerkers-level': 'met' })
    await answer(first, 'beveiliging', { 'updates-level': 'met' })
    const file = await text(`${first}/antwoorden.json`)
    const send = (link: string, body: string) => post(`${link}/lezen`, { bestand: new File([body], 'antwoorden.json') })
    const again = await begin()
    expect(await (await send(again, file)).text()).toContain('3 antwoorden overgenomen, 0 aangeboden')
    // Tender 7 asks the updates in words of its own.
    const other = await begin(7)
    expect(await (await send(other, file)).text()).toContain('0 antwoorden overgenomen, 2 aangeboden')
    const page = await text(`${other}/privacy`)
    expect(page).toContain('Dit antwoord gaf u eerder bij AB-2026-0001.')
    const offered = { 'verwerkersovereenkomst-level': 'met', 'subverwerkers-level': 'met' }
    expect((await answer(other, 'privacy', { ...offered, 'subverwerkers-confirmed': 'ja' })).status).toBe(303)
    const bid = readBid(new TextEncoder().encode(await text(`${other}/antwoorden.json`))).bid!
    expect(bid.answers.map(({ requirement, reused }) => [requirement, reused?.from])).toEqual([
      ['subverwerkers', 'AB-2026-0001'],
    ])
    const broken = await send(other, file.replace('"met"', '"gehaald"'))
    expect(broken.status).toBe(422)
    expect(await broken.text()).toContain('Dit is geen bestand met antwoorden van Leidraad.')
    expect(await (await send(again, file.replace('"tradeSecret": false', '"tradeSecret": true'))).text()).toContain(
      'Dit bestand is na het downloaden veranderd.',
    )
  })

  test('a report on accessibility goes along; an older catalogue is told and not refused', async () => {
    const link = await begin()
    const report = stringify({
      title: 'Kadezaak',
      product: { name: 'Kadezaak', version: '4' },
      catalog: '2.4-edition-wcag-2.1-508-eu-en',
      report_date: '2026-09-01',
      chapters: {
        success_criteria_level_a: {
          criteria: [{ num: '1.1.1', components: [{ name: 'web', adherence: { level: 'supports', notes: '' } }] }],
        },
      },
    })
    const send = (body: string) => post(`${link}/rapport`, { rapport: new File([body], 'acr.yaml') })
    expect((await send('geen: [')).status).toBe(422)
    expect((await send(report)).status).toBe(303)
    const page = await text(link)
    expect(page).toContain('catalogus 2.4-edition-wcag-2.1-508-eu-en')
    expect(page).toContain('ouder dan EN 301 549 met WCAG 2.2')
    expect(await text(`${link}/toegankelijkheid.yaml`)).toContain('adherence')
  })

  test('what was erased does not open any more', async () => {
    const link = await begin()
    expect(await (await post(`${link}/wissen`)).text()).toContain('Uw antwoorden zijn gewist.')
    expect((await get(link)).status).toBe(404)
  })

  test('past its day a link opens nothing, also before the clock came by', async () => {
    const link = await begin()
    const hash = hashOfToken(link.split('/').at(-1)!)
    const ended = await database.db
      .updateTable('bid_draft')
      .set({ ends_at: new Date(Date.now() - 1000) })
      .where('secret', '=', hash)
      .executeTakeFirst()
    expect(ended.numUpdatedRows).toBe(1n)
    expect((await get(link)).status).toBe(404)
  })
})

describe('what does not open', () => {
  test('a made-up link, a form from elsewhere, and who tries too often', async () => {
    for (const path of ['/aanbestedingen/antwoorden/geen', `/aanbestedingen/antwoorden/${'a'.repeat(43)}`])
      expect((await get(path)).status).toBe(404)
    expect((await post('/aanbestedingen/1/antwoorden', {}, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    const link = await begin()
    expect((await post(link, { bedrijf: 'x' }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    for (const what of ['report', 'link']) {
      wait.set(what, 3_600)
      const answer = what === 'report' ? await post('/aanbestedingen/1/antwoorden') : await get(link)
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '3600'])
      wait.delete(what)
    }
  })

  test('more than fits is not read, and nothing is lost', async () => {
    const link = await begin()
    const large = new File(['x'.repeat(3 * 1024 * 1024)], 'antwoorden.json')
    expect((await post(`${link}/lezen`, { bestand: large })).status).toBe(413)
    expect((await get(link)).status).toBe(200)
  })

  test('after the closing time nothing can be changed, and the own file can still be taken', async () => {
    await publishAnnex(database.db, CITY, annexWith({ no: 9 }))
    const link = await begin(9)
    await post(link, { bedrijf: 'Kadewerk', product: '' })
    await database.db
      .updateTable('published.tender')
      .set({ closes_at: new Date(Date.now() - 1000) })
      .where('no', '=', 9)
      .execute()
    expect((await post('/aanbestedingen/9/antwoorden')).status).toBe(409)
    expect((await post(link, { bedrijf: 'Anders', product: '' })).status).toBe(409)
    const page = await text(link)
    expect(page).toContain('U kunt niets meer wijzigen.')
    expect(page).not.toContain('name="bedrijf"')
    expect(JSON.parse(await text(`${link}/antwoorden.json`)).bidder).toBe('Kadewerk')
  })
})
