/** A test run that is interrupted leaves no process and no folder. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { exit, run, until, type Run } from '../processes.ts'
import { alive, familyOf, type Process } from '../../src/lib/processes.ts'

/** Seconds. */
const PATIENCE = 90

/** A run that has everything open, its folder, and all that came of it; only then it crashes, when it should. */
async function begun(end: string): Promise<{ vitest: Run; folder: string; kin: Process[] }> {
  const say = path.join(mkdtempSync(path.join(tmpdir(), 'interrupted-')), 'folder')
  const words = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/run/interrupted.config.ts']
  const vitest = run(words, { SAY: say, END: end })
  await until(() => existsSync(say) && readFileSync(say, 'utf8') !== '', PATIENCE, vitest)
  const folder = readFileSync(say, 'utf8')
  const server = Number(readFileSync(path.join(folder, 'pg/postmaster.pid'), 'utf8').split('\n')[0])
  const kin = familyOf(vitest.pid, server)
  rmSync(say)
  return { vitest, folder, kin }
}
async function nothingLeft(folder: string, kin: readonly Process[]): Promise<void> {
  await until(() => !existsSync(folder), PATIENCE)
  expect(alive(kin)).toEqual([])
}

test('Ctrl-C in a terminal reaches all of it, and nothing is left', { timeout: 200_000 }, async () => {
  const { vitest, folder, kin } = await begun('')
  expect(kin.length).toBeGreaterThan(8)
  vitest.signal('SIGINT')
  await exit(vitest, PATIENCE)
  await nothingLeft(folder, kin)
})

test('killed outright, or its worker crashed: nothing is left', { timeout: 200_000 }, async () => {
  const killed = await begun('')
  process.kill(killed.vitest.pid, 'SIGKILL')
  await nothingLeft(killed.folder, killed.kin)
  const crashed = await begun('crash')
  await exit(crashed.vitest, PATIENCE)
  await nothingLeft(crashed.folder, crashed.kin)
})

test('of a run whose keeper was killed too, the next run clears up', { timeout: 200_000 }, async () => {
  const first = await begun('')
  const keepers = first.kin.filter(({ pid }) => readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes('keeper.ts'))
  expect(keepers.length).toBe(1)
  process.kill(keepers[0]!.pid, 'SIGKILL')
  process.kill(first.vitest.pid, 'SIGKILL')
  const second = await begun('crash')
  await exit(second.vitest, PATIENCE)
  expect(existsSync(first.folder)).toBe(false)
  await nothingLeft(second.folder, [...first.kin, ...second.kin])
})
