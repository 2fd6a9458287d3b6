/** What supplier signs, ends and weak spots are called on the desk. */
import type { Dangling, DomainEnd, ServerReach, SupplierWay } from '../../model/supplier.ts'
import type { ExpiryKind } from '../../vocabulary/expiry.ts'
import { day } from '../../web/language.ts'

const EXPIRIES: Readonly<Record<ExpiryKind, string>> = {
  certificate: 'Het certificaat',
  'security-txt': 'Het bestand security.txt',
  signature: 'De handtekening (DNSSEC)',
  domain: 'De domeinnaam',
  'domain-leaving': 'De domeinnaam',
}
/** What ends, as it begins a sentence. */
export const expiryWords = (kind: ExpiryKind): string => EXPIRIES[kind]

/** What ends, when, as a task says it. */
export function endingSentence(kind: ExpiryKind, name: string, until: string): string {
  if (kind === 'domain-leaving')
    return `De domeinnaam ${name} verdwijnt binnenkort, want hij is opgezegd of niet verlengd`
  return `${expiryWords(kind)} ${kind === 'domain' ? '' : 'van '}${name} loopt af op ${day('nl', until)}`
}

/** Why no day is told of a domain. */
export const DOMAINS: Readonly<Record<Exclude<DomainEnd['told'], 'day'>, string>> = {
  unpublished: 'het register maakt niet openbaar wanneer deze naam afloopt.',
  unclear: 'het register geeft geen duidelijke dag.',
  unlisted: 'wij weten niet bij welk register wij dit kunnen vragen.',
  service: 'deze naam is van een dienst, en die verlengt hem zelf.',
  renewing: 'het register verlengde deze naam net vanzelf. Kijk of de rekening is betaald.',
  unseen: 'het register gaf ons geen antwoord. Wij vragen het later opnieuw.',
}

/** Per sign what it is, and what it does not prove. */
export const SIGNS: Readonly<Record<SupplierWay, { readonly name: string; readonly not: string }>> = {
  spf: {
    name: 'mag e-mail sturen (SPF)',
    not: 'Een naam op deze lijst kan een restant zijn. Of er e-mail vandaan komt, zien wij niet.',
  },
  dkim: {
    name: 'beheert een sleutel van de e-mail (DKIM)',
    not: 'Een sleutel kan een restant zijn van een dienst die niemand meer gebruikt.',
  },
  token: {
    name: 'kreeg bewijs dat het domein van u is (TXT)',
    not: 'Zo’n bewijs blijft vaak staan na een proef. Het zegt niet dat de dienst nu wordt gebruikt.',
  },
  csp: {
    name: 'mag bestanden of gegevens van de site krijgen (CSP)',
    not: 'De site staat dit toe. Dat wil niet zeggen dat het gebeurt.',
  },
  dmarc: {
    name: 'krijgt de rapporten over uw e-mail (DMARC)',
    not: 'Wij zien waarheen de rapporten gaan, niet of iemand ze leest.',
  },
  'tls-rpt': {
    name: 'krijgt berichten over versleutelen (TLS-RPT)',
    not: 'Wij zien waarheen de berichten gaan, niet of iemand ze leest.',
  },
  alias: {
    name: 'hier leidt de naam van de site heen (CNAME)',
    not: 'Waar de naam heen leidt, is niet altijd wie de site beheert.',
  },
  'certificate-name': {
    name: 'staat op hetzelfde certificaat',
    not: 'Namen op één certificaat staan vaak bij hetzelfde bedrijf. Zij zijn niet altijd van dezelfde eigenaar.',
  },
  'certificate-issuer': {
    name: 'gaf het certificaat uit',
    not: 'De uitgever ziet uw gegevens niet. Zonder uitgever is er geen beveiligde verbinding.',
  },
}

/** What leads to a name that is gone, and what somebody who takes that name could then do. */
export const DANGLING: Readonly<Record<Dangling['by'], { readonly name: string; readonly risk: string }>> = {
  spf: {
    name: 'lijst van wie e-mail mag sturen (SPF)',
    risk: 'Wie de naam krijgt, kan e-mail sturen die van u lijkt te komen.',
  },
  alias: { name: 'doorverwijzing (CNAME)', risk: 'Wie de naam krijgt, kan een site tonen onder uw naam.' },
  mx: { name: 'e-mailserver (MX)', risk: 'Wie de naam krijgt, kan e-mail aan u ontvangen.' },
  report: {
    name: 'adres voor rapporten (DMARC)',
    risk: 'Wie de naam krijgt, ontvangt de rapporten over uw e-mail.',
  },
  csp: {
    name: 'lijst van wat de site mag laden (CSP)',
    risk: 'Wie de naam krijgt, mag bestanden leveren aan uw site.',
  },
  page: {
    name: 'bestand dat uw site ophaalt',
    risk: 'Wie de naam krijgt, kan bestanden leveren aan de bezoekers van uw site.',
  },
}
/** Whether a server that takes mail could be reached. */
export const REACH: Readonly<Record<ServerReach, string>> = {
  answers: 'geeft antwoord',
  silent: 'gaf geen antwoord toen wij keken',
  'no-address': 'heeft geen adres: daar kan niemand e-mail afleveren',
  unknown: 'weten wij niet; het kan aan ons eigen netwerk liggen',
}
/** What makes an SPF record void, in words. */
export const FAULTS: Readonly<Record<string, string>> = {
  syntax: 'een onderdeel is verkeerd geschreven',
  repeated: 'een onderdeel staat dubbel',
  'no-record': 'een verwijzing leidt naar een naam waar niets staat',
  'many-records': 'een verwijzing leidt naar een naam met meer dan één lijst',
  circle: 'de lijst verwijst naar zichzelf',
  exchangers: 'op één plek staan meer dan tien servers',
  lookups: 'er zijn meer dan tien opzoekingen nodig',
  voids: 'meer dan twee opzoekingen leiden naar niets',
}
