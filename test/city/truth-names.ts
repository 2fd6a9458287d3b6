/** What a perfect measurement finds of names and routes: it follows from where a site stands and how it is kept. */
import type { VerdictWord } from '../../src/model/finding.ts'
import type { Domain, Expected, Home, Site } from './model.ts'

/** Name servers: whether they are apart, all answer, and stand behind routes that are allowed (places.ts). */
const NAME_SERVERS: Readonly<
  Record<Domain['ns'], readonly [spread: VerdictWord, answer: VerdictWord, routes: VerdictWord]>
> = {
  naamdienst: ['met', 'met', 'met'],
  // Near miss: the second one is late, and catches up.
  wolknamen: ['met', 'met', 'partly'],
  sluisweb: ['partly', 'met', 'unmet'],
  // Of its range nobody announces a route that we know.
  oudenaam: ['partly', 'partly', 'unknown'],
}
const ROUTES: Readonly<Record<Home['provider'], readonly [alone: VerdictWord, withSix: VerdictWord]>> = {
  polderhost: ['met', 'met'],
  servicecentrum: ['met', 'met'],
  sluisweb: ['unmet', 'unmet'],
  // The new addresses are allowed, the old ones nobody speaks of.
  wolkdienst: ['unmet', 'partly'],
  randnet: ['unmet', 'partly'],
}

export function namesOfSite({ domain, home, certificate, server, six, always, ...site }: Site): Expected {
  const [spread, answer, routes] = NAME_SERVERS[domain.ns]
  // Of a name whose signature does not hold nobody is told the address.
  const shows = server !== 'down' && certificate !== 'none' && domain.signing !== 'bogus'
  return {
    'nameservers-spread': spread,
    'nameservers-answer': domain.stale ? 'partly' : answer,
    'rpki-nameservers': routes,
    'rpki-web': ROUTES[home.provider][home.ipv6 ? 1 : 0],
    'dnssec-upkeep':
      domain.signing === 'insecure'
        ? 'not-applicable'
        : domain.signing === 'bogus'
          ? 'unknown'
          : domain.upkeep === 'ends-soon' || domain.upkeep === 'rounds'
            ? 'partly'
            : 'met',
    'caa-issuer': shows ? issuerOf(domain) : 'unknown',
    'certificate-issuer': shows ? signedBy(certificate) : 'unknown',
    'dane-web': !shows ? 'unknown' : daneOf(domain),
    ...librariesOf(site),
    ...formsOf(site),
    'ipv6-same': !home.ipv6 ? 'not-applicable' : six ? 'partly' : always ? 'unknown' : 'met',
  }
}

/** Of a script of which a site does not tell what it is, nobody knows what is inside. */
function librariesOf({ frame, pages, truth }: Pick<Site, 'frame' | 'pages' | 'truth'>): Expected {
  const said = truth.website['library-holes']!
  const written = [frame.head, frame.end, ...Object.values(pages).flatMap(({ head, main, end }) => [head, main, end])]
  const runs = written.some((text) => /<script(?![^>]*type="text\/plain")[^>]*\ssrc=/.test(text ?? ''))
  return { 'library-holes': runs && said === 'not-applicable' ? 'unknown' : said }
}

/** In the city a form in which one searches is sent by GET, and none that asks something of somebody. */
function formsOf({ pages, frame, truth }: Pick<Site, 'frame' | 'pages' | 'truth'>): Expected {
  if (truth.website['form-target'] === 'unknown') return { 'form-fields': 'unknown' }
  const written = [frame.foot, frame.end, ...Object.values(pages).flatMap(({ main, end }) => [main, end])]
  return { 'form-fields': written.some((text) => text?.includes('<form method="post"')) ? 'met' : 'not-applicable' }
}

/** Whoever signs in the city is on no list of ours, and calls itself by its domain; and a domain can let nobody. */
function issuerOf({ caa }: Domain): VerdictWord {
  const issue = caa.filter(([tag]) => tag === 'issue')
  if (issue.length === 0) return 'not-applicable'
  return issue.every(([, value]) => value === ';') ? 'partly' : 'met'
}

/** The authority of the city is known, and so is one abroad; who signs for itself is nobody's customer. */
function signedBy(certificate: Site['certificate']): VerdictWord {
  if (certificate === 'self-signed') return 'unknown'
  return certificate === 'abroad' ? 'partly' : 'met'
}

function daneOf({ dane, signing }: Domain): VerdictWord {
  if (dane === undefined) return signing === 'bogus' ? 'unknown' : 'not-applicable'
  if (signing !== 'secure') return signing === 'insecure' ? 'partly' : 'unknown'
  return dane === 'right' ? 'met' : 'unmet'
}

export const namesOfMail = (domain: Domain, publicBody: boolean): Expected => ({
  ...routesOfMail(domain),
  'reports-asked': reportsOf(domain, publicBody),
})

/** Asked of public bodies that receive mail, where there is one record to ask it in. */
function reportsOf({ mx, dmarc }: Domain, publicBody: boolean): VerdictWord {
  if (!publicBody || mx === 'null-mx' || dmarc.length !== 1) return 'not-applicable'
  return dmarc[0]!.includes('rua=') ? 'met' : 'partly'
}

function routesOfMail({ mx, signing }: Domain): Expected {
  if (mx === null || mx === 'null-mx')
    return { 'dane-mail': 'not-applicable', 'ipv6-mail': 'not-applicable', 'rpki-mail': 'not-applicable' }
  if (mx === 'wolkpost') return { 'dane-mail': 'unmet', 'ipv6-mail': 'unmet', 'rpki-mail': 'unmet' }
  // Of their ranges nobody announces a route that we know.
  if (mx !== 'postpolder') return { 'dane-mail': 'unmet', 'ipv6-mail': 'unmet', 'rpki-mail': 'unknown' }
  const dane = { secure: 'met', insecure: 'partly', bogus: 'unknown' } as const
  return { 'dane-mail': dane[signing], 'ipv6-mail': 'met', 'rpki-mail': 'met' }
}
