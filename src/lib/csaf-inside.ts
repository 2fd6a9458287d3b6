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
export type CsafChecked = { readonly document: unknown; readonly hash: string; readonly signedBy: string } | CsafRefused
export type CsafRefused = {
  readonly refused: CsafRefusal
  /** The version that it is of, or what the signature lacks in the words of who looked. */
  readonly detail: string
  /** Of `tests`: what fails, at most some. */
  readonly failures: readonly CsafFailure[]
}
/** At which of the steps it ended: `none` is JSON and no CSAF, `version` is CSAF that we do not read. */
export type CsafRefusal = 'large' | 'hash' | 'key' | 'signature' | 'json' | 'none' | 'version' | 'tests'
/** `test`: its number in the standard, such as 6.1.1; empty: the schema, with its keyword and what it is about. */
export type CsafFailure = {
  readonly test: string
  readonly path: string
  readonly keyword?: string | undefined
  readonly what?: string | undefined
  /** As the validator says it. */
  readonly said: string
}

/** Failures that are told; who mends those sends the file again. */
const MOST_FAILURES = 10
const refuse = (refused: CsafRefusal, detail = '', failures: readonly CsafFailure[] = []): CsafRefused => ({
  refused,
  detail: detail.slice(0, 200),
  failures: failures.slice(0, MOST_FAILURES),
})

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

type Told = {
  readonly message?: string
  readonly instancePath?: string
  readonly keyword?: string
  readonly params?: Readonly<Record<string, unknown>>
}
const cut = (text: string) => text.slice(0, 200)
const failure = (name: string, { message = '', instancePath = '', keyword, params = {} }: Told): CsafFailure => {
  const { missingProperty, additionalProperty, unevaluatedProperty, format } = params
  const test = /^mandatoryTest_(\d+(?:_\d+)+)$/.exec(name)?.[1]?.replaceAll('_', '.') ?? ''
  const what = cut(String(missingProperty ?? additionalProperty ?? unevaluatedProperty ?? format ?? ''))
  return { test, path: cut(instancePath), keyword, what, said: cut(message) }
}

/**
 * Which mandatory tests fail; none: it is in order. The validator's strict form refuses tests that are not its own,
 * and compiles all its others for it: ours are its own, and it is four times as slow.
 */
async function failuresIn(document: unknown): Promise<readonly CsafFailure[]> {
  if (versionOf(document) === '2.1') return failuresOfNext(document)
  const [{ default: validate }, basic] = await Promise.all([
    import('@secvisogram/csaf-validator-lib/validate.js'),
    import('@secvisogram/csaf-validator-lib/basic.js'),
  ])
  const { tests } = await validate(Object.values(basic), document)
  return tests
    .filter(({ isValid }) => !isValid)
    .flatMap(({ name, errors }) => (errors.length === 0 ? [{}] : errors).map((error) => failure(name, error)))
}

type Head = { readonly document?: { readonly csaf_version?: unknown; readonly category?: unknown } } | null
const headOf = (json: unknown) => (json as Head)?.document
const versionOf = (json: unknown): unknown => headOf(json)?.csaf_version
/** CSAF 2.1 has categories by which a source withdraws or replaces, and those are all that we take of that version. */
const ENDS = ['csaf_withdrawn', 'csaf_superseded']

/** Of CSAF 2.1 the schema alone is tested: its tests are not whole yet. */
async function failuresOfNext(document: unknown): Promise<readonly CsafFailure[]> {
  const { csaf_2_1_strict: test } = await import('@secvisogram/csaf-validator-lib/csaf_2_1/schemaTests.js')
  const { isValid, errors } = test(document)
  return isValid ? [] : errors.map((error) => failure('', error))
}

/** Takes a file through the steps, and stops at the first that is not in order. */
export async function lookAt(file: CsafFile): Promise<CsafChecked> {
  if (!hashFits(file)) return refuse('hash')
  let signedBy = ''
  if (file.signature !== undefined) {
    try {
      signedBy = await signer(file)
    } catch (error) {
      return refuse('signature', (error as Error).message)
    }
    if (signedBy === 'no key') return refuse('key')
  }
  let document: unknown
  try {
    document = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(file.bytes))
  } catch {
    return refuse('json')
  }
  const version = versionOf(document)
  if (typeof version !== 'string') return refuse('none')
  const ends = version === '2.1' && ENDS.includes(String(headOf(document)?.category))
  if (version !== '2.0' && !ends) return refuse('version', version.slice(0, 20))
  const failed = await failuresIn(document)
  if (failed.length > 0) return refuse('tests', '', failed)
  return { document, hash: createHash('sha256').update(file.bytes).digest('hex'), signedBy }
}

parentPort?.on('message', async (file: CsafFile) => {
  try {
    parentPort!.postMessage({ gives: await lookAt(file) })
  } catch (error) {
    parentPort!.postMessage({ fault: String(error) })
  }
})
