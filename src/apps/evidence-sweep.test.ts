/** What nothing needs is set aside, stays readable and goes later; what a row or evidence names stays where it is. */
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { emptied, testDatabase, type TestDatabase } from '../../test/database.ts'
import { memoryHome } from '../../test/memory-home.ts'
import { evidenceIn } from '../db/evidence.ts'
import { folderHome } from '../db/folder-home.ts'
import { Lacking } from '../lib/lack.ts'
import type { Evidence } from '../model/evidence.ts'
import { ASIDE } from '../vocabulary/retention.ts'
import { checkEvidence } from './evidence-check.ts'
import { sweepEvidence } from './evidence-sweep.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

let kept: Map<string, Buffer>
let at: Map<string, Date>
let home: ReturnType<typeof memoryHome>
beforeEach(async () => {
  await emptied(database.db, 'visit, judgement, evidence_picture, published.file')
  ;[kept, at] = [new Map(), new Map()]
  home = memoryHome(kept, at)
})

const NOW = new Date('2026-12-01T12:00:00Z')
const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000)
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const keyOf = (hash: string, ending: string) => `${hash.slice(0, 2)}/${hash}.${ending}`

/** Evidence that shows these pictures, written so many days ago; gives its key. */
async function evidence(tag: string, pictures: readonly string[] = [], days = 2): Promise<string> {
  const pages = pictures.map((screenshot) => ({ probe: 'session', result: { seen: true, value: { screenshot } } }))
  const hash = await evidenceIn(home).putEvidence({ format: 2, tag, pages } as unknown as Evidence)
  at.set(keyOf(hash, 'zst'), later(-days))
  return hash
}
async function picture(tag: string, days = 2): Promise<string> {
  const bytes = Buffer.from(tag)
  await evidenceIn(home).putPicture(sha(bytes), bytes)
  at.set(keyOf(sha(bytes), 'jpg'), later(-days))
  return sha(bytes)
}
const visit = (hash: string) =>
  database.db
    .insertInto('visit')
    .values({ id: uuid(), kind: 'website', address: 'a.test', domain: 'a.test', state: 'done', evidence: hash })
    .execute()
const sweep = (more: Partial<Parameters<typeof sweepEvidence>[2]> = {}) =>
  sweepEvidence(database.db, home, { most: 1_000, now: NOW, ...more })

test('what nothing names is set aside and still read; what a row or evidence names stays', async () => {
  const [shown, lost] = [await picture('shown'), await picture('lost')]
  const [named, fresh, orphan] = [
    await evidence('named', [shown]),
    await evidence('fresh', [], 0.5),
    await evidence('orphan'),
  ]
  await visit(named)
  const published = await evidenceIn(home).put('application/pdf', Buffer.from('document'))
  at.set(keyOf(published, 'pdf'), later(-9))
  await database.db.insertInto('published.file').values({ hash: published, media: 'application/pdf' }).execute()
  kept.set('README', Buffer.from('of somebody else'))
  const all = new Set(kept.keys())
  // First only told.
  const told = { looked: 6, aside: 2, back: 0, removed: 0, unread: 0, next: null }
  expect(await sweep({ dry: true })).toEqual(told)
  expect(new Set(kept.keys())).toEqual(all)
  expect(await sweep()).toEqual(told)
  const aside = [keyOf(orphan, 'zst'), keyOf(lost, 'jpg')]
  expect([...kept.keys()].filter((key) => key.startsWith(ASIDE)).toSorted()).toEqual(
    aside.map((key) => ASIDE + key).toSorted(),
  )
  for (const key of all) expect(kept.has(key), key).toBe(!aside.includes(key))
  expect(await evidenceIn(home).evidence(orphan)).toMatchObject({ tag: 'orphan' })
  expect(await evidenceIn(home).evidence(fresh)).toMatchObject({ tag: 'fresh' })
})

test('what was set aside goes when its time is over, or comes back when something names it', async () => {
  const [gone, back] = [await evidence('gone'), await evidence('back')]
  await sweep()
  for (const key of kept.keys()) at.set(key, NOW)
  expect(await sweep({ now: later(29) })).toMatchObject({ removed: 0, back: 0 })
  await visit(back)
  expect(await sweep({ now: later(31) })).toMatchObject({ removed: 1, back: 1, aside: 0 })
  expect([...kept.keys()]).toEqual([keyOf(back, 'zst')])
  expect(await evidenceIn(home).file(gone, 'application/json')).toBeUndefined()
})

