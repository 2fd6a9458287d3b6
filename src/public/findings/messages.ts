/** What the pages of an address and of one finding say, in both languages. */
import { counted, day, moment, number, type Lang } from '../../web/language.ts'

const nl = {
  contradicts: (one: string, other: string) =>
    `Twee metingen spreken elkaar tegen: van ${moment('nl', one)} en van ${moment('nl', other)}. ` +
    'Daarom weten wij dit nu niet.',
  subject: {
    websiteLead: (at: string, pages: number) =>
      `Wij bezochten deze website op ${moment('nl', at)} en bekeken ${counted('nl', pages, 'pagina', 'pagina’s')}.`,
    mailLead: (at: string) => `Wij bekeken dit e-maildomein op ${moment('nl', at)}. Er is geen e-mail verstuurd.`,
    notMeasured: 'Dit adres is nog niet gemeten.',
    notSeen: (why: string) => `Wij konden niets zien: ${why}. Alles hieronder is daarom onbekend.`,
    tally: (met: number, partly: number, unmet: number, unknown: number) =>
      `Van ${counted('nl', met + partly + unmet + unknown, 'punt dat', 'punten die')} hier te meten ` +
      `${met + partly + unmet + unknown === 1 ? 'is' : 'zijn'}: ${number('nl', met)} in orde, ` +
      `${number('nl', partly)} deels, ` +
      `${number('nl', unmet)} niet en ${number('nl', unknown)} onbekend.`,
    screenshot: 'Zo zag de startpagina eruit',
    screenshotAlt: (address: string, at: string) => `Schermafdruk van ${address} op ${day('nl', at)}`,
    findings: 'Wat wij zagen',
    worstFirst: 'Wat aandacht vraagt staat bovenaan.',
    noFindings: 'Er zijn geen bevindingen over dit adres.',
    met: (value: number) => `${counted('nl', value, 'punt is', 'punten zijn')} in orde`,
    rest: (value: number) => `${counted('nl', value, 'punt is', 'punten zijn')} niet van toepassing`,
    visit: 'Het bezoek',
    chosen: (looked: number, from: number, whole: boolean) =>
      whole
        ? `De site heeft ongeveer ${counted('nl', from, 'pagina', 'pagina’s')}. ` +
          `Wij bekeken er ${number('nl', looked)}, zo veel mogelijk uit verschillende delen.`
        : `Wij kennen ten minste ${counted('nl', from, 'pagina', 'pagina’s')} van deze site. Wij bekeken er ` +
          `${number('nl', looked)}, zo veel mogelijk uit verschillende delen.`,
    sure: (percent: number) =>
      `Staat iets verspreid op meer dan ${number('nl', percent)}% van die pagina’s? Dan hadden wij het met 95% ` +
      'zekerheid gezien. Wat op minder pagina’s staat, kunnen wij missen. Voor belemmeringen in toegankelijkheid ' +
      'geldt dit niet: die zoeken wij op twee pagina’s van elke soort.',
    visitCaption: 'Bezochte pagina’s',
    pageSeen: 'gezien',
    pageNotSeen: (why: string) => `niet gezien: ${why}`,
    evidence: 'Ruw bewijs',
    evidenceText: 'Alles wat de meting zag, met ons oordeel. Iedereen kan dat oordeel narekenen.',
    bundleLink: 'Download het bewijs om na te rekenen (ZIP)',
    evidenceLink: 'Alleen het ruwe bewijs (JSON)',
    noEvidence: 'Van dit adres is geen ruw bewijs gepubliceerd.',
    websiteOf: 'Website van',
    mailOf: 'E-maildomein van',
  },
  finding: {
    seen: 'Wat wij zagen',
    verbatim: 'Letterlijk gezien',
    barriers: 'Wat bezoekers merken',
    undecided: 'Wat iemand nog moet nakijken',
    undecidedText: 'Dit kon ons programma niet beslissen. Misschien is er niets aan de hand. Kijk zelf of het zo is.',
    maybe: (means: string) => `Misschien: ${means.charAt(0).toLowerCase()}${means.slice(1)}`,
    barrierRepair: 'Herstel:',
    why: 'Waarom het ertoe doet',
    norm: 'De norm',
    about: (label: string) => `Norm: ${label}`,
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
      `De gemeente ${city} bekeek ${address} op ${day('nl', at)}. Het gaat om: ${title}. ${seen} Kunt u hiernaar ` +
      'kijken? ' +
      `Zo kan het: ${repair} Wat wij precies zagen, staat op ${page}`,
    limits: 'Wat dit niet bewijst',
    details: 'Gegevens van deze meting',
    measuredAt: 'Gemeten op',
    strength: 'Hoe zeker',
    weight: 'Gewicht',
    weightText: (weight: number) =>
      weight === 0
        ? '0 (advies, telt niet mee)'
        : `${number('nl', weight)} van 3 (${['licht', 'gewoon', 'zwaar'][Math.min(weight, 3) - 1]})`,
    versionsOpen: 'Programma’s en lijsten van deze meting',
    evidence: 'Ruw bewijs',
    check: 'Controle',
    history: 'Geschiedenis van deze bevinding',
    historyCaption: 'Eerdere oordelen',
    since: (no: number, at: string) => `publicatie ${number('nl', no)} (${at})`,
  },
  strength: {
    declared: 'verklaard',
    measured: 'gemeten',
    documented: 'aangetoond met een stuk',
    witnessed: 'gezien door een medewerker',
  },
  file: 'Elke bevinding: adres, norm, oordeel, wat wij zagen, gewicht (0 is een advies)',
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
  adviceText: 'Dit is een advies en telt niet mee in de score.',
}

