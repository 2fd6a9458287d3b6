#!/usr/bin/env node
/** The front door on any Node from 18: sets up, then runs the program on the project's own Node. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { root, setup } from './setup.mjs'

const { node, env } = setup()
const program = spawn(node, ['--enable-source-maps', path.join(root, 'dist/cli.js'), ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...env, NODE_ENV: 'production', LEIDRAAD_ROOT: root },
})
// The program puts its work away and ends; we end when it ends. Hearing the same signal twice does it no harm.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => program.kill(signal))
program.on('error', (error) => {
  console.error(error.message)
  process.exit(70)
})
program.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)))
