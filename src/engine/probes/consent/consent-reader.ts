/** Where a document asks for consent: what lies over the page and speaks of it, with what one can press in it. */
import { unreadIn } from './consent-unread.ts'
import { hitsIn } from '../page/hits.ts'
import { withParts } from '../page/in-page.ts'
import { domOf } from '../page/page-dom.ts'

export type ReadControl = {
  readonly text: string
  readonly selector: string
  /** Its middle, in pixels from the corner of the document's window. */
  readonly at: { readonly x: number; readonly y: number }
  readonly width: number
  readonly height: number
  readonly letters: number
  readonly colour: string
  /** The colours behind it from the front to the first that hides all; null: a picture among them. */
  readonly behind: readonly string[] | null
  readonly drawn: boolean
  readonly leaves: boolean
  /** Its own surface, and the colours behind what it stands in; null: a picture. */
  readonly ground: string | null
  readonly around: readonly string[] | null
}
export type ReadBox = {
  readonly label: string
  readonly ticked: boolean
  readonly fixed: boolean
  readonly at: { readonly x: number; readonly y: number } | null
}
export type ReadAsked = {
  readonly text: string
  readonly selector: string
  readonly blocks: number
  readonly controls: readonly ReadControl[]
  readonly boxes: readonly ReadBox[]
  readonly unread: number
}

const PARTS = { domOf, hitsIn, unreadIn }

