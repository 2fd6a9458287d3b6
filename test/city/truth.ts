/**
 * The truth in full: every check that applies to a kind of subject, and the helpers with which a site tells its own.
 */
import type { VerdictWord } from '../../src/model/finding.ts'
import type { Expected, Site, Truth } from './model.ts'
import { namesOfMail, namesOfSite } from './truth-names.ts'

/** WCAG success criteria for which axe-core has rules that can fail; 2.5.8 is WCAG 2.2 and advice. */
export const axeChecks = [
  'axe-1.1.1',
  'axe-1.3.1',
  'axe-1.3.5',
  'axe-1.4.1',
  'axe-1.4.3',
  'axe-1.4.4',
  'axe-1.4.12',
  'axe-2.1.1',
  'axe-2.2.1',
  'axe-2.2.2',
  'axe-2.4.2',
  'axe-2.4.4',
  'axe-2.5.3',
  'axe-2.5.8',
  'axe-3.1.1',
  'axe-3.1.2',
  'axe-4.1.2',
] as const

/** What is tried on the landing page and the first other with a form: narrow, large, by keyboard, in other colours. */
const tried = [
  'use-reflow',
  'use-spacing',
  'use-zoom',
  'use-orientation',
  'use-keyboard',
  'use-focus',
  'use-order',
  'use-colours',
  'use-motion',
  'use-headings',
  'use-groups',
  'use-fields',
  'use-captions',
  'use-sound',
] as const

/** Of documents for reading. */
const ofDocuments = ['pdf-text', 'pdf-tags', 'pdf-language', 'pdf-title'] as const

const embeds = ['embeds-video', 'embeds-maps', 'embeds-fonts', 'embeds-social', 'embeds-captcha'] as const
/** Read from DNS alone: known even of a site that does not answer. */
const fromDns = ['caa', 'dnssec', 'ipv6-web', 'ipv6-nameservers', 'hosting-web', 'hosting-dns'] as const
const fromTls = [
  'https-reachable',
  'https-redirect',
  'tls-versions',
  'certificate-trusted',
  'certificate-names',
  'certificate-lifetime',
] as const
/** What our own hellos show, and the certificates. */
const fromHandshakes = [
  'tls-ciphers',
  'tls-order',
  'tls-groups',
  'tls-post-quantum',
  'tls-handshake',
  'certificate-key',
  'ocsp-stapling',
] as const
const fromHeaders = ['hsts', 'csp', 'framing', 'nosniff', 'referrer-policy', 'version-disclosed'] as const
const fromPages = [
  'third-party-hosts',
  'trackers-before-consent',
  'third-party-cookies',
  'tracking-cookies-before-consent',
  'storage-before-consent',
  'cookie-lifetime',
  ...embeds,
  'owners-outside-eea',
  'privacy-statement-found',
  'privacy-statement-parts',
  'address-leak',
  'form-fields',
  'form-target',
  'delicate-questions',
  'phone-parties',
  'less-after-reject',
  'less-in-language',
  'less-on-phone',
  'statement-other-language',
  'cookie-attributes',
  'mixed-content',
  'subresource-integrity',
  'security-txt',
  ...axeChecks,
  ...tried,
  'text-language',
  'part-language',
  'page-language',
  'page-title',
  'accessibility-statement',
  'no-account-or-app',
  'readable-without-javascript',
  'open-document-formats',
  ...ofDocuments,
  'contact-found',
  'reject-as-easy',
  'consent-freely-given',
  'quiet-after-reject',
  'consent-withdrawable',
  'tcf-held',
  'fingerprinting',
  'key-capture',
  'session-replay',
  'unlisted-trackers',
  'identifiers-shared',
  'cache-identifiers',
  'cname-cloaking',
  'sender-known',
  'sentence-length',
  'site-software',
  'own-news',
  'terms',
  'statement-true',
  'rights-told',
  'portability-told',
  'children-told',
  'own-names-exist',
  'sign-in',
  'packages-pinned',
  'library-holes',
  'ground-told',
] as const
/** What is asked of public bodies only. */
const ofPublicBodies = [
  'public-documents',
  'page-dates',
  'reach-offline',
  'help-nearby',
  'officer-named',
  'algorithm-register',
  'sensor-register',
  'open-data',
  'source-code',
  'source-described',
  'site-archive',
  'complaint-route',
  'open-interface',
  'interface-described',
  'acting-for-another',
  'shared-parts',
  'status-page',
  'processing-register',
  'assessments-published',
  'parties-named',
] as const

