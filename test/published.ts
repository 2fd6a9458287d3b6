/**
 * A small published city for tests of the public site: two publications, eight organisations, findings with a history.
 */
import { sql } from 'kysely'
import type { Db } from '../src/db/connect.ts'
import type { Unseen } from '../src/model/evidence.ts'
import type { Seen, VerdictWord } from '../src/model/finding.ts'
import type { Catalogue, Criterion, LegalStatus, Norm, ThemeId } from '../src/model/norm.ts'
import type {
  Change,
  CitySummary,
  LawChange,
  Party,
  SelfTest,
  ThemeSpread,
  VisitedPage,
} from '../src/model/publication.ts'
import type { ThemeScore } from '../src/model/score.ts'
import { hold, holdSubjects } from '../src/publish/held-store.ts'
import { memoryStore } from './memory-home.ts'

export const CITY = '0198a000-0000-7000-8000-000000000001'
/** The smallest JPEG that browsers accept: one grey point. */
const JPEG = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////' +
    '////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
  'base64',
)
/** Where the files of this city are kept. */
export const STORE = memoryStore()
/** A visit that brought nothing home. */
const NOTHING = {
  format: 1,
  begun: '2026-11-23T12:00:00Z',
  ended: '2026-11-23T12:00:00Z',
  versions: {},
  host: [],
  pages: [],
}
const evidence = (kind: string) =>
  STORE.put('application/json', Buffer.from(JSON.stringify({ ...NOTHING, subject: { kind, address: 'korenaar.nl' } })))
export const EVIDENCE = await evidence('website')
export const MAIL_EVIDENCE = await evidence('mail-domain')
export const SCREENSHOT = await STORE.put('image/jpeg', JPEG)

type Draft = {
  norm: string
  label: string
  english: string
  statement: string
  status: LegalStatus
  weight: number
  check?: string
  question?: string
  person?: string
  mail?: true
  onlyPublic?: true
  met?: [string, string]
  partly?: [string, string]
  unmet?: [string, string]
}

