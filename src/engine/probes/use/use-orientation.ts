/**
 * Whether a page keeps to one way of holding a screen (WCAG 1.3.4): turned, its text lies on its side, or makes way for
 * a request to turn the screen back. Runs in the page, in our own world of it, first in a window that lies and then in
 * one that stands.
 */
import { withPartsAnd } from '../page/in-page.ts'
import { domOf } from '../page/page-dom.ts'
import { traitsOf } from '../page/page-traits.ts'
import { tellerOf, type RawTried } from './use-spots.ts'

const PARTS = { domOf, traitsOf, tellerOf }

/** `lying`: remembers how each text stands, and gives nothing; `upright`: tells what turned since. */
function orientation({ domOf, traitsOf, tellerOf }: typeof PARTS, step: 'lying' | 'upright'): RawTried | null {
  const MOST = 2_000
  const THING = '(?:toestel|apparaat|scherm|telefoon|tablet|mobiel(?:tje)?|device|phone|screen)'
  const TURN = '(?:draai|kantel|roteer|gebruik|houd|rotate|turn|flip|use|hold)'
  const REQUEST = new RegExp(String.raw`\b${TURN}\b.{0,40}\b${THING}\b`, 'i')
  const HELD =
    /\b(?:draai|kantel|roteer|rotate|turn|flip|dwars|rechtop|liggende?|staande?|landscape|portrait|sideways|upright)\b/i
  type Stood = { readonly angles: Map<Element, number>; readonly request: Element | null }
  const here = globalThis as unknown as { leidraadStood?: Stood }
  const dom = domOf()
  const { of, around } = dom
  const visible = (element: Element) => {
    if (!Element.prototype.checkVisibility.call(element, { visibilityProperty: true, opacityProperty: true }))
      return false
    const { width, height } = Element.prototype.getBoundingClientRect.call(element)
    return width > 1 && height > 1
  }

  /** Degrees that an element is turned by its own style, in the plane of the screen. */
  const ownAngle = (element: Element): number => {
    const { transform, rotate, display } = getComputedStyle(element)
    // Neither does anything to a box in a line of text.
    if (display === 'inline' || display === 'contents') return 0
    const [, ...parts] = /^matrix(?:3d)?\((-?[\d.e-]+), (-?[\d.e-]+)/.exec(transform) ?? []
    const turned = parts.length === 2 ? (Math.atan2(Number(parts[1]), Number(parts[0])) * 180) / Math.PI : 0
    return turned + Number(/^(?:z )?(-?[\d.]+)deg$/.exec(rotate)?.[1] ?? 0)
  }
  const known = new Map<Element, number>()
  const angleOf = (element: Element): number => {
    const way: Element[] = []
    let sum = 0
    for (let at: Element | null = element; at && way.length < 200; at = around(at)) {
      const before = known.get(at)
      if (before !== undefined) {
        sum = before
        break
      }
      way.push(at)
    }
    for (const at of way.toReversed()) {
      sum += ownAngle(at)
      known.set(at, sum)
    }
    return sum
  }
  /** Whether it stands in a box that lies over the middle and most of the window. */
  const covers = (element: Element): boolean => {
    for (let at: Element | null = element, steps = 0; at && steps < 20; at = around(at), steps++) {
      if (of.tag(at) === 'body' || of.tag(at) === 'html') return false
      const { width, height } = Element.prototype.getBoundingClientRect.call(at)
      if (width < window.innerWidth * 0.9 || height < window.innerHeight * 0.7) continue
      const met = Document.prototype.elementFromPoint.call(document, window.innerWidth / 2, window.innerHeight / 2)
      return met instanceof Element && Node.prototype.contains.call(at, met)
    }
    return false
  }

  const angles = new Map<Element, number>()
  let request: Element | null = null
  const walker = Document.prototype.createTreeWalker.call(document, document, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node && angles.size < MOST; node = walker.nextNode()) {
    const words = node instanceof Text ? of.data(node).slice(0, 300).trim() : ''
    const element = words === '' ? null : around(node)
    if (!element || angles.has(element) || !visible(element)) continue
    angles.set(element, angleOf(element))
    if (REQUEST.test(words) && HELD.test(words) && covers(element)) request ??= element
  }
  const before = here.leidraadStood
  here.leidraadStood = { angles, request }
  if (step === 'lying' || !before) return null

  const both = [...angles].flatMap(([element, now]) => {
    const then = before.angles.get(element)
    return then === undefined ? [] : [{ element, by: Math.abs(now - then) % 180 }]
  })
  // A quarter turn, as ACT rule b33eff has it; one word along the edge is no page that keeps to one way.
  const aside = both.filter(({ by }) => by > 80 && by < 100).map(({ element }) => element)
  const turned = aside.length * 2 > both.length ? aside : []
  // In one of both ways alone: what says it always is a help and no lock.
  const asked = [before.request, request].filter((one) => one !== null)
  const found = [...(asked.length === 1 ? asked : []), ...turned]
  const tell = tellerOf(dom, traitsOf(dom))
  return {
    looked: new Set([...angles.keys(), ...before.angles.keys()]).size,
    count: found.length,
    raw: found.slice(0, 200).map((element) => tell(element)),
  }
}

export const orientationInPage = withPartsAnd(orientation, PARTS)