/** What a site may tell of its security; nobody but a public body has to have it. */
const told = [
  'security-policy-told',
  'incident-route',
  'leak-route',
  'tested-told',
  'messages-told',
  'certificate-told',
] as const

/** Told by the story of a site itself: truth-names.ts. */
const fromNames = [
  'caa-issuer',
  'certificate-issuer',
  'dane-web',
  'dnssec-upkeep',
  'ipv6-same',
  'nameservers-answer',
  'nameservers-spread',
  'rpki-nameservers',
  'rpki-web',
] as const

export const mailChecks = [
  'spf',
  'dmarc',
  'null-mx',
  'mta-sts',
  'tls-rpt',
  'dkim',
  'mail-dnssec',
  'hosting-mail',
  'mail-starttls',
  'mail-tls',
  'dane-mail',
  'ipv6-mail',
  'rpki-mail',
  'reports-asked',
] as const
export type WebsiteCheck = (
  | typeof fromDns
  | typeof fromNames
  | typeof fromTls
  | typeof fromHandshakes
  | typeof fromHeaders
  | typeof fromPages
  | typeof ofPublicBodies
  | typeof told
)[number]
export const websiteChecks: readonly WebsiteCheck[] = [
  ...fromDns,
  ...fromNames,
  ...fromTls,
  ...fromHandshakes,
  ...fromHeaders,
  ...fromPages,
  ...ofPublicBodies,
  ...told,
]
export type MailCheck = (typeof mailChecks)[number]

type Website = Partial<Record<WebsiteCheck, VerdictWord>>

const all = <K extends string>(keys: readonly K[], verdict: VerdictWord): Record<K, VerdictWord> =>
  Object.fromEntries(keys.map((key) => [key, verdict])) as Record<K, VerdictWord>

/**
 * What most sites have nothing of: moving text, links inside sentences, parts in another language, cookies, documents,
 * a question for consent, a way to sign in, parts from a store; and no scripts (truth-names.ts tells where they are).
 */
const rare = [
  'axe-1.4.1',
  'axe-1.4.12',
  'axe-2.1.1',
  'axe-2.2.1',
  'axe-2.2.2',
  'axe-2.5.3',
  'axe-3.1.2',
  'use-motion',
  'use-groups',
  'use-fields',
  'use-captions',
  'use-sound',
  'accessibility-statement',
  'cookie-attributes',
  'delicate-questions',
  'open-document-formats',
  ...ofDocuments,
  'cookie-lifetime',
  'reject-as-easy',
  'consent-freely-given',
  'quiet-after-reject',
  'less-after-reject',
  'less-in-language',
  'statement-other-language',
  'terms',
  'statement-true',
  'ocsp-stapling',
  'consent-withdrawable',
  'tcf-held',
  'sign-in',
  'own-names-exist',
  'packages-pinned',
  'library-holes',
] as const

/** What most sites do not say of themselves, and too little text to count sentences in. */
const unsaid = ['site-software', 'sentence-length', 'children-told'] as const

/** What follows of a privacy statement that says little, or is not there. */
const ofStatement: Readonly<Partial<Record<VerdictWord, Website>>> = {
  unmet: { 'ground-told': 'partly', 'rights-told': 'unmet', 'portability-told': 'not-applicable' },
  'not-applicable': {
    'ground-told': 'not-applicable',
    'rights-told': 'not-applicable',
    'portability-told': 'not-applicable',
    'children-told': 'not-applicable',
  },
}

/** How a server of today begins; its certificate names nobody to ask about it. */
export const soundHandshakes: Website = { ...all(fromHandshakes, 'met'), 'ocsp-stapling': 'not-applicable' }

/** Of documents that are in order, and of which nothing may be said. */
export const soundDocuments: Website = all(ofDocuments, 'met')
export const oldDocuments: Website = all(ofDocuments, 'unknown')

/** A site that nothing of TLS is seen of. */
export const unseenHandshakes: Website = all(fromHandshakes, 'unknown')

