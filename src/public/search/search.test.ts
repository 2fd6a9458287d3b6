/** What is found and what never is: the index follows what is public, and knows nothing else. */
import { XMLParser } from 'fast-xml-parser'
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { CITY, READ_ON, seedPublished, STORE } from '../../../test/published.ts'
import { seedCovenants } from '../../../test/published-covenants.ts'
import { REGISTERS, seedRegisters } from '../../../test/published-registers.ts'
import { seedToetsen } from '../../../test/published-toetsen.ts'
import { reasonsOfChecks } from '../../engine/checks/all.ts'
import { createSite } from '../../apps/site.ts'
import { readLessons } from '../../catalogue/lessons.ts'
import { readCatalogue } from '../../catalogue/norms.ts'
import { readRequestKinds } from '../../catalogue/requests.ts'
import { ensureMunicipality } from '../../db/municipality.ts'
import { keepSought } from '../../db/sought.ts'
import { newSpokenNumber } from '../../lib/spoken-number.ts'
import { DOORS } from '../together/doors.ts'
import { soughtIn } from './files.ts'
import { SOURCES } from './sources.ts'
import { findAll, type Asked } from './store.ts'

let database: Awaited<ReturnType<typeof testDatabase>>
let at: (path: string) => Promise<Response>
beforeAll(async () => {
  database = await testDatabase()
  await seedPublished(database.db)
  await seedToetsen(database.db)
  await seedCovenants(database.db)
  await seedRegisters(database.db)
  // The seed of covenants sets no trigger off; what is written is followed.
  await sql`update published.covenant set title = title`.execute(database.db)
  await sql`update published.pledge set title = title`.execute(database.db)
  const catalogue = readCatalogue('norms', reasonsOfChecks)
  const kinds = readRequestKinds('verzoeken', catalogue)
  await keepSought(
    database.db,
    soughtIn({ kinds, lessons: readLessons('leren', catalogue, kinds), registers: REGISTERS }),
  )
  const site = createSite({
    today: READ_ON,
    db: database.publicDb,
    store: STORE,
    municipality: 'voorbeeldstad',
    city: 'Voorbeeldstad aan Zee',
    origin: 'https://leidraad.voorbeeldstad.nl',
    css: '',
    assets: {},
    registers: REGISTERS,
  })
  at = async (path) => site.request(path)
})
afterAll(() => database.close())

const asked = { lang: 'nl', today: READ_ON(), page: 1, size: 20, every: true } as const
/** Sources and keys of what is found. */
async function found(q: string, more: Partial<Asked> = {}, city = CITY): Promise<readonly string[]> {
  const { groups } = await findAll(database.publicDb, city, { ...asked, q, ...more })
  return groups.flatMap(({ hits }) => hits.map(({ source, key }) => `${source} ${key}`))
}
const text = async (path: string) => (await at(path)).text()

/** A warning as it stands in public. */
const warn = (title: string, more: Readonly<Record<string, unknown>> = {}) =>
  database.db
    .insertInto('published.warning')
    .values({
      municipality: CITY,
      id: uuid(),
      number: newSpokenNumber(),
      title,
      what: '',
      act: '',
      works: '',
      call: '',
      products: '[]',
      refs: '[]',
      notes: '',
      publisher: 'wij',
      tracking: 'x',
      version: 1,
      sent_on: '2026-11-20',
      changed_at: new Date(),
      ends_on: '2026-12-20',
      counts: JSON.stringify({}),
      ...more,
    })
    .returning(['id', 'number'])
    .executeTakeFirstOrThrow()

describe('words', () => {
  const finds = async (title: string, q: string, lang = 'nl') => {
    const { rows } = await sql<{ is: boolean }>`select coalesce(wall.found_by(${lang}, ${title}, '', '', '')
      @@ wall.asked_for(${lang}, ${q}, true), false) as is`.execute(database.db)
    return rows[0]!.is
  }
  test.each([
    ['Volgcookies vóór toestemming', 'cookie'],
    ['Volgcookies vóór toestemming', 'voor toestemmingen'],
    ['Cookiebanner', 'cookies'],
    ['Privacybeleid', 'beleid'],
    ['Betrouwbare e-mail', 'email'],
    ['Betrouwbare e-mail', 'E-MAIL'],
    ['Café De Één', 'cafe een'],
    ['Cafe', 'CAFÉ'],
    ['Besluit IT-2026-0003', 'IT-2026-0003'],
    ['Wifi in de wijk', 'wi-fi'],
    ['Wi-Fi in de wijk', 'wifi'],
    ['Mail van de gemeente', 'e-mail'],
    ['Camera’s op straat', 'camera’s'],
    ['Camera op straat', "camera's"],
  ])('%s is found by %s', async (title, q) => {
    expect(await finds(title, q)).toBe(true)
  })
  test.each([
    ['Volgcookies', 'koek'],
    ['Privacybeleid', 'beleg'],
    ['Cafe', 'cafetaria'],
    ['Toestemming', 'emmingen bestaat'],
    ['Wi-Fi', 'wi-fo'],
    ['De het een', 'de het een'],
  ])('%s is not found by %s', async (title, q) => {
    expect(await finds(title, q)).toBe(false)
  })
  test('nothing that is typed is taken for a command of the search', async () => {
    for (const q of [`' | !*:&`, `a' & 'b`, '\\', ':*', '(((', '~', '<script>', '%_'])
      expect(await found(q)).toEqual(expect.any(Array))
    expect(await found('!zzzzzz')).toEqual([])
  })
})

