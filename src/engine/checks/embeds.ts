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
 *   not-known something of this kind comes from a party that nobody has on the list, from one that lets room to anybody
 *             (a CDN, hosting), or not its country is known for certain  
 * unknown
 * Trips on: `<iframe src="https://www.youtube.com/embed/…">`, `https://fonts.googleapis.com/css2`. Near misses: a link
 * to a video, a still picture of the own site in front of it, fonts on the own host, the fonts that a map brings into
 * its own frame.
 */
import { hostOf } from '../../lib/domain.ts'
import { defineCheck, shown, whole } from '../reading/claims.ts'
import type { Lists, OwnerCategory } from '../../model/lists.ts'
import { settled, type Settled } from '../reading/settled.ts'
import { isAdequate } from '../reading/transfer.ts'
import type { Subject } from '../../model/subject.ts'
import { details, few, tellAddress, tellHost } from '../reading/telling.ts'
import { isOutside, isRented, outsideRequests, ownerOf, unsureOf, type Outside } from '../reading/visit.ts'

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

/** By what a request shows what it is for, whoever is asked. */
const LOOKS: Partial<Record<OwnerCategory, (url: string, type: string) => boolean>> = {
  maps: (url, type) => isTile(url) || (type === 'image' && WEB_MAP.test(url)),
  fonts: (_, type) => type === 'font',
  video: (url, type) => (type === 'media' && !SOUND.test(url)) || STREAM.test(url),
}
/** Zoom, column and row: `/14/8412/5389.png`, `/14/8412/5389@2x.webp`; in `/2026/11/23/4.jpg` it is a date. */
const TILE = /(?<!\/\d{4})\/(\d{1,2})\/(\d{1,7})\/(\d{1,7})(?:@\dx)?(?:\.(?:png|jpe?g|webp|pbf|mvt))?(?:$|[?#])/i
/** OGC Web Map Service and Web Map Tile Service. */
const WEB_MAP = /[?&](?:service=wmt?s|request=get(?:map|tile))(?:&|$)/i
const SOUND = /\.(?:mp3|m4a|ogg|oga|opus|wav|aac)(?:$|[?#])/i
/** Lists of the parts of a video (HLS, MPEG-DASH). */
const STREAM = /\.(?:m3u8|mpd)(?:$|[?#])/i

/** At zoom z a map of the world has 2^z columns and rows. */
function isTile(url: string): boolean {
  const [, zoom, column, row] = (TILE.exec(url) ?? []).map(Number)
  return zoom !== undefined && zoom <= 24 && column! < 2 ** zoom && row! < 2 ** zoom
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
      'not-known': 'unknown',
    },
    judge({ session }, { subject, lists }) {
      const all = outsideRequests(session, subject)
      const requested = all
        .filter((each) => !broughtAlong(each, category, subject, lists))
        .map(({ request, host, page }) => ({ url: request.url, type: request.type, host, page }))
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
        return settled(owner).map((whose) => ({ url, host, page, owner: whose, where: whereIs(whose, lists) }))
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
      // Its kind is known or seen by what was asked, its party or country is not: nothing of "none" or "inside" stands.
      const strangers = [
        ...requested.filter(({ url, type }) => {
          const owner = ownerOf(url, lists)
          return (!owner || isRented(owner)) && LOOKS[category]?.(url, type)
        }),
        ...[...requested, ...framed].filter(({ url }) => {
          const owner = ownerOf(url, lists)
          return owner?.category === category && settled(owner).length === 0
        }),
      ]
      if (strangers.length > 0 && reason !== 'outside' && reason !== 'adequate') {
        const where = strangers.map(({ page, url }) => `${page.page.slice(0, 100)} → ${tellAddress(url, 120)}`)
        return { reason: 'not-known', seen: { hosts: few(strangers.map(({ host }) => host)), details: details(where) } }
      }
      if (!reason) return { reason: 'none', seen: { pages: session.length }, unsure }
      const told = found.filter(({ where }) => where === reason)
      const seen = {
        count: new Set(told.map(({ owner }) => owner.company)).size,
        hosts: few(told.map(({ host }) => tellHost(host, lists))),
        companies: few(told.map(({ owner }) => owner.company)),
        parents: few(told.map(({ owner }) => owner.parent)),
        countries: few(told.map(({ owner }) => owner.country)),
        details: details(
          found.map(
            ({ url, page, owner }) => `${page.page.slice(0, 100)} → ${tellAddress(url, 120)} (${owner.country})`,
          ),
        ),
      }
      return { reason, seen, unsure }
    },
  })
}

function whereIs({ country }: Settled, lists: Lists): 'inside' | 'adequate' | 'outside' {
  if (lists.inEea(country)) return 'inside'
  return isAdequate(country) ? 'adequate' : 'outside'
}

export const embedsVideo = embeds('embeds-video', 'video')
export const embedsMaps = embeds('embeds-maps', 'maps')
export const embedsFonts = embeds('embeds-fonts', 'fonts')
export const embedsSocial = embeds('embeds-social', 'social')
export const embedsCaptcha = embeds('embeds-captcha', 'captcha')
