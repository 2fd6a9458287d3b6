/** A mark of a map that moves: the same sign as in the drawing, in a link of its own. In the browser only. */
import type * as L from 'leaflet'
import type { Lang } from '../language.ts'
import { calledMark, countOf, signOf, type Spot } from './marks.ts'

/** Half of what a finger needs (WCAG 2.5.8), and of the room around a sign that has the focus. */
const REACH = 22

function part(name: string, attributes: Readonly<Record<string, string>>, text = ''): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.textContent = text
  return made
}

/** Its link; where it leads is set by who draws the map. A pointer that moved the map follows no link. */
export function drawnMark(map: L.Map, lang: Lang, spots: readonly Spot[], kinds: readonly string[]): L.Icon {
  const link = document.createElement('a')
  const called = calledMark(lang, spots, kinds)
  link.className = 'ld-live__mark'
  link.title = called
  link.setAttribute('aria-label', called)
  const svg = part('svg', { viewBox: `${-REACH} ${-REACH} ${REACH * 2} ${REACH * 2}`, 'aria-hidden': 'true' })
  const body = part('g', { class: 'ld-map__mark' })
  body.append(part('circle', { class: 'ld-map__reach', r: '14' }))
  if (spots.length === 1) {
    const { className, d } = signOf(spots[0]!.kind)
    body.append(part('path', { class: className, d }))
  } else {
    const { r, text } = countOf(spots.length)
    body.append(part('circle', { class: 'ld-map__group', r: String(r) }))
    body.append(part('text', { class: 'ld-map__count', y: '4.5', 'text-anchor': 'middle' }, text))
  }
  svg.append(body)
  link.append(svg)
  link.addEventListener('dblclick', (twice) => twice.stopPropagation())
  const dragging = map.dragging as L.Handler & { moved: () => boolean }
  // Enter is a click too, with no pointer (`detail` 0).
  link.addEventListener('click', (click) => {
    if (click.detail > 0 && dragging.moved()) click.preventDefault()
  })
  return { options: {}, createIcon: () => link, createShadow: () => null } as unknown as L.Icon
}
