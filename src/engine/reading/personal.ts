/**
 * What a form asks of the person who fills it in: one reading for every check. A field is known by what its maker says
 * of it: its `autocomplete` (HTML §4.10.18.7), its name and id, its label, and last its type. `type=tel` also stands
 * for a keyboard of digits, so what names a house number or an amount, or has no room for a telephone number, asks for
 * none. Fields in which one searches tell what is looked for, and ask nothing of anybody.
 */
import type { Form } from '../../model/evidence.ts'

type Field = Form['fields'][number]
type Personal =
  | 'email'
  | 'phone'
  | 'password'
  | 'birth-date'
  | 'citizen-number'
  | 'bank-account'
  | 'name'
  | 'address'
  | 'message'

/** What should never stand in an address. */
const SENSITIVE: ReadonlySet<Personal> = new Set([
  'email',
  'phone',
  'password',
  'birth-date',
  'citizen-number',
  'bank-account',
])
/** Nothing is typed in these. */
const TEXTLESS = /^(?:checkbox|radio|range|color|hidden|submit|button|reset|image|select)$/

const AUTOFILL: readonly (readonly [RegExp, Personal])[] = [
  [/^email$/, 'email'],
  [/^tel(?:-(?:national|local|local-prefix|local-suffix|country-code|area-code))?$/, 'phone'],
  [/^bday(?:-day|-month|-year)?$/, 'birth-date'],
  [/^cc-(?:number|csc)$/, 'bank-account'],
  [/^(?:(?:given|family|additional)-name|name|nickname|username)$/, 'name'],
  [/^(?:street-address|address-line[123]|address-level[1-4]|postal-code)$/, 'address'],
]
/** Details that a browser can fill in and that are none of the above; `on`, `off` and inventions say nothing. */
const OTHER_DETAIL = new RegExp(
  [
    /^(?:one-time-code|transaction-(?:amount|currency)|language|url|photo|sex|organi[sz]ation(?:-title)?)$/,
    /^(?:country(?:-name)?|cc-[a-z-]+|honorific-[a-z]+)$/,
  ]
    .map(({ source }) => source)
    .join('|'),
)

/** One of these as words of their own, not before what makes it something else ("e-mail onderwerp"). */
const words = (...each: readonly string[]) =>
  new RegExp(`(?<![a-z])(?:${each.join('|')})(?![a-z])(?! (?:${ABOUT})(?![a-z]))`)
const ABOUT =
  'voorkeur|preference|onderwerp|subject|tekst|text|template|type|soort|format|frequency|frequentie|language|taal|' +
  'domain|domein|status|opt ?in|version|versie|friendly'
const WORDS: readonly (readonly [RegExp, Personal])[] = [
  [words('wachtwoord', 'password', 'passwd'), 'password'],
  [words('geboorte ?datum', 'birth ?dates?', 'birth ?day', 'date of birth', 'dob'), 'birth-date'],
  [words('bsn', '(?:burger ?service|sofi) ?(?:nummer|nr)'), 'citizen-number'],
  [words('iban', '(?:bank)?rekening ?(?:nummer|nr)', '(?:bank )?account ?number'), 'bank-account'],
  [words('(?<!(?:onderwerp|tekst|inhoud) van (?:uw|de|het|je|een) )e ?mail(?: ?adres(?:se)?| ?address)?'), 'email'],
  [
    words(
      '(?:tele)?(?:foon|fon|phone)(?: ?(?:nummer|nr|number|no))?',
      '(?:mobiele?|mobile|gsm|tel|vaste?)(?: ?(?:nummer|nr|number|no|telefoon))',
      'mobiel',
      'mobile',
      'gsm',
      '06(?: ?(?:nummer|nr))?',
    ),
    'phone',
  ],
  [
    words('(?:voor|achter|gebruikers|roep)?naam', '(?:first|last|full|given|family|user|sur) ?name', 'voorletters?'),
    'name',
  ],
  [words('(?:straat|huis|woon|e)?adres', 'address', 'post ?code', 'zip(?: ?code)?', 'huis ?(?:nummer|nr)'), 'address'],
]
/** What says it by itself and is another word in a sentence. */
const ALONE: readonly (readonly [RegExp, Personal])[] = [
  [/^tel ?\d?$/, 'phone'],
  [/^mail ?\d?$/, 'email'],
]
/** What is asked with a keyboard of digits and is no telephone number. */
const COUNTED = new RegExp(
  [
    /(?:nummer|nr|number|code|stand|datum|bedrag|jaar|aantal)(?![a-z])/,
    /(?<![a-z])(?:toevoeging|zip|personen|person|volwassenen|kinderen|gasten|guests|bezoekers|adults)(?![a-z])/,
    /(?<![a-z])(?:children|amount|prijs|price|euro|bedragen|year|leeftijd|age|kenteken|pin|kvk|btw|date)(?![a-z])/,
    /(?<![a-z])(?:dag|maand|month|day|quantity|qty|hoeveelheid|afstand|straal|radius|km|m2|oppervlakte)(?![a-z])/,
    /(?<![a-z])(?:lengte|breedte|hoogte|gewicht|inkomen|income|huur|order|factuur|zaak|dossier|kaart)(?![a-z])/,
    /(?<![a-z])(?:card|count|size|min|max|van|tot)(?![a-z])/,
  ]
    .map(({ source }) => source)
    .join('|'),
)
const SEARCHED = /^(?:q|s|query|keys|keywords?|trefwoord(?:en)?|term|zoek\w*|search\w*|filter\w*)$/
const SEARCHES = new RegExp(
  [
    /^(?:ik )?(?:zoek|vind|doorzoek|filter|search|find|look up)(?:en)?(?![a-z])|(?<![a-z])(?:op)?zoeken$/,
    /(?<![a-z])(?:zoek(?:term|woord|opdracht)|op zoek|zoekt u|zoek je|looking for)(?![a-z])/,
  ]
    .map(({ source }) => source)
    .join('|'),
)
/** Whoever looks for something of his own tells of himself. */
const OWN = /(?<![a-z])(?:uw|je|jouw|mijn|your|my)(?![a-z])/
/** Longest telephone numbers that are told within a city have seven digits; fewer leave no room for one. */
const ROOM = 7

