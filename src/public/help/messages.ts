/** What is told of all places with help and courses together, in both languages. */
import { slotTyped } from '../../lib/typed-times.ts'
import type { Slot } from '../../lib/weekly-times.ts'
import { counted, day, number, type Lang } from '../../web/language.ts'

const metres = (lang: Lang, far: number): string =>
  far < 950
    ? `${number(lang, Math.max(50, Math.round(far / 50) * 50))} m`
    : `${number(lang, Math.round(far / 100) / 10)} km`
const slots = (some: readonly Slot[], and: string): string => some.map(slotTyped).join(` ${and} `)

const nl = {
  title: 'Cursussen en hulp dichtbij',
  crumb: 'Leren en hulp',
  lead: (open: number) =>
    open === 0
      ? 'Vandaag is er geen plek open, of niet meer. Hieronder staat wanneer het wel kan.'
      : `Vandaag kunt u op ${counted('nl', open, 'plek', 'plekken')} terecht.`,
  how: 'Hulp met uw telefoon, computer of DigiD. Helpt u iemand anders? Print een kaartje of een lijst.',
  search: 'Zoek een cursus of hulp',
  postcode: 'Postcode',
  postcodeHint: 'Alleen de vier cijfers. Wij bewaren ze niet.',
  district: 'Of kies een wijk',
  anyDistrict: 'alle wijken',
  subject: 'Waarover',
  anySubject: 'alles',
  language: 'Taal',
  anyLanguage: 'alle talen',
  kind: 'Soort',
  anyKind: 'cursussen en hulp',
  kinds: { place: 'alleen plekken met hulp', course: 'alleen cursussen' },
  more: 'Meer filters',
  only: 'Alleen',
  onlyToday: 'vandaag open',
  onlyStepFree: 'zonder drempel of trap',
  onlyFree: 'gratis',
  onlyPhone: 'met telefoonnummer',
  wipe: 'Filters wissen',
  unknownPostcode: (pc4: string) => `Postcode ${pc4} staat niet in onze lijst. Kies een wijk.`,
  noPostcodes: 'Wij kunnen nog niet op postcode zoeken. Kies een wijk.',
  badPostcode: 'Dit is geen postcode. Vul vier cijfers in.',
  groups: {
    today: 'Vandaag',
    other: 'Andere dagen',
    stale: 'Lang niet nagekeken: misschien klopt het niet meer',
  },
  found: (count: number) => counted('nl', count, 'plek of cursus', 'plekken en cursussen'),
  none: 'Hier staat nog niets.',
  noneFound: 'Niets past bij wat u zoekt. Kies minder filters.',
  noneToday: 'Vandaag is er niets (meer) open dat hierbij past.',
  toAll: 'Alle plekken en cursussen',
  isPlace: 'hulp',
  isCourse: 'cursus',
  far: (far: number) => `ongeveer ${metres('nl', far)}`,
  openToday: (some: readonly Slot[]) => `vandaag ${slots(some, 'en')} uur`,
  nextOn: (on: string, some: readonly Slot[]) => `${day('nl', on)}, ${slots(some, 'en')} uur`,
  overToday: 'is voor vandaag voorbij',
  next: 'Volgende keer',
  noNext: 'geen dag bekend',
  begins: (on: string) => `begint ${day('nl', on)}`,
  began: 'is al begonnen',
  full: 'vol, er is een wachtlijst',
  free: (left: number) => counted('nl', left, 'plaats vrij', 'plaatsen vrij'),
  byPhone: 'bel voor een plaats',
  checked: (on: string) => `Nagekeken op ${day('nl', on)}.`,
  unchecked: 'niet nagekeken',
  /** `phone`: there is a number to call. */
  uncheckedText: (on: string, phone: boolean) =>
    `Niet nagekeken sinds ${day('nl', on)}. ` +
    (phone ? 'Bel eerst of het nog klopt.' : 'Misschien klopt het niet meer.'),
  closedText: (on: string, phone: boolean) =>
    `Hier keek niemand naar sinds ${day('nl', on)}. Wij weten niet of het nog bestaat.${phone ? ' Bel eerst.' : ''}`,
  pages: 'Pagina’s',
  places: 'Plekken met hulp',
  courses: 'Cursussen',
  byDistrict: 'Lijst per wijk om te printen',
  choose: 'Wijk',
  openList: 'Lijst openen',
  districtTitle: (district: string) => `Hulp en cursussen in ${district}`,
  districtLead: (count: number) =>
    `In deze wijk ${count === 1 ? 'is 1 plek of cursus' : `zijn ${number('nl', count)} plekken en cursussen`}.`,
  districtNone: 'In deze wijk is nu geen plek en geen cursus.',
  districtPrint: 'Print deze lijst en hang hem op. De datum staat onderaan.',
  printedOn: (on: string) => `Zo stond het op ${day('nl', on)}. Kijk voor nieuws op`,
  figures: 'Hoe goed kunnen mensen een cursus volgen?',
  mapTitle: 'Cursussen en hulp op de kaart',
  mapLead: 'De lijst onder de kaart zegt hetzelfde.',
  kindToday: 'vandaag open',
  kindPlace: 'plek met hulp, andere dag',
  kindCourse: 'cursus, andere dag',
  column: { name: 'Naam', kind: 'Soort', where: 'Wijk', when: 'Wanneer' },
  toList: 'Terug naar alle plekken en cursussen',
  file: 'Plekken met hulp en cursussen: waar, wanneer, waarover, in welke taal en wie het nakeek.',
  hsds: 'Alles als bestand voor andere sociale kaarten (HSDS 3.0, JSON)',
}
const en: typeof nl = {
  title: 'Courses and help near you',
  crumb: 'Learning and help',
  lead: (open) =>
    open === 0
      ? 'No place is open today, or not any more. Below it says when one is.'
      : `Today you can go to ${counted('en', open, 'place', 'places')}.`,
  how: 'Help with your phone, computer or DigiD. Do you help somebody else? Print a card or a list.',
  search: 'Search a course or help',
  postcode: 'Postcode',
  postcodeHint: 'Just the four digits. We do not keep them.',
  district: 'Or choose a neighbourhood',
  anyDistrict: 'all neighbourhoods',
  subject: 'About',
  anySubject: 'everything',
  language: 'Language',
  anyLanguage: 'all languages',
  kind: 'Kind',
  anyKind: 'courses and help',
  kinds: { place: 'places with help only', course: 'courses only' },
  more: 'More filters',
  only: 'Only',
  onlyToday: 'open today',
  onlyStepFree: 'without a step or stairs',
  onlyFree: 'free of charge',
  onlyPhone: 'with a telephone number',
  wipe: 'Clear the filters',
  unknownPostcode: (pc4) => `Postcode ${pc4} is not in our list. Choose a neighbourhood.`,
  noPostcodes: 'We cannot search by postcode yet. Choose a neighbourhood.',
  badPostcode: 'This is not a postcode. Enter four digits.',
  groups: { today: 'Today', other: 'Other days', stale: 'Not checked for long: it may not be right any more' },
  found: (count) => counted('en', count, 'place or course', 'places and courses'),
  none: 'There is nothing here yet.',
  noneFound: 'Nothing fits what you are looking for. Choose fewer filters.',
  noneToday: 'Nothing that fits this is open today, or not any more.',
  toAll: 'All places and courses',
  isPlace: 'help',
  isCourse: 'course',
  far: (far) => `about ${metres('en', far)}`,
  openToday: (some) => `today ${slots(some, 'and')}`,
  nextOn: (on, some) => `${day('en', on)}, ${slots(some, 'and')}`,
  overToday: 'is over for today',
  next: 'Next time',
  noNext: 'no day known',
  begins: (on) => `begins ${day('en', on)}`,
  began: 'has begun',
  full: 'full, with a waiting list',
  free: (left) => counted('en', left, 'place free', 'places free'),
  byPhone: 'phone for a place',
  checked: (on) => `Checked on ${day('en', on)}.`,
  unchecked: 'not checked',
  uncheckedText: (on, phone) =>
    `Not checked since ${day('en', on)}. ` +
    (phone ? 'Phone first to hear whether it is still right.' : 'It may not be right any more.'),
  closedText: (on, phone) =>
    `Nobody looked at this since ${day('en', on)}. We do not know whether it still exists.` +
    (phone ? ' Phone first.' : ''),
  pages: 'Pages',
  places: 'Places with help',
  courses: 'Courses',
  byDistrict: 'List per neighbourhood, to print',
  choose: 'Neighbourhood',
  openList: 'Open the list',
  districtTitle: (district) => `Help and courses in ${district}`,
  districtLead: (count) =>
    `Here there ${count === 1 ? 'is 1 place or course' : `are ${number('en', count)} places and courses`}.`,
  districtNone: 'There is no place and no course in this neighbourhood now.',
  districtPrint: 'Print this list and hang it up. The date stands at the end.',
  printedOn: (on) => `This is how it stood on ${day('en', on)}. For news see`,
  figures: 'How well can people follow a course?',
  mapTitle: 'Courses and help on the map',
  mapLead: 'The list below the map says the same.',
  kindToday: 'open today',
  kindPlace: 'place with help, another day',
  kindCourse: 'course, another day',
  column: { name: 'Name', kind: 'Kind', where: 'Neighbourhood', when: 'When' },
  toList: 'Back to all places and courses',
  file: 'Places with help and courses: where, when, about what, in which language and who checked it.',
  hsds: 'Everything as a file for other directories (HSDS 3.0, JSON)',
}

/** The sentences in the language asked for. */
export const says = (lang: Lang): typeof nl => (lang === 'en' ? en : nl)
