/** What every probe says in the same way: that it saw something, or why it could not. */

/** Why something could not be seen. Never a verdict: what was not seen is unknown. */
export type Unseen =
  | 'name-not-found'
  | 'dns-failed'
  | 'unreachable'
  | 'timeout'
  | 'tls-failed'
  | 'refused-address'
  | 'redirect-loop'
  | 'redirected-away'
  | 'http-error'
  | 'blocked'
  | 'rate-limited'
  | 'not-html'
  | 'empty'
  | 'too-large'
  | 'too-heavy'
  | 'robots'
  | 'crashed'
  | 'probe-failed'

export type Observed<T> =
  | { readonly seen: true; readonly value: T }
  | { readonly seen: false; readonly why: Unseen; readonly detail: string }

/** Header lines as sent, in order; names in lower case; a repeated header is repeated here. */
export type Headers = readonly (readonly [name: string, value: string])[]

export type Link = { readonly href: string; readonly text: string }
