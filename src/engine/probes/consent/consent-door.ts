/** What leads back to the choice about consent: a link at the foot of the page, a button that floats in a corner. */
import { clean } from '../../../lib/clean.ts'
import { sameParty } from '../../../lib/domain.ts'
import type { ConsentStep } from '../../../model/evidence-consent.ts'
import { doorKind, speaksOfChoice, type DoorKind } from '../../reading/consent-words.ts'
import { leadsToPrivacy } from '../../reading/privacy-link.ts'
import { withParts } from '../page/in-page.ts'
import { domOf } from '../page/page-dom.ts'
import type { VisitedPage } from '../page/visited-page.ts'

const READ_MS = 3_000

type Door = {
  /** `privacy`: a statement about personal data, in which the choice may be. */
  readonly kind: DoorKind | 'privacy'
  readonly href: string | null
  readonly step: ConsentStep
  readonly at: { readonly x: number; readonly y: number }
}
/** `maybe`: something there may lead to the choice, and we cannot press it. */
type NoDoor = { readonly mute: boolean; readonly maybe: boolean }
type ReadDoor = {
  readonly text: string
  readonly href: string | null
  /** Of its id and class: that it is about cookies. */
  readonly named: boolean
  /** It floats, and no words say what it is for. */
  readonly mute: boolean
  /** It stands at the foot or floats, and may be about the choice by its words. */
  readonly vague: boolean
  /** It is not drawn, or stands in a form, where a press may send something. */
  readonly barred: boolean
}
const ORDER = ['choice', 'page', 'privacy'] as const

/**
 * The first that leads to the choice itself, else to a page about cookies, else to a privacy statement, with where it
 * is after it was brought into view; or whether something floats there without words, or may lead there and is shut.
 * `opened`: addresses that were tried.
 */
