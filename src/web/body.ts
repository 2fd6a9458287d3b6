/**
 * Reads the body of a request, within bounds: its size, what all bodies together hold in memory, and the time it takes.
 * Nothing is read before this is called: ask who it is, and whether they may, first.
 */
import { EDGE, edgesOf, mended, NO_EDGES, type Edges } from './edges.ts'

/** Fields by name, as a form sent them. */
export type Fields = Readonly<Record<string, readonly (string | File)[]>>
export type ReadBody =
  | { readonly kind: 'fields'; readonly fields: Fields }
  /**
   * Larger than may be sent here: `size` bytes, as far as they were counted or told. Its text is there all the same,
   * its files are empty; `intact`: all of its text.
   */
  | {
      readonly kind: 'too-large'
      readonly size: number
      readonly most: number
      readonly fields: Fields
      readonly intact: boolean
    }
  /** Too many at once: later. */
  | { readonly kind: 'busy' }
  /** Too slow, broken off, or in no form that a form sends. */
  | { readonly kind: 'broken' }

/** Thrown where a body that is too large ends the whole request; bytes. */
export class TooLarge extends Error {
  readonly size: number
  readonly most: number
  constructor(size: number, most: number) {
    super('body too large')
    this.size = size
    this.most = most
  }
}

export type BodyBounds = {
  /** Bytes of all bodies that are being read or worked on at one time; one sender holds a quarter, or one body. */
  readonly together: number
  /** Milliseconds without a byte, and in all. */
  readonly pause: number
  readonly whole: number
  /** Bytes of a body that is too large that are read and thrown away, so that a browser shows the answer. */
  readonly thrownAway?: number
}

const senders = new WeakMap<Request, string>()
/** Says who sends a request: the address of the network it came from. Without, its sender has no share of its own. */
export function sentFrom(request: Request, sender: string | undefined): void {
  if (sender !== undefined) senders.set(request, sender)
}

type Over = { readonly size: number; readonly head: Buffer; readonly tail: Buffer }

/** Parts of a form; each costs an object, however small it is. */
const MOST_PARTS = 5_000
const THROWN_AWAY = 64 * 1024 * 1024

/** A reader with one budget of memory for everything that it reads. */
export function bodyReader({ together, pause, whole, thrownAway = THROWN_AWAY }: BodyBounds) {
  let held = 0
  const shares = new Map<string, number>()

  /** The bytes, or why not. `hold` is told of each piece and says whether there is room. */
  async function bytesOf(
    request: Request,
    most: number,
    hold: (bytes: number) => boolean,
  ): Promise<Buffer | Over | 'busy' | 'broken'> {
    const reader = request.body?.getReader()
    if (!reader) return Buffer.alloc(0)
    const told = Number(request.headers.get('content-length') ?? Number.NaN)
    const parts: Uint8Array[] = []
    let edges: Edges | undefined
    const end = Date.now() + whole
    let size = 0
    let refused: 'too-large' | 'busy' | undefined = told > most ? 'too-large' : undefined
    try {
      for (;;) {
        const piece = await within(Math.min(pause, end - Date.now()), reader.read())
        if (piece === undefined) return 'broken'
        if (piece.done) break
        size += piece.value.length
        if (size > most) refused = 'too-large'
        else if (refused === undefined && !hold(piece.value.length)) refused = 'busy'
        if (refused === undefined) {
          parts.push(piece.value)
          continue
        }
        if (refused === 'busy') return refused
        // Without room for its edges nothing of it is kept.
        edges ??= hold(2 * EDGE) ? edgesOf() : NO_EDGES
        for (const each of [...parts.splice(0), piece.value]) edges.add(each)
        if (size > most + thrownAway) {
          edges.cut()
          break
        }
      }
      return refused === 'too-large'
        ? { size: Math.max(size, told || 0), ...(edges ?? NO_EDGES).both() }
        : Buffer.concat(parts)
    } catch {
      return 'broken' // whoever sent it went away
    } finally {
      reader.cancel().catch(() => {})
    }
  }

  /**
   * Reads a form of at most `most` bytes and gives what `work` makes of it; what it held is free again after that.
   * `sender`: who it is, where that is known better than by the address it came from.
   */
  return async function reading<T>(
    request: Request,
    most: number,
    work: (read: ReadBody) => Promise<T>,
    sender: string | undefined = senders.get(request),
  ): Promise<T> {
    let mine = 0
    const take = (bytes: number): void => {
      held += bytes
      mine += bytes
      if (sender === undefined) return
      const share = (shares.get(sender) ?? 0) + bytes
      if (share === 0) shares.delete(sender)
      else shares.set(sender, share)
    }
    // One sender leaves room for others, however many bodies are sent.
    const share = Math.max(together / 4, most)
    const hold = (bytes: number): boolean => {
      if (held + bytes > together) return false
      if (sender !== undefined && (shares.get(sender) ?? 0) + bytes > share) return false
      take(bytes)
      return true
    }
    try {
      const bytes = await bytesOf(request, most, hold)
      if (typeof bytes === 'string') return await work({ kind: bytes })
      const type = request.headers.get('content-type') ?? ''
      if ('size' in bytes) {
        const { bytes: rest, intact } = mended(bytes, type)
        const fields = withoutFiles((await fieldsOf(rest, type)) ?? {})
        return await work({ kind: 'too-large', size: bytes.size, most, fields, intact })
      }
      const fields = await fieldsOf(bytes, type)
      return await work(fields === undefined ? { kind: 'broken' } : { kind: 'fields', fields })
    } finally {
      take(-mine)
    }
  }
}
export type BodyReader = ReturnType<typeof bodyReader>

/** What the promise gives, or undefined when that takes longer. */
async function within<T>(milliseconds: number, promise: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = globalThis.setTimeout(() => resolve(undefined), Math.max(0, milliseconds))
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}

/** A file that was not read whole is no file; that there was one, and its name, is told. */
const withoutFiles = (fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, values]) => [
      name,
      values.map((value) => (typeof value === 'string' ? value : new File([], value.name))),
    ]),
  )

/** Undefined when it is not what its type says, or has more parts than any form of ours. */
async function fieldsOf(bytes: Buffer, type: string): Promise<Fields | undefined> {
  if (bytes.length === 0) return {}
  const boundary = /^multipart\/form-data\b.*?;\s*boundary=(?:"([^"]{1,200})"|([^\s;]{1,200}))/i.exec(type)
  const mark = boundary ? `--${boundary[1] ?? boundary[2]}` : '&'
  if (!boundary && !/^application\/x-www-form-urlencoded\b/i.test(type)) return {}
  for (let at = bytes.indexOf(mark), count = 0; at !== -1; at = bytes.indexOf(mark, at + mark.length))
    if (++count > MOST_PARTS) return undefined
  try {
    const form = await new Response(bytes as Buffer<ArrayBuffer>, { headers: { 'content-type': type } }).formData()
    return Object.fromEntries([...new Set(form.keys())].map((name) => [name, form.getAll(name)]))
  } catch {
    return undefined
  }
}
