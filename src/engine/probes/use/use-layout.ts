/**
 * What becomes of text when the page is made narrow (WCAG 1.4.10), gets more room (1.4.12) or is made twice as large
 * (1.4.4). Only text that could be read before counts, and only what is in part still there: what a narrow page folds
 * into a menu is not lost.
 */
import { withPartsAnd } from '../page/in-page.ts'
import { domOf } from '../page/page-dom.ts'
import { traitsOf } from '../page/page-traits.ts'
import { tellerOf, type Raw, type RawTried } from './use-spots.ts'

const PARTS = { domOf, traitsOf, tellerOf }

/**
 * Runs in the page. `before`: remembers in this world which texts can be read whole, and takes away what an earlier
 * step laid over the page. `spacing`: gives all text the room of WCAG 1.4.12 and tells what is cut off by it; `zoom`:
 * tells what is cut off now; `reflow`: tells lines that run out of the window to the right, where the page goes
 * sideways or cuts them off there. `unsure`: a box in the page cuts off lines of a narrow window, which may be shown in
 * turns; or text became half as large in half a window, so that enlarging did nothing for it (WCAG F94).
 */
function texts(
  { domOf, traitsOf, tellerOf }: typeof PARTS,
  step: 'before' | 'spacing' | 'zoom' | 'reflow',
): RawTried & { readonly unsure?: boolean } {
  const MOST = 4_000
  /** `inside`: those of which each line stood in the window; `sizes`: of their letters, in pixels. */
  type Kept = { whole: Map<Element, Text[]>; inside: Set<Element>; sizes: Map<Element, number>; sheet?: CSSStyleSheet }
  const here = globalThis as unknown as { leidraadTexts?: Kept }
  const dom = domOf()
  const { of, around } = dom
  // Sheets of a script's own making: no policy of the page keeps them out.
  const adopted = Object.getOwnPropertyDescriptor(Document.prototype, 'adoptedStyleSheets')
  const sheets = {
    get: () => [...((adopted?.get?.call(document) ?? []) as Iterable<CSSStyleSheet>)],
    set: (all: CSSStyleSheet[]) => void adopted?.set?.call(document, all),
  }
  const root = of.root(document)
  const range = new Range()
  const rectsOf = (text: Text) => {
    range.selectNodeContents(text)
    const rects = range.getClientRects()
    return Array.from({ length: Math.min(rects.length, 30) }, (_, at) => rects[at]!).filter(
      ({ width, height }) => width > 1 && height > 1,
    )
  }
  const visible = (element: Element) =>
    Element.prototype.checkVisibility.call(element, { visibilityProperty: true, opacityProperty: true })

  /** The box that cuts off what stands out of it, up to where a reader can scroll; 'open': its end is told. */
  const boxesOf = (element: Element): { box: DOMRect; x: boolean; y: boolean }[] | 'open' => {
    const boxes: { box: DOMRect; x: boolean; y: boolean }[] = []
    let position = ''
    for (let at: Element | null = element, steps = 0; at && steps < 100; at = around(at), steps++) {
      const tag = of.tag(at)
      if (tag === 'body' || tag === 'html') return boxes
      const style = getComputedStyle(at)
      // What is lifted out is not cut by a box that it does not stand in.
      const holds = position !== 'absolute' || style.position !== 'static' || style.transform !== 'none'
      if (holds) {
        if (/auto|scroll/.test(style.overflowX + style.overflowY)) return boxes
        const [x, y] = [/hidden|clip/.test(style.overflowX), /hidden|clip/.test(style.overflowY)]
        if ((x || y) && (style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none')) return 'open'
        if (x || y) boxes.push({ box: Element.prototype.getBoundingClientRect.call(at), x, y })
        position = style.position
      }
      if (position === 'fixed') return boxes
    }
    return boxes
  }
  /** Whether a reader sees nothing of it, all of it, or a part. */
  const shownOf = (element: Element, nodes: readonly Text[]): 'none' | 'whole' | 'part' | 'open' => {
    const boxes = boxesOf(element)
    if (boxes === 'open') return 'open'
    let [seen, cut] = [0, 0]
    for (const rect of nodes.flatMap(rectsOf)) {
      let [left, right, top, bottom] = [rect.left, rect.right, rect.top, rect.bottom]
      for (const { box, x, y } of boxes) {
        if (x) [left, right] = [Math.max(left, box.left), Math.min(right, box.right)]
        if (y) [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)]
      }
      const [wide, high] = [right - left, bottom - top]
      if (wide > 1 && high > 1) seen++
      // Letters have some air above and below them.
      if (wide < rect.width - 6 || high < rect.height * 0.65) cut++
    }
    return seen === 0 ? 'none' : cut === 0 ? 'whole' : 'part'
  }
  /** Maps: `kaart` is a card too, and `map` stands in `sitemap`. */
  const MAPS = ['map', 'kaart'].map(
    (word) => `[class*="${word}" i]:has(canvas, iframe, object, map, svg svg, [class*="leaflet"], [class*="ol-"])`,
  )
  /**
   * Tables, maps, code and drawings need two directions (WCAG 1.4.10), and what is scrolled by itself has its own; no
   * table that says itself that it only places things.
   */
  const TWO_WAYS =
    'table:not([role="presentation" i], [role="none" i]), pre, code, svg, math, canvas, iframe, video, audio, ' +
    '[role="table"], [role="grid"], [role="treegrid"], [role="toolbar"], [role="application"], [role="img"], ' +
    `[class*="leaflet"], ${MAPS.join(', ')}`
  /** What is shown in turns: of the next card a part may stand at the edge, and one can go to it. */
  const TURNS =
    'marquee, ' +
    '[class*="slide" i], [class*="carousel" i], [class*="swiper" i], [class*="splide" i], [class*="slick" i], ' +
    '[class*="glide" i], [class*="flickity" i], [class*="marquee" i], [aria-roledescription]'
  const runsOut = (element: Element, nodes: readonly Text[], scrolls: boolean, cuts: boolean) => {
    if (Element.prototype.closest.call(element, `${TWO_WAYS}, ${TURNS}`)) return false
    if (boxesOf(element) === 'open') return false
    let [fixed, placed] = [false, false]
    for (let at: Element | null = element, steps = 0; at && steps < 100; at = around(at), steps++) {
      const tag = of.tag(at)
      if (tag === 'body' || tag === 'html') break
      const { overflowX, position, transform, translate, animationName } = getComputedStyle(at)
      if (overflowX !== 'visible') return false
      fixed ||= position === 'fixed'
      // A drawer, a moving line, an ornament: put outside the window on purpose.
      placed ||= [transform, translate, animationName].some((one) => one !== 'none') || position === 'absolute'
      placed ||= Element.prototype.matches.call(at, '[aria-hidden="true" i]')
    }
    // Nobody can scroll to it: only what stood whole in a large window, and is not put there, is lost by the small one.
    const lost = (fixed || cuts) && !placed && here.leidraadTexts?.inside.has(element) === true
    if (!lost && (fixed || !scrolls)) return false
    return nodes.some(
      (node) =>
        // One long word is no line: it may not fit any window.
        /\S\s+\S/.test(of.data(node).slice(0, 500)) &&
        rectsOf(node).some(({ left, right }) => left < window.innerWidth - 10 && right > window.innerWidth + 3),
    )
  }

  /** Whether it stands on a track that a script moves or that snaps, in a box that cuts off what is not in turn. */
  const takesTurns = (element: Element): boolean => {
    if (Element.prototype.closest.call(element, TURNS)) return true
    let moved = false
    for (let at: Element | null = element, steps = 0; at && steps < 100; at = around(at), steps++) {
      if (/^(?:body|html)$/.test(of.tag(at))) return false
      const style = getComputedStyle(at)
      if (style.scrollSnapType !== 'none' || style.scrollSnapAlign !== 'none') return true
      if (moved && /hidden|clip/.test(style.overflowX + style.overflowY)) return true
      // A track at its first card is moved by nothing at all, and says so.
      moved ||= style.transform !== 'none' || style.translate !== 'none'
    }
    return false
  }
  /** Whether a link or button beside it leads to the rest, as under the beginning of an article. */
  const goesOn = (element: Element): boolean => {
    const REST = /\b(?:lees|meer|verder|hele|volledige?|more|full|whole|rest|all|alles|toon|show)\b/i
    const next = Object.getOwnPropertyDescriptor(Element.prototype, 'nextElementSibling')?.get
    for (
      let at: Element | null = element, steps = 0;
      at && steps < 3 && of.tag(at) !== 'body';
      at = around(at), steps++
    ) {
      const beside: unknown = next?.call(at)
      if (!(beside instanceof Element)) continue
      const link = /^(?:a|button)$/.test(of.tag(beside))
        ? beside
        : Element.prototype.querySelector.call(beside, 'a[href], button')
      if (link && REST.test((of.text(link) ?? '').slice(0, 200))) return true
    }
    return false
  }

  /** Words in a drawing are a logo or a chart, which is as large as it was drawn. */
  const isDrawn = (element: Element) => Element.prototype.closest.call(element, 'svg') !== null

  /** Whether a box that was wide enough cuts off the end of its lines now. */
  const isCut = (element: Element, nodes: readonly Text[]) =>
    here.leidraadTexts?.inside.has(element) === true &&
    shownOf(element, nodes) === 'part' &&
    Element.prototype.closest.call(element, `${TWO_WAYS}, ${TURNS}`) === null &&
    !takesTurns(element) &&
    !goesOn(element)
  const sizeOf = (element: Element) => Number.parseFloat(getComputedStyle(element).fontSize)
  const kept = here.leidraadTexts
  if (step === 'before' || !kept) {
    if (kept?.sheet) sheets.set(sheets.get().filter((one) => one !== kept.sheet))
    const whole = new Map<Element, Text[]>()
    const walker = Document.prototype.createTreeWalker.call(document, document, NodeFilter.SHOW_TEXT)
    let looked = 0
    for (let node = walker.nextNode(); node && looked < MOST; node = walker.nextNode()) {
      if (!(node instanceof Text) || of.data(node).slice(0, 5_000).trim() === '') continue
      const element = around(node)
      if (!element || !visible(element)) continue
      looked++
      const nodes = whole.get(element)
      if (nodes) nodes.push(node)
      else whole.set(element, [node])
    }
    for (const [element, nodes] of whole) if (shownOf(element, nodes) !== 'whole') whole.delete(element)
    const fits = (text: Text) => rectsOf(text).every(({ left, right }) => left >= 0 && right <= window.innerWidth)
    const inside = new Set([...whole].flatMap(([one, all]) => (all.every(fits) ? [one] : [])))
    here.leidraadTexts = { whole, inside, sizes: new Map([...whole.keys()].map((one) => [one, sizeOf(one)])) }
    return { looked: whole.size, count: 0, raw: [] }
  }
  if (step === 'spacing') {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(
      '*, *::before, *::after { line-height: 1.5 !important; letter-spacing: 0.12em !important; ' +
        'word-spacing: 0.16em !important } ' +
        'p { margin-bottom: 2em !important }',
    )
    kept.sheet = sheet
    sheets.set([...sheets.get(), sheet])
  }
  const wide = root ? of.wide(root) : 0
  const body = Document.prototype.querySelector.call(document, 'body')
  const cuts = [root, body].some((one) => one && /hidden|clip/.test(getComputedStyle(one).overflowX))
  const scrolls = wide > window.innerWidth + 3 && body !== null && !cuts
  const tell = tellerOf(dom, traitsOf(dom))
  const raw: Raw[] = []
  let [looked, count, unsure] = [0, 0, false]
  for (const [element, nodes] of kept.whole) {
    if (!visible(element)) continue
    looked++
    if (step === 'zoom') unsure ||= sizeOf(element) < (kept.sizes.get(element) ?? 0) * 0.53
    if (step === 'reflow') unsure ||= isCut(element, nodes)
    const told =
      step === 'reflow'
        ? runsOut(element, nodes, scrolls, cuts)
        : shownOf(element, nodes) === 'part' || (step === 'spacing' && shownOf(element, nodes) === 'none')
    if (!told || (step !== 'reflow' && (isDrawn(element) || takesTurns(element) || goesOn(element)))) continue
    count++
    if (raw.length < 200) raw.push(tell(element, step === 'reflow' ? `${wide} px` : ''))
  }
  return { looked, count, raw, unsure }
}

export const textsInPage = withPartsAnd(texts, PARTS)