describe('what is found', () => {
  test('there is a view for each kind, or a file, and a name for each view', async () => {
    const { rows } = await sql<{ name: string }>`select replace(viewname, 'sought_', '') as name from pg_views
      where schemaname = 'wall' and viewname like 'sought\\_%' and viewname <> 'sought_norms'`.execute(database.db)
    const files = ['page', 'right', 'lesson', 'norm', 'how-to']
    expect([...rows.map(({ name }) => name), ...files].toSorted()).toEqual(Object.keys(SOURCES).toSorted())
  })
  test('norms and how to meet them, in both languages', async () => {
    const both = await found('toestemming volgers')
    expect(both).toEqual(expect.arrayContaining(['norm PRV-02', 'how-to PRV-02']))
    expect(await found('trackers consent', { lang: 'en' })).toEqual(
      expect.arrayContaining(['norm PRV-02', 'how-to PRV-02']),
    )
    expect(await found('PRV-02')).toEqual(expect.arrayContaining(['norm PRV-02']))
  })
  test('organisations by name and address, tests, covenants, entries, rights, lessons and pages', async () => {
    expect(await found('korenaar')).toContain('organisation bakkerij-de-korenaar')
    expect(await found('markt veiliger beelden')).toContain('toets 1')
    expect(await found('winkelt gevolgd')).toContain('covenant 1')
    expect((await found('verwerkers', { only: 'pledge' })).length).toBeGreaterThan(0)
    expect((await found('kenteken', { only: 'entry' })).length).toBeGreaterThan(0)
    expect(await found('wat weet u over mij')).toContain('right inzage')
    expect(await found('nepberichten')).toContain('lesson phishing')
    expect(await found('digid spreekuur')).toContain('page /leren/hulp')
    for (const { to, name } of DOORS) expect(await found(name.nl)).toContain(`page ${to}`)
  })
  test('on the English site what is in Dutch only is found by Dutch words', async () => {
    expect(await found('markt', { lang: 'en' })).toContain('toets 1')
  })
  test('what is called so comes before what mentions it', async () => {
    await warn('Zeldzaam woord paarsgans', { what: 'Iets.' })
    await warn('Iets anders', { what: 'Hier staat paarsgans in de tekst.' })
    const { groups } = await findAll(database.publicDb, CITY, { ...asked, q: 'paarsgans' })
    expect(groups[0]!.hits.map(({ title }) => title)).toEqual(['Zeldzaam woord paarsgans', 'Iets anders'])
  })
  test('one kind is read page by page, and counts stand beside every kind', async () => {
    for (let no = 1; no <= 5; no++) await warn(`Kwikstaart ${no}`)
    const page = async (no: number) =>
      (await findAll(database.publicDb, CITY, { ...asked, q: 'kwikstaart', only: 'warning', size: 2, page: no })).groups
    const [one, three] = [await page(1), await page(3)]
    expect(one.map(({ source, total, hits }) => [source, total, hits.length])).toEqual([['warning', 5, 2]])
    expect(three[0]!.hits.length).toBe(1)
    expect((await page(9))[0]).toMatchObject({ total: 5, hits: [] })
  })
})

