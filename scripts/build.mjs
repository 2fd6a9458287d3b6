/** Bundles the program, the style sheet and the browser's modules into dist/. */
import { build } from 'esbuild'
import { copyFileSync, existsSync, readdirSync } from 'node:fs'
import { workers } from './workers.mjs'

const shared = { bundle: true, logLevel: 'error', outdir: 'dist' }
await build({
  ...shared,
  // Side by side in dist/: the program, the engine for other programs, and what worker threads run.
  entryPoints: [{ in: 'src/apps/cli.ts', out: 'cli' }, { in: 'src/apps/engine.ts', out: 'engine' }, ...workers],
  platform: 'node',
  format: 'esm',
  target: 'node24',
  packages: 'external',
  sourcemap: true,
  jsx: 'automatic',
})
await build({ ...shared, entryPoints: ['src/web/app.css'], minify: true, external: ['*.woff', '*.woff2'] })
const client = 'src/web/client'
const modules = existsSync(client) ? readdirSync(client).filter((file) => /\.(ts|js)$/.test(file)) : []
await build({
  ...shared,
  outdir: 'dist/client',
  entryPoints: modules.map((file) => `${client}/${file}`),
  minify: true,
  format: 'esm',
})
// A script that the browser is started with; a copy keeps its mode.
copyFileSync('src/outside/browser-as.sh', 'dist/browser-as.sh')
