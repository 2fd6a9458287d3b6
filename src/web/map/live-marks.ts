/** The marks of a map that moves, and where they lead. In the browser only. */
import * as L from 'leaflet'
import type { Lang } from '../language.ts'
import type { CarriedMap, Goes } from './carried.ts'
import { isNearest, nearerTo, spotOf } from './frame.ts'
import { drawnMark } from './live-mark.ts'
import { BY_KEYBOARD, together, type Mark } from './marks.ts'
import type { Frame } from './projection.ts'

/** A click that follows a link in this very page, not in another tab. */
export const isPlain = (click: MouseEvent): boolean =>
  click.button === 0 && !click.ctrlKey && !click.metaKey && !click.shiftKey && !click.altKey

/** The address of this page that shows a part of the map. */
export function addressOf(frame: Frame): string {
  const url = new URL(location.href)
  url.searchParams.set('plek', spotOf(frame))
  url.hash = ''
  return url.href
}

type Marked = {
  readonly lang: Lang
  readonly carried: CarriedMap
  readonly spots: readonly Goes[]
  readonly show: (frame: Frame) => void
}

/** Draws the marks within a frame; one that stays is left alone, so that it keeps the focus. */
export function marksOn(map: L.Map, { lang, carried: { kinds }, spots, show }: Marked): (frame: Frame) => void {
  let drawn = new Map<string, L.Marker>()
  const [key, row] = [
    (mark: Mark<Goes>) => mark.spots.map(({ id }) => id).join(' '),
    (to: string) => document.querySelector(`span[id^='op-'] > a[href=${JSON.stringify(to)}]`)?.parentElement?.id,
  ]
  return (frame) => {
    const { x: across, y: down } = map.getSize()
    const inside = (mark: Mark) => mark.x >= 0 && mark.y >= 0 && mark.x <= across && mark.y <= down
    const marks = together(spots, ([lon, lat]) => map.latLngToContainerPoint([lat, lon])).filter(inside)
    const focused = [...drawn].find(([, marker]) => marker.getElement()?.contains(document.activeElement))?.[0]
    const next = new Map<string, L.Marker>()
    for (const mark of marks) {
      const [first] = mark.spots
      const [lon, lat] = first!.at
      const nearer = nearerTo(
        frame,
        first!.at,
        mark.spots.map(({ at }) => at),
      )
      const apart = mark.spots.length > 1 && !mark.same && !isNearest(frame)
      const told = row(first!.to)
      const to = mark.spots.length === 1 ? first!.to : apart || told === undefined ? addressOf(nearer) : `#${told}`
      const there = drawn.get(key(mark))
      const marker =
        there ??
        new L.Marker([lat, lon], { icon: drawnMark(map, lang, mark.spots, kinds), keyboard: false, interactive: false })
      drawn.delete(key(mark))
      if (!there) marker.addTo(map)
      const link = marker.getElement() as unknown as HTMLAnchorElement
      link.href = to
      link.tabIndex = marks.length > BY_KEYBOARD ? -1 : 0
      link.onclick = (click) => {
        if (!apart || click.defaultPrevented || !isPlain(click)) return
        click.preventDefault()
        show(nearer)
      }
      next.set(key(mark), marker)
    }
    for (const marker of drawn.values()) marker.remove()
    drawn = next
    // The pane holds them in the order in which they came; the keyboard goes as the eye does.
    if (focused === undefined) map.getPanes().markerPane.append(...[...next.values()].map((each) => each.getElement()!))
    else if (!next.has(focused)) {
      const [first] = focused.split(' ')
      const part = [...next].find(([id]) => id.split(' ').includes(first!))
      ;(part?.[1].getElement() ?? map.getContainer()).focus({ preventScroll: true })
    }
  }
}
