/**
 * What one visit may cost: a browser that takes more memory, or tells us more, than a page is worth is ended. Only that
 * visit is lost; what the others find stays.
 */
import type { Readable } from 'node:stream'
import { familyOf, textOf } from '../lib/processes.ts'

export type Limits = {
  /** Bytes of memory of all processes of a browser together; a page of a municipality takes 150 to 400 MB. */
  readonly memory: number
  /** Bytes of one thing that the browser tells us; the largest that we ask is a screenshot. */
  readonly message: number
  /** Bytes of all that it tells us in one visit. */
  readonly messages: number
}
const LIMITS: Limits = { memory: 1_500_000_000, message: 16_000_000, messages: 200_000_000 }
/** Milliseconds between two looks at the memory. */
const LOOK = 200

export type Bounds = {
  /** A new page begins: what was told before it does not count. */
  begin(): void
  /** Nothing is watched while no page is open. */
  end(): void
}

/**
 * Watches the browser whose first process is `pid` and that talks over `pipe`; `exceeded` hears once what was too much.
 */
export function watchBounds(
  pid: number,
  pipe: Readable,
  exceeded: (what: string) => void,
  limits: Limits = LIMITS,
): Bounds {
  let [message, total, told] = [0, 0, false]
  let timer: NodeJS.Timeout | undefined
  const stop = (what: string) => {
    clearInterval(timer)
    if (told) return
    told = true
    exceeded(what)
  }
  // Beside Playwright's own reading, so that a message is weighed before there is enough of it to be read.
  pipe.on('data', (chunk: Buffer) => {
    const ends = chunk.lastIndexOf(0)
    message = ends === -1 ? message + chunk.length : chunk.length - ends - 1
    total += chunk.length
    if (message > limits.message) stop(`one message of more than ${limits.message / 1e6} MB`)
    else if (total > limits.messages) stop(`more than ${limits.messages / 1e6} MB of messages`)
  })
  return {
    begin() {
      total = 0
      clearInterval(timer)
      timer = setInterval(() => {
        if (memoryOf(pid) > limits.memory) stop(`more than ${limits.memory / 1e6} MB of memory`)
      }, LOOK).unref()
    },
    end: () => clearInterval(timer),
  }
}

/** Bytes that a process and its descendants hold for themselves; 0 where the system does not tell (only Linux does). */
function memoryOf(pid: number): number {
  if (process.platform !== 'linux') return 0
  return familyOf(pid).reduce((sum, each) => sum + own(each.pid), 0)
}

function own(pid: number): number {
  const status = textOf(`/proc/${pid}/status`) ?? ''
  return [...status.matchAll(/^Rss(?:Anon|Shmem):\s+(\d+) kB$/gm)].reduce((sum, [, kb]) => sum + Number(kb) * 1_024, 0)
}
