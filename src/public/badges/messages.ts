/** What is told of badges in public, in both languages. */
import { spoken } from '../../lib/spoken-number.ts'
import type { PublicBadge } from '../../model/badge.ts'
import type { BadgeGround, BadgeKind, BadgeState } from '../../vocabulary/badge.ts'
import { counted, day, type Lang } from '../../web/language.ts'

type AnyBadge = Pick<PublicBadge, 'holder' | 'validUntil' | 'groundOn' | 'ground' | 'endedOn' | 'reason'>
const on = (lang: Lang, date: string | null): string => (date === null ? '' : day(lang, date))

const groundsNl: Readonly<Record<Exclude<BadgeGround, 'holds'>, (badge: AnyBadge) => string>> = {
  left: ({ holder, groundOn }) => `${holder} doet sinds ${on('nl', groundOn)} niet meer mee.`,
  suspended: ({ holder, groundOn }) => `De stuurgroep schorste ${holder} op ${on('nl', groundOn)}.`,
  paused: ({ holder, groundOn }) => `De deelname van ${holder} staat stil sinds ${on('nl', groundOn)}.`,
  'covenant-ended': ({ groundOn }) => `Het convenant geldt niet meer sinds ${on('nl', groundOn)}.`,
  'seen-otherwise': ({ groundOn }) => `Op ${on('nl', groundOn)} bleek dat er later iets anders is gezien.`,
  'not-seen': ({ groundOn }) => `Wat wij zagen, is op ${on('nl', groundOn)} ingetrokken.`,
}
const groundsEn: typeof groundsNl = {
  left: ({ holder, groundOn }) => `${holder} no longer takes part since ${on('en', groundOn)}.`,
  suspended: ({ holder, groundOn }) => `The steering group suspended ${holder} on ${on('en', groundOn)}.`,
  paused: ({ holder, groundOn }) => `${holder} has paused its part since ${on('en', groundOn)}.`,
  'covenant-ended': ({ groundOn }) => `The covenant is no longer in force since ${on('en', groundOn)}.`,
  'seen-otherwise': ({ groundOn }) => `On ${on('en', groundOn)} it turned out that something else was seen later.`,
  'not-seen': ({ groundOn }) => `What we saw was withdrawn on ${on('en', groundOn)}.`,
}

