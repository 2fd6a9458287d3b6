/**
 * Whether the site can be used in a browser, without an account, an app or social media.
 * Trips on: a landing or news page that ends at a login; "bestellen kan alleen via onze app"; Facebook as the only way
 * to order or get in touch; a site address that leads to a social medium. Near misses: "Download onze app" beside an
 * ordinary site, a login for customers beside public text, a portal that exists to log in (unknown).
 */
import { contactInLink, contactInText, isSocialMedia } from '../../lib/contact.ts'
import { hostOf } from '../../lib/domain.ts'
import { clip } from '../../lib/headers.ts'
import { pageKey } from '../reading/address.ts'
import { defineCheck, shown, whole } from '../reading/claims.ts'
import type { Session, Sighting } from '../../model/evidence.ts'
import { asksPassword, takesMessage } from '../reading/personal.ts'

/** Pages that anyone should be able to read. A page of role `form` or `other` may well be someone's own account. */
const PUBLIC_ROLES = ['contact', 'news', 'search']
const APP_ONLY = new RegExp(
  [
    /(?<!niet )(?:alleen|uitsluitend|enkel) (?:te \w{3,20} )?(?:via|met|in) (?:de|onze|een) (?:[\w-]{1,20} )?app\b/,
    /(?<!not )only (?:available )?(?:via|through|in) (?:the|our) (?:[\w-]{1,20} )?app\b/,
    /download (?:de|onze) (?:[\w-]{1,20} )?app om (?:te|verder) /,
  ]
    .map(({ source }) => source)
    .join('|'),
  'i',
)
const SOCIAL_ONLY = new RegExp(
  [
    /(?<!niet |not )(?:alleen|uitsluitend|enkel|only) (?:te \w{3,20} )?(?:(?:bereikbaar|available) )?/,
    /(?:via|through|by) (?:(?:onze|our|de|een) )?(?:facebook|instagram|messenger|whatsapp|tiktok|dm\b|social)/,
  ]
    .map(({ source }) => source)
    .join(''),
  'i',
)

export const noAccountOrApp = defineCheck({
  id: 'no-account-or-app',
  needs: { session: ['before-consent'] },
  reasons: {
    open: whole('met', 'content'),
    'app-only': shown('partly'),
    'login-page': shown('partly'),
    'social-only': shown('partly'),
    portal: 'unknown',
    thin: 'unknown',
  },
  judge({ session }) {
    const pages = session.filter(({ value }) => value.status < 400)
    const landing = pages.find(({ role }) => role === 'landing')
    if (!landing) return { reason: 'thin' }
    const own = (reason: 'app-only' | 'login-page' | 'social-only' | 'portal', lines: readonly string[]) => ({
      reason,
      seen: { details: [...new Set(lines)].slice(0, 20).map((line) => clip(line)) },
    })
    const { finalUrl } = landing.value
    if (isSocial(finalUrl)) return own('social-only', [`${landing.page} → ${finalUrl}`])
    // A site that opens with a login may be a portal and nothing else: who may use it is not to be seen from outside.
    // Where another page can be read, the login stands beside it.
    const readable = pages.some(({ role, value }) => role !== 'landing' && value.textLength >= 200 && !hasLogin(value))
    if (isLoginWall(landing.value) && !readable) return own('portal', [finalUrl])
    const walls = pages.filter(
      ({ role, value }) => PUBLIC_ROLES.includes(role) && isLoginWall(value) && movedAway(value),
    )
    if (walls.length > 0)
      return own(
        'login-page',
        walls.map(({ page, value }) => `${page} → ${value.finalUrl}`),
      )
    const reachable = pages.some(({ value }) => isReachable(value))
    const app = quotes(pages, APP_ONLY)
    if (app.length > 0 && !reachable) return own('app-only', app)
    const social = quotes(pages, SOCIAL_ONLY)
    const accounts = pages.flatMap(({ value }) => value.links.map(({ href }) => href)).filter(isSocial)
    if (!reachable && social.length > 0) return own('social-only', [...social, ...accounts])
    if (landing.value.textLength < 200) return { reason: 'thin' }
    return { reason: 'open', seen: { pages: pages.length } }
  },
})

function isSocial(url: string): boolean {
  return isSocialMedia(hostOf(url) ?? '')
}

/** A page of few words with a password field: one that says "first log in". */
const isLoginWall = (page: Session): boolean => page.textLength < 600 && hasLogin(page)

function hasLogin({ forms }: Session): boolean {
  return forms.some(asksPassword)
}

function movedAway({ url, finalUrl }: Session): boolean {
  return URL.canParse(url) && URL.canParse(finalUrl) && pageKey(url) !== pageKey(finalUrl)
}

/** Whether there is a way to reach the organisation other than an app or social media. */
function isReachable({ links, text, forms }: Session): boolean {
  return (
    links.some(({ href }) => contactInLink(href) !== undefined) ||
    contactInText(text).some((way) => way !== 'address') ||
    forms.some(takesMessage)
  )
}

/** The words around what was found, with the page they stand on. */
function quotes(pages: readonly Sighting<Session>[], pattern: RegExp): string[] {
  return pages.flatMap(({ page, value }) => {
    const found = pattern.exec(value.text)
    if (!found) return []
    return [`"${value.text.slice(Math.max(0, found.index - 40), found.index + found[0].length + 40)}" · ${page}`]
  })
}
