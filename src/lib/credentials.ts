/** Takes secrets out of addresses, wherever in a text those stand: names and passwords, and tokens in a query. */

/**
 * `https://name:word@`, also without slashes, with the wrong ones, or without the scheme: how browsers read it.
 * Bounded, and begun once per row of slashes, so that a text of nothing else costs no more than its length.
 */
const USER = /((?:\bhttps?:[\\/]*|\b[a-z][a-z0-9+.-]{0,40}:[\\/]{2,}|(?<![\\/])[\\/]{2,}))[^\s\\/?#<>"]{0,8000}@/gi
/** The same inside another address: `?next=https%3A%2F%2Fname%3Aword%40`. */
const ENCODED = /((?:%3A)?%2F%2F)(?:(?!%2F|%3F|%23)[^\s\\/?#&<>"])*%40/gi
/** Names of query fields whose value opens something. */
const TOKEN = new RegExp(
  '([?&;#](?:(?:access|refresh|id|auth|reset|csrf|session|login|api|x-amz-security)[_-]?)?' +
    '(?:token|jwt|secret|client_secret|password|passwd|pwd|wachtwoord|api_?key|sessionid|jsessionid|phpsessid|sid|' +
    'signature|sig|x-amz-signature|x-amz-credential)=)[^&;#\\s"\'<>]+',
  'gi',
)

/** The text with those taken out: of a name and password nothing stays, of a token its name. */
export function withoutCredentials(text: string): string {
  let kept = text
  if (kept.includes('@')) kept = kept.replace(USER, '$1')
  if (/%40/.test(kept)) kept = kept.replace(ENCODED, '$1')
  if (kept.includes('=')) kept = kept.replace(TOKEN, '$1…')
  return kept
}

/**
 * The same for what is one address, as in a Location: its password may hold a space, which ends an address in a text.
 */
export function addressWithoutCredentials(address: string): string {
  const url = URL.parse(address)
  if (!url || (url.username === '' && url.password === '')) return withoutCredentials(address)
  url.username = ''
  url.password = ''
  return withoutCredentials(url.href)
}

/** The same for every text within a value of plain data. */
export function withoutCredentialsIn<T>(value: T): T {
  if (typeof value === 'string') return withoutCredentials(value) as T
  if (Array.isArray(value)) return value.map(withoutCredentialsIn) as T
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withoutCredentialsIn(each)])) as T
}
