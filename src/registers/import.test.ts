/** A register as a table: what was written reads back unchanged, and what is not right is told by row and column. */
import { array, assert, boolean, constantFrom, integer, option, property, record, string } from 'fast-check'
import { expect, test } from 'vitest'
import { readTable } from '../lib/csv.ts'
import { BOM, line } from '../lib/csv-write.ts'
import { odsOf } from '../lib/ods-write.ts'
import type { Entry, Field, Register, Value, Values } from '../model/register.ts'
import { FIELD_KINDS } from '../vocabulary/register.ts'
import { planImport, type FileRow, type Known, type Plan } from './import-plan.ts'
import { refusedCsv } from './import-refused.ts'
import { linksIn } from './links.ts'
import { readField } from './reading.ts'
import { readRegisters } from '../catalogue/registers.ts'
import { NUMBER } from '../vocabulary/register.ts'
import { asRead, csvCell, headingsOf, tableOf } from './table.ts'

const field = (kind: Field['kind'], more: Partial<Field> = {}): Field => ({
  id: kind,
  kind,
  label: `Dit is ${kind}`,
  labelEnglish: kind,
  hint: undefined,
  section: undefined,
  source: undefined,
  options: [],
  required: undefined,
  public: true,
  filter: false,
  role: undefined,
  max: 5_000,
  remindDays: [],
  to: undefined,
  several: false,
  parts: [],
  external: {},
  ...more,
})
const options = ['Rood', 'Blauw; licht', '=Geel', 'Rood', '- geen', 'a'].map((label, at) => ({
  id: ['a', 'b', 'c', 'd', 'e', 'f'][at]!,
  label,
  labelEnglish: label,
  external: {},
}))
const MORE: Partial<Record<Field['kind'], Partial<Field>>> = {
  // Labels that look like each other, like an id, or like nothing.
  text: { role: 'title', label: 'Naam, "voluit"', required: 'always' },
  'long-text': { label: 'Nummer' },
  choice: { options, label: 'choices' },
  choices: { options, label: '???' },
  date: { label: 'Begin', role: 'begins' },
  email: { label: 'Twee' },
  url: { label: 'twee!' },
  month: { label: '=Maand' },
  link: { to: { target: 'product' }, several: true },
  list: { parts: [field('text', { id: 't', required: 'always' }), field('url', { id: 'u' })], max: 9 },
}
const fields = Object.values(FIELD_KINDS).map((kind) => field(kind, MORE[kind]))
const register = { id: 'alles', title: 'Alles & meer', version: '1', fields } as unknown as Register
const THINGS = ['Eén', 'Twee; drie', '=Vier', '12'].map((name, at) => ({ id: `id-${at}`, key: `k${at}`, name }))
const names = new Map([...THINGS.map(({ id, name }) => [id, name] as const), ['f', 'bewijs.pdf']])
const readLink: Known['readLink'] = (of, cell) => linksIn(of, '', cell.split('\n'), () => THINGS)

/** Signs that matter to a file, much more often than by chance. */
const sign = constantFrom(...'\n\t;,"\'=-+@| aé’👩()12.'.match(/./gsu)!)
const typed = string({ unit: sign, maxLength: 30 }).map(asRead)
const INPUT: Partial<Record<Field['kind'], readonly string[]>> = {
  'yes-no': ['ja', 'nee'],
  date: ['31-12-2026', '2026-02-28'],
  month: ['2026-11'],
  number: ['-5', '0,0001', '1.250', '999999999999'],
  amount: ['€ 1.250,50', '-0'],
  email: ['a@b.nl', '=x@b.nl'],
  url: ['https://a.nl/?x=1;y=2', 'https://a.nl/a b"c'],
  reach: ['a@b.nl', 'https://a.nl/?x=1;y=2'],
  place: ['Markt 1 (52.1, 4.0000001)', '(1, -0)', '-Hof', 'Plein (oost)'],
}
const inputOf = ({ kind }: Field) => (INPUT[kind] ? constantFrom(...INPUT[kind], '') : typed)
const valueOf = (of: Field) =>
  of.kind === 'choice'
    ? constantFrom(...options.map(({ id }) => id), undefined)
    : of.kind === 'choices'
      ? array(constantFrom(...options.map(({ id }) => id)), { maxLength: 4 }).map((ids) => readField(of, ids).value)
      : of.kind === 'link'
        ? option(constantFrom(...THINGS.map(({ id }) => [id]), ['id-0', 'id-1']), { nil: undefined })
        : of.kind === 'file'
          ? constantFrom<Value | undefined>(['f'], undefined)
          : inputOf(of).map((text) => readField(of, text).value)
