/**
 * Before all tests: one folder for everything that the run leaves on disk, and a keeper that ends and removes whatever
 * came of the run, also when the run is interrupted or killed.
 */
import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { processes, textOf, type Process } from '../../src/lib/processes.ts'
import { cameOf, FOLDER, sweep } from './sweep.ts'

/** Milliseconds in which a run that has just begun says whose it is. */
const BEGINNING = 60_000
/** Milliseconds that a worker gets to end by itself. */
const GOODBYE = 20_000

export default async function setup(): Promise<() => Promise<void>> {
  for (const folder of leftOvers()) await sweep(folder)
  const folder = mkdtempSync(path.join(tmpdir(), FOLDER))
  // The database and the browser may run as someone else, who must come through.
  chmodSync(folder, 0o711)
  const self = processes().find(({ pid }) => pid === process.pid)!
  writeFileSync(path.join(folder, 'owner'), `${self.pid} ${self.began}`)
  const keeper = spawn(process.execPath, [path.join(import.meta.dirname, 'keeper.ts'), folder], {
    // A group of its own: a Ctrl-C in the terminal is for us. It hears of our end because this pipe closes.
    detached: true,
    stdio: ['pipe', 'ignore', 'inherit'],
  })
  keeper.unref()
  process.env['TMPDIR'] = folder
  return async () => {
    // The run waits a minute for the goodbye of a worker that is ended before it said so.
    const limit = Date.now() + GOODBYE
    while (Date.now() < limit && cameOf(folder).some(isWorker)) await pause(50)
    const ended = new Promise<number | null>((resolve) => keeper.once('exit', resolve))
    keeper.ref()
    keeper.stdin.end()
    const code = await ended
    if (code !== 0) throw new Error(`the keeper of this run could not clear up ${folder} (code ${code})`)
  }
}

/** A child that tests; the watchdog of the workers stays as long as we do. */
const isWorker = ({ pid, parent }: Process): boolean =>
  parent === process.pid && textOf(`/proc/${pid}/cmdline`)?.includes('watchdog') === false

/** Folders of runs that ended together with their keeper. */
function leftOvers(): string[] {
  const now = new Set(processes().map(({ pid, began }) => `${pid} ${began}`))
  return readdirSync(tmpdir())
    .filter((name) => name.startsWith(FOLDER))
    .map((name) => path.join(tmpdir(), name))
    .filter((folder) => {
      const { uid, mtimeMs } = statSync(folder)
      const owner = path.join(folder, 'owner')
      if (uid !== process.getuid?.()) return false
      return existsSync(owner) ? !now.has(readFileSync(owner, 'utf8')) : Date.now() - mtimeMs > BEGINNING
    })
}
