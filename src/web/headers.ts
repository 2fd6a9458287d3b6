/**
 * What every answer of the public site carries: no script or style but our own, no frame, no cookie.
 */
import type { MiddlewareHandler } from 'hono'

/** Nothing inline and nothing from elsewhere (CSP Level 3). SVG attributes are fine; `style=` is not. */
export const CONTENT_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; form-action 'self'; " +
  "frame-ancestors 'none'; base-uri 'none'"

/** The same for a page with pictures of a map service: from that one host, and nothing else of it. */
export const mapPolicy = (host: string): string => CONTENT_POLICY.replace("img-src 'self'", `img-src 'self' ${host}`)

/** The desk asks the server itself how long a session still is. */
export const DESK_POLICY = `${CONTENT_POLICY}; connect-src 'self'`

const fixed: readonly (readonly [string, string])[] = [
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'no-referrer'],
  ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()'],
  // Browsers heed this over https only (RFC 6797 §8.1); a year, as norm VEI-11 asks.
  // Names below ours are ours too: none of them is reached without https.
  ['Strict-Transport-Security', 'max-age=31536000; includeSubDomains'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['X-Frame-Options', 'DENY'],
]

/** Adds the headers to every answer, errors included; a stricter content policy of the answer itself stays. */
export const safeHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  for (const [name, value] of fixed) c.res.headers.set(name, value)
  if (!c.res.headers.has('Content-Security-Policy')) c.res.headers.set('Content-Security-Policy', CONTENT_POLICY)
  if (!c.res.headers.has('Cross-Origin-Resource-Policy'))
    c.res.headers.set('Cross-Origin-Resource-Policy', 'same-origin')
}