/** Runs in the page, so it refers to nothing but what it is handed. */
function readAsked({ domOf, hitsIn, unreadIn }: typeof PARTS): ReadAsked[] {
  const dom = domOf()
  const { of, attribute, squeeze, around, path, label, alpha, getter, absolute } = dom
  const { isIn, topAt, blocks } = hitsIn(dom)
  const MOST = { nodes: 60_000, controls: 400, kept: 40, text: 2_000, asked: 5, up: 14 }
  const ABOUT = /cookie|toestemming|consent|tracking|privacy ?(?:voorkeur|instelling|setting|preference)/i
  const NAMED = /cookie|consent|\bcmp\b|gdpr|\bccm?\b|\bavg\b|onetrust|didomi|usercentrics|truste|qc-cmp|privacy-/i
  const inner = getter<string>(HTMLElement.prototype, 'innerText')
  const read = new Map<Element, string>()
  /** As it is shown; once for each, because a shell around the whole page is asked for by every link in it. */
  const words = (element: Element) => {
    const known = read.get(element)
    if (known !== undefined) return known
    const said = squeeze((element instanceof HTMLElement ? inner(element) : of.text(element)) ?? '', MOST.text)
    read.set(element, said)
    return said
  }
  const [wide, high] = [window.innerWidth, window.innerHeight]
  const boxOf = (element: Element) => Element.prototype.getBoundingClientRect.call(element)
  const inWindow = ({ left, right, top, bottom, width, height }: DOMRect) =>
    width > 1 && height > 1 && right > 0 && left < wide && bottom > 0 && top < high

  /** The middle of it, where it is what one would press; undefined: something else lies there, or it cannot be seen. */
  const middle = (element: Element) => {
    const box = boxOf(element)
    const style = getComputedStyle(element)
    if (!inWindow(box) || style.visibility !== 'visible' || style.pointerEvents === 'none') return undefined
    const x = (Math.max(box.left, 0) + Math.min(box.right, wide)) / 2
    const y = (Math.max(box.top, 0) + Math.min(box.bottom, high)) / 2
    return isIn(element, topAt(x, y)) ? { x, y } : undefined
  }
  const transparent = (element: Element) => {
    let shows = 1
    for (let at: Element | null = element; at; at = around(at)) shows *= Number(getComputedStyle(at).opacity)
    return shows < 0.1
  }
  /** Colours from this element backwards until one hides what is behind it. */
  const behindOf = (element: Element) => {
    const colours: string[] = []
    for (let at: Element | null = element; at; at = around(at)) {
      const style = getComputedStyle(at)
      if (style.backgroundImage !== 'none') return null
      if (alpha(style.backgroundColor) > 0) colours.push(style.backgroundColor.slice(0, 60))
      if (alpha(style.backgroundColor) >= 0.99) break
    }
    return colours
  }
  const isControl = (element: Element) => {
    const tag = of.tag(element)
    if (tag === 'button' || tag === 'summary') return true
    if (tag === 'a') return true
    if (tag === 'input') return /^(?:button|submit|image)$/i.test(attribute(element, 'type') ?? '')
    return /^(?:button|link)$/i.test(attribute(element, 'role') ?? '') || attribute(element, 'onclick') !== null
  }
  /** Whether it is a link to another address, as far as can be seen: what is told to open more opens it here. */
  const leaves = (element: Element) => {
    const OPENS = ['onclick', 'role', 'aria-expanded', 'aria-controls', 'aria-haspopup', 'data-toggle', 'data-target']
    const href = of.tag(element) === 'a' ? attribute(element, 'href') : null
    if (href === null || OPENS.some((name) => attribute(element, name, 1) !== null)) return false
    const to = absolute(href)
    return /^https?:/i.test(to) && to.replace(/#.*$/, '') !== of.url(document).slice(0, 2_000).replace(/#.*$/, '')
  }
  /** What has no other sign of it than the hand of the mouse; asked of little ones only, because style is dear. */
  let looked = 0
  const isHand = (element: Element) => {
    if (!/^(?:div|span|li|p)$/.test(of.tag(element)) || of.children(element).length > 3 || looked > 3_000) return false
    const outer = around(element)
    looked++
    if (!outer || getComputedStyle(element).cursor !== 'pointer') return false
    return getComputedStyle(outer).cursor !== 'pointer' && !isControl(outer)
  }
  /** Where something is written, something is sent: a sign-in, a newsletter. */
  const isField = (element: Element) => {
    const tag = of.tag(element)
    if (tag === 'textarea') return true
    // A long list of partners has a field to search in.
    if (/zoek|search|filter/i.test(`${attribute(element, 'placeholder', 100)} ${attribute(element, 'id', 100)}`))
      return false
    return tag === 'input' && /^(?:text|email|tel|password|number|)$/i.test(attribute(element, 'type') ?? '')
  }
  const isBox = (element: Element) =>
    (of.tag(element) === 'input' && /^checkbox$/i.test(attribute(element, 'type') ?? '')) ||
    /^(?:switch|checkbox)$/i.test(attribute(element, 'role') ?? '')

  const controls: Element[] = []
  const boxes: Element[] = []
  const fields: Element[] = []
  const root = of.root(document)
  const stack: Node[] = root ? [root] : []
  for (let count = 0; stack.length > 0 && count < MOST.nodes; count++) {
    const node = stack.pop()!
    if (node instanceof Element) {
      if (isBox(node)) boxes.push(node)
      else if (isField(node) && inWindow(boxOf(node))) fields.push(node)
      else if (
        controls.length < MOST.controls &&
        (isControl(node) || isHand(node)) &&
        middle(node) &&
        !transparent(node)
      )
        controls.push(node)
    }
    const inside = node instanceof Element ? (of.shadow(node) ?? node) : node
    const children = of.children(inside)
    for (let at = Math.min(children.length, 5_000) - 1; at >= 0; at--) stack.push(children[at]!)
    if (inside !== node) {
      const light = of.children(node)
      for (let at = Math.min(light.length, 500) - 1; at >= 0; at--) stack.push(light[at]!)
    }
  }

  const lies = (element: Element) => {
    const role = attribute(element, 'role') ?? ''
    if (of.tag(element) === 'dialog' || /^(?:alert)?dialog$/i.test(role)) return true
    if (attribute(element, 'aria-modal') === 'true') return true
    if (/^(?:fixed|sticky)$/.test(getComputedStyle(element).position)) return true
    const named = NAMED.test(`${attribute(element, 'id', 200) ?? ''} ${attribute(element, 'class', 400) ?? ''}`)
    // What stands among the words of the page in the place of a film asks for that film, and not for the site.
    const outer = around(element)
    return named && (outer === null || of.tag(outer) === 'body')
  }
  const whole = window.parent !== window
  /** What around a control lies over the page and speaks of consent; of a frame that may be all of it. */
  const askedAround = (control: Element): Element | undefined => {
    let found: Element | undefined
    let at = around(control)
    for (let up = 0; at && up < MOST.up; up++, at = around(at)) {
      const tag = of.tag(at)
      const page = tag === 'body' || tag === 'html' || tag === 'main'
      if (page && !whole) break
      if (lies(at) || (page && whole)) {
        const said = words(at)
        // Its own words, and not those of the button alone.
        if (ABOUT.test(said) && said.length > words(control).length + 20) found = at
        if (found && /^(?:fixed|sticky)$/.test(getComputedStyle(at).position)) break
      }
    }
    return found
  }

  const asked = new Map<Element, Element[]>()
  for (const control of controls) {
    const around = askedAround(control)
    if (!around || fields.some((field) => isIn(around, field))) continue
    const one = asked.get(around) ?? []
    one.push(control)
    asked.set(around, one)
  }
  const labelOf = (element: Element) => {
    const said = element instanceof HTMLInputElement ? element.labels?.[0] : undefined
    return (said ? words(said) : '') || label(element, 200) || squeeze(attribute(element, 'name') ?? '', 100)
  }
  return [...asked].slice(0, MOST.asked).map(([around, inIt]) => ({
    text: words(around),
    selector: path(around),
    blocks: blocks(around),
    unread: unreadIn(dom, around, new Set([...inIt.slice(0, MOST.kept), ...boxes]), isControl),
    controls: inIt.slice(0, MOST.kept).map((control) => {
      const { width, height } = boxOf(control)
      const style = getComputedStyle(control)
      const value = of.tag(control) === 'input' ? (attribute(control, 'value', 200) ?? '') : ''
      const edge = parseFloat(style.borderTopWidth) > 0 && alpha(style.borderTopColor) > 0.3
      return {
        text: label(control, 200) || words(control).slice(0, 200) || value,
        selector: path(control),
        at: middle(control)!,
        width: Math.round(width),
        height: Math.round(height),
        letters: Math.round(parseFloat(style.fontSize)),
        colour: style.color.slice(0, 60),
        behind: behindOf(control),
        ground: style.backgroundImage === 'none' ? style.backgroundColor.slice(0, 60) : null,
        around: behindOf(dom.around(control) ?? control),
        leaves: leaves(control),
        drawn: edge || alpha(style.backgroundColor) > 0.1 || style.backgroundImage !== 'none',
      }
    }),
    boxes: boxes
      .filter((box) => isIn(around, box))
      .slice(0, MOST.kept)
      .map((box) => {
        const input = box instanceof HTMLInputElement
        const said = input && box.labels?.[0] ? box.labels[0] : box
        return {
          label: labelOf(box).slice(0, 200),
          ticked: input ? box.checked : attribute(box, 'aria-checked') === 'true',
          fixed: Element.prototype.matches.call(box, ':disabled') || attribute(box, 'aria-disabled') === 'true',
          at: middle(box) ?? middle(said) ?? null,
        }
      }),
  }))
}

/** The questions for consent that a document shows now, what lies over the page or is named so; at most five. */
export const consentReader = withParts(readAsked, PARTS)
