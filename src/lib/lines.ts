/** The lines of a stream of bytes, none longer than was asked for. */

export class LineTooLong extends Error {
  /** Which line, counted from one. */
  readonly no: number
  constructor(no: number) {
    super(`line ${no} is too long`)
    this.no = no
  }
}

/** The bytes of each line, without its end. No more than one line is held. Throws LineTooLong. */
export async function* linesOf(stream: AsyncIterable<Buffer>, longest: number): AsyncGenerator<Buffer> {
  let parts: Buffer[] = []
  let [held, no] = [0, 1]
  for await (const chunk of stream) {
    let from = 0
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      yield Buffer.concat([...parts, chunk.subarray(from, at)])
      ;[parts, held, from] = [[], 0, at + 1]
      no++
    }
    parts.push(chunk.subarray(from))
    held += chunk.length - from
    if (held > longest) throw new LineTooLong(no)
  }
  if (held > 0) yield Buffer.concat(parts)
}
