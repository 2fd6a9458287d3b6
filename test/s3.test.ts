/**
 * Evidence in a real S3 store, Ceph's: what is written at once, is not there, is damaged, is large or many; a store
 * that is away; and the way from the folder, and from an older database, to it.
 */
import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { zstdCompressSync, gzipSync } from 'node:zlib'
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { copyEvidence } from '../src/apps/evidence-copy.ts'
import { sweepEvidence } from '../src/apps/evidence-sweep.ts'
import { runWorker, type Work } from '../src/apps/worker.ts'
import { evidenceIn } from '../src/db/evidence.ts'
import { folderHome } from '../src/db/folder-home.ts'
import { moveFiles } from '../src/db/move-files.ts'
import { Lacking, type Lack } from '../src/lib/lack.ts'
import { s3Home } from '../src/outside/s3-home.ts'
import { backup } from '../src/apps/archive.ts'
import { installCeph, startCeph, type Ceph } from './ceph.ts'
import { testDatabase, type TestDatabase } from './database.ts'
import { memoryHome } from './memory-home.ts'

const missing = await installCeph()
test('a real store is there to try this with', ({ skip }) => {
  if (missing === undefined) return
  console.warn(`LEFT OUT: the S3 store was not tried, for there is no Ceph here: ${missing}`)
  skip(`no Ceph: ${missing}`)
})

const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const folder = () => mkdtempSync(path.join(tmpdir(), 'leidraad-bewijs-'))
const listed = async (home: { keys(): AsyncGenerator<string> }) => {
  const keys: string[] = []
  for await (const key of home.keys()) keys.push(key)
  return keys.toSorted()
}

