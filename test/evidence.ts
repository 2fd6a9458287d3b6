/** Builders for tests: complete evidence with healthy defaults, of which a test changes only what it is about. */
import { lackingOf, upheld } from '../src/engine/reading/extent.ts'
import type { AnyCheck, Check, SeenBy } from '../src/model/check.ts'
import type {
  Aliases,
  Axe,
  Bare,
  Behaviour,
  Certificate,
  Chain,
  Consent,
  ConsentControl,
  CookieAttempt,
  Descriptions,
  Dns,
  Documents,
  Exchanger,
  Exchangers,
  Form,
  Handshakes,
  Headers,
  Hop,
  Http,
  Key,
  Lacks,
  Mail,
  Observed,
  Pdf,
  Request,
  Session,
  Sighting,
  Statements,
  TextFile,
  Tls,
  Unseen,
  Use,
} from '../src/model/evidence.ts'
import type { Seen, VerdictWord } from '../src/model/finding.ts'
import type { Lists } from '../src/model/lists.ts'
import type { Subject } from '../src/model/subject.ts'

/** The moment every test stands at, unless it says otherwise. */
export const AT = '2026-11-23T12:00:00Z'
export const HOST = 'www.voorbeeld.nl'

/** Lists that know nothing; test/lists.ts makes fuller ones. */
export const noLists: Lists = {
  owner: () => undefined,
  tracker: () => undefined,
  cookie: () => undefined,
  changing: () => false,
  holes: () => undefined,
  inEea: () => false,
  versions: {},
}

export const seen = <T>(value: T): Observed<T> => ({ seen: true, value })
export const unseen = (why: Unseen, detail = ''): { seen: false; why: Unseen; detail: string } => ({
  seen: false,
  why,
  detail,
})

export function hop(over: Partial<Hop> = {}): Hop {
  return { url: `https://${HOST}/`, status: 200, headers: [], address: '192.0.2.1', ...over }
}

/** A walk over the given hops, the last of which answered with a page. */
export function chain(...hops: readonly Hop[]): Observed<Chain> {
  return seen({
    hops,
    body: {
      contentType: 'text/html; charset=utf-8',
      bytes: 12_000,
      textLength: 3_000,
      lang: 'nl',
      policies: [],
      referrer: [],
    },
  })
}

export function textFile(over: Partial<TextFile> = {}): Observed<TextFile> {
  return seen({ url: `https://${HOST}/`, status: 200, contentType: 'text/plain; charset=utf-8', text: '', ...over })
}

/** A site whose http walk ends at https; `headers` and `status` are those of the answer on https. */
export function http(over: Partial<Http> & { host?: string; headers?: Headers; status?: number } = {}): Http {
  const { host = HOST, headers = [], status = 200, ...rest } = over
  const answer = hop({ url: `https://${host}/`, headers, status })
  const first = hop({ url: `http://${host}/`, status: 301, headers: [['location', answer.url]] })
  return {
    plain: chain(first, answer),
    secure: chain(answer),
    securityTxt: textFile({ url: `https://${host}/.well-known/security.txt`, status: 404, contentType: 'text/html' }),
    robotsTxt: textFile({ url: `https://${host}/robots.txt`, status: 404, contentType: 'text/html' }),
    favicon: seen(false),
    ...rest,
  }
}

const nameServers = [
  { host: 'ns1.dns.example', a: ['192.0.2.53'], aaaa: ['2a0f:db8::53'] },
  { host: 'ns2.dns.example', a: ['198.51.100.53'], aaaa: ['2a0f:db8:1::53'] },
]

