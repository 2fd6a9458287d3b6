/** Addresses as evidence keeps them. */
import { clean } from '../../../lib/clean.ts'
import { withoutCredentials } from '../../../lib/credentials.ts'

/** Characters of the address of a request: what servers take at most, so that checks read all of it. */
export const ADDRESS = 8_000

/** A URL as it is kept: without user, password and tokens, at most `most` characters. */
export const keptUrl = (url: string, most = 2_000): string => clean(withoutCredentials(url.slice(0, ADDRESS)), most)

/** The host in a URL; empty where there is none. */
export const hostname = (url: string): string => URL.parse(url)?.hostname ?? ''

/** Whether a URL leads to another machine, rather than into the page itself as `data:` does. */
export const outward = (url: string): boolean => /^(https?|wss?):/i.test(url)
