/**
 * Whether what the privacy and cookie statement claim of the site fits what was seen before any choice (AVG art.
 * 5(1)(a): transparent). Only a plain claim and a sure sight make a contradiction; what is not said is no claim.
 * Trips on: "Wij gebruiken geen cookies" and a cookie that stays; "alleen functionele cookies" or "geen volgcookies"
 * and `_fbp`; "onze cookies blijven hoogstens zes maanden" and one of two years; "geen Google Fonts" and a request
 * for them. Near misses: "geen cookies zonder toestemming", "geen cookies van derden", "wilt u geen cookies?", a
 * cookie that keeps a choice about cookies, one for the time of a visit, one that the browser refused. Cookies of
 * others, and what a frame of theirs asks for, as of a film that is shown, are not what a site says of its own: where
 * only they differ, nobody knows whether it meant them (`others`). Cookies for statistics the law tells apart from
 * those to follow people (Tw art. 11.7a(3)(b)): against "geen trackingcookies", or where the statement names statistics
 * itself, they prove nothing (`statistics`).
 */
import { hostOf } from '../../lib/domain.ts'
import { clip } from '../../lib/headers.ts'
import { asTyped } from '../../lib/words.ts'
import type { Request, Statement } from '../../model/evidence.ts'
import type { CheckContext } from '../../model/check.ts'
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { claimsIn, SERVICES, type Told } from '../reading/claims-told.ts'
import { cookiePurpose, cookiesOf, DAY, tellCookie, type Cookie, type Purpose } from '../reading/cookies.ts'
import { tellAddress } from '../reading/telling.ts'
import { isForeignFrame, isOutside, outsideRequests, type Page } from '../reading/visit.ts'

export const statementTrue = defineCheck({
  id: 'statement-true',
  needs: { statements: true, session: ['before-consent'] },
  reasons: {
    contradicted: shown('unmet'),
    others: 'unknown',
    statistics: 'unknown',
    fits: whole('met', 'cookies', 'requests'),
    'no-claim': whole('not-applicable', 'statements'),
    unread: 'unknown',
    none: whole('not-applicable', 'statements'),
  },
  judge({ statements, session }, { subject, lists }) {
    const linked = [statements.privacy, statements.cookies].filter((one) => one !== null && one !== undefined)
    if (linked.length === 0) return { reason: 'none' }
    const read = linked.flatMap((one) => (one.seen && one.value.status < 400 ? [one.value] : []))
    const told = read.flatMap((statement) => claimsOf(statement))
    const measures = read.some(({ text }) => MEASURES.test(text.slice(0, 40_000)))
    const against = told.flatMap(({ claim, url }) =>
      seenAgainst(claim, session, subject, lists, measures).map((seen) => ({ claim, url, ...seen })),
    )
    const own = against.filter(({ outside }) => !outside)
    const sure = own.filter(({ statistics }) => !statistics)
    const weighed = [sure, own, against].find((each) => each.length > 0) ?? []
    const [first] = weighed
    if (first) {
      const lines = weighed.map(({ claim, url, what }) => clip(`"${claim.sentence}" · ${url} ↔ ${what}`))
      return {
        reason: sure.length > 0 ? 'contradicted' : own.length > 0 ? 'statistics' : 'others',
        seen: { said: clip(first.claim.sentence, 200), what: clip(first.what, 150), details: lines.slice(0, 20) },
      }
    }
    if (told.length > 0)
      return {
        reason: 'fits',
        seen: { claims: told.length, details: told.slice(0, 10).map(({ claim }) => clip(`"${claim.sentence}"`)) },
      }
    const unread = linked.find((one) => !one.seen)
    return unread && !unread.seen ? { reason: 'unread', seen: { why: unread.why } } : { reason: 'no-claim' }
  },
})

const claimsOf = ({ text, url }: Statement): { claim: Told; url: string }[] =>
  claimsIn(asTyped(text)).map((claim) => ({ claim, url }))

/** What a cookie is for where nobody can say that the site needs it. */
const AGAINST: ReadonlySet<Purpose> = new Set(['tracking', 'site-statistics', 'unlisted'])

/** The statement itself tells that visits are counted. */
const MEASURES = /analyti(?:sche|cal|cs)|statisti(?:sche|ek|cs|cal)|matomo|bezoekcijfers/i

/**
 * Something seen, and whether it is another party's, of which a site that says "our cookies" does not speak, or one for
 * statistics, which the claim may not mean.
 */
type Against = { readonly what: string; readonly outside: boolean; readonly statistics?: boolean }

/** What was seen that cannot be if the claim holds, the site's own first. */
function seenAgainst(
  told: Told,
  session: readonly Page[],
  subject: CheckContext['subject'],
  lists: CheckContext['lists'],
  measures: boolean,
): Against[] {
  if (told.kind === 'not-used') {
    const hosts = SERVICES.find(([name]) => name === told.service)?.[2] ?? []
    const asked = outsideRequests(session, subject).filter(({ host }) =>
      hosts.some((each) => host === each || host.endsWith(`.${each}`)),
    )
    // A film that asks for letters inside its own frame is not the site that does.
    const weighed = asked.map(({ request, page }) => ({
      what: tellAddress(request.url),
      outside: isAskedByOther(request, page, subject),
    }))
    return ownFirst(weighed.slice(0, 1_000))
      .filter(({ what }, at, all) => all.findIndex((each) => each.what === what) === at)
      .slice(0, 5)
  }
  const meant = told.kind === 'no-longer-than' || (told.kind !== 'no-tracking' && !measures)
  const found = cookiesOf(session, subject).filter((each) => isAgainst(each, told, lists))
  const weighed = found.map((each) => ({
    what: tellCookie(each, lists),
    outside: each.outside,
    statistics: !meant && isStatistics(each, lists),
  }))
  const sure = weighed.filter(({ statistics }) => !statistics)
  return [...ownFirst(sure).slice(0, 5), ...ownFirst(weighed.filter(({ statistics }) => statistics)).slice(0, 5)]
}

/** Whether a cookie counts visits, by its name or by whose it is; one that nobody knows may. */
function isStatistics(each: Cookie, lists: CheckContext['lists']): boolean {
  const known = lists.cookie(each.cookie.name, each.cookie.host)?.category
  if (known !== undefined) return known === 'analytics'
  return cookiePurpose(lists, each) !== 'tracking' || lists.owner(each.cookie.host)?.category === 'analytics'
}

/** Whether the frame of another asked for it. Of a frame itself its own address stands there: who put it in tells. */
function isAskedByOther(request: Request, page: Page, subject: CheckContext['subject']): boolean {
  if (request.type !== 'document') return isForeignFrame(request, page, subject)
  const by = hostOf(request.initiator.url ?? '')
  return by === undefined || isOutside(by, page, subject)
}

const ownFirst = <T extends { readonly outside: boolean }>(all: readonly T[]): T[] =>
  all.toSorted((one, other) => Number(one.outside) - Number(other.outside))

/** Whether a cookie cannot be if what is claimed of cookies holds for it. */
function isAgainst(each: Cookie, { kind, days }: Told, lists: CheckContext['lists']): boolean {
  const lifetime = each.cookie.lifetime ?? 0
  // One that the site needs, or that ends with the visit, many do not call a cookie.
  if (kind === 'no-cookies') return lifetime > DAY && AGAINST.has(cookiePurpose(lists, each))
  // A day of grace: makers round a month and a year.
  if (kind === 'no-longer-than') return days !== undefined && lifetime > (days + 2) * DAY
  return cookiePurpose(lists, each) === 'tracking'
}
