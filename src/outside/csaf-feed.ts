/**
 * A source of CSAF files, as the standard has one found (CSAF 2.0, 7.1): where its metadata stands, which files it
 * gives out, and each with its hashes and signature. Through the one guard, on its own domain, within bounds.
 */
import { z } from 'zod'
import { registrableDomain } from '../lib/domain.ts'
import type { Egress } from './egress.ts'
import { fetchPage } from './fetch.ts'
import { NotSeen } from './not-seen.ts'

/** Thrown with why in Dutch: it is not there, or it is not as it should be. */
export class FeedFails extends Error {}

const METADATA_BYTES = 1024 * 1024
const LIST_BYTES = 8 * 1024 * 1024
const SMALL_BYTES = 64 * 1024
const MOST_KEYS = 10
const MOST_FEEDS = 10
const MOST_FILES = 20_000

const url = z.string().max(600)
const Metadata = z.object({
  role: z.enum(['csaf_publisher', 'csaf_provider', 'csaf_trusted_provider']),
  publisher: z.object({ name: z.string().max(300), namespace: z.string().max(300) }),
  public_openpgp_keys: z
    .array(z.object({ fingerprint: z.string().max(64).optional(), url }))
    .max(MOST_KEYS)
    .default([]),
  distributions: z
    .array(
      z.object({
        directory_url: url.optional(),
        rolie: z
          .object({ feeds: z.array(z.object({ url, tlp_label: z.string().optional() })).max(MOST_FEEDS) })
          .optional(),
      }),
    )
    .default([]),
})
const Rolie = z.object({
  feed: z.object({
    entry: z
      .array(
        z.object({
          updated: z.string().max(60),
          content: z.object({ src: url }),
          link: z
            .array(z.object({ rel: z.string().max(40), href: url }))
            .max(20)
            .default([]),
        }),
      )
      .max(MOST_FILES)
      .default([]),
  }),
})

export type Provider = {
  readonly at: string
  readonly namespace: string
  readonly keys: readonly string[]
  readonly rolie: readonly string[]
  readonly directories: readonly string[]
}
export type Listed = {
  readonly url: string
  readonly updated: Date
  /** Where hashes and signature stand, when the list says so; else they stand beside the file. */
  readonly sha256?: string | undefined
  readonly sha512?: string | undefined
  readonly signature?: string | undefined
}

export type Asking = { readonly egress: Egress; readonly signal: AbortSignal }

/** Whether we ask there: safely, and on the domain that a person named. A test city speaks in the clear. */
function asked({ egress }: Asking, text: string, near?: string): URL {
  const address = URL.parse(text)
  if (!address || !(address.protocol === 'https:' || (address.protocol === 'http:' && egress.network)))
    throw new FeedFails(`dit adres vragen wij niet op: ${text.slice(0, 200)}`)
  if (near !== undefined && registrableDomain(address.hostname) !== registrableDomain(new URL(near).hostname))
    throw new FeedFails(`dit adres is van een ander domein: ${text.slice(0, 200)}`)
  return address
}

/** What stands there; undefined when nothing does. Throws FeedFails when it cannot be had. */
async function get(asking: Asking, text: string, maxBytes: number, near?: string): Promise<Buffer | undefined> {
  const { egress, signal } = asking
  const address = asked(asking, text, near)
  try {
    const { hops, body } = await fetchPage(egress, address.href, {
      signal,
      maxBytes,
      redirects: 2,
      mayFollow: (next) =>
        next.protocol === address.protocol && registrableDomain(next.hostname) === registrableDomain(address.hostname),
    })
    const { status } = hops.at(-1)!
    if (status === 404 || status === 410) return undefined
    if (status !== 200) throw new FeedFails(`${address.host} antwoordt met status ${status}`)
    if (body.read === 'cut') throw new FeedFails(`wat op ${address.host} staat, is te groot`)
    if (body.read !== 'all') throw new FeedFails(`het antwoord van ${address.host} brak af`)
    return body.bytes
  } catch (error) {
    if (error instanceof NotSeen && !signal.aborted)
      throw new FeedFails(`${address.host} is niet te bereiken`, { cause: error })
    throw error
  }
}

const textOf = (bytes: Buffer): string => new TextDecoder().decode(bytes)
function json<T>(schema: z.ZodType<T>, bytes: Buffer, what: string): T {
  try {
    return schema.parse(JSON.parse(textOf(bytes)))
  } catch {
    throw new FeedFails(`${what} is anders dan CSAF 2.0 zegt`)
  }
}

/** Where the metadata stands: at its well-known address, else where security.txt says, else by its name in the DNS. */
async function findMetadata(asking: Asking, domain: string): Promise<{ at: string; bytes: Buffer }> {
  const scheme = asking.egress.network ? 'http' : 'https'
  const missing = async (at: string) => get(asking, at, METADATA_BYTES).catch(notThere)
  const known = `${scheme}://${domain}/.well-known/csaf/provider-metadata.json`
  const first = await missing(known)
  if (first) return { at: known, bytes: first }
  const security = await get(asking, `${scheme}://${domain}/.well-known/security.txt`, SMALL_BYTES).catch(notThere)
  for (const [, at] of security ? textOf(security).matchAll(/^CSAF:\s*(https?:\/\/\S{1,500})\s*$/gim) : []) {
    const bytes = await get(asking, at!, METADATA_BYTES, known).catch(notThere)
    if (bytes) return { at: at!, bytes }
  }
  const named = `${scheme}://csaf.data.security.${domain}`
  const last = await missing(named)
  if (last) return { at: named, bytes: last }
  throw new FeedFails(`op ${domain} staat geen provider-metadata.json`)
}
/** One way that leads nowhere is no failure while there is another. */
function notThere(error: unknown): undefined {
  if (!(error instanceof FeedFails)) throw error
  return undefined
}

