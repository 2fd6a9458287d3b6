/**
 * The authorities that sign certificates: by which names in CAA records they let themselves be named (RFC 8659 §4.2;
 * each says so in its own practice statement), and their own domain. Seen November 2026; an authority that is not here
 * is not known, and then nothing is said.
 */

const DIGICERT = [
  'digicert.com',
  'www.digicert.com',
  'digicert.ne.jp',
  'cybertrust.ne.jp',
  'symantec.com',
  'thawte.com',
  'geotrust.com',
  'rapidssl.com',
  'quovadisglobal.com',
  'volusion.digitalcertvalidation.com',
  'stratossl.digitalcertvalidation.com',
  'amazon.com',
]
const SECTIGO = [
  'sectigo.com',
  'comodo.com',
  'comodoca.com',
  'usertrust.com',
  'trust-provider.com',
  'entrust.net',
  'affirmtrust.com',
  'harica.gr',
]

type Issuer = readonly [organisation: RegExp, names: readonly string[], home?: string]

/**
 * How the organisation in the issuer of a certificate begins, the names that allow it, and its own domain: none of a
 * company under whose name another authority signs.
 */
const ISSUERS: readonly Issuer[] = [
  [/^let's encrypt|^internet security research group/i, ['letsencrypt.org'], 'letsencrypt.org'],
  [/^digicert|^thawte|^geotrust|^rapidssl|^quovadis/i, DIGICERT, 'digicert.com'],
  [/^symantec|^verisign|^cybertrust|^trustprovider|^xolphin/i, DIGICERT],
  [/^sectigo|^comodo|^the usertrust|^usertrust/i, SECTIGO, 'sectigo.com'],
  [/^(?:zerossl|g(?:e|é)ant|ssl\.nl|gogetssl|network solutions|trustocean)/i, SECTIGO],
  [/^google trust services|^google inc/i, ['pki.goog', 'google.com'], 'pki.goog'],
  [/^amazon/i, ['amazon.com', 'amazontrust.com', 'awstrust.com', 'amazonaws.com', 'aws.amazon.com'], 'amazontrust.com'],
  [/^globalsign|^alphassl/i, ['globalsign.com', 'globalsign.nl', 'alphassl.com'], 'globalsign.com'],
  [/^godaddy|^starfield/i, ['godaddy.com', 'starfieldtech.com'], 'godaddy.com'],
  [/^entrust|^affirmtrust/i, ['entrust.net', 'affirmtrust.com', 'sectigo.com', 'ssl.com']],
  [/^microsoft/i, ['microsoft.com', 'digicert.com'], 'microsoft.com'],
  [/^ssl corp|^ssl\.com/i, ['ssl.com'], 'ssl.com'],
  [/^buypass/i, ['buypass.com', 'buypass.no'], 'buypass.com'],
  [/^actalis/i, ['actalis.it'], 'actalis.it'],
  [/^hellenic academic|^harica/i, ['harica.gr'], 'harica.gr'],
  [/^swisssign/i, ['swisssign.com', 'swisssign.net'], 'swisssign.com'],
  [/^unizeto|^asseco data/i, ['certum.pl', 'certum.eu', 'yandex.com'], 'certum.pl'],
  [/^kpn/i, ['kpn.com', 'pkioverheid.nl'], 'kpn.com'],
  [/^pkioverheid|^staat der nederlanden/i, ['kpn.com', 'pkioverheid.nl']],
  [/^d-trust/i, ['d-trust.net', 'dtrust.de', 'd-trust.de', 'dtrust.net'], 'd-trust.net'],
  [/^certsign/i, ['certsign.ro'], 'certsign.ro'],
  [/^telekom security|^deutsche telekom|^t-systems/i, ['telesec.de', 'pki.dfn.de', 'dfn.de'], 'telesec.de'],
  [/^trust ?asia/i, ['trustasia.com'], 'trustasia.com'],
]

/** The organisation in an issuer (`C=US, O=…, CN=…`); undefined where it names none. */
export const organisationOf = (issuer: string): string | undefined =>
  /(?:^|,\s*)O="?([^,"]*)/.exec(issuer.slice(0, 500))?.[1]?.trim()

const issuerOf = (organisation: string) => ISSUERS.find(([pattern]) => pattern.test(organisation))

/** The names by which the authority behind this issuer may be named; undefined: not known. */
export const namesOfIssuer = (issuer: string): readonly string[] | undefined =>
  issuerOf(organisationOf(issuer) ?? '')?.[1]

/** A name and the endings of a domain, as an authority may call itself: `Voorbeeld.com, Inc.`. */
const DOMAIN = /^[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,3}$/i

/** The domain of the authority of this name: as we know it, or as it calls itself; undefined: not known. */
export function domainOfAuthority(organisation: string): string | undefined {
  const known = issuerOf(organisation)
  if (known) return known[2]
  return DOMAIN.test(organisation) ? organisation.toLowerCase() : undefined
}
