/** Writes the types of the engine to dist/types, for the package that other programs install. */
import { spawnSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'

rmSync('dist/types', { recursive: true, force: true })
// A file of its own, because what is named on the command line has no configuration beside it.
const config = 'dist/tsconfig.types.json'
const compilerOptions = {
  noEmit: false,
  declaration: true,
  emitDeclarationOnly: true,
  outDir: 'types',
  rootDir: '../src',
  incremental: false,
}
writeFileSync(
  config,
  JSON.stringify({ extends: '../tsconfig.json', compilerOptions, include: [], files: ['../src/apps/engine.ts'] }),
)
const { status } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', config], { stdio: 'inherit' })
process.exit(status ?? 1)
