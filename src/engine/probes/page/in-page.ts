/** Functions that run in a page are sent there as text, so what they need has to go along. */

type Parts = Readonly<Record<string, (...args: never) => unknown>>

/** A function with those it is handed, as one that can be sent into a page; each part refers to nothing else. */
export const withParts = <P extends Parts, Told>(fn: (parts: P) => Told, parts: P): (() => Told) =>
  Object.assign(() => fn(parts), {
    toString: () => {
      const along = Object.entries(parts).map(([name, part]) => `${name}: ${part}`)
      return `() => (${fn})({ ${along.join(', ')} })`
    },
  })

/** The same, for a function that is told something besides. */
export const withPartsAnd = <P extends Parts, A, Told>(fn: (parts: P, arg: A) => Told, parts: P): ((arg: A) => Told) =>
  Object.assign((arg: A) => fn(parts, arg), {
    toString: () => {
      const along = Object.entries(parts).map(([name, part]) => `${name}: ${part}`)
      return `(arg) => (${fn})({ ${along.join(', ')} }, arg)`
    },
  })