const nl = {
  /** What became of the ground of a badge, while it no longer holds. */
  grounds: groundsNl,
  title: 'Badges',
  lead: 'Een organisatie met een badge heeft iets beloofd, of wij zagen dat zij aan normen voldoet.',
  how: 'Een badge loopt vanzelf af. Na een bezoek is dat hooguit een jaar later. De houder gaf eerst toestemming.',
  search: 'Naam of nummer van de badge',
  kindLabel: 'Soort',
  allKinds: 'Alle soorten',
  found: (count: number) =>
    count === 1 ? 'Eén geldige badge' : `${counted('nl', count, 'geldige badge', 'geldige badges')}`,
  none: 'Er is nu geen geldige badge.',
  noneFound: 'Geen geldige badge past hierbij. Zoekt u een badge die is afgelopen? Vul het nummer in.',
  column: { holder: 'Houder', kind: 'Soort', about: 'Waarover', until: 'Geldig tot en met' },
  caption: 'Geldige badges, op naam',
  badge: (holder: string) => `Badge van ${holder}`,
  number: (number: string) => `Nummer ${spoken(number)}`,
  kind: { signed: 'heeft getekend', seen: 'gezien: voldoet' } satisfies Record<BadgeKind, string>,
  explains: {
    signed:
      'Deze badge zegt dat de organisatie een convenant tekende. Of zij doet wat zij belooft, staat bij het convenant.',
    seen: 'Deze badge zegt dat iemand kwam kijken en zag dat het in orde was. Over al het andere zegt hij niets.',
  } satisfies Record<BadgeKind, string>,
  state: {
    valid: ({ validUntil }) => `Deze badge is geldig tot en met ${on('nl', validUntil)}.`,
    ending: ({ validUntil }) => `Deze badge is nog geldig. Hij loopt af na ${on('nl', validUntil)}.`,
    doubtful: (badge) =>
      badge.ground === 'holds'
        ? ''
        : `Deze badge klopt mogelijk niet meer. ${groundsNl[badge.ground](badge)} Een medewerker kijkt ernaar.`,
    ended: ({ validUntil }) => `Deze badge is afgelopen. Hij gold tot en met ${on('nl', validUntil)}.`,
    withdrawn: ({ endedOn, reason }) => `De gemeente trok deze badge in op ${on('nl', endedOn)}. De reden: ${reason}`,
    'handed-back': ({ holder, endedOn, reason }) =>
      `${holder} gaf deze badge terug op ${on('nl', endedOn)}.${reason === '' ? '' : ` De reden: ${reason}`}`,
  } satisfies Record<BadgeState, (badge: AnyBadge) => string>,
  short: {
    valid: 'geldig',
    ending: 'loopt bijna af',
    doubtful: 'klopt mogelijk niet meer',
    ended: 'afgelopen',
    withdrawn: 'ingetrokken',
    'handed-back': 'teruggegeven',
  } satisfies Record<BadgeState, string>,
  facts: 'Wat deze badge zegt',
  fact: {
    holder: 'Houder',
    place: 'Waar',
    promised: { signed: 'Wat is beloofd', seen: 'Wat is gezien' } satisfies Record<BadgeKind, string>,
    covenant: 'Convenant',
    version: (title: string, version: number) => `${title}, versie ${version}`,
    seenBy: 'Gezien door',
    seenOn: 'Gezien op',
    norms: 'Normen',
    seen: 'Gezien',
    notSeen: (count: number) =>
      `Niet bekeken: ${count === 1 ? '1 ander punt' : `${count} andere punten`} van deze norm.`,
    valid: 'Geldig',
    validText: (from: string, until: string) => `van ${on('nl', from)} tot en met ${on('nl', until)}`,
    number: 'Nummer',
    givenBy: 'Gegeven door',
  },
  asThen: 'De naam en de plaats staan hier zoals zij waren toen de badge werd gegeven.',
  course: 'Wat er met deze badge gebeurde',
  given: (date: string) => `Gegeven op ${on('nl', date)}.`,
  use: 'Draagt u deze badge?',
  useText:
    'Zet het bestand op uw eigen site. Wie uw site bezoekt, vraagt ons dan niets. ' +
    'Vervang het bestand als u een nieuwe badge krijgt.',
  download: (size: string, paper: string) => `Badge, ${size}, voor een ${paper} achtergrond (SVG)`,
  sizes: { groot: 'groot', klein: 'klein' },
  papers: { licht: 'lichte', donker: 'donkere' },
  snippet: 'Plak dit in uw pagina, en laat het bestand zo heten:',
  copy: 'Kopieer de regel',
  copied: 'Gekopieerd',
  sign: (size: string) => `Bord om te printen, ${size}`,
  signTitle: (holder: string) => `Bord van ${holder}`,
  signHint:
    'Dit is een bord om te printen. Kies in het printvenster het juiste papier. Haal het weg als de datum voorbij is.',
  qr: 'QR-code naar de pagina van deze badge',
  back: 'Terug naar de badge',
  unknown: 'Deze badge kennen wij niet',
  unknownText: (number: string) => `Een badge met nummer ${number} hebben wij niet gegeven.`,
  misread: (number: string) => `${number} is geen nummer van een badge. Kijk de tekens nog eens na.`,
  unknownTip: 'Ziet u dit nummer op een site of in een winkel? Laat het ons weten.',
  toList: 'Alle geldige badges',
  file: 'Alle badges: houder, soort, wat is beloofd of gezien, en tot wanneer zij gelden.',
  news: (holder: string) => `Nieuwe badge: ${holder}`,
  pagination: 'Pagina’s',
}
const en: typeof nl = {
  grounds: groundsEn,
  title: 'Badges',
  lead: 'An organisation with a badge has promised something, or we looked and saw that it was right.',
  how: 'A badge ends by itself. After a visit that is at most a year later. Its holder agreed to it first.',
  search: 'Name or number of the badge',
  kindLabel: 'Kind',
  allKinds: 'All kinds',
  found: (count) => (count === 1 ? 'One valid badge' : counted('en', count, 'valid badge', 'valid badges')),
  none: 'There is no valid badge now.',
  noneFound: 'No valid badge fits this. Are you looking for one that has ended? Enter its number.',
  column: { holder: 'Holder', kind: 'Kind', about: 'About', until: 'Valid until' },
  caption: 'Valid badges, by name',
  badge: (holder) => `Badge of ${holder}`,
  number: (number) => `Number ${spoken(number)}`,
  kind: { signed: 'has signed', seen: 'seen to meet' },
  explains: {
    signed:
      'This badge says that the organisation signed a covenant. Whether it keeps its promise stands with the covenant.',
    seen: 'This badge says that somebody came to look and saw that it was right. Of all else it says nothing.',
  },
  state: {
    valid: ({ validUntil }) => `This badge is valid until ${on('en', validUntil)}.`,
    ending: ({ validUntil }) => `This badge is still valid. It ends after ${on('en', validUntil)}.`,
    doubtful: (badge) =>
      badge.ground === 'holds'
        ? ''
        : `This badge may no longer be right. ${groundsEn[badge.ground](badge)} A member of staff is looking at it.`,
    ended: ({ validUntil }) => `This badge has ended. It was valid until ${on('en', validUntil)}.`,
    withdrawn: ({ endedOn, reason }) =>
      `The municipality withdrew this badge on ${on('en', endedOn)}. Reason: ${reason}`,
    'handed-back': ({ holder, endedOn, reason }) =>
      `${holder} handed this badge back on ${on('en', endedOn)}.${reason === '' ? '' : ` Reason: ${reason}`}`,
  },
  short: {
    valid: 'valid',
    ending: 'ends soon',
    doubtful: 'may no longer be right',
    ended: 'ended',
    withdrawn: 'withdrawn',
    'handed-back': 'handed back',
  },
  facts: 'What this badge says',
  fact: {
    holder: 'Holder',
    place: 'Where',
    promised: { signed: 'What was promised', seen: 'What was seen' },
    covenant: 'Covenant',
    version: (title, version) => `${title}, version ${version}`,
    seenBy: 'Seen by',
    seenOn: 'Seen on',
    norms: 'Norms',
    seen: 'Seen',
    notSeen: (count) => `Not looked at: ${count === 1 ? '1 other point' : `${count} other points`} of this norm.`,
    valid: 'Valid',
    validText: (from, until) => `from ${on('en', from)} until ${on('en', until)}`,
    number: 'Number',
    givenBy: 'Given by',
  },
  asThen: 'Name and place are as they were when the badge was given.',
  course: 'What happened to this badge',
  given: (date) => `Given on ${on('en', date)}.`,
  use: 'Do you carry this badge?',
  useText:
    'Put the file on your own site. Who visits your site then asks us nothing. ' +
    'Replace the file when you get a new badge.',
  download: (size, paper) => `Badge, ${size}, for a ${paper} ground (SVG)`,
  sizes: { groot: 'large', klein: 'small' },
  papers: { licht: 'light', donker: 'dark' },
  snippet: 'Paste this in your page, and keep the name of the file:',
  copy: 'Copy the line',
  copied: 'Copied',
  sign: (size) => `Sign to print, ${size}`,
  signTitle: (holder) => `Sign of ${holder}`,
  signHint: 'This is a sign to print. Choose the right paper when you print. Take it down when its date has passed.',
  qr: 'QR code to the page of this badge',
  back: 'Back to the badge',
  unknown: 'We do not know this badge',
  unknownText: (number) => `We gave no badge with number ${number}.`,
  misread: (number) => `${number} is not the number of a badge. Please look at its signs again.`,
  unknownTip: 'Do you see this number on a site or in a shop? Please tell us.',
  toList: 'All valid badges',
  file: 'All badges: holder, kind, what was promised or seen, and until when they are valid.',
  news: (holder) => `New badge: ${holder}`,
  pagination: 'Pages',
}
const all: Readonly<Record<Lang, typeof nl>> = { nl, en }
/** What the pages say in this language. */
export const says = (lang: Lang): typeof nl => all[lang]
