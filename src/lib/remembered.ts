/**
 * Remembers what a pure function of a text answered: a page's checks ask the same of the same hosts and addresses,
 * again and again.
 */

/**
 * Answers that are remembered at a time, and how long a text may be: what is visited is hostile, and memory is not
 * endless.
 */
const MOST = 5_000
const LONGEST = 2_000

/** The same function with a memory of so many answers, that is emptied when it is full. */
export function remembered<T>(work: (text: string) => T, most = MOST): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined || known.has(text)) return before as T
    const answer = work(text)
    if (text.length > LONGEST) return answer
    if (known.size >= most) known.clear()
    known.set(text, answer)
    return answer
  }
}
