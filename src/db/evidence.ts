/**
 * Keeps evidence, pictures and published documents by the SHA-256 of their content, in a folder or in a store of
 * objects. What is read back is held against its hash: what no longer has it is told, and never shown.
 */
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { zstdCompress, zstdDecompressSync } from 'node:zlib'
import { Trouble } from '../lib/trouble.ts'
import type { Evidence } from '../model/evidence.ts'
import type { Home, Media } from '../model/home.ts'
import { ASIDE } from '../vocabulary/retention.ts'
import { asToday } from './evidence-format.ts'
import { folderHome } from './folder-home.ts'

/** What a store must do; both sides speak of content by its hash. */
export type EvidenceStore = {
  /** Keeps evidence (compressed) and gives the hash of its JSON. */
  putEvidence(evidence: Evidence): Promise<string>
  /** Throws Trouble if it is not there, or not what it was. */
  evidence(hash: string): Promise<Evidence>
  putPicture(hash: string, bytes: Uint8Array): Promise<void>
  /** Keeps what people will be given, and gives its hash. */
  put(media: Media, bytes: Uint8Array): Promise<string>
  /** As people are given it: evidence as JSON. Undefined if it is not there; throws Trouble if it is another thing. */
  file(hash: string, media: Media): Promise<Buffer | undefined>
}

const compress = promisify(zstdCompress)
const ENDINGS: Readonly<Record<Media, string>> = {
  'application/json': 'zst',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
  'application/vnd.oasis.opendocument.text': 'odt',
}
/** Bytes that evidence unpacks to at most: of one visit it is a few megabytes, and what gives more is not ours. */
const MOST = 256 * 1024 * 1024

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** Whether this can be the hash of something that is kept. */
export const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text)

/** The name of content in any home. Throws for what is no hash: nobody reads a file by naming it. */
function keyOf(hash: string, media: Media): string {
  if (!isHash(hash)) throw new Error(`not a hash: ${hash}`)
  return `${hash.slice(0, 2)}/${hash}.${ENDINGS[media]}`
}

/** Content as it is given out. Throws Trouble if it does not have the hash in its name. */
export function opened(key: string, bytes: Buffer): Buffer {
  const [, hash, ending] = /^[0-9a-f]{2}\/([0-9a-f]{64})\.(\w+)$/.exec(key) ?? []
  if (hash === undefined) throw new Trouble(`${key} is geen naam van iets dat Leidraad bewaart`)
  let content = bytes
  try {
    // At once: it takes a fraction of what reading the JSON takes, and a stream for each costs more than either.
    if (ending === 'zst') content = zstdDecompressSync(bytes, { maxOutputLength: MOST })
  } catch (error) {
    throw new Trouble(`het bewijs ${hash} is beschadigd: het is niet uit te pakken`, { cause: error })
  }
  if (hashOf(content) !== hash)
    throw new Trouble(`het bewijs ${hash} is beschadigd: de inhoud is niet meer die van toen`)
  return content
}

/** Evidence in a home. */
export function evidenceIn(home: Home): EvidenceStore {
  const put = async (media: Media, bytes: Uint8Array, hash = hashOf(bytes)) => {
    await home.put(keyOf(hash, media), media === 'application/json' ? await compress(bytes) : bytes)
    return hash
  }
  const file = async (hash: string, media: Media) => {
    const key = keyOf(hash, media)
    const bytes = (await home.get(key)) ?? (await home.get(ASIDE + key))
    return bytes && opened(key, bytes)
  }
  return {
    putEvidence: (evidence) => put('application/json', Buffer.from(JSON.stringify(evidence))),
    async evidence(hash) {
      const json = await file(hash, 'application/json')
      if (!json) throw new Trouble(`het bewijs ${hash} staat niet in de opslag ${home.name}`)
      return asToday(JSON.parse(json.toString('utf8')) as Evidence)
    },
    putPicture: async (hash, bytes) => void (await put('image/jpeg', bytes, hash)),
    put,
    file,
  }
}

/** Evidence in a folder, each file called by its SHA-256. */
export const openEvidenceStore = (dir: string): EvidenceStore => evidenceIn(folderHome(dir))
