/** Places where people get help with what is digital, and courses: the closed lists, and the terms they are held to. */
import { daysAfter } from '../lib/iso-date.ts'

export const PLACE_KINDS = ['information-point', 'library', 'community-house', 'language-house', 'other'] as const
export type PlaceKind = (typeof PLACE_KINDS)[number]

/** What help or a course is about. */
export const HELP_SUBJECTS = [
  'basics',
  'phone',
  'internet',
  'government',
  'safety',
  'money',
  'health',
  'language',
  'children',
  'media',
] as const
export type HelpSubject = (typeof HELP_SUBJECTS)[number]

/** BCP 47; `dse` is Dutch Sign Language. */
export const HELP_LANGUAGES = ['nl', 'en', 'ar', 'tr', 'uk', 'pl', 'ti', 'fa', 'so', 'fr', 'es', 'zh', 'dse'] as const
export type HelpLanguage = (typeof HELP_LANGUAGES)[number]

export const STEP_FREE = ['yes', 'no', 'unknown'] as const
export type StepFree = (typeof STEP_FREE)[number]
export const ACCESS_MORE = ['toilet', 'loop', 'parking'] as const
export type AccessMore = (typeof ACCESS_MORE)[number]

export const COURSE_LEVELS = ['any', 'start', 'further'] as const
export type CourseLevel = (typeof COURSE_LEVELS)[number]
export const OWN_DEVICE = ['either', 'there', 'bring'] as const
export type OwnDevice = (typeof OWN_DEVICE)[number]
/** Where somebody gets a place on a course: on this site, by phone, or by just coming. */
export const SIGN_UP_WAYS = ['here', 'phone', 'walk-in'] as const
export type SignUpWay = (typeof SIGN_UP_WAYS)[number]
export const ENTRY_STATES = ['active', 'ended'] as const
export type EntryState = (typeof ENTRY_STATES)[number]

/** What these are called at the desk and in files. */
export const HELP_WORDS = {
  kind: {
    'information-point': 'informatiepunt digitale overheid',
    library: 'bibliotheek',
    'community-house': 'buurthuis',
    'language-house': 'taalhuis',
    other: 'andere plek',
  } satisfies Record<PlaceKind, string>,
  subject: {
    basics: 'omgaan met de computer',
    phone: 'telefoon en tablet',
    internet: 'internet en e-mail',
    government: 'DigiD en de overheid',
    safety: 'veilig online',
    money: 'geldzaken online',
    health: 'zorg online',
    language: 'taal en lezen',
    children: 'kinderen online',
    media: 'nieuws en nepnieuws',
  } satisfies Record<HelpSubject, string>,
  stepFree: { yes: 'ja', no: 'nee', unknown: 'onbekend' } satisfies Record<StepFree, string>,
  access: {
    toilet: 'toilet voor rolstoel',
    loop: 'ringleiding',
    parking: 'parkeerplaats voor gehandicapten',
  } satisfies Record<AccessMore, string>,
  level: { any: 'voor iedereen', start: 'beginners', further: 'gevorderden' } satisfies Record<CourseLevel, string>,
  device: {
    either: 'mag mee, hoeft niet',
    there: 'staat er klaar',
    bring: 'zelf meenemen',
  } satisfies Record<OwnDevice, string>,
  signUp: {
    here: 'op deze site',
    phone: 'door te bellen',
    'walk-in': 'niet nodig',
  } satisfies Record<SignUpWay, string>,
}

/** Days since somebody looked whether it is still right: then it is said, and then it is never shown as open. */
export const UNCHECKED_AFTER = 90
export const CLOSED_AFTER = 180
/** Days before the first of these at which its keeper is asked to look. */
export const CHECK_ASKED_BEFORE = 10

/** Days within which who signed up sits in a course: then the promise of a course was kept. */
export const RIGHT_WITHIN = 42
/** A figure about fewer people than this is not shown. */
export const FEWEST = 5
/** Days before the first meeting at which its provider is asked to phone everybody. */
export const PHONE_BEFORE = 3
/** Sign-ups that a municipality takes in a day, and that may wait for one course. */
export const SIGN_UPS_A_DAY = 300
export const MOST_WAITING = 50

export const PROVINCES = [
  'Drenthe',
  'Flevoland',
  'Fryslân',
  'Gelderland',
  'Groningen',
  'Limburg',
  'Noord-Brabant',
  'Noord-Holland',
  'Overijssel',
  'Utrecht',
  'Zeeland',
  'Zuid-Holland',
] as const
export type Province = (typeof PROVINCES)[number]

export type Freshness = 'fresh' | 'unchecked' | 'closed'
/** Whether somebody looked lately, on a day. */
export const freshness = (checkedOn: string, today: string): Freshness =>
  checkedOn <= daysAfter(today, -CLOSED_AFTER)
    ? 'closed'
    : checkedOn <= daysAfter(today, -UNCHECKED_AFTER)
      ? 'unchecked'
      : 'fresh'

/** Who looked on this day or before is asked to look again. */
export const checkBefore = (today: string): string => daysAfter(today, CHECK_ASKED_BEFORE - UNCHECKED_AFTER)
