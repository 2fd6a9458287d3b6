/**
 * One file that holds a whole installation: the database, the evidence, the uploads and the key. Lines of JSON,
 * compressed, with a hash at the end.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Db } from '../db/connect.ts'
import { copyOut, migrationsOf } from '../db/copy.ts'
import { Trouble } from '../lib/trouble.ts'
import type { Home } from '../model/home.ts'
import { LONGEST_LINE } from './archive-read.ts'

const EVIDENCE = 'evidence'
const KEY = 'sleutel'
export type Counted = { readonly rows: number; readonly files: number }

/** Writes the archive beside its name and then moves it there: a half one never has the name. Only we may read it. */
export async function backup(db: Db, data: string, file: string, evidence: Home): Promise<Counted> {
  const draft = `${file}.${process.pid}.part`
  const out = await open(draft, 'w', 0o600)
  const hash = createHash('sha256')
  let [rows, files] = [0, 0]
  // Each line is a gzip member of its own; together they are one gzip file.
  const line = async (value: unknown) => {
    const text = `${JSON.stringify(value)}\n`
    if (Buffer.byteLength(text) > LONGEST_LINE) throw new Trouble('één rij of bestand is te groot voor een back-up')
    hash.update(text)
    await out.write(gzipSync(text, { level: 6 }))
  }
  try {
    await line({ leidraad: 1, at: new Date().toISOString(), migrations: await migrationsOf(db) })
    await copyOut(db, async (part) => {
      rows += part.rows.length
      await line(part)
    })
    for await (const [name, bytes] of filesOf(data, evidence)) {
      files++
      await line({ file: name, base64: bytes.toString('base64') })
    }
    const end = `${JSON.stringify({ end: hash.digest('hex') })}\n`
    await out.write(gzipSync(end))
    await out.sync()
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  } finally {
    await out.close()
  }
  renameSync(draft, file)
  return { rows, files }
}

/** The key, what people added, and the evidence, wherever that is kept: by their names in the data folder. */
async function* filesOf(data: string, evidence: Home): AsyncGenerator<[name: string, bytes: Buffer]> {
  const uploads = existsSync(path.join(data, 'uploads'))
    ? readdirSync(path.join(data, 'uploads'), { recursive: true, withFileTypes: true })
        .filter((each) => each.isFile())
        .map((each) => path.relative(data, path.join(each.parentPath, each.name)))
    : []
  for (const name of [KEY, ...uploads])
    if (existsSync(path.join(data, name)) && !name.endsWith('.part'))
      yield [name.replaceAll(path.sep, '/'), readFileSync(path.join(data, name))]
  for await (const key of evidence.keys()) {
    const bytes = await evidence.get(key)
    if (bytes) yield [`${EVIDENCE}/${key}`, bytes]
  }
}
