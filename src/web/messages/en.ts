/** Every sentence of the public site in English, held against the Dutch: a missing one does not compile. */
import { day, moment, number, percent, points } from '../language.ts'
import type { Messages } from './nl.ts'

const n = (value: number): string => number('en', value)
const count = (value: number, one: string, many: string): string => `${n(value)} ${value === 1 ? one : many}`
const d = (at: Date | string): string => day('en', at)

export const en = {
  skip: 'Skip to content',
  mainNav: 'Main menu',
  breadcrumb: 'Breadcrumbs',
  otherLanguage: 'Nederlands',
  languageNav: 'Language',
  tagline: (name: string) => `The digital city of ${name}`,
  nav: {
    city: 'The city',
    organisations: 'Organisations',
    norms: 'Norms',
    toetsen: 'Digital tests',
    registers: 'Registers',
    method: 'Method',
    openData: 'Open data',
  },
  footer: {
    about: 'About this site',
    method: 'How we measure',
    openData: 'Open data and API',
    privacy: 'Privacy',
    accessibility: 'Accessibility',
    licence: 'Leidraad is free software (EUPL-1.2). The data are free to use (CC0).',
    source: 'Leidraad measures from outside and explains every number.',
  },
  feed: {
    title: (city: string) => `Digital city ${city}: publications and decisions`,
    author: (city: string) => `Municipality of ${city}`,
    publication: (no: number) => `Publication ${n(no)} of the measurement`,
    publicationText: (name: string, by: string, version: string) =>
      `Published by ${name}, ${by}. Measured with version ${version} of the norms.`,
    decision: (number: string, title: string) => `IT test ${number}: ${title}`,
    decisionText: (outcome: string, on: string) => `The decision of ${d(on)}: ${outcome}.`,
    organisation: (name: string) => `${name}: what changed`,
    change: (title: string, address: string) => `${title} (${address})`,
    changeText: (was: string, now: string, cause: string) => `Before: ${was}. Now: ${now}. Because: ${cause}.`,
    follow: 'Follow',
    followNews: 'News of this site (Atom)',
    followOrganisation: (name: string) => `What changes at ${name} (Atom)`,
  },
  dutchOnly: 'This text exists in Dutch only.',
  table: 'View as a table',
  earlier: (no: number, at: Date) => `You are reading publication ${n(no)} of ${d(at)}. It is not the newest.`,
  toNewest: 'To the newest publication',
  provisional: 'Provisional publication',
  provisionalText: 'The measurement is still running or has not been reviewed yet. The scores may change.',
  running: 'A measurement is running',
  runningText: (done: number, total: number, failed: number) =>
    `${n(done + failed)} of ${count(total, 'address', 'addresses')} visited` +
    (failed > 0 ? `. ${n(failed)} of those visits did not succeed.` : '.'),
  runningLabel: 'Progress of the measurement',
  none: {
    title: 'Nothing has been published yet',
    text:
      'The municipality has not made a measurement public yet. As soon as it does, you can read here how the ' +
      'digital city stands.',
    more: 'Read how we measure',
  },

  verdict: {
    met: 'met',
    partly: 'partly met',
    unmet: 'not met',
    unknown: 'unknown',
    'not-applicable': 'not applicable',
  },
  barrier: {
    met: 'nothing found',
    partly: 'some barriers',
    unmet: 'barriers',
    unknown: 'unknown',
    'not-applicable': 'not applicable',
  },
  advice: {
    met: 'in order',
    partly: 'could be better (advice)',
    unmet: 'not set (advice)',
    unknown: 'unknown',
    'not-applicable': 'not applicable',
  },
  adviceText: 'This is advice and does not count in the score.',
  theme: {
    PRV: 'Privacy',
    VEI: 'Security',
    TOE: 'Accessibility',
    OPE: 'Openness',
    MEN: 'Human scale',
    AUT: 'Independence',
    UIT: 'Feasibility',
    STD: 'Free city',
  },
  status: {
    'law-public': 'Law for public bodies',
    'law-all': 'Law for everyone',
    'law-part': 'Law for some',
    framework: 'Standard or policy',
    agreement: 'Agreement',
  },
  statusMeaning: {
    'law-public': 'This is in the law, for the municipality and other public bodies. For others it is advice.',
    'law-all': 'This is in the law, for businesses and associations as well.',
    'law-part': 'This is in the law, for some. Size, sector or role decides for whom.',
    framework: 'This comes from a standard or from policy for public bodies. For others it is advice.',
    agreement: 'This is for whoever agreed to it, in policy, a covenant or a contract. It goes further than the law.',
  },
  noJudge: 'Our measurement is no legal judgement.',
  statusHere: {
    label: 'Advice for you',
    law: (name: string) => `For ${name} this is advice. The law asks it of public bodies.`,
    framework: (name: string) =>
      `For ${name} this is advice. It comes from a standard or from policy for public bodies.`,
    lawPublic: 'This is in the law, for public bodies.',
    frameworkPublic: 'This comes from a standard or from policy for public bodies. What holds exactly is told below.',
    agreement: (name: string) => `Did ${name} not agree to this? Then it is advice. It goes further than the law.`,
    part: (name: string) => `Whether this law is for ${name} depends on size, sector or role.`,
  },
  means: { check: 'measured', question: 'asked', person: 'looked at by a person', entry: 'follows from a register' },
  strength: {
    declared: 'declared',
    measured: 'measured',
    documented: 'shown by a document',
    witnessed: 'seen by a person',
  },
  cause: {
    first: 'seen for the first time',
    subject: 'something changed at the organisation',
    norm: 'the norm changed',
    measurement: 'our measurement changed',
    unseen: 'not seen, now or before',
  },
  kindOf: { website: 'website', 'mail-domain': 'e-mail domain' },
  size: { micro: 'micro', small: 'small', medium: 'medium', large: 'large' },
  publicBody: 'public body',
  unseen: {
    'name-not-found': 'the name does not exist (any more)',
    'dns-failed': 'the address of the site could not be looked up',
    unreachable: 'the site could not be reached',
    timeout: 'no answer came in time',
    'tls-failed': 'no secure connection could be made',
    'no-https': 'the site answers only without a secure connection',
    'refused-address': 'the address is not part of the public internet',
    'redirect-loop': 'the site kept redirecting',
    'redirected-away': 'the site redirected to another address',
    'http-error': 'the site gave an error message',
    gone: 'the page does not exist (any more)',
    blocked: 'the site did not admit our measurement',
    'rate-limited': 'the site asked us to come back later',
    'not-html': 'what came back was not a web page',
    empty: 'the page was empty',
    'too-large': 'the answer was too large',
    'too-heavy': 'the page asked for too much memory',
    robots: 'the site asks programs not to look, or we could not find out (robots.txt)',
    crashed: 'the browser of the measurement crashed',
    'probe-failed': 'the measurement itself failed',
  },
  unseenOtherwise: 'it did not work',
  unseenSentence: (why: string) => `We could not see this: ${why}.`,
  halfSeen: {
    loading: 'the page had not finished loading',
    busy: 'the page was still waiting for files or kept fetching them',
    stopped: 'a script held the page',
    dialogs: 'the page kept opening dialogs',
    cut: 'the page was larger than we can look at',
    shut: 'the page asked for too many files',
    frames: 'part of the page could not be read',
    'in-the-way': 'something stood before the page, such as a check or a notice',
    'unclear-request': 'we could not see whether another company really received a message of the page',
    'page-unseen': 'a page of the site did not reach our screen',
    'no-answer': 'a question about the domain name got no answer',
    blank: 'the page shows nothing',
    withheld: 'the page shows its content only after a choice, for example about cookies',
  },
  halfSeenSentence: (why: string) => `We did not see the whole site, so we do not know this: ${why}.`,
  entry: {
    filled: (field: string, _said: string) => `The register has “${field}” filled in.`,
    empty: (field: string, _said: string) => `The register does not have “${field}” filled in.`,
    open: (field: string, _said: string) => `The register does not have “${field}” filled in, so we do not know this.`,
    linked: (field: string, _said: string) => `At “${field}” the register refers to where this is found.`,
    unlinked: (field: string, _said: string) => `At “${field}” the register refers to nothing.`,
    ended: (field: string, _said: string) => `What the register refers to at “${field}” has ended or is gone.`,
    'not-passed': (field: string, said: string) =>
      `The date at “${field}” in the register has not passed yet: ${said}.`,
    passed: (field: string, said: string) => `The date at “${field}” in the register has passed: ${said}.`,
    answer: (field: string, said: string) => `At “${field}” the register says: ${said}.`,
    'not-asked': (field: string, _said: string) =>
      `Because of what the register says at “${field}” this is not asked here.`,
    'asked-unless': (field: string, _said: string) =>
      `We do not know whether this is asked here: the register does not have “${field}” filled in.`,
    'no-field': (_field: string, _said: string) => 'The register no longer asks this.',
    expired: (field: string, said: string) =>
      `“${field}” in the register was last checked too long ago. It counted until ${said}.`,
  },
  expiredSentence: (until: string) =>
    `This was measured too long ago to say anything now. It counted until ${d(until)}.`,
  outdated: {
    title: 'Part of this was measured too long ago',
    text: (old: number, all: number) =>
      `This goes for ${n(old)} of the ${n(all)} addresses. Each address tells what still counts. A figure for the ` +
      'whole city stays as it was published, until it is measured again.',
  },
  notPublicBody: 'This is asked of public bodies only.',
  noSentence: 'This catalogue has no sentence for this outcome.',
  andMore: (told: string, more: number) => `${told} and ${n(more)} more`,
  seenAs: {
    url: 'Web address',
    page: 'Page',
    statement: 'Statement',
    host: 'Name',
    domain: 'Domain',
    zone: 'Domain',
    name: 'Name in DNS',
    at: 'Name in DNS',
    hosts: 'With whom',
    domains: 'With whom',
    companies: 'Company',
    company: 'Company',
    parents: 'Parent company',
    parent: 'Parent company',
    countries: 'Country',
    country: 'Country',
    names: 'Names',
    fields: 'Fields',
    header: 'Setting',
    policy: 'Setting (Referrer-Policy)',
    record: 'Setting in DNS',
    problem: 'Fault',
    gap: 'Gap',
    what: 'Version',
    rules: 'Rules of the measurement',
    framesMissed: 'Parts that we could not read',
    undecided: 'Parts without an outcome',
    offered: 'Versions',
    old: 'Old versions',
    versions: 'Not established',
    ruleset: 'Rules',
    issuer: 'Issuer',
    issuers: 'Issuers',
    from: 'Valid from',
    until: 'Valid until',
    expires: 'Valid until',
    updated: 'Updated',
    contact: 'Contact',
    algorithms: 'Algorithms',
    lookups: 'Lookups',
    voids: 'Lookups without an answer',
    lacking: 'Lacking',
    language: 'Language in the code',
    lang: 'Language in the code',
    title: 'Title',
    second: 'Sent on to',
    address: 'Internet address',
    status: 'Status',
    why: 'Reason',
    detail: 'Detail',
    list: 'List of trackers',
  },
  score: {
    of: (score: number) => `${points('en', score)} out of 100`,
    tooLittle: 'too little measured',
    notApplicable: 'not applicable',
    notYet: 'not measured yet',
    coverage: (share: number) => `${percent('en', share)} seen`,
  },
  role: {
    landing: 'landing page',
    contact: 'contact',
    form: 'form',
    search: 'search',
    news: 'news',
    other: 'other page',
  },
  phase: { 'before-consent': 'before a choice about cookies', 'without-script': 'without scripts' },
  profile: { desktop: 'computer' },
  category: {
    analytics: 'statistics',
    advertising: 'advertising',
    social: 'social media',
    video: 'video',
    maps: 'maps',
    fonts: 'fonts',
    captcha: 'robot check',
    cdn: 'delivery of files',
    consent: 'cookie question',
    chat: 'chat',
    payment: 'payment',
    hosting: 'hosting',
    mail: 'e-mail',
    dns: 'naming',
    government: 'government',
    forms: 'forms',
    'tag-manager': 'tag management',
    monitoring: 'monitoring',
    other: 'other',
  },

  city: {
    title: 'How does our digital city stand?',
    lead: (organisations: number, websites: number, mails: number) =>
      `We looked from outside at ${count(organisations, 'organisation', 'organisations')}: ` +
      `${count(websites, 'website', 'websites')} and ${count(mails, 'e-mail domain', 'e-mail domains')}.`,
    published: (at: Date, by: string, role: string) => `Published on ${d(at)} by ${by}, ${role}.`,
    measured: (from: string, to: string) =>
      d(from) === d(to) ? `Measured on ${d(from)}.` : `Measured from ${d(from)} to ${d(to)}.`,
    allSeen: (seen: number) =>
      seen === 1 ? 'We could see something of the address.' : `We could see something of all ${n(seen)} addresses.`,
    notSeen: (missed: number) =>
      `Of ${count(missed, 'address', 'addresses')} we could see nothing. That counts as unknown, never as “not met”.`,
    whyNot: 'Why we saw nothing',
    times: (value: number) => count(value, 'time', 'times'),
    themesTitle: (value: number) =>
      value === 1
        ? 'One theme'
        : `${['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight'][value] ?? n(value)} themes`,
    themesIntro:
      'There is no overall grade. Each theme has its own score from 0 to 100: the share of the measured points ' +
      'that is in order, weighted by importance. Each dot is an organisation, the line is the middle one.',
    reweighed: (before: number) =>
      `With the norms of the previous publication it would have been ${points('en', before)}. That is because the ` +
      `norm changed.`,
    half: (scored: number, median: number) =>
      scored === 1
        ? `The one organisation with a score has ${points('en', median)} out of 100.`
        : median === 1
          ? `At least half of the ${n(scored)} organisations with a score have 100 out of 100.`
          : `At least half of the ${n(scored)} organisations with a score have ${points('en', median)} out of 100 ` +
            'or more.',
    noScores: 'There is no organisation yet of which enough could be seen for a score.',
    withheld: (value: number) =>
      `For ${count(value, 'organisation', 'organisations')} too little could be seen for a score, or nothing applies.`,
    coverage: (share: number) => `Of what can be measured from outside, we saw ${percent('en', share)} on average.`,
    touched: (touched: number, all: number) => `Of the ${n(all)} norms in this theme we can measure ${n(touched)}.`,
    histogramLegend: 'Each bar counts the organisations in a step of five points.',
    stripLabel: (theme: string) => `Scores of organisations on ${theme}`,
    notMeasured: (names: string) =>
      `Cannot be measured from outside and is therefore not shown here: ${names}. Those norms are asked about or ` +
      `looked at by people.`,
    compare: (theme: string) => `Compare organisations on ${theme.toLowerCase()}`,
    changes: 'What changed?',
    firstTime: 'This is the first publication. The next one will show what changed.',
    noChanges: 'No finding has changed since the previous publication.',
    changedBySubject: (better: number, worse: number, since: string) =>
      `Since ${since}, ${count(better, 'point has', 'points have')} improved because something changed ` +
      `at an organisation. ${worse === 0 ? 'None got worse.' : `${count(worse, 'point', 'points')} got worse.`}`,
    changedByNorm: (value: number) =>
      `${count(value, 'finding', 'findings')} changed because a norm or a list changed, not the organisation.`,
    changedByMeasurement: (value: number) =>
      `${count(value, 'finding', 'findings')} changed because we measure differently, not because of the ` +
      `organisation.`,
    changedUnseen: (value: number) =>
      `${count(value, 'finding', 'findings')} could not be seen, now or before. That says nothing about the ` +
      `organisation.`,
    weightsChanged: (value: number) =>
      `The weight of ${count(value, 'point', 'points')} changed. A score can differ because of that while nothing ` +
      `changed on any site.`,
    weights: 'Different weight',
    weightFromTo: (from: number | null, to: number | null) =>
      from === null
        ? `now counts, with weight ${n(to ?? 0)}`
        : to === null
          ? `no longer counts, was weight ${n(from)}`
          : `weight from ${n(from)} to ${n(to)}`,
    better: 'Improved',
    worse: 'Got worse',
    byNorm: 'Changed by the norm',
    listed: (shown: number) => `The ${n(shown)} most important changes`,
    fromTo: (from: string, to: string) => `from ${from} to ${to}`,
    range: (from: number, to: number) => `${n(from)} to ${n(to)}`,
    tableCaption: (theme: string) => `Scores on ${theme}`,
  },
  column: {
    organisation: 'Organisation',
    kind: 'Kind',
    score: 'Score (0–100)',
    organisations: 'Organisations',
    criterion: 'What',
    from: 'Was',
    to: 'Became',
    cause: 'Because',
    theme: 'Theme',
    coverage: 'Measured part',
    touched: 'Norms measured',
    address: 'Address',
    measuredAt: 'Measured on',
    seen: 'Seen?',
    publication: 'Publication',
    date: 'Date',
    verdict: 'Verdict',
    page: 'Page',
    phase: 'Moment',
    profile: 'Device',
    host: 'Address',
    company: 'Company',
    country: 'Country',
    purpose: 'What for',
    requests: 'Requests',
    norm: 'Norm',
    status: 'Status',
    means: 'How established',
    meets: 'Met',
    weight: 'Weight',
    check: 'Check',
    recall: 'Found',
    falseAlarms: 'False alarms',
    unknown: 'Unknown',
    by: 'Published by',
    file: 'File',
    content: 'Contents',
    reason: 'What we saw',
    marks: 'Changes',
  },
  organisations: {
    title: 'How is an organisation doing?',
    lead: 'Find a shop, school or institution and read what we saw.',
    search: 'Name or address',
    kind: 'Kind',
    street: 'Street',
    theme: 'Theme',
    sort: 'Order',
    all: 'All',
    byName: 'By name',
    high: 'Highest score first',
    low: 'Lowest score first',
    submit: 'Search',
    foundOf: (total: number, page: number, pages: number) =>
      (total === 1 ? '1 organisation' : `${n(total)} organisations`) +
      (pages > 1 ? `, page ${n(page)} of ${n(pages)}` : ''),
    caption: 'Organisations with their score per theme, from 0 to 100',
    empty: 'No organisation matches this.',
    emptyHint: 'Check the spelling, search for a part of the name or choose fewer filters.',
    clear: 'Show all organisations',
    pickTheme: 'Choose a theme to sort by score. The list is now by name.',
    pagination: 'Pages',
    previous: 'Previous',
    next: 'Next',
    page: (value: number) => `Page ${n(value)}`,
    form: 'Find organisations',
  },
  organisation: {
    lead: (websites: number, mails: number, at: string | null) => {
      const what = [
        websites > 0 ? count(websites, 'website', 'websites') : '',
        mails > 0 ? count(mails, 'e-mail domain', 'e-mail domains') : '',
      ]
        .filter(Boolean)
        .join(' and ')
      if (what === '') return 'No website or e-mail domain of this organisation is known.'
      return at === null
        ? `We know of ${what}, but have not measured yet.`
        : `We looked at ${what}, most recently on ${d(at)}.`
    },
    steps: (value: number) =>
      value === 1
        ? 'The step that helps most'
        : `The ${['zero', 'one', 'two', 'three'][value] ?? n(value)} steps that help most`,
    stepWhere: 'For',
    stepRead: 'Read what we saw',
    noSteps: 'We saw nothing that needs a step.',
    noStepsUnknown: 'We saw too little to name a step.',
    themes: 'Per theme',
    themesCaption: (name: string) => `Scores of ${name} per theme`,
    coverageMeans: 'Measured part: how much we saw of what can be measured from outside. Below 80% we give no score.',
    touched: (touched: number, all: number) => `${n(touched)} of ${n(all)}`,
    addresses: 'Websites and e-mail domains',
    addressesCaption: 'Addresses looked at',
    seenYes: 'yes',
    seenNo: (why: string) => `no: ${why}`,
    trend: 'Through time',
    trendIntro:
      'The score per publication. A circle below the line: something changed at the organisation. A diamond: a norm ' +
      'or list changed.',
    trendOne: 'There is only one publication yet. From the next one on you will see the course here.',
    trendLabel: (theme: string) => `Course of ${theme}`,
    trendCaption: (theme: string) => `${theme}, score per publication`,
    bySubject: 'something changed at the organisation',
    byNorm: 'the norm changed',
    byMeasurement: 'our measurement changed',
    unseen: 'not seen, now or before',
    byWeight: (told: string) => `In this score, what counts changed: ${told}.`,
    history: 'History',
    noHistory: 'No changes since the first publication.',
    historyCaption: 'Changed findings, newest first',
    historyMore: (value: number) => `Only the newest ${n(value)} stand here. Everything is in the open data.`,
    notMeasured: 'not measured yet',
  },
  subject: {
    websiteLead: (at: string, pages: number) =>
      `We visited this website on ${moment('en', at)} and looked at ${count(pages, 'page', 'pages')}.`,
    mailLead: (at: string) => `We looked at this e-mail domain on ${moment('en', at)}. No e-mail was sent.`,
    notMeasured: 'This address has not been measured yet.',
    notSeen: (why: string) => `We could see nothing: ${why}. Everything below is therefore unknown.`,
    tally: (met: number, partly: number, unmet: number, unknown: number) =>
      `Of ${count(met + partly + unmet + unknown, 'point', 'points')} that can be measured here: ${n(met)} in ` +
      `order, ${n(partly)} partly, ${n(unmet)} not and ${n(unknown)} unknown.`,
    screenshot: 'This is what the landing page looked like',
    screenshotAlt: (address: string, at: string) => `Screenshot of ${address} on ${d(at)}`,
    findings: 'What we saw',
    worstFirst: 'What needs attention comes first.',
    noFindings: 'There are no findings about this address.',
    met: (value: number) => count(value, 'point is in order', 'points are in order'),
    rest: (value: number) => count(value, 'point does not apply', 'points do not apply'),
    visit: 'The visit',
    visitCaption: 'Pages visited',
    pageSeen: 'seen',
    pageNotSeen: (why: string) => `not seen: ${why}`,
    parties: 'Which companies receive data when you visit this site?',
    partiesLead: (hosts: number, companies: number, outside: number) =>
      `On a visit the page asks for files at ${count(hosts, 'other address', 'other addresses')} of ` +
      `${count(companies, 'known company', 'known companies')}` +
      (outside > 0
        ? `. ${n(outside)} of them ${outside === 1 ? 'belongs' : 'belong'} to a company outside Europe.`
        : '.'),
    partiesNone: 'We saw no other parties. Only the site itself receives data about your visit.',
    partiesUnseen: 'We could not see the pages, so we do not know who receives data about your visit.',
    partiesMap: 'From address through company to country',
    partiesCaption: 'Other parties that receive data about a visit',
    partiesMore: (value: number) => `${count(value, 'more address is', 'more addresses are')} in the table only.`,
    unknownOwner: 'owner not known',
    unknownCountry: 'country not known',
    tracker: 'is on a tracker list',
    outsideEea: 'outside Europe',
    evidence: 'Raw evidence',
    evidenceText: 'Everything the measurement saw, as one file (JSON). Whoever wants to can check the verdict.',
    evidenceLink: 'Download the raw evidence',
    noEvidence: 'No raw evidence of this address has been published.',
    websiteOf: 'Website of',
    mailOf: 'Mail domain of',
  },
  versionOf: {
    leidraad: 'Leidraad',
    browser: 'Browser (Chromium)',
    sandbox: 'Shielding of the browser',
    axe: 'Accessibility, first program (axe-core)',
    accesslint: 'Accessibility, second program (AccessLint)',
    openssl: 'Secure connection (OpenSSL)',
    node: 'Node.js',
    easyprivacy: 'List of trackers (EasyPrivacy)',
    cookies: 'List of cookies',
    owners: 'List of companies and parent companies',
    changing: 'List of files that change often',
  },
  finding: {
    seen: 'What we saw',
    verbatim: 'Seen verbatim',
    why: 'Why it matters',
    norm: 'The norm',
    about: (label: string) => `Norm: ${label}`,
    sources: 'Sources',
    verified: 'read and checked',
    unverified: 'not yet checked by a lawyer',
    repair: 'How it gets better',
    noRepair: 'This is in order. You need not do anything.',
    lookAgain: 'Unknown is not “not met”. We look again at the next measurement.',
    firstStep: 'First step',
    engineer: 'For whoever maintains the site',
    copy: 'Message to send on',
    copyTo:
      'Send this to whoever looks after your website, e-mail or domain name. ' +
      'You do not know who that is? Ask your web builder.',
    copyButton: 'Copy this message',
    copied: 'Copied',
    message: (city: string, address: string, at: string, title: string, seen: string, repair: string, page: string) =>
      `The municipality of ${city} looked at ${address} on ${d(at)}. This is about: ${title}. ${seen} ` +
      `Could you look into this? It can be done like this: ${repair} What we saw exactly is on ${page}`,
    limits: 'What this does not prove',
    details: 'Facts of this measurement',
    measuredAt: 'Measured on',
    strength: 'How certain',
    oneMeasurement: 'This is one measurement.',
    notConfirmed: 'This is one measurement: a second program did not see this.',
    twoMeasurements: (confirmed: number, elements: number) =>
      confirmed < elements
        ? `Confirmed by two measurements: a second program saw ${n(confirmed)} of these ${n(elements)} places too.`
        : 'Confirmed by two measurements: a second program saw the same.',
    weight: 'Weight',
    weightText: (weight: number) =>
      weight === 0
        ? '0 (advice, does not count)'
        : `${n(weight)} out of 3 (${['light', 'ordinary', 'heavy'][Math.min(weight, 3) - 1]})`,
    catalogue: 'Catalogue of norms',
    versionsOpen: 'Programs and lists of this measurement',
    evidence: 'Raw evidence',
    check: 'Check',
    history: 'History of this finding',
    historyCaption: 'Earlier verdicts',
    since: (no: number, at: string) => `publication ${n(no)} (${at})`,
    wrong: 'Is this not right?',
    wrongText:
      'Tell us. Somebody of the municipality will look at it, measure again if needed and correct what is wrong.',
    contact: {
      within: (days: number) => `You will get an answer within ${count(days, 'working day', 'working days')}.`,
      mail: 'Mail to',
      call: (phone: string) => `or call ${phone}`,
      none:
        'The municipality has not yet given an address for reports on this site. Call or write to the general ' +
        'number or address of the municipality.',
    },
  },
  report: {
    link: 'Report a mistake',
    open: (count: number) =>
      count === 1
        ? 'One report about this page is being looked at.'
        : `${n(count)} reports about this page are being looked at.`,
    answered: {
      corrected: (on: string) => `Corrected on ${d(on)}, after a report.`,
      kept: (on: string) => `Report answered on ${d(on)}. This page was not changed.`,
      'passed-on': (on: string) => `Report answered on ${d(on)}. It was passed on to whom it concerns.`,
    },
  },
  norms: {
    title: 'What do we ask, and on what ground?',
    lead: (norms: number) =>
      `These are ${count(norms, 'norm', 'norms')}. Some we measure from outside. Each norm says whether it is a law ` +
      'or an agreement.',
    legend: 'Law or agreement',
    caption: (theme: string) => `Norms in the theme ${theme}`,
    measured: (value: number) => `${n(value)} measured`,
    asked: (value: number) => `${n(value)} asked`,
    witnessed: (value: number) => `${n(value)} by a person`,
    entered: (value: number) => `${n(value)} from a register`,
    share: (met: number, known: number) => `${n(met)} of ${n(known)}`,
    notMeasured: 'cannot be measured from outside',
    jump: 'Themes',
    catalogue: (version: string, at: string) => `Catalogue version ${version}, as of ${d(at)}.`,
  },
  norm: {
    why: 'Why',
    status: 'Law or agreement?',
    sources: 'Sources',
    criteria: 'How we establish it',
    who: 'Who meets it?',
    whoNone: 'This norm cannot be measured from outside, so there is no count.',
    whoText: 'Counted are the websites and e-mail domains to which the point applies.',
    subjects: 'Is about',
    reviewLabel: 'Review',
    count: 'Number',
    review: (months: number) => `Reviewed every ${count(months, 'month', 'months')}`,
    weight: (value: number) => (value === 0 ? 'advice, does not count' : `weight ${n(value)}`),
    onlyPublic: 'public bodies only',
    question: 'The question',
    person: (who: string) => `Looked at by ${who}`,
    entry: 'This also follows from what a register says.',
    entryOnly: 'This follows from what a register says.',
    tally: 'Number of addresses per verdict',
    distribution: 'Distribution',
    subjectKind: {
      organisation: 'organisations',
      website: 'websites',
      'mail-domain': 'e-mail domains',
      product: 'digital products',
      regulation: 'regulations',
      processing: 'processings',
      algorithm: 'algorithms',
      sensor: 'sensors',
      'data-set': 'data sets',
      project: 'projects',
      premises: 'premises and places',
    },
    repair: 'How it gets better',
    limits: 'What this does not prove',
  },
  /** On what ground a norm stands. */
  standing: {
    exactly: 'What the law or agreement says exactly, and the sources',
    since: 'Since',
    forWhom: 'For whom',
    lawyer: 'Still for a lawyer',
    noSource: 'This is an agreement. There is no law or standard for it.',
    status: {
      'in-force': 'in force',
      'in-steps': 'in force in parts',
      adopted: 'adopted, not yet in force',
      ended: 'no longer in force',
    },
    inForceSince: (at: string) => `since ${at}`,
    from: (at: string) => `from ${at}`,
    until: (at: string) => `until ${at}`,
    intended: '(intended)',
    checkedOn: (at: string) => `as of ${at}`,
    causeLaw: (cause: string, law: string) => `${cause}: ${law}`,
    byLaw: (law: string) => `the law in this theme changed, or how we read it: ${law}`,
    scoreByLaw: (law: string) => `The law in this theme changed, or how we read it: ${law}.`,
    lawsChanged: (value: number) => `Under ${count(value, 'norm', 'norms')} the law changed, or how we read it.`,
    laws: 'Which law it is about',
  },
  method: {
    title: 'Can you trust these figures?',
    lead:
      'Every score can be checked: from score to finding, from finding to what we literally saw, and to the norm ' +
      'with its source.',
    how: 'How it works, in ten lines',
    lines: [
      'The municipality keeps a list of which websites and e-mail domains belong to which organisation.',
      'An ordinary browser visits each website, as you would. It clicks nothing and fills in nothing.',
      'It also looks at security, naming and the settings for e-mail. No e-mail is sent.',
      'What it sees is kept as evidence and is not changed any more.',
      'A check holds the evidence against one norm and says: met, partly met, not met, unknown or not applicable.',
      'What could not be seen is unknown. A site that is down or keeps us out loses no points for that.',
      'The findings of a theme together, weighted by importance, give a score from 0 to 100.',
      'If we saw less than 80% of what there was to measure, we give no score.',
      'A person decides to publish, by name and function. The measurement decides nothing.',
      'Is something not right? Report it. A person of the municipality looks at it.',
    ],
    walk: 'The walk of the data',
    walkSteps: ['List of addresses', 'Visit', 'Evidence', 'Verdict', 'Score', 'A person decides', 'This site'],
    walkText:
      'From the list of addresses it goes to a visit. The visit leaves evidence. Checks give a verdict, and verdicts ' +
      'form a score. A person decides. Only then does it stand on this site.',
    grade: 'No overall grade',
    gradeText:
      'Privacy and accessibility cannot be traded against each other. So there is a score per theme and no grade ' +
      'over everything.',
    unknown: 'What “unknown” means',
    unknownText:
      'Unknown means: we could not see it. It does not count in the score, neither as right nor as wrong. It does ' +
      'count in how much we saw.',
    eighty: 'The rule of 80%',
    eightyText:
      'A score from few data says little. If we saw less than 80% of the weight that can be measured from outside, ' +
      'it says “too little measured”.',
    weights: 'Weights',
    weightsText:
      'Weight 3 is the heart of a norm, 2 is normal, 1 is minor, 0 is advice and does not count. “Partly” counts ' +
      'for half.',
    weightsCaption: (theme: string) => `Weights in ${theme}`,
    limits: 'What we do not see',
    limitsList: [
      'We look from outside. What happens inside an organisation we do not see.',
      'We look at a few pages of each website, not at all of them.',
      'A measurement is a moment. Tomorrow it may be different.',
      'A program finds part of the barriers in accessibility. The other part only a person finds.',
      'We visit sites before anyone makes a choice about cookies. What happens after that we do not see.',
    ],
    selfTest: 'How good is the measurement itself?',
    selfTestText: (at: string, addresses: number) =>
      `On ${d(at)} we measured a model city of ${count(addresses, 'address', 'addresses')} of which the truth is ` +
      'known. Found: which part of the real faults the check saw. False alarms: how often it saw something that was ' +
      'not there. The makers of the measurement also built this city: in reality more occurs than they thought of.',
    selfTestNone: 'No self-test has been kept with this publication.',
    selfTestCaption: 'Outcome of the self-test per check',
    held: 'Held against what others made',
    heldText: 'What we built ourselves, we know. So this version was also held against tests and software of others.',
    heldCaption: 'What the measurement was held against, and the outcome',
    heldAgainst: 'Held against',
    heldOutcome: 'Outcome',
    heldOn: 'Date',
    /** In the order in which a reader doubts; docs/measuring.md tells more. */
    heldRows: [
      {
        on: '2026-11-28',
        against: 'Twenty-eight ordinary sites with things that look like a fault and are none (137 pages)',
        outcome: 'At first 12 findings were not true. They are mended. On the second visit all was right.',
      },
      {
        on: '2026-11-27',
        against: 'WordPress, MediaWiki and DokuWiki, as Debian ships them',
        outcome: 'No wrong verdict. One sentence was not right, and is mended.',
      },
      {
        on: '2026-11-27',
        against: 'The same site, visited ten times, with trackers that begin up to 4.5 seconds after it has loaded',
        outcome: 'exactly the same ten times',
      },
      {
        on: '2026-11-28',
        against: 'The 607 test pages of the W3C for accessibility, of which 195 with a fault',
        outcome: '89 of 195 faults found. 2 false alarms on 412 good pages. Only people find the rest.',
      },
      {
        on: '2026-11-27',
        against: 'The test suite of the standard for who may send e-mail (SPF, RFC 7208)',
        outcome: '199 of 200 the same. The last goes well for one sender. We look at every sender.',
      },
    ],
    ofTotal: (part: number, all: number) => (all === 0 ? 'not tested' : `${n(part)} of ${n(all)}`),
    versions: 'Versions',
    catalogueVersion: 'catalogue of norms',
    versionsNone: 'Nothing has been published yet, so there are no versions either.',
    object: 'Reporting a mistake',
    objectText:
      'Is a finding not right? Every finding has “Is this not right?”. Name the address and the norm. A person of ' +
      'the municipality looks at it and answers. We correct visibly, in the next publication.',
    safe: 'How we visit',
    safeText:
      'The browser gives its name, goes slowly and attacks nothing. It tries no passwords, looks for no leaks and ' +
      'submits no forms.',
  },
  openData: {
    title: 'Can I have it all?',
    lead: 'Yes. Everything on this site is also there as a file and through an API. No key is needed.',
    licence: 'Licence',
    licenceText:
      'CC0 1.0: use it for whatever you want. We do like it when you mention the date and the number of the ' +
      'publication.',
    files: 'Files',
    filesCaption: 'Files to download',
    fileText: {
      toetsen: 'Every published test with decision, advice and number of deviations',
      regulations: 'Every regulation, and whether and when it was tested',
      organisations: 'Every organisation with its score and how much we saw, per theme',
      findings: 'Every finding: address, norm, verdict, what we saw, weight (0 is advice)',
      norms: 'Every norm with status, sources, criteria, weights and counts',
    },
    csv:
      'CSV: UTF-8 with a BOM so that spreadsheets show the letters right, comma as separator (RFC 4180), point in ' +
      'numbers. A text that begins with =, +, -, @ or a tab gets an apostrophe in front so that a spreadsheet does ' +
      'not execute it.',
    catalogue: 'The catalogue of these files (DCAT-AP-NL 3.0), for whoever harvests them:',
    api: 'API',
    apiText:
      'The API follows the Dutch government’s API Design Rules. Its field names are Dutch. The description ' +
      '(OpenAPI 3.1) is a file too.',
    apiLink: 'Description of the API',
    examples: 'Examples',
    exampleText: {
      newest: 'All publications',
      organisations: 'The first organisations',
      findings: 'What does not meet one norm',
      norm: 'One norm',
    },
    earlier: 'To read an earlier publication, add ?publicatie=1 to any address, also in the API and the files.',
    publications: 'Publications',
    publicationsCaption: 'All publications, newest first',
    read: (no: number) => `Publication ${n(no)}`,
    provisional: 'provisional',
  },
  privacy: {
    title: 'Privacy on this site',
    lead: 'This site does not follow you.',
    list: [
      'We set no cookies and keep nothing in your browser.',
      'Nothing of other companies is on these pages: no statistics, no fonts, no maps from elsewhere.',
      'You never have to sign in.',
      'The server that delivers this site may for a short time, for security, keep which addresses ask for pages. ' +
        'The municipality decides how long.',
      'Do you report a mistake? Then we keep what you write. You need not give your name and e-mail address. ' +
        'If you do, we erase them ninety days after the answer, or earlier if you ask.',
    ],
    about: 'Who are the data about?',
    aboutText:
      'The measurements are about websites and e-mail domains of organisations, not about people. A screenshot or an ' +
      'address may contain someone’s name, for instance of a sole trader. Do you want us to remove something? ' +
      'Let us know.',
    by: 'The names of those who publish are given because a publication is a decision by a person.',
  },
  accessibility: {
    title: 'Accessibility of this site',
    lead: 'This site should be usable by everyone. Here we say honestly what we did for that and what is not done yet.',
    done: 'What we did',
    doneList: [
      'Everything works with the keyboard and without JavaScript.',
      'Every chart has a table with the same data.',
      'Colour is never the only sign: there is always a word and a shape.',
      'At every change a program (axe-core) goes over every kind of page. At this moment it finds nothing.',
      'The pages fit a narrow screen and can be enlarged and printed.',
    ],
    notDone: 'What is not done yet',
    notDoneList: [
      'There has been no full examination by people yet. A program finds only part of the barriers.',
      'It has not been tested yet with people who use a screen reader.',
      'Some texts of the norms exist in Dutch only. English pages say so.',
      'Screenshots of websites have a short description, not all text that is on them.',
    ],
    tell: 'Do you run into something?',
    tellText: 'Let us know. We answer and solve it, or explain why we cannot.',
    statement:
      'The municipality that uses this site publishes the required accessibility statement itself, in the national ' +
      'register.',
  },
  toetsen: {
    title: 'Digital impact tests',
    lead:
      'Before the municipality adopts a rule, plan or digital product, it tests what it means digitally. Here you ' +
      'can read what was tested, what the objections were and what was decided.',
    how: 'How the test works',
    search: 'Search by title or number',
    caption: 'Published tests',
    none: 'No test has been published yet.',
    noneFound: 'There is no test with these words in its title.',
    found: (total: number) => (total === 0 ? 'Outcomes' : count(total, 'published test', 'published tests')),
    pagination: 'Pages of tests',
    noAdvice: 'none or not public',
    kinds: { regulation: 'regulation', proposal: 'policy proposal', product: 'digital product' },
    column: {
      title: 'Test',
      outcome: 'Decision',
      advice: 'Advice',
      deviations: 'Deviations',
      date: 'Decided on',
      month: 'Month',
      tested: 'Tested',
      total: 'Regulations',
      share: 'Share',
      regulation: 'Regulation',
      due: 'Again before',
    },
    share: 'What share of the regulations is tested?',
    noRegulations: 'The list of regulations has not been published yet.',
    shareOf: (tested: number, total: number) =>
      `${n(tested)} of ${n(total)} ${total === 1 ? 'regulation' : 'regulations'} ${tested === 1 ? 'has' : 'have'} ` +
      `a public impact test.`,
    shareCaption: 'Regulations tested, by month',
    allRegulations: (total: number) => `All regulations (${n(total)})`,
    regulationsCaption: 'Regulations with their test',
    notTested: 'not yet',
    testedOn: (at: string) => `tested, ${d(at)}`,
    noneOf: 'none',
    draws: 'Sample',
    drawsText:
      'Proposals without digital effect get no full test. Someone else looks again at one in ten of those ' +
      'statements. The computer draws with a public seed. Anyone can check the draw.',
    recount: 'How to check it',
    recountText:
      'Take the SHA-256 of “seed:number” for each number and sort them. The first ten percent, rounded up, is drawn.',
    noDraws: 'No sample has been drawn yet.',
    draw: (no: number, at: Date, drawn: number, among: number) =>
      `Draw ${n(no)}, ${d(at)}: ${n(drawn)} of ${n(among)}. Seed:`,
    drawNumbers: 'Which numbers',
    among: 'Among',
    drawn: 'Drawn',
    decidedOn: (at: string) => `Decided on ${d(at)}.`,
    declaredOn: (at: string) => `Declared on ${d(at)}.`,
    unadvised: 'No opinions were asked beforehand.',
    noDeviations: 'The decision deviates from none of the opinions.',
    deviations: (total: number) => `The decision deviates from the opinions on ${count(total, 'point', 'points')}.`,
    earlier: (version: number) => `You are reading version ${n(version)}. It is not the newest.`,
    toCurrent: 'To the newest version',
    take: 'Take this with you',
    pdf: 'PDF',
    odt: 'OpenDocument (ODT), to work in',
    json: 'JSON, for computers',
    versions: 'Versions',
    version: (version: number) => `Version ${n(version)}`,
    signed: 'Each version was proposed by one official and approved by a second.',
  },
  toetsHow: {
    title: 'How the digital impact test works',
    lead:
      'The test shows beforehand what a rule, plan or product means digitally: for your data, your rights and your ' +
      'money. People decide, never a computer.',
    steps: 'The steps',
    line: [
      [
        'Pre-check',
        'The author answers six questions with yes, no or doubt. A fixed rule proposes a route. An official ' +
          'confirms it.',
      ],
      ['Test', 'The author fills in the whole questionnaire. “I do not know” is allowed, and shows in the outcome.'],
      [
        'Opinions',
        'The data protection officer, the security officer and those who carry it out give their opinions at the ' +
          'same time. Nobody can change or skip them. Silence is not consent.',
      ],
      ['Advice of Digital Affairs', 'The case handler weighs everything and answers each red flag.'],
      ['Reaction', 'For each condition the author says: adopt, adapt or refuse, with the reason.'],
      ['Decision', 'Someone with a mandate decides, by name and function, and explains every deviation.'],
      ['Publication', 'One official proposes what becomes public, a second approves it.'],
      ['Follow-up', 'Measures have an owner and a date. After a change the test is done again.'],
    ],
    parts: [
      {
        id: 'wie-besluit',
        title: 'Who decides?',
        text: [
          'The executive, the council or someone they appointed to do so. The test gives no overall grade and ' +
            'takes no decision.',
        ],
      },
      {
        id: 'wat-openbaar',
        title: 'What is public?',
        text: [
          'The decision, the opinions, the red flags, the reactions and the measures. Where something is missing ' +
            'you read on which ground of the Open Government Act (Woo) and why. Officials are shown by function, ' +
            'whoever decides also by name.',
        ],
      },
      {
        id: 'uw-rechten',
        title: 'What can you do?',
        text: [
          'You can ask the municipality for an explanation or for documents (Woo). If a decision is about you, it ' +
            'says whether you can object, and how. Against a rule that is for everyone you cannot. If it concerns ' +
            'your personal data, you can see them and have them corrected (GDPR).',
          'Do you see a mistake on this site? Tell the municipality.',
        ],
      },
    ],
    terms: 'How long does it take?',
    termsCaption: 'Term per step',
    termColumn: { step: 'Step', term: 'Term' },
    termRows: [
      ['Looking at the pre-check', '5 working days'],
      ['Checking whether it is complete', '3 working days'],
      ['Opinions', '10 working days, 20 for a complex proposal'],
      ['Advice of Digital Affairs', '5 working days'],
      ['Reaction of the author', '10 working days'],
      ['Decision', '10 working days'],
      ['Publication after the decision', '10 working days'],
      ['Full test after urgency', '8 weeks'],
    ],
    back: 'To the tests',
  },
  errors: {
    page: { title: 'This page is not here', text: 'Perhaps the address was copied wrongly, or the page has moved.' },
    organisation: {
      title: 'We do not know this organisation',
      text: 'It is not in this publication. Search for its name, or look in another publication.',
    },
    subject: {
      title: 'We do not know this address',
      text: 'This website or e-mail domain is not listed for this organisation in this publication.',
    },
    finding: {
      title: 'This finding is not here',
      text: 'This publication says nothing about this point for this address.',
    },
    norm: { title: 'We do not know this norm', text: 'It is not in the catalogue of this publication.' },
    entry: {
      title: 'This is not in this register',
      text: 'The address may have been copied wrongly. Search the register by name.',
    },
    toets: {
      title: 'This test does not exist',
      text: 'There is no published test with this number or version. All tests are listed under Digital tests.',
    },
    publication: {
      title: 'This publication is not here',
      text: 'There is no publication with this number. All publications are listed under Open data.',
    },
    file: { title: 'This file is not here', text: 'The evidence or picture you asked for has not been published.' },
    query: {
      title: 'This search does not work',
      text: 'The web address holds something that we do not know. Choose again below.',
    },
    method: {
      title: 'That is not possible here',
      text: 'This site is for reading only. You cannot send anything here.',
    },
    broken: {
      title: 'Something went wrong on our side',
      text: 'It is not your fault. Please try again in a few minutes.',
    },
    busy: {
      title: 'Too busy at the moment',
      text: 'Many people are downloading a large file. Please try again in a few minutes.',
    },
    away: {
      title: 'This file cannot be opened at the moment',
      text:
        'The place where evidence, pictures and documents are kept does not answer right now. Nothing is lost. The ' +
        'rest of this site works. Please try again in a few minutes.',
    },
    home: 'To the landing page',
    search: 'Find an organisation',
  },
} satisfies Messages
