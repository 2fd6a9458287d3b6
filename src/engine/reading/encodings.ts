/**
 * Finds a value again in what a page sends, however it was wrapped: plain, for an address, base64, hexadecimal, twice
 * or as a digest.
 * Pure.
 */
import { createHash } from 'node:crypto'
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'
import type { Coding } from '../../model/evidence.ts'

/** Characters of one text that are looked at, and bytes that a packed one may become. */
const LONGEST = 100_000
const UNPACKED = 1_000_000
/** Places in what is sent where something packed may begin, of each kind. */
const BEGINNINGS = 5
/** Wrapped texts in one text that are opened. */
const OPENED = 200
/** The same in what was wrapped: characters of each that are looked at, and wrapped texts. */
const AGAIN = 10_000
const OPENED_AGAIN = 50
const BASE64 = /[A-Za-z0-9+/_-]{12,}={0,2}/g
/** Two digits a byte (RFC 4648 §8). */
const HEX = /^(?:[0-9a-f]{2}){6,}$/i
const DIGESTS = ['md5', 'sha1', 'sha256', 'sha512'] as const

export type Needle = { readonly text: string; readonly coding: Coding }

/** What to look for so that a text is recognised: itself and its digests, as typed and in lower case. */
export function needlesOf(text: string): Needle[] {
  const shapes = [...new Set([text, text.toLowerCase()])]
  return [
    ...shapes.map((shape) => ({ text: shape, coding: 'plain' as const })),
    ...shapes.flatMap((shape) => DIGESTS.flatMap((name) => digested(shape, name))),
  ]
}

function digested(text: string, coding: (typeof DIGESTS)[number]): Needle[] {
  const bytes = createHash(coding).update(text).digest()
  const base64 = bytes.toString('base64').replace(/=+$/, '')
  return [bytes.toString('hex'), base64, base64.replaceAll('+', '-').replaceAll('/', '_')].map((each) => ({
    text: each,
    coding,
  }))
}

/** A text, and what lies wrapped in it: percent signs and JSON escapes undone, and base64 and hexadecimal opened. */
export type Opened = {
  readonly plain: readonly string[]
  readonly inside: readonly string[]
  readonly hex: readonly string[]
}

/** Opens what is wrapped in a text, within bounds of length and depth. */
export function opened(text: string): Opened {
  const first = text.slice(0, LONGEST)
  const once = unescaped(percentless(first))
  const plain = [...new Set([first, once, percentless(once)])]
  const outer = unwrapped(runsOf(plain, OPENED))
  const again = unwrapped(
    runsOf(
      [...outer.inside, ...outer.hex].map((each) => each.slice(0, AGAIN)),
      OPENED_AGAIN,
    ),
  )
  return { plain, inside: [...outer.inside, ...again.inside], hex: [...outer.hex, ...again.hex] }
}

/** The first runs in these texts that may be wrapped, each once. */
function runsOf(texts: readonly string[], most: number): string[] {
  const runs = texts.flatMap((each) => [...each.matchAll(BASE64)].slice(0, most).map(([run]) => run))
  return [...new Set(runs)].slice(0, most)
}

/** In what shape one of these needles stands in a text; undefined: not at all. */
export function codingIn(text: Opened, needles: readonly Needle[]): Coding | undefined {
  const at = (where: readonly string[]) => needles.find((needle) => where.some((each) => foundIn(each, needle)))
  const plain = at(text.plain)
  if (plain) return plain.coding
  for (const wrap of ['inside', 'hex'] as const) {
    const found = at(text[wrap])
    if (found) return found.coding !== 'plain' ? found.coding : wrap === 'hex' ? 'hex' : 'base64'
  }
  return undefined
}

/** Digests in hexadecimal come in both cases. */
const foundIn = (text: string, { text: sought, coding }: Needle) =>
  text.includes(sought) || (coding !== 'plain' && text.includes(sought.toUpperCase()))

/** The letters and digits of a text alone: keys that were sent one by one stand together in it. */
export const compact = (text: string): string => text.slice(0, LONGEST).replaceAll(/[^A-Za-z0-9]+/g, '')

