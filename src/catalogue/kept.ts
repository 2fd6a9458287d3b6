/**
 * Keeps on disk what was worked out from a text, by the hash of that text, so that the next start need not do it again.
 */
import { createHash, randomUUID } from 'node:crypto'
import { lstatSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import path from 'node:path'

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest()

/** Where the outcome of `work` on `text` is kept in `dir`. */
const placeOf = (dir: string, work: string, text: string) =>
  path.join(dir, `${work}-${sha256(text).toString('hex').slice(0, 32)}`)

/**
 * What is kept of `work` on this text; undefined when nothing is, or when it is damaged. `dir` undefined: nothing ever
 * is.
 */
export function kept(dir: string | undefined, work: string, text: string): Buffer | undefined {
  if (dir === undefined) return undefined
  let content: Buffer
  try {
    content = readFileSync(placeOf(dir, work, text))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  const bytes = content.subarray(32)
  return content.subarray(0, 32).equals(sha256(bytes)) ? bytes : undefined
}

/** Keeps the outcome of `work` on this text. */
export function keep(dir: string | undefined, work: string, text: string, bytes: Uint8Array): void {
  if (dir === undefined) return
  // Written beside and moved: another process never reads half a file.
  const beside = path.join(dir, randomUUID())
  writeFileSync(beside, Buffer.concat([sha256(bytes), bytes]), { mode: 0o600 })
  renameSync(beside, placeOf(dir, work, text))
}

let own: { readonly dir: string | undefined } | undefined

/** A folder under the system's temporary one that only this user can write; undefined when someone else made it. */
export function ownDir(): string | undefined {
  own ??= { dir: makeOwnDir() }
  return own.dir
}

function makeOwnDir(): string | undefined {
  const { uid } = userInfo()
  const dir = path.join(tmpdir(), `leidraad-lists-${uid}`)
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const found = lstatSync(dir)
  const ours = found.isDirectory() && (uid < 0 || (found.uid === uid && (found.mode & 0o022) === 0))
  return ours ? dir : undefined
}