const drafts: readonly Draft[] = [
  {
    norm: 'PRV-02',
    label: 'Geen volgers zonder toestemming',
    english: 'No trackers without consent',
    statement: 'Een site laat niemand volgen voordat de bezoeker daarvoor toestemming geeft.',
    status: 'law-all',
    weight: 3,
    check: 'trackers-before-consent',
    met: ['Wij zagen geen volgers voordat er een keuze was gemaakt.', 'We saw no trackers before a choice was made.'],
    unmet: [
      'Wij zagen {count} volgers voordat er een keuze was gemaakt, onder meer {first}.',
      'We saw {count} trackers before a choice was made, among them {first}.',
    ],
  },
  {
    norm: 'PRV-03',
    label: 'Weinig andere partijen',
    english: 'Few other parties',
    statement: 'Een bezoek aan een site blijft zoveel mogelijk tussen de bezoeker en de site.',
    status: 'agreement',
    weight: 2,
    check: 'third-party-hosts',
    met: ['Wij zagen geen verzoeken aan andere partijen.', 'We saw no requests to other parties.'],
    partly: ['Wij zagen verzoeken aan {count} andere partijen.', 'We saw requests to {count} other parties.'],
    unmet: ['Wij zagen verzoeken aan {count} andere partijen.', 'We saw requests to {count} other parties.'],
  },
  {
    norm: 'PRV-05',
    label: 'Privacyverklaring',
    english: 'Privacy statement',
    statement: 'Op elke site staat een begrijpelijke privacyverklaring.',
    status: 'law-all',
    weight: 2,
    check: 'privacy-statement-found',
    met: ['Wij vonden een privacyverklaring op {url}.', 'We found a privacy statement at {url}.'],
    unmet: [
      'Wij vonden geen link naar een privacyverklaring op de startpagina.',
      'We found no link to a privacy statement on the front page.',
    ],
  },
  {
    norm: 'VEI-11',
    label: 'Versleutelde verbinding',
    english: 'Encrypted connection',
    statement:
      'Sites en koppelingen gebruiken een actuele versleutelde verbinding en leiden bezoekers daar vanzelf heen.',
    status: 'law-public',
    weight: 2,
    check: 'hsts',
    met: [
      'Wij zagen de kop Strict-Transport-Security met een geldigheid van {days} dagen.',
      'We saw the header Strict-Transport-Security, valid for {days} days.',
    ],
    partly: [
      'Wij zagen de kop, maar de geldigheid is {days} dagen; gevraagd is een jaar (365 dagen).',
      'We saw the header, but it is valid for {days} days; a year (365 days) is asked.',
    ],
    unmet: [
      'Wij zagen geen kop Strict-Transport-Security in het antwoord van {url}.',
      'We saw no Strict-Transport-Security header in the answer of {url}.',
    ],
  },
  {
    norm: 'VEI-12',
    label: 'Vast contactpunt voor beveiliging',
    english: 'Fixed contact for security',
    statement: 'Wie een zwakke plek vindt, weet waar die te melden is.',
    status: 'framework',
    weight: 1,
    check: 'security-txt',
    met: ['Wij vonden een geldige security.txt.', 'We found a valid security.txt.'],
    unmet: ['Wij vonden geen security.txt op {url}.', 'We found no security.txt at {url}.'],
  },
  {
    norm: 'VEI-14',
    label: 'E-mail tegen namaak',
    english: 'E-mail against forgery',
    statement: 'Niemand anders kan e-mail versturen uit naam van de organisatie.',
    status: 'framework',
    weight: 3,
    check: 'dmarc',
    mail: true,
    met: [
      'Wij zagen een DMARC-beleid dat namaak weert: {policy}.',
      'We saw a DMARC policy that keeps forgery out: {policy}.',
    ],
    partly: [
      'Wij zagen een DMARC-beleid dat alleen meekijkt: {policy}.',
      'We saw a DMARC policy that only watches: {policy}.',
    ],
    unmet: ['Wij zagen geen DMARC-beleid bij {domain}.', 'We saw no DMARC policy at {domain}.'],
  },
  {
    norm: 'TOE-03',
    label: 'Leesbaar contrast',
    english: 'Readable contrast',
    statement: 'Tekst is goed te onderscheiden van de achtergrond.',
    status: 'law-public',
    weight: 3,
    check: 'axe-1.4.3',
    met: ['Wij vonden geen drempels in het contrast van tekst.', 'We found no barriers in the contrast of text.'],
    unmet: [
      'Wij vonden {count} plaatsen waar tekst te weinig contrast heeft.',
      'We found {count} places where text has too little contrast.',
    ],
  },
  {
    norm: 'TOE-09',
    label: 'Toegankelijkheidsverklaring',
    english: 'Accessibility statement',
    statement: 'Een overheid legt verantwoording af over de toegankelijkheid van haar site.',
    status: 'law-public',
    weight: 2,
    check: 'accessibility-statement',
    onlyPublic: true,
    met: ['Wij vonden een toegankelijkheidsverklaring.', 'We found an accessibility statement.'],
    unmet: ['Wij vonden geen toegankelijkheidsverklaring.', 'We found no accessibility statement.'],
  },
  {
    norm: 'OPE-04',
    label: 'Open documenten',
    english: 'Open documents',
    statement: 'Documenten staan in een open formaat op de site.',
    status: 'framework',
    weight: 1,
    check: 'open-document-formats',
    met: ['Alle documenten die wij zagen, hebben een open formaat.', 'All documents that we saw have an open format.'],
    partly: [
      'Van {total} documenten hebben er {closed} geen open formaat.',
      'Of {total} documents {closed} have no open format.',
    ],
  },
  {
    norm: 'AUT-06',
    label: 'Hosting binnen bereik',
    english: 'Hosting within reach',
    statement: 'De stad weet waar haar sites staan en kan overstappen.',
    status: 'agreement',
    weight: 2,
    check: 'hosting-web',
    met: ['De site staat bij {company} in een land van de EER.', 'The site is hosted by {company} in an EEA country.'],
    unmet: [
      'De site staat bij {company}, van een moederbedrijf buiten de EER.',
      'The site is hosted by {company}, of a parent outside the EEA.',
    ],
  },
  {
    norm: 'MEN-01',
    label: 'Een mens beslist',
    english: 'A person decides',
    statement: 'Een besluit over een mens wordt genomen door een mens.',
    status: 'law-all',
    weight: 3,
    question: 'Neemt een mens het besluit, met naam en reden?',
  },
  {
    norm: 'STD-02',
    label: 'Vrije openbare ruimte',
    english: 'Free public space',
    statement: 'In de openbare ruimte wordt niemand ongevraagd gevolgd.',
    status: 'agreement',
    weight: 2,
    person: 'schouwer',
  },
]