/** The values of one letter or digit alone (`"k":"v"`, `key=v`): keys beside moments and other values than these. */
export const singles = (text: string): string =>
  [...text.slice(0, LONGEST).matchAll(/(?<=["'=])[A-Za-z0-9](?=["'&]|$)(?!["'] ?:)/g)].join('')

/** Runs of eight letters and digits or more, in all that a text holds. */
export const runsIn = ({ plain, inside, hex }: Opened): Set<string> =>
  new Set([...plain, ...inside, ...hex].flatMap((each) => each.match(/[A-Za-z0-9]{8,}/g) ?? []))

/**
 * What a request carries, as text: what is packed is unpacked (RFC 1950 to 1952, 7932), also where it begins further
 * on, as a file in a form does (RFC 7578).
 */
export function textOf(bytes: Buffer): string {
  const plain = bytes.toString('utf8', 0, LONGEST)
  const parts = beginningsIn(bytes).flatMap(({ at, unpack }) =>
    unpacked(bytes.subarray(at), unpack).map((text) => ({ at, text })),
  )
  const whole =
    parts.find(({ at }) => at === 0)?.text ??
    (isText(plain) ? undefined : WITHOUT_MARK.flatMap((unpack) => unpacked(bytes, unpack))[0])
  return whole ?? [...parts.map(({ text }) => text), plain].join('\n').slice(0, LONGEST)
}

type Unpack = (bytes: Buffer, bounds: { maxOutputLength: number }) => Buffer
/** Ten bytes come first where nothing else is told (RFC 1952 §2.3); gunzip itself bears no text after the end. */
const gunzip: Unpack = (bytes, bounds) =>
  bytes[3] === 0 ? inflateRawSync(bytes.subarray(10), bounds) : gunzipSync(bytes, bounds)
/** By which bytes what is packed begins, and what undoes it, whatever follows. */
const MARKS: readonly (readonly [string, Unpack])[] = [
  ['1f8b08', gunzip],
  ...['7801', '785e', '789c', '78da'].map((mark) => [mark, inflateSync] as const),
]
const WITHOUT_MARK: readonly Unpack[] = [inflateRawSync, brotliDecompressSync]

function beginningsIn(bytes: Buffer): { readonly at: number; readonly unpack: Unpack }[] {
  return MARKS.flatMap(([mark, unpack]) => {
    const sought = Buffer.from(mark, 'hex')
    const places: { at: number; unpack: Unpack }[] = []
    for (let at = bytes.indexOf(sought); at >= 0 && places.length < BEGINNINGS; at = bytes.indexOf(sought, at + 1))
      places.push({ at, unpack })
    return places
  })
}

/** The text that these bytes become; none: they only begin like something packed, or hold too much, or no text. */
function unpacked(bytes: Buffer, unpack: Unpack): string[] {
  try {
    const text = unpack(bytes, { maxOutputLength: UNPACKED }).toString('utf8', 0, LONGEST)
    return text.length > 0 && isText(text) ? [text] : []
  } catch {
    return []
  }
}

function percentless(text: string): string {
  if (!text.includes('%') && !text.includes('+')) return text
  return text.replaceAll(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run)
    } catch {
      return run
    }
  })
}

const unescaped = (text: string): string =>
  text.includes('\\')
    ? text
        .replaceAll(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
        .replaceAll(/\\(["\\/])/g, '$1')
    : text

/** What base64 and hexadecimal digits hold, where that is text. */
const unwrapped = (runs: readonly string[]) => ({
  inside: runs.flatMap((run) => textIn(Buffer.from(run, 'base64'))),
  hex: runs.filter((run) => HEX.test(run)).flatMap((run) => textIn(Buffer.from(run, 'hex'))),
})

function textIn(bytes: Buffer): string[] {
  const text = textOf(bytes)
  return text.length > 0 && isText(text) ? [text, percentless(text)] : []
}

/** Whether what stands in it is read: at most a tenth of it is no letter, digit or sign. */
const isText = (text: string): boolean =>
  (text.match(/[^\t\n\r\x20-\x7e\u00a0-\u024f]/g)?.length ?? 0) <= text.length / 10
