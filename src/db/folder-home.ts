/** Content in a folder: made when it is first written to. */
import { existsSync } from 'node:fs'
import { opendir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { keepFile } from '../lib/keep-file.ts'
import type { Home } from '../model/home.ts'

/** What the system refuses there says itself what lacks (`lib/lack.ts`). */
export function folderHome(dir: string): Home {
  return {
    name: dir,
    put: (key, bytes) => keepFile(path.join(dir, key), bytes),
    async get(key) {
      try {
        return await readFile(path.join(dir, key))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
        throw error
      }
    },
    async *keys() {
      if (!existsSync(dir)) return
      for await (const part of await opendir(dir)) {
        if (!part.isDirectory() || !/^[0-9a-f]{2}$/.test(part.name)) continue
        for await (const each of await opendir(path.join(dir, part.name)))
          if (each.isFile() && !each.name.endsWith('.part')) yield `${part.name}/${each.name}`
      }
    },
  }
}
