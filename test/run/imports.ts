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
 * `read` keeps what each file imports, for who asks of many files at one moment.
 */
export function reachedFrom(
  file: string,
  follow: (from: string, to: string) => boolean,
  read = new Map<string, readonly string[]>(),
): Set<string> {
  const targets = (from: string): readonly string[] =>
    !/\.tsx?$/.test(from) || !existsSync(from)
      ? []
      : importsOf(from, true)
          .map((name) => targetOf(from, name) ?? name)
          .filter((to) => follow(from, to))
  const seen = new Set<string>([file])
  for (const each of seen) {
    if (!read.has(each)) read.set(each, targets(each))
    for (const target of read.get(each)!) seen.add(target)
  }
  return seen
}
