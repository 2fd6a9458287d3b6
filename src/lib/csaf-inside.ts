/**
 * The inside of the worker that looks at CSAF files. In this order: hash, signature, and only then what the file says:
 * that it is JSON, its schema and the mandatory tests. The validator takes seconds and 165 MB, so it is loaded at the
 * first file whose origin is in order.
 */
import { createHash } from 'node:crypto'
import { parentPort } from 'node:worker_threads'

export type CsafFile = {
  readonly bytes: Uint8Array
  /** Hex, as the source gives it; whichever are there must be right. */
  readonly hashes: { readonly sha256?: string | undefined; readonly sha512?: string | undefined }
  /** ASCII armour of a detached signature. */
  readonly signature?: string | undefined
  /** ASCII armour of keys, and the fingerprint that one of them must have. */
  readonly keys: readonly string[]
  readonly fingerprint?: string | undefined
}
/** What stands in the file, and by which key it was signed (empty: by none); or why it is not taken. */
export type CsafChecked =
  | { readonly document: unknown; readonly hash: string; readonly signedBy: string }
  | { readonly refused: CsafRefusal; readonly detail: string }
/** At which of the steps it ended. */
export type CsafRefusal = 'hash' | 'key' | 'signature' | 'json' | 'tests'

const refuse = (refused: CsafRefusal, detail: string): CsafChecked => ({ refused, detail: detail.slice(0, 400) })

/** Whether the bytes have each of the hashes that the source gave. */
function hashFits({ bytes, hashes }: CsafFile): boolean {
  return (['sha256', 'sha512'] as const).every(
    (kind) => hashes[kind] === undefined || hashes[kind].toLowerCase() === createHash(kind).update(bytes).digest('hex'),
  )
}

/** The fingerprint of the key that made the signature. Throws when none of the keys did. */
async function signer({ bytes, signature, keys, fingerprint }: CsafFile): Promise<string | 'no key'> {
  const { createMessage, readKeys, readSignature, verify } = await import('openpgp')
  const all = (await Promise.all(keys.map((armoredKeys) => readKeys({ armoredKeys }).catch(() => [])))).flat()
  const wanted = all.filter((key) => key.getFingerprint().toLowerCase() === fingerprint?.toLowerCase())
  const [key] = wanted
  if (key === undefined) return 'no key'
  const { signatures } = await verify({
    message: await createMessage({ binary: bytes }),
    signature: await readSignature({ armoredSignature: signature! }),
    verificationKeys: [key],
  })
  const [first] = signatures
  if (first === undefined) throw new Error('no signature in it')
  await first.verified
  return key.getFingerprint().toLowerCase()
}

/**
 * Which mandatory tests fail, each with its first message; none: it is in order. The validator's strict form refuses
 * tests that are not its own, and compiles all its others for it: ours are its own, and it is four times as slow.
 */
async function failures(document: unknown): Promise<string[]> {
  if (versionOf(document) === '2.1') return failuresOfNext(document)
  const [{ default: validate }, basic] = await Promise.all([
    import('@secvisogram/csaf-validator-lib/validate.js'),
    import('@secvisogram/csaf-validator-lib/basic.js'),
  ])
  const { tests } = await validate(Object.values(basic), document)
  return tests
    .filter(({ isValid }) => !isValid)
    .map(({ name, errors: [error] }) => `${name}: ${error?.instancePath ?? ''} ${error?.message ?? ''}`.trim())
}

const versionOf = (json: unknown): unknown =>
  (json as { document?: { csaf_version?: unknown } } | null)?.document?.csaf_version

/** Of CSAF 2.1, by which a source withdraws or replaces, the schema alone is tested: its tests are not whole yet. */
async function failuresOfNext(document: unknown): Promise<string[]> {
  const { csaf_2_1_strict: test } = await import('@secvisogram/csaf-validator-lib/csaf_2_1/schemaTests.js')
  const { isValid, errors } = test(document)
  return isValid ? [] : errors.map(({ instancePath = '', message = '' }) => `${instancePath} ${message}`.trim())
}

/** Takes a file through the steps, and stops at the first that is not in order. */
export async function lookAt(file: CsafFile): Promise<CsafChecked> {
  if (!hashFits(file)) return refuse('hash', '')
  let signedBy = ''
  if (file.signature !== undefined) {
    try {
      signedBy = await signer(file)
    } catch (error) {
      return refuse('signature', (error as Error).message)
    }
    if (signedBy === 'no key') return refuse('key', '')
  }
  let document: unknown
  try {
    document = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(file.bytes))
  } catch {
    return refuse('json', '')
  }
  const failed = await failures(document)
  if (failed.length > 0) return refuse('tests', failed.slice(0, 5).join('; '))
  return { document, hash: createHash('sha256').update(file.bytes).digest('hex'), signedBy }
}

parentPort?.on('message', async (file: CsafFile) => {
  try {
    parentPort!.postMessage({ gives: await lookAt(file) })
  } catch (error) {
    parentPort!.postMessage({ fault: String(error) })
  }
})