describe('what is never found', () => {
  test('every view is made of published tables and of nothing else', async () => {
    const { rows } = await sql<{ schema: string }>`select distinct table_schema as schema
      from information_schema.view_table_usage where view_schema = 'wall' and view_name like 'sought\\_%'`.execute(
      database.db,
    )
    expect(rows).toEqual([{ schema: 'published' }])
  })
  test('nobody writes what is found: not the site, not the desk, not the clock', async () => {
    for (const role of ['leidraad_public', 'leidraad_desk', 'leidraad_clock', 'leidraad_worker']) {
      const { rows } = await sql<{ may: boolean }>`select bool_or(has_table_privilege(${role}, t, p)) as may
        from unnest(array['published.sought', 'published.sought_file']) t,
          unnest(array['insert', 'update', 'delete', 'truncate']) p`.execute(database.db)
      expect([role, rows[0]!.may]).toEqual([role, false])
    }
  })
  test('not what the desk alone knows: a closed warning, an organisation that is not published', async () => {
    const { db } = database
    const one = { municipality: CITY, id: uuid() }
    await db.transaction().execute(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx)
      await sql`insert into organisation (municipality, id, name, slug, kind, public_body)
          values (${CITY}, ${one.id}, 'Geheimzwaluw Beheer', 'geheimzwaluw', 'winkel', false)`.execute(tx)
      await sql`insert into warning (municipality, id, number, source, namespace, tracking, label)
          values (${CITY}, ${one.id}, 'AAAAABBBBB', 'own', 'n', 't', 'GREEN')`.execute(tx)
      await sql`insert into warning_version (municipality, warning, no, title, what)
          values (${CITY}, ${one.id}, 1, 'Geheimzwaluw gevaar', 'Geheimzwaluw')`.execute(tx)
    })
    const { rows } = await sql<{ there: number }>`select count(*)::int as there from warning_version
      where title like 'Geheimzwaluw%'`.execute(db)
    expect(rows[0]!.there).toBe(1)
    expect(await found('geheimzwaluw')).toEqual([])
    expect(await text('/zoeken?q=geheimzwaluw')).toContain('Wij vonden niets')
  })
  test('not what another municipality made public', async () => {
    const { id } = await ensureMunicipality(database.db, 'Elders')
    await warn('Elderszwaan', { municipality: id })
    expect(await found('elderszwaan')).toEqual([])
    expect((await found('elderszwaan', {}, id)).length).toBe(1)
  })
  test('not what was withdrawn or replaced, from that very moment', async () => {
    const { id } = await warn('Roerdomp eerste', {})
    expect((await found('roerdomp')).length).toBe(1)
    await database.db.updateTable('published.warning').set({ title: 'Aalscholver' }).where('id', '=', id).execute()
    expect([await found('roerdomp'), (await found('aalscholver')).length]).toEqual([[], 1])
    await database.db.deleteFrom('published.warning').where('id', '=', id).execute()
    expect(await found('aalscholver')).toEqual([])
  })
  test('not what is undone in the same transaction', async () => {
    await expect(
      database.db.transaction().execute(async (tx) => {
        await tx.updateTable('published.toets').set({ title: 'Kiekendief' }).where('no', '=', 1).execute()
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    expect(await found('kiekendief')).toEqual([])
  })
  test('not a course that is over', async () => {
    const course = (
      no: number,
      title: string,
      ends: string,
    ) => sql`insert into published.help_offer (municipality, kind,
      no, title, provider, district, pc4, subjects, languages, step_free, free, phone, weekdays, off_days, days,
      ends_on, cancelled, checked_on, state, told, sequence, changed_at)
      values (${CITY}, 'course', ${no}, ${title}, 'Bieb', '', '',
      '{}', '{}', 'unknown', true, true, '{}', '{}', '{}', ${ends}::date, 0, today_here(), 'active', '{}', 0, now())`
    await course(901, 'Ooievaar oud', '2026-11-27').execute(database.db)
    await course(902, 'Ooievaar nieuw', '2026-11-28').execute(database.db)
    expect(await found('ooievaar')).toEqual(['help course/902'])
  })
})

describe('the page', () => {
  test('every page has the box, and the page of the search has one', async () => {
    for (const path of ['/', '/normen', '/en/registers', '/bestaat-niet'])
      expect([path, (await text(path)).includes('class="ld-searchbox"')]).toEqual([path, true])
    const page = await text('/zoeken')
    expect(page.match(/role="search"/g)).toHaveLength(1)
    expect(page).toContain('Of kijk hier')
  })
  test('shows what was found by kind with counts, and marks the words', async () => {
    const page = await text('/zoeken?q=toestemming')
    expect(page).toContain('<mark>toestemming</mark>')
    expect(page).toMatch(/href="\/zoeken\?q=toestemming&amp;soort=norm"/)
    expect(page).toContain('href="/normen/PRV-02/zo-doet-u-het"')
  })
  test('what was typed, and what stands in a title, is never markup', async () => {
    await warn('Klaproos <img src=x onerror=alert(1)> "&\'')
    const page = await text('/zoeken?q=klaproos')
    expect(page).toContain('<mark>Klaproos</mark> &lt;img src=x onerror=alert(1)&gt;')
    const typed = await text(`/zoeken?q=${encodeURIComponent('"><script>alert(1)</script>')}`)
    expect(typed).not.toContain('<script>alert')
  })
  test('is kept by nobody, and found by no search engine', async () => {
    const answer = await at('/zoeken?q=schaamte')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('x-robots-tag')).toContain('noindex')
    expect(await text('/sitemap/paginas.xml')).not.toContain('/zoeken')
  })
  test('shows what was meant: a slip of the pen, a word by ear, and one word that is two', async () => {
    expect(await text('/zoeken?q=nepberigten')).toContain('href="/zoeken?q=nepberichten"')
    for (const [typed, stands] of [
      ['privasie', 'href="/privacy"'],
      ['fising', 'href="/leren/lessen/phishing"'],
      ['hekken', 'hack'],
      ['wifi', 'wifi'],
      ['kamera', 'camera'],
      ['inzaage', 'href="/rechten/inzage"'],
    ] as const) {
      const page = await text(`/zoeken?q=${typed}`)
      expect([typed, page.includes('ld-found__title'), page.toLowerCase().includes(stands)]).toEqual([
        typed,
        true,
        true,
      ])
    }
    expect(await text('/zoeken?q=zzqqxxyy')).toContain('Wij vonden niets dat hierbij past.')
  })
  test('where not all words fit together, shows what fits some, and says so', async () => {
    const page = await text('/zoeken?q=toestemming+zzqqxx')
    expect(page).toContain('Niets past bij al uw woorden samen')
    expect(page).toContain('<mark>toestemming</mark>')
  })
  test.each([
    ['?q=x&soort=geheim', 400],
    ['?q=x&pagina=0', 400],
    ['?q=x&pagina=1000', 400],
    [`?q=${'a'.repeat(101)}`, 400],
    [`?q=${'a'.repeat(100)}`, 200],
    ['?q=%00', 400],
    ['?q=', 200],
    ['?q=de+het', 200],
  ])('%s answers %i', async (query, status) => {
    expect((await at(`/zoeken${query}`)).status).toBe(status)
  })
  test('in English', async () => {
    const page = await text('/en/zoeken?q=consent')
    expect(page).toContain('We do not keep what you search for')
    expect(page).toContain('href="/en/normen/PRV-02"')
  })
})

