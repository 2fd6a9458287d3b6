/** Every probe of a host. */
import type { HostKey } from '../../model/evidence.ts'
import { aliasesProbe } from './names/aliases.ts'
import { descriptionsProbe } from './site/descriptions.ts'
import { dnsProbe } from './names/dns.ts'
import { documentsProbe } from './site/documents.ts'
import { exchangersProbe } from './mail/exchangers.ts'
import { handshakesProbe } from './tls/handshakes.ts'
import type { HostProbe } from './host-probe.ts'
import { httpProbe } from './site/http.ts'
import { mailProbe } from './mail/mail.ts'
import { registrationProbe } from './names/registration.ts'
import { statementsProbe } from './site/statements.ts'
import { tlsProbe } from './tls/tls.ts'

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
