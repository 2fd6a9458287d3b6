/** Which processes came of this one: what is measured may leave none. */
import { readdirSync, readFileSync } from 'node:fs'

/** Numbers of the processes whose parent this is, those that only wait to be taken away not among them. */
export const childrenOf = (parent: number): number[] =>
  readdirSync('/proc').flatMap((name) => {
    const stat = /^\d+$/.test(name) ? statOf(name) : undefined
    // After the name of the program in brackets: its state, and its parent.
    const [, state, by] = / ([A-Z]) (\d+) /.exec(stat?.slice(stat.lastIndexOf(')') + 1) ?? '') ?? []
    return by === String(parent) && state !== 'Z' ? [Number(name)] : []
  })

function statOf(pid: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch {
    return undefined // it ended meanwhile
  }
}