const themes: Catalogue['themes'] = [
  [
    'PRV',
    'Privacy en zeggenschap over gegevens',
    'Privacy and control over data',
    'Mensen weten en bepalen zoveel mogelijk wat er met hun gegevens gebeurt.',
    'People know, and as far as possible decide, what happens to their data.',
  ],
  [
    'VEI',
    'Veiligheid en weerbaarheid',
    'Security and resilience',
    'Digitale diensten blijven werken en gegevens blijven in goede handen.',
    'Digital services keep working and data stay in good hands.',
  ],
  [
    'TOE',
    'Toegankelijkheid en meedoen',
    'Accessibility and taking part',
    'Iedereen kan meedoen, ook met weinig ervaring of met een beperking.',
    'Everyone can take part, also with little experience or with a disability.',
  ],
  [
    'OPE',
    'Openheid en controleerbaarheid',
    'Openness and accountability',
    'Wat de stad digitaal doet, is te vinden, te begrijpen en te controleren.',
    'What the city does digitally can be found, understood and checked.',
  ],
  [
    'MEN',
    'Menselijke maat en grondrechten',
    'Human scale and fundamental rights',
    'Mensen beslissen, leggen uit en kunnen afwijken.',
    'People decide, explain and can deviate.',
  ],
  [
    'AUT',
    'Eigenaarschap en onafhankelijkheid',
    'Ownership and independence',
    'De stad houdt zelf de regie over data, contracten en keuzes.',
    'The city keeps control over its own data, contracts and choices.',
  ],
  [
    'STD',
    'Vrije, vernieuwende en samenwerkende stad',
    'A free, innovative and cooperating city',
    'De straat blijft vrij, en organisaties leren van elkaar.',
    'The street stays free, and organisations learn from each other.',
  ],
].map(([id, name, english, core, coreEnglish]) => ({
  id: id as ThemeId,
  name: name!,
  english: english!,
  core: core!,
  coreEnglish: coreEnglish!,
}))

const source = {
  id: 'BBV',
  title: 'Besluit beveiligde verbinding met overheidswebsites',
  url: 'https://zoek.officielebekendmakingen.nl/stb-2023-179.html',
  state: 'Geldt sinds 1-7-2023.',
  verified: true,
}
const agreed = {
  id: 'VNGP',
  title: 'Principes voor de digitale samenleving',
  url: 'https://vng.nl/',
  state: 'Afspraak tussen gemeenten.',
  verified: false,
}

const two = ([nl, en]: [string, string]) => ({ nl, en })

function normOf(draft: Draft): Norm {
  const criterion: Criterion = {
    id: `${draft.norm}.${draft.check ?? 'vraag'}`,
    norm: draft.norm,
    title: { nl: draft.label, en: draft.english },
    weight: draft.weight,
    subjects: [draft.mail ? 'mail-domain' : draft.question ? 'algorithm' : draft.person ? 'sensor' : 'website'],
    onlyPublicBodies: draft.onlyPublic ?? false,
    means: draft.check
      ? { by: 'check', check: draft.check, options: {} }
      : draft.question
        ? { by: 'question', question: draft.question }
        : { by: 'person', who: draft.person ?? '', what: 'Loopt een ronde door de straat.' },
    why: `Zonder dit punt weet een bezoeker niet waar hij aan toe is bij ${draft.label.toLowerCase()}.`,
    firstStep: `Vraag uw websitebouwer om ${draft.label.toLowerCase()} in orde te maken.`,
    repair:
      'Stuur op https-antwoorden de kop `Strict-Transport-Security: max-age=31536000; includeSubDomains`. ' +
      'Begin met een korte tijd.',
    limits: 'Wij zien alleen het antwoord op het meetmoment, niet of elke pagina de kop meestuurt.',
    reasons: {
      ...(draft.met ? { good: two(draft.met) } : {}),
      ...(draft.partly ? { half: two(draft.partly) } : {}),
      ...(draft.unmet ? { missing: two(draft.unmet) } : {}),
    },
  }
  return {
    id: draft.norm,
    theme: draft.norm.slice(0, 3) as ThemeId,
    label: draft.label,
    labelEnglish: draft.english,
    statement: draft.statement,
    statementEnglish: `${draft.english}: this is what the norm asks.`,
    why: 'Omdat mensen er iedere dag mee te maken hebben.',
    subjects: criterion.subjects,
    status: draft.status,
    statusNote:
      'Voor bestuursorganen verplicht sinds 1 juli 2023. Voor andere organisaties is het goed gebruik, geen wet.',
    sources: [{ source: draft.status === 'agreement' ? agreed : source, article: 'art. 2' }],
    clusters: ['A', 'B'],
    reviewMonths: 12,
    criteria: [criterion],
  }
}

