/**
 * One file that holds a whole installation: the database, the evidence, the uploads and the key. Lines of JSON,
 * compressed, with a hash at the end.
 */
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip, gzipSync } from 'node:zlib'
import type { Db } from '../db/connect.ts'
import { copyIn, copyOut, isEmpty, migrationsOf, type CopyLine } from '../db/copy.ts'

const FOLDERS = ['evidence', 'uploads']
const KEY = 'sleutel'
/** Why an archive cannot be put back, in a Dutch sentence. */
export class NotRestored extends Error {}

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
  } finally {
    await out.close()
  }
  renameSync(draft, file)
  return { rows, files }
}

const linesOf = (file: string) =>
  createInterface({ input: createReadStream(file).pipe(createGunzip()), crlfDelay: Infinity })

/** Reads it once to see that it is whole and fits; only then is anything put back. */
async function prove(db: Db, file: string): Promise<void> {
  const hash = createHash('sha256')
  let first: { leidraad?: number; migrations?: readonly string[] } | undefined
  let end: string | undefined
  try {
    for await (const text of linesOf(file)) {
      if (end !== undefined) throw new NotRestored('er staat iets achter het einde van dit bestand')
      if (text.startsWith('{"end":')) {
        end = (JSON.parse(text) as { end: string }).end
        continue
      }
      first ??= JSON.parse(text) as typeof first
      hash.update(`${text}\n`)
    }
  } catch (error) {
    throw error instanceof NotRestored ? error : new NotRestored('dit is geen heel back-upbestand', { cause: error })
  }
  if (first?.leidraad !== 1 || end === undefined || end !== hash.digest('hex'))
    throw new NotRestored('dit back-upbestand is niet heel, of er is iets in veranderd')
  const here = await migrationsOf(db)
  if (first.migrations?.join() !== here.join())
    throw new NotRestored(
      'dit back-upbestand is van een andere versie van Leidraad. Zet het terug met die versie, en werk daarna bij',
    )
  if (!(await isEmpty(db)))
    throw new NotRestored('hier staan al gegevens. Zet een back-up alleen terug in een lege installatie')
}

/** Throws NotRestored, and then nothing was changed. */
export async function restore(db: Db, data: string, file: string): Promise<Counted> {
  await prove(db, file)
  let [rows, files] = [0, 0]
  async function* tables(): AsyncGenerator<CopyLine> {
    for await (const text of linesOf(file)) {
      const line = JSON.parse(text) as { table?: string; rows?: unknown[]; file?: string; base64?: string }
      if (line.table !== undefined) {
        rows += line.rows!.length
        yield { table: line.table, rows: line.rows! }
      }
      if (line.file !== undefined) put({ name: line.file, base64: line.base64! })
    }
  }
  const put = ({ name, base64 }: { readonly name: string; readonly base64: string }) => {
    if (!/^(sleutel|(evidence|uploads)(\/[\w.-]+)+)$/.test(name) || name.includes('..'))
      throw new NotRestored(`het bestand noemt een plaats buiten de gegevens: ${name.slice(0, 100)}`)
    mkdirSync(path.dirname(path.join(data, name)), { recursive: true, mode: 0o700 })
    writeFileSync(path.join(data, name), Buffer.from(base64, 'base64'), { mode: 0o600 })
    files++
  }
  await copyIn(db, tables())
  return { rows, files }
}
