/**
 * Keeps evidence and pictures by the SHA-256 of their content: files today, an object store when there is more than one
 * machine.
 */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { zstdCompress, zstdDecompressSync } from 'node:zlib'
import { keepFile } from '../lib/keep-file.ts'
import type { Evidence } from '../model/evidence.ts'
import { asToday } from './evidence-format.ts'

export type Blob = { readonly media: string; readonly body: Buffer }

/** What a store must do; both sides speak of content by its hash. */
export type EvidenceStore = {
  /** Keeps evidence (compressed) and gives the hash of its JSON. */
  putEvidence(evidence: Evidence): Promise<string>
  evidence(hash: string): Promise<Evidence>
  putPicture(hash: string, bytes: Uint8Array): Promise<void>
  /** As kept: `application/json+zstd` or `image/jpeg`; undefined if it is not there. */
  blob(hash: string): Promise<Blob | undefined>
}

const compress = promisify(zstdCompress)
const MEDIA = { zst: 'application/json+zstd', jpg: 'image/jpeg' } as const

/** Evidence in a folder, each file called by its SHA-256. Made when it is first written to. */
export function openEvidenceStore(dir: string): EvidenceStore {
  const place = (hash: string, ending: keyof typeof MEDIA) => {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error(`not a hash: ${hash}`)
    return path.join(dir, hash.slice(0, 2), `${hash}.${ending}`)
  }
  const read = async (hash: string, ending: keyof typeof MEDIA) => {
    try {
      return await readFile(place(hash, ending))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
      throw error
    }
  }
  return {
    async putEvidence(evidence) {
      const json = Buffer.from(JSON.stringify(evidence))
      const hash = createHash('sha256').update(json).digest('hex')
      await keepFile(place(hash, 'zst'), await compress(json))
      return hash
    },
    async evidence(hash) {
      const packed = await read(hash, 'zst')
      if (!packed) throw new Error(`het bewijs ${hash} staat niet in de opslag ${dir}`)
      // At once: it takes a fraction of what reading the JSON takes, and a stream for each costs more than either.
      return asToday(JSON.parse(zstdDecompressSync(packed).toString('utf8')) as Evidence)
    },
    putPicture: (hash, bytes) => keepFile(place(hash, 'jpg'), bytes),
    async blob(hash) {
      for (const ending of ['zst', 'jpg'] as const) {
        const body = await read(hash, ending)
        if (body) return { media: MEDIA[ending], body }
      }
      return undefined
    },
  }
}
