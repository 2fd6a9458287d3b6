/** What somebody typed in a form that comes back because something in it is not right. */
import type { Sent } from './route.ts'

/** A field as it was typed, or else what stands there: nothing when left out. */
export const said = (typed: Sent | undefined, name: string, otherwise = ''): string => typed?.text(name) ?? otherwise
