/** Reading the own entries from a sheet and from another directory: a trial first, and only what is one's own. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  addOrganisation,
  addPerson,
  as,
  testDesk,
  type TestDesk,
  type TestPerson,
  type Visitor,
} from '../../../test/desk.ts'
import { daysAfter } from '../../lib/iso-date.ts'
import { todayIn } from '../../web/language.ts'
import { readHsds } from './read-hsds.ts'
import { helpRoutes } from './routes.ts'
import { addPlace } from './store.ts'

let desk: TestDesk
let library: TestPerson
let house: TestPerson
let visitor: Visitor
const today = todayIn()
const [first, last] = [daysAfter(today, 7), daysAfter(today, 21)]

beforeAll(async () => {
  desk = await testDesk(helpRoutes)
  const { id } = desk.municipality
  library = await addPerson(desk.db, id, ['partner'], 'Bieb', await addOrganisation(desk.db, id, 'Bibliotheek'))
  house = await addPerson(desk.db, id, ['partner'], 'Buurt', await addOrganisation(desk.db, id, 'Buurthuis'))
  visitor = await desk.visit(library)
})
afterAll(() => desk.close())

async function trial(text: string, name = 'lijst.csv', who = visitor) {
  const sent = await who.post('/balie/onze-hulp/inlezen', { bestand: new File([text], name) })
  if (sent.status !== 303) return { status: sent.status, page: await sent.text(), id: '' }
  const to = sent.headers.get('location')!
  return { status: 303, page: await (await who.get(to)).text(), id: to.split('=')[1]! }
}
const carryOut = (id: string, who = visitor) => who.post('/balie/onze-hulp/inlezen', { proef: id })
const count = async () => ({
  places: (await desk.db.selectFrom('help_place').select('id').execute()).length,
  courses: (await desk.db.selectFrom('course').select('id').execute()).length,
})

const HEAD = [
  'soort;naam;sleutel;aanbieder;straat;postcode;plaats;wijk;onderwerpen;talen;drempelvrij;maandag;dicht',
  'eerste dag;laatste dag;plek;aantal plaatsen;inschrijven',
].join(';')
const MORE = 'taal en lezen, telefoon en tablet;Nederlands, Arabisch;ja;9.00-12.00;25-12-2026: kerst;;;;;'
const SHEET = `${HEAD}
plek;Taalhuis;t1;Bibliotheek;Plein 1;1234ab;Sluiswijk;Noord;${MORE}
cursus;Klik en tik;k1;Bibliotheek;;;;;omgaan met de computer;Nederlands;;10-12;;${first};${last};Taalhuis;8;op deze site
plek;Zonder postcode;t2;Bibliotheek;Plein 2;;Sluiswijk;;taal en lezen;;;;;;;;;
cursus;Nergens;k2;Bibliotheek;;;;;taal en lezen;;;10-12;;${first};${last};Onbekende plek;8;
`

test('what is not right is told by the column of the file, and the columns stand there once', async () => {
  const sheet =
    'soort;naam;aanbieder;straat;postcode;plaats;onderwerpen;talen;woensdag\n' +
    'plek;Taalhuis;Bibliotheek;Plein 1;1234ab;Sluiswijk;taal en lezen;Klingon;negen uur\n'
  const { page } = await trial(sheet)
  expect(page).toContain('talen: ')
  expect(page).toContain('woensdag: Vul tijden in')
  expect(page).not.toMatch(/taal: |tijden: /)
  const wrong = await trial('dit;is;geen;kop\n1;2;3;4\n')
  expect(wrong.status).toBe(422)
  expect(wrong.page).toContain('staat geen kolom &quot;naam&quot;')
  expect(wrong.page.split('gesprek vooraf')).toHaveLength(2)
  const picture = await visitor.post('/balie/onze-hulp/inlezen', {
    bestand: new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])], 'a.png'),
  })
  const told = await picture.text()
  expect(told).toContain('dit is een plaatje (png). Kies het werkblad zelf, als ODS of CSV.')
  expect(told.split('gesprek vooraf')).toHaveLength(2)
  expect((await trial('["los", {"id": "x"}]', 'a.json')).page).toContain('hier staat geen dienst, maar een losse tekst')
})

test('a word that is none of ours is named, with the words that are, and so is a column', async () => {
  const head = 'soort;naam;aanbieder;soort plek;straat;postcode;plaats;onderwerpen;talen;kleur van de deur\n'
  const { page } = await trial(
    `${head}plek;Een;Bieb;kerk;Plein 1;1234 AB;Sluiswijk;breien;Klingon;rood\n` +
      'cursus;Twee;Bieb;;;;;haken;Elfs;blauw\n',
  )
  for (const word of ['kerk', 'breien', 'Klingon'.toLowerCase(), 'haken', 'elfs'])
    expect(page).toContain(`“${word}” kennen wij niet. Wij kennen:`)
  expect(page).toContain('bibliotheek, buurthuis, taalhuis')
  expect(page).toContain('Nederlands, Engels')
  expect(page).toContain('Wij lezen ze niet in: kleur van de deur.')
})

test('what a new entry cannot do without stands there, and with that alone it is read', async () => {
  const page = await (await visitor.get('/balie/onze-hulp/inlezen')).text()
  expect(page).not.toContain('Alleen “naam” moet')
  expect(page).toContain('Een nieuwe plek heeft ook nodig: aanbieder; straat; postcode; plaats; onderwerpen.')
  const place = {
    aanbieder: 'Bieb',
    straat: 'Plein 1',
    postcode: '1234 AB',
    plaats: 'Hier',
    onderwerpen: 'taal en lezen',
  }
  const days = 'maandag;dinsdag;woensdag;donderdag;vrijdag;zaterdag;zondag'.split(';').map((day) => [day, '10-12'])
  const course = {
    aanbieder: 'Bieb',
    'eerste dag': first,
    thuis: 'via internet',
    telefoon: '012 345 67 89',
    ...Object.fromEntries(days),
  }
  for (const [soort, cells] of [
    ['plek', place],
    ['cursus', course],
  ] as const) {
    const sheet = (these: Readonly<Record<string, string>>) =>
      trial(`soort;naam;${Object.keys(these).join(';')}\n${soort};Nieuw;${Object.values(these).join(';')}\n`)
    expect((await sheet(cells)).page, soort).toContain('1 nieuw, 0 gewijzigd, 0 gelijk gebleven, 0 geweigerd')
    for (const left of Object.keys(cells).filter((each) => !each.endsWith('dag') || each === 'eerste dag')) {
      const { [left as 'aanbieder']: _, ...less } = cells
      expect((await sheet(less)).page, left).toContain('1 geweigerd')
    }
  }
})

test('a trial says what would happen and changes nothing; what is confirmed happens once', async () => {
  const before = await count()
  const { page, id } = await trial(SHEET)
  expect(page).toContain('2 nieuw, 0 gewijzigd, 0 gelijk gebleven, 2 geweigerd')
  expect(page).toContain('Vul een postcode in')
  expect(page).toContain('“Onbekende plek” kennen wij niet')
  expect(await count()).toEqual(before)
  expect((await carryOut(id)).status).toBe(303)
  expect(await count()).toEqual({ places: before.places + 1, courses: before.courses + 1 })
  const course = await desk.db.selectFrom('course').selectAll().where('key', '=', 'k1').executeTakeFirstOrThrow()
  const place = await desk.db.selectFrom('help_place').selectAll().where('key', '=', 't1').executeTakeFirstOrThrow()
  expect(course).toMatchObject({ place: place.id, organisation: library.organisation, sign_up: 'here', places: 8 })
  expect(place).toMatchObject({
    postcode: '1234 AB',
    languages: ['nl', 'ar'],
    step_free: 'yes',
    subjects: ['language', 'phone'],
  })
  expect(place.times.off).toEqual([{ from: '2026-12-25', to: '2026-12-25', why: 'kerst' }])
  expect(
    (await desk.db.selectFrom('course_session').select('held_on').where('course', '=', course.id).execute()).length,
  ).toBeGreaterThan(1)
  expect((await carryOut(id)).status).toBe(409)
})
test('read in again it is the same; what differs is a change, and no second entry', async () => {
  expect((await trial(SHEET)).page).toContain('0 nieuw, 0 gewijzigd, 2 gelijk gebleven, 2 geweigerd')
  const { page, id } = await trial(SHEET.replace('9.00-12.00', '9.00-13.00'))
  expect(page).toContain('0 nieuw, 1 gewijzigd, 1 gelijk gebleven')
  const before = await count()
  await carryOut(id)
  expect(await count()).toEqual(before)
})
test('the own list as a sheet is read in as the same', async () => {
  const sheet = await (await visitor.get('/balie/onze-hulp/lijst.csv')).text()
  expect((await trial(sheet)).page).toContain('0 nieuw, 0 gewijzigd, 2 gelijk gebleven, 0 geweigerd')
})
test('an id of somebody else changes nothing of theirs', async () => {
  const theirs = await as(desk.db, house, (tx) =>
    addPlace(
      tx,
      { municipality: desk.municipality.id, person: house.id, organisation: house.organisation },
      {
        name: 'Van het buurthuis',
        kind: 'other',
        street: 'Laan 1',
        postcode: '1234 AB',
        city: 'Sluiswijk',
        subjects: ['basics'],
        languages: ['nl'],
        provider: 'Buurthuis',
        times: { hours: [], off: [], extra: [] },
        checked_on: today,
      },
    ),
  )
  const { id, page } = await trial(
    'soort;naam;id;aanbieder;straat;postcode;plaats;onderwerpen\n' +
      `plek;Gekaapt;${theirs};Bibliotheek;Plein 9;1234 AB;Sluiswijk;taal en lezen`,
  )
  expect(page).toContain('0 nieuw, 0 gewijzigd, 0 gelijk gebleven, 1 geweigerd')
  expect(page).toContain('dit houdt Buurthuis bij')
  await carryOut(id)
  const row = await desk.db
    .selectFrom('help_place')
    .select(['name', 'street'])
    .where('id', '=', theirs)
    .executeTakeFirstOrThrow()
  expect(row).toEqual({ name: 'Van het buurthuis', street: 'Laan 1' })
  const other = await desk.visit(house)
  const mine = await trial(SHEET)
  expect((await carryOut(mine.id, other)).status).toBe(409)
})
test.each([
  ['', 'Kies een bestand'],
  ['a;b\n1;2', 'niet ingelezen'],
  ['{"a": 1}', 'geen lijst van diensten'],
  ['[{"id": "x"}]', 'geweigerd'],
  ['[', 'geen JSON'],
])('a file with %s is told', async (text, says) => {
  const { page } = await trial(text)
  expect(page).toContain(says)
})

const HSDS = [
  {
    id: '11111111-1111-4111-8111-111111111111',
    name: 'Inloop Zuid',
    description: 'Kom langs.',
    status: 'active',
    organization: { id: 'x', name: 'Welzijn', description: 'x', website: 'https://welzijn.test' },
    phones: [{ id: 'x', number: '099 000 01 01' }],
    languages: [
      { id: 'x', name: 'Nederlands', code: 'nl' },
      { id: 'y', name: 'Klingon' },
    ],
    service_at_locations: [
      {
        id: 'x',
        location: {
          id: 'x',
          name: 'Wijkpunt',
          latitude: 52.1601,
          longitude: 4.497,
          addresses: [{ id: 'x', address_1: 'Hofstede 3', city: 'Sluiswijk', postal_code: '1234 AB', region: 'Zuid' }],
          accessibility: [{ id: 'x', description: 'Drempelvrij: nee' }],
        },
        schedules: [
          {
            id: 'a',
            freq: 'WEEKLY',
            byday: 'MO',
            dtstart: '2026-11-30',
            opens_at: '09:00+01:00',
            closes_at: '12:00+01:00',
          },
          { id: 'b', freq: 'WEEKLY', byday: 'MO', dtstart: '2026-07-06', opens_at: '07:00Z', closes_at: '10:00Z' },
          { id: 'c', freq: 'WEEKLY', byday: 'TU,TH', dtstart: '2026-12-01', opens_at: '13:00', closes_at: '15:30' },
        ],
      },
    ],
  },
]
test('of another directory the times are as the clock here shows them, however they are told', () => {
  const { rows } = readHsds(Buffer.from(JSON.stringify({ contents: HSDS })), today)
  const { kind, fields, otherwise } = rows[0]!
  expect(kind).toBe('place')
  expect({ ...otherwise, ...fields }).toMatchObject({
    naam: 'Inloop Zuid',
    ma: '9.00–12.00',
    di: '13.00–15.30',
    do: '13.00–15.30',
    drempelvrij: 'no',
    taal: ['nl'],
    onderwerp: ['basics'],
    website: 'https://welzijn.test',
  })
})
test('a directory is read in by whoever keeps the entries, and again it is the same', async () => {
  const { page, id } = await trial(JSON.stringify(HSDS), 'hsds.json')
  expect(page).toContain('1 nieuw, 0 gewijzigd, 0 gelijk gebleven, 0 geweigerd')
  await carryOut(id)
  expect((await trial(JSON.stringify(HSDS), 'hsds.json')).page).toContain('1 gelijk gebleven')
})
