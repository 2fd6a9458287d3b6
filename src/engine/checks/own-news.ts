/**
 * Whether news can be followed on the site itself, without an account: a page of news, a letter by mail, or a feed (RSS
 * 2.0, Atom RFC 4287, iCalendar RFC 5545).
 * Trips on: "Volg ons op Facebook voor het laatste nieuws" on a site, seen whole, with no news of its own. Near misses:
 * the same sentence beside a page of news, "deel dit op Facebook", a site with neither news nor social media (not
 * applicable), only icons of social media (unknown).
 */
import { isSocialMedia } from '../../lib/contact.ts'
import { hostOf, sameParty } from '../../lib/domain.ts'
import { clip } from '../../lib/headers.ts'
import { asTyped } from '../../lib/words.ts'
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { addressWords, linkWords } from '../reading/privacy-link.ts'
import { quote } from '../reading/said.ts'

const OWN = new RegExp(
  '\\bnieuws(?:brief|berichten|bericht|overzicht|archief)?\\b|\\bactueel\\b|\\bactualiteiten\\b|' +
    '\\bagenda\\b|\\bblogs?\\b|\\bnews(?:letter)?\\b|\\bberichten\\b|\\bupdates\\b',
  'i',
)
const FEED = /\brss\b|\batom\b|\bfeeds?\b|\.ics$|\bical\b/i
/** Software gives what visitors write a feed of its own, which holds no news. */
const COMMENTS = /\bcomments?\b|\breacties?\b/i
const MEDIA = '(?:facebook|instagram|tiktok|linkedin|twitter|threads|snapchat|social(?:e)? media|socials)'
const NEWS =
  '(?:nieuws|nieuwtjes|actue(?:le|el)|laatste|updates?|agenda|acties|aanbiedingen|berichten|' +
  'openingstijden|dagmenu|weekmenu|afgelastingen|uitslagen)'
/** That what is new stands on social media: "volg ons op Facebook voor …", "het laatste nieuws staat op Instagram". */
const SAYS = new RegExp(
  [
    `(?:volg|kijk|like|check|bekijk|zie|hou)\\w*[^.!?\\n]{0,60}\\b${MEDIA}[^.!?\\n]{0,60}(?:voor|om|` +
      `in de gaten)[^.!?\\n]{0,40}\\b${NEWS}`,
    `(?:voor|onze|ons|het|de|al|alle)[^.!?\\n]{0,30}\\b${NEWS}[^.!?\\n]{0,60}\\b(?:op|via|` +
      `naar)\\b[^.!?\\n]{0,30}\\b${MEDIA}`,
    `follow us on ${MEDIA}[^.!?\\n]{0,40}(?:for|to)[^.!?\\n]{0,40}(?:news|latest|updates)`,
  ].join('|'),
  'i',
)

export const ownNews = defineCheck({
  id: 'own-news',
  needs: { session: ['before-consent'] },
  reasons: {
    feed: shown('met'),
    news: shown('met'),
    'social-only': whole('partly', 'content'),
    'social-links': 'unknown',
    none: whole('not-applicable', 'content'),
  },
  judge({ session }, { subject }) {
    const pages = session.filter(({ value }) => value.status < 400)
    const links = pages.flatMap(({ value }) => value.links.slice(0, 500))
    const feeds = [
      ...pages.flatMap(({ value }) => value.feeds ?? []),
      ...links
        .filter(
          ({ href, text }) => isOwn(href, subject.address) && FEED.test(`${linkWords(text)} ${addressWords(href)}`),
        )
        .map(({ href }) => href),
    ].filter((href) => !COMMENTS.test(href))
    if (feeds.length > 0) return { reason: 'feed', seen: { details: lines(feeds) } }
    const own = links.filter(
      ({ href, text }) => isOwn(href, subject.address) && OWN.test(`${linkWords(text)} ${addressWords(href)}`),
    )
    const news = [
      ...pages.filter(({ role }) => role === 'news').map(({ value }) => value.finalUrl),
      ...own.map(({ href }) => href),
    ]
    if (news.length > 0) return { reason: 'news', seen: { details: lines(news) } }
    const said = pages.flatMap(({ value }) => {
      const text = asTyped(value.text)
      const found = SAYS.exec(text)
      return found ? [quote(text, found)] : []
    })
    if (said[0] !== undefined)
      return { reason: 'social-only', seen: { said: said[0], details: lines(said.map((each) => `"${each}"`)) } }
    const social = links.map(({ href }) => href).filter((href) => isSocialMedia(hostOf(href) ?? ''))
    return social.length > 0 ? { reason: 'social-links', seen: { details: lines(social) } } : { reason: 'none' }
  },
})

const isOwn = (href: string, address: string): boolean => sameParty(hostOf(href) ?? '', address)
const lines = (each: readonly string[]): string[] => [...new Set(each.map((one) => clip(one)))].toSorted().slice(0, 10)
