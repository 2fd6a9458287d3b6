/**
 * What a privacy or cookie statement claims of its own site in plain words and a program can hold against what it saw:
 * that it sets no cookies, only needed ones, none to follow, none for longer than a time, or does not use a service.
 * Only a whole sentence that says it of the site itself counts: a condition, an exception or a question claims nothing,
 * nor does what follows on a question or a choice.
 */
export type ClaimKind = 'no-cookies' | 'needed-only' | 'no-tracking' | 'no-longer-than' | 'not-used'

export type Told = {
  readonly kind: ClaimKind
  /** The sentence as it stands there. */
  readonly sentence: string
  /** Days, of `no-longer-than`; names of a service, of `not-used`. */
  readonly days?: number
  readonly service?: string
}

const SITE =
  String.raw`\b(?:wij|we|deze (?:web)?site|onze (?:web)?site|de (?:web)?site|(?:web)?site van \w+|this ` +
  String.raw`(?:web)?site|our (?:web)?site)\b`
const USES =
  String.raw`\b(?:gebruik(?:en|t)|plaats(?:en|t)|zet(?:ten)?|maak(?:t|en)|werk(?:t|en)|uses?|sets?|` +
  String.raw`places?|does|do)\b`
/**
 * What makes a sentence no plain claim of how it is: a condition, an exception, a purpose, others than the site, what
 * was or will be, or a question.
 */
const HEDGED = new RegExp(
  [
    String.raw`\b(?:als|indien|wanneer|tenzij|zonder|totdat|zolang|mits|voordat|behalve|uitgezonderd|` +
      String.raw`anders dan|naast|meer|ook|soms|sommige|bepaalde|nog|nieuwe|dan|then)\b`,
    String.raw`\b(?:derden|derde partij\w*|andere (?:web)?sites?|adverteerders|nieuwsbrief|app|` +
      String.raw`intranet|portaal|formulier|webwinkel)\b`,
    String.raw`\b(?:wilt|wil|kunt|kan|mag|weiger\w*|accepteer\w*|liever|zouden?|vroeger|voorheen|` +
      String.raw`straks|binnenkort|persoonsgegevens|persoonlijke|gegevens)\b`,
    String.raw`\b(?:if|unless|without|until|except|other than|third[ -]part\w+|may|want|would|but|maar|echter)\b`,
    String.raw`\?|\b(?:die|dat|welke|waarmee|waarin|om|voor|that|which|to|for)\b`,
  ].join('|'),
  'i',
)
/** Words that say where, or that it is so, and take nothing back. */
const PLAIN = '(?:op|deze|onze|our|this|the|de|(?:web)?site|hier|wij|we|bewust|dus|daarom|helemaal|absoluut|gewoon)'
/** It opens the sentence: "Kies nee: wij plaatsen" is said of who chooses so. Between there stands nothing else. */
const WE_USE = String.raw`^\W{0,3}(?:(?:op|nee|no),? )?${SITE}(?: ${PLAIN}){0,4} ${USES}(?: ${PLAIN}){0,4} `
/** And so it ends: "geen cookies van Facebook" and "geen cookies bij kinderen" say nothing of all cookies. */
const ENDS = String.raw`(?: (?:op|on) (?:deze|onze|our|this) (?:web)?site| en (?:ook )?geen [\w-]+(?: cookies)?)?\W*$`
const NO_COOKIES = new RegExp(String.raw`${WE_USE}(?:geen|no|not use any|nooit)(?: enkele?)? cookies${ENDS}`, 'i')
const NONE_FOLLOW = new RegExp(
  String.raw`${WE_USE}(?:geen|no|nooit) (?:\w+[ -]?(?:cookies )?(?:en|of|and|or) )?` +
    String.raw`(?:tracking|volg|tracerende |advertentie|reclame|marketing|advertising)[- ]?cookies${ENDS}`,
  'i',
)
/** Each word before "cookies" calls them needed: "alleen analytische en functionele cookies" does not. */
const NEEDED = new RegExp(
  String.raw`${WE_USE}(?:alleen|uitsluitend|enkel|slechts|only) (?:(?:strikt|strictly|technisch|technische|` +
    String.raw`functionele|noodzakelijke|essentiële|functional|necessary|essential),? (?:(?:en|of|and) )?){1,4}` +
    String.raw`cookies${ENDS}`,
  'i',
)
/** What a sentence before it makes of a plain one: an answer to a question, or what follows on a choice. */
const SAID_BEFORE =
  /\?\W*$|\b(?:weiger\w*|akkoord|nee|toestemming|toestemt|kies\w*|keuze|reject\w*|refus\w*|declin\w*|consent)\b/i
/** A part of the cookies, which a heading or sentence just before may be about. */
const KINDS =
  /\b(?:functione\w+|analyti\w+|statisti\w+|marketing|tracking|noodzakelijk\w*|categorie\w*|google|facebook)\b/i