describe.skipIf(missing !== undefined)('against Ceph', () => {
  let ceph: Ceph
  let database: TestDatabase
  beforeAll(async () => {
    ;[ceph, database] = await Promise.all([startCeph(), testDatabase()])
  })
  afterAll(() => Promise.all([ceph.close(), database.close()]))
  /** A part of the bucket for one test alone. */
  const home = (prefix: string, more: { page?: number; secret?: string; bucket?: string } = {}) =>
    s3Home({ ...ceph.place, prefix: `${prefix}/`, ...more })
  const raw = (key: string, Body: Uint8Array) => {
    const { place } = ceph
    return new S3Client({
      ...place,
      forcePathStyle: true,
      credentials: { accessKeyId: place.key, secretAccessKey: place.secret },
    }).send(new PutObjectCommand({ Bucket: place.bucket, Key: key, Body }))
  }

  test('of twenty who write the same name at once the first stays, and nobody fails', async () => {
    const all = home('race')
    await Promise.all(Array.from({ length: 20 }, (_, no) => all.put('ab/x', Buffer.from(`${no}`))))
    const first = (await all.get('ab/x'))!.toString()
    await all.put('ab/x', Buffer.from('later'))
    expect((await all.get('ab/x'))!.toString()).toBe(first)
    const store = evidenceIn(home('race-evidence'))
    const bytes = randomBytes(34_000)
    const hashes = await Promise.all(Array.from({ length: 20 }, () => store.put('image/jpeg', bytes)))
    expect(new Set(hashes)).toEqual(new Set([sha(bytes)]))
    expect(await store.file(sha(bytes), 'image/jpeg')).toEqual(bytes)
  })

  test('what nothing names goes aside, is read there, and goes when its time is over', async () => {
    const at = (days: number) => ({ most: 100, now: new Date(Date.now() + days * 86_400_000) })
    const store = home('sweep', { page: 2 })
    const hashes = await Promise.all(
      Array.from({ length: 5 }, (_, no) => evidenceIn(store).put('application/pdf', Buffer.from(`document ${no}`))),
    )
    await database.db.insertInto('published.file').values({ hash: hashes[0]!, media: 'application/pdf' }).execute()
    expect(await sweepEvidence(database.db, store, at(0))).toMatchObject({ looked: 5, aside: 0 })
    expect(await sweepEvidence(database.db, store, at(2))).toMatchObject({ looked: 5, aside: 4 })
    expect(await listed(store)).toEqual([expect.stringContaining(hashes[0]!)])
    for (const [no, hash] of hashes.entries())
      expect(await evidenceIn(store).file(hash, 'application/pdf')).toEqual(Buffer.from(`document ${no}`))
    await database.db.insertInto('published.file').values({ hash: hashes[1]!, media: 'application/pdf' }).execute()
    expect(await sweepEvidence(database.db, store, at(32))).toMatchObject({ back: 1, removed: 3 })
    expect(await listed(store)).toHaveLength(2)
    expect(await evidenceIn(store).file(hashes[2]!, 'application/pdf')).toBeUndefined()
  })

  test('what is not there is not there; a wrong secret, another bucket and a silent address are told', async () => {
    expect(await home('none').get('ab/x')).toBeUndefined()
    await expect(evidenceIn(home('none')).evidence('0'.repeat(64))).rejects.toThrow(/staat niet in de opslag 127/)
    for (const [wrong, said] of [
      [home('none', { secret: 'geraden' }), '403 SignatureDoesNotMatch'],
      [home('none', { bucket: 'nergens' }), '404 NoSuchBucket'],
      [s3Home({ ...ceph.place, endpoint: 'http://127.0.0.1:9' }), 'ECONNREFUSED'],
    ] as const)
      for (const act of [() => wrong.get('ab/x'), () => wrong.put('ab/x', Buffer.from('x')), () => listed(wrong)]) {
        const error = await act().then(
          () => undefined,
          (caught: unknown) => caught,
        )
        expect(error).toBeInstanceOf(Lacking)
        expect(String(error)).toContain(said)
        expect(String(error)).not.toContain(ceph.place.secret)
      }
  })

  test('what is damaged is told and never given; also what no longer unpacks', async () => {
    const store = evidenceIn(home('damaged'))
    const picture = await store.put('image/jpeg', randomBytes(100))
    const evidence = await store.put('application/json', Buffer.from('{"a":1}'))
    await raw(`damaged/${picture.slice(0, 2)}/${picture}.jpg`, randomBytes(100))
    await expect(store.file(picture, 'image/jpeg')).rejects.toThrow(`het bewijs ${picture} is beschadigd`)
    for (const body of [Buffer.from('geen zstd'), zstdCompressSync(Buffer.from('{"a":2}'))]) {
      await raw(`damaged/${evidence.slice(0, 2)}/${evidence}.zst`, body)
      await expect(store.file(evidence, 'application/json')).rejects.toThrow(/is beschadigd/)
    }
  })

  // A store in memory takes twelve megabytes slowly when everything else is tested beside it.
  test('a large file comes back whole, and every page of a list is read', { timeout: 180_000 }, async () => {
    const large = randomBytes(12_000_000)
    const store = evidenceIn(home('large'))
    expect(await store.file(await store.put('application/pdf', large), 'application/pdf')).toEqual(large)
    const many = home('many', { page: 7 })
    const names = Array.from({ length: 23 }, (_, no) => `ab/${String(no).padStart(2, '0')}`)
    await Promise.all(names.map((name) => many.put(name, Buffer.from(name))))
    expect(await listed(many)).toEqual(names)
    expect(await listed(home('man'))).toEqual([])
  })

  test('a store that goes away during a visit and comes back: the visit waits uncounted, and it is told', async () => {
    const { db } = database
    const visit = { kind: 'mail-domain', address: 'een.test', domain: 'een.test', state: 'open' } as const
    const id = uuid()
    await db
      .insertInto('visit')
      .values({ id, ...visit })
      .execute()
    await db.insertInto('job').values({ id, kind: 'visit', municipality: null, key: id }).execute()
    const store = evidenceIn(home('away'))
    const lacks: (Lack | null)[] = []
    const stop = new AbortController()
    const evidence = { subject: visit, host: [], pages: [] }
    const running = runWorker(
      {
        db,
        store,
        rules: {},
        // It is there when the visit begins, and not when there is something to keep.
        gatherer: {
          gather: async () => {
            if (lacks.length === 0) await ceph.away()
            return { evidence, pictures: new Map([[sha(Buffer.from('beeld')), Buffer.from('beeld')]]) }
          },
        },
        tell: (lack: Lack | null) => {
          lacks.push(lack)
          if (lacks.length === 1) void ceph.back()
        },
      } as unknown as Work,
      1,
      stop.signal,
    )
    const row = () =>
      db
        .selectFrom('visit')
        .innerJoin('job', 'job.id', 'visit.id')
        .select(['visit.state', 'silent', 'evidence'])
        .executeTakeFirstOrThrow()
    await expect.poll(async () => (await row()).state, { timeout: 60_000 }).toBe('done')
    stop.abort()
    await running
    const { silent, evidence: kept } = await row()
    expect([silent, lacks[0], lacks.at(-1)]).toEqual([0, 'store', null])
    expect(JSON.parse((await store.file(kept!, 'application/json'))!.toString())).toEqual(evidence)
    expect(await store.file(sha(Buffer.from('beeld')), 'image/jpeg')).toEqual(Buffer.from('beeld'))
  })

  test('from the folder to the store: all of it, twice without harm; what is damaged stays and is named', async () => {
    const dir = folder()
    const from = folderHome(dir)
    const before = evidenceIn(from)
    const hashes = await Promise.all(
      Array.from({ length: 30 }, (_, no) => before.put('application/json', Buffer.from(`{"no":${no}}`))),
    )
    const picture = await before.put('image/jpeg', randomBytes(50))
    writeFileSync(path.join(dir, picture.slice(0, 2), `${picture}.jpg`), 'beschadigd')
    const damaged = [`${picture.slice(0, 2)}/${picture}.jpg`]
    const to = home('copied')
    const stop = new AbortController()
    const first = copyEvidence(from, to, (done) => done >= 5 && stop.abort(new Error('gestopt')), stop.signal)
    await expect(first).rejects.toThrow('gestopt')
    const told: number[] = []
    const done = await copyEvidence(from, to, (at) => told.push(at))
    expect(done.copied + done.there).toBe(30)
    expect([done.there >= 5, done.damaged, told.at(-1)]).toEqual([true, damaged, 31])
    expect(await copyEvidence(from, to)).toEqual({ copied: 0, there: 30, damaged })
    for (const [no, hash] of hashes.entries())
      expect((await evidenceIn(to).file(hash, 'application/json'))!.toString()).toBe(`{"no":${no}}`)
    // A backup takes along what stands in the store.
    const file = path.join(folder(), 'kopie.gz')
    expect((await backup(database.db, folder(), file, to)).files).toBe(30)
  })

  test.each(['the store', 'a folder'])('what an older version kept in the database goes whole to %s', async (where) => {
    const { db } = database
    const to = evidenceIn(where === 'a folder' ? folderHome(folder()) : home('moved'))
    const json = Buffer.from('{"oud":true}')
    const pictures = Array.from({ length: 45 }, () => randomBytes(200))
    await sql`create table published.blob (hash text primary key, media text not null, body bytea not null)`.execute(db)
    const put = (hash: string, media: string, body: Buffer) =>
      sql`insert into published.blob values (${hash}, ${media}, ${body})`.execute(db)
    const other = Buffer.from('{"ouder":true}')
    await put(sha(json), 'application/json+zstd', zstdCompressSync(json))
    await put(sha(other), 'application/json+gzip', gzipSync(other))
    for (const each of pictures) await put(sha(each), 'image/jpeg', each)
    await put('f'.repeat(64), 'image/png', Buffer.from('iets anders'))
    // What is not what its hash says stays, and so does the table; the rest was brought over.
    await expect(moveFiles(db, to, () => {})).rejects.toThrow(`bestand ${'f'.repeat(64)} in de database`)
    await sql`delete from published.blob where hash = ${'f'.repeat(64)}`.execute(db)
    const counts: number[] = []
    await Promise.all([moveFiles(db, to, (done) => counts.push(done)), moveFiles(db, to, () => {})])
    expect(await moveFiles(db, to, () => {})).toBe(0)
    expect((await sql`select to_regclass('published.blob') as gone`.execute(db)).rows).toEqual([{ gone: null }])
    expect(await to.file(sha(json), 'application/json')).toEqual(json)
    expect(await to.file(sha(other), 'application/json')).toEqual(other)
    for (const each of pictures) expect(await to.file(sha(each), 'image/jpeg')).toEqual(each)
  })
})

test('a home that is full of another thing under a name is told by its readers', async () => {
  const kept = new Map<string, Buffer>()
  const store = evidenceIn(memoryHome(kept))
  const hash = await store.put('application/pdf', Buffer.from('%PDF'))
  kept.set([...kept.keys()][0]!, Buffer.from('%PDE'))
  await expect(store.file(hash, 'application/pdf')).rejects.toThrow(/is beschadigd/)
  await expect(store.file('../../etc/passwd', 'application/pdf')).rejects.toThrow('not a hash')
})
