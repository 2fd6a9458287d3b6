/**
 * What a page is made of: its kinds of elements, without its texts. Of pages made after one template it is the same, so
 * that what costs most is looked at on a few of them.
 */
import { createHash } from 'node:crypto'
import { NotSeen } from '../../../outside/not-seen.ts'
import type { VisitedPage } from './visited-page.ts'

/** Elements beyond which nothing is said. */
const ELEMENTS = 20_000
const PATIENCE = 2_000
/** Characters of style that stands in the page itself, beyond which nothing is said. */
const STYLES = 300_000
/** Pages of one shape that are looked at. */
const EACH = 2

/** Which shapes were looked at, on how many pages. */
export type Sample = {
  /** Whether enough pages of this shape were looked at. */
  enough(shape: string): boolean
  took(shape: string): void
}

/** Of each shape the first two pages are looked at: what is wrong with a template shows twice. */
export function openSample(): Sample {
  const taken = new Map<string, number>()
  return {
    enough: (shape) => (taken.get(shape) ?? 0) >= EACH,
    took: (shape) => taken.set(shape, (taken.get(shape) ?? 0) + 1),
  }
}

/**
 * The shape of a page, in hexadecimal; undefined: it has none that could be told, because there is a frame or a shadow
 * root in it, or too much.
 */
export async function shapeOf(page: VisitedPage): Promise<string | undefined> {
  try {
    const kinds = await page.evaluate(page.document.frame, kindsInPage, { most: ELEMENTS, styles: STYLES }, PATIENCE)
    return kinds === null ? undefined : createHash('sha256').update(kinds.join('\n')).digest('hex').slice(0, 32)
  } catch (error) {
    if (error instanceof NotSeen) return undefined
    throw error
  }
}

/**
 * Runs in the isolated world: every kind of element once, by what decides whether it is a barrier: its name
 * and that of what it stands in, attributes, classes, colours of its own, whether there is text in it, and whether what
 * it refers to is there; and what style the page has of itself, by which the same kinds may look otherwise.
 */
function kindsInPage({ most, styles }: { readonly most: number; readonly styles: number }): string[] | null {
  const get = (owner: object, name: string) => Object.getOwnPropertyDescriptor(owner, name)!.get!
  // Asked through the prototype: a picture with that name would else stand for the whole page.
  const root = get(Document.prototype, 'documentElement').call(document) as Element | null
  if (root === null) return null
  const walker = Document.prototype.createTreeWalker.call(document, root, NodeFilter.SHOW_ELEMENT)
  const kinds = new Set<string>()
  const ids = new Set<string>()
  const [nameOf, shadowOf] = [get(Element.prototype, 'localName'), get(Element.prototype, 'shadowRoot')]
  const [first, next] = [get(Node.prototype, 'firstChild'), get(Node.prototype, 'nextSibling')]
  const kindOf = get(Node.prototype, 'nodeType')
  const dataOf = get(CharacterData.prototype, 'data')
  const above = get(Node.prototype, 'parentElement')
  const value = (element: Element, name: string, whole = false) => {
    const text = (Element.prototype.getAttribute.call(element, name) ?? '').slice(0, 300)
    return whole ? text : text.replace(/\d+/g, '#')
  }
  /** Whether every name that it gives is that of something. */
  const leads = (element: Element, name: string) =>
    value(element, name, true)
      .split(/\s+/)
      .every((id) => id === '' || Document.prototype.getElementById.call(document, id) !== null)
  /** Whether a text stands in it itself: that of what is in it is told there. */
  const speaks = (element: Element) => {
    let child = first.call(element) as Node | null
    for (let at = 0; child && at < 50; at++, child = next.call(child) as Node | null)
      if (kindOf.call(child) === Node.TEXT_NODE && (dataOf.call(child) as string).slice(0, 2_000).trim() !== '')
        return true
    return false
  }
  /** Rules that stand in the page or that a script put in, in their order; null: too much, or out of sight. */
  const ownStyle = (): string | null => {
    const [hrefOf, rulesOf] = [get(StyleSheet.prototype, 'href'), get(CSSStyleSheet.prototype, 'cssRules')]
    const textOf = get(CSSRule.prototype, 'cssText')
    const sheets = [get(Document.prototype, 'styleSheets'), get(Document.prototype, 'adoptedStyleSheets')]
    let text = ''
    for (const sheet of sheets.flatMap((all) => [...(all.call(document) as Iterable<CSSStyleSheet>)])) {
      const href = hrefOf.call(sheet) as string | null
      if (href !== null && /^(?:data|blob):/i.test(href)) return null
      // That of a file is known by its address.
      if (href !== null) continue
      for (const rule of rulesOf.call(sheet) as CSSRuleList) {
        text += `${textOf.call(rule) as string}\n`
        if (text.length > styles) return null
      }
    }
    return text
  }
  const style = ownStyle()
  if (style === null) return null
  kinds.add(`style ${style}`)
  let count = 0
  for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) {
    if (++count > most || kinds.size > 3_000) return null
    const element = node as Element
    const name = nameOf.call(element) as string
    if (name === 'iframe' || name === 'frame' || name === 'object' || shadowOf.call(element)) return null
    const parent = above.call(element) as Element | null
    const id = value(element, 'id', true)
    // Two of one name are not a kind of their own, but they are a barrier.
    if (id !== '' && ids.has(id)) kinds.add(`twice ${name}`)
    ids.add(id)
    const attributes = Element.prototype.getAttributeNames
      .call(element)
      .slice(0, 50)
      .map((each) => {
        const told = each.slice(0, 60).replace(/\d+/g, '#')
        if (/^(?:class|role|type|style|media|lang|tabindex|aria-(?:hidden|live|expanded|level))$/.test(each))
          return `${told}=${value(element, each)}`
        if (each === 'href' && name === 'link') return `${told}=${value(element, each, true)}`
        if (/^(?:for|headers|aria-(?:labelledby|describedby|controls|owns))$/.test(each))
          return `${told}${leads(element, each) ? '' : ' to nothing'}`
        // An empty name and none are two things, and so are a link and an anchor.
        return value(element, each).trim() === '' ? `${told}=` : told
      })
    kinds.add(
      `${parent ? nameOf.call(parent) : ''} ${name}${speaks(element) ? '+' : ''} ${attributes.toSorted().join(' ')}`,
    )
  }
  return [...kinds].toSorted()
}
