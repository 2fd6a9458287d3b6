/** Ends every process that came of a test run, and removes its folder. */
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { familyOf, gone, processes, textOf, type Process } from '../../src/lib/processes.ts'

/** How the folder of a run begins. Short: a socket's path holds about a hundred bytes. */
export const FOLDER = 'leidraad-t-'
/** Milliseconds that what is killed gets to be gone. */
const PATIENCE = 10_000

/** Throws when something does not end or stays on disk. */
export async function sweep(folder: string): Promise<void> {
  // Again, until a look finds nobody: one may have begun while the others were ended.
  for (let those = cameOf(folder); those.length > 0; those = cameOf(folder)) {
    const left = await gone(those, PATIENCE)
    if (left.length > 0) throw new Error(`still there: ${left.map(({ pid }) => pid).join(', ')}`)
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

/**
 * What has its temporary folder here, also when nobody is its parent any more, with its descendants: programs may write
 * over their own environment.
 */
export function cameOf(folder: string): Process[] {
  const marked = process.platform === 'linux' ? markedInProc(folder) : markedInPs(folder)
  return familyOf(...marked.filter((pid) => pid !== process.pid))
}

function markedInProc(folder: string): number[] {
  return processes()
    .filter(({ pid }) => `\0${textOf(`/proc/${pid}/environ`)}`.includes(`\0TMPDIR=${folder}`))
    .map(({ pid }) => pid)
}

function markedInPs(folder: string): number[] {
  const { stdout } = spawnSync('ps', ['-axEww', '-o', 'pid=,command='], { encoding: 'utf8', maxBuffer: 64_000_000 })
  return stdout
    .split('\n')
    .filter((line) => line.includes(` TMPDIR=${folder}`))
    .map((line) => Number.parseInt(line, 10))
}
