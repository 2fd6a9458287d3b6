/**
 * Reads the signatures in a PDF with `pdfsig` of poppler-utils (a Debian package), in a child of its own with bounds
 * on time, memory and what it says. Its exit code says nothing: a file that was changed gives 0 too. What it tells,
 * line by line, is all that is known; whose certificate it is, is not assessed here.
 */
import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { FileReading } from '../model/covenant.ts'

/** Milliseconds, kilobytes of memory, seconds of the processor, and bytes of what it says. */
const PATIENCE = 10_000
const MEMORY = 500_000
const PROCESSOR = 3
const MOST = 64 * 1024

/** No network and no certificates: those are not assessed. Its home is an empty folder: it finds none there. */
const WORDS = ['-nocert', '-no-ocsp']

type Run = { readonly kind: 'said'; readonly text: string } | { readonly kind: 'none'; readonly why: string }

/** What the program says of a file in this folder. `program` is another one in tests. */
async function ask(dir: string, file: string, program: string): Promise<Run> {
  return new Promise((resolve) => {
    const child = spawn(
      '/bin/sh',
      // The bounds hold for the program: the shell becomes it.
      ['-c', `ulimit -v ${MEMORY} && ulimit -t ${PROCESSOR} && ulimit -f 0 && exec "$0" "$@"`, program, ...WORDS, file],
      {
        cwd: dir,
        env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', HOME: dir, LC_ALL: 'C', TZ: 'UTC' },
        detached: true,
      },
    )
    let [text, size, told] = ['', 0, '']
    const end = (why: string) => {
      told ||= why
      // The whole of it: it leads a group of its own.
      if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
        process.kill(-child.pid, 'SIGKILL')
    }
    const timer = setTimeout(() => end('het duurde te lang'), PATIENCE)
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size > MOST) end('het gaf te veel')
        else text += chunk.toString('utf8')
      })
    child.stdin.end()
    child.on('error', () => void (told ||= 'het programma pdfsig kon niet starten'))
    child.on('close', (exit, signal) => {
      clearTimeout(timer)
      if (told !== '') resolve({ kind: 'none', why: told })
      else if (exit === 127 || exit === 126)
        resolve({ kind: 'none', why: 'het programma pdfsig (poppler-utils) is hier niet' })
      else if (signal !== null) resolve({ kind: 'none', why: 'het programma pdfsig brak af' })
      else resolve({ kind: 'said', text })
    })
  })
}

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
    const run = await ask(dir, file, program)
    const reading =
      run.kind === 'said' ? readingOf(run.text) : { state: 'unread' as const, why: run.why, signatures: [] }
    return { ...reading, ours }
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}
