/** What every probe says in the same way: that it saw something, or why it could not. */

/** Why something could not be seen. Never a verdict: what was not seen is unknown. */
export type Unseen =
  | 'name-not-found'
  | 'dns-failed'
  | 'unreachable'
  | 'timeout'
  | 'tls-failed'
  /** The site answers over http, and not over https. */
  | 'no-https'
  | 'refused-address'
  | 'redirect-loop'
  | 'redirected-away'
  | 'http-error'
  /** There is no such page: 404, 410, or a page that says so with status 200. */
  | 'gone'
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

/** `pictured`: there is a picture in it; absent where that was not looked at. */
export type Link = { readonly href: string; readonly text: string; readonly pictured?: true }

/**
 * What is read of a page or a host, each of which can be cut short on its own. `plain-answer`: the page over http;
 * `control`: what a site answers at an address that no site has.
 */
export type Part = PagePart | DnsPart | TlsPart
type PagePart =
  | 'content'
  | 'requests'
  | 'cookies'
  | 'storage'
  | 'barriers'
  | 'answer'
  | 'plain-answer'
  | 'statements'
  | 'control'
/** What is asked of name servers, a question each. */
type DnsPart =
  | 'addresses'
  | 'ipv6'
  | 'nameservers'
  | 'caa'
  | 'signing'
  | 'exchangers'
  | 'exchanger-addresses'
  | 'spf'
  | 'dmarc'
  | 'mta-sts'
  | 'tls-rpt'
  | 'dkim'
  | 'tlsa'
  | 'servers'

/** What is asked of a server about how it encrypts: suites, groups and primes, and all else of a handshake. */
type TlsPart = 'suites' | 'groups' | 'handshake'

/**
 * Why a part was not seen whole: the page was still loading or at work when our time was up; its script held it and was
 * stopped, or dialogs stood in the way; our own limits cut it; its network was shut for all it asked; frames could not
 * be read; it looks like a page in the way (a check of visitors, an error, maintenance) though it answered as any page;
 * a name server did not answer the question; the main part of a page is kept from its reader until something is
 * chosen; of a request it cannot be told whether it left; the page is written without anything to see; a server did
 * not answer each hello; it takes more than we ask; another party wanted a worker that stays, which is not let in;
 * fields stand outside any form, so that what they are for is not known; a part opens only at the press of a button.
 */
export type Lack =
  | 'loading'
  | 'busy'
  | 'stopped'
  | 'dialogs'
  | 'cut'
  | 'shut'
  | 'frames'
  | 'in-the-way'
  | 'page-unseen'
  | 'no-answer'
  | 'withheld'
  | 'unclear-request'
  | 'blank'
  | 'unanswered'
  | 'too-many'
  | 'worker'
  | 'shared-worker'
  | 'loose-fields'
  | 'unopened'

/** How much was seen: what is lacking, per part. A part that is not named was seen whole. */
export type Lacks = Readonly<Partial<Record<Part, readonly Lack[]>>>