const NUMBER: Readonly<Record<string, number>> = {
  een: 1,
  één: 1,
  twee: 2,
  drie: 3,
  vier: 4,
  vijf: 5,
  zes: 6,
  twaalf: 12,
  one: 1,
  two: 2,
  three: 3,
  six: 6,
  twelve: 12,
}
const UNIT: readonly (readonly [RegExp, number])[] = [
  [/^(?:dag|day)/i, 1],
  [/^(?:we[ek]|week)/i, 7],
  [/^(?:maand|month)/i, 31],
  [/^(?:jaar|jaren|year)/i, 366],
]
/** It is said of some of them. */
const SOME =
  /\b(?:sommige|tenzij|behalve|als|van|die|voor|in|uit|met|bij|op|onder|om|if|unless|of|for|that|with|overige) |[(:]/i
/** A bound that is said of all cookies of the site. */
const LONGEST = new RegExp(
  String.raw`\b(?:onze|alle|our|all) cookies\b[^.!?]{0,60}\b(?:hoogstens|maximaal|niet langer dan|` +
    String.raw`uiterlijk|ten hoogste|at most|no longer than)\s+(\d{1,3}|[a-zé]{3,7})\s+(dag(?:en)?|` +
    String.raw`we(?:ek|ken)|maand(?:en)?|jaar|jaren|days?|weeks?|months?|years?)\b`,
  'i',
)
/** Services by the name people call them, and hosts that are theirs. */
export const SERVICES: readonly (readonly [name: string, said: RegExp, hosts: readonly string[]])[] = [
  ['Google Analytics', /google[ -]analytics/, ['google-analytics.com', 'analytics.google.com']],
  ['Google Fonts', /google[ -]fonts/, ['fonts.googleapis.com', 'fonts.gstatic.com']],
  ['Google Tag Manager', /google[ -]tag[ -]manager/, ['googletagmanager.com']],
  ['Facebook', /(?:facebook|meta)[ -]?pixel|facebook/, ['facebook.com', 'facebook.net']],
  ['YouTube', /youtube/, ['youtube.com', 'youtube-nocookie.com']],
  ['Hotjar', /hotjar/, ['hotjar.com', 'hotjar.io']],
]

/** The claims in a text, each kind and service once; the text is read up to 40,000 characters. */
export function claimsIn(text: string): Told[] {
  const found: Told[] = []
  const sentences = sentencesOf(text)
  for (const [at, sentence] of sentences.entries()) {
    const before = sentences[at - 1] ?? ''
    if (sentence.length <= 10 || sentence.length > 200) continue
    const plain = !HEDGED.test(sentence.replace(SAID_OF_COOKIES, '')) && !SAID_BEFORE.test(before.slice(-200))
    const add = (told: Omit<Told, 'sentence'>) => {
      if (!found.some((one) => one.kind === told.kind && one.service === told.service))
        found.push({ ...told, sentence })
    }
    if (plain && NO_COOKIES.test(sentence)) add({ kind: 'no-cookies' })
    if (plain && NONE_FOLLOW.test(sentence)) add({ kind: 'no-tracking' })
    if (plain && NEEDED.test(sentence)) add({ kind: 'needed-only' })
    const bound = LONGEST.exec(sentence)
    if (bound && !SOME.test(sentence) && !KINDS.test(`${before.slice(-200)} ${sentence}`)) {
      const amount = Number(bound[1]) || NUMBER[bound[1]!.toLowerCase()]
      const unit = UNIT.find(([word]) => word.test(bound[2]!))?.[1]
      if (amount !== undefined && unit !== undefined) add({ kind: 'no-longer-than', days: amount * unit })
    }
    for (const [service, said] of SERVICES)
      if (
        plain &&
        new RegExp(`${SITE}[^.!?]{0,30}${USES}[^.!?]{0,20}\\b(?:geen|no|nooit) (?:${said.source})\\b\\W*$`, 'i').test(
          sentence,
        )
      )
        add({ kind: 'not-used', service })
  }
  return found
}

/** Words that say where or how and take nothing back: "op deze site", "dus", "daarom". */
const SAID_OF_COOKIES = /\bop (?:deze|onze|de) (?:web)?site\b|\b(?:dus|daarom|bewust|helemaal|absoluut|gewoon)\b/gi

/** A point, a line, or a capital that opens a sentence where a heading before it ends without one. */
const OPENS =
  /(?<=[.!?])\s+|\n|\s+(?=(?:Wij|We|Op (?:deze|onze) (?:web)?site|(?:Deze|Onze|De|This|Our) (?:web)?site)\s)/

/** Its sentences and lines, of which claimsIn passes over those that say too much, or nothing. */
const sentencesOf = (text: string): string[] =>
  text
    .slice(0, 40_000)
    .split(OPENS)
    .map((each) => each.replaceAll(/\s+/g, ' ').trim())
    .filter((each) => each.length > 1)
