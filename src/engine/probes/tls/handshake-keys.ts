/** What keys are exchanged over, and how a server signs its part: named groups, primes and ways of signing. */
import { getDiffieHellman, X509Certificate } from 'node:crypto'
import type { OfferedVersion, Prime } from '../../../model/evidence.ts'
import type { Asker } from '../../../outside/tls/ask.ts'
import type { Hello } from '../../../outside/tls/answer.ts'
import { GROUPS, nameIn, overCurve, overPrime, SIGNATURES, SUITES } from '../../../outside/tls/codes.ts'
import { said, takeAway } from './handshake-suites.ts'

type Names = { readonly names: readonly string[]; readonly whole: boolean }

const named = (codes: readonly number[]): string[] => codes.map((code) => nameIn(GROUPS, code))
/** Numbers of groups that only TLS 1.3 uses, and that it does no longer (RFC 8446 §4.2.7, RFC 8734). */
const ONLY_NEWEST: ReadonlySet<number> = new Set([0x1f, 0x20, 0x21])
const older = [...GROUPS.keys()].filter((code) => code < 0x100 && !ONLY_NEWEST.has(code))

/** Groups of TLS 1.3: a hello without a share of a key makes the server name the group it wants. */
export async function newestGroups(asker: Asker, suites: readonly number[]): Promise<Names> {
  const found = await takeAway(
    asker,
    [...GROUPS.keys()],
    (groups) => ({ version: 'TLSv1.3', suites, groups }),
    ({ wants }) => wants,
  )
  return { names: named(found.codes), whole: found.whole }
}

/**
 * Groups before TLS 1.3, out of the server's part of the key. A certificate on a curve needs that curve among what is
 * offered (RFC 8422 §5.1), so that it stays, at the end.
 */
export async function olderGroups(
  asker: Asker,
  version: OfferedVersion,
  suites: readonly number[],
  own: number | null,
): Promise<Names> {
  const offered = suites.filter(overCurve)
  if (offered.length === 0) return { names: [], whole: true }
  const codes: number[] = []
  let left = older
  for (;;) {
    const answer = await said(asker, { version, suites: offered, groups: left }, true)
    if (typeof answer === 'string') return { names: named(codes), whole: answer !== 'unknown' }
    const code = answer.exchange?.group ?? null
    if (code === null || !left.includes(code)) return { names: named(codes), whole: code !== null }
    // The curve of the certificate again: of what else it could take nothing comes out any more.
    if (codes.includes(code)) return { names: named(codes), whole: true }
    codes.push(code)
    left = left.filter((each) => each !== code).concat(code === own ? [code] : [])
    if (left.length === 0) return { names: named(codes), whole: true }
  }
}

/** OpenSSL's names of curves in certificates that differ from IANA's. */
const OWN: Readonly<Record<string, string>> = { prime256v1: 'secp256r1' }

/** The number of the curve that the key of a certificate lies on; null: on none, or it cannot be read. */
export function ownCurve(certificate: Buffer | undefined): number | null {
  if (!certificate) return null
  try {
    const curve = new X509Certificate(certificate).publicKey.asymmetricKeyDetails?.namedCurve ?? ''
    return [...GROUPS].find(([, name]) => name === (OWN[curve] ?? curve))?.[0] ?? null
  } catch {
    return null // what OpenSSL cannot read has no curve that it would insist on
  }
}

/** The primes that keys are exchanged over: the ordinary one, and that of suites weakened for export. */
export async function primesOf(
  asker: Asker,
  version: OfferedVersion,
  suites: readonly number[],
): Promise<{ readonly primes: readonly Prime[]; readonly whole: boolean }> {
  const all = suites.filter(overPrime)
  const weak = all.filter((code) => nameIn(SUITES, code).includes('EXPORT'))
  const primes: Prime[] = []
  let whole = true
  for (const offered of [all.filter((code) => !weak.includes(code)), weak]) {
    if (offered.length === 0) continue
    const answer = await said(asker, { version, suites: offered, groups: [] }, true)
    const prime = typeof answer === 'string' ? null : answer.exchange?.prime
    if (prime) primes.push(primeOf(prime))
    else whole = false
  }
  return { primes, whole }
}

/** Of the primes of RFC 7919 the last 64 bits before the end differ by a number (appendix A). */
const FFDHE: readonly (readonly [bits: number, extra: bigint])[] = [
  [2048, 560316n],
  [3072, 2625351n],
  [4096, 5736041n],
  [6144, 15705020n],
  [8192, 10965728n],
]
/** Those of RFC 2409 and 3526, as OpenSSL knows them. */
const MODP: readonly (readonly [name: string, bits: number])[] = [
  ['modp2', 1024],
  ['modp5', 1536],
  ['modp14', 2048],
  ['modp15', 3072],
  ['modp16', 4096],
  ['modp17', 6144],
  ['modp18', 8192],
]

/** How long a prime is and which well-known group it belongs to. */
export function primeOf(prime: Buffer): Prime {
  const digits = prime.toString('hex').replace(/^0+/, '')
  const bits = digits === '' ? 0 : digits.length * 4 - (Math.clz32(Number.parseInt(digits[0]!, 16)) - 28)
  const ffdhe = FFDHE.find(([length, extra]) => length === bits && ffdhePrime(length, extra) === digits)
  if (ffdhe) return { bits, group: `ffdhe${bits}` }
  const modp = MODP.find(([name, length]) => length === bits && getDiffieHellman(name).getPrime('hex') === digits)
  return { bits, group: modp?.[0] ?? null }
}

/** 2^b − 2^(b−64) + (⌊2^(b−130) e⌋ + extra) · 2^64 − 1 (RFC 7919 appendix A). */
function ffdhePrime(bits: number, extra: bigint): string {
  const b = BigInt(bits)
  // e as a sum of 1/n!, with 64 bits more than are needed.
  let term = 1n << (b - 66n)
  let sum = term
  for (let n = 1n; term > 0n; n++) sum += term /= n
  const middle = (sum >> 64n) + extra
  return ((1n << b) - (1n << (b - 64n)) + (middle << 64n) - 1n).toString(16)
}

const OLD = [...SIGNATURES].filter(([, name]) => /_(?:sha1|md5)$/.test(name)).map(([code]) => code)
const OLDISH = [...SIGNATURES].filter(([, name]) => name.endsWith('_sha224')).map(([code]) => code)

/** How it signs in TLS 1.2 when only MD5 and SHA-1 are offered, and only SHA-224 (RFC 9155). */
export async function oldSignatures(asker: Asker, suites: readonly number[]): Promise<Names> {
  const offered = suites.filter((code) => overCurve(code) || overPrime(code))
  const names: string[] = []
  let whole = true
  for (const signatures of offered.length === 0 ? [] : [OLD, OLDISH]) {
    const answer = await said(asker, { version: 'TLSv1.2', suites: offered, signatures }, true)
    const signature = typeof answer === 'string' ? null : (answer.exchange?.signature ?? null)
    if (answer === 'unknown') whole = false
    if (signature !== null && [...OLD, ...OLDISH].includes(signature)) names.push(nameIn(SIGNATURES, signature))
  }
  return { names: [...new Set(names)], whole }
}

/** The protocol that a server chose (RFC 7301), of those that were offered. */
export function protocolIn({ extensions }: Hello, offered: readonly string[]): string | null {
  const chosen = extensions.get(16)
  const name = chosen && chosen.length > 3 ? chosen.subarray(3).toString('latin1') : ''
  return offered.includes(name) ? name : null
}
