/** A certificate: a number that says nothing, what was followed and in which month, and a signature. Pure. */
import { followCode, isFollowCode } from '../../lib/follow-code.ts'
import { signingKey, type SigningKey } from '../../lib/signing-key.ts'

export type Certificate = {
  readonly number: string
  readonly lesson: string
  readonly version: number
  /** YYYY-MM. */
  readonly month: string
  readonly signature: string
}

/** The key with which this installation signs certificates. */
export const certificateKey = (installation: Buffer): SigningKey => signingKey(installation, 'certificate')

/** The text that is signed, as anybody can write it out to check the signature. */
export const signedText = (
  municipality: string,
  { number, lesson, version, month }: Omit<Certificate, 'signature'>,
): string => ['leidraad-bewijs', '1', municipality, number, lesson, version, month].join('\n')

/**
 * A new one. `nonce`: the secret of the form it was asked with, so that the same form sent twice gives the same
 * certificate. Nothing in the number tells what it is of.
 */
export function newCertificate(
  installation: Buffer,
  municipality: string,
  asked: { readonly nonce: string; readonly lesson: string; readonly version: number; readonly month: string },
): Certificate {
  const { nonce, ...of } = asked
  const unsigned = { ...of, number: followCode(installation, 'certificate', `${nonce}/${of.lesson}`) }
  return { ...unsigned, signature: certificateKey(installation).sign(signedText(municipality, unsigned)) }
}

/** Stands in for what is not there, so that looking takes as long either way. */
const NOBODY = { lesson: 'geen', version: 1, month: '2026-01', signature: 'A'.repeat(86) }

/** Whether what was found by a number is a certificate of ours; undefined when it is not, or nothing was found. */
export function checked(
  installation: Buffer,
  municipality: string,
  number: string,
  found: Omit<Certificate, 'number'> | undefined,
): Certificate | undefined {
  const certificate = { number, ...(found ?? NOBODY) }
  const holds = certificateKey(installation).verifies(signedText(municipality, certificate), certificate.signature)
  return holds && found && isFollowCode(number) ? certificate : undefined
}
