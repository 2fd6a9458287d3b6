/**
 * By which names in CAA records the authorities let themselves be named (RFC 8659 §4.2): each says so in its own
 * practice statement. Seen November 2026; an authority that is not here is not known, and then nothing is said.
 */

/** How the organisation in the issuer of a certificate begins, and the names that allow it. */
const ISSUERS: readonly (readonly [organisation: RegExp, names: readonly string[]])[] = [
  [/^let's encrypt|^internet security research group/i, ['letsencrypt.org']],
  [
    /^digicert|^thawte|^geotrust|^rapidssl|^quovadis|^symantec|^verisign|^cybertrust|^trustprovider|^xolphin/i,
    [
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
    ],
  ],
  [
    new RegExp(
      '^(?:sectigo|comodo|the usertrust|usertrust|zerossl|g(?:e|é)ant|ssl\\.nl|gogetssl|network solutions|trustocean)',
      'i',
    ),
    [
      'sectigo.com',
      'comodo.com',
      'comodoca.com',
      'usertrust.com',
      'trust-provider.com',
      'entrust.net',
      'affirmtrust.com',
      'harica.gr',
    ],
  ],
  [/^google trust services|^google inc/i, ['pki.goog', 'google.com']],
  [/^amazon/i, ['amazon.com', 'amazontrust.com', 'awstrust.com', 'amazonaws.com', 'aws.amazon.com']],
  [/^globalsign|^alphassl/i, ['globalsign.com', 'globalsign.nl', 'alphassl.com']],
  [/^godaddy|^starfield/i, ['godaddy.com', 'starfieldtech.com']],
  [/^entrust|^affirmtrust/i, ['entrust.net', 'affirmtrust.com', 'sectigo.com', 'ssl.com']],
  [/^microsoft/i, ['microsoft.com', 'digicert.com']],
  [/^ssl corp|^ssl\.com/i, ['ssl.com']],
  [/^buypass/i, ['buypass.com', 'buypass.no']],
  [/^actalis/i, ['actalis.it']],
  [/^hellenic academic|^harica/i, ['harica.gr']],
  [/^swisssign/i, ['swisssign.com', 'swisssign.net']],
  [/^unizeto|^asseco data/i, ['certum.pl', 'certum.eu', 'yandex.com']],
  [/^kpn|^pkioverheid|^staat der nederlanden/i, ['kpn.com', 'pkioverheid.nl']],
  [/^d-trust/i, ['d-trust.net', 'dtrust.de', 'd-trust.de', 'dtrust.net']],
  [/^certsign/i, ['certsign.ro']],
  [/^telekom security|^deutsche telekom|^t-systems/i, ['telesec.de', 'pki.dfn.de', 'dfn.de']],
  [/^trust ?asia/i, ['trustasia.com']],
]

/** The names by which the authority behind this issuer (`C=US, O=…, CN=…`) may be named; undefined: not known. */
export function namesOfIssuer(issuer: string): readonly string[] | undefined {
  const organisation = /(?:^|,\s*)O="?([^,"]*)/.exec(issuer.slice(0, 500))?.[1]?.trim()
  if (organisation === undefined) return undefined
  return ISSUERS.find(([pattern]) => pattern.test(organisation))?.[1]
}