/** A signed zone with IPv6 and one CAA record. */
export function dns(over: Partial<Dns> = {}): Dns {
  return {
    host: HOST,
    zone: 'voorbeeld.nl',
    a: ['192.0.2.1'],
    aaaa: ['2a0f:db8::1'],
    cname: [],
    ns: nameServers,
    caa: { name: 'voorbeeld.nl', records: [{ flags: 0, tag: 'issue', value: 'letsencrypt.org' }] },
    ds: [{ keyTag: 4711, algorithm: 13, digestType: 2 }],
    dnssec: 'secure',
    ptr: [{ address: '192.0.2.1', names: ['web.hosting.example'] }],
    ...over,
  }
}

export function certificate(over: Partial<Certificate> = {}): Certificate {
  return {
    subject: `CN=${HOST}`,
    issuer: "CN=R11,O=Let's Encrypt,C=US",
    names: [HOST, 'voorbeeld.nl'],
    notBefore: '2026-10-20T00:00:00Z',
    notAfter: '2027-01-18T00:00:00Z',
    serial: '01',
    keyType: 'ec',
    keyBits: 256,
    fingerprint: 'ab'.repeat(32),
    ...over,
  }
}

/** TLS 1.2 and 1.3, a trusted certificate with the right name. */
export function tls(over: Partial<Tls> = {}): Tls {
  return {
    host: HOST,
    address: '192.0.2.1',
    versions: { TLSv1: false, 'TLSv1.1': false, 'TLSv1.2': true, 'TLSv1.3': true },
    chosen: { version: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384' },
    chain: [certificate()],
    trusted: true,
    problem: null,
    nameMatches: true,
    ...over,
  }
}

const NOT_TAKEN = { names: [], order: null }

/** What a server of today shows of itself: GCM over curves, hybrids with ML-KEM, nothing wrong at the beginning. */
export function handshakes(over: Partial<Handshakes> = {}): Handshakes {
  return {
    host: HOST,
    address: '192.0.2.1',
    suites: {
      'TLSv1.3': { names: ['AES_256_GCM_SHA384', 'AES_128_GCM_SHA256'], order: 'server' },
      'TLSv1.2': {
        names: ['ECDHE_ECDSA_WITH_AES_128_GCM_SHA256', 'ECDHE_ECDSA_WITH_AES_256_GCM_SHA384'],
        order: 'server',
      },
      'TLSv1.1': NOT_TAKEN,
      TLSv1: NOT_TAKEN,
      SSLv3: NOT_TAKEN,
      SSLv2: NOT_TAKEN,
    },
    groups: { newest: ['X25519MLKEM768', 'x25519', 'secp256r1'], older: ['x25519', 'secp256r1'] },
    primes: [],
    older: {
      version: 'TLSv1.2',
      extendedMasterSecret: true,
      secureRenegotiation: true,
      compression: false,
      signedWith: 'ecdsa_secp256r1_sha256',
    },
    oldSignatures: [],
    renegotiations: 0,
    earlyData: false,
    protocol: 'h2',
    stapled: false,
    chain: [certificate()],
    connections: 40,
    lacks: {},
    ...over,
  }
}

export function exchanger(over: Partial<Exchanger> = {}): Exchanger {
  return {
    host: 'mx1.mail.example',
    state: 'encrypts',
    why: null,
    detail: '',
    spokeOn: false,
    handshakes: handshakes({ host: 'mx1.mail.example', renegotiations: null, earlyData: null }),
    trusted: true,
    nameMatches: true,
    ...over,
  }
}

/** The servers that take mail for a domain; one that encrypts as it should, unless told otherwise. */
export function exchangers(servers: readonly Exchanger[] = [exchanger()], over: Partial<Exchangers> = {}): Exchangers {
  return { domain: 'voorbeeld.nl', none: false, servers, portOpen: true, lacks: {}, ...over }
}

/** A domain that receives mail, with SPF, DMARC and MTA-STS in order. */
export function mail(over: Partial<Mail> = {}): Mail {
  return {
    domain: 'voorbeeld.nl',
    mx: [{ priority: 10, host: 'mx1.mail.example', a: ['192.0.2.25'], aaaa: ['2a0f:db8::25'] }],
    nullMx: false,
    spf: ['v=spf1 mx include:_spf.mail.example -all'],
    spfTree: { lookups: 3, voids: 0, all: '-', includes: ['_spf.mail.example'], problem: null },
    dmarc: { at: 'voorbeeld.nl', records: ['v=DMARC1; p=reject; rua=mailto:dmarc@voorbeeld.nl'] },
    mtaSts: {
      txt: ['v=STSv1; id=20261101T000000Z'],
      policy: textFile({
        url: 'https://mta-sts.voorbeeld.nl/.well-known/mta-sts.txt',
        contentType: 'text/plain',
        text: 'version: STSv1\nmode: enforce\nmx: *.mail.example\nmax_age: 1209600\n',
      }),
    },
    tlsRpt: ['v=TLSRPTv1; rua=mailto:tls@voorbeeld.nl'],
    ns: nameServers,
    dnssec: 'secure',
    ...over,
  }
}

export function request(over: Partial<Request> = {}): Request {
  const url = over.url ?? `https://${HOST}/`
  return {
    url,
    host: new URL(url).host,
    method: 'GET',
    type: 'document',
    status: 200,
    failed: null,
    initiator: { kind: 'parser', url: null },
    frame: `https://${HOST}/`,
    redirectedFrom: null,
    referrer: null,
    ...over,
  }
}

export function cookie(over: Partial<CookieAttempt> = {}): CookieAttempt {
  return {
    name: 'PHPSESSID',
    host: HOST,
    domain: null,
    by: 'header',
    lifetime: null,
    secure: true,
    httpOnly: true,
    sameSite: 'Lax',
    partitioned: false,
    blocked: [],
    valueLength: 32,
    ...over,
  }
}

/** A page that was still loading when our time was up. */
export const LOADING: Lacks = {
  content: ['loading'],
  requests: ['loading'],
  cookies: ['loading'],
  storage: ['loading'],
}

/** A quiet page: one request, no cookies, no third parties. */
export function session(over: Partial<Session> = {}): Session {
  const url = over.url ?? `https://${HOST}/`
  return {
    url,
    finalUrl: url,
    status: 200,
    headers: [['content-type', 'text/html; charset=utf-8']],
    title: 'Voorbeeld',
    lang: 'nl',
    requests: [request({ url })],
    cookies: [],
    storage: [],
    frames: [],
    links: [],
    forms: [],
    scripts: [],
    stylesheets: [],
    metas: [],
    days: [],
    console: [],
    text: 'Welkom',
    textLength: 6,
    screenshot: null,
    lacks: {},
    ...over,
  }
}

export function axe(over: Partial<Axe> = {}): Axe {
  return { violations: [], incomplete: [], passed: [], framesTested: 1, framesMissed: 0, lacks: {}, ...over }
}

/** A page that asks nothing, unless told otherwise. */
export function consent(over: Partial<Consent> = {}): Consent {
  const stood = { cookies: [], storage: [] }
  return { asked: [], steps: [], outcome: 'no-question', stood, next: null, again: null, lacks: {}, ...over }
}

/** A button of a question for consent, as large and clear as any. */
export function consentControl(
  kind: ConsentControl['kind'],
  text: string,
  over: Partial<ConsentControl> = {},
): ConsentControl {
  const drawn = { width: 120, height: 40, letters: 16, contrast: 7, drawn: true }
  return { kind, text, selector: '#x', ...drawn, ...over }
}

/** A form of the site itself with which somebody asks something. */
export const contactForm = (action: string): Form => ({
  action,
  method: 'post',
  selector: 'form',
  over: false,
  fields: [
    { name: 'mail', type: 'email', label: '' },
    { name: 'vraag', type: 'textarea', label: 'Uw vraag' },
  ],
})

/** Scripts that do nothing out of the ordinary, on a page where something could be typed. */
export function behaviour(over: Partial<Behaviour> = {}): Behaviour {
  const [finalUrl, typed] = [`https://${HOST}/`, { fields: 2, leaks: [] }]
  return { finalUrl, pages: [finalUrl], scripts: [], uploads: [], typed, identifiers: [], tags: [], lacks: {}, ...over }
}

export const aliases = (...names: Aliases['names']): Aliases => ({ names, lacks: {} })

/** A landing page without its scripts: all of it is there to see, unless told otherwise. */
export function bare(over: Partial<Bare> = {}): Bare {
  const { url, finalUrl, status, title, text, textLength, lacks } = session()
  const all = { url, finalUrl, status, title, text, textLength, lacks, linked: 10, coverLength: null, ...over }
  return { shownLength: all.textLength, ...all }
}

/** A page of which nothing was tried, unless told otherwise. */
export function use(over: Partial<Use> = {}): Use {
  return { tried: {}, pieces: [], moves: null, lacks: {}, ...over }
}

/** A letter of two pages that says all that it should. */
export function pdf(over: Partial<Pdf> = {}): Pdf {
  return {
    pages: 2,
    read: 2,
    letters: 3_000,
    pictures: 0,
    blank: 0,
    tagged: true,
    language: 'nl-NL',
    parts: true,
    title: 'Jaarverslag 2025',
    titleShown: true,
    made: '2026-03-02',
    ...over,
  }
}

/** Documents that were looked at, each of which was read or not. */
export function documents(...results: readonly Observed<Pdf>[]): Documents {
  const looked = results.map((result, at) => {
    return { url: `https://${HOST}/stuk-${at}.pdf`, page: `https://${HOST}/`, result }
  })
  return { found: looked.length, looked }
}

/** Nothing is led to, unless told otherwise; what was looked at, a link led to. */
export function descriptions(
  software: Descriptions['software']['looked'] = [],
  interfaces: Descriptions['interfaces']['looked'] = [],
): Descriptions {
  return {
    software: { found: software.length, looked: software },
    interfaces: { found: interfaces.length, looked: interfaces },
  }
}

/** No page with a legal meaning was found. */
export function statements(over: Partial<Statements> = {}): Statements {
  return { privacy: null, accessibility: null, contact: null, ...over }
}

/** Page evidence as seen on one page: the landing page before consent, unless told otherwise. */
export function sighting<T>(value: T, over: Partial<Sighting<T>> = {}): Sighting<T> {
  return { page: `https://${HOST}/`, role: 'landing', phase: 'before-consent', profile: 'desktop', value, ...over }
}

/** A page at this path that brought in scripts of these hosts, with these forms. */
export function scriptsOn(path: string, hosts: readonly string[] = [], forms: readonly Form[] = []): Sighting<Session> {
  const url = `https://${HOST}${path}`
  const requests = hosts.map((host) => request({ url: `https://${host}/x.js`, type: 'script' }))
  return sighting(session({ url, requests, forms }), { page: url, role: path === '/' ? 'landing' : 'other' })
}

/** What a check answers, with the verdict that its reason stands for. */
export function judgeWith<K extends Key, R extends string>(
  check: Check<K, R>,
  evidence: SeenBy<K>,
  {
    options = {},
    subject = {},
    at = AT,
    lists = noLists,
  }: {
    options?: Readonly<Record<string, unknown>>
    subject?: Partial<Subject>
    at?: string
    lists?: Lists
  } = {},
): { reason: string; verdict: VerdictWord; seen: Seen } {
  const full: Subject = { kind: 'website', address: HOST, publicBody: false, ...subject }
  const answer = check.judge(evidence, { subject: full, at, options, lists })
  const lacking = Object.values<unknown>(evidence).flatMap((value) =>
    Array.isArray(value) ? value.flatMap(({ page, value: one }) => lackingOf(one, page)) : lackingOf(value, null),
  )
  return upheld(check as AnyCheck, answer, lacking)
}