/** The source at a domain, or at the address of its metadata. Throws FeedFails. */
export async function readProvider(asking: Asking, address: string): Promise<Provider> {
  const whole = /^https?:\/\//.test(address) ? address : undefined
  const found =
    whole === undefined || new URL(whole).pathname === '/'
      ? await findMetadata(asking, whole === undefined ? address : new URL(whole).host)
      : { at: whole, bytes: await get(asking, whole, METADATA_BYTES) }
  if (!found.bytes) throw new FeedFails('op dit adres staat geen provider-metadata.json')
  const { publisher, public_openpgp_keys: keys, distributions } = json(Metadata, found.bytes, 'de metadata')
  const armoured: string[] = []
  for (const key of keys) {
    const bytes = await get(asking, key.url, SMALL_BYTES * 4, found.at)
    if (bytes) armoured.push(textOf(bytes))
  }
  return {
    at: found.at,
    namespace: publisher.namespace,
    keys: armoured,
    rolie: distributions.flatMap(({ rolie }) => rolie?.feeds.map((feed) => feed.url) ?? []),
    directories: distributions.flatMap(({ directory_url: at }) => at ?? []),
  }
}

/** Which files it gives out, the oldest change first: by its ROLIE feeds, or without those by `changes.csv`. */
export async function listFiles(asking: Asking, provider: Provider): Promise<readonly Listed[]> {
  const files =
    provider.rolie.length > 0
      ? (await Promise.all(provider.rolie.map((at) => inRolie(asking, provider, at)))).flat()
      : (
          await Promise.all(provider.directories.slice(0, MOST_FEEDS).map((at) => inChanges(asking, provider, at)))
        ).flat()
  if (provider.rolie.length + provider.directories.length === 0)
    throw new FeedFails('de metadata noemen geen lijst van bestanden')
  return files
    .filter(({ updated }) => !Number.isNaN(updated.getTime()))
    .toSorted((one, other) => one.updated.getTime() - other.updated.getTime())
}

async function inRolie(asking: Asking, { at }: Provider, feed: string): Promise<Listed[]> {
  const bytes = await get(asking, feed, LIST_BYTES, at)
  if (!bytes) throw new FeedFails('de feed die de metadata noemen, is er niet')
  return json(Rolie, bytes, 'de feed').feed.entry.map(({ updated, content, link }) => {
    const hashes = link.filter(({ rel }) => rel === 'hash').map(({ href }) => href)
    return {
      url: content.src,
      updated: new Date(updated),
      sha256: hashes.find((href) => href.endsWith('.sha256')),
      sha512: hashes.find((href) => href.endsWith('.sha512')),
      signature: link.find(({ rel }) => rel === 'signature')?.href,
    }
  })
}

async function inChanges(asking: Asking, { at }: Provider, directory: string): Promise<Listed[]> {
  const base = directory.endsWith('/') ? directory : `${directory}/`
  const bytes = await get(asking, `${base}changes.csv`, LIST_BYTES, at)
  if (!bytes) throw new FeedFails('changes.csv is er niet')
  return [...textOf(bytes).matchAll(/^"?([^",\r\n]{1,400}\.json)"?\s*,\s*"?([0-9T:.Z+-]{10,40})"?\s*$/gm)]
    .slice(0, MOST_FILES)
    .filter(([, path]) => !path!.includes('..') && !/^[a-z]+:|^\//i.test(path!))
    .map(([, path, updated]) => ({ url: base + path!, updated: new Date(updated!) }))
}

export type FetchedFile = {
  readonly bytes: Buffer
  readonly hashes: { readonly sha256?: string | undefined; readonly sha512?: string | undefined }
  readonly signature: string | undefined
}
/** A file with its hashes and signature. Throws FeedFails. */
export async function fetchFile(
  asking: Asking,
  { at }: Provider,
  file: Listed,
  maxBytes: number,
): Promise<FetchedFile> {
  const beside = async (named: string | undefined, ending: string) => {
    const bytes = await get(asking, named ?? file.url + ending, SMALL_BYTES, at).catch(notThere)
    return bytes && textOf(bytes)
  }
  const hashIn = (text: string | undefined, long: number) =>
    text === undefined ? undefined : (new RegExp(`^\\s*([0-9a-f]{${long}})\\b`, 'i').exec(text)?.[1] ?? 'unreadable')
  const bytes = await get(asking, file.url, maxBytes, at)
  if (!bytes) throw new FeedFails('het bestand is er niet meer')
  return {
    bytes,
    hashes: {
      sha256: hashIn(await beside(file.sha256, '.sha256'), 64),
      sha512: hashIn(await beside(file.sha512, '.sha512'), 128),
    },
    signature: await beside(file.signature, '.asc'),
  }
}
