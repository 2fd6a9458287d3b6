/** How a form is sent: where to, over what, and whether the page says it or a script. */
import { hostOf } from '../../lib/domain.ts'
import type { Form, Session } from '../../model/evidence.ts'
import { headerPolicies, readCsp } from './csp.ts'

/** The address that a form is sent to, without query and fragment; undefined: it is none of http or https. */
export function targetOf(action: string): string | undefined {
  if (hostOf(action) === undefined) return undefined
  const { origin, pathname } = new URL(action)
  return `${origin}${pathname}`
}

/**
 * Whether it is mostly a script that sends a form, which cannot be seen: GET is what a browser reports when a form says
 * nothing (HTML §4.10.19.6), and its own page, a bare `#` or no web address stands there for want of a target.
 */
export function byScript({ action, method }: Form, page: Session): boolean {
  const target = targetOf(action)
  if (target === undefined) return true
  return method === 'get' && (target === targetOf(page.finalUrl) || action.endsWith('#'))
}

/**
 * CSP `upgrade-insecure-requests`: a browser sends forms over https whatever they say (W3C Upgrade Insecure Requests
 * §3.2).
 */
export function upgrades({ headers, metas }: Session): boolean {
  const inPage = metas.filter(({ name }) => name === 'content-security-policy').map(({ content }) => readCsp(content))
  return [...headerPolicies(headers), ...inPage].some((policy) => policy.has('upgrade-insecure-requests'))
}
