/**
 * The protocol, label by label and door by door: what the database lets out is what the one table says, to each kind of
 * reader, with titles, counts, pages with errors and the trail among the doors.
 */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { unasked } from '../../../test/database.ts'
import {
  addOrganisation,
  addPerson,
  as,
  ORIGIN,
  testDeps,
  testDesk,
  type TestDesk,
  type TestPerson,
  type Visitor,
} from '../../../test/desk.ts'
import { memoryStore } from '../../../test/memory-home.ts'
import { deskRoutes } from '../../apps/desk-routes.ts'
import { keptAnswers } from '../../apps/site-kept.ts'
import { createSite } from '../../apps/site.ts'
import type { Tx } from '../../db/as.ts'
import { daysAfter } from '../../lib/iso-date.ts'
import { newSpokenNumber, spoken } from '../../lib/spoken-number.ts'
import {
  atDoor,
  TLP,
  TLP_DOORS,
  TLP_MEANS,
  TLP_TABLE,
  tlpName,
  type Labelled,
  type Reach,
  type Tlp,
  type TlpDoor,
} from '../../vocabulary/tlp.ts'
import { todayIn } from '../../web/language.ts'
import { taskLine, toReceiver } from './letters.ts'

const LABELS = [...TLP, 'unlabelled'] as const
const DOORS = Object.keys(TLP_DOORS) as TlpDoor[]
const today = todayIn()
const deps = testDeps()

let desk: TestDesk
let site: ReturnType<typeof createSite>
/** From who reads the least to who reads most; `stranger` has no account. */
type Reader = 'named' | 'writer' | 'adviser' | 'client' | 'addressed' | 'partner' | 'elsewhere'
const READERS: readonly Reader[] = ['named', 'writer', 'adviser', 'client', 'addressed', 'partner', 'elsewhere']
const people = {} as Record<Reader, TestPerson>
const visitors = {} as Record<Reader, Visitor>
const ids = {} as Record<Labelled, string>
const numbers = {} as Record<Labelled, string>
const titleOf = (label: Labelled) => `Geheim ${label.replace('+', ' ')} gat`

/** Who is among the readers that a cell of the table lets in, told apart from what the database says. */
const LETS: Readonly<Record<Reach, readonly Reader[]>> = {
  nobody: [],
  named: ['named'],
  task: ['named', 'writer'],
  clients: ['named', 'writer', 'client'],
  community: ['named', 'writer', 'adviser', 'client', 'addressed', 'partner'],
  everyone: ['named', 'writer', 'adviser', 'client', 'addressed', 'partner'],
}
const lets = (label: Labelled, door: TlpDoor): readonly Reader[] => LETS[TLP_TABLE[label][door].reach]
const labelOf = (label: Labelled): Tlp | null => (label === 'unlabelled' ? null : label)

