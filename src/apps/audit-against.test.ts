/** A trail that was rewritten as a whole proves itself; against what stands elsewhere it does not. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, unasked, type TestDatabase } from '../../test/database.ts'
import { addPerson, as, type TestPerson } from '../../test/desk.ts'
import { hashOf, proveChain, record, START } from '../db/audit.ts'
import { holdAgainst, holdsHead } from '../db/audit-against.ts'
import { ensureMunicipality } from '../db/municipality.ts'
import type { Postman } from '../model/mail.ts'
import { readEntries } from './audit-file.ts'
import { tick } from './clock.ts'
import { timers } from './timers.ts'
import { auditMailOf } from './mail.ts'

let database: TestDatabase
let anna: TestPerson
let exported: string
let lines: readonly string[]
const file = path.join(mkdtempSync(path.join(tmpdir(), 'leidraad-logboek-')), 'logboek.jsonl')
const held = async (...content: readonly string[]) => {
  writeFileSync(file, content.map((line) => `${line}\n`).join(''))
  return holdAgainst(database.db, readEntries(file))
}
const act = (object: string) =>
  as(database.db, anna, (tx) => record(tx, anna.municipality, { act: 'answer.saved', object }))
const trail = () =>
  database.db.selectFrom('audit').selectAll().where('municipality', '=', anna.municipality).orderBy('no').execute()

beforeAll(async () => {
  database = await testDatabase()
  const { id } = await ensureMunicipality(database.db, 'Sluiswijk')
  anna = await addPerson(database.db, id, ['policy-officer'], 'Anna')
  for (const no of [1, 2, 3, 4]) await act(`form/${no}`)
  lines = (await trail()).map((entry) => JSON.stringify(entry))
  exported = lines.join('\n')
})
afterAll(() => database.close())

test('what was exported is all there, also when the trail went on', async () => {
  await act('form/5')
  expect(exported).toContain('form/4')
  expect(await held(...lines)).toEqual([{ municipality: anna.municipality, count: 4, gone: 0, other: 0 }])
  expect(await held()).toEqual([])
})

test('an export that was changed itself is told, and proves nothing', async () => {
  expect(await held(lines[0]!, lines[1]!.replace('form/2', 'form/9'), ...lines.slice(2))).toMatchObject([{ forged: 2 }])
  expect(await held(lines[0]!, ...lines.slice(2))).toMatchObject([{ forged: 2 }])
})

test.each(['hallo', '{}', '[]', 'null', '{"no":1}', `"${'a'.repeat(1_100_000)}"`])(
  'a file that is no export is told: %s',
  async (line) => {
    await expect(held(lines[0]!, line)).rejects.toThrow(/is geen regel van een logboek/)
  },
)

test('the head goes by mail once a day, and is held against the trail later', async () => {
  const sent: { to: string; text: string }[] = []
  const postman: Postman = { send: async (message) => void sent.push(message) }
  const round = (day: string) =>
    tick(database.db, {
      timers: timers({ registers: [], key: Buffer.alloc(32) }, 'toezicht@elders.test'),
      postman,
      origin: 'https://leidraad.test',
      today: day,
    })
  await Promise.all([round('2026-11-27'), round('2026-11-27')])
  await round('2026-11-27')
  expect(sent).toHaveLength(1)
  const [, no, hash] = /--gemeente sluiswijk --head (\d+):([0-9a-f]{64})/.exec(sent[0]!.text)!
  expect([sent[0]!.to, no]).toEqual(['toezicht@elders.test', '5'])
  expect(await holdsHead(database.db, anna.municipality, 5, hash!)).toBe(true)
  expect(await holdsHead(database.db, anna.municipality, 4, hash!)).toBe(false)
  expect(await holdsHead(database.db, anna.municipality, 99, hash!)).toBe(false)
  expect(await holdsHead(database.db, anna.municipality, 0, START)).toBe(true)
  await round('2026-11-28')
  expect(sent).toHaveLength(2)
  expect(auditMailOf({})).toBeUndefined()
  expect(() => auditMailOf({ LEIDRAAD_AUDIT_MAIL: 'geen adres' })).toThrow(/LEIDRAAD_AUDIT_MAIL/)
})

test('the owner writes the whole chain anew: it proves itself, and the export tells', async () => {
  const rows = await trail()
  let previous = START
  const anew = rows
    .filter(({ object }) => object !== 'form/3')
    .map((row, index) => {
      const entry = { ...row, no: index + 1, previous }
      previous = hashOf(entry)
      return { ...entry, hash: previous }
    })
  await unasked(database.db, async (tx) => {
    await tx.deleteFrom('audit').where('municipality', '=', anna.municipality).execute()
    await tx.insertInto('audit').values(anew).execute()
    await tx
      .updateTable('audit_head')
      .set({ no: anew.length, hash: previous })
      .where('municipality', '=', anna.municipality)
      .execute()
  })
  expect(await proveChain(database.db, anna.municipality)).toEqual({ count: 4 })
  expect(await held(...lines)).toEqual([{ municipality: anna.municipality, count: 4, gone: 0, other: 2, first: 3 }])
  await unasked(database.db, (tx) => tx.deleteFrom('audit').where('no', '>', 2).execute())
  expect(await held(...lines)).toMatchObject([{ gone: 2, other: 0, first: 3 }])
})