const en: typeof nl = {
  contradicts: (one: string, other: string) =>
    `Two measurements contradict each other: of ${moment('en', one)} and of ${moment('en', other)}. So we do not ` +
    'know this now.',
  subject: {
    websiteLead: (at: string, pages: number) =>
      `We visited this website on ${moment('en', at)} and looked at ${counted('en', pages, 'page', 'pages')}.`,
    mailLead: (at: string) => `We looked at this e-mail domain on ${moment('en', at)}. No e-mail was sent.`,
    notMeasured: 'This address has not been measured yet.',
    notSeen: (why: string) => `We could see nothing: ${why}. Everything below is therefore unknown.`,
    tally: (met: number, partly: number, unmet: number, unknown: number) =>
      `Of ${counted('en', met + partly + unmet + unknown, 'point', 'points')} that can be measured here: ` +
      `${number('en', met)} in ` +
      `order, ${number('en', partly)} partly, ${number('en', unmet)} not and ${number('en', unknown)} unknown.`,
    screenshot: 'This is what the landing page looked like',
    screenshotAlt: (address: string, at: string) => `Screenshot of ${address} on ${day('en', at)}`,
    findings: 'What we saw',
    worstFirst: 'What needs attention comes first.',
    noFindings: 'There are no findings about this address.',
    met: (value: number) => counted('en', value, 'point is in order', 'points are in order'),
    rest: (value: number) => counted('en', value, 'point does not apply', 'points do not apply'),
    visit: 'The visit',
    chosen: (looked: number, from: number, whole: boolean) =>
      whole
        ? `The site has about ${counted('en', from, 'page', 'pages')}. We looked at ${number('en', looked)} of them, ` +
          'from different parts of the site as far as possible.'
        : `We know at least ${counted('en', from, 'page', 'pages')} of this site. We looked at ` +
          `${number('en', looked)} of them, from different parts of it as far as possible.`,
    sure: (percent: number) =>
      `Is something spread over more than ${number('en', percent)}% of those pages? Then we would have seen it with ` +
      '95% certainty. What is on fewer pages we may miss. For barriers in accessibility this does not hold: those we ' +
      'look for on two pages of each kind.',
    visitCaption: 'Pages visited',
    pageSeen: 'seen',
    pageNotSeen: (why: string) => `not seen: ${why}`,
    evidence: 'Raw evidence',
    evidenceText: 'Everything the measurement saw, with our verdicts. Anybody can work them out again.',
    bundleLink: 'Download the evidence to check it (ZIP)',
    evidenceLink: 'Only the raw evidence (JSON)',
    noEvidence: 'No raw evidence of this address has been published.',
    websiteOf: 'Website of',
    mailOf: 'Mail domain of',
  },
  finding: {
    seen: 'What we saw',
    verbatim: 'Seen verbatim',
    barriers: 'What visitors notice',
    undecided: 'What somebody still has to look at',
    undecidedText: 'Our program could not decide this. Perhaps nothing is wrong. Look for yourself whether it is so.',
    maybe: (means: string) => `Perhaps: ${means.charAt(0).toLowerCase()}${means.slice(1)}`,
    barrierRepair: 'Repair:',
    why: 'Why it matters',
    norm: 'The norm',
    about: (label: string) => `Norm: ${label}`,
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
      `The municipality of ${city} looked at ${address} on ${day('en', at)}. This is about: ${title}. ${seen} ` +
      `Could you look into this? It can be done like this: ${repair} What we saw exactly is on ${page}`,
    limits: 'What this does not prove',
    details: 'Facts of this measurement',
    measuredAt: 'Measured on',
    strength: 'How certain',
    weight: 'Weight',
    weightText: (weight: number) =>
      weight === 0
        ? '0 (advice, does not count)'
        : `${number('en', weight)} out of 3 (${['light', 'ordinary', 'heavy'][Math.min(weight, 3) - 1]})`,
    versionsOpen: 'Programs and lists of this measurement',
    evidence: 'Raw evidence',
    check: 'Check',
    history: 'History of this finding',
    historyCaption: 'Earlier verdicts',
    since: (no: number, at: string) => `publication ${number('en', no)} (${at})`,
  },
  strength: {
    declared: 'declared',
    measured: 'measured',
    documented: 'shown by a document',
    witnessed: 'seen by a person',
  },
  file: 'Every finding: address, norm, verdict, what we saw, weight (0 is advice)',
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
  adviceText: 'This is advice and does not count in the score.',
}

/** The sentences in a language. */
export const says = (lang: Lang): typeof nl => (lang === 'en' ? en : nl)