test('as long as some evidence cannot be read, no picture goes; other things do', async () => {
  const [shown, other] = [await picture('shown'), await evidence('other')]
  const damaged = await evidence('damaged', [shown])
  await visit(damaged)
  kept.set(keyOf(damaged, 'zst'), Buffer.from('no evidence'))
  expect(await sweep()).toMatchObject({ aside: 1, unread: 1 })
  expect(kept.has(keyOf(shown, 'jpg'))).toBe(true)
  expect(kept.has(ASIDE + keyOf(other, 'zst'))).toBe(true)
  // A store that is away is no evidence that is gone: nothing happens.
  const away = { ...home, get: () => Promise.reject(new Lacking('store', 'weg')) }
  await expect(sweepEvidence(database.db, away, { most: 10, now: later(60) })).rejects.toThrow(Lacking)
  expect(kept.size).toBe(3)
})

test('it goes on where it stopped, and two at once lose nothing', async () => {
  const orphans = await Promise.all(Array.from({ length: 12 }, (_, n) => evidence(`orphan ${n}`)))
  const named = await evidence('named')
  await visit(named)
  let [next, looked, aside]: [string | null, number, number] = ['', 0, 0]
  while (next !== null) {
    const part = await sweep({ most: 5, after: next, dry: true })
    ;[next, looked, aside] = [part.next, looked + part.looked, aside + part.aside]
  }
  expect([looked, aside]).toEqual([13, 12])
  await Promise.all([sweep(), sweep()])
  expect(kept.size).toBe(13)
  for (const hash of orphans) expect(await evidenceIn(home).evidence(hash)).toMatchObject({ format: 2 })
  expect(kept.has(keyOf(named, 'zst'))).toBe(true)
})

test('in a folder what was begun and never written whole goes as well; what is new may be under way', async () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'leidraad-bewijs-'))
  try {
    mkdirSync(path.join(dir, 'ab'))
    for (const [name, days] of [
      ['old.zst.1.2.part', 2],
      ['new.zst.1.2.part', 0],
    ] as const) {
      writeFileSync(path.join(dir, 'ab', name), 'half')
      const written = new Date(Date.now() - days * 86_400_000)
      utimesSync(path.join(dir, 'ab', name), written, written)
    }
    const folder = folderHome(dir)
    const hash = await evidenceIn(folder).putEvidence({ format: 2 } as unknown as Evidence)
    expect(await sweepEvidence(database.db, folder, { most: 10 })).toMatchObject({ removed: 1, looked: 1, aside: 0 })
    const drafts: string[] = []
    for await (const draft of folder.drafts()) drafts.push(draft)
    expect(drafts).toEqual(['ab/new.zst.1.2.part'])
    expect(await folder.at(keyOf(hash, 'zst'))).toBeInstanceOf(Date)
    expect(await folder.at('ab/nothing.zst')).toBeUndefined()
  } finally {
    rmSync(dir, { recursive: true })
  }
})

test('rows whose file is not there, or is another, are told by what names them; nothing changes', async () => {
  const [whole, damaged] = [await evidence('whole'), await evidence('damaged')]
  for (const hash of [whole, damaged, 'f'.repeat(64)]) await visit(hash)
  await database.db.insertInto('published.file').values({ hash: damaged, media: 'application/json' }).execute()
  kept.set(keyOf(damaged, 'zst'), kept.get(keyOf(whole, 'zst'))!)
  const before = new Map(kept)
  const told = {
    checked: 3,
    missing: [{ hash: 'f'.repeat(64), media: 'application/json', by: 'visit' }],
    damaged: ['published.file', 'visit'].map((by) => ({ hash: damaged, media: 'application/json', by })),
  }
  expect(await checkEvidence(database.db, home, { most: 10 })).toEqual({ ...told, next: null })
  const first = await checkEvidence(database.db, home, { most: 2 })
  const rest = await checkEvidence(database.db, home, { most: 2, after: first.next! })
  expect([first.checked, rest.checked, rest.next]).toEqual([2, 1, null])
  expect([...first.damaged, ...rest.damaged]).toEqual(told.damaged)
  expect([...first.missing, ...rest.missing]).toEqual(told.missing)
  expect(kept).toEqual(before)
})
