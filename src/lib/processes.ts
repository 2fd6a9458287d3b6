/**
 * The processes of this machine: who came of whom, and ending them. On Linux without a child of our own, because the
 * signal that ends us in a terminal would end that child too.
 */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

export type Process = {
  readonly pid: number
  readonly parent: number
  /** When it began, in whatever form the system tells it: a number that is used again has another. */
  readonly began: string
}

/** Every process there is, but for those that ended and wait to be noticed. */
export function processes(): Process[] {
  return process.platform === 'linux' ? fromProc() : fromPs()
}

function fromProc(): Process[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    const stat = textOf(`/proc/${name}/stat`)
    if (stat === undefined) return []
    // The name of the program stands in brackets and may hold anything, brackets too.
    const [state, parent, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return state === 'Z' || state === 'X' ? [] : [{ pid: Number(name), parent: Number(parent), began: rest[17]! }]
  })
}

function fromPs(): Process[] {
  // A group of its own: a Ctrl-C in the terminal is for us.
  const group = { detached: true }
  const done = spawnSync('ps', ['-axo', 'pid=,ppid=,stat=,lstart='], { encoding: 'utf8', ...group })
  if (done.error) throw done.error
  return done.stdout.split('\n').flatMap((line) => {
    const [, pid, parent, state, began] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*\S)/.exec(line) ?? []
    return began === undefined || state!.startsWith('Z') ? [] : [{ pid: Number(pid), parent: Number(parent), began }]
  })
}

/** A file of /proc; undefined when its process is gone, or is not ours to look into. */
export function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'latin1')
  } catch (error) {
    if (['ENOENT', 'ESRCH', 'EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined
    throw error
  }
}

/** Those of `pids` that run, with all that came of them, which may have left their process group. */
export function familyOf(...pids: readonly number[]): Process[] {
  const all = processes()
  const found = all.filter(({ pid }) => pids.includes(pid))
  for (const one of found) found.push(...all.filter((each) => each.parent === one.pid && !found.includes(each)))
  return found
}

/** Which of these still run: not another process that got the number. */
export function alive(those: readonly Process[]): Process[] {
  const now = new Set(processes().map(({ pid, began }) => `${pid} ${began}`))
  return those.filter(({ pid, began }) => now.has(`${pid} ${began}`))
}

/** SIGKILL to each of these that still runs. */
export function slay(those: readonly Process[]): void {
  for (const { pid } of alive(those)) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
    }
  }
}

/** Ends what is left of these and waits, at most `milliseconds`, until nothing is. Gives what then still runs. */
export async function gone(those: readonly Process[], milliseconds: number): Promise<Process[]> {
  const limit = Date.now() + milliseconds
  for (;;) {
    const left = alive(those)
    if (left.length === 0 || Date.now() > limit) return left
    slay(left)
    await pause(25)
  }
}
