/** Whether a host shows a certificate that a browser would accept, with the extra authority of a test city if there is one. */
import { connect, rootCertificates } from 'node:tls'
import { isIP, type Socket } from 'node:net'
import type { Network } from '../../model/network.ts'
import { NotSeen } from './not-seen.ts'

/** The authorities we trust: Node's bundled Mozilla list, and the network file's own. */
export function authorities(network: Network | undefined): string[] {
  return network?.ca === undefined ? [...rootCertificates] : [...rootCertificates, network.ca]
}

/** Throws NotSeen('tls-failed') with OpenSSL's code unless a handshake over the socket ends in a certificate that is trusted, in date and of this name. */
export function verified(socket: Socket, host: string, network: Network | undefined, timeout = 8_000): Promise<void> {
  return new Promise((done, fail) => {
    const secure = connect({ socket, ca: authorities(network), ...(isIP(host) === 0 ? { servername: host } : {}), host, rejectUnauthorized: true })
    const end = (error?: Error) => {
      clearTimeout(timer)
      secure.destroy()
      if (error) fail(new NotSeen('tls-failed', (error as NodeJS.ErrnoException).code ?? error.message))
      else done()
    }
    const timer = setTimeout(() => end(new Error('no handshake in time')), timeout)
    secure.once('secureConnect', () => end())
    secure.once('error', end)
  })
}
