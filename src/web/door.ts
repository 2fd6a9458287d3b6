/** What the public addresses share at which something can be sent: a stranger is counted before anything is read. */
import type { Context, MiddlewareHandler } from 'hono'
import { bodyReader, type ReadBody } from './body.ts'
import type { Lang } from './language.ts'
import type { View } from './view.ts'

/** How a try was counted: when it is too many, the seconds to wait; else how to give it back. */
export type Counted = {
  readonly wait?: number | undefined
  readonly right?: () => Promise<void>
  readonly unseen?: () => Promise<void>
}

/**
 * What a stranger tries: to send something, to open a link or check a number, to have a certificate made; or to send
 * something although the municipality has its number.
 */
export type Knock = 'report' | 'link' | 'certificate' | 'sign-up' | 'reserve'

export type Door = {
  /** Scheme and host of the site. */
  readonly origin: string
  readonly viewOf: (c: Context, lang: Lang) => Promise<View>
  /** Counts what who asks tries; before anything is read or looked at. */
  readonly counted: (c: Context, what: Knock) => Promise<Counted>
  /** Whether a form comes from a page of ours. */
  readonly isOurs: (c: Context) => boolean
}

/** How many times its number of a day a municipality takes in all: what is beyond it each network has a few of. */
const WITH_RESERVE = 3

/**
 * Sends something in; where the municipality has its number of the day, out of a reserve of which each network takes a
 * few: who floods it shuts out nobody else. `send` gets how many times the number is taken, and gives `full` or false
 * when that is too many.
 */
export async function orReserve<T extends string | boolean>(
  c: Context,
  { counted }: Pick<Door, 'counted'>,
  send: (times: number) => Promise<T>,
): Promise<T> {
  const isFull = (came: T) => came === 'full' || came === false
  const came = await send(1)
  if (!isFull(came)) return came
  const guess = await counted(c, 'reserve')
  if (guess.wait !== undefined) return came
  const late = await send(WITH_RESERVE)
  if (isFull(late)) await guess.unseen?.()
  return late
}

const KIB = 1024
/** Forms of strangers: together a few megabytes at most, and each within seconds. */
const BODIES = { together: 2048 * KIB, pause: 5_000, whole: 15_000, thrownAway: 1024 * KIB }
const LARGEST = 48 * KIB

/** Reads a form of a stranger, within bounds that all of these doors share. */
export function doorReader(): (c: Context) => Promise<ReadBody> {
  const reading = bodyReader(BODIES)
  return (c) => reading(c.req.raw, LARGEST, async (read) => read)
}

/** No answer of a door is kept by anybody, or found by a search engine. */
export const unkept: MiddlewareHandler = async (c, next) => {
  await next()
  c.header('Cache-Control', 'no-store')
  c.header('X-Robots-Tag', 'noindex, nofollow')
}

/** Why what was sent is not looked at any further, by what is said of it; undefined when it was read. */
export function unreadStatus({
  kind,
}: ReadBody): { readonly says: 'busy' | 'broken' | 'tooLarge'; readonly status: 400 | 413 | 503 } | undefined {
  if (kind === 'busy') return { says: 'busy', status: 503 }
  if (kind === 'broken') return { says: 'broken', status: 400 }
  return kind === 'too-large' ? { says: 'tooLarge', status: 413 } : undefined
}
