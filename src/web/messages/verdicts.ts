/** Verdicts, scores, why something was not seen, and what makes a verdict certain or change, in both languages. */
import { number, percent, points } from '../language.ts'

const nl = {
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
  cause: {
    first: 'eerste keer gezien',
    // Who did it, is not seen: a supplier may have.
    subject: 'bij de organisatie veranderde iets',
    provider: 'bij een leverancier van de organisatie veranderde iets',
    norm: 'de norm veranderde',
    measurement: 'onze meting veranderde',
    unsure: 'twee metingen spraken elkaar tegen',
    unseen: 'nu of eerder niet gezien',
  },
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
  outdated: {
    title: 'Een deel is te lang geleden gemeten',
    text: (old: number, all: number) =>
      `Dat geldt voor ${number('nl', old)} van de ${number('nl', all)} adressen. Bij elk adres staat wat daarvan ` +
      'nog telt. ' +
      'De aantallen van de hele stad blijven zoals ze zijn gepubliceerd, tot er opnieuw is gemeten.',
  },
  score: {
    of: (score: number) => `${points('nl', score)} van 100`,
    tooLittle: 'te weinig gemeten',
    notApplicable: 'niet van toepassing',
    notYet: 'nog niet gemeten',
    coverage: (share: number) => `${percent('nl', share)} gemeten`,
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
    libraries: 'Lijst van onderdelen met bekende lekken',
  },
  certainty: {
    oneMeasurement: 'Dit is één meting.',
    notConfirmed: 'Dit is één meting: een tweede programma zag dit niet.',
    twoMeasurements: (confirmed: number, elements: number) =>
      confirmed < elements
        ? `Bevestigd door twee metingen: een tweede programma zag ${number('nl', confirmed)} van deze ` +
          `${number('nl', elements)} plekken ook.`
        : 'Bevestigd door twee metingen: een tweede programma zag hetzelfde.',
  },
}

const en: typeof nl = {
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
  cause: {
    first: 'seen for the first time',
    subject: 'something changed at the organisation',
    provider: 'something changed at a supplier of the organisation',
    norm: 'the norm changed',
    measurement: 'our measurement changed',
    unsure: 'two measurements contradicted each other',
    unseen: 'not seen, now or before',
  },
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
  outdated: {
    title: 'Part of this was measured too long ago',
    text: (old: number, all: number) =>
      `This goes for ${number('en', old)} of the ${number('en', all)} addresses. Each address tells what still ` +
      'counts. A figure for the ' +
      'whole city stays as it was published, until it is measured again.',
  },
  score: {
    of: (score: number) => `${points('en', score)} out of 100`,
    tooLittle: 'too little measured',
    notApplicable: 'not applicable',
    notYet: 'not measured yet',
    coverage: (share: number) => `${percent('en', share)} seen`,
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
    libraries: 'List of parts with known holes',
  },
  certainty: {
    oneMeasurement: 'This is one measurement.',
    notConfirmed: 'This is one measurement: a second program did not see this.',
    twoMeasurements: (confirmed: number, elements: number) =>
      confirmed < elements
        ? `Confirmed by two measurements: a second program saw ${number('en', confirmed)} of these ` +
          `${number('en', elements)} places too.`
        : 'Confirmed by two measurements: a second program saw the same.',
  },
}

/** By language. */
export const verdicts = { nl, en }
