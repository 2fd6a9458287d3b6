/** What the frames of a page keep in the browser besides cookies. */
import { clean } from '../../../lib/clean.ts'
import type { StorageItem } from '../../../model/evidence.ts'
import { kindOf } from '../../reading/value-kind.ts'
import type { Frame, VisitedPage } from '../page/visited-page.ts'

const ITEMS = 500

/** Every frame's storage, each origin's once. `missed`: a frame did not answer, or kept more than we count. */
export async function readStorage(
  page: VisitedPage,
  frames: readonly Frame[],
): Promise<{ items: StorageItem[]; missed: boolean }> {
  let missed = false
  const all = await Promise.allSettled(frames.map((frame) => page.evaluate(frame.id, storageOfFrame, 100, 3_000)))
  const found = new Map<string, StorageItem>()
  for (const one of all) {
    if (one.status === 'rejected') {
      missed = true
      continue
    }
    if (one.value.more) missed = true
    for (const [origin, kind, key, valueLength, value] of one.value.items) {
      if (found.size >= ITEMS) {
        missed = true
        break
      }
      found.set(`${origin} ${kind} ${key}`, {
        origin: clean(origin, 300),
        kind,
        key: clean(key, 300),
        valueLength,
        ...(value !== null && { valueKind: kindOf(value) }),
      })
    }
  }
  // Whichever frame answered first: one order.
  const items = [...found].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item)
  return { items, missed }
}

/** `value`: its beginning, which is looked at and not kept; null: there is none to see. */
type Item = [origin: string, kind: StorageItem['kind'], key: string, valueLength: number, value: string | null]

/** Runs in the page's frame. */
async function storageOfFrame(most: number): Promise<{ items: Item[]; more: boolean }> {
  const found: Item[] = []
  let more = false
  const origin = self.origin
  const soon = <T>(promise: Promise<T>) =>
    Promise.race([promise, new Promise<undefined>((resolve) => setTimeout(resolve, 1_000, undefined))])
  // An opaque or sandboxed frame throws on each of these: it has no storage to tell of.
  const attempt = async (look: () => void | Promise<void>) => {
    try {
      await look()
    } catch {
      /* no storage here */
    }
  }
  const store = (kind: 'local' | 'session', area: () => Storage) =>
    attempt(() => {
      const storage = area()
      if (storage.length > most) more = true
      for (let index = 0; index < Math.min(storage.length, most); index++) {
        const key = Storage.prototype.key.call(storage, index) ?? ''
        const value = Storage.prototype.getItem.call(storage, key) ?? ''
        found.push([origin, kind, key.slice(0, 300), value.length, value.slice(0, 4_001)])
      }
    })
  await store('local', () => localStorage)
  await store('session', () => sessionStorage)
  await attempt(async () => {
    const databases = await soon(indexedDB.databases())
    if (databases === undefined || databases.length > most) more = true
    for (const { name } of (databases ?? []).slice(0, most))
      found.push([origin, 'indexeddb', (name ?? '').slice(0, 300), 0, null])
  })
  await attempt(async () => {
    const names = await soon(caches.keys())
    if (names === undefined || names.length > most) more = true
    for (const name of (names ?? []).slice(0, most)) found.push([origin, 'cache', name.slice(0, 300), 0, null])
  })
  return { items: found, more }
}
