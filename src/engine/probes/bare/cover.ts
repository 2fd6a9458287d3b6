/** Whether a sheet lies over the whole window that nobody can take away: a preloader that only a script removes. */
import { withParts } from '../page/in-page.ts'
import { domOf } from '../page/page-dom.ts'

const PARTS = { domOf }

/** Runs in the page, so it refers to nothing but what it is handed. */
function cover({ domOf }: typeof PARTS): number | null {
  const { alpha, getter } = domOf()
  const all = Document.prototype.querySelectorAll.call(document, 'html, body, body *')
  const [wide, high] = [window.innerWidth, window.innerHeight]
  // A form on the sheet may hold fields called `style` and `innerText`.
  const own = {
    style: getter<CSSStyleDeclaration>(HTMLElement.prototype, 'style'),
    words: getter<string>(HTMLElement.prototype, 'innerText'),
  }
  const POINTS = [0.1, 0.3, 0.5, 0.7, 0.9]
  const everywhere = (is: (top: Element) => boolean) =>
    POINTS.every((x) =>
      POINTS.every((y) => {
        const top = Document.prototype.elementsFromPoint.call(document, x * wide, y * high)[0]
        return top !== undefined && is(top)
      }),
    )
  // Where nobody can scroll, what lies over the first window stays there as well.
  const locked = [all[0], all[1]].some((one) => one && /hidden|clip/.test(getComputedStyle(one).overflowY))
  const opaque = (style: CSSStyleDeclaration) =>
    (style.position === 'fixed' || (locked && style.position === 'absolute')) &&
    style.visibility === 'visible' &&
    Number(style.opacity) >= 0.9 &&
    (alpha(style.backgroundColor) >= 0.9 || style.backgroundImage !== 'none')
  for (let at = 0; at < Math.min(all.length, 5_000); at++) {
    const sheet = all[at]
    if (!(sheet instanceof HTMLElement)) continue
    for (const part of ['::before', '::after']) {
      const drawn = getComputedStyle(sheet, part)
      const whole = drawn.content !== 'none' && parseFloat(drawn.width) * parseFloat(drawn.height) >= 0.9 * wide * high
      if (whole && opaque(drawn) && everywhere((top) => top === sheet)) return 0
    }
    if (!opaque(getComputedStyle(sheet))) continue
    const box = Element.prototype.getBoundingClientRect.call(sheet)
    const across = Math.min(box.right, wide) - Math.max(box.left, 0)
    const down = Math.min(box.bottom, high) - Math.max(box.top, 0)
    if (across <= 0 || down <= 0 || across * down < 0.9 * wide * high) continue
    // What a finger goes through still hides what lies under it. Everything of the page was read before this.
    const style = own.style(sheet)
    style.setProperty('pointer-events', 'auto', 'important')
    const way = 'a[href], button:not([type="button"]), input[type="submit"], summary'
    if (
      everywhere((top) => Node.prototype.contains.call(sheet, top)) &&
      Element.prototype.querySelector.call(sheet, way) === null
    )
      return own.words(sheet).replace(/\s+/g, ' ').trim().length
  }
  return null
}

/**
 * The characters on a sheet that stays in its place over at least
 * nine tenths of the window, lets nothing through and offers no link or button; null when nothing covers the page. A
 * sheet that holds the page itself tells all its characters; one that style draws before or after an element has none.
 * Looks at 5,000 elements at most.
 */
export const coverOf = withParts(cover, PARTS)
