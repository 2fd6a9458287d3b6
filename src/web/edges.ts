/**
 * Of a body that is too large: its begin and its end, so that one big file does not cost the text that was typed beside
 * it. The file itself is thrown away as it comes.
 */

/** Bytes that are kept of each. */
export const EDGE = 256 * 1024

export type Edges = ReturnType<typeof edgesOf>
export const NO_EDGES: Edges = {
  add: () => {},
  cut: () => {},
  both: () => ({ head: Buffer.alloc(0), tail: Buffer.alloc(0) }),
}

/** Takes pieces as they come, in order. */
export function edgesOf() {
  let head: Uint8Array = new Uint8Array(0)
  let tail: Uint8Array[] = []
  let kept = 0
  return {
    add(piece: Uint8Array): void {
      const room = EDGE - head.length
      if (room > 0) head = Buffer.concat([head, piece.subarray(0, room)])
      const rest = piece.subarray(Math.max(0, room))
      if (rest.length === 0) return
      tail.push(rest)
      kept += rest.length
      while (kept - tail[0]!.length >= EDGE) kept -= tail.shift()!.length
    },
    /** Forgets the end: it was not the end of the body. */
    cut(): void {
      tail = []
    },
    both: () => ({ head: Buffer.from(head), tail: Buffer.concat(tail) }),
  }
}

/**
 * One form again from a begin and an end, with a hole in between. That hole is taken to be in a file: then all text is
 * there (`intact`). Where it is in a text, that text and what comes after it is left out.
 */
export function mended(
  { head, tail }: { head: Buffer; tail: Buffer },
  type: string,
): { bytes: Buffer; intact: boolean } {
  const mark = /boundary="?([^";]+)"?/i.exec(type)?.[1]
  if (mark === undefined) return { bytes: head.subarray(0, Math.max(0, head.lastIndexOf('&'))), intact: false }
  const last = head.lastIndexOf(`--${mark}\r\n`)
  const end = Buffer.from(`\r\n--${mark}--\r\n`)
  if (last === -1) return { bytes: end.subarray(2), intact: false }
  const headers = head
    .subarray(last, last + 1_000)
    .toString('latin1')
    .split('\r\n\r\n')[0]!
  // The end must come after that same file, or be all that came after the begin.
  if (/;\s*filename\*?=/i.test(headers) && tail.includes(`--${mark}`))
    return { bytes: Buffer.concat([head, tail]), intact: true }
  return { bytes: Buffer.concat([head.subarray(0, Math.max(0, last - 2)), end]), intact: false }
}
