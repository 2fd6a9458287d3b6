/** Drawings that stand in a page as elements: their words, for what they say of a badge. Runs in the page. */
import type { Dom } from './page-dom.ts'

export type DrawingsRead = {
  /** Words of those that name a page of badges. */
  readonly drawings: readonly string[]
  /** Whether each of them was read whole. */
  readonly drawn: boolean
}

/** `meet` is told of each; refers to nothing outside itself. */
export function drawingsOf({ of, around }: Dom) {
  // A badge is one of few, and of a few thousand characters; small signs may be many.
  const MOST = { svgs: 500, named: 20, characters: 50_000, texts: 5_000 }
  const drawings: string[] = []
  let [svgs, drawn] = [0, true]
  return {
    meet(element: Element) {
      // One within another is read with it.
      if (around(element) instanceof SVGElement) return
      const texts = Document.prototype.createTreeWalker.call(document, element, NodeFilter.SHOW_TEXT)
      const words: string[] = []
      let size = 0
      let whole = ++svgs <= MOST.svgs
      for (let at = whole ? texts.nextNode() : null; at && whole; at = texts.nextNode()) {
        words.push(of.data(at))
        size += of.data(at).length
        whole = size <= MOST.characters && words.length <= MOST.texts
      }
      const names = words.some((each) => each.includes('/badges/'))
      if (!whole || (names && drawings.length === MOST.named)) drawn = false
      // They stand apart, as the parts of the drawing do.
      else if (names) drawings.push(words.join(' '))
    },
    read: (): DrawingsRead => ({ drawings, drawn }),
  }
}
