/** Whether who is held at a place is told there of another way out, or can shut what holds him (WCAG 2.1.2). */
import { withPartsAnd } from '../page/in-page.ts'
import { domOf } from '../page/page-dom.ts'

const PARTS = { domOf }

/** Runs in the page, after its places were found: what is said of the place, and the words directly before it. */
function advice({ domOf }: typeof PARTS, at: number): boolean {
  const [WORDS, STEPS] = [300, 500]
  const { of, attribute, getter, label, around } = domOf()
  const here = globalThis as unknown as { leidraadStops?: { all: Element[] } }
  const held = here.leidraadStops?.all[at]
  if (!held) return false
  const [previous, last] = [
    getter<Node | null>(Node.prototype, 'previousSibling'),
    getter<Node | null>(Node.prototype, 'lastChild'),
  ]
  const isShown = (node: Node) => {
    const parent = of.parent(node)
    return parent instanceof Element && Element.prototype.checkVisibility.call(parent)
  }
  // A popup or a bar that stays in its place is shut by a button of its own, whatever that is called.
  const SHUTS = new RegExp(
    '^\\s*[x×✕✖╳]\\s*$|(?<!\\p{L})(?:sluit\\p{L}*|close|dismiss|weg|verberg\\p{L}*|ok[eé]?|okay|' +
      'akkoord|accept\\p{L}*|' +
      'weiger\\p{L}*|reject\\p{L}*|afwijzen|annuleer\\p{L}*|annuleren|cancel|later|begrepen|got it|' +
      'doorgaan|verder|continue|opslaan|bewaren|save|terug|back)(?!\\p{L})',
    'iu',
  )
  const own = of.text(held) ?? ''
  if (
    Element.prototype.matches.call(
      held,
      'button, a[href], summary, input[type="button"], input[type="submit"], [role="button"]',
    )
  ) {
    const called = [own, label(held, 100), ...['title', 'value'].map((name) => attribute(held, name, 100) ?? '')]
    if (called.some((words) => SHUTS.test(words.slice(0, 100)))) return true
    for (let at: Element | null = held, steps = 0; at && steps < 100; at = around(at), steps++)
      if (getComputedStyle(at).position === 'fixed') return true
  }
  let before = ''
  let node: Node | null = held
  for (let steps = 0; node && steps < STEPS && before.length < WORDS; steps++) {
    let next: Node | null = previous(node)
    for (let deep = next && last(next); deep && steps < STEPS; deep = last(deep), steps++) next = deep
    if (next && of.kind(next) === 3 && isShown(next)) {
      const words = of.data(next).slice(-2_000).replace(/\s+/g, ' ')
      if (words.trim() !== '') before = `${words} ${before}`
    }
    const parent: Node | null = next ?? of.parent(node)
    node = parent instanceof ShadowRoot ? of.host(parent) : parent
  }
  const described = (attribute(held, 'aria-describedby') ?? '').split(/\s+/).filter(Boolean).slice(0, 5)
  const labelled = Element.prototype.closest.call(held, 'label')
  const said = [
    label(held, WORDS),
    ...['aria-description', 'aria-keyshortcuts', 'title', 'placeholder'].map((name) => attribute(held, name, WORDS)),
    ...described.map((id) => {
      const one = Document.prototype.getElementById.call(document, id)
      return one && (of.text(one) ?? '').slice(0, WORDS)
    }),
    labelled && (of.text(labelled) ?? '').slice(0, WORDS),
    own.slice(0, WORDS),
    before.slice(-WORDS),
  ].join('\n')
  const keys =
    /\b(?:ctrl|control|alt|esc|escape|F\d{1,2}|sneltoets\w*|toetsen\w*|shortcuts?)\b|\btoets(?:en)? (?:op )?\w+/i
  return keys.test(said) || /\bhow to (?:go|leave|exit|get)\b|\bhoe .{0,30}(?:verder|verlaat|eruit)/i.test(said)
}

export const adviceInPage = withPartsAnd(advice, PARTS)
