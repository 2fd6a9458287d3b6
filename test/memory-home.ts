/** A home for content that lasts as long as the test. */
import { evidenceIn, type EvidenceStore } from '../src/db/evidence.ts'
import type { Home } from '../src/model/home.ts'

export function memoryHome(kept = new Map<string, Buffer>()): Home {
  return {
    name: 'geheugen',
    put: async (key, bytes) => void (kept.has(key) || kept.set(key, Buffer.from(bytes))),
    get: async (key) => kept.get(key),
    async *keys() {
      yield* kept.keys()
    },
  }
}

export const memoryStore = (): EvidenceStore => evidenceIn(memoryHome())
