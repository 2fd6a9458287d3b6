/** How Internet.nl counts: points per test, a share per category, and the mean of the categories rounded down. */
import type { Dns, Route, Routes } from '../model/evidence.ts'
import type { Mark, Span } from '../model/yardstick.ts'
import { validityOf } from '../engine/reading/rpki.ts'

export const UNKNOWN: Span = [0, 10]

/** `span` of ten; of another most it is widened to that. */
export const mark = (test: string, span: Span, most: number): Mark => ({
  test,
  span: span === UNKNOWN ? [0, most] : span,
  most,
})

type Part = { readonly part: string; readonly marks: readonly Mark[] }

/** Of a hundred. Categories weigh the same, however many points they have; one without any does not count. */
export function total(parts: readonly Part[]): Span {
  const counted = parts.filter(({ marks }) => marks.some(({ most }) => most > 0))
  const at = (end: 0 | 1) => {
    const shares = counted.map(({ marks }) => {
      const most = marks.reduce((sum, each) => sum + each.most, 0)
      return (100 * marks.reduce((sum, each) => sum + each.span[end], 0)) / most
    })
    return Math.floor(shares.reduce((sum, each) => sum + each, 0) / shares.length)
  }
  return counted.length === 0 ? [0, 100] : [at(0), at(1)]
}

/** Signed 10, not signed 2, wrongly signed 0. */
export function signed(state: Dns['dnssec'] | undefined): Span {
  if (state === 'secure') return [10, 10]
  if (state === 'insecure') return [2, 2]
  return state === 'bogus' ? [0, 0] : UNKNOWN
}

/** 5 when somebody may announce each address, 10 more when each route to them is announced by who may. */
export function routesOf(routes: Routes | undefined, of: Route['of'], addresses: readonly string[]): Span {
  if (!routes || addresses.length === 0) return [0, 15]
  const told = routes.routes.filter((each) => each.of === of)
  const all = addresses.every((address) => told.some((each) => each.address === address))
  const states = told.map(validityOf)
  const holders: Span = states.includes('not-found') ? [0, 0] : all ? [5, 5] : [0, 5]
  const valid: Span = states.some((each) => each !== 'valid') ? [0, 0] : all ? [10, 10] : [0, 10]
  return [holders[0] + valid[0], holders[1] + valid[1]]
}
