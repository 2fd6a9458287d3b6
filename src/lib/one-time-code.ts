/** The second factor: one-time codes of an app (TOTP, RFC 6238) and recovery codes for when the phone is gone. */
import { createHash, randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'

/** A new secret of 160 bits, in base32. */
export const newSecret = (): string => new Secret({ size: 20 }).base32

const totp = (secret: string, account = '', issuer = 'Leidraad') =>
  new TOTP({ issuer, label: account, secret: Secret.fromBase32(secret), digits: 6, period: 30, algorithm: 'SHA1' })

/** What an app reads from the picture. */
export const codeUri = (secret: string, account: string, issuer: string): string =>
  totp(secret, account, issuer).toString()

/**
 * The time step of a right code, one step early or late; undefined for a wrong one. `after` is the last step that was
 * used:
 * a code works once.
 */
export function stepOf(
  secret: string,
  code: string,
  after: number | null,
  now: number = Date.now(),
): number | undefined {
  const digits = code.replaceAll(/\s/g, '')
  if (!/^\d{6}$/.test(digits)) return undefined
  const delta = totp(secret).validate({ token: digits, timestamp: now, window: 1 })
  if (delta === null) return undefined
  const step = Math.floor(now / 30_000) + delta
  return after !== null && step <= after ? undefined : step
}

/** The code of this moment; for tests and the demo. */
export const codeNow = (secret: string, now: number = Date.now()): string => totp(secret).generate({ timestamp: now })

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Ten codes of 79 bits, in groups of four that can be read aloud. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: 10 }, () =>
    Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => LETTERS[uniform(LETTERS.length)]).join('')).join(
      '-',
    ),
  )
}
/** 0 to below `size` without bias. */
function uniform(size: number): number {
  for (;;) {
    const [byte] = randomBytes(1)
    if (byte! < 256 - (256 % size)) return byte! % size
  }
}
/** As it is kept: with or without dashes, capitals or not, it is the same code. */
export const hashOfRecoveryCode = (code: string): string =>
  createHash('sha256')
    .update(code.toLowerCase().replaceAll(/[^a-z0-9]/g, ''))
    .digest('hex')
