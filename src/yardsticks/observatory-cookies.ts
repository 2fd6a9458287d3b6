/** How Observatory weighs the cookies that come with the front page: by the worst of them. */
import type { Span } from '../model/yardstick.ts'

const LINES = 100

/**
 * `hsts`: the site keeps browsers to https by itself, which softens a cookie that does not say so. Without, its name
 * may still be on the list that browsers have beforehand, which is not ours: then it has a span.
 */
export function cookiePoints(lines: readonly string[], hsts: boolean): Span {
  if (lines.length === 0) return [0, 0]
  const worst = (kept: boolean) => Math.min(...lines.slice(0, LINES).map((line) => pointsOf(line, kept)))
  return [worst(hsts), worst(true)]
}

function pointsOf(line: string, hsts: boolean): number {
  const [pair = '', ...rest] = line.slice(0, 8_000).split(';')
  const name = pair.split('=')[0]!.trim().toLowerCase()
  const said = new Map(
    rest
      .map((part) => part.split('=', 2))
      .map(([key = '', value = '']) => [key.trim().toLowerCase(), value.trim().toLowerCase()]),
  )
  const secure = said.has('secure')
  const same = said.get('samesite')
  const session = /login|sess/.test(name)
  const wrong = [
    session && !secure && !hsts && -40,
    session && !said.has('httponly') && -30,
    name.includes('csrf') && same === undefined && -20,
    same !== undefined && !['lax', 'strict', 'none'].includes(same) && -20,
    same === 'none' && !secure && -20,
    session && !secure && hsts && -10,
    !secure && !hsts && -20,
    !secure && hsts && -5,
  ].filter((each) => each !== false)
  return wrong.length > 0 ? Math.min(...wrong) : same === undefined ? 0 : 5
}
