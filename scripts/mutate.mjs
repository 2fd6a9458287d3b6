/**
 * Changes lines one by one and tells which change no test notices: `node scripts/mutate.mjs [FILE ...]`. Without files:
 * scoring, checks and the rules of features. The tester stands apart from the project's packages.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { root, setup } from './setup.mjs'

const { node, env } = setup({ withBuild: false })
const home = path.join(root, 'test/mutation')
function run(command, words, cwd) {
  const done = spawnSync(command, words, { cwd, env, stdio: 'inherit' })
  if (done.error) throw done.error
  if (done.status !== 0) process.exit(done.status ?? 1)
}
if (!existsSync(path.join(home, 'node_modules/.package-lock.json')))
  run('npm', ['ci', '--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund'], home)
const files = process.argv.slice(2)
const tester = path.join(home, 'node_modules/@stryker-mutator/core/bin/stryker.js')
const only = files.length === 0 ? [] : ['--mutate', files.join(',')]
run(node, [tester, 'run', path.join(home, 'stryker.config.json'), ...only], root)
