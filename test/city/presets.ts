/** What sites often have in common: sets of headers, domains and looks, from careless to careful. */
import { dkimKeys } from './dkim-keys.ts'
import type { Domain, Frame, HeaderLines, Home } from './model.ts'

const HSTS = ['strict-transport-security', 'max-age=31536000; includeSubDomains'] as const
const strictCsp =
  `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; ` +
  `connect-src ` +
  `'self'; ` +
  `form-action 'self'; frame-ancestors 'none'; base-uri 'none'`

export const headers = {
  /** Everything, as strict as it gets. */
  excellent: [
    HSTS,
    ['content-security-policy', strictCsp],
    ['x-frame-options', 'DENY'],
    ['x-content-type-options', 'nosniff'],
    ['referrer-policy', 'no-referrer'],
    ['permissions-policy', 'camera=(), microphone=(), geolocation=()'],
  ],
  /** All but a content security policy. */
  decent: [
    HSTS,
    ['x-frame-options', 'SAMEORIGIN'],
    ['x-content-type-options', 'nosniff'],
    ['referrer-policy', 'strict-origin-when-cross-origin'],
  ],
  /** The few that a hosting panel sets. */
  some: [
    ['x-content-type-options', 'nosniff'],
    ['x-frame-options', 'SAMEORIGIN'],
    ['server', 'nginx'],
  ],
  /** None that protects, and versions for all to read. */
  none: [
    ['server', 'Apache/2.4.29 (Ubuntu)'],
    ['x-powered-by', 'PHP/7.4.3'],
  ],
  /** None that protects; says nothing about itself either. */
  silent: [],
} as const satisfies Record<string, HeaderLines>

/** A domain kept with care: signed, CAA, IPv6 name servers, SPF that ends hard, DMARC reject, MTA-STS. */
export function carefulDomain(name: string): Domain {
  return {
    name,
    ns: 'naamdienst',
    signing: 'secure',
    caa: [
      ['issue', 'proefgezag.test'],
      ['issuewild', ';'],
    ],
    mx: 'postpolder',
    spf: ['v=spf1 include:spf.postpolder.test -all'],
    dmarc: [`v=DMARC1; p=reject; rua=mailto:dmarc@${name}`],
    mtaSts: {
      id: '20261001T000000',
      policy: 'version: STSv1\nmode: enforce\nmx: mx1.postpolder.test\nmx: mx2.postpolder.test\nmax_age: 1209600\n',
    },
    tlsRpt: `v=TLSRPTv1; rua=mailto:tls@${name}`,
    dkim: { selector1: dkimKeys.strong },
  }
}

/** A domain as it comes from a Dutch provider: signed, SPF, DMARC in watching mode, an old key of DKIM. */
export function usualDomain(name: string): Domain {
  return {
    name,
    ns: 'naamdienst',
    signing: 'secure',
    caa: [],
    mx: 'postpolder',
    spf: ['v=spf1 include:spf.postpolder.test ~all'],
    dmarc: ['v=DMARC1; p=none'],
    mtaSts: null,
    tlsRpt: null,
    dkim: { default: dkimKeys.short },
  }
}

/** A domain with the large foreign cloud: unsigned, cloud mail, SPF and DMARC quarantine. */
export function cloudDomain(name: string): Domain {
  return {
    name,
    ns: 'wolknamen',
    signing: 'insecure',
    caa: [],
    mx: 'wolkpost',
    spf: ['v=spf1 include:spf.wolkpost.test -all'],
    dmarc: [`v=DMARC1; p=quarantine; rua=mailto:dmarc@${name}`],
    mtaSts: null,
    tlsRpt: null,
    dkim: { selector1: `selector1-${name.replaceAll('.', '-')}._domainkey.wolkpost.test` },
  }
}

/** A domain that once was registered and never looked at again. */
export function forgottenDomain(name: string): Domain {
  return {
    name,
    ns: 'oudenaam',
    signing: 'insecure',
    caa: [],
    mx: 'postpolder',
    spf: [],
    dmarc: [],
    mtaSts: null,
    tlsRpt: null,
    dkim: {},
  }
}

export const at = (provider: Home['provider'], machine: number, over: Partial<Home> = {}): Home => ({
  provider,
  machine,
  ipv6: true,
  alias: false,
  ...over,
})

/** A frame in order: Dutch, zoomable, good contrast. */
export function frame(name: string, slogan: string, over: Partial<Frame> = {}): Frame {
  return {
    name,
    slogan,
    lang: 'nl',
    viewport: 'width=device-width, initial-scale=1',
    menu: [
      ['/', 'Home'],
      ['/nieuws/', 'Nieuws'],
      ['/contact/', 'Contact'],
      ['/privacy/', 'Privacyverklaring'],
    ],
    colours: { main: '#123c69', ink: '#1a1a1a', paper: '#ffffff', link: '#0b4f9e' },
    foot: `<p>${name}, Sluiswijk</p>`,
    head: '',
    end: '',
    ...over,
  }
}