/** Values as the database keeps them. */
const values = record(Object.fromEntries(fields.map((each) => [each.id, valueOf(each)]))).map((all): Values =>
  JSON.parse(JSON.stringify({ ...all, text: all['text'] ?? 'Zonder naam' })),
)
const entriesOf = (all: readonly Values[]): Entry[] =>
  all.map(
    (each, at) =>
      ({ id: `e${at}`, no: at + 1, title: 'x', values: each, version: 3, endedAt: null }) as unknown as Entry,
  )

const READING = { needed: [NUMBER, 'text'], sheet: true }
const rowsOf = (file: string | Uint8Array): FileRow[] => {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file
  const table = readTable(bytes, headingsOf(register), READING)
  expect([table.refused, table.ignored]).toEqual([[], []])
  return table.rows.map(({ line: row, cells }) => ({ row, cells }))
}
const planOf = (rows: readonly FileRow[], entries: readonly Entry[], versions = 3): Plan =>
  planImport(register, rows, {
    entries: new Map(entries.map((entry) => [entry.no, entry])),
    seen: new Map(entries.map(({ no }) => [no, versions])),
    names,
    readLink,
  })
const csvOf = (entries: readonly Entry[]) => {
  const { head, rows } = tableOf(register, entries, names)
  return BOM + line(head) + rows.map((cells) => line(cells.map(csvCell))).join('')
}

test('what was written reads back unchanged, of every kind of field, as CSV and as a spreadsheet', () => {
  assert(
    property(array(values, { minLength: 1, maxLength: 3 }), boolean(), (all, sheet) => {
      const entries = entriesOf(all)
      const { head, rows } = tableOf(register, entries, names)
      const read = rowsOf(sheet ? odsOf(register.title, head, rows) : csvOf(entries))
      const { unchanged, ...rest } = planOf(read, entries)
      expect({ unchanged, ...rest }).toEqual({
        unchanged: all.length,
        added: [],
        changed: [],
        refused: [],
        meanwhile: [],
        emptied: 0,
      })
      // As something new it says the same, but for files, which a table does not carry.
      const fresh = read.map(({ row, cells }) => ({ row, cells: { ...cells, [NUMBER]: '', file: '' } }))
      const plan = planOf(fresh, [])
      expect(plan.refused).toEqual([])
      expect(JSON.parse(JSON.stringify(plan.added.map((added) => added.values)))).toEqual(
        all.map((each) => Object.fromEntries(Object.entries(each).filter(([id]) => id !== 'file'))),
      )
    }),
    { numRuns: 300 },
  )
})

test('each heading means its own column, whatever the labels are', () => {
  const heads = headingsOf(register)
  expect(Object.values(heads).map(([head]) => head)).toEqual([
    'nummer',
    'Naam, "voluit"',
    'long-text',
    'choice',
    'choices',
    'Dit is yes-no',
    'Begin',
    '=Maand',
    'Dit is number',
    'Dit is amount',
    'email',
    'url',
    'Dit is reach',
    'Dit is place',
    'Dit is link',
    'Dit is list',
    'Dit is file',
  ])
})

const [one] = entriesOf([{ text: 'Een', 'long-text': 'oud', date: '2026-01-01', file: ['f'], weg: 'blijft' }])
const row = (cells: Record<string, string>, at = 2): FileRow => ({ row: at, cells })

test('a column that is not there leaves its field; an empty cell empties it; a field that left the file stays', () => {
  const { changed, emptied } = planOf([row({ [NUMBER]: '1', 'long-text': '', amount: '12,50' })], [one!])
  expect(changed[0]!.values).toEqual({ text: 'Een', date: '2026-01-01', file: ['f'], amount: 12.5, weg: 'blijft' })
  expect(changed[0]!.differences).toEqual([
    { label: 'Nummer', before: 'oud', after: '' },
    { label: 'Dit is amount', before: '', after: '12,5' },
  ])
  expect(emptied).toBe(1)
})

