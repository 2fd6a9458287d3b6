/** What a press on a place of the window reaches: the only way to know what lies over the page and lets nothing by. */
import type { Dom } from './page-dom.ts'

/** Asks in the page, so it refers to nothing but what it is handed. Places are pixels from the corner of the window. */
export function hitsIn({ of, around }: Dom) {
  const isIn = (outer: Element, element: Element | null) => {
    for (let at = element; at; at = around(at)) if (at === outer) return true
    return false
  }
  /** What is pressed there, in the open shadow roots as well; null: nothing. */
  const topAt = (x: number, y: number) => {
    let hit = Document.prototype.elementFromPoint.call(document, x, y)
    for (let deep = 0; hit && of.shadow(hit) && deep < 5; deep++) {
      const further = of.shadow(hit)!.elementFromPoint(x, y)
      if (!further || further === hit) break
      hit = further
    }
    return hit
  }
  /** Share of 25 places spread over the window at which a press stays in this element, and does not reach the page. */
  const blocks = (element: Element) => {
    const PLACES = [0.1, 0.3, 0.5, 0.7, 0.9]
    const [wide, high] = [window.innerWidth, window.innerHeight]
    const stay = PLACES.flatMap((x) => PLACES.filter((y) => isIn(element, topAt(x * wide, y * high))))
    return stay.length / PLACES.length ** 2
  }
  return { isIn, topAt, blocks }
}
