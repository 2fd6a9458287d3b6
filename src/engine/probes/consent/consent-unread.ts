/** What stands in a question for consent and could not be pressed: whether more can be chosen than was read. */
import type { Dom } from '../page/page-dom.ts'

/**
 * How many things there are in it that may choose and are not among those that were read: a control that is out of view
 * or covered, a field, a frame, a closed part, what only the hand of the mouse tells of. Things that are not drawn are
 * not there. Runs in the page, so it refers to nothing but what it is handed.
 */
export function unreadIn(
  { of, attribute, around }: Dom,
  asked: Element,
  read: ReadonlySet<Element>,
  isControl: (element: Element) => boolean,
): number {
  const MOST = { nodes: 5_000, counted: 99 }
  const isRead = (element: Element) => {
    for (let at: Element | null = element; at && at !== asked; at = around(at)) if (read.has(at)) return true
    return false
  }
  const isDrawn = (element: Element) => {
    const { width, height } = Element.prototype.getBoundingClientRect.call(element)
    return width > 1 && height > 1 && getComputedStyle(element).visibility === 'visible'
  }
  const isMore = (element: Element) => {
    const tag = of.tag(element)
    if (/^(?:input|select|textarea|iframe|object|embed|area|canvas)$/.test(tag)) return true
    if (isControl(element) || attribute(element, 'tabindex', 5) === '0') return true
    // What keeps its inside to itself shows no more than that it is there.
    if (tag.includes('-') && !of.shadow(element) && of.children(element).length === 0) return true
    // A cross, or a picture as small as one.
    if (/^\s*[x×✕✖]\s*$/i.test((of.text(element) ?? '').slice(0, 20))) return true
    if (tag === 'svg' && Element.prototype.getBoundingClientRect.call(element).width <= 48) return true
    return getComputedStyle(element).cursor === 'pointer'
  }
  let unread = 0
  const stack: Node[] = [asked]
  for (let count = 0; stack.length > 0 && unread < MOST.counted; count++) {
    if (count >= MOST.nodes) return unread + 1
    const node = stack.pop()!
    if (node instanceof Element && node !== asked && !isRead(node) && isDrawn(node) && isMore(node)) unread++
    const shadow = node instanceof Element ? of.shadow(node) : null
    for (const inside of shadow ? [node, shadow] : [node]) {
      const children = of.children(inside)
      for (let at = Math.min(children.length, MOST.nodes) - 1; at >= 0; at--) stack.push(children[at]!)
    }
  }
  return unread
}