export async function doorOn(page: VisitedPage, opened: ReadonlySet<string>): Promise<Door | NoDoor> {
  const top = page.document.frame
  const read = await page.evaluate(top, doorReader, undefined, READ_MS)
  const here = withoutHash(page.document.current()?.url ?? '')
  // What stands behind so many was not read.
  let maybe = read.length >= 200
  type Numbered = Pick<Door, 'kind' | 'href'> & { readonly text: string; readonly index: number }
  const doors = read.flatMap(({ text, href, named, mute, vague, barred }, index): Numbered[] => {
    const said = doorKind(text) ?? (named && (mute || text === '') ? 'choice' : undefined)
    const kind = said ?? (href !== null && leadsToPrivacy({ href, text }) ? 'privacy' : undefined)
    // Where it stands one looks for it: that nothing leads back is not said beside words that we do not know.
    if (!kind) maybe ||= vague
    if (!kind) return []
    const stays = staysHere(href, page.host)
    // A choice that is asked elsewhere, or of a file, may be one.
    if (barred || !stays || /\.(?:pdf|docx?)(?:$|[?#])/i.test(href ?? '')) {
      maybe ||= stays || kind === 'choice'
      return []
    }
    const to = withoutHash(href ?? '')
    if (kind !== 'choice' && (opened.has(to) || to === here)) return []
    return [{ kind, text, href, index }]
  })
  const inOrder = ORDER.flatMap((wanted) => doors.filter(({ kind }) => kind === wanted))
  for (const { kind, text, href, index } of inOrder.slice(0, 4)) {
    const at = await page.evaluate(top, bringDoor, index, READ_MS)
    if (at) return { kind, href: href && withoutHash(href), step: { text: clean(text, 60), kind: 'door' }, at }
  }
  return { mute: read.some(({ mute, named }) => mute && !named), maybe: maybe || inOrder.length > 0 }
}

const withoutHash = (url: string): string => url.replace(/#.*$/, '')

/**
 * Whether the choice may stand in the page itself, where we do not look for a question: it speaks of changing it, or,
 * on a page that was opened to find it (`opened`), has boxes, rounds or switches.
 */
export async function mayChooseOn(page: VisitedPage, opened: boolean): Promise<boolean> {
  const { text, switches } = await page.evaluate(page.document.frame, choiceReader, undefined, READ_MS)
  return speaksOfChoice(text.replace(/\s+/g, ' ')) || (opened && switches)
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
  const MOST = { nodes: 60_000, doors: 200, foot: 600 }
  const CHOICE = /cookie|koekje|🍪|toestemming|consent|keuze|voorkeur|tracking/i
  const MORE = /privacy|gegevens|\bavg\b|\bdata\b|alsnog|opnieuw|do not sell/i
  const about = (words: string) => CHOICE.test(words) || MORE.test(words)
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
  const end = root ? Element.prototype.getBoundingClientRect.call(root).bottom - MOST.foot : 0
  const atFoot = (element: Element, top: number) => {
    if (top > end) return true
    for (let at: Element | null = element; at; at = around(at))
      if (of.tag(at) === 'footer' || attribute(at, 'role', 20) === 'contentinfo') return true
    return false
  }
  const look = (element: Element) => {
    const tag = of.tag(element)
    const role = attribute(element, 'role', 20)
    if (tag !== 'a' && tag !== 'button' && role !== 'button' && attribute(element, 'onclick', 1) === null) return
    const { width, height, top } = Element.prototype.getBoundingClientRect.call(element)
    const barred = width < 2 || height < 2 || inForm(element)
    const title = squeeze(attribute(element, 'title', 200) ?? '', 100)
    const text = squeeze(of.text(element) ?? '', 100) || label(element, 100) || title
    const called = `${attribute(element, 'id', 100) ?? ''} ${attribute(element, 'class', 200) ?? ''}`
    const said = `${text} ${label(element, 100)} ${title}`
    const mute = !barred && !/[\p{L}\p{N}]{2}/u.test(text) && width < 120 && height < 120 && floats(element)
    const href = tag === 'a' ? attribute(element, 'href') : null
    const all = `${said} ${href ?? ''}`
    if (!about(all) && !mute) return
    doors.push(element)
    const spoken = about(text) ? text : `${label(element, 100) || title || text}`
    const vague = CHOICE.test(all) && (atFoot(element, top) || floats(element))
    const to = href === null ? null : absolute(href)
    found.push({ text: spoken, href: to, named: NAMED.test(called), mute, vague, barred })
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

/** Runs in the page: its words as they are written, and whether there is something to choose with. */
function readChoice({ domOf }: typeof PARTS): { text: string; switches: boolean } {
  const { of, attribute } = domOf()
  const MOST = { nodes: 60_000, text: 60_000 }
  let [text, switches] = ['', false]
  const root = of.root(document)
  const stack: Node[] = root ? [root] : []
  for (let count = 0; stack.length > 0 && count < MOST.nodes && text.length < MOST.text; count++) {
    const node = stack.pop()!
    if (of.kind(node) === 3) text += ` ${of.data(node).slice(0, 5_000)}`
    const tag = node instanceof Element ? of.tag(node) : ''
    if (/^(?:script|style|noscript|template)$/.test(tag)) continue
    if (tag === 'input' && /^(?:checkbox|radio)$/i.test(attribute(node as Element, 'type', 20) ?? '')) switches = true
    const role = node instanceof Element ? (attribute(node, 'role', 20) ?? '') : ''
    if (/^(?:switch|checkbox|radio)$/i.test(role) || tag === 'select') switches = true
    const shadow = node instanceof Element ? of.shadow(node) : null
    for (const inside of shadow ? [node, shadow] : [node]) {
      const children = of.children(inside)
      for (let at = Math.min(children.length, 5_000) - 1; at >= 0; at--) stack.push(children[at]!)
    }
  }
  return { text, switches }
}

const choiceReader = withParts(readChoice, PARTS)

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
