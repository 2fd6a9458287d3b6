/**
 * What of a page an eye can get to see. Style hides in many ways: taken out, made invisible or transparent, clipped
 * away, put beside the screen, in the colour of what is behind it, shut in a box without height.
 * Runs in the page, so it refers to nothing outside itself.
 */
import type { Dom } from './page-dom.ts'

/** What holds for everything within an element. */
export type Place = {
  /** Taken out of the page: nobody meets it. */
  readonly out: boolean
  /** In the page, and not to be seen. */
  readonly unseen: boolean
  /** The plain colour behind it; null: not known, because of a picture, or because it lies over something else. */
  readonly behind: string | null
  /** Never words of the page: code, or what stands in for something that is shown. */
  readonly mute: boolean
  /** In a part that its reader opens without any script. */
  readonly folded: boolean
}

/** How to follow, from the document down, what can be met and what can be seen; in the page it is called in. */
export function sightOf({ of, attribute, around, alpha }: Dom) {
  const SILENT = new RegExp(
    '^(?:script|style|template|textarea|iframe|noembed|noframes|object|audio|video|canvas|head|title|desc|metadata|' +
      'datalist)$',
  )
  const CLIPPED = /^(?:inset\((?:50|100)%|circle\(0|polygon\(0(?:px|%)? 0(?:px|%)?(?:, 0(?:px|%)? 0(?:px|%)?)*\))/
  const start: Place = { out: false, mute: false, unseen: false, behind: 'rgb(255, 255, 255)', folded: false }
  const root = of.root(document)
  const wide = Math.max(window.innerWidth, root ? of.wide(root) : 0)
  const range = new Range()

  const within = (element: Element, place: Place): Place & { readonly line: boolean } => {
    const tag = of.tag(element)
    if (place.out) return { ...place, mute: place.mute || SILENT.test(tag), line: false }
    if (SILENT.test(tag)) return { ...place, out: true, mute: true, line: false }
    const style = getComputedStyle(element)
    const lies = style.position !== 'static' && tag !== 'body' && tag !== 'html'
    const tint = alpha(style.backgroundColor) > 0.5 ? style.backgroundColor : null
    // Only what is cut off or lifted out can be too small to see.
    const boxed = style.overflowX !== 'visible' || style.overflowY !== 'visible'
    const box = boxed ? Element.prototype.getBoundingClientRect.call(element) : null
    return {
      out: style.display === 'none',
      // Where scripts run this is their text, not the page's.
      mute: tag === 'noscript' && style.display === 'none',
      unseen:
        place.unseen ||
        Number(style.opacity) < 0.05 ||
        /opacity\(0%?\)/.test(style.filter) ||
        (style.contentVisibility === 'hidden' && !place.folded) ||
        CLIPPED.test(style.clipPath) ||
        (style.position === 'absolute' && /^rect\((?:[01]px,? ?){4}\)$/.test(style.clip)) ||
        (box !== null && !/^inline$|^contents$/.test(style.display) && (box.width <= 1 || box.height <= 1)),
      behind: style.backgroundImage !== 'none' ? null : (tint ?? (lies ? null : place.behind)),
      folded: place.folded || (tag === 'details' && attribute(element, 'open') === null),
      line: !/^(?:inline|contents|ruby)/.test(style.display),
    }
  }

  /**
   * Whether these words are there for a reader (`there`), whether an eye can get to see them (`seen`), and whether a
   * line end in them is one on the page too (`lines`): most often it is where the source was wrapped, and a space.
   */
  const words = (node: Node, place: Place): { there: boolean; seen: boolean; lines: boolean } => {
    const element = around(node)
    if (place.out || !element) return { there: false, seen: false, lines: false }
    const { visibility, color, textShadow, whiteSpace } = getComputedStyle(element)
    if (visibility !== 'visible') return { there: false, seen: false, lines: false }
    const pale = alpha(color) < 0.05 || (color === place.behind && textShadow === 'none')
    const lines = /^(?:pre|break-spaces)/.test(whiteSpace)
    return { there: true, seen: !place.unseen && !pale && (place.folded || onSheet(node)), lines }
  }

  /** Whether any of it lies where a reader can bring it into sight. */
  const onSheet = (node: Node) => {
    range.selectNodeContents(node)
    const boxes = range.getClientRects()
    for (let at = 0; at < Math.min(boxes.length, 20); at++) if (isOnSheet(boxes[at]!)) return true
    return false
  }
  const isOnSheet = ({ width, height, bottom, left, right }: DOMRect) => {
    const [x, y] = [window.scrollX, window.scrollY]
    return width > 1 && height > 1 && bottom + y > 0 && right + x > 0 && left + x < wide
  }

  /** Whether an eye can get to see an element that has a place of its own in the page, such as a field. */
  const drawn = (element: Element, place: Place) => {
    if (place.out || place.unseen) return false
    if (place.folded) return true
    const visible = { visibilityProperty: true, opacityProperty: true }
    if (!Element.prototype.checkVisibility.call(element, visible)) return false
    return isOnSheet(Element.prototype.getBoundingClientRect.call(element))
  }

  /** Whether an element or one around it is shut off for its reader, as behind a dialog that wants an answer first. */
  const shutOff = (element: Element) => {
    for (let at: Element | null = element; at; at = around(at))
      if (attribute(at, 'inert') !== null || attribute(at, 'aria-hidden')?.toLowerCase() === 'true') return true
    const modal = Document.prototype.querySelector.call(document, 'dialog:modal')
    return modal !== null && !Node.prototype.contains.call(modal, element)
  }
  return { start, within, words, drawn, shutOff }
}
