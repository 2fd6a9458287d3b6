/** How servers encrypt, beyond one handshake: of a website, and of each server that takes mail. */
import type { Certificate, TlsVersion } from './evidence-host.ts'
import type { Lacks, Unseen } from './evidence-seen.ts'

export type OfferedVersion = 'SSLv2' | 'SSLv3' | TlsVersion

/** The cipher suites a server takes of one version, by IANA's names without `TLS_`; none: it refused the version. */
export type Suites = {
  readonly names: readonly string[]
  /**
   * Whose order decides. `server`: `names` stand in its order. null: there is one or none, or it could not be seen.
   */
  readonly order: 'server' | 'client' | null
}

/** A prime that keys are exchanged over: how long, and of which well-known group (RFC 7919, RFC 3526), or its own. */
export type Prime = { readonly bits: number; readonly group: string | null }

/** What a server answered in the clear to an offer of TLS 1.2 or older. */
export type OlderHandshake = {
  readonly version: OfferedVersion
  /** RFC 7627. */
  readonly extendedMasterSecret: boolean
  /** RFC 5746. */
  readonly secureRenegotiation: boolean
  readonly compression: boolean
  /** How it signs its part of the key (TLS 1.2), when all ways are offered. */
  readonly signedWith: string | null
}

export type Handshakes = {
  readonly host: string
  readonly address: string
  /** By version; null: it could not be tried. */
  readonly suites: Readonly<Record<OfferedVersion, Suites | null>>
  /** Named groups for the exchange of keys, in TLS 1.3 and before it; null: not tried. */
  readonly groups: { readonly newest: readonly string[] | null; readonly older: readonly string[] | null }
  /** Primes it exchanges keys over before TLS 1.3. */
  readonly primes: readonly Prime[]
  /** null: it takes nothing older than TLS 1.3. */
  readonly older: OlderHandshake | null
  /** How it signs when only old ways are offered (TLS 1.2), with MD5, SHA-1 or SHA-224; none: it does not. */
  readonly oldSignatures: readonly string[] | null
  /** How often a client could begin anew within one connection, at most 11; null: not tried. */
  readonly renegotiations: number | null
  /** Whether it takes data before the handshake is done (0-RTT); null: not tried, or no TLS 1.3. */
  readonly earlyData: boolean | null
  /** The protocol it chose of HTTP/2 and HTTP/1.1 (ALPN). */
  readonly protocol: string | null
  /** Whether it sends the authority's answer about its certificate along (OCSP); null: not tried. */
  readonly stapled: boolean | null
  /** Certificates as sent, in their order. */
  readonly chain: readonly Certificate[]
  /** How many connections it took. */
  readonly connections: number
  readonly lacks: Lacks
}

/** A server that takes mail for a domain. */
export type Exchanger = {
  readonly host: string
  /**
   * `silent`: no connection to port 25. `busy`: it answered and would not talk to us. `no-starttls`: it offers no
   * encryption. `refused`: it offers it, and then nothing of TLS came.
   */
  readonly state: 'encrypts' | 'no-starttls' | 'refused' | 'busy' | 'silent'
  readonly why: Unseen | null
  readonly detail: string
  /** It sent something in the clear after it had agreed to encrypt (CVE-2011-0411 and its kin). */
  readonly spokeOn: boolean
  readonly handshakes: Handshakes | null
  /** Whether a known authority vouches for it, and for this name; null: not seen. Senders seldom ask (RFC 7435). */
  readonly trusted: boolean | null
  readonly nameMatches: boolean | null
}

export type Exchangers = {
  readonly domain: string
  /** The domain takes no mail: it names no server, or says so (RFC 7505). */
  readonly none: boolean
  readonly servers: readonly Exchanger[]
  /** Whether any server anywhere could be reached on port 25 from here, during this run; else it may be us. */
  readonly portOpen: boolean
  /**
   * Whether any server anywhere offered to encrypt to us, during this run; else something on our side may take the
   * offer out. Absent in evidence of before.
   */
  readonly offerSeen?: boolean
  readonly lacks: Lacks
}