beforeAll(async () => {
  desk = await testDesk(deskRoutes(deps))
  const { id: m } = desk.municipality
  const [own, other, third] = [
    await addOrganisation(desk.db, m, 'Klant'),
    await addOrganisation(desk.db, m, 'Aangeschreven'),
    await addOrganisation(desk.db, m, 'Zomaar'),
  ]
  people.named = await addPerson(desk.db, m, ['executor'], 'Noor')
  people.writer = await addPerson(desk.db, m, ['security-officer'], 'Sam')
  people.adviser = await addPerson(desk.db, m, ['adviser'], 'Ada')
  people.client = await addPerson(desk.db, m, ['partner'], 'Kees', own)
  people.addressed = await addPerson(desk.db, m, ['partner'], 'Aart', other)
  people.partner = await addPerson(desk.db, m, ['partner'], 'Zoë', third)
  people.elsewhere = await addPerson(desk.db, desk.elsewhere.id, ['security-officer'], 'Els')
  for (const reader of READERS) visitors[reader] = await desk.visit(people[reader])
  await unasked(desk.db, async (tx) => {
    await sql`insert into warning_client (municipality, id, organisation, contract_name, by)
      values (${m}, ${uuid()}, ${own}, 'Onderhoud', ${people.writer.id})`.execute(tx)
    for (const label of LABELS) {
      ids[label] = uuid()
      numbers[label] = newSpokenNumber()
      const state = label === 'unlabelled' ? 'open' : 'sent'
      await sql`insert into warning (municipality, id, number, source, publisher, namespace, tracking, label, state,
          ends_on, version, sent_at, by)
        values (${m}, ${ids[label]}, ${numbers[label]}, 'own', 'Gemeente', ${ORIGIN}, ${numbers[label]},
          ${labelOf(label)}, ${state}, ${daysAfter(today, 20)}, 1, now(), ${people.writer.id})`.execute(tx)
      await sql`insert into warning_version (municipality, warning, no, title, what, act, works, call, by)
        values (${m}, ${ids[label]}, 1, ${titleOf(label)}, ${`Inhoud van ${label}`}, 'Doe iets', 'Zie iets', 'Bel ons',
          ${people.writer.id})`.execute(tx)
      await sql`insert into warning_person (municipality, warning, person, by)
        values (${m}, ${ids[label]}, ${people.named.id}, ${people.writer.id})`.execute(tx)
      for (const organisation of [own, other])
        await sql`insert into warning_receiver (municipality, warning, organisation, why, by)
          values (${m}, ${ids[label]}, ${organisation}, 'gekozen', ${people.writer.id})`.execute(tx)
    }
  })
  // With the triggers, so that what everybody reads follows.
  await sql`update warning set ends_on = ends_on where municipality = ${m}`.execute(desk.db)
  site = createSite({
    db: desk.publicDb,
    store: memoryStore(),
    municipality: desk.municipality.slug,
    city: 'Sluiswijk',
    origin: ORIGIN,
    css: '',
    assets: {},
    contact: { email: 'digitaal@sluiswijk.test', phone: '14 071', days: 10 },
    registers: deps.registers,
    kept: keptAnswers(0),
    today: () => today,
    report: (error) => {
      throw error
    },
  })
})
afterAll(async () => {
  expect(desk.faults).toEqual([])
  await desk.close()
})

const asked = async (reader: Reader, path: string) => {
  const response = await visitors[reader].get(path)
  return { status: response.status, text: await response.text() }
}
/** Readers to whom this path tells the title. */
async function whoReads(label: Labelled, path: string): Promise<Reader[]> {
  const found: Reader[] = []
  for (const reader of READERS) if ((await asked(reader, path)).text.includes(titleOf(label))) found.push(reader)
  return found
}

test('the database holds the very table that the program does', async () => {
  const { rows } = await sql<{
    label: string
    door: string
    reach: string
    shows: string
  }>`select * from wall.tlp()`.execute(desk.db)
  const held: Record<string, Record<string, unknown>> = {}
  for (const { label, door, reach, shows } of rows) (held[label] ??= {})[door] = { reach, shows }
  expect(held).toEqual(TLP_TABLE)
})

test('each label stands with a sentence, in both languages, and no wider label lets in fewer', () => {
  for (const label of LABELS) for (const lang of ['nl', 'en'] as const) expect(TLP_MEANS[lang][label]).toMatch(/\.$/)
  for (const door of DOORS)
    for (const [at, label] of TLP.slice(1).entries())
      for (const reader of lets(TLP[at]!, door)) expect(lets(label, door), `${label} ${door}`).toContain(reader)
})

test('the words of what is RED open in the transaction that wrote down who reads, and in no other', async () => {
  const { id: municipality } = desk.municipality
  const words = (tx: Tx) => tx.selectFrom('warning_version').select('title').where('warning', '=', ids.RED).execute()
  const note = (tx: Tx, person: string) =>
    tx
      .insertInto('warning_reading')
      .values({ municipality, warning: ids.RED, id: uuid(), person, version: 1 })
      .execute()
  expect(await as(desk.db, people.named, words)).toEqual([])
  const read = await as(desk.db, people.named, async (tx) => {
    await note(tx, people.named.id)
    return words(tx)
  })
  expect(read).toEqual([{ title: titleOf('RED') }])
  expect(await as(desk.db, people.named, words)).toEqual([])
  // Nobody writes down that another read, and who is not named writes nothing down.
  await expect(as(desk.db, people.named, (tx) => note(tx, people.writer.id))).rejects.toThrow(/row-level security/)
  await expect(as(desk.db, people.writer, (tx) => note(tx, people.writer.id))).rejects.toThrow(/row-level security/)
})

