/**
 * Puts an archive back in an empty installation: all of it, or nothing. It is read whole and written beside what is
 * there first; only then the rows, and last the files go to their places.
 */
import { randomUUID } from 'node:crypto'
import { mkdirSync, renameSync, rmSync, statfsSync } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import { copyIn, isEmpty, migrationsOf, NotRestored, type CopyLine } from '../db/copy.ts'
import type { Db } from '../db/connect.ts'
import { alone, besideOf, leaveMark, settle } from '../db/restored.ts'
import { readArchive } from './archive-read.ts'
import type { Counted } from './archive.ts'

type Ask = {
  /** Bytes that it may take on disk. */
  readonly room?: number
  readonly signal?: AbortSignal
}

/** Throws NotRestored, and then nothing was changed. */
export async function restore(db: Db, data: string, file: string, { room, signal }: Ask = {}): Promise<Counted> {
  return alone(db, async () => {
    await settle(db, data)
    if (!(await isEmpty(db)))
      throw new NotRestored('hier staan al gegevens. Zet een back-up alleen terug in een lege installatie')
    const id = randomUUID()
    const beside = besideOf(data, id)
    const draft = `${beside}.part`
    try {
      mkdirSync(draft, { recursive: true, mode: 0o700 })
      const counted = await stage(db, file, draft, room ?? roomAt(data), signal)
      renameSync(draft, beside)
      await copyIn(db, rowsOf(file, signal), leaveMark(id))
      return counted
    } finally {
      rmSync(draft, { recursive: true, force: true })
      // Also when the answer to the commit got lost: the database knows whether it was done.
      await settle(db, data)
    }
  })
}

const roomAt = (data: string): number => {
  const { bavail, bsize } = statfsSync(data)
  return bavail * bsize
}

/** Reads all of it, keeps its files beside, and sees that it fits here. */
async function stage(db: Db, file: string, beside: string, room: number, signal?: AbortSignal): Promise<Counted> {
  let [rows, files, bytes] = [0, 0, 0]
  for await (const line of readArchive(file)) {
    signal?.throwIfAborted()
    if ('migrations' in line && line.migrations.join() !== (await migrationsOf(db)).join())
      throw new NotRestored(
        'dit back-upbestand is van een andere versie van Leidraad. Zet het terug met die versie, en werk daarna bij',
      )
    if ('table' in line) rows += line.rows.length
    if (!('file' in line)) continue
    files++
    const content = Buffer.from(line.base64, 'base64')
    bytes += content.length
    if (bytes > room)
      throw new NotRestored(
        `de bestanden in deze back-up passen niet op de schijf: er is ${Math.floor(room / 1024 ** 2)} MB vrij`,
      )
    await put(beside, line.file, content)
  }
  return { rows, files }
}

async function put(beside: string, name: string, content: Buffer): Promise<void> {
  if (!/^(sleutel|(evidence|uploads)(\/[\w-][\w.-]{0,254}){1,8})$/.test(name) || name.length > 1_000)
    throw new NotRestored(`het bestand noemt een plaats buiten de gegevens: ${name.slice(0, 100)}`)
  const to = path.join(beside, name)
  mkdirSync(path.dirname(to), { recursive: true, mode: 0o700 })
  const handle = await open(to, 'wx', 0o600).catch((error: { code?: string }) => {
    throw error.code === 'EEXIST' || error.code === 'EISDIR'
      ? new NotRestored(`het bestand noemt twee keer dezelfde plaats: ${name}`, { cause: error })
      : error
  })
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function* rowsOf(file: string, signal?: AbortSignal): AsyncGenerator<CopyLine> {
  for await (const line of readArchive(file)) {
    signal?.throwIfAborted()
    if ('table' in line) yield line
  }
}
