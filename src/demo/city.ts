/** Runs the demo city beside us, in a process of its own so that its work is not counted as ours. */
import { fork } from 'node:child_process'
import path from 'node:path'
import type { Desk } from '../../test/city/desk/read.ts'
import type { Neighbour } from '../../test/city/neighbour/read.ts'
import type { Truth } from './self-test.ts'

export type Told = {
  readonly networkFile: string
  readonly csv: string
  readonly truth: readonly Truth[]
  readonly desk: Desk
  readonly neighbour: Neighbour
}
export type DemoCity = Told & {
  readonly pid: number
  improve(): Promise<Told>
  /** From now on the badges on its sites lead to the site at this address. */
  leadTo(leidraad: string): Promise<Told>
  close(): Promise<void>
}

/** Starts it, of the program in one folder with its files in another. Throws when it ends before it is ready. */
export async function startDemoCity({
  program,
  data,
}: {
  readonly program: string
  readonly data: string
}): Promise<DemoCity> {
  const child = fork(path.join(program, 'test/city/child.ts'), [path.join(data, 'city')], {
    // A process group of its own: Ctrl-C comes to us, and we close the city.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    detached: true,
  })
  const next = () =>
    new Promise<Told>((resolve, reject) => {
      const ended = (code: number | null) => reject(new Error(`de demostad stopte (code ${code})`))
      child.once('exit', ended)
      child.once('error', reject)
      child.once('message', (told) => {
        child.off('exit', ended)
        child.off('error', reject)
        resolve(told as Told)
      })
    })
  const asked = (word: 'improve' | { readonly leidraad: string }) => {
    const after = next()
    child.send(word)
    return after
  }
  const told = await next()
  return {
    ...told,
    pid: child.pid!,
    improve: () => asked('improve'),
    leadTo: (leidraad) => asked({ leidraad }),
    close: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve()
        child.once('exit', () => resolve())
        child.disconnect()
        setTimeout(() => child.kill('SIGKILL'), 5_000).unref()
      }),
  }
}
