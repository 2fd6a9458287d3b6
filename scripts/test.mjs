/**
 * Sets up and runs every check of the project: layout, types, lint, unused code, build, tests. Extra words go to the test
 * runner.
 */
import { spawnSync } from 'node:child_process'
import { root, setup } from './setup.mjs'

const { node, env } = setup()
const words = process.argv.slice(2)
const steps =
  words.length > 0
    ? []
    : [
        ['layout', ['node_modules/oxfmt/bin/oxfmt', '--check']],
        ['types', ['node_modules/typescript/bin/tsc', '--noEmit']],
        ['lint', ['node_modules/oxlint/bin/oxlint', '--deny-warnings', 'src', 'test', 'bench', 'scripts']],
        ['unused', ['node_modules/knip/bin/knip.js']],
      ]
for (const [name, args] of [...steps, ['tests', ['node_modules/vitest/vitest.mjs', 'run', ...words]]]) {
  const done = spawnSync(node, args, { cwd: root, env, stdio: 'inherit' })
  if (done.error) throw done.error
  if (done.status !== 0) {
    console.error(`${name}: failed`)
    process.exit(done.status ?? 1)
  }
}
