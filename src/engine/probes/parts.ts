/** A host is asked many questions; one that gets no answer costs its own part of the evidence and nothing else. */
import type { Lack, Part } from '../../model/evidence.ts'
import { NotSeen } from '../../outside/not-seen.ts'

export type Parts = {
  /** What `look` gives; `empty`, and the part lacks, when it throws NotSeen. */
  of<T>(part: Part, empty: T, look: () => Promise<T>): Promise<T>
  /** Of this part there was more than is kept. */
  cut(part: Part): void
  /** Throws the first NotSeen when no question at all was answered. */
  throwWhenNothing(): void
  readonly lacks: Partial<Record<Part, readonly Lack[]>>
}

/** Keeps what was not answered, per part. */
export function openParts(): Parts {
  const lacks: Partial<Record<Part, readonly Lack[]>> = {}
  let first: NotSeen | undefined
  let answered = false
  return {
    lacks,
    async of(part, empty, look) {
      try {
        const seen = await look()
        answered = true
        return seen
      } catch (error) {
        if (!(error instanceof NotSeen)) throw error
        first ??= error
        lacks[part] = ['no-answer']
        return empty
      }
    },
    cut(part) {
      lacks[part] = ['cut']
    },
    throwWhenNothing() {
      if (first && !answered) throw first
    },
  }
}
