/**
 * What stands before a page though it answers as any page does: a check of visitors, a notice of maintenance, "not
 * found" with status 200. Nothing of the site itself is known from it.
 */
import type { Headers, Unseen } from '../../model/evidence.ts'

/** What a glance at a document tells, in the browser or in the answer itself. */
export type Glance = {
  readonly title: string
  readonly textLength: number
  /** The first 2,000 characters of visible text. */
  readonly text: string
  /** Elements in the body that show or ask something without being text. */
  readonly things: number
  readonly links: number
  /** Addresses of scripts and frames and ids that only challenge pages carry. */
  readonly marks: readonly string[]
}

const anyOf = (signs: readonly string[], start = '') => new RegExp(`${start}(${signs.join('|')})`, 'i')
const TITLES = anyOf(
  [
    'just a moment',
    'attention required! \\| cloudflare',
    'access denied',
    'pardon our interruption',
    'sucuri website firewall',
    'ddos-guard',
    'please wait\\.\\.\\. \\| cloudflare',
    'bot verification',
    'are you a robot',
    'human verification',
    'security check',
    'request rejected',
    'een moment geduld',
    'even geduld',
    'verifi(ë|e)ren dat u een mens bent',
  ],
  '^',
)
const TEXTS = anyOf([
  'checking your browser',
  'enable javascript and cookies to continue',
  'verify(ing)? (that )?you are (a )?human',
  'the requested url was rejected',
  'reference #[\\da-f]{1,3}\\.',
  'incapsula incident id',
  'unusual traffic from your',
  'you have been blocked',
  'sucuri website firewall',
  'press & hold',
  'bewijs dat u geen robot bent',
])
const MARKS = anyOf([
  '/cdn-cgi/challenge-platform',
  '\\bcf-(error-details|challenge|wrapper)',
  'challenge-(form|running|stage)',
  '_incapsula_resource',
  'captcha-delivery\\.com',
  'geo\\.captcha',
  'perimeterx',
  'px-captcha',
  'awswaf\\.com',
  'ddos-guard',
  'sucuri',
  'hcaptcha\\.com',
  'recaptcha',
  'challenges\\.cloudflare\\.com',
  'g-recaptcha',
  'h-captcha',
  'kasada',
  'ak-challenge',
])

const FAULT =
  /(?:internal server error|not implemented|bad gateway|service (?:temporarily )?unavailable|gateway time-?out)/
/** Titles, or what stands before the site's name in them, of pages that say there is no such page. */
const MISSING = new RegExp(
  [
    /(?:error |fout(?:code)? )?404[ :-]+(?:error|fout|(?:page |pagina )?(?:not found|niet gevonden))/,
    /(?:error|fout(?:code)?) (?:404|50[0234])|error[ :-]+not found/,
    /(?:(?:de |deze )?pagina (?:is )?niet gevonden|page not found)/,
    /(?:(?:de |deze )?pagina bestaat niet(?: meer)?|this page does(?: no|n.)t exist)/,
    new RegExp(`(?:(?:error |fout )?50[0234][ :-]+)?${FAULT.source}`),
  ]
    .map(({ source }) => `^(?:${source})[.!]?$`)
    .join('|'),
  'i',
)
/** A number or words that may also be a name; then the page itself says that it is none, or has little else in it. */
const MAYBE_MISSING = /^(?:404|50[0234]|not found|niet gevonden)[.!]?$/i
const SAYS_MISSING =
  /(?:pagina|page)[^.]{0,60}(?:niet (?:worden )?gevonden|not (?:be )?found|bestaat niet|does(?: no|n.)t exist)/i
/** Words of a site that is closed for a while; a garage writes of maintenance too, on a page with more in it. */
const CLOSED = anyOf([
  '(site|website|pagina|wij zijn|systeem) (is |zijn )?(tijdelijk |momenteel |even )?in onderhoud',
  '(under|undergoing|scheduled|down for) maintenance',
  'maintenance mode',
  '(zijn|ben) (zo|snel|straks|binnenkort) (weer )?terug',
  'be (right )?back soon',
  '(site|website) is tijdelijk (niet bereikbaar|niet beschikbaar|gesloten|offline)',
  'temporarily (unavailable|offline|closed)',
])

/** Of those titles the ones of a server that failed: its page may be there in a minute. */
const FAILED = new RegExp(`\\b50\\d\\b|${FAULT.source}`, 'i')

export type InTheWay = { readonly why: Extract<Unseen, 'blocked' | 'http-error' | 'gone'>; readonly sign: string }

/** What stands in the way of the page, with the sign by which it is known; null when it is the page. */
export function inTheWay(status: number, headers: Headers, page: Glance): InTheWay | null {
  const blocked = wall(status, headers, page)
  if (blocked !== null) return { why: 'blocked', sign: blocked }
  const title = page.title.replace(/\s+/g, ' ').trim()
  const first = title.split(/\s[-–—|·:»]\s/, 2)[0] ?? ''
  const bare = page.textLength < 600 && page.links < 5
  const titles = [title, first]
  const missing =
    titles.some((one) => MISSING.test(one)) ||
    (titles.some((one) => MAYBE_MISSING.test(one)) && (bare || SAYS_MISSING.test(page.text)))
  if (missing) return { why: FAILED.test(title) ? 'http-error' : 'gone', sign: `title: ${title.slice(0, 80)}` }
  const closed = bare ? (CLOSED.exec(title) ?? CLOSED.exec(page.text))?.[0] : undefined
  return closed === undefined ? null : { why: 'http-error', sign: `text: ${closed}` }
}

/** Names the sign by which a document is a wall, not a page; null if it is not one. */
function wall(status: number, headers: Headers, page: Glance): string | null {
  const header = (name: string) => headers.find(([key]) => key === name)?.[1] ?? ''
  if (/challenge/i.test(header('cf-mitigated'))) return 'cf-mitigated: challenge'
  if (header('x-datadome') && status >= 400) return 'x-datadome'
  if (/challenge|captcha/i.test(header('x-amzn-waf-action'))) return 'x-amzn-waf-action'
  // Real pages carry captchas in their forms too: a wall has next to nothing else.
  const thin = page.textLength < 1_500 && page.links < 5
  if (!thin) return null
  const title = TITLES.exec(page.title)?.[0]
  if (title) return `title: ${title}`
  const text = TEXTS.exec(page.text)?.[0]
  if (text) return `text: ${text}`
  const mark =
    page.textLength < 400 && page.links < 3 ? page.marks.map((one) => MARKS.exec(one)?.[0]).find(Boolean) : undefined
  return mark ? `mark: ${mark}` : null
}