/** Words as a person reads them: `userEmail`, `user_e-mail[1]` and "E-mail *" alike. */
export const plain = (text: string): string =>
  text
    .slice(0, 200)
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()

/** Whether somebody types something in it. */
export const isTyped = ({ type }: Field): boolean => !TEXTLESS.test(type)

/** Whether one searches or filters in it. */
export function isSearchField({ type, name, label }: Field): boolean {
  if (type === 'search') return true
  const [named, said] = [plain(name), plain(label)]
  // In a text of several lines a query is a question.
  if (type === 'textarea') return /^(?:q|zoek\w*|search\w*)$/.test(named)
  if (type !== 'text') return false
  const telling = [named.replaceAll(' ', ''), named.split(' ').at(-1) ?? ''].some((one) => SEARCHED.test(one))
  return telling || (SEARCHES.test(said) && !OWN.test(said))
}

/** A form in which one searches. */
export const isSearchForm = (form: Form): boolean =>
  form.method === 'get' && (form.search === true || form.fields.some(isSearchField))

/** A form into which somebody types about himself or his matter: text, an e-mail address or a telephone number. */
export const isFilledIn = (form: Form): boolean =>
  !isSearchForm(form) &&
  form.fields.some((field) => /^(?:text|email|tel|textarea)$/.test(field.type) && !isSearchField(field))

/** What a field asks of who fills it in; undefined: nothing that tells of a person. */
export function asksFor(field: Field): Personal | undefined {
  const { type, name, label, id = '' } = field
  if (!isTyped(field) || isSearchField(field)) return undefined
  if (type === 'password') return 'password'
  if (type === 'email') return 'email'
  if (type === 'textarea') return 'message'
  // Sites write `new-password` at any field, to keep browsers from filling it in; of a password the type tells.
  const filled = (field.autocomplete ?? '').toLowerCase().trim().split(/\s+/).at(-1) ?? ''
  const detail = AUTOFILL.find(([pattern]) => pattern.test(filled))?.[1]
  if (detail) return detail
  if (OTHER_DETAIL.test(filled)) return undefined
  const said = [name, id, label].map(plain)
  for (const text of said) {
    const found = [...WORDS, ...ALONE].find(([pattern]) => pattern.test(text))?.[1]
    if (found) return found
  }
  return type === 'tel' && !said.some((text) => COUNTED.test(text)) && hasRoom(field) ? 'phone' : undefined
}

/** Whether a telephone number fits in it, by its longest value and by a pattern of digits alone. */
function hasRoom({ maxLength, pattern = '' }: Field): boolean {
  if (maxLength !== undefined && maxLength < ROOM) return false
  if (/[a-z]-[a-z]/i.test(pattern)) return false
  const digits = /^\^?(?:\\d|\[0-9\]|\[1-9\])(?:\{(?:\d{1,3},)?(\d{1,3})\})?\$?$/.exec(pattern)
  return digits === null || Number(digits[1] ?? 1) >= ROOM
}

/** What a form asks of who fills it in, each with its fields; nothing if one searches with it. */
function askedIn(form: Form): ReadonlyMap<Personal, readonly Field[]> {
  const found = new Map<Personal, Field[]>()
  if (form.search === true && form.method === 'get') return found
  for (const field of form.fields) {
    const kind = asksFor(field)
    if (kind) found.set(kind, [...(found.get(kind) ?? []), field])
  }
  return found
}

/**
 * Fields by which somebody can be known: none of a form that asks for a place alone, such as a look-up by postal code;
 * else all that it asks.
 */
export function personalFields(form: Form): readonly Field[] {
  const asked = askedIn(form)
  return [...asked.keys()].every((kind) => kind === 'address') ? [] : [...asked.values()].flat()
}

/** Fields that should never stand in an address. */
export const sensitiveFields = (form: Form): readonly Field[] =>
  [...askedIn(form)].flatMap(([kind, fields]) => (SENSITIVE.has(kind) ? fields : []))

/** A form in which one signs in, or sets a password. */
export const asksPassword = (form: Form): boolean => form.fields.some(({ type }) => type === 'password')

/** What is written under an article is read by whoever reads that, and need not be answered. */
const UNDER_ARTICLE = /(?<![a-z])comments?(?: ?form| post)?(?![a-z])/

/** A form in which one can leave a message for the organisation. */
export const takesMessage = (form: Form): boolean =>
  !asksPassword(form) &&
  !UNDER_ARTICLE.test(plain(`${form.selector} ${URL.parse(form.action)?.pathname ?? ''}`)) &&
  form.fields.some((field) => asksFor(field) === 'message')
