/**
 * Keeps what was reckoned of groups for as long as nothing changes that it rests on: it is asked for more often than it
 * changes, and reckoning it takes long. In memory, so the first who asks after a change waits; anew it says the same.
 */
import { createHash } from 'node:crypto'
import type { Tx } from '../../db/as.ts'
import type { Asked } from '../../web/desk/route.ts'
import { markOfGroups } from './figures-store.ts'

/** Answers that are kept at most; the oldest makes place. */
const MOST = 1_000

type Held = { readonly mark: string; readonly value: unknown }
/** By the catalogue with which it was reckoned. */
const held = new WeakMap<object, Map<string, Held>>()

export type Keep = <T>(what: string, reckon: () => Promise<T>) => Promise<T>

/**
 * Gives what is kept under a name, or reckons and keeps it. Who has other roles may see something else, so it is kept
 * apart for them. The mark is read first: what changes while it is reckoned makes it be reckoned again.
 */
export async function keeping(
  { tx, municipality, who, today }: Pick<Asked<Tx>, 'tx' | 'municipality' | 'who' | 'today'>,
  catalogue: object,
): Promise<Keep> {
  const mark = await markOfGroups(tx, municipality.id)
  const sight = [municipality.id, who.organisation ?? '', ...who.roles.toSorted()].join(' ')
  const all = held.get(catalogue) ?? new Map<string, Held>()
  held.set(catalogue, all)
  return async (what, reckon) => {
    const key = createHash('sha256')
      .update(JSON.stringify([sight, what]))
      .digest('hex')
    const now = `${today} ${mark}`
    const there = all.get(key)
    if (there?.mark === now) return there.value as Awaited<ReturnType<typeof reckon>>
    const value = await reckon()
    all.delete(key)
    all.set(key, { mark: now, value })
    if (all.size > MOST) all.delete(all.keys().next().value!)
    return value
  }
}
