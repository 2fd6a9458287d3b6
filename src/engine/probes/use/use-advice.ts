/** Whether who is held at a place is told there of another way out (WCAG 2.1.2). */
import { withPartsAnd } from '../page/in-page.ts'
import { domOf } from '../page/page-dom.ts'

const PARTS = { domOf }

/** Runs in the page, after its places were found: what is said of the place, and the words directly before it. */
function advice({ domOf }: typeof PARTS, at: number): boolean {
  const [WORDS, STEPS] = [300, 500]
  const { of, attribute, getter, label } = domOf()
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
  const [around, own] = [Element.prototype.closest.call(held, 'label'), of.text(held) ?? '']
  const said = [
    label(held, WORDS),
    ...['aria-description', 'aria-keyshortcuts', 'title', 'placeholder'].map((name) => attribute(held, name, WORDS)),
    ...described.map((id) => {
      const one = Document.prototype.getElementById.call(document, id)
      return one && (of.text(one) ?? '').slice(0, WORDS)
    }),
    around && (of.text(around) ?? '').slice(0, WORDS),
    own.slice(0, WORDS),
    before.slice(-WORDS),
  ].join('\n')
  const keys =
    /\b(?:ctrl|control|alt|esc|escape|F\d{1,2}|sneltoets\w*|toetsen\w*|shortcuts?)\b|\btoets(?:en)? (?:op )?\w+/i
  return keys.test(said) || /\bhow to (?:go|leave|exit|get)\b|\bhoe .{0,30}(?:verder|verlaat|eruit)/i.test(said)
}

export const adviceInPage = withPartsAnd(advice, PARTS)
