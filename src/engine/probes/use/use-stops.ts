/** The places where the keyboard stops, and how each looks: what is kept of them in our world of the page. */
import { withPartsAnd } from '../page/in-page.ts'
import { domOf } from '../page/page-dom.ts'
import { traitsOf } from '../page/page-traits.ts'
import { tellerOf, type Raw } from './use-spots.ts'

const PARTS = { domOf, traitsOf, tellerOf }

export type Ask =
  /** Finds the places; gives how many there are. */
  | { readonly do: 'find' }
  /** Where the keyboard is. */
  | { readonly do: 'where' }
  /** Puts it on a place, or takes it away. */
  | { readonly do: 'go'; readonly at: number }
  | { readonly do: 'leave' }
  | { readonly do: 'hide' | 'show'; readonly at: number }
  | { readonly do: 'tell'; readonly at: number; readonly said: string }

export type Where = {
  /** Number of places, of those that only a picture or colour draws, and of those with a tabindex above zero. */
  readonly places: number
  readonly drawn: readonly number[]
  readonly ordered: readonly number[]
  /** The place where the keyboard is; -1: on none of these. */
  readonly at: number
  /** Whether it is in a frame, of which we do not see the inside; in a window that keeps it by design. */
  readonly frame: boolean
  readonly modal: boolean
  /** Whether style draws the place otherwise than when it has not the keyboard; a field of text shows a caret. */
  readonly changed: boolean
  readonly caret: boolean
  /** On the page, in CSS pixels. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  readonly told: Raw | null
}

/** Runs in the page. */
function stops({ domOf, traitsOf, tellerOf }: typeof PARTS, ask: Ask): Where {
  const MOST = 1_000
  const here = globalThis as unknown as { leidraadStops?: { all: Element[]; looks: string[]; drawn: number[] } }
  const dom = domOf()
  const { of, attribute, around, getter } = dom
  const active = {
    page: getter<Element | null>(Document.prototype, 'activeElement'),
    shadow: getter<Element | null>(ShadowRoot.prototype, 'activeElement'),
  }
  const style = getter<CSSStyleDeclaration>(HTMLElement.prototype, 'style')
  const LOOK = [
    'outline-style',
    'outline-width',
    'outline-color',

    'box-shadow',
    'background-color',
    'background-image',
    'color',
    'border-top',
    'border-right',
    'border-bottom',
    'border-left',
    'text-decoration-line',
    'text-decoration-color',
    'text-decoration-thickness',
    'font-weight',
    'transform',
    'opacity',
    'filter',
    'clip-path',
    'left',
    'top',
    'width',
    'height',
    'visibility',
    'display',
    'fill',
    'stroke',
  ]
  const lookOf = (element: Element) => {
    const inside = Element.prototype.querySelectorAll.call(element, '*')
    const next = getter<Element | null>(Element.prototype, 'nextElementSibling')(element)
    const near = [
      element,
      around(element),
      next,
      ...Array.from({ length: Math.min(inside.length, 6) }, (_, at) => inside[at]!),
    ]
    return near
      .flatMap((one) =>
        one
          ? [null, '::before', '::after'].map((part) => {
              const told = getComputedStyle(one, part)
              if (part && (told.content === 'none' || told.content === 'normal')) return ''
              return (
                LOOK.map((name) =>
                  name.startsWith('outline') && told.outlineStyle === 'none' ? '' : told.getPropertyValue(name),
                ).join(';') + (part ? told.content : '')
              )
            })
          : [],
      )
      .join('\n')
  }
  const visible = (element: Element) => Element.prototype.checkVisibility.call(element, { visibilityProperty: true })
  const boxOf = (element: Element) => {
    const { left, top, width, height } = Element.prototype.getBoundingClientRect.call(element)
    return { x: left + window.scrollX, y: top + window.scrollY, width, height }
  }
  const shut = (element: Element) => {
    for (let at: Element | null = element, steps = 0; at && steps < 500; at = around(at), steps++) {
      if (attribute(at, 'inert') !== null) return true
      if (of.tag(at) === 'details' && attribute(at, 'open') === null) {
        const first = Element.prototype.querySelector.call(at, ':scope > summary')
        if (!first || !Node.prototype.contains.call(first, element)) return true
      }
    }
    return false
  }
  const find = () => {
    const found = Document.prototype.querySelectorAll.call(
      document,
      'a[href], area[href], button, input, select, textarea, summary, iframe, [tabindex], [contenteditable]',
    )
    const groups = new Set<string>()
    const all: Element[] = []
    for (let at = 0; at < found.length && at < 20_000 && all.length < MOST; at++) {
      const one = found[at]!
      const [tag, type] = [of.tag(one), (attribute(one, 'type', 20) ?? '').toLowerCase()]
      if (Number(attribute(one, 'tabindex', 10) ?? 0) < 0 || Element.prototype.matches.call(one, ':disabled')) continue
      if ((tag === 'input' && type === 'hidden') || attribute(one, 'contenteditable', 10) === 'false') continue
      if (!visible(one) || shut(one)) continue
      // Of buttons of which one is chosen the keyboard stops at one.
      if (tag === 'input' && type === 'radio') {
        const group = attribute(one, 'name', 100) ?? ''
        if (group && groups.has(group)) continue
        groups.add(group)
      }
      all.push(one)
    }
    // What has no words and no picture of its own is drawn by style alone.
    const drawn = all.flatMap((one, at) => {
      if (/^(?:input|select|textarea|iframe|area|summary)$/.test(of.tag(one))) return []
      const { width, height } = boxOf(one)
      if (width < 8 || height < 8 || width > 400 || height > 200) return []
      if (Element.prototype.querySelector.call(one, 'img, svg, canvas, video, object, iframe, picture, input'))
        return []
      const words = getter<string>(HTMLElement.prototype, 'innerText')
      return one instanceof HTMLElement && words(one).slice(0, 1_000).trim() === '' ? [at] : []
    })
    here.leidraadStops = { all, looks: all.slice(0, 150).map(lookOf), drawn }
  }
  if (ask.do === 'find' || !here.leidraadStops) find()
  const { all, looks, drawn } = here.leidraadStops!
  const deepest = () => {
    let at = active.page(document)
    for (let steps = 0; at && steps < 20; steps++) {
      const shadow = of.shadow(at)
      const within = shadow ? active.shadow(shadow) : null
      if (!within) break
      at = within
    }
    return at
  }
  const asked = 'at' in ask ? all[ask.at] : undefined
  const hold = (element: Element | undefined, how: string | null) => {
    if (!(element instanceof HTMLElement)) return
    if (how === null) style(element).removeProperty('visibility')
    else style(element).setProperty('visibility', how, 'important')
  }
  if (ask.do === 'go' && asked instanceof HTMLElement) HTMLElement.prototype.focus.call(asked)
  if (ask.do === 'leave') {
    const one = deepest()
    if (one instanceof HTMLElement) HTMLElement.prototype.blur.call(one)
  }
  if (ask.do === 'hide') {
    if (asked) Element.prototype.scrollIntoView.call(asked, { block: 'center', behavior: 'instant' })
    hold(asked, 'hidden')
  }
  if (ask.do === 'show') {
    if (asked) Element.prototype.scrollIntoView.call(asked, { block: 'center', behavior: 'instant' })
    hold(asked, null)
  }
  const now = ask.do === 'where' || ask.do === 'go' || ask.do === 'leave' ? deepest() : (asked ?? null)
  let at = now ? all.indexOf(now) : -1
  // Within a place of the page's own making the keyboard is at that place.
  for (let one = now; at < 0 && one; one = around(one)) at = of.shadow(one) ? all.indexOf(one) : -1
  const tag = now ? of.tag(now) : ''
  const type = now ? (attribute(now, 'type', 20) ?? 'text').toLowerCase() : ''
  const none = now === null || tag === 'body' || tag === 'html'
  const tell = tellerOf(dom, traitsOf(dom))
  return {
    places: all.length,
    drawn,
    ordered: all.flatMap((one, place) => (Number(attribute(one, 'tabindex', 10) ?? 0) > 0 ? [place] : [])),
    at: none ? -1 : at < 0 ? MOST : at,
    frame: tag === 'iframe',
    modal:
      now !== null &&
      Element.prototype.closest.call(now, 'dialog, [aria-modal="true"], [role="dialog"], [role="alertdialog"]') !==
        null,
    changed: now !== null && ask.do === 'where' && at >= 0 && at < looks.length && lookOf(now) !== looks[at],
    caret:
      tag === 'textarea' ||
      (tag === 'input' && !/^(?:button|submit|reset|checkbox|radio|image|range|color|file)$/.test(type)) ||
      (now !== null && attribute(now, 'contenteditable', 10) !== null),
    box: now && !none ? boxOf(now) : { x: 0, y: 0, width: 0, height: 0 },
    told: ask.do === 'tell' && asked ? tell(asked, ask.said) : null,
  }
}

export const stopsInPage = withPartsAnd(stops, PARTS)
