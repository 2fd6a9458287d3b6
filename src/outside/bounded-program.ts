/** Runs a program on what somebody else made, in a child of its own: bounds on time, memory, processor and words. */
import { spawn } from 'node:child_process'

export type Bounds = {
  /** Milliseconds. */
  readonly patience: number
  /** An option of `ulimit` and kilobytes: `-v` of all its memory, `-d` of what it may write in. */
  readonly memory: readonly [option: '-v' | '-d', kilobytes: number]
  /** Seconds of the processor. */
  readonly processor: number
  /** Bytes of what it says. */
  readonly most: number
}
/** `ended`: why what it said is not all; `absent`: there is no such program; `broke`: it fell over, or was ended. */
export type Ran = {
  readonly text: string
  readonly ended: 'late' | 'much' | 'absent' | 'broke' | null
}

/** What the program says, on both streams. It runs in `dir`, which is its home too, and knows nothing of ours. */
export function runBounded(
  dir: string,
  [program, ...words]: readonly [string, ...string[]],
  { patience, memory: [option, kilobytes], processor, most }: Bounds,
  given?: Uint8Array,
): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(
      '/bin/sh',
      // The bounds hold for the program: the shell becomes it.
      [
        '-c',
        `ulimit ${option} ${kilobytes} && ulimit -t ${processor} && ulimit -f 0 && exec "$0" "$@"`,
        program,
        ...words,
      ],
      {
        cwd: dir,
        env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', HOME: dir, LC_ALL: 'C', TZ: 'UTC' },
        detached: true,
      },
    )
    let [text, size] = ['', 0]
    let ended: Ran['ended'] = null
    const end = (why: 'late' | 'much') => {
      ended ??= why
      // The whole of it: it leads a group of its own.
      if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
        process.kill(-child.pid, 'SIGKILL')
    }
    const timer = setTimeout(() => end('late'), patience)
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size > most) end('much')
        else text += chunk.toString('utf8')
      })
    // A program that ends before it read all shuts this too early; its end is told below.
    child.stdin.on('error', () => undefined)
    child.stdin.end(given)
    child.on('error', () => void (ended ??= 'absent'))
    child.on('close', (exit, signal) => {
      clearTimeout(timer)
      if (exit === 127 || exit === 126) ended ??= 'absent'
      if (signal !== null) ended ??= 'broke'
      resolve({ text, ended })
    })
  })
}
