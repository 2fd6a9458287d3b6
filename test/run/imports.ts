/** What a file of ours imports, and what it reaches through that: for the guards and for the projects of the tests. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** The names of what a file imports. `values`: without what only names a type, which is gone when it runs. */
export function importsOf(file: string, values = false): string[] {
  return [
    ...readFileSync(file, 'utf8').matchAll(
      /^(?:import|export)( type\b)?[^'"]*? from '([^']+)'|^import '([^']+)'|import\('([^']+)'\)/gm,
    ),
  ]
    .filter((match) => !values || match[1] === undefined)
    .map((match) => (match[2] ?? match[3] ?? match[4])!)
}

/** The own file that an import names, from the root; undefined for a package. */
export function targetOf(file: string, name: string): string | undefined {
  return name.startsWith('.') ? path.posix.normalize(path.posix.join(path.posix.dirname(file), name)) : undefined
}

/**
 * Everything that runs when a file is loaded: own files and packages. `follow` says no to an edge that starts nothing.
 */
export function reachedFrom(file: string, follow: (from: string, to: string) => boolean): Set<string> {
  const seen = new Set<string>([file])
  for (const each of seen) {
    if (!/\.tsx?$/.test(each) || !existsSync(each)) continue
    for (const name of importsOf(each, true)) {
      const target = targetOf(each, name) ?? name
      if (follow(each, target)) seen.add(target)
    }
  }
  return seen
}
