/** A job in a process of its own: what it brings down is then only itself, and no job beside it is blamed. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import type { Held } from '../db/jobs.ts'
import type { Place } from './place.ts'

/** Does the job so, to its end. Throws when the process fell; at the signal it puts the job back and ends. */
export const aloneIn =
  ({ program, data }: Place, network: string | undefined) =>
  ({ id, attempt }: Held, signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const words = ['--enable-source-maps', path.join(program, 'dist/cli.js'), 'worker', '--one', `${id}/${attempt}`]
      const child = spawn(process.execPath, words, {
        // The channel closes when we are killed: then the job is put back.
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
        detached: true,
        env: { ...process.env, LEIDRAAD_DATA: data, ...(network === undefined ? {} : { LEIDRAAD_NETWORK: network }) },
      })
      const stop = () => void child.kill('SIGTERM')
      if (signal.aborted) stop()
      signal.addEventListener('abort', stop)
      child.once('error', reject)
      child.once('exit', (code, by) => {
        signal.removeEventListener('abort', stop)
        if (code === 0) resolve()
        else reject(new Error(`het eigen proces hiervan viel om (${by ?? `code ${code}`})`))
      })
    })
