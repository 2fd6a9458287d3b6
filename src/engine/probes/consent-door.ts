/** What leads back to the choice about consent: a link at the foot of the page, a button that floats in a corner. */
import { clean } from '../../lib/clean.ts'
import { sameParty } from '../../lib/domain.ts'
import type { ConsentStep } from '../../model/evidence-consent.ts'
import { doorKind, type DoorKind } from '../reading/consent-words.ts'
import { withParts } from './in-page.ts'
import { domOf } from './page-dom.ts'
import type { VisitedPage } from './visited-page.ts'

const READ_MS = 3_000

type Door = {
  readonly kind: DoorKind
  readonly step: ConsentStep
  readonly at: { readonly x: number; readonly y: number }
}
type ReadDoor = {
  readonly text: string
  readonly href: string | null
  /** Of its id and class: that it is about cookies. */
  readonly named: boolean
  /** It floats, and no words say what it is for. */
  readonly mute: boolean
}

/**
 * The first that leads to the choice itself, else (unless told not to) to a page about cookies, with where it is after
 * it was brought into view; or whether something floats there without words.
 */
export async function doorOn(page: VisitedPage, pages: boolean): Promise<Door | { readonly mute: boolean }> {
  const top = page.document.frame
  const read = await page.evaluate(top, doorReader, undefined, READ_MS)
  const doors = read.flatMap(({ text, href, named, mute }, index) => {
    const kind = doorKind(text) ?? (named && (mute || text === '') ? 'choice' : undefined)
    return kind && staysHere(href, page.host) ? [{ kind, text, index }] : []
  })
  const inOrder = [
    ...doors.filter(({ kind }) => kind === 'choice'),
    ...doors.filter(({ kind }) => pages && kind === 'page'),
  ]
  for (const { kind, text, index } of inOrder.slice(0, 4)) {
    const at = await page.evaluate(top, bringDoor, index, READ_MS)
    if (at) return { kind, step: { text: clean(text, 60), kind: 'door' }, at }
  }
  return { mute: read.some(({ mute, named }) => mute && !named) }
}

/** Whether a link leads to the site itself. */
const staysHere = (href: string | null, host: string): boolean => {
  const url = href === null ? null : URL.parse(href)
  return (
    url === null || url.protocol === 'javascript:' || (/^https?:$/.test(url.protocol) && sameParty(url.hostname, host))
  )
}

const PARTS = { domOf }
type Kept = typeof globalThis & { leidraadDoors?: Element[] }

/** Runs in the page; what may be a door stays there under its number. */
function readDoors({ domOf }: typeof PARTS): ReadDoor[] {
  const { of, attribute, squeeze, around, label, absolute } = domOf()
  const MOST = { nodes: 60_000, doors: 60 }
  const ABOUT = /cookie|toestemming|consent|privacy/i
  const NAMED = /cookie|consent|\bcmp\b|gdpr|revisit|onetrust|ot-sdk|didomi|cky-|usercentrics|iubenda/i
  const doors: Element[] = []
  const found: ReadDoor[] = []
  const root = of.root(document)
  const stack: Node[] = root ? [root] : []
  const inForm = (element: Element) => {
    for (let at: Element | null = element; at; at = around(at)) if (of.tag(at) === 'form') return true
    return false
  }
  const floats = (element: Element) => {
    for (let at: Element | null = element, up = 0; at && up < 4; at = around(at), up++)
      if (getComputedStyle(at).position === 'fixed') return true
    return false
  }
  const look = (element: Element) => {
    const tag = of.tag(element)
    const role = attribute(element, 'role', 20)
    if (tag !== 'a' && tag !== 'button' && role !== 'button' && attribute(element, 'onclick', 1) === null) return
    const { width, height } = Element.prototype.getBoundingClientRect.call(element)
    if (width < 2 || height < 2 || inForm(element)) return
    const title = squeeze(attribute(element, 'title', 200) ?? '', 100)
    const text = squeeze(of.text(element) ?? '', 100) || label(element, 100) || title
    const called = `${attribute(element, 'id', 100) ?? ''} ${attribute(element, 'class', 200) ?? ''}`
    const said = `${text} ${label(element, 100)} ${title}`
    const mute = text.length < 2 && width < 120 && height < 120 && floats(element)
    if (!ABOUT.test(said) && !mute) return
    const href = tag === 'a' ? attribute(element, 'href') : null
    doors.push(element)
    const spoken = ABOUT.test(text) ? text : `${label(element, 100) || title || text}`
    found.push({ text: spoken, href: href === null ? null : absolute(href), named: NAMED.test(called), mute })
  }
  for (let count = 0; stack.length > 0 && count < MOST.nodes && found.length < MOST.doors; count++) {
    const node = stack.pop()!
    if (node instanceof Element) look(node)
    const shadow = node instanceof Element ? of.shadow(node) : null
    for (const inside of shadow ? [node, shadow] : [node]) {
      const children = of.children(inside)
      for (let at = Math.min(children.length, 5_000) - 1; at >= 0; at--) stack.push(children[at]!)
    }
  }
  ;(globalThis as Kept).leidraadDoors = doors
  return found
}

const doorReader = withParts(readDoors, PARTS)

/** Runs in the page: brings it into view; where its middle is, or null when something else lies there. */
function bringDoor(index: number): { x: number; y: number } | null {
  const door = (globalThis as Kept).leidraadDoors?.[index]
  if (!door) return null
  Element.prototype.scrollIntoView.call(door, { block: 'center', behavior: 'instant' })
  const { left, top, width, height } = Element.prototype.getBoundingClientRect.call(door)
  const [x, y] = [left + width / 2, top + height / 2]
  let hit = Document.prototype.elementFromPoint.call(document, x, y)
  for (let deep = 0; hit?.shadowRoot && deep < 5; deep++) {
    const further = hit.shadowRoot.elementFromPoint(x, y)
    if (!further || further === hit) break
    hit = further
  }
  return hit && (hit === door || Node.prototype.contains.call(door, hit)) ? { x, y } : null
}
