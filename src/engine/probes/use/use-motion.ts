/**
 * What moves by itself for longer than five seconds (WCAG 2.2.2) though its visitor asked for less motion, and no
 * button to stop it. Runs in the page, in our own world of it.
 */
import { withPartsAnd } from '../page/in-page.ts'
import { domOf } from '../page/page-dom.ts'
import { traitsOf } from '../page/page-traits.ts'
import { tellerOf, type Raw } from './use-spots.ts'

const PARTS = { domOf, traitsOf, tellerOf }

export type Motion = {
  /** What style moves for longer than five seconds. */
  readonly long: number
  /** What is told: by style, by a script that was watched, or a film that plays. */
  readonly raw: readonly Raw[]
  readonly looked: number
  /** Whether a button or box that can be seen speaks of stopping. */
  readonly stop: boolean
  /** Whether something moves of which nobody sees here for how long: a `marquee`, a short movement begun anew. */
  readonly unsure: boolean
  /** Milliseconds of the page's own time since its scripts were watched; 0: they were not; -1: too much changed. */
  readonly watched: number
}

/**
 * `watch`: begins to watch what scripts change; `tell`: what style moves now, and what scripts did since; `caret`:
 * takes away the mark that blinks in a field, which is no movement of the page's.
 */
function motion({ domOf, traitsOf, tellerOf }: typeof PARTS, step: 'watch' | 'tell' | 'caret'): Motion {
  const FIVE = 5_000
  const OTHERS = 'img, svg, canvas, iframe, video, object, embed, input, select, textarea, button, a[href]'
  /** Looks at what changed, of which the page decides how often. */
  const LOOKS = 20_000
  type Seen = { at: number[]; last: { style?: string; words?: string } }
  type Moves = { since: number; times: Map<Element, Seen>; looks: number }
  const here = globalThis as unknown as { leidraadMoves?: Moves }
  const dom = domOf()
  const { of, attribute, around, label, getter } = dom
  const visible = (element: Element) => {
    if (!Element.prototype.checkVisibility.call(element, { visibilityProperty: true, opacityProperty: true }))
      return false
    const { width, height } = Element.prototype.getBoundingClientRect.call(element)
    return width * height >= 100
  }
  /** What says that something is at work has to move; what tells the time or a message is no decoration. */
  const exempt = (element: Element) =>
    Element.prototype.closest.call(
      element,
      'time, script, style, head, noscript, [role="progressbar"], [aria-busy="true"], [role="timer"], ' +
        '[role="status"], [role="alert"], [role="log"], [aria-live]:not([aria-live="off"])',
    ) !== null
  /** What an eye sees of it: where it stands, how clear, which picture; and, where those changed, which words. */
  const lookOf = (element: Element, words: boolean): string => {
    const { left, top, width, height } = Element.prototype.getBoundingClientRect.call(element)
    const { opacity, visibility, backgroundImage, backgroundPosition } = getComputedStyle(element)
    const place = [left + window.scrollX, top + window.scrollY, width, height].map(Math.round).join()
    const picture = words ? Element.prototype.querySelector.call(element, 'img[src]') : element
    const src = picture ? (attribute(picture, 'src', 300) ?? '') : ''
    const text = words ? (of.text(element) ?? '').slice(0, 500) : ''
    return [place, opacity, visibility, backgroundImage.slice(0, 300), backgroundPosition, src, text].join('|')
  }
  const NOTHING = { long: 0, raw: [], looked: 0, stop: false, unsure: false, watched: 0 }
  if (step === 'caret') {
    const sheets = Object.getOwnPropertyDescriptor(Document.prototype, 'adoptedStyleSheets')
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('* { caret-color: transparent !important }')
    sheets?.set?.call(document, [...((sheets.get?.call(document) ?? []) as Iterable<CSSStyleSheet>), sheet])
    return NOTHING
  }
  if (step === 'watch') {
    const moves: Moves = { since: performance.now(), times: new Map(), looks: 0 }
    const { times } = moves
    const watcher = new MutationObserver((records) => {
      for (const { target, type } of records.slice(0, 500)) {
        const element = target instanceof Element ? target : around(target)
        if (!element || exempt(element) || (type === 'attributes' && /^(?:html|body)$/.test(of.tag(element)))) continue
        const seen = times.get(element)
        if ((!seen && times.size >= 300) || ++moves.looks > LOOKS) continue
        // Many write the same again: only what looks otherwise has moved.
        const kind = type === 'attributes' ? 'style' : 'words'
        const look = lookOf(element, kind === 'words')
        if (!seen) times.set(element, { at: [performance.now()], last: { [kind]: look } })
        else if (seen.last[kind] !== look) {
          seen.last[kind] = look
          if (seen.at.length < 200) seen.at.push(performance.now())
        }
      }
    })
    watcher.observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: ['style', 'class', 'src', 'transform'],
    })
    here.leidraadMoves = moves
    return NOTHING
  }
  const animations = getter<never>(Document.prototype, 'timeline')
    ? Document.prototype.getAnimations.call(document)
    : []
  let anew = false
  const long = animations.slice(0, 2_000).flatMap((one) => {
    const effect = one.effect
    if (one.playState !== 'running' || !(effect instanceof KeyframeEffect)) return []
    const target = effect.target
    if (!target || exempt(target) || !visible(target)) return []
    if (Number(effect.getComputedTiming().endTime) > FIVE) return [target]
    anew = true
    return []
  })
  const { since, times = new Map<Element, Seen>(), looks = 0 } = here.leidraadMoves ?? {}
  // Again and again, and still after five seconds.
  const byScript = [...times].flatMap(([element, { at }]) =>
    at.length >= 3 && at.at(-1)! - (since ?? 0) > FIVE && at.at(-1)! - at[0]! > 2_000 && visible(element)
      ? [element]
      : [],
  )
  const films = Document.prototype.querySelectorAll.call(document, 'video[autoplay]')
  const playing = Array.from({ length: Math.min(films.length, 50) }, (_, at) => films[at]!).filter((film) => {
    const length = getter<number>(HTMLMediaElement.prototype, 'duration')(film)
    const again = attribute(film, 'loop') !== null
    return (
      attribute(film, 'controls') === null &&
      (again || length > 5) &&
      getter<boolean>(HTMLMediaElement.prototype, 'paused')(film) === false &&
      visible(film)
    )
  })
  const buttons = Document.prototype.querySelectorAll.call(
    document,
    'button, [role="button"], [role="switch"], input[type="button"], input[type="checkbox"], summary, a[href]',
  )
  /** Whole words: a promotion and what is frequently asked stop nothing. */
  const HALTS =
    'pau[zs]\\p{L}{0,5}|stop(?:pen|t|s|zetten)?|halt|stil ?zetten|onderbr\\p{L}{1,6}|zet .{0,30}(?:stil|uit)|' +
    'freeze|bevriez\\p{L}{0,3}'
  const SETS =
    'animaties?|animations?|beweging(?:en)?|motion|snelheid|speed|control(?:s|e)?|bedien(?:en|ing)?|interval|' +
    'frequentie|frequency|verversen|bijwerken|updates?|refresh'
  const whole = (words: string) => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'iu')
  const ofButton = whole(`${HALTS}|${SETS}`)
  /** A link leads to pages about these too: only what says that something stops. */
  const ofLink = whole(HALTS)
  const stop = Array.from({ length: Math.min(buttons.length, 3_000) }, (_, at) => buttons[at]!).some(
    (one) =>
      visible(one) &&
      (of.tag(one) === 'a' && attribute(one, 'role') === null ? ofLink : ofButton).test(
        [
          (of.text(one) ?? '').slice(0, 200),
          (of.text(Element.prototype.closest.call(one, 'label') ?? one) ?? '').slice(0, 200),
          label(one, 100),
          attribute(one, 'title', 100) ?? '',
          attribute(one, 'value', 100) ?? '',
        ].join(' '),
      ),
  )
  const all = new Set([...long, ...byScript, ...playing])
  // What moves within what moves is one movement.
  const outer = [...all].filter(
    (one) => ![...all].some((other) => other !== one && Node.prototype.contains.call(other, one)),
  )
  // Where nothing stands beside it, it distracts from nothing (WCAG 2.2.2: “in parallel with other content”).
  const within = (one: Element) => outer.some((moving) => Node.prototype.contains.call(moving, one))
  const words = (one: Element) =>
    ((one instanceof HTMLElement ? getter<string>(HTMLElement.prototype, 'innerText')(one) : of.text(one)) ?? '')
      .slice(0, 20_000)
      .replace(/\s+/g, ' ')
      .trim()
  const body = Document.prototype.querySelector.call(document, 'body')
  const others = Document.prototype.querySelectorAll.call(document, OTHERS)
  const alone =
    body !== null &&
    outer.reduce((left, one) => left.replace(words(one), ''), words(body)).trim() === '' &&
    !Array.from({ length: Math.min(others.length, 1_000) }, (_, at) => others[at]!).some(
      (one) => visible(one) && !within(one),
    )
  const tell = tellerOf(dom, traitsOf(dom))
  return {
    long: long.length,
    raw: alone ? [] : outer.slice(0, 50).map((one) => tell(one)),
    looked: animations.length + times.size + films.length,
    stop,
    unsure: anew || [...Document.prototype.querySelectorAll.call(document, 'marquee')].slice(0, 50).some(visible),
    watched: since === undefined ? 0 : looks > LOOKS ? -1 : performance.now() - since,
  }
}

export const motionInPage = withPartsAnd(motion, PARTS)