test('who may address it reaches nobody whom the label keeps out, whatever is written', async () => {
  const { id: municipality } = desk.municipality
  const { id: by } = people.writer
  const add = (label: Tlp, organisation: string) =>
    as(desk.db, people.writer, (tx) =>
      tx
        .insertInto('warning_receiver')
        .values({ municipality, warning: ids[label], organisation, why: 'zo', by })
        .execute(),
    )
  for (const label of ['AMBER', 'AMBER+STRICT', 'RED'] as const)
    await expect(add(label, people.partner.organisation!), label).rejects.toThrow(/row-level security/)
  await add('GREEN', people.partner.organisation!)
  // A label is no column that the desk writes: only with whose leave it changes.
  await expect(
    as(desk.db, people.writer, (tx) =>
      tx.updateTable('warning').set({ label: 'CLEAR' }).where('id', '=', ids.AMBER).execute(),
    ),
  ).rejects.toThrow(/permission denied/)
})

/** What the walls of the database say of each door, whatever a page would do. */
describe.each(LABELS)('%s', (label) => {
  test.each(DOORS.filter((door) => !['trail', 'error'].includes(door)))('the wall of the door %s', async (door) => {
    const found: Reader[] = []
    for (const reader of READERS) {
      const { rows } = await as(desk.db, people[reader], (tx) =>
        sql<{
          may: boolean
        }>`select wall.may_open_warning(${desk.municipality.id}, ${ids[label]}, ${door}) as may`.execute(tx),
      )
      if (rows[0]!.may) found.push(reader)
    }
    expect(found).toEqual(lets(label, door))
  })

  test('page: who may read it reads it, and RED opens by a press that is written down', async () => {
    const path = `/balie/waarschuwingen/${ids[label]}`
    if (label !== 'RED') return expect(await whoReads(label, path)).toEqual(lets(label, 'page'))
    expect(await whoReads(label, path)).toEqual([])
    const count = async () =>
      (await desk.db.selectFrom('warning_reading').select('person').where('warning', '=', ids[label]).execute()).length
    const before = await count()
    for (const reader of READERS) {
      const response = await visitors[reader].post(`${path}/lezen`)
      const open = lets(label, 'page').includes(reader)
      expect(response.status).toBe(open ? 200 : 404)
      expect((await response.text()).includes(titleOf(label))).toBe(open)
    }
    expect(await count()).toBe(before + 1)
    // Once more is once more written down.
    await visitors.named.post(`${path}/lezen`)
    expect(await count()).toBe(before + 2)
  })

  test('page: the label and its sentence stand on it', async () => {
    const { text } = await asked(label === 'RED' ? 'named' : 'writer', `/balie/waarschuwingen/${ids[label]}`)
    expect(text).toContain(tlpName(labelOf(label)))
    expect(text).toContain(TLP_MEANS.nl[label])
  })

  test('the list: titles and how many there are follow the page', async () => {
    const shown = label === 'unlabelled' ? '/balie/waarschuwingen?toon=wacht' : '/balie/waarschuwingen'
    expect(await whoReads(label, shown)).toEqual(label === 'RED' ? [] : lets(label, 'page'))
    for (const reader of READERS) {
      const { text } = await asked(reader, shown)
      expect(text.includes(ids[label])).toBe(lets(label, 'page').includes(reader))
      const running = TLP.filter((each) => lets(each, 'page').includes(reader)).length
      if (shown === '/balie/waarschuwingen' && running > 0)
        expect(text).toContain(running === 1 ? '1 waarschuwing die loopt' : `${running} waarschuwingen die lopen`)
    }
  })

  test('search: a title is found by whom the table lets, and by nobody else', async () => {
    const found: Reader[] = []
    for (const reader of READERS)
      if ((await asked(reader, `/balie/waarschuwingen?q=${encodeURIComponent('gat')}`)).text.includes(titleOf(label)))
        found.push(reader)
    expect(found).toEqual(label === 'unlabelled' ? [] : lets(label, 'search'))
  })

  test.each([
    ['feed', '/balie/waarschuwingen/nieuws.xml'],
    ['api', '/balie/waarschuwingen/overzicht.json'],
  ] as const)('%s of who is signed in', async (door, path) => {
    expect(await whoReads(label, path)).toEqual(label === 'unlabelled' ? [] : lets(label, door))
  })

  test('export: a file for whom the table lets, and else the page of what is not there', async () => {
    for (const reader of READERS) {
      const { status, text } = await asked(reader, `/balie/waarschuwingen/${ids[label]}/csaf`)
      const may = label !== 'unlabelled' && lets(label, 'export').includes(reader)
      expect(status, reader).toBe(may ? 200 : 404)
      expect(text.includes(titleOf(label)), reader).toBe(may)
    }
  })

  test('print: what is RED does not come on paper', async () => {
    const who = lets(label, 'page')[0]!
    const text =
      label === 'RED'
        ? await (await visitors[who].post(`/balie/waarschuwingen/${ids[label]}/lezen`)).text()
        : (await asked(who, `/balie/waarschuwingen/${ids[label]}`)).text
    expect(text.includes('ld-not-printed')).toBe(label === 'RED')
  })

  test('mail: as much as the table lets, and the label in the subject', () => {
    if (label === 'unlabelled') return expect(atDoor(null, 'mail').shows).toBe('link')
    const words = {
      title: titleOf(label),
      what: 'Wat er gebeurde',
      act: 'Doe iets',
      actBy: null,
      works: 'Zie iets',
      call: 'Bel ons',
    }
    const { subject, body } = toReceiver(label, words, {
      city: 'Sluiswijk',
      contact: { phone: '', email: '' },
      url: `${ORIGIN}/balie`,
    })
    const { shows } = atDoor(label, 'mail')
    expect(subject).toContain(`[${tlpName(label)}]`)
    expect(body).toContain(TLP_MEANS.nl[label])
    expect((subject + body).includes(titleOf(label))).toBe(shows !== 'link')
    expect(body.includes('Doe iets')).toBe(shows === 'all')
  })

  test('tasks: a title only where the table lets', () => {
    expect(taskLine(labelOf(label), 'Lees', titleOf(label)).includes(titleOf(label))).toBe(
      TLP_TABLE[label].task.shows === 'title',
    )
  })

  test('replies and counts: from whom the table lets, and of organisations alone', async () => {
    if (label === 'unlabelled') return
    for (const reader of READERS) {
      const may = lets(label, 'counts').includes(reader)
      const { rows } = await as(desk.db, people[reader], (tx) =>
        sql<{ counts: unknown }>`select wall.warning_counts(${desk.municipality.id}, ${ids[label]}) as counts`.execute(
          tx,
        ),
      )
      expect(rows[0]!.counts !== null, reader).toBe(may)
    }
  })

  test('trail: it names a warning by its id, and never by its title', async () => {
    const lines = await desk.db.selectFrom('audit').select(['detail', 'object']).execute()
    expect(lines.every(({ detail, object }) => !(detail + object).includes(titleOf(label)))).toBe(true)
  })

  test('error: what may not be read is the very page of what never was', async () => {
    const blank = (text: string) =>
      text.replaceAll(/[0-9a-f-]{36}|value="[^"]*"|content="[^"]*"|data-[a-z]+="[^"]*"/g, '')
    for (const reader of READERS.filter((each) => !lets(label, 'page').includes(each))) {
      const hidden = await asked(reader, `/balie/waarschuwingen/${ids[label]}`)
      const none = await asked(reader, `/balie/waarschuwingen/${uuid()}`)
      expect(hidden.status).toBe(404)
      expect(blank(hidden.text)).toBe(blank(none.text))
    }
  })

  test('in public: page, list, feed, API, files and news have it when it is for everyone', async () => {
    const at = spoken(numbers[label])
    const open = TLP_TABLE[label].page.reach === 'everyone'
    const paths = [
      `/samen/waarschuwingen/${at}`,
      `/samen/waarschuwingen/${at}/${numbers[label].toLowerCase()}.json`,
      '/samen/waarschuwingen',
      '/samen/waarschuwingen/nieuws.atom',
      '/nieuws.atom',
      '/open-data/waarschuwingen.csv',
      '/api/v1/waarschuwingen',
      `/api/v1/waarschuwingen/${at}`,
    ]
    for (const path of paths) {
      const response = await site.request(ORIGIN + path)
      expect((await response.text()).includes(titleOf(label)), path).toBe(open)
    }
  })
})