export const catalogue: Catalogue = {
  version: '0.2.0-test',
  date: '2026-11-23',
  themes,
  sources: [source, agreed],
  norms: drafts.map(normOf),
}
const measured = drafts.flatMap((draft) =>
  draft.check ? [{ ...draft, check: draft.check, criterion: `${draft.norm}.${draft.check}` }] : [],
)

type Town = {
  slug: string
  name: string
  kind: string
  street: string | null
  publicBody: boolean
  why?: Unseen
  letters: readonly [string, string]
}
/**
 * A letter per measured criterion, in the order above: m(et), p(artly), u(nmet), ? unknown; first and second
 * publication.
 */
export const town: readonly Town[] = [
  {
    slug: 'gemeente-voorbeeldstad',
    name: 'Gemeente Voorbeeldstad',
    kind: 'gemeente',
    street: 'Stadhuisplein',
    publicBody: true,
    letters: ['mpmpummmmm', 'mmmmmmmmmm'],
  },
  {
    slug: 'bakkerij-de-korenaar',
    name: 'Bakkerij De Korenaar',
    kind: 'winkel',
    street: 'Haarlemmerstraat',
    publicBody: false,
    letters: ['uuuuuuunpu', 'upmuuuunpu'],
  },
  {
    slug: 'cafe-het-anker',
    name: 'Café Het Anker',
    kind: 'café',
    street: 'Haarlemmerstraat',
    publicBody: false,
    letters: ['mmupuummnm', 'mmupupunnm'],
  },
  {
    slug: 'ziekenhuis-rijnoever',
    name: 'Ziekenhuis Rijnoever',
    kind: 'ziekenhuis',
    street: null,
    publicBody: false,
    letters: ['mpmmmpunmu', 'mpmmmmmnmu'],
  },
  {
    slug: 'museum-de-sleutel',
    name: 'Museum De Sleutel',
    kind: 'museum',
    street: 'Oude Vest',
    publicBody: false,
    letters: ['upmmuummpm', 'upmmuummpm'],
  },
  {
    slug: 'fietsenwinkel-spaak',
    name: 'Fietsenwinkel Spaak & Zn. <script>alert(1)</script>',
    kind: 'winkel',
    street: 'Nieuwe Rijn',
    publicBody: false,
    why: 'blocked',
    letters: ['?????u????', '?????u????'],
  },
  {
    slug: 'bibliotheek-de-boog',
    name: 'Bibliotheek De Boog',
    kind: 'bibliotheek',
    street: 'Nieuwe Rijn',
    publicBody: false,
    letters: ['mmmummmnmm', 'mmmpmmmnmm'],
  },
  {
    slug: 'stichting-buurtkracht',
    name: '=HYPERLINK("http://kwaad.voorbeeld.nl")',
    kind: 'stichting',
    street: null,
    publicBody: false,
    letters: ['umupuumnpm', 'umupuumnpm'],
  },
]
const words: Readonly<Record<string, VerdictWord>> = {
  m: 'met',
  p: 'partly',
  u: 'unmet',
  '?': 'unknown',
  n: 'not-applicable',
}
const reasons: Readonly<Record<VerdictWord, string>> = {
  met: 'good',
  partly: 'half',
  unmet: 'missing',
  unknown: 'unseen.blocked',
  'not-applicable': 'not-public-body',
}
/** What changed by the norm: the museum's contact for security in publication 2 comes from a stricter list. */
/** The law that came under that norm with the second publication. */
const LAW_CHANGE: LawChange = {
  theme: 'TOE',
  norm: 'TOE-03',
  from: 'framework',
  to: 'law-public',
  since: '2026-10-01',
  laws: ['Besluit digitale toegankelijkheid overheid, artikel 2'],
}
const byNorm = (criterion: string): boolean => criterion === 'TOE-03.axe-1.4.3'

