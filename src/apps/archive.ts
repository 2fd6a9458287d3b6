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
import { LONGEST_LINE } from './archive-read.ts'

const FOLDERS = ['evidence', 'uploads']
const KEY = 'sleutel'
export type Counted = { readonly rows: number; readonly files: number }

/** Writes the archive beside its name and then moves it there: a half one never has the name. Only we may read it. */
export async function backup(db: Db, data: string, file: string): Promise<Counted> {
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
    for (const name of [
      KEY,
      ...FOLDERS.flatMap((folder) =>
        existsSync(path.join(data, folder))
          ? readdirSync(path.join(data, folder), { recursive: true, withFileTypes: true })
              .filter((each) => each.isFile())
              .map((each) => path.relative(data, path.join(each.parentPath, each.name)))
          : [],
      ),
    ]) {
      if (!existsSync(path.join(data, name)) || name.endsWith('.part')) continue
      files++
      await line({
        file: name.replaceAll(path.sep, '/'),
        base64: readFileSync(path.join(data, name)).toString('base64'),
      })
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
