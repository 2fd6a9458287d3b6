/**
 * Looks at CSAF files in a worker of their own, begun at the first file and ended after the last: what it loads takes
 * much memory. One such worker at a time, with bounds on size, time and memory.
 */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { CsafChecked, CsafFile } from './csaf-inside.ts'
import { Busy, inTurns } from './in-turn.ts'

export type { CsafChecked, CsafFailure, CsafFile, CsafRefusal, CsafRefused } from './csaf-inside.ts'
export type LookAtCsaf = (file: CsafFile) => Promise<CsafChecked>

/** Bytes of a file; the largest that the NCSC gives out are some hundreds of kilobytes. */
export const MOST_CSAF_BYTES = 5 * 1024 * 1024
/** Milliseconds for a file until the validator is loaded, and for each that follows. */
const FIRST = 120_000
const NEXT = 30_000
const MEGABYTES = 768

const inTurn = inTurns({ running: 1, waiting: 4 })
// As source beside this file, or bundled beside the program.
const inside = () => new URL(import.meta.url.endsWith('.ts') ? './csaf-inside.ts' : './csaf-inside.js', import.meta.url)

/**
 * Does work that looks at files, and ends the worker afterwards whatever came of it. Throws Busy when others are at it,
 * or when a file takes longer than it may.
 */
export function withCsaf<T>(work: (look: LookAtCsaf) => Promise<T>): Promise<T> {
  return inTurn(async () => {
    let worker: Worker | undefined
    let loaded = false
    const look: LookAtCsaf = async (file) => {
      if (file.bytes.length > MOST_CSAF_BYTES) return { refused: 'large', detail: '', failures: [] }
      worker ??= new Worker(inside(), { resourceLimits: { maxOldGenerationSizeMb: MEGABYTES } })
      const late = new AbortController()
      const timer = setTimeout(() => late.abort(), loaded ? NEXT : FIRST)
      try {
        worker.postMessage(file)
        // Rejects when the thread falls over, and when the deadline passes.
        const [told] = (await once(worker, 'message', { signal: late.signal })) as [
          { readonly gives: CsafChecked; readonly fault?: string },
        ]
        if (told.fault !== undefined) throw new Error(told.fault)
        loaded ||= !('refused' in told.gives) || told.gives.refused === 'tests'
        return told.gives
      } catch (error) {
        // Not known what it is doing: it ends, and the next file begins a new one.
        await worker.terminate()
        worker = undefined
        loaded = false
        throw late.signal.aborted ? new Busy(60) : error
      } finally {
        clearTimeout(timer)
      }
    }
    try {
      return await work(look)
    } finally {
      await worker?.terminate()
    }
  })
}
