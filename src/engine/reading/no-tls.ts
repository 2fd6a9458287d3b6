/** A site without https, told apart from one whose https fails. */
import type { Unseen } from '../../model/evidence.ts'

/** OpenSSL's words for an answer that is not TLS at all, such as plain http on the port of https. */
const NO_TLS = /_(?:WRONG_VERSION_NUMBER|HTTP_REQUEST|PACKET_LENGTH_TOO_LONG|UNKNOWN_PROTOCOL)$/

/** Whether something else than TLS answered on the port of https. */
export const answersWithoutTls = ({ why, detail }: Failure): boolean => why === 'tls-failed' && NO_TLS.test(detail)

/** Whether there is no TLS there: the port is closed, or something else answers on it. Silence is not that. */
export const hasNoTls = (failure: Failure): boolean =>
  answersWithoutTls(failure) || (failure.why === 'unreachable' && failure.detail.startsWith('ECONNREFUSED'))

type Failure = { readonly why: Unseen; readonly detail: string }
