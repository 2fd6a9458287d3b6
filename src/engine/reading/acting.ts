/**
 * Which links are never gone to, wherever an address is chosen: those whose address or words tell that going there does
 * something, or that show another form of a page than the one for readers. RFC 9110 §9.2.1 calls GET safe; many sites
 * accept cookies, confirm or cancel by a plain link all the same, and nothing is agreed to or sent by looking.
 */
import type { Link } from '../../model/evidence.ts'
import { decoded, pageKey } from './address.ts'
import { linkWords } from './privacy-link.ts'

const named = (...names: readonly string[]) => new RegExp(`^(?:${names.join('|')})$`, 'i')
const anyWord = (...words: readonly string[]) => new RegExp(`(?<![a-z])(?:${words.join('|')})(?![a-z])`, 'i')

/** Names that make something happen, or lead to an older, printed, machine or private form of a page. */
const DOES = named(
  'add-to-cart|add_to_(cart|wishlist)|remove_item|undo_item|replytocom|unapproved|like_comment|share|vote|rate|stem',
  'oldid|diff|rev|redlink|veaction|mobileaction|undo|curtimestamp|printable|print|preview\\w*|customize_\\w+',
  'logout|log_?out|uitloggen|log_?in|inloggen|register|delete|remove|verwijder\\w*',
  'edit|bewerk\\w*|unsubscribe|afmelden',
  'download|export|feed|rss|rest_route|tmpl|format|output|wc-ajax|ajax|attachment_id|embed|doing_wp_cron',
)
/** Names that say what is to be done, and the values of them that only show. */
const ACTION = named('action|act|do|task|cmd|command|op|mode|func')
const SHOWS = named('view|show|display|page|detail|details|read|toon|bekijk|lees')
/** Pages of wiki software itself: lists without end, another one each time, a way in, or somebody's own. */
const OF_THE_SOFTWARE = /^(?:special|speciaal|user|gebruiker|\w{0,20}talk|overleg\w*|mediawiki|file|bestand):/i

/** Where that software names a page in a query; what somebody searches for may begin with the same word. */
const TITLE = named('title|id|page|p|topic')

/** Words that do something wherever they stand, in an address or in a link; with `-` between them. */
const DOING = anyWord(
  'accept|accepte+r(?:en)?|agree|akkoord|approve|goedkeuren|allow|toestaan|toestemming-geven|consent-given',
  'weiger(?:en)?|afwijzen|reject|refuse|decline|deny|dismiss|opt-?(?:in|out)',
  'confirm|bevestig(?:en)?|activate|activeren?|activeer|verify|verifie+r(?:en)?|valideren',
  'uitloggen|log-?out|log-?off|sign-?out|afmelden|unsubscribe|uitschrijven|opzeggen',
  'add|toevoegen|voeg-toe|in-(?:mijn-|je-|uw-)?(?:winkel(?:wagen|mand)(?:je)?|mandje)|wish-?list|verlanglijst(?:je)?',
  'winkel(?:wagen|mand)(?:je)?|mandje|cart|basket|checkout|afrekenen|buy-now|koop-nu|pay-now|betaal-nu',
  'delete|remove|verwijder(?:en)?|undo|reset|leegmaken|toggle|enable|disable|inschakelen|uitschakelen|opslaan',
  'up-?vote|down-?vote|un-?like|un-?follow|ontvolg(?:en)?|favorieten?|bookmark|set-cookies?',
)
/** Words that do something as a whole step of a path, or as the first of a link: "Stem nu", not "Hoe stem ik?". */
const BEGINS = 'like|vind-ik-leuk|vote|stem|rate|follow|volg|share|deel-dit|subscribe|save|submit|set|send'
const STEP = named(BEGINS)
const FIRST_WORD = new RegExp(`^\\W*(?:${BEGINS.replace('|set|send', '').replace('|submit', '')})(?![a-z])`, 'i')
/** Who makes an appointment on a page may often cancel one there too. */
const CANCELS = anyWord('annule+r(?:en)?|cancel')
const MAKES = anyWord('maken|plannen|make|book')
/** What asks about cookies, and an answer to it. */
const ASKS = /cookie|consent|toestemming|gdpr/i
const ANSWERS = new RegExp(
  '^(?:ja|nee|yes|no|ok|oke|prima|begrepen)-|' +
    '-(?:ja|nee|yes|no|aan|uit|on|off|ok|oke|all|alles?|none|true|false|sluit(?:en)?|close|hide|' +
    'verberg(?:en)?|begrepen|prima)-?$',
  'i',
)

/** Characters that are looked at. */
const [ADDRESS, TEXT] = [2_000, 200]
const parts = (url: URL) => [...url.searchParams].slice(0, 30)
const dashed = (text: string) =>
  text
    .replaceAll(/([a-z])([A-Z])/g, '$1-$2')
    .replaceAll(/[^\p{L}\d]+/gu, '-')
    .toLowerCase()

const does = (words: string): boolean =>
  DOING.test(words) || (CANCELS.test(words) && !MAKES.test(words)) || (ASKS.test(words) && ANSWERS.test(words))

/** Whether going there, by a link with this text, may do something, or shows a page that is not for readers. */
export function acts(url: URL, text = ''): boolean {
  const query = parts(url)
  const titles = query.flatMap(([name, value]) => (TITLE.test(name) ? [value.trimStart()] : []))
  const steps = decoded(url.pathname.slice(0, ADDRESS)).split('/')
  if ([...steps, ...titles].some((step) => OF_THE_SOFTWARE.test(step))) return true
  if (steps.some((step) => STEP.test(step)) || does(dashed(steps.join('/')))) return true
  const said = dashed(linkWords(text).slice(0, TEXT))
  if (does(said) || FIRST_WORD.test(said)) return true
  return query.some(
    ([name, value]) =>
      DOES.test(name) ||
      (ACTION.test(name) && !SHOWS.test(value)) ||
      (ASKS.test(name) && value !== '') ||
      [name, value].some((each) => STEP.test(each)) ||
      does(dashed(`${name} ${value}`.slice(0, ADDRESS))),
  )
}

/** What says in words where a link leads, and not with a picture alone. */
const WORDS = /\p{L}{3}/u

/**
 * The links that may be gone to. Where one of several links to an address tells that it does something, a link without
 * words is none: a picture beside "In winkelmand" leads where those words lead. One with words of its own tells that
 * there is something to read: "Contact" beside "Afspraak annuleren?".
 */
export function readable<T extends Link>(links: readonly T[]): T[] {
  const [acting, telling] = [new Set<string>(), new Set<string>()]
  const may = links.map(({ href, text }) => {
    const url = URL.parse(href)
    const does = url !== null && acts(url, text)
    if (does) acting.add(pageKey(href))
    else if (WORDS.test(text)) telling.add(pageKey(href))
    return !does
  })
  return links.filter(({ href }, at) => may[at] && (telling.has(pageKey(href)) || !acting.has(pageKey(href))))
}
