/**
 * Shows how far something is: a bar that redraws itself on a terminal, a line now and then elsewhere. Always on
 * standard error.
 */

import { plainLine } from '../lib/clean.ts'

export type Progress = { show(done: number, total: number, what: string): void; end(text?: string): void }

const WIDTH = 28

/** A bar that is called so; `end` leaves its last line. */
export function progress(label: string, out: NodeJS.WriteStream = process.stderr): Progress {
  let told = -1
  const bar = (done: number, total: number) => {
    const full = total === 0 ? WIDTH : Math.round((WIDTH * done) / total)
    return `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${done}/${total}`
  }
  return {
    show(done, total, what) {
      if (out.isTTY) {
        const line = `${label} ${bar(done, total)}  ${plainLine(what)}`
        out.write(`\r\x1b[2K${line.slice(0, (out.columns || 80) - 1)}`)
      } else {
        const tenth = total === 0 ? 10 : Math.floor((10 * done) / total)
        if (tenth === told) return
        told = tenth
        out.write(`${label} ${done}/${total}\n`)
      }
    },
    end(text) {
      if (out.isTTY) out.write('\r\x1b[2K')
      if (text) out.write(`${text}\n`)
    },
  }
}
