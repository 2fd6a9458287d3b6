/** What the list of organisations says, the page of one, and the feed of what changes there, in both languages. */
import { counted, day, number, type Lang } from '../../web/language.ts'

const nl = {
  organisations: {
    title: 'Hoe doet een organisatie het?',
    lead: 'Zoek een winkel, school of instelling en lees wat wij zagen.',
    streets: 'Winkelstraten waar mensen gingen kijken',
    search: 'Naam of adres',
    kind: 'Soort',
    street: 'Straat',
    theme: 'Thema',
    sort: 'Volgorde',
    all: 'Alle',
    byName: 'Op naam',
    high: 'Hoogste score eerst',
    low: 'Laagste score eerst',
    foundOf: (total: number, page: number, pages: number) =>
      (total === 1 ? '1 organisatie' : `${number('nl', total)} organisaties`) +
      (pages > 1 ? `, pagina ${number('nl', page)} van ${number('nl', pages)}` : ''),
    caption: 'Organisaties met hun score per thema, van 0 tot 100',
    empty: 'Er is geen organisatie die hierbij past.',
    emptyHint: 'Controleer de spelling, zoek op een deel van de naam of kies minder filters.',
    clear: 'Alle organisaties',
    pickTheme: 'Kies een thema om op score te kunnen sorteren. De lijst staat nu op naam.',
    pagination: 'Pagina’s',
    page: (value: number) => `Pagina ${number('nl', value)}`,
    form: 'Organisaties zoeken',
  },
  organisation: {
    lead: (websites: number, mails: number, at: string | null) => {
      const what = [
        websites > 0 ? counted('nl', websites, 'website', 'websites') : '',
        mails > 0 ? counted('nl', mails, 'e-maildomein', 'e-maildomeinen') : '',
      ]
        .filter(Boolean)
        .join(' en ')
      if (what === '') return 'Van deze organisatie is geen website of e-maildomein bekend.'
      return at === null
        ? `Wij kennen ${what}, maar hebben nog niet gemeten.`
        : `Wij bekeken ${what}, het laatst op ${day('nl', at)}.`
    },
    steps: (value: number) =>
      value === 1
        ? 'De stap die het meest helpt'
        : `De ${['nul', 'één', 'twee', 'drie'][value] ?? number('nl', value)} stappen die het meest helpen`,
    stepWhere: 'Voor',
    stepRead: 'Lees wat wij zagen',
    noSteps: 'Wij zagen niets waarvoor een stap nodig is.',
    noStepsUnknown: 'Wij zagen te weinig om een stap te kunnen noemen.',
    themes: 'Per thema',
    themesCaption: (name: string) => `Scores van ${name} per thema`,
    coverageMeans: 'Gemeten deel: hoeveel wij zagen van wat van buitenaf te meten is. Onder 80% geven wij geen score.',
    touched: (touched: number, all: number) => `${number('nl', touched)} van ${number('nl', all)}`,
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
    historyMore: (value: number) =>
      `Alleen de nieuwste ${number('nl', value)} staan hier. Alles staat in de open data.`,
    notMeasured: 'nog niet gemeten',
  },
  feed: {
    organisation: (name: string) => `${name}: wat er veranderde`,
    change: (title: string, address: string) => `${title} (${address})`,
    changeText: (was: string, now: string, cause: string) => `Eerst: ${was}. Nu: ${now}. Waardoor: ${cause}.`,
    follow: 'Volgen',
    followOrganisation: (name: string) => `Wat verandert bij ${name} (Atom)`,
  },
  kindOf: { website: 'website', 'mail-domain': 'e-maildomein' },
  size: { micro: 'micro', small: 'klein', medium: 'middelgroot', large: 'groot' },
  publicBody: 'overheidsorganisatie',
  file: 'Elke organisatie met score en hoeveel wij zagen, per thema',
}

const en: typeof nl = {
  organisations: {
    title: 'How is an organisation doing?',
    lead: 'Find a shop, school or institution and read what we saw.',
    streets: 'Shopping streets that people looked at',
    search: 'Name or address',
    kind: 'Kind',
    street: 'Street',
    theme: 'Theme',
    sort: 'Order',
    all: 'All',
    byName: 'By name',
    high: 'Highest score first',
    low: 'Lowest score first',
    foundOf: (total: number, page: number, pages: number) =>
      (total === 1 ? '1 organisation' : `${number('en', total)} organisations`) +
      (pages > 1 ? `, page ${number('en', page)} of ${number('en', pages)}` : ''),
    caption: 'Organisations with their score per theme, from 0 to 100',
    empty: 'No organisation matches this.',
    emptyHint: 'Check the spelling, search for a part of the name or choose fewer filters.',
    clear: 'Show all organisations',
    pickTheme: 'Choose a theme to sort by score. The list is now by name.',
    pagination: 'Pages',
    page: (value: number) => `Page ${number('en', value)}`,
    form: 'Find organisations',
  },
  organisation: {
    lead: (websites: number, mails: number, at: string | null) => {
      const what = [
        websites > 0 ? counted('en', websites, 'website', 'websites') : '',
        mails > 0 ? counted('en', mails, 'e-mail domain', 'e-mail domains') : '',
      ]
        .filter(Boolean)
        .join(' and ')
      if (what === '') return 'No website or e-mail domain of this organisation is known.'
      return at === null
        ? `We know of ${what}, but have not measured yet.`
        : `We looked at ${what}, most recently on ${day('en', at)}.`
    },
    steps: (value: number) =>
      value === 1
        ? 'The step that helps most'
        : `The ${['zero', 'one', 'two', 'three'][value] ?? number('en', value)} steps that help most`,
    stepWhere: 'For',
    stepRead: 'Read what we saw',
    noSteps: 'We saw nothing that needs a step.',
    noStepsUnknown: 'We saw too little to name a step.',
    themes: 'Per theme',
    themesCaption: (name: string) => `Scores of ${name} per theme`,
    coverageMeans: 'Measured part: how much we saw of what can be measured from outside. Below 80% we give no score.',
    touched: (touched: number, all: number) => `${number('en', touched)} of ${number('en', all)}`,
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
    historyMore: (value: number) =>
      `Only the newest ${number('en', value)} stand here. Everything is in the open data.`,
    notMeasured: 'not measured yet',
  },
  feed: {
    organisation: (name: string) => `${name}: what changed`,
    change: (title: string, address: string) => `${title} (${address})`,
    changeText: (was: string, now: string, cause: string) => `Before: ${was}. Now: ${now}. Because: ${cause}.`,
    follow: 'Follow',
    followOrganisation: (name: string) => `What changes at ${name} (Atom)`,
  },
  kindOf: { website: 'website', 'mail-domain': 'e-mail domain' },
  size: { micro: 'micro', small: 'small', medium: 'medium', large: 'large' },
  publicBody: 'public body',
  file: 'Every organisation with its score and how much we saw, per theme',
}

/** The sentences in a language. */
export const says = (lang: Lang): typeof nl => (lang === 'en' ? en : nl)