export const subjectId = (index: number, kind: 'website' | 'mail-domain'): string =>
  `0198a000-0000-7000-8000-0000000001${String(index * 2 + (kind === 'website' ? 0 : 1)).padStart(2, '0')}`
export const addressOf = (slug: string): string => `www.${slug}.nl`

const parties: readonly Party[] = [
  {
    host: 'www.google-analytics.com',
    service: 'Google Analytics',
    company: 'Google',
    parent: 'Alphabet',
    country: 'US',
    category: 'analytics',
    eea: false,
    requests: 4,
    tracker: true,
  },
  {
    host: 'fonts.gstatic.com',
    service: 'Google Fonts',
    company: 'Google',
    parent: 'Alphabet',
    country: 'US',
    category: 'fonts',
    eea: false,
    requests: 3,
    tracker: false,
  },
  {
    host: 'cdn.voorbeeldhosting.nl',
    service: null,
    company: 'Voorbeeldhosting',
    parent: 'Voorbeeldhosting',
    country: 'NL',
    category: 'cdn',
    eea: true,
    requests: 11,
    tracker: false,
  },
  {
    host: 'plugin.onbekend.example',
    service: null,
    company: null,
    parent: null,
    country: null,
    category: null,
    eea: null,
    requests: 1,
    tracker: false,
  },
]

function seenFor(verdict: VerdictWord, slug: string): Seen {
  if (verdict === 'unknown' || verdict === 'not-applicable') return {}
  return {
    count: 3,
    first: 'www.google-analytics.com',
    url: `https://${addressOf(slug)}/`,
    days: verdict === 'met' ? 365 : 30,
    policy: 'p=none',
    domain: `${slug}.nl`,
    total: 12,
    closed: 4,
    company: 'Voorbeeldhosting',
    details: [
      `https://${addressOf(slug)}/`,
      'strict-transport-security: max-age=2592000',
      '<b onclick=alert(1)>letterlijk</b>',
    ],
  }
}

type Row = {
  index: number
  kind: 'website' | 'mail-domain'
  criterion: string
  norm: string
  weight: number
  verdict: VerdictWord
}
function rowsOf(publication: 0 | 1): Row[] {
  return town.flatMap((each, index) =>
    measured.map((draft, place) => ({
      index,
      kind: draft.mail ? ('mail-domain' as const) : ('website' as const),
      criterion: draft.criterion,
      norm: draft.norm,
      weight: draft.weight,
      verdict:
        draft.onlyPublic && !each.publicBody
          ? ('not-applicable' as const)
          : (words[each.letters[publication][place] ?? '?'] ?? 'unknown'),
    })),
  )
}

/** As the engine weighs: met 1, partly a half, unknown not counted; a figure from 80 % seen. */
function weigh(rows: readonly Row[]): ThemeScore[] {
  return themes.map(({ id }) => {
    const own = rows.filter((row) => row.norm.startsWith(id) && row.verdict !== 'not-applicable')
    const sum = (some: readonly Row[], worth: (row: Row) => number) =>
      some.reduce((total, row) => total + row.weight * worth(row), 0)
    const known = own.filter((row) => row.verdict !== 'unknown')
    const [applicable, seen] = [sum(own, () => 1), sum(known, () => 1)]
    const coverage = applicable === 0 ? null : seen / applicable
    return {
      theme: id,
      score:
        coverage === null || coverage < 0.8
          ? null
          : sum(known, (row) => (row.verdict === 'met' ? 1 : row.verdict === 'partly' ? 0.5 : 0)) / seen,
      coverage,
      known: seen,
      applicable,
      normsTouched: measured.filter((draft) => draft.norm.startsWith(id)).length,
      norms: drafts.filter((draft) => draft.norm.startsWith(id)).length + 4,
    }
  })
}

