/**
 * Files that people add: known by their content, kept by their hash outside the web root, never executed, only given
 * back as a download.
 */
import { createHash } from 'node:crypto'
import { readdir, readFile, stat, unlink } from 'node:fs/promises'
import path from 'node:path'
import { fileTypeFromBuffer } from 'file-type'
import { v7 as uuid } from 'uuid'
import { nameOfKind } from '../lib/file-name.ts'
import { keepFile } from '../lib/keep-file.ts'
import type { Db } from './connect.ts'
import { asClock, type Tx } from './as.ts'
import { municipalities } from './municipality.ts'

export const MOST_BYTES = 10 * 1024 * 1024

const KINDS: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
}

const EXTENSIONS = Object.fromEntries(Object.entries(KINDS).map(([extension, media]) => [media, [extension]]))
/** The extension tells what the file is, not what it was called. */
const nameOf = (name: string, media: string): string =>
  nameOfKind(
    name,
    media === KINDS['jpg'] ? ['jpg', 'jpeg'] : ((EXTENSIONS[media] as [string] | undefined) ?? ['txt', 'csv', 'md']),
  )

/**
 * The media type by content, or a Dutch sentence why this file is not taken. Its name and what the browser says of it
 * count for nothing.
 */
export async function kindOf(bytes: Uint8Array): Promise<{ readonly media: string } | { readonly problem: string }> {
  if (bytes.length === 0) return { problem: 'Dit bestand is leeg.' }
  if (bytes.length > MOST_BYTES)
    return {
      problem: 'Dit bestand is groter dan 10 MB. Maak het kleiner, of zet het elders neer en voeg een link toe.',
    }
  const found = await fileTypeFromBuffer(bytes)
  if (found && KINDS[found.ext] !== undefined) return { media: KINDS[found.ext]! }
  const no = {
    problem: 'Dit soort bestand kan niet. Kies een pdf, een document, een rekenblad, een afbeelding of platte tekst.',
  }
  if (found) return no
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    // What a browser could take for a page or a picture with script is not plain text.
    return text.includes('\0') ||
      /<(?:!doctype|\?xml|html|head|body|script|svg|iframe|img|a\s|style|table|h1)/i.test(text)
      ? no
      : { media: 'text/plain; charset=utf-8' }
  } catch {
    return no
  }
}

export type Uploads = {
  /** Keeps it and gives its id, or says why not. */
  keep(
    tx: Tx,
    municipality: string,
    file: File,
    by: { readonly person: string; readonly organisation: string | null },
  ): Promise<{ readonly id: string } | { readonly problem: string }>
  /** Undefined when it is not there for this person. */
  read(
    tx: Tx,
    municipality: string,
    id: string,
  ): Promise<{ readonly name: string; readonly media: string; readonly body: Uint8Array } | undefined>
}

/** `dir`: where the files are; nothing in it is ever served by a path. */
export function openUploads(dir: string): Uploads {
  const place = (hash: string) => path.join(dir, hash.slice(0, 2), hash)
  return {
    async keep(tx, municipality, file, { person, organisation }) {
      if (file.size > MOST_BYTES) return kindOf(new Uint8Array(MOST_BYTES + 1)) as Promise<{ problem: string }>
      const bytes = new Uint8Array(await file.arrayBuffer())
      const kind = await kindOf(bytes)
      if ('problem' in kind) return kind
      const hash = createHash('sha256').update(bytes).digest('hex')
      await keepFile(place(hash), bytes)
      const id = uuid()
      await tx
        .insertInto('upload')
        .values({
          municipality,
          id,
          hash,
          media: kind.media,
          name: nameOf(file.name, kind.media),
          size: bytes.length,
          by: person,
          organisation,
        })
        .execute()
      return { id }
    },
    async read(tx, municipality, id) {
      const row = await tx
        .selectFrom('upload')
        .select(['name', 'media', 'hash'])
        .where('municipality', '=', municipality)
        .where('id', '=', id)
        .executeTakeFirst()
      return row && { name: nameOf(row.name, row.media), media: row.media, body: await readFile(place(row.hash)) }
    },
  }
}

/** Nobody has this file any more; the file itself goes when files are swept. */
export async function forgetUpload(tx: Tx, municipality: string, id: string): Promise<void> {
  await tx.deleteFrom('upload').where('municipality', '=', municipality).where('id', '=', id).execute()
}

/**
 * Removes files that no one has any more; younger than an hour may still be on its way into the database. Gives how
 * many went.
 */
export async function sweepUploads(db: Db, dir: string, now = Date.now()): Promise<number> {
  const names = await readdir(dir, { recursive: true }).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const old: { readonly hash: string; readonly file: string }[] = []
  for (const name of names.filter((each) => /^[0-9a-f]{64}$/.test(path.basename(each)))) {
    const file = path.join(dir, name)
    if (now - (await stat(file)).mtimeMs >= 3_600_000) old.push({ hash: path.basename(name), file })
  }
  let gone = 0
  for (let at = 0; at < old.length; at += 500) {
    const part = old.slice(at, at + 500)
    const kept = new Set<string>()
    for (const { id } of await municipalities(db)) {
      const rows = await asClock(db, id, (tx) =>
        tx
          .selectFrom('upload')
          .select('hash')
          .distinct()
          .where(
            'hash',
            'in',
            part.map(({ hash }) => hash),
          )
          .execute(),
      )
      for (const { hash } of rows) kept.add(hash)
    }
    for (const { file } of part.filter(({ hash }) => !kept.has(hash))) {
      await unlink(file)
      gone++
    }
  }
  return gone
}
