/** What is told of events in public, in both languages. */
import type { EventKind, EventSubject } from '../../vocabulary/event.ts'
import type { AccessMore, SignUpWay, StepFree } from '../../vocabulary/help.ts'
import { counted, day, euros, type Lang } from '../../web/language.ts'

const nl = {
  together: 'Samen',
  title: 'Agenda met bijeenkomsten',
  lead: (count: number) =>
    count === 0
      ? 'Er staat nu niets in de agenda.'
      : `${counted('nl', count, 'bijeenkomst komt', 'bijeenkomsten komen')} eraan, over de digitale stad.`,
  leadPast: (count: number) =>
    count === 0
      ? 'Er is nog geen bijeenkomst voorbij.'
      : `${counted('nl', count, 'bijeenkomst is', 'bijeenkomsten zijn')} voorbij. Lees wat zij leerden.`,
  how: 'U geeft zich op zonder account. Uw naam wissen wij twee weken erna.',
  fits: (count: number) => (count === 1 ? 'Eén past bij wat u zoekt.' : `${count} passen bij wat u zoekt.`),
  none: 'Niets past bij wat u zoekt.',
  toAll: 'Bekijk alles',
  search: 'Zoeken in de agenda',
  kind: 'Wat',
  subject: 'Waarover',
  all: 'alles',
  find: 'Laat zien',
  coming: 'Komt nog',
  past: 'Voorbij',
  toPast: 'Bekijk wat voorbij is, met wat wij leerden',
  toComing: 'Bekijk wat nog komt',
  kinds: {
    seminar: 'Seminar',
    workshop: 'Workshop',
    'walk-in': 'Inloop',
    hackathon: 'Hackathon',
    hack: 'Hackevenement',
    meeting: 'Bijeenkomst',
  } satisfies Record<EventKind, string>,
  subjects: {
    safety: 'veilig online',
    privacy: 'privacy',
    accessibility: 'toegankelijkheid',
    algorithms: 'algoritmes en AI',
    'open-source': 'open software en data',
    skills: 'digitale vaardigheden',
    business: 'ondernemers',
    city: 'de digitale stad',
  } satisfies Record<EventSubject, string>,
  column: { title: 'Bijeenkomst', when: 'Wanneer', where: 'Waar', places: 'Plaatsen', came: 'Hoe het ging' },
  caption: 'De eerste bovenaan',
  captionPast: 'De nieuwste bovenaan',
  when: (on: string, from: string) => `${day('nl', on)}, ${from.replace(':', '.')} uur`,
  atHome: 'thuis',
  off: 'Gaat niet door',
  fullShort: 'vol, met wachtlijst',
  free: (left: number) => counted('nl', left, 'plaats vrij', 'plaatsen vrij'),
  ways: {
    here: 'U geeft zich hier op, met een naam en een adres of nummer.',
    phone: 'U geeft zich op door te bellen.',
    'walk-in': 'U hoeft zich niet op te geven. Kom gewoon langs.',
  } satisfies Record<SignUpWay, string>,
  waysShort: {
    here: '',
    phone: 'opgeven per telefoon',
    'walk-in': 'loop zo binnen',
  } satisfies Record<SignUpWay, string>,
  came: (count: number) => `${counted('nl', count, 'mens', 'mensen')} waren er.`.replace('1 mens waren', '1 mens was'),
  told: 'Lees wat wij leerden',
  notTold: 'Wat wij leerden, staat er nog niet.',
  until: (on: string, from: string, until: string, to: string) =>
    on === until
      ? `${day('nl', on)}, van ${from.replace(':', '.')} tot ${to.replace(':', '.')} uur`
      : `${day('nl', on)} ${from.replace(':', '.')} uur, tot ${day('nl', until)} ${to.replace(':', '.')} uur`,
  offLead: (on: string) => `Dit gaat niet door. Het zou op ${day('nl', on)} zijn.`,
  overLead: (on: string) => `Dit is voorbij. Het was op ${day('nl', on)}.`,
  places: (left: number, places: number) =>
    left === 0 ? `Alle ${places} plaatsen zijn bezet.` : `Er zijn nog ${left} van de ${places} plaatsen vrij.`,
  wait: 'U kunt op de wachtlijst. Komt er een plaats vrij, dan krijgt u die.',
  started: 'Het is al begonnen. U kunt zich hier niet meer opgeven.',
  join: 'Opgeven',
  joinWait: 'Op de wachtlijst',
  what: 'Wat gebeurt er',
  details: 'Waar en hoe',
  fact: {
    when: 'Wanneer',
    where: 'Waar',
    online: 'Thuis meedoen',
    route: 'Zo komt u er',
    forWhom: 'Voor wie',
    language: 'Taal',
    cost: 'Kosten',
    stepFree: 'Drempel of trap',
    access: 'Ook aanwezig',
    phone: 'Telefoon',
    website: 'Website',
    organiser: 'Wie organiseert dit',
    keeper: 'Wie houdt dit bij',
  },
  municipality: 'de gemeente',
  price: (cents: number) => (cents === 0 ? 'gratis' : euros('nl', cents / 100)),
  stepFree: {
    yes: 'geen drempel, ook met rolstoel',
    no: 'wel een drempel of trap',
    unknown: 'dat weten wij niet',
  } satisfies Record<StepFree, string>,
  access: {
    toilet: 'toilet voor rolstoel',
    loop: 'ringleiding',
    parking: 'parkeerplaats voor gehandicapten',
  } satisfies Record<AccessMore, string>,
  lessons: 'Wat wij leerden',
  material: 'Materiaal',
  calendar: 'In uw agenda zetten',
  follow: 'Deze agenda volgen in uw eigen agenda',
  feed: 'Nieuwe bijeenkomsten volgen (Atom)',
  toList: 'De hele agenda',
  gone: 'Deze bijeenkomst staat niet meer op de site',
  goneOn: (on: string) => `De gemeente haalde dit op ${day('nl', on)} van de site.`,
  organise: 'Zelf iets organiseren',
  organiseText:
    'Doet uw organisatie mee met de digitale stad? Stel dan aan de balie een bijeenkomst voor. ' +
    'Een medewerker van de gemeente zet die in de agenda.',
  organiseOther: 'Heeft u nog geen account? Vertel de gemeente wat u wilt doen.',
  toDesk: 'Naar de balie',
  pagination: 'Pagina’s',
  csv: 'Bijeenkomsten over de digitale stad, met wat voorbij is en wat zij leerden.',
}
const en: typeof nl = {
  together: 'Together',
  title: 'Events in the city',
  lead: (count) =>
    count === 0
      ? 'There is nothing coming up now.'
      : `There ${count === 1 ? 'is' : 'are'} ${counted('en', count, 'event', 'events')} about the digital city.`,
  leadPast: (count) =>
    count === 0
      ? 'No event is over yet.'
      : `${counted('en', count, 'event is', 'events are')} over. Read what they taught.`,
  how: 'You sign up without an account. We wipe your name two weeks after it.',
  fits: (count) => (count === 1 ? 'One fits what you look for.' : `${count} fit what you look for.`),
  none: 'Nothing fits what you look for.',
  toAll: 'See everything',
  search: 'Search the events',
  kind: 'What',
  subject: 'About',
  all: 'everything',
  find: 'Show',
  coming: 'Coming up',
  past: 'Over',
  toPast: 'See what is over, with what we learned',
  toComing: 'See what is coming up',
  kinds: {
    seminar: 'Seminar',
    workshop: 'Workshop',
    'walk-in': 'Walk-in',
    hackathon: 'Hackathon',
    hack: 'Hack event',
    meeting: 'Meeting',
  },
  subjects: {
    safety: 'safe online',
    privacy: 'privacy',
    accessibility: 'accessibility',
    algorithms: 'algorithms and AI',
    'open-source': 'open software and data',
    skills: 'digital skills',
    business: 'entrepreneurs',
    city: 'the digital city',
  },
  column: { title: 'Event', when: 'When', where: 'Where', places: 'Places', came: 'How it went' },
  caption: 'Soonest first',
  captionPast: 'Newest first',
  when: (on, from) => `${day('en', on)}, ${from}`,
  atHome: 'at home',
  off: 'Cancelled',
  fullShort: 'full, with a waiting list',
  free: (left) => counted('en', left, 'place free', 'places free'),
  ways: {
    here: 'You sign up here, with a name and an address or number.',
    phone: 'You sign up by phone.',
    'walk-in': 'You need not sign up. Just come.',
  },
  waysShort: { here: '', phone: 'sign up by phone', 'walk-in': 'just walk in' },
  came: (count) => `${counted('en', count, 'person was', 'people were')} there.`,
  told: 'Read what we learned',
  notTold: 'What we learned is not there yet.',
  until: (on, from, until, to) =>
    on === until
      ? `${day('en', on)}, from ${from} until ${to}`
      : `${day('en', on)} ${from}, until ${day('en', until)} ${to}`,
  offLead: (on) => `This is cancelled. It would have been on ${day('en', on)}.`,
  overLead: (on) => `This is over. It was on ${day('en', on)}.`,
  places: (left, places) =>
    left === 0 ? `All ${places} places are taken.` : `There are still ${left} of the ${places} places free.`,
  wait: 'You can join the waiting list. When there is a place, you get it.',
  started: 'It has begun. You cannot sign up here any more.',
  join: 'Sign up',
  joinWait: 'Join the waiting list',
  what: 'What happens',
  details: 'Where and how',
  fact: {
    when: 'When',
    where: 'Where',
    online: 'From home',
    route: 'How to get there',
    forWhom: 'For whom',
    language: 'Language',
    cost: 'Cost',
    stepFree: 'Step or stairs',
    access: 'Also there',
    phone: 'Telephone',
    website: 'Website',
    organiser: 'Who organises this',
    keeper: 'Who keeps this up to date',
  },
  municipality: 'the municipality',
  price: (cents) => (cents === 0 ? 'free of charge' : euros('en', cents / 100)),
  stepFree: { yes: 'no step, also with a wheelchair', no: 'a step or stairs', unknown: 'we do not know' },
  access: { toilet: 'wheelchair toilet', loop: 'hearing loop', parking: 'disabled parking' },
  lessons: 'What we learned',
  material: 'Material',
  calendar: 'Add to your calendar',
  follow: 'Follow these events in your own calendar',
  feed: 'Follow new events (Atom)',
  toList: 'All events',
  gone: 'This event is no longer on the site',
  goneOn: (on) => `The municipality took it off the site on ${day('en', on)}.`,
  organise: 'Organise something yourself',
  organiseText:
    'Does your organisation take part in the digital city? Then propose an event at the desk. ' +
    'Somebody of the municipality puts it in the list.',
  organiseOther: 'Do you have no account yet? Tell the municipality what you want to do.',
  toDesk: 'To the desk',
  pagination: 'Pages',
  csv: 'Events about the digital city, with those that are over and what they taught.',
}

/** The sentences in the language asked for. */
export const says = (lang: Lang): typeof nl => (lang === 'en' ? en : nl)
