/**
 * A badge as an SVG file that its holder puts on the own site: no script, no font, no request. Holder, kind and end
 * date are drawn in it, so that it reads without us.
 */
import { plainLine } from '../../lib/clean.ts'
import { spoken } from '../../lib/spoken-number.ts'
import { escapeXml } from '../../lib/xml.ts'
import type { PublicBadge } from '../../model/badge.ts'
import { day, type Lang } from '../language.ts'
import { cutTo, linesOf } from './fit.ts'
import { badgeWords } from './words.ts'

export const BADGE_SIZES = { groot: { width: 340, height: 190 }, klein: { width: 250, height: 76 } } as const
export type BadgeSize = keyof typeof BADGE_SIZES
/** What it is laid on. */
export const BADGE_GROUNDS_DRAWN = ['licht', 'donker'] as const
export type BadgePaper = (typeof BADGE_GROUNDS_DRAWN)[number]
export type BadgeLook = { readonly size: BadgeSize; readonly paper: BadgePaper; readonly lang: Lang }

const COLOURS: Readonly<Record<BadgePaper, { readonly paper: string; readonly ink: string; readonly mark: string }>> = {
  licht: { paper: '#ffffff', ink: '#16252b', mark: '#0b5563' },
  donker: { paper: '#0d2830', ink: '#ffffff', mark: '#a9dbe3' },
}

/** The name of the file says which badge it is: a visit to a site knows it by that. */
export const badgeFileName = (number: string, { size, paper, lang }: BadgeLook): string =>
  `badge-${spoken(number)}-${size}-${paper}${lang === 'en' ? '-en' : ''}.svg`

/** Where its page stands. `origin`: without a slash at the end. */
export const badgeAddress = (origin: string, number: string): string => `${origin}/badges/${spoken(number)}`

type Line = { readonly x: number; readonly y: number; readonly size: number; readonly bold?: boolean }
const line = (text: string, { x, y, size, bold = false }: Line, colour: string): string =>
  `<text x="${x}" y="${y}" font-size="${size}"${bold ? ' font-weight="700"' : ''} ` +
  `fill="${colour}">${escapeXml(text)}</text>`

/**
 * A sheet with a name under it, or an eye in a filled round: another shape as well as other words, so that the two are
 * not taken for each other in black and white either. In a square of 64.
 */
const emblem = (kind: PublicBadge['kind'], { paper, mark }: (typeof COLOURS)['licht']): string =>
  kind === 'signed'
    ? `<path d="M10 4h32l12 12v44H10z" fill="${paper}" stroke="${mark}" stroke-width="3" stroke-linejoin="round"/>` +
      `<path d="M42 4v12h12M18 18h16M18 27h28" fill="none" stroke="${mark}" stroke-width="3"/>` +
      `<path d="M18 47c6-12 10-12 8-3-2 8 5 4 8-3 1 7 4 7 7 2 1 3 3 3 5 1" fill="none" stroke="${mark}" ` +
      `stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/>`
    : `<circle cx="32" cy="32" r="29" fill="${mark}"/>` +
      `<path d="M11 32c11-17 31-17 42 0-11 17-31 17-42 0z" fill="none" stroke="${paper}" stroke-width="3"/>` +
      `<path d="M23 32l6 6 12-12" fill="none" stroke="${paper}" stroke-width="4.5" stroke-linecap="round" ` +
      `stroke-linejoin="round"/>`

/** The outline: a frame of a thin line, or a filled band. */
const frame = (kind: PublicBadge['kind'], size: BadgeSize, { paper, mark }: (typeof COLOURS)['licht']): string => {
  const { width, height } = BADGE_SIZES[size]
  const sheet = (inset: number, stroke: number) =>
    `<rect x="${inset}" y="${inset}" width="${width - 2 * inset}" height="${height - 2 * inset}" rx="${10 - inset}" ` +
    `fill="${paper}" stroke="${mark}" stroke-width="${stroke}"/>`
  const band = size === 'groot' ? 92 : 68
  return kind === 'signed'
    ? sheet(1.5, 2) + sheet(5.5, 1)
    : sheet(1.5, 3) +
        `<path d="M${band} 1.5H10a8.5 8.5 0 0 0-8.5 8.5v${height - 20}a8.5 8.5 0 0 0 8.5 8.5h${band - 10}z" ` +
        `fill="${mark}"/>`
}

