/** What is kept in memory within so many bytes: what was asked for longest ago makes room. */

export type KeptWithin<T> = {
  readonly get: (key: string) => T | undefined
  /** Keeps it when it fits at all; `size` in bytes, without its key. */
  readonly put: (key: string, value: T, size: number) => void
  readonly bytes: () => number
}

/** What an entry costs beside its key and itself, in bytes: about. */
const EACH = 400

/** An empty one, for so many bytes. */
export function keptWithin<T>(most: number): KeptWithin<T> {
  const kept = new Map<string, { readonly value: T; readonly size: number }>()
  let bytes = 0
  const drop = (key: string) => {
    bytes -= kept.get(key)?.size ?? 0
    kept.delete(key)
  }
  return {
    get: (key) => {
      const found = kept.get(key)
      if (found === undefined) return undefined
      kept.delete(key)
      kept.set(key, found)
      return found.value
    },
    put: (key, value, itself) => {
      drop(key)
      const size = itself + key.length * 2 + EACH
      if (size > most / 4) return
      kept.set(key, { value, size })
      bytes += size
      for (const oldest of kept.keys()) {
        if (bytes <= most) return
        drop(oldest)
      }
    },
    bytes: () => bytes,
  }
}
