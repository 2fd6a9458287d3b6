/**
 * What a PDF of somebody else tells of itself. It is read in a program of its own that may write no file and start
 * nothing: whatever a file does to who reads it (grow without end, go round, fall over), the visit goes on without it.
 */
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Pdf } from '../model/evidence.ts'
import { clean } from '../lib/clean.ts'
import { runBounded } from './bounded-program.ts'
import { NotSeen } from './not-seen.ts'
import type { PdfTold } from './pdf-inside.ts'

/** Of memory it takes 600 MB to be there at all, nearly all of which stays empty. */
const BOUNDS = { patience: 10_000, memory: ['-d', 900_000], processor: 5, most: 16_000 } as const
const OPTIONS = ['--no-warnings', '--permission', '--allow-fs-read=*', '--max-old-space-size=200']
// As source beside this file, or bundled beside the program.
const inside = () =>
  fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? './pdf-inside.ts' : './pdf-inside.js', import.meta.url))

/**
 * Throws NotSeen: `gone` when it is no PDF, `too-heavy` when it takes more time or memory than one may, `crashed` when
 * the program fell over, `probe-failed` when the file is locked, broken off, mended or not to be read.
 */
export async function readPdf(bytes: Uint8Array): Promise<Pdf> {
  const { text, ended } = await runBounded(tmpdir(), [process.execPath, ...OPTIONS, inside()], BOUNDS, bytes)
  if (ended === 'late') throw new NotSeen('too-heavy', `the PDF was not read in ${BOUNDS.patience / 1_000} s`)
  const told = ended === null ? answerIn(text) : undefined
  if (!told) throw new NotSeen('crashed', `reading the PDF ended early: ${clean(text, 200)}`)
  if ('pdf' in told) return told.pdf
  throw new NotSeen(told.unread === 'no PDF' ? 'gone' : 'probe-failed', clean(told.unread, 200))
}

/** What the program said, if it came to an answer; what it says as it falls over is none. */
function answerIn(text: string): PdfTold | undefined {
  try {
    return JSON.parse(text) as PdfTold
  } catch {
    return undefined
  }
}