/** A site of which everything is in order that can be seen; `over` tells what is otherwise. */
export function goodWebsite(...over: readonly Website[]): Expected {
  const own: Website = Object.assign({}, ...over)
  // Where no form asks anything there is nothing to type; a form of ours says of its fields what they are for.
  const typed: Website =
    own['form-target'] === 'not-applicable' ? all(['key-capture'], 'not-applicable') : all(['use-fields'], 'met')
  return {
    ...all(websiteChecks, 'met'),
    ...all(rare, 'not-applicable'),
    ...all(unsaid, 'unknown'),
    ...all(ofPublicBodies, 'not-applicable'),
    ...all(told, 'not-applicable'),
    ...ofStatement[own['privacy-statement-parts'] ?? 'met'],
    ...typed,
    ...own,
  }
}

/** Of a public body: that nobody saw a link on a few pages says nothing; the rest is in order. */
export function goodPublicBody(...over: readonly Website[]): Expected {
  const unknown = { ...all(ofPublicBodies, 'unknown'), ...all(told, 'unknown') }
  return goodWebsite(
    unknown,
    { 'reach-offline': 'met', 'officer-named': 'met', 'parties-named': 'not-applicable' },
    ...over,
  )
}

/** A site no page of which can be seen: what DNS tells is known, the rest is not. */
export function unseenWebsite(over: Website = {}): Expected {
  return {
    ...all(websiteChecks, 'unknown'),
    ...all(fromDns, 'met'),
    ...all(ofPublicBodies, 'not-applicable'),
    'accessibility-statement': 'not-applicable',
    ...over,
  }
}

/**
 * A site with a certificate that browsers warn of: visitors stop there, and so do we. Connection and names are known.
 */
export function behindWarning(over: Website): Expected {
  return {
    ...unseenWebsite(),
    'https-reachable': 'partly',
    'tls-versions': 'met',
    'certificate-trusted': 'met',
    'certificate-names': 'met',
    'certificate-lifetime': 'met',
    ...soundHandshakes,
    ...over,
  }
}

/** A mail domain in order, that receives mail. */
export function goodMail(over: Partial<Record<MailCheck, VerdictWord>> = {}): Expected {
  return { ...all(mailChecks, 'met'), 'null-mx': 'not-applicable', ...over }
}

/** What follows from the presets of headers, domains and homes (presets.ts). */
export const follows = {
  decentHeaders: { csp: 'unmet' },
  someHeaders: { hsts: 'unmet', csp: 'unmet', 'referrer-policy': 'partly' },
  noHeaders: { hsts: 'unmet', csp: 'unmet', framing: 'unmet', nosniff: 'unmet', 'referrer-policy': 'partly' },
  usualDomain: { caa: 'unmet' },
  cloudDomain: { caa: 'unmet', dnssec: 'unmet', 'hosting-dns': 'partly' },
  // Of its name servers one source says whose they are: not certain enough to praise (owners.yaml).
  forgottenDomain: { caa: 'unmet', dnssec: 'unmet', 'ipv6-nameservers': 'unmet', 'hosting-dns': 'unknown' },
  cloudHome: { 'hosting-web': 'partly' },
} as const satisfies Record<string, Website>

export const followsMail = {
  usual: { dmarc: 'unmet', 'mta-sts': 'unmet', 'tls-rpt': 'unmet', dkim: 'partly' },
  cloud: { 'mta-sts': 'unmet', 'tls-rpt': 'unmet', 'mail-dnssec': 'unmet', 'hosting-mail': 'partly' },
  // Without a signature nobody vouches for there being no key.
  forgotten: {
    spf: 'unmet',
    dmarc: 'unmet',
    'mta-sts': 'unmet',
    'tls-rpt': 'unmet',
    dkim: 'unknown',
    'mail-dnssec': 'unmet',
  },
} as const satisfies Record<string, Partial<Record<MailCheck, VerdictWord>>>

export const truthOf = (sites: readonly Site[]): readonly Truth[] =>
  sites.flatMap((site) => [
    {
      organisation: site.organisation.name,
      publicBody: site.organisation.publicBody,
      address: site.host,
      kind: 'website',
      expected: { ...site.truth.website, ...namesOfSite(site) },
    },
    ...Object.entries(site.truth.mail).map(([address, expected]) => ({
      organisation: site.organisation.name,
      publicBody: site.organisation.publicBody,
      address,
      kind: 'mail-domain' as const,
      expected: {
        ...expected,
        ...namesOfMail(
          [site.domain, ...site.otherDomains].find(({ name }) => name === address)!,
          site.organisation.publicBody,
        ),
      },
    })),
  ])
