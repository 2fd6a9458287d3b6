/** What may ask for consent and is not read as a question: among the words, or in what nobody can look into. */
import { NotSeen } from '../../../outside/not-seen.ts'
import { controlKind } from '../../reading/consent-words.ts'
import { hitsIn } from '../page/hits.ts'
import { withParts } from '../page/in-page.ts'
import { domOf } from '../page/page-dom.ts'
import type { VisitedPage } from '../page/visited-page.ts'

const PARTS = { domOf, hitsIn }
const READ_MS = 3_000

type Read = {
  /** What is written on each control that stands in a box that speaks of consent. */
  readonly said: readonly string[]
  /** Of 25 places of the window, at how many an element lies that shows something and lets nobody look into it. */
  readonly closed: number
}

/** Runs in the page, so it refers to nothing but what it is handed. */
function readPerhaps({ domOf, hitsIn }: typeof PARTS): Read {
  const dom = domOf()
  const { of, attribute, squeeze, around, label, getter } = dom
  const { topAt } = hitsIn(dom)
  const MOST = { nodes: 60_000, controls: 400, up: 6, box: 2_000, words: 60 }
  const ABOUT = /cookie|toestemming|consent|tracking|\bprivacy\b|\bpartners\b/i
  // Who asks before a film or a map asks for that, and not for the site.
  const EMBED =
    /video|film|afspelen|\bplay\b|\b(?:land|platte)?kaart|\bmaps?\b|inhoud|content|formulier|nieuwsbrief|newsletter/i
  const NAMED = /cookie|consent|\bcmp\b|gdpr|\bavg\b/i
  const FIELDS = 'textarea, input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=hidden])'
  const inner = getter<string>(HTMLElement.prototype, 'innerText')
  const words = (element: Element, most: number) =>
    squeeze((element instanceof HTMLElement ? inner(element) : of.text(element)) ?? '', most)
  const visible = (element: Element) => {
    if (!Element.prototype.checkVisibility.call(element, { visibilityProperty: true, opacityProperty: true }))
      return false
    const { width, height } = Element.prototype.getBoundingClientRect.call(element)
    return width > 1 && height > 1
  }
  const isControl = (element: Element) =>
    /^(?:button|a)$/.test(of.tag(element)) ||
    /^(?:button|link)$/i.test(attribute(element, 'role', 20) ?? '') ||
    (of.tag(element) === 'input' && /^(?:button|submit)$/i.test(attribute(element, 'type', 20) ?? ''))

  const said: string[] = []
  const asksAround = (control: Element, own: string): boolean => {
    for (let at = around(control), up = 0; at && up < MOST.up; at = around(at), up++) {
      if (/^(?:body|html|main|footer|nav)$/.test(of.tag(at))) return false
      const text = words(at, MOST.box)
      if (text.length >= MOST.box) return false
      if (text.length > own.length + 20 && ABOUT.test(text))
        // Where something is written, something is sent: a sign-in, a newsletter.
        return !EMBED.test(text) && !Element.prototype.querySelector.call(at, FIELDS)
    }
    return false
  }
  const root = of.root(document)
  const stack: Node[] = root ? [root] : []
  let controls = 0
  for (let count = 0; stack.length > 0 && count < MOST.nodes && controls < MOST.controls; count++) {
    const node = stack.pop()!
    if (node instanceof Element && isControl(node) && visible(node)) {
      controls++
      const own = label(node, 200) || words(node, 200) || (attribute(node, 'value', 200) ?? '')
      if (own !== '' && own.length <= MOST.words && asksAround(node, own)) said.push(own)
    }
    const inside = node instanceof Element ? of.shadow(node) : null
    for (const children of [of.children(node), ...(inside ? [of.children(inside)] : [])])
      for (let at = Math.min(children.length, 5_000) - 1; at >= 0; at--) stack.push(children[at]!)
  }

  /** An element that somebody made up, or that is named so, shows something, and has nothing in it that can be read. */
  const isClosed = (element: Element | null): boolean => {
    if (!element || of.shadow(element) || of.children(element).length > 0) return false
    const name = `${of.tag(element)} ${attribute(element, 'id', 200) ?? ''} ${attribute(element, 'class', 400) ?? ''}`
    return of.tag(element).includes('-') || (of.tag(element) === 'div' && NAMED.test(name))
  }
  const PLACES = [0.1, 0.3, 0.5, 0.7, 0.9]
  const closed = PLACES.flatMap((x) =>
    PLACES.filter((y) => isClosed(topAt(x * window.innerWidth, y * window.innerHeight))),
  ).length
  return { said, closed }
}

export const perhapsReader = withParts(readPerhaps, PARTS)

/** A bar over the whole width lies at five places, a window in the middle at as many or more. */
const PLACES_OF_A_BAR = 3

/** Whether the page may ask for consent in a way that is not read as a question. A page that cannot be asked may. */
export async function perhapsAsked(page: VisitedPage): Promise<boolean> {
  try {
    const { said, closed } = await page.evaluate(page.document.frame, perhapsReader, undefined, READ_MS)
    return closed >= PLACES_OF_A_BAR || said.some((text) => /^(?:accept|reject)$/.test(controlKind(text)))
  } catch (error) {
    if (!(error instanceof NotSeen)) throw error
    return true
  }
}
