/** Content in a folder: made when it is first written to. */
import { readdir, readFile, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { keepFile } from '../lib/keep-file.ts'
import type { Home } from '../model/home.ts'
import { ASIDE } from '../vocabulary/retention.ts'

/** What the system refuses there says itself what lacks (`lib/lack.ts`). */
export function folderHome(dir: string): Home {
  return {
    name: dir,
    put: (key, bytes) => keepFile(path.join(dir, key), bytes),
    get: (key) => readFile(path.join(dir, key)).catch(notThere),
    async *keys(after = '', aside = false) {
      for (const part of await listed(path.join(dir, aside ? ASIDE : ''), /^[0-9a-f]{2}$/)) {
        if (part < after.slice(0, 2)) continue
        for (const name of await listed(path.join(dir, aside ? ASIDE : '', part), /(?<!\.part)$/))
          if (`${part}/${name}` > after) yield `${part}/${name}`
      }
    },
    async at(key) {
      return (await stat(path.join(dir, key)).catch(notThere))?.mtime
    },
    remove: (key) => rm(path.join(dir, key), { force: true }),
    async *drafts() {
      for (const under of ['', ASIDE])
        for (const part of await listed(path.join(dir, under), /^[0-9a-f]{2}$/))
          for (const name of await listed(path.join(dir, under, part), /\.part$/)) yield `${under}${part}/${name}`
    },
  }
}

function notThere(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
}

/** Names in a folder, in their order; none when there is no folder. */
async function listed(dir: string, called: RegExp): Promise<string[]> {
  const names = (await readdir(dir).catch(notThere)) ?? []
  return names.filter((name) => called.test(name)).toSorted((one, other) => (one < other ? -1 : 1))
}
