/**
 * Runs a measurement of speed: `node scripts/bench.mjs NAME [words]` bundles bench/NAME.ts and runs it as the program
 * runs.
 */
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { root, setup } from './setup.mjs'
import { workers } from './workers.mjs'

const { node, env } = setup()
const [name, ...words] = process.argv.slice(2)
const names = readdirSync(new URL('../bench', import.meta.url))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -3))
if (!names.includes(name)) {
  console.error(`expected one of: ${names.join(', ')}`)
  process.exit(2)
}
// Only now: before setup the packages may not be there.
const { build } = await import('esbuild')
await build({
  entryPoints: [{ in: `bench/${name}.ts`, out: name }, ...workers],
  absWorkingDir: root,
  outdir: 'dist/bench',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  packages: 'external',
  sourcemap: true,
  jsx: 'automatic',
  logLevel: 'error',
})
const done = spawnSync(node, ['--enable-source-maps', `dist/bench/${name}.js`, ...words], {
  cwd: root,
  stdio: 'inherit',
  env: { ...env, NODE_ENV: 'production', LEIDRAAD_ROOT: root },
})
if (done.error) throw done.error
process.exit(done.status ?? 1)
