/** Brings evidence from one home to another. What arrived is read back; what is not what its name says stays behind. */
import { opened } from '../db/evidence.ts'
import { Trouble } from '../lib/trouble.ts'
import type { Home } from '../model/home.ts'

export type Copied = {
  readonly copied: number
  readonly there: number
  /** Names of what is damaged, and was not brought over. */
  readonly damaged: readonly string[]
}

const AT_ONCE = 8

/**
 * Copies everything; what is there already is only held against its hash. Nothing is taken away. Who is stopped goes on
 * the next time. Throws Trouble when what arrived is not what went.
 */
export async function copyEvidence(
  from: Home,
  to: Home,
  tell: (done: number, total: number, name: string) => void = () => {},
  signal?: AbortSignal,
): Promise<Copied> {
  const keys: string[] = []
  for await (const key of from.keys()) keys.push(key)
  let [copied, there, done] = [0, 0, 0]
  const damaged: string[] = []
  const one = async (key: string) => {
    const bytes = (await from.get(key))!
    if (isDamaged(key, bytes)) {
      damaged.push(key)
      return
    }
    if (await to.get(key)) there++
    else {
      await to.put(key, bytes)
      copied++
    }
    const arrived = await to.get(key)
    if (!arrived) throw new Trouble(`${key} is niet terug te lezen in ${to.name}`)
    opened(key, arrived)
  }
  const waiting = keys[Symbol.iterator]()
  const lane = async () => {
    for (const key of waiting) {
      signal?.throwIfAborted()
      await one(key)
      tell(++done, keys.length, key)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  return { copied, there, damaged: damaged.toSorted() }
}

function isDamaged(key: string, bytes: Buffer): boolean {
  try {
    opened(key, bytes)
    return false
  } catch (error) {
    if (error instanceof Trouble) return true
    throw error
  }
}
