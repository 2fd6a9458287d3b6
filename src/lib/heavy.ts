/**
 * Heavy work on what people typed, off the thread that answers requests: one at a time, a few that wait, and a deadline
 * after which the thread is ended, whatever it is doing.
 */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Work } from './heavy-work.ts'
import { Busy, inTurns } from './in-turn.ts'

/** Thrown when the work took longer than it may: too much for now. */
export class TooLong extends Busy {}

/** After this long without work the thread ends, and gives its memory back. */
const IDLE = 60_000
const inTurn = inTurns({ running: 1, waiting: 16 })
let worker: Worker | undefined
let idle: NodeJS.Timeout | undefined

// As source beside this file, or bundled beside the program.
const inside = () => new URL(import.meta.url.endsWith('.ts') ? './heavy-work.ts' : './heavy-work.js', import.meta.url)

function theWorker(): Worker {
  clearTimeout(idle)
  worker ??= new Worker(inside(), { resourceLimits: { maxOldGenerationSizeMb: 512 } })
  return worker
}

/** Ends the thread; the next work begins a new one. */
async function letGo(): Promise<void> {
  const done = worker
  worker = undefined
  await done?.terminate()
}

/**
 * Does a work of `heavy-work.ts`. Throws TooLong after `milliseconds` of work, Busy when too much is waiting, and any
 * fault of the work itself.
 */
export function heavy<N extends keyof Work>(
  name: N,
  given: Work[N]['given'],
  milliseconds: number,
): Promise<Work[N]['gives']> {
  return inTurn(async () => {
    const by = theWorker()
    by.ref()
    const listening = new AbortController()
    const late = setTimeout(() => listening.abort(), milliseconds)
    try {
      by.postMessage({ name, given })
      // Rejects when the thread falls over, and when the deadline passes.
      const [told] = (await once(by, 'message', { signal: listening.signal })) as [
        { readonly gives: Work[N]['gives']; readonly fault?: string },
      ]
      if (told.fault !== undefined) throw new Error(told.fault)
      return told.gives
    } catch (error) {
      // Not known what it is doing: it ends.
      await letGo()
      throw listening.signal.aborted ? new TooLong(30) : error
    } finally {
      clearTimeout(late)
      by.unref()
      idle = setTimeout(letGo, IDLE).unref()
    }
  })
}