test.each<[string, Record<string, string>, string, string, RegExp]>([
  ['a number that is not there', { [NUMBER]: '7', text: 'x' }, 'nummer', '7', /staat niet in het register/],
  ['what is no number', { [NUMBER]: 'een', text: 'x' }, 'nummer', 'een', /geen nummer/],
  ['a new one without its name', { [NUMBER]: '', email: 'a@b.nl' }, 'Naam, "voluit"', '', /^Vul naam/],
  ['a name that is emptied', { [NUMBER]: '1', text: '' }, 'Naam, "voluit"', '', /^Vul naam/],
  ['what is no date', { [NUMBER]: '1', date: '31-02-2026' }, 'Begin', '31-02-2026', /zoals 31-12-2026/],
  ['a link to nothing', { [NUMBER]: '1', link: 'Acht' }, 'Dit is link', 'Acht', /geen product “Acht”/],
  ['a file', { [NUMBER]: '1', file: 'ander.pdf' }, 'Dit is file', 'ander.pdf', /op de pagina zelf/],
])('%s is refused with its column, what stood there and what to do', (_, cells, column, was, why) => {
  const { refused, changed, added } = planOf([row(cells, 9)], [one!])
  expect(refused).toEqual([{ row: 9, name: expect.any(String), column, was, why: expect.stringMatching(why) }])
  expect([changed, added]).toEqual([[], []])
})

test('the same number twice is refused at both rows; what has ended is refused', () => {
  const twice = planOf([row({ [NUMBER]: '1', text: 'a' }, 4), row({ [NUMBER]: '1', text: 'b' }, 8)], [one!])
  expect(twice.refused.map(({ row: at, why }) => [at, why])).toEqual([
    [4, 'Dit nummer staat ook op rij 8. Laat één van de rijen staan.'],
    [8, 'Dit nummer staat ook op rij 4. Laat één van de rijen staan.'],
  ])
  const ended = planOf([row({ [NUMBER]: '1', text: 'a' })], [{ ...one!, endedAt: new Date() }])
  expect(ended.refused[0]!.why).toMatch(/beëindigd/)
})

test('what somebody changed since the trial run is not overwritten; what would change nothing is no matter', () => {
  const rows = [row({ [NUMBER]: '1', text: 'Anders' })]
  expect(planOf(rows, [one!], 2)).toMatchObject({ changed: [], meanwhile: [{ row: 2 }] })
  expect(planOf([row({ [NUMBER]: '1', text: 'Een' })], [one!], 2)).toMatchObject({ meanwhile: [], unchanged: 1 })
})

test('the refused rows come back as a file with why, that reads in', () => {
  const rows = [row({ [NUMBER]: '', text: '=Twee', date: 'morgen' }, 3), row({ [NUMBER]: '', text: 'Goed' }, 4)]
  const { refused } = planOf(rows, [])
  const file = new TextEncoder().encode(refusedCsv(register, rows, refused))
  const table = readTable(file, headingsOf(register), READING)
  expect(table.rows).toEqual([{ line: 2, cells: { [NUMBER]: '', text: '=Twee', date: 'morgen' } }])
  expect(table.ignored).toEqual(['rij in het bestand', 'wat er niet klopt'])
})

test('random rows are each told once, and nothing falls', () => {
  const cell = record({
    [NUMBER]: constantFrom('', '1', '2', 'x'),
    text: typed,
    date: typed,
    number: typed,
    choice: typed,
  })
  assert(
    property(array(cell, { maxLength: 8 }), integer({ min: 2, max: 3 }), (cells, version) => {
      const rows = cells.map((each, at) => row(each, at + 2))
      const { added, changed, meanwhile, unchanged, refused } = planOf(rows, [one!], version)
      const told =
        [...added, ...changed, ...meanwhile].length + unchanged + new Set(refused.map((each) => each.row)).size
      expect(told).toBe(rows.length)
    }),
  )
})

test('each column of a register that ships has a heading of its own', () => {
  for (const shipped of readRegisters('registers')) {
    const { head, rows } = tableOf(shipped, [{ no: 1, values: {} }], new Map())
    expect([shipped.id, head.length, new Set(head).size]).toEqual([shipped.id, rows[0]!.length, rows[0]!.length])
  }
})
