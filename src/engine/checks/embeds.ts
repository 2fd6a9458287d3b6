/**
 * Five checks on content that comes from another party the moment a page opens: video, maps, fonts, social media,
 * captcha.
 * That party hears which page is read and by which address before the visitor chose anything (AVG art. 25).
 *   outside   its parent company sits outside the EEA and outside countries with an adequacy decision (AVG art. 45)  
 * unmet
 *   adequate  in such a country  
 * partly
 *   inside    in the EEA, or a public body  
 * met
 * Trips on: `<iframe src="https://www.youtube.com/embed/…">`, `https://fonts.googleapis.com/css2`. Near misses: a link
 * to a video, a still picture of the own site in front of it, fonts on the own host, the fonts that a map brings into
 * its own frame.
 */
import { hostOf } from '../../lib/domain.ts'
import { defineCheck, shown, whole } from '../reading/claims.ts'
import type { Lists, Owner, OwnerCategory } from '../../model/lists.ts'
import { isAdequate } from '../reading/transfer.ts'
import type { Subject } from '../../model/subject.ts'
import { details, few, tellHost } from '../reading/telling.ts'
import { isOutside, outsideRequests, ownerOf, unsureOf, type Outside } from '../reading/visit.ts'

/** Content that brings its own parts: the fonts inside a map are the map's doing. */
const BRINGS: ReadonlySet<OwnerCategory | undefined> = new Set(['video', 'maps', 'social', 'captcha'])

/**
 * Whether another embedded thing of another kind asked for this: the frame it stands in, or the script that called it.
 * A frame of whom we do not know brings its own fonts; a map or a video in it is what the visitor gets to see.
 */
function broughtAlong({ request, page }: Outside, category: OwnerCategory, subject: Subject, lists: Lists): boolean {
  const frame = request.type === 'document' ? null : request.frame
  const kindOf = (url: string | null) => {
    const host = url === null ? undefined : hostOf(url)
    if (url === null || host === undefined || !isOutside(host, page, subject)) return undefined
    return { kind: ownerOf(url, lists)?.category }
  }
  const within = kindOf(frame)
  const by = kindOf(request.initiator.url)
  if (within !== undefined && within.kind !== category && (category === 'fonts' || BRINGS.has(within.kind))) return true
  return by !== undefined && by.kind !== category && BRINGS.has(by.kind)
}

function embeds<Id extends string>(id: Id, category: OwnerCategory) {
  return defineCheck({
    id,
    needs: { session: ['before-consent'] },
    reasons: {
      none: whole('met', 'requests'),
      inside: whole('met', 'requests'),
      adequate: shown('partly'),
      outside: shown('unmet'),
    },
    judge({ session }, { subject, lists }) {
      const all = outsideRequests(session, subject)
      const requested = all
        .filter((each) => !broughtAlong(each, category, subject, lists))
        .map(({ request, host, page }) => ({ url: request.url, host, page }))
      // A frame whose request fell beyond the first thousand is still in the page; one that was asked for is known.
      const requests = new Set(session.flatMap(({ value }) => value.requests.map(({ url }) => hostOf(url))))
      const framed = session.flatMap((page) =>
        page.value.frames.flatMap(({ url }) => {
          const host = hostOf(url)
          return host !== undefined && isOutside(host, page, subject) && !requests.has(host)
            ? [{ url, host, page }]
            : []
        }),
      )
      const found = [...requested, ...framed].flatMap(({ url, host, page }) => {
        const owner = ownerOf(url, lists)
        if (owner?.category !== category) return []
        return [{ url, host, page, owner, where: whereIs(owner, lists) }]
      })
      const reason = (['outside', 'adequate', 'inside'] as const).find((each) =>
        found.some(({ where }) => where === each),
      )
      const unsure = unsureOf(
        session,
        subject,
        (each) =>
          ownerOf(each.request.url, lists)?.category === category && !broughtAlong(each, category, subject, lists),
      )
      if (!reason) return { reason: 'none', seen: { pages: session.length }, unsure }
      const told = found.filter(({ where }) => where === reason)
      const seen = {
        hosts: few(told.map(({ host }) => tellHost(host, lists))),
        companies: few(told.map(({ owner }) => owner.company)),
        parents: few(told.map(({ owner }) => owner.parent)),
        countries: few(told.map(({ owner }) => owner.country)),
        details: details(
          found.map(({ url, page, owner }) => `${page.page.slice(0, 100)} → ${url.slice(0, 120)} (${owner.country})`),
        ),
      }
      return { reason, seen, unsure }
    },
  })
}

function whereIs({ country }: Owner, lists: Lists): 'inside' | 'adequate' | 'outside' {
  if (lists.inEea(country)) return 'inside'
  return isAdequate(country) ? 'adequate' : 'outside'
}

export const embedsVideo = embeds('embeds-video', 'video')
export const embedsMaps = embeds('embeds-maps', 'maps')
export const embedsFonts = embeds('embeds-fonts', 'fonts')
export const embedsSocial = embeds('embeds-social', 'social')
export const embedsCaptcha = embeds('embeds-captcha', 'captcha')
