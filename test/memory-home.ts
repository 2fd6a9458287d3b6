/** A home for content that lasts as long as the test. */
import { evidenceIn, type EvidenceStore } from '../src/db/evidence.ts'
import type { Home } from '../src/model/home.ts'
import { ASIDE } from '../src/vocabulary/retention.ts'

export function memoryHome(kept = new Map<string, Buffer>(), at = new Map<string, Date>()): Home {
  return {
    name: 'geheugen',
    async put(key, bytes) {
      if (kept.has(key)) return
      kept.set(key, Buffer.from(bytes))
      at.set(key, new Date())
    },
    get: async (key) => kept.get(key),
    async *keys(after = '', aside = false) {
      for (const key of [...kept.keys()].toSorted())
        if (key.startsWith(ASIDE) === aside) {
          const name = aside ? key.slice(ASIDE.length) : key
          if (name > after) yield name
        }
    },
    at: async (key) => (kept.has(key) ? (at.get(key) ?? new Date()) : undefined),
    async remove(key) {
      kept.delete(key)
      at.delete(key)
    },
    async *drafts() {},
  }
}

export const memoryStore = (): EvidenceStore => evidenceIn(memoryHome())