test('before anything was published there is nothing to be found but what is always there', async () => {
  const { groups } = await findAll(database.publicDb, null, { ...asked, q: 'toestemming lessen', every: false })
  expect(groups.every(({ source }) => ['page', 'lesson', 'right'].includes(source))).toBe(true)
  expect(groups.length).toBeGreaterThan(0)
})

test.each([
  ['lek melden', '/zwakke-plekken'],
  ['lek gevonden', '/zwakke-plekken'],
  ['kwetsbaarheid', '/zwakke-plekken'],
  ['code kwijt', '/verzoeken'],
  ['verzoek volgen', '/verzoeken'],
  ['maatje', '/samen/hulp-in-nood'],
  ['hackevenement', '/samen/bijeenkomsten'],
])('“%s” leads to %s', async (words, path) => {
  expect(await (await at(`/zoeken?q=${encodeURIComponent(words)}`)).text()).toContain(`href="${path}"`)
})

describe('a browser searches from its own bar', () => {
  test.each([
    ['/normen', '/zoeken/opensearch.xml', 'nl', 'https://leidraad.voorbeeldstad.nl/zoeken?q={searchTerms}'],
    ['/en/normen', '/en/zoeken/opensearch.xml', 'en', 'https://leidraad.voorbeeldstad.nl/en/zoeken?q={searchTerms}'],
  ])('%s leads to %s', async (page, path, lang, template) => {
    expect(await text(page)).toMatch(
      new RegExp(`<link rel="search" type="application/opensearchdescription\\+xml" [^>]*href="${path}"`),
    )
    const answer = await at(path)
    expect(answer.headers.get('content-type')).toBe('application/opensearchdescription+xml; charset=utf-8')
    const { OpenSearchDescription: told } = new XMLParser({ ignoreAttributes: false }).parse(await answer.text())
    expect(told.Url[0]['@_template']).toBe(template)
    expect([told.Language, told.LongName]).toEqual([lang, 'Leidraad Voorbeeldstad'])
    // No browser shows more of a name.
    expect(told.ShortName.length).toBeLessThanOrEqual(16)
    expect((await at(new URL(template.replace('{searchTerms}', 'x')).pathname)).status).toBe(200)
  })
})
