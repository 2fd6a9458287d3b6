/**
 * Reads the signatures in a PDF with `pdfsig` of poppler-utils (a Debian package), in a child of its own with bounds
 * on time, memory and what it says. Its exit code says nothing: a file that was changed gives 0 too. What it tells,
 * line by line, is all that is known; whose certificate it is, is not assessed here.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { FileReading } from '../model/covenant.ts'
import { runBounded } from './bounded-program.ts'

const BOUNDS = { patience: 10_000, memory: ['-v', 500_000], processor: 3, most: 64 * 1024 } as const

/** No network and no certificates: those are not assessed. Its home is an empty folder: it finds none there. */
const WORDS = ['-nocert', '-no-ocsp']

/** Why nothing was read. */
const WHY = {
  late: 'het duurde te lang',
  much: 'het gaf te veel',
  absent: 'het programma pdfsig (poppler-utils) is hier niet',
  broke: 'het programma pdfsig brak af',
} as const

const UNSIGNED = /does not contain any signatures/i

/** From what the program said. What it does not say in so many words, is not so. */
export function readingOf(text: string): Omit<FileReading, 'ours'> {
  const parts = text.split(/^Signature #\d+:$/m).slice(1)
  if (parts.length === 0)
    return UNSIGNED.test(text)
      ? { state: 'unsigned', why: '', signatures: [] }
      : { state: 'unread', why: 'pdfsig kon dit bestand niet lezen', signatures: [] }
  const signatures = parts.map((part) => {
    const line = (name: string) => new RegExp(`^\\s*- ${name}:? ?(.*)$`, 'm').exec(part)?.[1]?.trim() ?? ''
    const said = line('Signature Validation')
    return {
      signer: line('Signer Certificate Common Name').slice(0, 200),
      at: line('Signing Time').slice(0, 60),
      form: line('Signature Type').slice(0, 60),
      fits: said === 'Signature is Valid.',
      whole: /^\s*- Total document signed\s*$/m.test(part),
      said: said.slice(0, 200),
    }
  })
  if (signatures.some(({ fits, said }) => !fits && !/digest mismatch|invalid/i.test(said)))
    return { state: 'unread', why: 'pdfsig kon niet elke ondertekening nagaan', signatures }
  if (signatures.some(({ fits }) => !fits)) return { state: 'changed', why: '', signatures }
  // Earlier ones never cover what came with later ones: the last has to cover all.
  return { state: signatures.at(-1)!.whole ? 'unchanged' : 'added-to', why: '', signatures }
}

/** What is in a file that somebody sent. `original`: the bytes that were fixed, with which a signed copy begins. */
export async function readSignatures(
  bytes: Uint8Array,
  media: string,
  original: Uint8Array | undefined,
  program = 'pdfsig',
): Promise<FileReading> {
  const ours =
    original === undefined || media !== 'application/pdf'
      ? null
      : bytes.length >= original.length && Buffer.compare(bytes.subarray(0, original.length), original) === 0
  if (media !== 'application/pdf') return { state: 'not-a-pdf', why: '', signatures: [], ours }
  const dir = await mkdtemp(path.join(tmpdir(), 'leidraad-pdf-'))
  try {
    const file = path.join(dir, 'bestand.pdf')
    await writeFile(file, bytes, { mode: 0o600 })
    const { text, ended } = await runBounded(dir, [program, ...WORDS, file], BOUNDS)
    const reading = ended === null ? readingOf(text) : { state: 'unread' as const, why: WHY[ended], signatures: [] }
    return { ...reading, ours }
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}
