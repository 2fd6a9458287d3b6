/** What is a web address that others may be sent to. Pure. */

/** Whole, over https, and without a name or a password in it. */
export function isWebAddress(typed: string): boolean {
  if (!/^https:\/\/[^\s]+$/i.test(typed) || !URL.canParse(typed)) return false
  const { hostname, username, password } = new URL(typed)
  return hostname.includes('.') && username === '' && password === ''
}
