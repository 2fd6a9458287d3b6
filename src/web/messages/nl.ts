/**
 * Every sentence of the public site in Dutch. The English ones stand in en.ts; one that is missing there does not
 * compile.
 */
import { day, moment, number, percent, points } from '../language.ts'

const n = (value: number): string => number('nl', value)
const count = (value: number, one: string, many: string): string => `${n(value)} ${value === 1 ? one : many}`
const d = (at: Date | string): string => day('nl', at)

export const nl = {
  skip: 'Naar de inhoud',
  mainNav: 'Hoofdmenu',
  breadcrumb: 'Kruimelpad',
  otherLanguage: 'English',
  languageNav: 'Taal',
  tagline: (name: string) => `De digitale stad ${name}`,
  nav: {
    city: 'De stad',
    organisations: 'Organisaties',
    norms: 'Normen',
    toetsen: 'IT-toetsen',
    registers: 'Registers',
    method: 'Methode',
    openData: 'Open data',
  },
  footer: {
    about: 'Over deze site',
    method: 'Hoe wij meten',
    openData: 'Open data en API',
    privacy: 'Privacy',
    accessibility: 'Toegankelijkheid',
    licence: 'Leidraad is vrije software (EUPL-1.2). De gegevens zijn vrij te gebruiken (CC0).',
    source: 'Leidraad meet van buitenaf en legt elke score uit.',
  },
  feed: {
    title: (city: string) => `Digitale stad ${city}: publicaties en besluiten`,
    author: (city: string) => `Gemeente ${city}`,
    publication: (no: number) => `Publicatie ${n(no)} van de meting`,
    publicationText: (name: string, by: string, version: string) =>
      `Gepubliceerd door ${name}, ${by}. Gemeten met versie ${version} van de normen.`,
    decision: (number: string, title: string) => `IT-toets ${number}: ${title}`,
    decisionText: (outcome: string, on: string) => `Het besluit van ${d(on)}: ${outcome}.`,
    organisation: (name: string) => `${name}: wat er veranderde`,
    change: (title: string, address: string) => `${title} (${address})`,
    changeText: (was: string, now: string, cause: string) => `Eerst: ${was}. Nu: ${now}. Waardoor: ${cause}.`,
    follow: 'Volgen',
    followNews: 'Nieuws van deze site (Atom)',
    followOrganisation: (name: string) => `Wat verandert bij ${name} (Atom)`,
  },
  dutchOnly: 'Deze tekst is er alleen in het Nederlands.',
  table: 'Bekijk als tabel',
  earlier: (no: number, at: Date) => `U leest publicatie ${n(no)} van ${d(at)}. Dat is niet de nieuwste.`,
  toNewest: 'Naar de nieuwste publicatie',
  provisional: 'Voorlopige publicatie',
  provisionalText: 'De meting is nog bezig of nog niet nagekeken. De scores kunnen veranderen.',
  running: 'Er loopt een meting',
  runningText: (done: number, total: number, failed: number) =>
    `${n(done + failed)} van ${count(total, 'adres is', 'adressen zijn')} bezocht` +
    (failed > 0 ? `. Bij ${n(failed)} daarvan lukte het bezoek niet.` : '.'),
  runningLabel: 'Voortgang van de meting',
  none: {
    title: 'Er is nog niets gepubliceerd',
    text:
      'De gemeente heeft nog geen meting openbaar gemaakt. Zodra dat gebeurt, leest u hier hoe de digitale stad ' +
      'ervoor staat.',
    more: 'Lees vast hoe wij meten',
  },

  verdict: {
    met: 'voldoet',
    partly: 'voldoet deels',
    unmet: 'voldoet niet',
    unknown: 'onbekend',
    'not-applicable': 'niet van toepassing',
  },
  barrier: {
    met: 'niets gevonden',
    partly: 'enkele belemmeringen',
    unmet: 'belemmeringen',
    unknown: 'onbekend',
    'not-applicable': 'niet van toepassing',
  },
  /** Of advice, which weighs nothing in a score. */
  advice: {
    met: 'in orde',
    partly: 'kan beter (advies)',
    unmet: 'niet ingesteld (advies)',
    unknown: 'onbekend',
    'not-applicable': 'niet van toepassing',
  },
  adviceText: 'Dit is een advies en telt niet mee in de score.',
  theme: {
    PRV: 'Privacy',
    VEI: 'Veiligheid',
    TOE: 'Toegankelijk\u00ADheid',
    OPE: 'Openheid',
    MEN: 'Menselijke maat',
    AUT: 'Onafhankelijk\u00ADheid',
    UIT: 'Uitvoer\u00ADbaarheid',
    STD: 'Vrije stad',
  },
  status: {
    'law-public': 'Wet voor overheden',
    'law-all': 'Wet voor iedereen',
    'law-part': 'Wet voor een deel',
    framework: 'Standaard of beleid',
    agreement: 'Afspraak',
  },
  statusMeaning: {
    'law-public': 'Dit staat in de wet en geldt voor de gemeente en andere overheden. Voor anderen is het een advies.',
    'law-all': 'Dit staat in de wet en geldt ook voor bedrijven en verenigingen.',
    'law-part': 'Dit staat in de wet en geldt voor een deel. Grootte, sector of rol bepaalt voor wie.',
    framework: 'Dit komt uit een standaard of uit beleid voor overheden. Voor anderen is het een advies.',
    agreement:
      'Dit geldt voor wie het heeft afgesproken, in beleid, een convenant of een contract. Het gaat verder dan de wet.',
  },
  /** Beside a verdict on what a law asks. */
  noJudge: 'Onze meting is geen juridisch oordeel.',
  /** What the status of a norm for public bodies means for an organisation that is none. */
  statusHere: {
    label: 'Advies voor u',
    law: (name: string) => `Voor ${name} is dit een advies. De wet vraagt het van overheden.`,
    framework: (name: string) =>
      `Voor ${name} is dit een advies. Het komt uit een standaard of uit beleid voor overheden.`,
    lawPublic: 'Dit staat in de wet en geldt voor overheden.',
    // Only what is on the list of compulsory standards is to be applied or explained: that, the note says.
    frameworkPublic: 'Dit komt uit een standaard of uit beleid voor overheden. Wat precies geldt, staat hieronder.',
    agreement: (name: string) =>
      `Heeft ${name} dit niet afgesproken? Dan is het een advies. Het gaat verder dan de wet.`,
    part: (name: string) => `Of deze wet voor ${name} geldt, hangt af van grootte, sector of rol.`,
  },
  means: {
    check: 'gemeten',
    question: 'gevraagd',
    person: 'bekeken door een medewerker',
    entry: 'volgt uit een register',
  },
  strength: {
    declared: 'verklaard',
    measured: 'gemeten',
    documented: 'aangetoond met een stuk',
    witnessed: 'gezien door een medewerker',
  },
  cause: {
    first: 'eerste keer gezien',
    // Who did it, is not seen: a supplier may have.
    subject: 'bij de organisatie veranderde iets',
    norm: 'de norm veranderde',
    measurement: 'onze meting veranderde',
    unseen: 'nu of eerder niet gezien',
  },
  kindOf: { website: 'website', 'mail-domain': 'e-maildomein' },
  size: { micro: 'micro', small: 'klein', medium: 'middelgroot', large: 'groot' },
  publicBody: 'overheidsorganisatie',
  unseen: {
    'name-not-found': 'de naam bestaat niet (meer)',
    'dns-failed': 'het adres van de site was niet op te zoeken',
    unreachable: 'de site was niet bereikbaar',
    timeout: 'er kwam geen antwoord binnen de tijd',
    'tls-failed': 'er kwam geen beveiligde verbinding tot stand',
    'no-https': 'de site antwoordt alleen zonder beveiligde verbinding',
    'refused-address': 'het adres hoort niet bij het openbare internet',
    'redirect-loop': 'de site bleef doorsturen',
    'redirected-away': 'de site stuurde door naar een ander adres',
    'http-error': 'de site gaf een foutmelding',
    gone: 'de pagina bestaat niet (meer)',
    blocked: 'de site liet onze meting niet toe',
    'rate-limited': 'de site vroeg ons later terug te komen',
    'not-html': 'er kwam geen webpagina terug',
    empty: 'de pagina was leeg',
    'too-large': 'het antwoord was te groot',
    'too-heavy': 'de pagina vroeg te veel geheugen',
    robots: 'de site vraagt programma’s om niet te kijken, of wij konden dat niet nagaan (robots.txt)',
    crashed: 'de browser van de meting liep vast',
    'probe-failed': 'de meting zelf lukte niet',
  },
  /** A cause that has no words of its own. */
  unseenOtherwise: 'dat lukte niet',
  unseenSentence: (why: string) => `Wij konden dit niet zien: ${why}.`,
  halfSeen: {
    loading: 'de pagina was nog niet klaar met laden',
    busy: 'de pagina wachtte nog op bestanden of bleef ze ophalen',
    stopped: 'een script hield de pagina vast',
    dialogs: 'de pagina bleef vensters openen',
    cut: 'de pagina was groter dan wij kunnen bekijken',
    shut: 'de pagina vroeg te veel bestanden op',
    frames: 'een deel van de pagina liet zich niet lezen',
    'in-the-way': 'er stond iets voor de pagina, zoals een controle of een melding',
    'unclear-request': 'wij konden niet zien of een ander bedrijf een bericht van de pagina echt kreeg',
    'page-unseen': 'een pagina van de site kwam niet op ons scherm',
    'no-answer': 'een vraag over de domeinnaam bleef zonder antwoord',
    blank: 'de pagina toont niets',
    withheld: 'de pagina toont de inhoud pas na een keuze, bijvoorbeeld over cookies',
  },
  halfSeenSentence: (why: string) => `Wij zagen de site niet helemaal, dus dit weten wij niet: ${why}.`,
  /** What an entry of a register says, by the reason of the finding. */
  entry: {
    filled: (field: string, _said: string) => `In het register is “${field}” ingevuld.`,
    empty: (field: string, _said: string) => `In het register is “${field}” niet ingevuld.`,
    open: (field: string, _said: string) => `In het register is “${field}” niet ingevuld, dus dit weten wij niet.`,
    linked: (field: string, _said: string) => `Het register verwijst bij “${field}” naar waar dit te vinden is.`,
    unlinked: (field: string, _said: string) => `Het register verwijst bij “${field}” nergens naar.`,
    ended: (field: string, _said: string) => `Waar het register bij “${field}” naar verwijst, is beëindigd of weg.`,
    'not-passed': (field: string, said: string) =>
      `De datum bij “${field}” in het register is nog niet voorbij: ${said}.`,
    passed: (field: string, said: string) => `De datum bij “${field}” in het register is voorbij: ${said}.`,
    answer: (field: string, said: string) => `Bij “${field}” is in het register ingevuld: ${said}.`,
    'not-asked': (field: string, _said: string) =>
      `Door wat in het register staat bij “${field}” wordt dit hier niet gevraagd.`,
    'asked-unless': (field: string, _said: string) =>
      `Of dit hier wordt gevraagd, weten wij niet: in het register is “${field}” niet ingevuld.`,
    'no-field': (_field: string, _said: string) => 'In het register is hier geen vraag meer voor.',
    expired: (field: string, said: string) =>
      `“${field}” in het register is te lang geleden nagekeken. Het telde tot en met ${said}.`,
  },
  expiredSentence: (until: string) =>
    `Dit is te lang geleden gemeten om nu nog iets te zeggen. Het gold tot en met ${d(until)}.`,
  outdated: {
    title: 'Een deel is te lang geleden gemeten',
    text: (old: number, all: number) =>
      `Dat geldt voor ${n(old)} van de ${n(all)} adressen. Bij elk adres staat wat daarvan nog telt. ` +
      'De aantallen van de hele stad blijven zoals ze zijn gepubliceerd, tot er opnieuw is gemeten.',
  },
  notPublicBody: 'Dit wordt alleen van overheden gevraagd.',
  noSentence: 'Voor deze uitkomst staat in deze catalogus geen zin.',
  andMore: (told: string, more: number) => `${told} en nog ${n(more)}`,
  /** Names of what was seen exactly, in the order in which it is told. */
  seenAs: {
    url: 'Webadres',
    page: 'Pagina',
    statement: 'Verklaring',
    host: 'Naam',
    domain: 'Domein',
    zone: 'Domein',
    name: 'Naam in DNS',
    at: 'Naam in DNS',
    hosts: 'Bij wie',
    domains: 'Bij wie',
    companies: 'Bedrijf',
    company: 'Bedrijf',
    parents: 'Moederbedrijf',
    parent: 'Moederbedrijf',
    countries: 'Land',
    country: 'Land',
    names: 'Namen',
    fields: 'Velden',
    header: 'Instelling',
    policy: 'Instelling (Referrer-Policy)',
    record: 'Instelling in DNS',
    problem: 'Fout',
    gap: 'Opening',
    what: 'Versie',
    rules: 'Regels van de meting',
    framesMissed: 'Delen die wij niet konden lezen',
    undecided: 'Onderdelen zonder uitkomst',
    offered: 'Versies',
    old: 'Oude versies',
    versions: 'Niet nagegaan',
    ruleset: 'Regels',
    issuer: 'Uitgever',
    issuers: 'Uitgevers',
    from: 'Geldig vanaf',
    until: 'Geldig tot',
    expires: 'Geldig tot',
    updated: 'Bijgewerkt',
    contact: 'Contact',
    algorithms: 'Algoritmes',
    lookups: 'Opzoekingen',
    voids: 'Opzoekingen zonder antwoord',
    lacking: 'Ontbreekt',
    language: 'Taal in de code',
    lang: 'Taal in de code',
    title: 'Titel',
    second: 'Doorgestuurd naar',
    address: 'Internetadres',
    status: 'Status',
    why: 'Reden',
    detail: 'Bijzonderheid',
    list: 'Lijst van volgdiensten',
  },
  score: {
    of: (score: number) => `${points('nl', score)} van 100`,
    tooLittle: 'te weinig gemeten',
    notApplicable: 'niet van toepassing',
    notYet: 'nog niet gemeten',
    coverage: (share: number) => `${percent('nl', share)} gemeten`,
  },
  role: {
    landing: 'startpagina',
    contact: 'contact',
    form: 'formulier',
    search: 'zoeken',
    news: 'nieuws',
    other: 'andere pagina',
  },
  phase: { 'before-consent': 'voor een keuze over cookies', 'without-script': 'zonder scripts' },
  profile: { desktop: 'computer' },
  category: {
    analytics: 'statistiek',
    advertising: 'reclame',
    social: 'sociale media',
    video: 'video',
    maps: 'kaarten',
    fonts: 'lettertypen',
    captcha: 'robotcontrole',
    cdn: 'levering van bestanden',
    consent: 'cookievraag',
    chat: 'chat',
    payment: 'betalen',
    hosting: 'hosting',
    mail: 'e-mail',
    dns: 'naamgeving',
    government: 'overheid',
    forms: 'formulieren',
    'tag-manager': 'tagbeheer',
    monitoring: 'bewaking',
    other: 'overig',
  },

  city: {
    title: 'Hoe staat de digitale stad ervoor?',
    lead: (organisations: number, websites: number, mails: number) =>
      `Wij keken van buitenaf naar ${count(organisations, 'organisatie', 'organisaties')}: ` +
      `${count(websites, 'website', 'websites')} en ${count(mails, 'e-maildomein', 'e-maildomeinen')}.`,
    published: (at: Date, by: string, role: string) => `Gepubliceerd op ${d(at)} door ${by}, ${role}.`,
    measured: (from: string, to: string) =>
      d(from) === d(to) ? `Gemeten op ${d(from)}.` : `Gemeten van ${d(from)} tot en met ${d(to)}.`,
    allSeen: (seen: number) => `Van ${seen === 1 ? 'het adres' : `alle ${n(seen)} adressen`} konden wij iets zien.`,
    notSeen: (missed: number) =>
      `Van ${count(missed, 'adres', 'adressen')} konden wij niets zien. Dat telt als onbekend, nooit als “voldoet ` +
      `niet”.`,
    whyNot: 'Waarom wij niets zagen',
    times: (value: number) => `${n(value)} keer`,
    themesTitle: (value: number) =>
      value === 1
        ? 'Eén thema'
        : `${['Nul', 'Eén', 'Twee', 'Drie', 'Vier', 'Vijf', 'Zes', 'Zeven', 'Acht'][value] ?? n(value)} thema’s`,
    themesIntro:
      'Er is geen eindscore. Elk thema heeft een eigen score van 0 tot 100. Dat is het deel van de gemeten punten ' +
      'dat in orde is. Wat belangrijk is, telt zwaarder. Elke stip is een organisatie, de streep is de middelste.',
    reweighed: (before: number) =>
      `Met de normen van de vorige publicatie was dat ${points('nl', before)} geweest. Dat verschil komt door de norm.`,
    half: (scored: number, median: number) =>
      scored === 1
        ? `De ene organisatie met een score heeft ${points('nl', median)} van 100.`
        : median === 1
          ? `Van de ${n(scored)} organisaties met een score heeft minstens de helft 100.`
          : `Van de ${n(scored)} organisaties met een score heeft minstens de helft ${points('nl', median)} of hoger.`,
    noScores: 'Er is nog geen organisatie waarvan genoeg te zien was voor een score.',
    withheld: (value: number) =>
      `Bij ${count(value, 'organisatie', 'organisaties')} was te weinig te zien voor een score, of is niets van ` +
      `toepassing.`,
    coverage: (share: number) => `Van wat van buitenaf te meten is, zagen wij gemiddeld ${percent('nl', share)}.`,
    touched: (touched: number, all: number) =>
      `Van de ${n(all)} normen in dit thema kunnen wij er ${n(touched)} meten.`,
    histogramLegend: 'Elke balk telt de organisaties in een stap van vijf punten.',
    stripLabel: (theme: string) => `Scores van organisaties op ${theme}`,
    notMeasured: (names: string) =>
      `Niet van buitenaf te meten: ${names}. Daar vragen wij naar, of een medewerker bekijkt het.`,
    compare: (theme: string) => `Vergelijk organisaties op ${theme.toLowerCase()}`,
    changes: 'Wat veranderde er?',
    firstTime: 'Dit is de eerste publicatie. De volgende laat zien wat er veranderde.',
    noChanges: 'Sinds de vorige publicatie veranderde er geen bevinding.',
    changedBySubject: (better: number, worse: number, since: string) =>
      `Sinds ${since} ${better === 1 ? 'is' : 'zijn'} ${count(better, 'punt', 'punten')} verbeterd, doordat bij een ` +
      'organisatie iets veranderde. ' +
      (worse === 0 ? 'Geen punt ging achteruit.' : `${count(worse, 'punt ging', 'punten gingen')} achteruit.`),
    changedByNorm: (value: number) =>
      `${count(value, 'bevinding veranderde', 'bevindingen veranderden')} doordat een norm of een lijst ` +
      `veranderde, niet de organisatie.`,
    changedByMeasurement: (value: number) =>
      `${count(value, 'bevinding veranderde', 'bevindingen veranderden')} doordat wij anders meten, niet door de ` +
      `organisatie.`,
    changedUnseen: (value: number) =>
      `${count(value, 'bevinding', 'bevindingen')} konden wij nu of eerder niet zien. Dat zegt niets over de ` +
      `organisatie.`,
    weightsChanged: (value: number) =>
      `Van ${count(value, 'punt', 'punten')} veranderde het gewicht. Een score kan daardoor anders zijn zonder ` +
      'dat er iets aan een site veranderde.',
    weights: 'Ander gewicht',
    weightFromTo: (from: number | null, to: number | null) =>
      from === null
        ? `telt nu mee, met gewicht ${n(to ?? 0)}`
        : to === null
          ? `telt niet meer mee, was gewicht ${n(from)}`
          : `gewicht van ${n(from)} naar ${n(to)}`,
    better: 'Beter geworden',
    worse: 'Achteruitgegaan',
    byNorm: 'Veranderd door de norm',
    listed: (shown: number) => `De ${n(shown)} belangrijkste veranderingen`,
    fromTo: (from: string, to: string) => `van ${from} naar ${to}`,
    range: (from: number, to: number) => `${n(from)} tot ${n(to)}`,
    tableCaption: (theme: string) => `Scores op ${theme}`,
  },
  column: {
    organisation: 'Organisatie',
    kind: 'Soort',
    score: 'Score (0–100)',
    organisations: 'Organisaties',
    criterion: 'Wat',
    from: 'Was',
    to: 'Werd',
    cause: 'Waardoor',
    theme: 'Thema',
    coverage: 'Gemeten deel',
    touched: 'Gemeten normen',
    address: 'Adres',
    measuredAt: 'Gemeten op',
    seen: 'Gezien?',
    publication: 'Publicatie',
    date: 'Datum',
    verdict: 'Oordeel',
    page: 'Pagina',
    phase: 'Moment',
    profile: 'Apparaat',
    host: 'Adres',
    company: 'Bedrijf',
    country: 'Land',
    purpose: 'Waarvoor',
    requests: 'Verzoeken',
    norm: 'Norm',
    status: 'Status',
    means: 'Hoe vastgesteld',
    meets: 'Voldoet',
    weight: 'Gewicht',
    check: 'Controle',
    recall: 'Gevonden',
    falseAlarms: 'Vals alarm',
    unknown: 'Onbekend',
    by: 'Gepubliceerd door',
    file: 'Bestand',
    content: 'Inhoud',
    reason: 'Wat wij zagen',
    marks: 'Veranderingen',
  },
  organisations: {
    title: 'Hoe doet een organisatie het?',
    lead: 'Zoek een winkel, school of instelling en lees wat wij zagen.',
    search: 'Naam of adres',
    kind: 'Soort',
    street: 'Straat',
    theme: 'Thema',
    sort: 'Volgorde',
    all: 'Alle',
    byName: 'Op naam',
    high: 'Hoogste score eerst',
    low: 'Laagste score eerst',
    submit: 'Zoeken',
    foundOf: (total: number, page: number, pages: number) =>
      (total === 1 ? '1 organisatie' : `${n(total)} organisaties`) +
      (pages > 1 ? `, pagina ${n(page)} van ${n(pages)}` : ''),
    caption: 'Organisaties met hun score per thema, van 0 tot 100',
    empty: 'Er is geen organisatie die hierbij past.',
    emptyHint: 'Controleer de spelling, zoek op een deel van de naam of kies minder filters.',
    clear: 'Alle organisaties',
    pickTheme: 'Kies een thema om op score te kunnen sorteren. De lijst staat nu op naam.',
    pagination: 'Pagina’s',
    previous: 'Vorige',
    next: 'Volgende',
    page: (value: number) => `Pagina ${n(value)}`,
    form: 'Organisaties zoeken',
  },
  organisation: {
    lead: (websites: number, mails: number, at: string | null) => {
      const what = [
        websites > 0 ? count(websites, 'website', 'websites') : '',
        mails > 0 ? count(mails, 'e-maildomein', 'e-maildomeinen') : '',
      ]
        .filter(Boolean)
        .join(' en ')
      if (what === '') return 'Van deze organisatie is geen website of e-maildomein bekend.'
      return at === null
        ? `Wij kennen ${what}, maar hebben nog niet gemeten.`
        : `Wij bekeken ${what}, het laatst op ${d(at)}.`
    },
    steps: (value: number) =>
      value === 1
        ? 'De stap die het meest helpt'
        : `De ${['nul', 'één', 'twee', 'drie'][value] ?? n(value)} stappen die het meest helpen`,
    stepWhere: 'Voor',
    stepRead: 'Lees wat wij zagen',
    noSteps: 'Wij zagen niets waarvoor een stap nodig is.',
    noStepsUnknown: 'Wij zagen te weinig om een stap te kunnen noemen.',
    themes: 'Per thema',
    themesCaption: (name: string) => `Scores van ${name} per thema`,
    coverageMeans: 'Gemeten deel: hoeveel wij zagen van wat van buitenaf te meten is. Onder 80% geven wij geen score.',
    touched: (touched: number, all: number) => `${n(touched)} van ${n(all)}`,
    addresses: 'Websites en e-maildomeinen',
    addressesCaption: 'Bekeken adressen',
    seenYes: 'ja',
    seenNo: (why: string) => `nee: ${why}`,
    trend: 'Verloop',
    trendIntro:
      'De score per publicatie. Een rondje onder de lijn: bij de organisatie veranderde iets. Een ruit: een norm of ' +
      'lijst veranderde.',
    trendOne: 'Er is nog maar één publicatie. Vanaf de volgende ziet u hier het verloop.',
    trendLabel: (theme: string) => `Verloop van ${theme}`,
    trendCaption: (theme: string) => `${theme}, score per publicatie`,
    bySubject: 'bij de organisatie veranderde iets',
    byNorm: 'de norm veranderde',
    byMeasurement: 'onze meting veranderde',
    unseen: 'nu of eerder niet gezien',
    byWeight: (told: string) => `Bij deze score telt anders mee: ${told}.`,
    history: 'Geschiedenis',
    noHistory: 'Nog geen veranderingen sinds de eerste publicatie.',
    historyCaption: 'Veranderde bevindingen, nieuwste eerst',
    historyMore: (value: number) => `Alleen de nieuwste ${n(value)} staan hier. Alles staat in de open data.`,
    notMeasured: 'nog niet gemeten',
  },
  subject: {
    websiteLead: (at: string, pages: number) =>
      `Wij bezochten deze website op ${moment('nl', at)} en bekeken ${count(pages, 'pagina', 'pagina’s')}.`,
    mailLead: (at: string) => `Wij bekeken dit e-maildomein op ${moment('nl', at)}. Er is geen e-mail verstuurd.`,
    notMeasured: 'Dit adres is nog niet gemeten.',
    notSeen: (why: string) => `Wij konden niets zien: ${why}. Alles hieronder is daarom onbekend.`,
    tally: (met: number, partly: number, unmet: number, unknown: number) =>
      `Van ${count(met + partly + unmet + unknown, 'punt dat', 'punten die')} hier te meten ` +
      `${met + partly + unmet + unknown === 1 ? 'is' : 'zijn'}: ${n(met)} in orde, ${n(partly)} deels, ` +
      `${n(unmet)} niet en ${n(unknown)} onbekend.`,
    screenshot: 'Zo zag de startpagina eruit',
    screenshotAlt: (address: string, at: string) => `Schermafdruk van ${address} op ${d(at)}`,
    findings: 'Wat wij zagen',
    worstFirst: 'Wat aandacht vraagt staat bovenaan.',
    noFindings: 'Er zijn geen bevindingen over dit adres.',
    met: (value: number) => `${count(value, 'punt is', 'punten zijn')} in orde`,
    rest: (value: number) => `${count(value, 'punt is', 'punten zijn')} niet van toepassing`,
    visit: 'Het bezoek',
    visitCaption: 'Bezochte pagina’s',
    pageSeen: 'gezien',
    pageNotSeen: (why: string) => `niet gezien: ${why}`,
    parties: 'Welke bedrijven krijgen gegevens als u deze site bezoekt?',
    partiesLead: (hosts: number, companies: number, outside: number) =>
      `Bij een bezoek vraagt de pagina bestanden op bij ${count(hosts, 'ander adres', 'andere adressen')} van ` +
      `${count(companies, 'bekend bedrijf', 'bekende bedrijven')}` +
      (outside > 0 ? `. ${n(outside)} daarvan ${outside === 1 ? 'is' : 'zijn'} van een bedrijf buiten Europa.` : '.'),
    partiesNone: 'Wij zagen geen andere bedrijven. Alleen de site zelf krijgt gegevens over uw bezoek.',
    partiesUnseen: 'Wij konden de pagina’s niet zien en weten dus niet wie gegevens over uw bezoek krijgt.',
    partiesMap: 'Van adres via bedrijf naar land',
    partiesCaption: 'Andere bedrijven die gegevens over een bezoek krijgen',
    partiesMore: (value: number) => `Nog ${count(value, 'adres staat', 'adressen staan')} alleen in de tabel.`,
    unknownOwner: 'eigenaar niet bekend',
    unknownCountry: 'land niet bekend',
    tracker: 'staat op een lijst van volgdiensten',
    outsideEea: 'buiten Europa',
    evidence: 'Ruw bewijs',
    evidenceText: 'Alles wat de meting zag, als één bestand (JSON). Wie wil, kan het oordeel nalopen.',
    evidenceLink: 'Download het ruwe bewijs',
    noEvidence: 'Van dit adres is geen ruw bewijs gepubliceerd.',
    websiteOf: 'Website van',
    mailOf: 'E-maildomein van',
  },
  /** What measured, by its name in a publication; one that is not here keeps its name. */
  versionOf: {
    leidraad: 'Leidraad',
    browser: 'Browser (Chromium)',
    sandbox: 'Afscherming van de browser',
    axe: 'Toegankelijkheid, eerste programma (axe-core)',
    accesslint: 'Toegankelijkheid, tweede programma (AccessLint)',
    openssl: 'Beveiligde verbinding (OpenSSL)',
    node: 'Node.js',
    easyprivacy: 'Lijst van volgdiensten (EasyPrivacy)',
    cookies: 'Lijst van cookies',
    owners: 'Lijst van bedrijven en moederbedrijven',
    changing: 'Lijst van bestanden die vaak veranderen',
  },
  finding: {
    seen: 'Wat wij zagen',
    verbatim: 'Letterlijk gezien',
    why: 'Waarom het ertoe doet',
    norm: 'De norm',
    about: (label: string) => `Norm: ${label}`,
    sources: 'Bronnen',
    verified: 'nagelezen',
    unverified: 'nog niet juridisch nagelopen',
    repair: 'Zo wordt het beter',
    noRepair: 'Dit is in orde. U hoeft niets te doen.',
    lookAgain: 'Onbekend is geen “voldoet niet”. Bij de volgende meting kijken wij opnieuw.',
    firstStep: 'Eerste stap',
    engineer: 'Voor de beheerder van de site',
    copy: 'Bericht om door te sturen',
    copyTo:
      'Stuur dit naar wie uw website, e-mail of domeinnaam verzorgt. ' +
      'Weet u niet wie dat is? Vraag het uw websitebouwer.',
    copyButton: 'Bericht kopiëren',
    copied: 'Gekopieerd',
    message: (city: string, address: string, at: string, title: string, seen: string, repair: string, page: string) =>
      `De gemeente ${city} bekeek ${address} op ${d(at)}. Het gaat om: ${title}. ${seen} Kunt u hiernaar kijken? ` +
      `Zo kan het: ${repair} Wat wij precies zagen, staat op ${page}`,
    limits: 'Wat dit niet bewijst',
    details: 'Gegevens van deze meting',
    measuredAt: 'Gemeten op',
    strength: 'Hoe zeker',
    oneMeasurement: 'Dit is één meting.',
    notConfirmed: 'Dit is één meting: een tweede programma zag dit niet.',
    twoMeasurements: (confirmed: number, elements: number) =>
      confirmed < elements
        ? `Bevestigd door twee metingen: een tweede programma zag ${n(confirmed)} van deze ${n(elements)} plekken ook.`
        : 'Bevestigd door twee metingen: een tweede programma zag hetzelfde.',
    weight: 'Gewicht',
    weightText: (weight: number) =>
      weight === 0
        ? '0 (advies, telt niet mee)'
        : `${n(weight)} van 3 (${['licht', 'gewoon', 'zwaar'][Math.min(weight, 3) - 1]})`,
    catalogue: 'Catalogus van normen',
    versionsOpen: 'Programma’s en lijsten van deze meting',
    evidence: 'Ruw bewijs',
    check: 'Controle',
    history: 'Geschiedenis van deze bevinding',
    historyCaption: 'Eerdere oordelen',
    since: (no: number, at: string) => `publicatie ${n(no)} (${at})`,
    wrong: 'Klopt dit niet?',
    wrongText:
      'Meld het ons. Een medewerker van de gemeente kijkt ernaar, meet zo nodig opnieuw en verbetert wat niet klopt.',
    contact: {
      within: (days: number) => `U krijgt binnen ${count(days, 'werkdag', 'werkdagen')} antwoord.`,
      mail: 'Mail naar',
      call: (phone: string) => `of bel ${phone}`,
      none:
        'De gemeente heeft op deze site nog geen adres voor meldingen ingevuld. Bel of schrijf naar het algemene ' +
        'nummer of adres van de gemeente.',
    },
  },
  report: {
    link: 'Meld een fout',
    open: (count: number) =>
      count === 1
        ? 'Over deze pagina is één melding in behandeling.'
        : `Over deze pagina zijn ${n(count)} meldingen in behandeling.`,
    answered: {
      corrected: (on: string) => `Verbeterd op ${d(on)}, na een melding.`,
      kept: (on: string) => `Melding beantwoord op ${d(on)}. Deze pagina is niet aangepast.`,
      'passed-on': (on: string) => `Melding beantwoord op ${d(on)}. Zij is doorgegeven aan wie erover gaat.`,
    },
  },
  norms: {
    title: 'Wat vragen wij, en waar staat dat?',
    lead: (norms: number) =>
      `Hier staan ${count(norms, 'norm', 'normen')}. Een deel meten wij van buitenaf. Bij elke norm staat of het een ` +
      'wet is of een afspraak.',
    legend: 'Wet of afspraak',
    caption: (theme: string) => `Normen in het thema ${theme}`,
    measured: (value: number) => `${n(value)} gemeten`,
    asked: (value: number) => `${n(value)} gevraagd`,
    witnessed: (value: number) => `${n(value)} door een medewerker`,
    entered: (value: number) => `${n(value)} uit een register`,
    share: (met: number, known: number) => `${n(met)} van ${n(known)}`,
    notMeasured: 'niet van buitenaf te meten',
    jump: 'Thema’s',
    catalogue: (version: string, at: string) => `Catalogus versie ${version}, peildatum ${d(at)}.`,
  },
  norm: {
    why: 'Waarom',
    status: 'Wet of afspraak?',
    sources: 'Bronnen',
    criteria: 'Hoe wij het vaststellen',
    who: 'Wie voldoet?',
    whoNone: 'Deze norm is niet van buitenaf te meten. Er is dus geen telling.',
    whoText: 'Geteld zijn websites en e-maildomeinen waarvoor het punt geldt.',
    subjects: 'Gaat over',
    reviewLabel: 'Herziening',
    count: 'Aantal',
    review: (months: number) => `Herzien: elke ${count(months, 'maand', 'maanden')}`,
    weight: (value: number) => (value === 0 ? 'advies, telt niet mee' : `gewicht ${n(value)}`),
    onlyPublic: 'alleen voor overheden',
    question: 'De vraag',
    person: (who: string) => `Bekeken door ${who}`,
    entry: 'Dit volgt ook uit wat in een register staat.',
    entryOnly: 'Dit volgt uit wat in een register staat.',
    tally: 'Aantal adressen per oordeel',
    distribution: 'Verdeling',
    subjectKind: {
      organisation: 'organisaties',
      website: 'websites',
      'mail-domain': 'e-maildomeinen',
      product: 'digitale producten',
      regulation: 'regelingen',
      processing: 'verwerkingen',
      algorithm: 'algoritmes',
      sensor: 'sensoren',
      'data-set': 'datasets',
      project: 'projecten',
      premises: 'panden en plekken',
    },
    repair: 'Zo wordt het beter',
    limits: 'Wat dit niet bewijst',
  },
  /** On what ground a norm stands. */
  standing: {
    exactly: 'Wat de wet of afspraak precies zegt, en de bronnen',
    since: 'Sinds',
    forWhom: 'Voor wie',
    lawyer: 'Nog voor een jurist',
    noSource: 'Dit is een afspraak. Er is geen wet of standaard voor.',
    status: {
      'in-force': 'geldt',
      'in-steps': 'geldt in delen',
      adopted: 'aangenomen, geldt nog niet',
      ended: 'vervallen',
    },
    inForceSince: (at: string) => `sinds ${at}`,
    from: (at: string) => `vanaf ${at}`,
    until: (at: string) => `tot en met ${at}`,
    intended: '(beoogd)',
    checkedOn: (at: string) => `stand van ${at}`,
    causeLaw: (cause: string, law: string) => `${cause}: ${law}`,
    byLaw: (law: string) => `in dit thema veranderde de wet, of hoe wij die lezen: ${law}`,
    scoreByLaw: (law: string) => `In dit thema veranderde de wet, of hoe wij die lezen: ${law}.`,
    lawsChanged: (value: number) => `Bij ${count(value, 'norm', 'normen')} veranderde de wet, of hoe wij die lezen.`,
    laws: 'Om welke wet het gaat',
  },
  method: {
    title: 'Kunt u deze cijfers vertrouwen?',
    lead:
      'Elke score is na te lopen. Van de score gaat u naar de bevinding. Daar staat wat wij letterlijk zagen, en de ' +
      'norm met de bron.',
    how: 'Hoe het werkt, in tien regels',
    lines: [
      'De gemeente houdt bij welke websites en e-maildomeinen bij welke organisatie horen.',
      'Een gewone browser bezoekt elke website, zoals u dat zou doen. Hij klikt niets aan en vult niets in.',
      'Hij kijkt ook naar de beveiliging, de naamgeving en de instellingen voor e-mail. Er wordt geen e-mail ' +
        'verstuurd.',
      'Wat hij ziet, wordt bewaard als bewijs en niet meer veranderd.',
      'Een controle houdt het bewijs naast één norm en zegt: voldoet, voldoet deels, voldoet niet, onbekend of ' +
        'niet van toepassing.',
      'Wat niet te zien was, is onbekend. Een site die platligt of ons weert, krijgt daar geen minpunten voor.',
      'De bevindingen van een thema samen, gewogen naar belang, geven een score van 0 tot 100.',
      'Zagen wij minder dan 80% van wat er te meten was, dan geven wij geen score.',
      'Een medewerker besluit om te publiceren, met naam en functie. De meting beslist niets.',
      'Klopt er iets niet? Meld het. Een medewerker van de gemeente kijkt het na.',
    ],
    walk: 'De weg van de gegevens',
    walkSteps: [
      'Lijst van adressen',
      'Bezoek',
      'Bewijs',
      'Oordeel',
      'Score',
      'Besluit van een medewerker',
      'Deze site',
    ],
    walkText:
      'Van de lijst van adressen gaat het naar een bezoek. Van het bezoek blijft bewijs. Controles geven een ' +
      'oordeel, en oordelen vormen een score. Een medewerker besluit. Dan pas staat het op deze site.',
    grade: 'Geen eindscore',
    gradeText:
      'Privacy en toegankelijkheid zijn niet tegen elkaar weg te strepen. Daarom is er per thema een score en geen ' +
      'score over alles heen.',
    unknown: 'Wat “onbekend” betekent',
    unknownText:
      'Onbekend betekent: wij konden het niet zien. Het telt niet mee in de score, niet als goed en niet als fout. ' +
      'Wel telt het mee in hoeveel wij zagen.',
    eighty: 'De regel van 80%',
    eightyText:
      'Een score van weinig gegevens zegt weinig. Zagen wij minder dan 80% van het gewicht dat van buitenaf te ' +
      'meten is, dan staat er “te weinig gemeten”.',
    weights: 'Gewichten',
    weightsText:
      'Gewicht 3 is het hart van een norm, 2 is gewoon, 1 is klein. Gewicht 0 is advies en telt niet mee. “Deels” ' +
      'telt voor de helft.',
    weightsCaption: (theme: string) => `Gewichten in ${theme}`,
    limits: 'Wat wij niet zien',
    limitsList: [
      'Wij kijken van buitenaf. Wat binnen een organisatie gebeurt, zien wij niet.',
      'Wij kijken naar enkele pagina’s per website, niet naar alle.',
      'Een meting is een moment. Morgen kan het anders zijn.',
      'Een programma vindt een deel van de belemmeringen in toegankelijkheid. Het andere deel vindt alleen een mens.',
      'Wij bezoeken sites voordat iemand een keuze over cookies maakt. Wat daarna gebeurt, zien wij niet.',
    ],
    selfTest: 'Hoe goed is de meting zelf?',
    selfTestText: (at: string, addresses: number) =>
      `Op ${d(at)} maten wij een nagebouwde stad van ${count(addresses, 'adres', 'adressen')} waarvan de waarheid ` +
      'bekend is. Gevonden: welk deel van de echte gebreken de controle zag. Vals alarm: hoe vaak de controle ' +
      'iets zag wat er niet was. De makers van de meting bouwden ook deze stad. In ' +
      'het echt komt meer voor dan zij bedachten.',
    selfTestNone: 'Bij deze publicatie is geen zelftest bewaard.',
    selfTestCaption: 'Uitkomst van de zelftest per controle',
    held: 'Vergeleken met wat anderen maakten',
    heldText:
      'Wat wij zelf bouwden, kennen wij. Daarom hielden wij deze versie ook naast proeven en software van anderen.',
    heldCaption: 'Waarmee wij de meting vergeleken, en de uitkomst',
    heldAgainst: 'Vergeleken met',
    heldOutcome: 'Uitkomst',
    heldOn: 'Datum',
    /** In the order in which a reader doubts; docs/measuring.md tells more. */
    heldRows: [
      {
        on: '2026-11-28',
        against: 'Achtentwintig gewone sites met dingen die op een fout lijken, maar er geen zijn (137 pagina’s)',
        outcome: 'Eerst waren 12 bevindingen niet waar. Die zijn verbeterd. Bij het tweede bezoek klopte alles.',
      },
      {
        on: '2026-11-27',
        against: 'WordPress, MediaWiki en DokuWiki, zoals Debian ze levert',
        outcome: 'Geen onjuist oordeel. Eén zin klopte niet, en is verbeterd.',
      },
      {
        on: '2026-11-27',
        against: 'Dezelfde site, tien keer bezocht, met volgdiensten die tot 4,5 seconden na het laden beginnen',
        outcome: 'tien keer precies hetzelfde',
      },
      {
        on: '2026-11-28',
        against: 'De 607 testpagina’s van het W3C voor toegankelijkheid, waarvan 195 met een fout',
        outcome: '89 van 195 fouten gevonden. 2 keer vals alarm op 412 goede pagina’s. De rest vindt alleen een mens.',
      },
      {
        on: '2026-11-27',
        against: 'De proef die hoort bij de norm voor wie e-mail mag sturen (SPF, RFC 7208)',
        outcome:
          '199 van 200 hetzelfde. Bij de laatste gaat het goed voor één afzender. Wij kijken naar elke afzender.',
      },
    ],
    ofTotal: (part: number, all: number) => (all === 0 ? 'niet getest' : `${n(part)} van ${n(all)}`),
    versions: 'Versies',
    catalogueVersion: 'catalogus van normen',
    versionsNone: 'Er is nog niets gepubliceerd, dus ook geen versies.',
    object: 'Een fout melden',
    objectText:
      'Klopt een bevinding niet? Bij elke bevinding staat “Klopt dit niet?”. Noem het adres en de norm. Een ' +
      'medewerker van de gemeente kijkt ernaar en antwoordt. Verbeteren doen wij zichtbaar, in de volgende publicatie.',
    safe: 'Hoe wij bezoeken',
    safeText:
      'De browser noemt zijn naam, doet kalm aan en valt niets aan. Hij probeert geen wachtwoorden, zoekt geen ' +
      'lekken en stuurt geen formulieren op.',
  },
  openData: {
    title: 'Kan ik alles hebben?',
    lead: 'Ja. Alles wat op deze site staat, is er ook als bestand en via een API. Er is geen sleutel nodig.',
    licence: 'Licentie',
    licenceText:
      'CC0 1.0: gebruik het waarvoor u wilt. Noem bij gebruik liever wel de datum en het nummer van de publicatie.',
    files: 'Bestanden',
    filesCaption: 'Bestanden om te downloaden',
    fileText: {
      toetsen: 'Elke gepubliceerde IT-toets met besluit, advies en aantal afwijkingen',
      regulations: 'Elke regeling, en of en wanneer zij is getoetst',
      organisations: 'Elke organisatie met score en hoeveel wij zagen, per thema',
      findings: 'Elke bevinding: adres, norm, oordeel, wat wij zagen, gewicht (0 is een advies)',
      norms: 'Elke norm met status, bronnen, criteria, gewichten en tellingen',
    },
    csv:
      'CSV: UTF-8 met BOM, zodat rekenbladen de letters goed tonen. Komma als scheiding (RFC 4180), punt in ' +
      'getallen. Begint een tekst met =, +, -, @ of een tab? Dan staat er een apostrof voor. Een rekenblad voert de ' +
      'tekst dan niet uit.',
    catalogue: 'De catalogus van deze bestanden (DCAT-AP-NL 3.0), voor wie ze verzamelt:',
    api: 'API',
    apiText: 'De API volgt de NLGov API Design Rules. De beschrijving (OpenAPI 3.1) is zelf ook een bestand.',
    apiLink: 'Beschrijving van de API',
    examples: 'Voorbeelden',
    exampleText: {
      newest: 'Alle publicaties',
      organisations: 'De eerste organisaties',
      findings: 'Wat niet voldoet aan één norm',
      norm: 'Eén norm',
    },
    earlier: 'Een eerdere publicatie leest u met ?publicatie=1 achter elk adres, ook in de API en de bestanden.',
    publications: 'Publicaties',
    publicationsCaption: 'Alle publicaties, nieuwste eerst',
    read: (no: number) => `Publicatie ${n(no)}`,
    provisional: 'voorlopig',
  },
  privacy: {
    title: 'Privacy op deze site',
    lead: 'Deze site volgt u niet.',
    list: [
      'Wij zetten geen cookies en bewaren niets in uw browser.',
      'Er staat niets van andere bedrijven op deze pagina’s: geen statistiek, geen lettertypen, geen kaarten van ' +
        'elders.',
      'U heeft geen account nodig.',
      'De server die deze site levert, kan voor de beveiliging kort bijhouden welke adressen pagina’s opvragen. ' +
        'Hoelang bepaalt de gemeente.',
      'Meldt u een fout? Dan bewaren wij wat u schrijft. Uw naam en e-mailadres hoeft u niet te geven. ' +
        'Geeft u ze toch, dan wissen wij ze negentig dagen na het antwoord, of eerder als u dat vraagt.',
    ],
    about: 'Over wie gaan de gegevens?',
    aboutText:
      'De metingen gaan over websites en e-maildomeinen van organisaties, niet over mensen. Een schermafdruk of een ' +
      'adres kan de naam van iemand bevatten, bijvoorbeeld van een eenmanszaak. Wilt u dat wij iets weghalen? ' +
      'Laat het ons weten.',
    by: 'De namen van wie publiceert, staan erbij omdat een publicatie een besluit van een medewerker is.',
  },
  accessibility: {
    title: 'Toegankelijkheid van deze site',
    lead: 'Deze site moet voor iedereen te gebruiken zijn. Hier staat eerlijk wat wij daarvoor deden en wat nog niet.',
    done: 'Wat wij deden',
    doneList: [
      'Alles werkt met het toetsenbord en zonder JavaScript.',
      'Elke grafiek heeft een tabel met dezelfde gegevens.',
      'Kleur is nooit het enige teken: er staat altijd een woord en een vorm bij.',
      'Bij elke wijziging loopt een programma (axe-core) alle soorten pagina’s na. Het vindt op dit moment niets.',
      'De pagina’s passen op een smal scherm en laten zich vergroten en afdrukken.',
    ],
    notDone: 'Wat nog niet',
    notDoneList: [
      'Er is nog geen volledig onderzoek door mensen gedaan. Een programma vindt maar een deel van de belemmeringen.',
      'Er is nog niet getest met mensen die een schermlezer gebruiken.',
      'Een deel van de teksten uit de normen is er alleen in het Nederlands. Op Engelse pagina’s staat dat erbij.',
      'Schermafdrukken van websites hebben een korte beschrijving, niet alle tekst die erop staat.',
    ],
    tell: 'Loopt u ergens tegenaan?',
    tellText: 'Laat het ons weten. Wij antwoorden en lossen het op, of leggen uit waarom het niet lukt.',
    statement:
      'De gemeente die deze site gebruikt, publiceert zelf de verplichte toegankelijkheidsverklaring in het ' +
      'landelijke register.',
  },
  toetsen: {
    title: 'IT-toetsen',
    lead:
      'Voordat de gemeente een regel, plan of digitaal product vaststelt, toetst zij wat het digitaal betekent. ' +
      'Hier leest u wat zij toetste, welke adviezen er kwamen en wat is besloten.',
    how: 'Zo werkt de IT-toets',
    search: 'Zoek op titel of nummer',
    caption: 'Gepubliceerde IT-toetsen',
    none: 'Er is nog geen IT-toets gepubliceerd.',
    noneFound: 'Er is geen IT-toets met deze woorden in de titel.',
    found: (total: number) =>
      total === 0 ? 'Uitkomsten' : count(total, 'gepubliceerde toets', 'gepubliceerde toetsen'),
    pagination: 'Pagina’s met toetsen',
    noAdvice: 'geen of niet openbaar',
    kinds: { regulation: 'regeling', proposal: 'beleidsvoorstel', product: 'digitaal product' },
    column: {
      title: 'Toets',
      outcome: 'Besluit',
      advice: 'Advies',
      deviations: 'Afwijkingen',
      date: 'Besloten op',
      month: 'Maand',
      tested: 'Getoetst',
      total: 'Regelingen',
      share: 'Deel',
      regulation: 'Regeling',
      due: 'Opnieuw vóór',
    },
    share: 'Welk deel van de regelingen is getoetst?',
    noRegulations: 'De lijst van regelingen is nog niet gepubliceerd.',
    shareOf: (tested: number, total: number) =>
      `${n(tested)} van ${n(total)} ${total === 1 ? 'regeling' : 'regelingen'} ` +
      `${tested === 1 ? 'heeft' : 'hebben'} een openbare IT-toets.`,
    shareCaption: 'Getoetste regelingen per maand',
    allRegulations: (total: number) => `Alle regelingen (${n(total)})`,
    regulationsCaption: 'Regelingen met hun toets',
    notTested: 'nog niet',
    testedOn: (at: string) => `getoetst, ${d(at)}`,
    noneOf: 'geen',
    draws: 'Steekproef',
    drawsText:
      'Voorstellen zonder digitaal effect krijgen geen volledige toets. Van die verklaringen bekijkt een ander één ' +
      'op de tien opnieuw. De computer loot met een openbaar startgetal. Iedereen kan de loting narekenen.',
    recount: 'Zo rekent u het na',
    recountText:
      'Neem van elk nummer de SHA-256 van “startgetal:nummer” en zet die op volgorde. De eerste tien procent, naar ' +
      'boven afgerond, is getrokken.',
    noDraws: 'Er is nog geen steekproef getrokken.',
    draw: (no: number, at: Date, drawn: number, among: number) =>
      `Trekking ${n(no)}, ${d(at)}: ${n(drawn)} van ${n(among)}. Startgetal:`,
    drawNumbers: 'Welke nummers',
    among: 'Waaruit',
    drawn: 'Getrokken',
    decidedOn: (at: string) => `Besloten op ${d(at)}.`,
    declaredOn: (at: string) => `Verklaard op ${d(at)}.`,
    unadvised: 'Er zijn vooraf geen adviezen gevraagd.',
    noDeviations: 'Het besluit wijkt nergens af van de adviezen.',
    deviations: (total: number) => `Het besluit wijkt op ${count(total, 'punt', 'punten')} af van de adviezen.`,
    earlier: (version: number) => `U leest versie ${n(version)}. Dat is niet de nieuwste.`,
    toCurrent: 'Naar de nieuwste versie',
    take: 'Neem dit mee',
    pdf: 'PDF',
    odt: 'OpenDocument (ODT), om in te werken',
    json: 'JSON, voor computers',
    versions: 'Versies',
    version: (version: number) => `Versie ${n(version)}`,
    signed: 'Elke versie is voorgesteld door één medewerker en goedgekeurd door een tweede.',
  },
  toetsHow: {
    title: 'Zo werkt de IT-toets',
    lead:
      'De IT-toets laat vooraf zien wat een regel, plan of product digitaal betekent. Het gaat om uw gegevens, uw ' +
      'rechten en uw geld. Mensen besluiten, nooit een computer.',
    steps: 'De stappen',
    line: [
      [
        'Voortoets',
        'De indiener beantwoordt zes vragen met ja, nee of twijfel. Een vaste regel stelt een route voor. Een ' +
          'medewerker bevestigt die.',
      ],
      ['Toets', 'De indiener vult de hele vragenlijst in. “Weet ik niet” mag, en is te zien in de uitkomst.'],
      [
        'Adviezen',
        'De functionaris gegevensbescherming, de informatiebeveiliger en de uitvoerders geven tegelijk advies. ' +
          'Niemand kan hun advies wijzigen of overslaan. Zwijgen is geen instemming.',
      ],
      ['Advies van Digitale Zaken', 'De behandelaar weegt alles en geeft antwoord op elke rode vlag.'],
      ['Reactie', 'De indiener zegt per voorwaarde: overnemen, aanpassen of niet overnemen, met de reden.'],
      ['Besluit', 'Iemand met mandaat besluit, met naam en functie, en legt elke afwijking uit.'],
      ['Publicatie', 'Eén medewerker stelt voor wat openbaar wordt, een tweede keurt het goed.'],
      ['Opvolging', 'Maatregelen hebben een eigenaar en een datum. Na een wijziging wordt opnieuw getoetst.'],
    ] as readonly (readonly [string, string])[],
    parts: [
      {
        id: 'wie-besluit',
        title: 'Wie besluit?',
        text: [
          'Het college, de raad of iemand aan wie zij dat hebben opgedragen. De toets geeft geen score voor het ' +
            'geheel en neemt geen besluit.',
        ],
      },
      {
        id: 'wat-openbaar',
        title: 'Wat is openbaar?',
        text: [
          'Het besluit, de adviezen, de rode vlaggen, de reacties en de maatregelen. Staat iets er niet, dan leest ' +
            'u op welke weigeringsgrond van de Wet open overheid en waarom. Van medewerkers staat de functie er, van ' +
            'wie besluit ook de naam.',
        ],
      },
      {
        id: 'uw-rechten',
        title: 'Wat kunt u doen?',
        text: [
          'U kunt de gemeente vragen om uitleg of om stukken (Wet open overheid). Gaat een besluit over u, dan ' +
            'staat daarin of u bezwaar kunt maken, en hoe. Tegen een regel die voor iedereen geldt, kan dat niet. ' +
            'Gaat het om uw persoonsgegevens, dan kunt u die inzien en laten verbeteren (AVG).',
          'Ziet u een fout op deze site? Meld het aan de gemeente.',
        ],
      },
    ] as readonly { readonly id: string; readonly title: string; readonly text: readonly string[] }[],
    terms: 'Hoelang duurt het?',
    termsCaption: 'Termijn per stap',
    termColumn: { step: 'Stap', term: 'Termijn' },
    termRows: [
      ['Voortoets bekijken', '5 werkdagen'],
      ['Nakijken op volledigheid', '3 werkdagen'],
      ['Adviezen', '10 werkdagen, bij een ingewikkeld voorstel 20'],
      ['Advies van Digitale Zaken', '5 werkdagen'],
      ['Reactie van de indiener', '10 werkdagen'],
      ['Besluit', '10 werkdagen'],
      ['Publicatie na het besluit', '10 werkdagen'],
      ['Volledige toets na spoed', '8 weken'],
    ] as readonly (readonly [string, string])[],
    back: 'Naar de IT-toetsen',
  },
  errors: {
    page: {
      title: 'Deze pagina is er niet',
      text: 'Misschien is het adres verkeerd overgenomen, of is de pagina verplaatst.',
    },
    organisation: {
      title: 'Deze organisatie kennen wij niet',
      text: 'Die staat niet in deze publicatie. Zoek op naam, of kijk in een andere publicatie.',
    },
    subject: {
      title: 'Dit adres kennen wij niet',
      text: 'Deze website of dit e-maildomein staat niet bij deze organisatie in deze publicatie.',
    },
    finding: {
      title: 'Deze bevinding is er niet',
      text: 'Over dit punt staat in deze publicatie niets bij dit adres.',
    },
    norm: { title: 'Deze norm kennen wij niet', text: 'Die staat niet in de catalogus bij deze publicatie.' },
    entry: {
      title: 'Dit staat niet in dit register',
      text: 'Misschien is het adres verkeerd overgenomen. Zoek in het register op naam.',
    },
    toets: {
      title: 'Deze IT-toets is er niet',
      text: 'Er is geen gepubliceerde IT-toets met dit nummer of deze versie. Alle toetsen staan bij IT-toetsen.',
    },
    publication: {
      title: 'Deze publicatie is er niet',
      text: 'Er is geen publicatie met dit nummer. Alle publicaties staan bij Open data.',
    },
    file: { title: 'Dit bestand is er niet', text: 'Het bewijs of beeld waar u om vroeg, is niet gepubliceerd.' },
    query: {
      title: 'Deze zoekopdracht werkt niet',
      text: 'In het webadres staat iets wat wij niet kennen. Kies hieronder opnieuw.',
    },
    method: { title: 'Dat kan hier niet', text: 'Deze site is alleen om te lezen. U kunt hier niets opsturen.' },
    broken: {
      title: 'Er ging bij ons iets mis',
      text: 'Dat ligt niet aan u. Probeer het over een paar minuten nog eens.',
    },
    busy: {
      title: 'Het is nu te druk',
      text: 'Veel mensen halen tegelijk een groot bestand op. Probeer het over een paar minuten nog eens.',
    },
    away: {
      title: 'Dit bestand is nu niet te openen',
      text:
        'De plek waar bewijs, beelden en documenten staan, antwoordt op dit moment niet. Er is niets weg. De rest ' +
        'van deze site werkt wel. Probeer het over een paar minuten nog eens.',
    },
    home: 'Naar de startpagina',
    search: 'Organisatie zoeken',
  },
}

export type Messages = typeof nl