/** The file. `city`: of the municipality that gave it; `origin`: of its site. */
export function badgeDrawing(badge: PublicBadge, look: BadgeLook, origin: string): string {
  const { size, paper, lang } = look
  const t = badgeWords(lang)
  const colours = COLOURS[paper]
  const { width, height } = BADGE_SIZES[size]
  const number = spoken(badge.number)
  const host = new URL(origin).host
  const [holder, about] = [plainLine(badge.holder), plainLine(t.about(badge))]
  const text = (words: string, at: Line) => line(words, at, colours.ink)
  const big = size === 'groot'
  const [x, room] = big ? [108, 218] : [76, 162]
  const names = linesOf(holder, big ? 16 : 12, room, big ? 2 : 1)
  const drawn = big
    ? [
        text(t.kind[badge.kind], { x, y: 36, size: 21, bold: true }),
        ...names.map((name, at) => text(name, { x, y: 60 + at * 20, size: 16 })),
        text(cutTo(about, 12, room), { x, y: 60 + names.length * 20, size: 12 }),
        text(t.untilWords, { x, y: 123, size: 11 }),
        text(day(lang, badge.validUntil), { x, y: 140, size: 15, bold: true }),
        text(cutTo(host, 11, room), { x, y: 159, size: 11 }),
        text(`/badges/${number}`, { x, y: 174, size: 11 }),
      ]
    : [
        text(t.kind[badge.kind], { x, y: 22, size: 14, bold: true }),
        ...names.map((name) => text(name, { x, y: 38, size: 12 })),
        text(t.untilShort(badge.validUntil), { x, y: 53, size: 11, bold: true }),
        text(t.number(number), { x, y: 66, size: 10 }),
      ]
  const id = `b${badge.number}`
  const said = plainLine(`${t.said(badge)} ${t.until(badge.validUntil)}.`)
  // In the filled band the emblem is drawn the other way round.
  const turned = badge.kind === 'seen' ? { paper: colours.mark, ink: colours.ink, mark: colours.paper } : colours
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ` +
    `role="img" lang="${lang}" direction="ltr" aria-labelledby="${id}-t ${id}-d" ` +
    `font-family="system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif">\n` +
    `<title id="${id}-t">${escapeXml(said)}</title>\n` +
    `<desc id="${id}-d">${escapeXml(`${t.look} ${badgeAddress(origin, badge.number)}`)}</desc>\n` +
    `${frame(badge.kind, size, colours)}\n` +
    `<g transform="${big ? 'translate(16 60) scale(1.15)' : 'translate(9 12) scale(.82)'}">` +
    `${emblem(badge.kind, turned)}</g>\n` +
    `${drawn.join('\n')}\n</svg>\n`
  )
}

/** What its holder pastes: the own file, and a way to the page that tells that site nothing. */
export function badgeSnippet(badge: PublicBadge, look: BadgeLook, origin: string): string {
  const { width, height } = BADGE_SIZES[look.size]
  const t = badgeWords(look.lang)
  const said = plainLine(`${t.said(badge)} ${t.until(badge.validUntil)}. ${t.number(spoken(badge.number))}.`)
  return (
    `<a href="${escapeXml(badgeAddress(origin, badge.number))}" rel="noopener" referrerpolicy="no-referrer">` +
    `<img src="${badgeFileName(badge.number, look)}" width="${width}" height="${height}" alt="${escapeXml(said)}"></a>`
  )
}
