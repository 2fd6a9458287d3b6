/** Every probe of a host. */
import type { HostKey } from '../../model/evidence.ts'
import { aliasesProbe } from './aliases.ts'
import { descriptionsProbe } from './descriptions.ts'
import { dnsProbe } from './dns.ts'
import { documentsProbe } from './documents.ts'
import { exchangersProbe } from './exchangers.ts'
import { handshakesProbe } from './handshakes.ts'
import type { HostProbe } from './host-probe.ts'
import { httpProbe } from './http.ts'
import { mailProbe } from './mail.ts'
import { registrationProbe } from './registration.ts'
import { statementsProbe } from './statements.ts'
import { tlsProbe } from './tls.ts'

export const hostProbes: { readonly [K in HostKey]: HostProbe<K> } = {
  http: httpProbe,
  dns: dnsProbe,
  tls: tlsProbe,
  handshakes: handshakesProbe,
  mail: mailProbe,
  exchangers: exchangersProbe,
  statements: statementsProbe,
  aliases: aliasesProbe,
  documents: documentsProbe,
  registration: registrationProbe,
  descriptions: descriptionsProbe,
}
