/**
 * How long the pages of residents take when they are made anew, with 100,000 requests and 2,000 courses stored.
 * Beside it, as the limit, a bare query by key.
 */
import { createHash, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { deskDeps } from '../src/apps/desk-deps.ts'
import { siteFiles } from '../src/apps/site-files.ts'
import { createSite } from '../src/apps/site.ts'
import { connectEmbedded } from '../src/db/connect.ts'
import { startEmbedded } from '../src/db/embedded.ts'
import { openEvidenceStore } from '../src/db/evidence.ts'
import { migrate } from '../src/db/migrate.ts'
import { ensureMunicipality } from '../src/db/municipality.ts'
import { keepSought } from '../src/db/sought.ts'
import { standWalls } from '../src/db/walls.ts'
import { addPeople } from '../src/demo/desk.ts'
import { fillCourses } from '../src/demo/courses.ts'
import { fillRequests } from '../src/demo/requests.ts'
import { soughtIn } from '../src/public/search/files.ts'
import { readDesk } from '../test/city/desk/read.ts'
import { times } from './times.ts'

const [REQUESTS, COURSES] = [Number(process.argv[2] ?? 100_000), 2_000]

const dir = mkdtempSync(path.join(tmpdir(), 'leidraad-bench-'))
const server = await startEmbedded(dir, { durable: false })
const { db, publicDb: asPublic, house: open } = connectEmbedded(server, 'postgres')
let close = [db, asPublic]
try {
  await migrate(db)
  await standWalls(db)
  const deps = deskDeps({ program: '.', data: dir })
  const { id: m } = await ensureMunicipality(db, 'Grootstad')
  const desk = path.join(process.env['LEIDRAAD_ROOT']!, 'test/city/desk')
  const staff = readDesk(desk).people.filter(({ rollen }) => !rollen.includes('partner'))
  await addPeople(db, m, { people: staff }, Date.now(), new Map())
  await fillRequests({ db, municipality: m, kinds: deps.requestKinds, key: deps.key })
  await fillCourses({ db, municipality: m })
  await db.transaction().execute(async (tx) => {
    // What counts here is size: straight into the tables.
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`insert into requester (municipality, id, secret, name, lang, channel, whom, created_at)
      select ${m}::uuid, md5('who' || n)::uuid, encode(sha256(convert_to('s' || n, 'UTF8')), 'hex'), 'Inwoner ' || n,
        'nl', 'screen', 'self', now() - make_interval(days => n % 700)
      from generate_series(1, ${REQUESTS}::int) n`.execute(tx)
    await sql`insert into request (municipality, id, requester, number, kind, controller, role, received_on, first_due,
        due_on, kept_months, identity, state, outcome, closed_at, wipe_on, created_at)
      select ${m}::uuid, md5('r' || n)::uuid, md5('who' || n)::uuid, 'N' || lpad(n::text, 8, '0'),
        (array['inzage', 'woo', 'klacht'])[1 + n % 3],
        'college', 'request-handler', current_date - n % 700, current_date - n % 700 + 30, current_date - n % 700 + 30,
        12, 'not-needed', case when n % 50 = 0 then 'new' else 'closed' end, case when n % 50 > 0 then 'granted' end,
        case when n % 50 > 0 then now() - make_interval(days => n % 600) end,
        case when n % 50 > 0 then current_date + n % 300 + 1 end, now() - make_interval(days => n % 700)
      from generate_series(1, ${REQUESTS}::int) n`.execute(tx)
    await sql`insert into request_step (municipality, request, no, step)
      select ${m}::uuid, md5('r' || n)::uuid, s, (array['received', 'taken', 'answered'])[s]
      from generate_series(1, ${REQUESTS}::int) n, generate_series(1, 3) s`.execute(tx)
    await sql`insert into request_text (municipality, request, no, field, text)
      select ${m}::uuid, md5('r' || n)::uuid, 1, 'om-wat', repeat('Ik wil graag weten wat u over mij weet. ', 5)
      from generate_series(1, ${REQUESTS}::int) n`.execute(tx)
    await sql`insert into published.help_offer
      select municipality, kind, 10000 + n, title || ' ' || n, provider, keeper, district, pc4, x + n % 900,
        y - n % 700,
        subjects, languages, step_free, free, phone, weekdays, off_days, days, starts_on, ends_on, places, taken,
        waiting, cancelled, checked_on, state, told, sequence, changed_at
      from (select *, row_number() over (order by no) as at from published.help_offer where kind = 'course'
          and state = 'active' and ends_on >= current_date limit 5) o,
        generate_series(1, ${COURSES}::int) n where n % 5 + 1 = o.at`.execute(tx)
  })
  // What was put in by hand is found too.
  await sql`update published.help_offer set title = title where municipality = ${m}`.execute(db)
  await keepSought(db, soughtIn({ ...deps, kinds: deps.requestKinds }))
  await sql`vacuum analyze`.execute(db)
  const house = await open()
  close = [...close, ...Object.values(house)]
  const { publicDb } = house
  const site = createSite({
    db: publicDb,
    store: openEvidenceStore(path.join(dir, 'evidence')),
    municipality: 'grootstad',
    city: 'Grootstad',
    origin: 'http://127.0.0.1',
    ...siteFiles('dist'),
    registers: deps.registers,
    kinds: deps.requestKinds,
    lessons: deps.lessons,
    requests: { key: deps.key, counted: async () => ({}), remake: deps.remake },
    // Its mark always differs: every page is made anew.
    marks: async () => ({ pages: randomUUID(), progress: '' }),
  })
  const some = (most: number) => 1 + Math.floor(Math.random() * most)
  const hash = (text: string) => createHash('sha256').update(text).digest('hex')
  const pages: Readonly<Record<string, string>> = {
    'uw rechten': '/rechten',
    'een recht': '/rechten/inzage',
    'cijfers over verzoeken': '/rechten/cijfers',
    'het formulier': '/verzoeken/nieuw/inzage?over=uzelf',
    'een code die niets opent': `/verzoeken/${'A'.repeat(43)}`,
    'leren en hulp': '/leren',
    'zoeken bij een postcode': '/leren/hulp?pc4=2398',
    'zoeken zonder plaats': '/leren/hulp',
    'hulp op de kaart, 300 van 2.000': '/leren/hulp?weergave=kaart',
    'alle lessen': '/leren/lessen',
    waarschuwingen: '/samen/waarschuwingen',
    oordelen: '/oordelen',
    'zwakke plekken': '/zwakke-plekken',
    bijeenkomsten: '/samen/bijeenkomsten',
    praktijken: '/samen/praktijken',
    campagnes: '/samen/campagnes',
    'hulp in nood': '/samen/hulp-in-nood',
    'zoeken: een woord': '/zoeken?q=computer',
    'zoeken: twee woorden, één soort': '/zoeken?q=hulp+computer&soort=help',
    'zoeken: verkeerd getypt': '/zoeken?q=kompjuter',
  }
  const bare = await times(() => {
    const number = `N${String(some(REQUESTS)).padStart(8, '0')}`
    return sql`select number from request where municipality = ${m} and number = ${number}`.execute(db)
  })
  const tell = (name: string, { p50, p95 }: { p50: number; p95: number }) =>
    console.log(
      `${name.padEnd(28)} ${p50.toFixed(1).padStart(6)} ${p95.toFixed(1).padStart(7)} ` +
        `${(p50 / bare.p50).toFixed(0).padStart(6)}`,
    )
  console.log('pagina                       p50 ms  p95 ms  × kaal')
  tell('kale opvraging', bare)
  for (const [name, address] of Object.entries(pages))
    tell(
      name,
      await times(async () => {
        const answer = await site.request(address)
        if (![200, 404].includes(answer.status)) throw new Error(`${address}: ${answer.status}`)
        await answer.text()
      }),
    )
  tell(
    'een verzoek, als gegevens',
    await times(() => sql`select wall.read_requests(${m}, ${hash(`s${some(REQUESTS)}`)})`.execute(publicDb)),
  )
} finally {
  await Promise.all(close.map((each) => each.destroy()))
  await server.stop()
  rmSync(dir, { recursive: true, force: true })
}