function spreadOf(all: readonly { slug: string; name: string; themes: readonly ThemeScore[] }[]): ThemeSpread[] {
  return themes.flatMap(({ id }) => {
    const own = all.map(({ slug, name, themes: scores }) => ({
      slug,
      name,
      ...scores.find((each) => each.theme === id)!,
    }))
    if (own[0]?.normsTouched === 0) return []
    const dots = own
      .flatMap(({ slug, name, score }) => (score === null ? [] : [{ slug, name, score }]))
      .toSorted((a, b) => a.score - b.score)
    const middle = Math.floor(dots.length / 2)
    const median =
      dots.length === 0
        ? null
        : dots.length % 2 === 1
          ? dots[middle]!.score
          : (dots[middle - 1]!.score + dots[middle]!.score) / 2
    const histogram = Array.from(
      { length: 20 },
      (_, step) => dots.filter((dot) => Math.min(19, Math.floor(dot.score * 20)) === step).length,
    )
    const covered = own.flatMap(({ coverage }) => coverage ?? [])
    return [
      {
        theme: id,
        scored: dots.length,
        withheld: own.length - dots.length,
        median,
        coverage: covered.length === 0 ? null : covered.reduce((a, b) => a + b, 0) / covered.length,
        reweighed: null,
        histogram,
        dots,
        normsTouched: own[0]!.normsTouched,
        norms: own[0]!.norms,
      },
    ]
  })
}

const selfTest: SelfTest = {
  at: '2026-11-20T08:00:00Z',
  addresses: 24,
  rows: measured.map((draft, index) => ({
    check: draft.check,
    hits: 11 + index,
    misses: index % 3 === 2 ? 1 : 0,
    falseAlarms: index === 4 ? 1 : 0,
    rightlyQuiet: 12,
    unknown: index % 2,
  })),
}

/** The day on which a site of this city is read, so that nothing of it is too old. */
export const READ_ON = () => '2026-11-28'

const dates = ['2026-10-01T09:00:00Z', '2026-11-23T09:00:00Z'] as const

