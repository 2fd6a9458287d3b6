/**
 * Everything that a server shows of TLS without trusting it: hellos of our own, one connection after another, at most
 * as many as the line allows. What one question finds spares the next: nothing is asked of a version that is refused.
 */
import { X509Certificate } from 'node:crypto'
import type { Certificate, Handshakes, Lack, Lacks, OfferedVersion, OlderHandshake } from '../../../model/evidence.ts'
import { NotSeen } from '../../../outside/not-seen.ts'
import type { Hello } from '../../../outside/tls/answer.ts'
import { askerOn, type Asker, type Line } from '../../../outside/tls/ask.ts'
import { nameIn, SIGNATURES, VERSIONS } from '../../../outside/tls/codes.ts'
import { described } from './certificate.ts'
import { newestGroups, oldSignatures, olderGroups, ownCurve, primesOf, protocolIn } from './handshake-keys.ts'
import { said, suitesTaken } from './handshake-suites.ts'

type Scanned = Omit<Handshakes, 'host' | 'address' | 'renegotiations' | 'earlyData' | 'connections'> & {
  readonly asker: Asker
  /** The certificates as bytes, when they were sent in the clear. */
  readonly certificates: readonly Buffer[]
}

/** Newest first: what matters most is asked while there is time. */
const ORDER = (Object.keys(VERSIONS) as OfferedVersion[]).toReversed()
const EXTENDED_SECRET = 23
const RENEGOTIATION = 0xff01

/** Throws NotSeen when the server agreed on no version at all, or could not be asked. */
export async function scan(line: Line): Promise<Scanned> {
  const asker = askerOn(line)
  const lacks: Partial<Record<'suites' | 'groups' | 'handshake', readonly Lack[]>> = {}
  const lacking = (part: keyof typeof lacks) => {
    lacks[part] ??= [asker.spent() ? 'too-many' : 'unanswered']
  }
  const suites = {} as Record<OfferedVersion, Handshakes['suites'][OfferedVersion]>
  const codes = new Map<OfferedVersion, readonly number[]>()
  for (const version of ORDER) {
    const found = await suitesTaken(asker, version)
    suites[version] = found.suites
    codes.set(version, found.codes)
    if (!found.whole) lacking('suites')
  }
  const takes = (version: OfferedVersion) => (codes.get(version) ?? []).length > 0
  if (!ORDER.some((version) => (suites[version]?.names.length ?? 0) > 0))
    throw new NotSeen('tls-failed', lacks.suites ? 'no answer to our hellos was TLS' : 'no version was agreed on')

  const newest = takes('TLSv1.3') ? await newestGroups(asker, codes.get('TLSv1.3')!) : { names: [], whole: true }
  if (!newest.whole) lacking('groups')
  const at = ORDER.find((version) => version !== 'TLSv1.3' && takes(version))
  const older = at ? await before(asker, at, codes.get(at)!, line.protocols) : undefined
  for (const part of older?.lacking ?? []) lacking(part)
  // The same question as at the beginning: who no longer answers it may have shut us out in between.
  const known = ORDER.find(takes)
  if (known && typeof (await said(asker, { version: known, suites: codes.get(known)!.slice(0, 64) })) === 'string')
    for (const part of ['suites', 'groups', 'handshake'] as const) lacking(part)
  return {
    asker,
    suites,
    groups: { newest: newest.names, older: older?.groups ?? [] },
    primes: older?.primes ?? [],
    older: older?.handshake ?? null,
    oldSignatures: older?.oldSignatures ?? [],
    protocol: older?.protocol ?? null,
    stapled: older?.stapled ?? null,
    certificates: older?.certificates ?? [],
    chain: (older?.certificates ?? []).flatMap(readable),
    lacks: lacks satisfies Lacks,
  }
}

/** What a handshake of TLS 1.2 or older shows, all of which goes over the line in the clear. */
async function before(asker: Asker, version: OfferedVersion, all: readonly number[], protocols: readonly string[]) {
  const suites = all.slice(0, 64)
  const lacking: ('groups' | 'handshake')[] = []
  const answer = await said(asker, { version, suites, compression: true }, true)
  const hello = typeof answer === 'string' ? undefined : answer
  if (!hello) lacking.push('handshake')
  const groups = await olderGroups(asker, version, suites, ownCurve(hello?.certificates[0]))
  const primes = await primesOf(asker, version, suites)
  if (!groups.whole || !primes.whole) lacking.push('groups')
  const signatures = version === 'TLSv1.2' ? await oldSignatures(asker, suites) : { names: [], whole: true }
  if (!signatures.whole) lacking.push('handshake')
  return {
    lacking,
    handshake: hello ? told(version, hello) : null,
    groups: groups.names,
    primes: primes.primes,
    oldSignatures: signatures.names,
    protocol: hello ? protocolIn(hello, protocols) : null,
    stapled: hello?.stapled ?? null,
    certificates: hello?.certificates ?? [],
  }
}

function told(version: OfferedVersion, { extensions, compression, exchange }: Hello): OlderHandshake {
  const signature = exchange?.signature ?? null
  return {
    version,
    extendedMasterSecret: extensions.has(EXTENDED_SECRET),
    secureRenegotiation: extensions.has(RENEGOTIATION),
    compression: compression === 1,
    signedWith: signature === null ? null : nameIn(SIGNATURES, signature),
  }
}

/** What a certificate says; one that OpenSSL cannot read says nothing. */
function readable(certificate: Buffer): Certificate[] {
  try {
    return [described(new X509Certificate(certificate))]
  } catch {
    return []
  }
}
