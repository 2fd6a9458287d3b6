/** What somebody typed in a form that comes back because something in it is not right. */
import type { Sent } from './route.ts'

/**
 * A field as it was typed, or else what stands there: nothing when left out. A field of another part of the page was
 * not sent with this one, and keeps what stands there.
 */
export const said = (typed: Sent | undefined, name: string, otherwise = ''): string =>
  typed?.names.includes(name) ? typed.text(name) : otherwise
