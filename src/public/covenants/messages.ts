/** What the pages of covenants and agreements say, in both languages. */
import { counted, day, number, share, type Lang } from '../../web/language.ts'
import { pledgeSays } from './messages-pledge.ts'

const nl = {
  title: 'Afspraken',
  badges: 'Wie een badge draagt',
  lead: 'Organisaties in de stad tekenen convenanten met de gemeente. Hier leest u wie wat belooft, en of het lukt.',
  how:
    'De cijfers volgen uit wat is gezien en gemeten. Of een afspraak is gehaald, zegt iemand die daarvoor is ' +
    'aangewezen, met bewijs.',
  none: 'Er is nog geen convenant openbaar.',
  listCaption: 'Convenanten, het nieuwste eerst',
  column: {
    covenant: 'Convenant',
    who: 'Wie',
    pledges: 'Hoe het gaat',
    state: 'Stand',
    pledge: 'Afspraak',
    baseline: 'Begin',
    now: 'Nu',
    target: 'Doel',
    due: 'Uiterlijk',
    stands: 'Stand',
    party: 'Partij',
    since: 'Sinds',
    on: 'Datum',
    value: 'Stand',
    expected: 'Verwacht',
    comment: 'Artikel',
    adopted: 'Overgenomen',
    declined: 'Niet overgenomen',
    answered: 'Beantwoord',
    file: 'Bestand',
    hash: 'Controlegetal (SHA-256)',
  },
  states: { open: 'ligt klaar om te tekenen', 'in-force': 'geldt', ended: 'beëindigd', dropped: 'niet doorgegaan' },
  courses: {
    'on-course': 'op koers',
    'at-risk': 'loopt achter',
    'not-measured': 'niet gemeten',
    'not-begun': 'nog niet begonnen',
  },
  outcomes: { met: 'gehaald', 'met-late': 'later gehaald', 'not-met': 'niet gehaald', lapsed: 'vervallen' },
  manyBehind: 'lopen achter',
  waiting: 'termijn voorbij, oordeel volgt',
  hidden: 'zonder cijfers',
  unknown: 'nog niet gemeten',
  parties: (joined: number) => counted('nl', joined, 'partij', 'partijen'),
  terms: (from: string | null, to: string | null) =>
    from === null
      ? ''
      : to === null
        ? `Vanaf ${day('nl', from)}.`
        : `Van ${day('nl', from)} tot en met ${day('nl', to)}.`,
  summary: (all: number, told: string) => `${counted('nl', all, 'afspraak', 'afspraken')}: ${told}.`,
  noPledges: 'Er staan geen resultaatafspraken in.',
  pledges: 'Wat is beloofd, en lukt het?',
  pledgesText: 'Elke afspraak heeft een eigen pagina, met de lijn door de tijd.',
  share: (value: number) => share('nl', value),
  counts: (count: number, among: number) => `${number('nl', count)} van ${number('nl', among)}`,
  atMost: 'hoogstens',
  atLeast: 'minstens',
  who: 'Wie doet mee',
  whoText: (named: number, joined: number) =>
    joined === named
      ? 'Alle partijen vonden het goed om genoemd te worden.'
      : `${number('nl', joined - named)} van de ${number('nl', joined)} partijen staan er zonder naam. ` +
        'Zij kozen daarvoor, of hebben nog tijd om te reageren.',
  whoCounts: (paused: number, suspended: number, left: number, observers: number) =>
    [
      paused > 0 ? `waarvan ${number('nl', paused)} gepauzeerd` : '',
      suspended > 0 ? `waarvan ${number('nl', suspended)} geschorst` : '',
      left > 0 ? `en ${number('nl', left)} gestopt` : '',
      observers > 0 ? `en ${counted('nl', observers, 'waarnemer', 'waarnemers')}` : '',
    ]
      .filter(Boolean)
      .join(', '),
  partyStates: { joined: 'doet mee', paused: 'pauzeert', suspended: 'geschorst', left: 'gestopt' },
  kinds: { municipality: 'gemeente', party: 'partij', observer: 'waarnemer' },
  text: 'De tekst',
  exercises: 'Bijlage 2: regels voor oefeningen',
  opinions: 'Adviezen vooraf',
  roles: { fg: 'Functionaris Gegevensbescherming', 'security-officer': 'Informatiebeveiliger' },
  stances: { agree: 'akkoord', 'agree-if': 'akkoord onder voorwaarden', disagree: 'niet akkoord' },
  comments: 'Wat er met reacties van partijen gebeurde',
  commentsCaption: 'Reacties per artikel',
  version: (no: number) => `versie ${number('nl', no)}`,
  files: 'De getekende bestanden',
  filesText: 'Dit zijn de bestanden die de partijen tekenden. Ze veranderen nooit.',
  noFiles: 'Deze bestanden staan hier niet: er staat meer in dan iedereen mag lezen. Wie tekende, heeft ze.',
  check: 'Controleer uw eigen bestand',
  story: 'Wat er gebeurde',
  storyMore: 'Dit is het nieuwste. Alle gebeurtenissen staan in het bestand bij Open data.',
  remarks: 'Vragen van lezers',
  noRemarks: 'Er is nog geen vraag beantwoord.',
  ask: 'Stel een vraag of maak een opmerking',
  by: (by: string, on: string) => `${by}, ${day('nl', on)}`,
  someone: 'Een lezer',
  follow: 'Volg dit per e-mail',
  followAll: 'Volg alle afspraken per e-mail',
  feed: 'Atom-feed',
  feedTitle: (title: string) => `Afspraken: ${title}`,
  allFeed: 'Afspraken van de stad',
  editions: 'Uitgaven',
  edition: (no: number) => `Uitgave ${number('nl', no)}`,
  editionsText: 'Elke uitgave is door één medewerker vrijgegeven en door een tweede openbaar gemaakt.',
  earlier: (no: number) => `U leest uitgave ${number('nl', no)}. Dat is niet de nieuwste. Cijfers staan er niet bij.`,
  toCurrent: 'Naar de nieuwste uitgave',
  gone: 'Dit convenant is niet meer openbaar',
  goneText: (on: Date, reason: string) => `Het is ingetrokken op ${day('nl', on)}. De reden: ${reason}`,
  ...pledgeSays('nl'),
}

