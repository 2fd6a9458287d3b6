/**
 * Sets up and runs every check of the project: layout, types, lint, unused code, build, tests. Extra words go to the
 * test runner.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
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
let step
// A terminal tells everyone at once; who tells only us means the step that runs.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => step?.kill(signal))
for (const [name, args] of [...steps, ['tests', ['node_modules/vitest/vitest.mjs', 'run', ...words]]]) {
  step = spawn(node, args, { cwd: root, env, stdio: 'inherit' })
  const [code, signal] = await once(step, 'exit')
  if (code !== 0) {
    console.error(`${name}: ${signal ?? 'failed'}`)
    process.exit(code ?? 1)
  }
}
