/**
 * One in ten of what was called without effect is looked at again: drawn so that anyone can draw it again from the
 * published seed. Pure.
 */
import { createHash } from 'node:crypto'

/** The drawn tenth (at least one): the lowest SHA-256 of seed and id. The order of `ids` does not matter. */
export function drawSample(ids: readonly string[], seed: string): string[] {
  const ranked = ids
    .map((id) => ({ id, rank: createHash('sha256').update(`${seed}:${id}`).digest('hex') }))
    .toSorted((one, other) => one.rank.localeCompare(other.rank))
  return ranked.slice(0, Math.ceil(ids.length / 10)).map(({ id }) => id)
}