const en: typeof nl = {
  title: 'Agreements',
  badges: 'Who carries a badge',
  lead:
    'Organisations in the city sign covenants with the municipality. ' +
    'Here you read who promised what, and whether it is kept.',
  how:
    'The figures follow from what was seen and measured. ' +
    'Whether an agreement was met is said by an appointed person, with proof.',
  none: 'No covenant is public yet.',
  listCaption: 'Covenants, the newest first',
  column: {
    covenant: 'Covenant',
    who: 'Who',
    pledges: 'How it goes',
    state: 'State',
    pledge: 'Agreement',
    baseline: 'Start',
    now: 'Now',
    target: 'Target',
    due: 'By',
    stands: 'Stands',
    party: 'Party',
    since: 'Since',
    on: 'Date',
    value: 'Value',
    expected: 'Expected',
    comment: 'Article',
    adopted: 'Adopted',
    declined: 'Not adopted',
    answered: 'Answered',
    file: 'File',
    hash: 'Checksum (SHA-256)',
  },
  states: { open: 'ready to sign', 'in-force': 'in force', ended: 'ended', dropped: 'did not go ahead' },
  courses: {
    'on-course': 'on course',
    'at-risk': 'behind',
    'not-measured': 'not measured',
    'not-begun': 'not begun yet',
  },
  outcomes: { met: 'met', 'met-late': 'met late', 'not-met': 'not met', lapsed: 'lapsed' },
  manyBehind: 'behind',
  waiting: 'past its date, verdict to follow',
  hidden: 'without figures',
  unknown: 'no figure yet',
  parties: (joined) => counted('en', joined, 'party', 'parties'),
  terms: (from, to) =>
    from === null ? '' : to === null ? `From ${day('en', from)}.` : `From ${day('en', from)} until ${day('en', to)}.`,
  summary: (all, told) => `${counted('en', all, 'agreement', 'agreements')}: ${told}.`,
  noPledges: 'It holds no agreements with a figure.',
  pledges: 'What was promised, and is it kept?',
  pledgesText: 'Each agreement opens its own page with the line through time.',
  share: (value) => share('en', value),
  counts: (count, among) => `${number('en', count)} of ${number('en', among)}`,
  atMost: 'at most',
  atLeast: 'at least',
  who: 'Who takes part',
  whoText: (named, joined) =>
    joined === named
      ? 'All parties agreed to be named.'
      : `${number('en', joined - named)} of ${number('en', joined)} parties are not named. ` +
        'They chose so, or still have time to respond.',
  whoCounts: (paused, suspended, left, observers) =>
    [
      paused > 0 ? `of which ${number('en', paused)} paused` : '',
      suspended > 0 ? `of which ${number('en', suspended)} suspended` : '',
      left > 0 ? `and ${number('en', left)} left` : '',
      observers > 0 ? `and ${counted('en', observers, 'observer', 'observers')}` : '',
    ]
      .filter(Boolean)
      .join(', '),
  partyStates: { joined: 'takes part', paused: 'pauses', suspended: 'suspended', left: 'left' },
  kinds: { municipality: 'municipality', party: 'party', observer: 'observer' },
  text: 'The text',
  exercises: 'Annex 2: rules for exercises',
  opinions: 'Opinions beforehand',
  roles: { fg: 'Data Protection Officer', 'security-officer': 'Information security officer' },
  stances: { agree: 'agrees', 'agree-if': 'agrees on conditions', disagree: 'does not agree' },
  comments: 'What was done with comments of parties',
  commentsCaption: 'Comments by article',
  version: (no) => `version ${number('en', no)}`,
  files: 'The signed files',
  filesText: 'These are the files that the parties signed. They never change.',
  noFiles: 'These files are not here: they hold more than everybody may read. Whoever signed has them.',
  check: 'Check a file that you have',
  story: 'What happened',
  storyMore: 'This is the newest. All events are in the open data file.',
  remarks: 'Questions of readers',
  noRemarks: 'No question has been answered yet.',
  ask: 'Ask a question or make a remark',
  by: (by, on) => `${by}, ${day('en', on)}`,
  someone: 'A reader',
  follow: 'Follow this by e-mail',
  followAll: 'Follow all agreements by e-mail',
  feed: 'Atom feed',
  feedTitle: (title) => `Agreements: ${title}`,
  allFeed: 'Agreements of the city',
  editions: 'Editions',
  edition: (no) => `Edition ${number('en', no)}`,
  editionsText: 'Each edition was released by one member of staff and made public by a second.',
  earlier: (no) => `You are reading edition ${number('en', no)}, which is not the newest. It has no figures.`,
  toCurrent: 'To the newest edition',
  gone: 'This covenant is no longer public',
  goneText: (on, reason) => `It was withdrawn on ${day('en', on)}. The reason: ${reason}`,
  ...pledgeSays('en'),
}

/** The sentences in a language. */
export const says = (lang: Lang): typeof nl => (lang === 'en' ? en : nl)