/** Fills the `published` schema. Change `provisional` or `dots` to see those states. */
export async function seedPublished(db: Db, { provisional = false, dots = true, running = false } = {}): Promise<void> {
  await db
    .insertInto('published.municipality')
    .values({ id: CITY, slug: 'voorbeeldstad', name: 'Voorbeeldstad' })
    .execute()
  if (running)
    await db
      .insertInto('published.progress')
      .values({ municipality: CITY, at: dates[1], total: 120, done: 40, failed: 3 })
      .execute()
  await db
    .insertInto('published.file')
    .values([
      { hash: EVIDENCE, media: 'application/json' },
      { hash: MAIL_EVIDENCE, media: 'application/json' },
      { hash: SCREENSHOT, media: 'image/jpeg' },
    ])
    .execute()
  const both = [rowsOf(0), rowsOf(1)] as const
  const key = (row: Row) => `${row.index} ${row.criterion}`
  const later = new Map(both[1].map((row) => [key(row), row]))
  const changes: Change[] = both[0].flatMap((row) => {
    const to = later.get(key(row))!.verdict
    const { slug, name } = town[row.index]!
    return to === row.verdict
      ? []
      : [
          {
            organisation: slug,
            name,
            criterion: row.criterion,
            from: row.verdict,
            to,
            cause: byNorm(row.criterion) ? ('norm' as const) : ('subject' as const),
          },
        ]
  })
  const rank: Readonly<Record<VerdictWord, number>> = { met: 2, partly: 1, unmet: 0, unknown: 0, 'not-applicable': 0 }
  for (const [index, rows] of both.entries()) {
    const no = index + 1
    const organisations = town.map((each, place) => ({
      ...each,
      themes: weigh(rows.filter((row) => row.index === place)),
    }))
    const own = changes.filter((change) => change.cause === 'subject')
    const summary: CitySummary = {
      organisations: 8,
      websites: 8,
      mailDomains: 8,
      seen: 15,
      notSeen: [{ why: 'blocked', count: 1 }],
      from: '2026-11-18T10:00:00Z',
      to: '2026-11-20T16:00:00Z',
      themes: spreadOf(organisations).map((spread) => (dots ? spread : { ...spread, dots: [] })),
      better: no === 1 ? 0 : own.filter((change) => rank[change.to] > rank[change.from]).length,
      worse: no === 1 ? 0 : own.filter((change) => rank[change.to] < rank[change.from]).length,
      byNorm: no === 1 ? 0 : changes.length - own.length,
      changes: no === 1 ? [] : changes,
      ...(no === 2 && { laws: [LAW_CHANGE] }),
    }
    await db
      .insertInto('published.publication')
      .values({
        municipality: CITY,
        no,
        at: dates[index]!,
        by_name: 'Anna de Vries',
        by_function: 'beleidsadviseur digitale zaken',
        provisional: provisional && no === 2,
        catalogue_version: catalogue.version,
        catalogue: JSON.stringify(catalogue) as never,
        versions: JSON.stringify({ leidraad: '2026.11.0', chromium: '156.0', 'axe-core': '4.14.1' }) as never,
        self_test: no === 1 ? null : (JSON.stringify(selfTest) as never),
        summary: JSON.stringify(summary) as never,
      })
      .execute()
    await hold(
      db,
      'published.organisation_held',
      no,
      organisations.map((each) => ({
        municipality: CITY,
        slug: each.slug,
        name: each.name,
        kind: each.kind,
        size: 'small' as const,
        street: each.street,
        public_body: each.publicBody,
        themes: each.themes,
      })),
    )
    const pages = (each: Town): VisitedPage[] => [
      {
        url: `https://${addressOf(each.slug)}/`,
        role: 'landing',
        phase: 'before-consent',
        profile: 'desktop',
        seen: !each.why,
        why: each.why ?? null,
        title: each.why ? null : each.name,
      },
      {
        url: `https://${addressOf(each.slug)}/contact`,
        role: 'contact',
        phase: 'before-consent',
        profile: 'desktop',
        seen: false,
        why: each.why ?? 'timeout',
        title: null,
      },
    ]
    const addresses = town.flatMap((each, place) =>
      (['website', 'mail-domain'] as const).map((kind) => ({
        municipality: CITY,
        id: subjectId(place, kind),
        organisation: each.slug,
        kind,
        address: kind === 'website' ? addressOf(each.slug) : `${each.slug}.nl`,
        measured_at: new Date(no === 1 ? '2026-09-28T10:00:00Z' : '2026-11-20T10:00:00Z'),
        seen: kind !== 'website' || !each.why,
        why: kind === 'website' ? (each.why ?? null) : null,
        detail: null,
        evidence: kind === 'website' ? EVIDENCE : MAIL_EVIDENCE,
        screenshot: kind === 'website' && !each.why ? SCREENSHOT : null,
        parties: kind === 'website' && !each.why && each.letters[1].startsWith('u') ? parties : [],
        pages: kind === 'website' ? pages(each) : [],
        themes: weigh(rows.filter((row) => row.index === place && row.kind === kind)),
      })),
    )
    await holdSubjects(db, no, addresses)
    const tally = new Map<string, number>()
    for (const row of rows)
      tally.set(`${row.criterion} ${row.verdict}`, (tally.get(`${row.criterion} ${row.verdict}`) ?? 0) + 1)
    await db
      .insertInto('published.tally')
      .values(
        [...tally].map(([each, count]) => {
          const [criterion, verdict] = each.split(' ') as [string, VerdictWord]
          return { municipality: CITY, publication: no, criterion, verdict, count }
        }),
      )
      .execute()
  }
  const finding = (row: Row, from: number, to: number | null) => ({
    municipality: CITY,
    subject: subjectId(row.index, row.kind),
    criterion: row.criterion,
    from_no: from,
    to_no: to,
    norm: row.norm,
    theme: row.norm.slice(0, 3) as ThemeId,
    verdict: row.verdict,
    reason: reasons[row.verdict],
    seen: JSON.stringify(seenFor(row.verdict, town[row.index]!.slug)) as never,
    strength: 'measured' as const,
    cause: from === 1 ? ('first' as const) : byNorm(row.criterion) ? ('norm' as const) : ('subject' as const),
  })
  // Rows that nobody measured: the wall that asks for two looks (ADR 0116) is away for as long as they are put in.
  const wall = (how: 'disable' | 'enable') =>
    sql`alter table published.finding ${sql.raw(how)} trigger worse_is_seen_twice`
  await db.transaction().execute(async (tx) => {
    await wall('disable').execute(tx)
    await tx
      .insertInto('published.finding')
      .values(
        both[0].flatMap((row) => {
          const now = later.get(key(row))!
          return now.verdict === row.verdict ? [finding(row, 1, null)] : [finding(row, 1, 2), finding(now, 2, null)]
        }),
      )
      .execute()
    await wall('enable').execute(tx)
  })
}
