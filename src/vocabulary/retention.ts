/**
 * How long personal data is kept, per kind, and why. Shown in the guide for the administrator, carried out by the
 * clock.
 */

/** Of a file that was made for somebody, since it was asked for. */
export const EXPORTS_KEPT = '3 days'

/** Before the name of a file that nothing seems to need any more: it is still read, and goes when its days are over. */
export const ASIDE = 'weg/'
export const ASIDE_DAYS = 30

export const RETENTION = [
  {
    kind: 'sessions',
    table: 'session',
    column: 'ends_at',
    keep: '0 days',
    why: 'Wie is uitgelogd, heeft hier niets meer aan.',
  },
  {
    kind: 'what was typed and not sent',
    table: 'unsent',
    column: 'ends_at',
    keep: '0 days',
    why: 'Wie daarna opnieuw inlogt, vindt het terug. Na een dag is het weg.',
  },
  {
    kind: 'which forms were sent',
    table: 'done_once',
    column: 'ends_at',
    keep: '0 days',
    why: 'Wie hetzelfde formulier nog eens verstuurt, doet het niet nog een keer. Er staat niet in wat er is ingevuld.',
  },
  {
    kind: 'one-time links',
    table: 'one_time_link',
    column: 'ends_at',
    keep: '0 days',
    why: 'Een verlopen link opent niets meer.',
  },
  {
    kind: 'mail',
    table: 'message',
    column: 'created_at',
    keep: '90 days',
    why: 'Om na te gaan of een bericht is verstuurd.',
  },
  {
    kind: 'who follows covenants',
    table: 'covenant_follow',
    column: 'ends_at',
    keep: '0 days',
    why: 'Wie volgt, zegt elk jaar of dat zo blijft. Wie de eerste e-mail niet bevestigt, is na een week weg.',
  },
  {
    kind: 'files that were made for somebody',
    table: 'export',
    column: 'asked_at',
    keep: EXPORTS_KEPT,
    why: 'Lang genoeg om het te downloaden. Wie het later nodig heeft, vraagt het opnieuw.',
  },
  {
    kind: 'answers of bidders that were not handed in here',
    table: 'bid_draft',
    column: 'ends_at',
    keep: '0 days',
    why: 'Negentig dagen na het sluiten zijn de antwoorden ingediend of niet. Wij kunnen ze niet lezen.',
  },
  {
    kind: 'known devices',
    table: 'known_device',
    column: 'seen_at',
    keep: '1 year',
    why: 'Zolang een apparaat in gebruik is.',
  },
  {
    kind: 'done tasks',
    table: 'task',
    column: 'done_at',
    keep: '1 year',
    why: 'Het dossier zelf zegt wat er gebeurde.',
  },
  {
    kind: 'that an organisation helps or is named',
    table: 'group_consent',
    column: 'at',
    keep: '2 years',
    why: 'Wie wil blijven helpen of genoemd worden, zegt het opnieuw.',
  },
] as const

/**
 * After leaving, name and address go, also out of what colleagues wrote; function and decisions stay, for the file must
 * be readable.
 */
export const FORGET_LEAVERS_AFTER = '2 years'
/** Who saw what was handed over, after it was withdrawn or the last day on which it counts. What was seen stays. */
export const FORGET_WITNESSES_AFTER = '1 year'
/** An address of an organisation that was invited and never took part. */
export const FORGET_INVITATIONS_AFTER = '1 year'
/**
 * Name and address of who reported an error, after the answer: as long as mail is kept, and long enough to say
 * something back. What was reported and answered stays, for it explains what changed.
 */
export const FORGET_REPORTERS_AFTER = '90 days'
/** Name and address of a contact, after its party left or the covenant ended. */
export const FORGET_CONTACTS_AFTER = '1 year'
/**
 * The name under a signature, after the covenant ended: part of the contract as long as somebody may hold another to it
 * in practice. Function, organisation, ground and moment stay with the bytes.
 */
export const SIGNATURES_KEPT = '7 years'
/** The address of a reader who asked something, after the answer: long enough for a question back. */
export const FORGET_READERS_AFTER = '90 days'
/**
 * Findings of measurements, whole months at once, after the newest visit of a subject no longer stands on them. Two
 * years explain every difference between two publications; evidence and what was published stay.
 */
export const FINDINGS_KEPT = '2 years'
/** What ran (a visit, a fetch, judging), after it ended: to explain what happened. Of mail, as long as the message. */
export const JOBS_KEPT = '30 days'
/**
 * A photo of an inspection, since it was made: as long as two people, an owner and a decision may need it. The day is
 * kept with the photo, so that a longer term here does not stretch what was promised.
 */
export const PHOTOS_KEPT_DAYS = 90
/** The address that a letter about an inspection went to, and who said yes or no there, after it was sent. */
export const FORGET_OWNERS_AFTER = '1 year'
/** Who agreed to a badge and where its reminders went, after it ended. Its page names no person and stays. */
export const FORGET_BADGE_CONSENT_AFTER = '1 year'
/** What was counted with the code of an organisation, after the month; the code itself, after it ended. */
export const GROUP_COUNTS_KEPT = '2 years'
/** A certificate of a lesson, after the month it was made: so long it can be checked. It names nobody. */
export const CERTIFICATES_KEPT = '5 years'
/**
 * Name and telephone number of who signed up for a course, in days after its last meeting: long enough for the provider
 * to say how to go on. A count of how often the promise of a course was kept stays.
 */
export const FORGET_SIGN_UPS_AFTER_DAYS = 14
/** Name and address of who sent a good practice, in days after the decision: long enough for a question back. */
export const FORGET_SHARERS_AFTER_DAYS = 30
/** A practice that was refused or withdrawn, in days after that: so long its sender can read why. */
export const ENDED_PRACTICES_KEPT_DAYS = 366
/** Name, telephone number and e-mail address of who joined an event, in days after it. How many came stays. */
export const FORGET_JOINED_AFTER_DAYS = 14
