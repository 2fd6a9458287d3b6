/**
 * What stands in a document as its reader meets it: words, links, forms. One walk along the composed tree, with shadow
 * roots in the place where they are shown, in an isolated world.
 */
import type { Field, Link, Session } from '../../../model/evidence.ts'
import type { Glance } from '../../reading/in-the-way.ts'
import { withParts } from './in-page.ts'
import { daysOf } from './page-days.ts'
import { domOf } from './page-dom.ts'
import { drawingsOf, type DrawingsRead } from './page-drawings.ts'
import { formsOf } from './page-forms.ts'
import { sightOf, type Place } from './page-sight.ts'

type Facts = Pick<
  Session,
  'title' | 'lang' | 'links' | 'forms' | 'scripts' | 'stylesheets' | 'metas' | 'text' | 'textLength'
> & { readonly feeds: readonly string[]; readonly days: readonly string[]; readonly loose: readonly Field[] }
export type PageReading = Facts &
  DrawingsRead & {
    /** Characters of the text that an eye can get to see. */
    readonly shownLength: number
    /** Whether the main part of the page is kept from its reader until something was chosen, or a script ran. */
    readonly withheld: boolean
    /** Links on the page, each time that they stand there. */
    readonly linked: number
    readonly things: number
    readonly marks: readonly string[]
    /** Whether there was more of anything than is kept. */
    readonly cut: boolean
  }

const PARTS = { domOf, sightOf, formsOf, drawingsOf, daysOf }

/** Runs in the page, so it refers to nothing but what it is handed. */
function readPage({ domOf, sightOf, formsOf, drawingsOf, daysOf }: typeof PARTS): PageReading {
  const MOST = { nodes: 150_000, text: 20_000, links: 3_000, kept: 300 }
  const dom = domOf()
  const { of, attribute, squeeze, absolute, path, label, around } = dom
  const sight = sightOf(dom)
  const THINGS = /^(?:img|svg|picture|video|audio|canvas|i?frame|object|embed|input|button|select|textarea)$/
  const FEED = /^\s*(?:application\/(?:rss\+xml|atom\+xml|feed\+json)|text\/calendar)\b/i
  const ARIA = ['aria-label', 'aria-labelledby']
  let cut = false
  const lists: Record<'forms' | 'fields' | 'buttons' | 'scripts' | 'stylesheets' | 'metas' | 'feeds', Element[]> = {
    forms: [],
    fields: [],
    buttons: [],
    scripts: [],
    stylesheets: [],
    metas: [],
    feeds: [],
  }
  const keep = (kind: keyof typeof lists, element: Element, most: number) => {
    if (lists[kind].length < most) lists[kind].push(element)
    else cut = true
  }
  const said: string[] = []
  let length = 0
  let things = 0
  let linked = 0
  const shown = { all: 0, main: 0 }
  const held = { all: 0, main: 0 }
  const marks: string[] = []
  const drawings = drawingsOf(dom)
  const days = daysOf(dom)
  const links = new Map<string, Link>()
  const drawn = new Set<Node>()
  let link: { words: string[]; length: number; pictured: boolean } | undefined
  const hear = (words: string) => {
    if (!link || link.length > 800) return
    link.words.push(words.slice(0, 800))
    link.length += words.length
  }

  const note = (element: Element, tag: string) => {
    if (tag === 'svg') drawings.meet(element)
    days.meet(element, tag)
    const kind = (attribute(element, 'type') ?? '').toLowerCase()
    if (THINGS.test(tag)) things++
    if (tag === 'meta' && attribute(element, 'content') !== null) keep('metas', element, 100)
    if (tag === 'script' && attribute(element, 'src') !== null) keep('scripts', element, 200)
    if (tag === 'link' && attribute(element, 'href') && /\bstylesheet\b/i.test(attribute(element, 'rel') ?? ''))
      keep('stylesheets', element, 100)
    if (tag === 'link' && attribute(element, 'href') && FEED.test(attribute(element, 'type', 100) ?? ''))
      keep('feeds', element, 20)
    if (tag === 'form') keep('forms', element, 50)
    if ((tag === 'button' && !/^(?:button|reset)$/.test(kind)) || (tag === 'input' && /^(?:submit|image)$/.test(kind)))
      keep('buttons', element, 500)
    else if (/^(?:input|select|textarea)$/.test(tag)) keep('fields', element, 1_000)
    const [id, group] = [attribute(element, 'id') ?? '', attribute(element, 'class') ?? '']
    const src = tag === 'script' || tag === 'iframe' ? attribute(element, 'src') : null
    const action = tag === 'form' ? attribute(element, 'action') : null
    const telling = src !== null || action !== null || /^(?:cf-|challenge)/.test(id) || /captcha/i.test(group)
    const mark = [src, action, id, group].map((one) => (one ?? '').slice(0, 300)).join(' ')
    if (telling && marks.length < 200) marks.push(mark.slice(0, 300))
    if (link && /^(?:img|svg|picture|object)$/.test(tag)) link.pictured = true
    // What pictures say belongs to the words of the link around them.
    if (tag === 'img' || (tag === 'input' && kind === 'image')) hear(` ${attribute(element, 'alt', 400) ?? ''} `)
    else if (link && ARIA.some((one) => attribute(element, one) !== null) && !of.text(element)?.trim())
      hear(` ${label(element, 400)} `)
  }
  const opened = (element: Element, tag: string) => {
    if (tag !== 'a' && tag !== 'area') return undefined
    const href = attribute(element, 'href') ?? attribute(element, 'xlink:href')
    if (href === null) return undefined
    linked++
    const [outer, own] = [link, { words: [] as string[], length: 0, pictured: false }]
    link = own
    return () => {
      link = outer
      const words = squeeze(own.words.join(''), 200)
      const name = label(element, 200) || (tag === 'area' ? squeeze(attribute(element, 'alt') ?? '', 200) : '')
      const more = words.toLowerCase().includes(name.toLowerCase()) ? '' : name
      const text = squeeze(`${words} ${more}`, 200) || squeeze(attribute(element, 'title') ?? '', 200)
      const whole = absolute(href.trim())
      const pictured = own.pictured ? ({ pictured: true } as const) : {}
      if (links.size < MOST.links) links.set(`${whole} ${text}`, { href: whole, text, ...pictured })
      else cut = true
    }
  }
  const heading = Document.prototype.querySelector.call(document, 'h1')
  let main = Document.prototype.querySelector.call(document, 'main, [role="main" i]')
  // Without a landmark it is the part of the body in which its heading stands.
  for (let at: Element | null = main ? null : heading; at && of.tag(at) !== 'body'; at = around(at)) main = at

  type Step = { readonly node: Node; readonly place: Place; readonly inMain: boolean } | (() => void)
  const root = of.root(document)
  const stack: Step[] = root ? [{ node: root, place: sight.start, inMain: false }] : []
  for (let visited = 0; stack.length > 0;) {
    const step = stack.pop()!
    if (typeof step === 'function') {
      step()
      continue
    }
    if (++visited > MOST.nodes) {
      cut = true
      break
    }
    const { node, place } = step
    const kind = of.kind(node)
    if (kind === 3 || kind === 4) {
      const data = of.data(node)
      const parent = around(node)
      if (!place.mute || (parent && of.tag(parent) === 'title')) hear(data)
      const size = place.mute ? 0 : squeeze(data, 40_000).length
      const {
        there,
        seen,
        lines: keeps,
      } = size === 0 ? { there: !place.out, seen: false, lines: false } : sight.words(node, place)
      held.all += size
      if (step.inMain) held.main += size
      if (!there) continue
      said.push(keeps ? data : data.replace(/\s*\n\s*/g, ' '))
      length += size
      if (!seen) continue
      shown.all += size
      if (step.inMain) shown.main += size
    }
    if (kind !== 1) continue
    const element = node as Element
    const tag = of.tag(element)
    note(element, tag)
    if (/^(?:input|select|textarea|label)$/.test(tag) && sight.drawn(element, place)) drawn.add(element)
    const within = sight.within(element, place)
    const done = opened(element, tag)
    if (done) stack.push(done)
    if (within.line || tag === 'br') said.push('\n')
    if (within.line) stack.push(() => said.push('\n'))
    // What waits in a template, or stands in an element that was read in another place, is no part of the page.
    if (tag === 'template') continue
    const shadow = of.shadow(element)
    const given = tag === 'slot' ? HTMLSlotElement.prototype.assignedNodes.call(element as HTMLSlotElement) : []
    const children = shadow ? of.children(shadow) : given.length > 0 ? given : of.children(element)
    const inside = tag === 'summary' ? { ...within, folded: false } : within
    const inMain = step.inMain || element === main
    for (let at = children.length - 1; at >= 0; at--) stack.push({ node: children[at]!, place: inside, inMain })
  }

  const lines = said
    .join('')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\s]*/g, '\n')
    .trim()
  // The footer, where statements are linked, comes last: keep both ends.
  const each = [...links.values()]
  const kept = each.length <= MOST.kept ? each : [...each.slice(0, 200), ...each.slice(-100)]
  const tied = (one: Element) => ({ integrity: attribute(one, 'integrity'), selector: path(one) })
  const { forms, loose, cut: formsCut } = formsOf(dom, lists, drawn)
  const metas = lists.metas.map((one) => ({
    name: ['name', 'property', 'http-equiv'].map((kind) => attribute(one, kind, 100)).find(Boolean) ?? '',
    content: attribute(one, 'content', 8_001) ?? '',
  }))
  const xml = root && of.type(document) !== 'text/html' ? attribute(root, 'xml:lang') : null
  return {
    title: squeeze(of.title(document) ?? '', 300),
    // In XML its own attribute goes first (HTML §3.2.6.2).
    lang: root ? (xml ?? attribute(root, 'lang')) : null,
    links: kept,
    forms,
    loose,
    scripts: lists.scripts.map((one) => ({ src: absolute(attribute(one, 'src') ?? ''), ...tied(one) })),
    stylesheets: lists.stylesheets.map((one) => ({ href: absolute(attribute(one, 'href') ?? ''), ...tied(one) })),
    feeds: lists.feeds.map((one) => absolute(attribute(one, 'href') ?? '')),
    days: days.read(),
    metas: metas.filter(({ name }) => name !== '').map(({ name, content }) => ({ name: name.toLowerCase(), content })),
    text: lines.slice(0, MOST.text),
    textLength: length,
    shownLength: shown.all,
    withheld:
      (held.all >= 200 && shown.all === 0) ||
      (held.main >= 200 && shown.main === 0) ||
      (main !== null && held.main >= 200 && sight.shutOff(main)),
    linked,
    things,
    marks,
    ...drawings.read(),
    cut:
      cut ||
      formsCut ||
      kept.length < each.length ||
      lines.length > MOST.text ||
      metas.some(({ content }) => content.length > 8_000),
  }
}

/** The reader with all its parts, as one function that can be sent into a page. */
export const pageReader = withParts(readPage, PARTS)

/** What a glance tells, out of the whole reading. */
export const glanceOf = ({ title, textLength, text, things, linked, marks }: PageReading): Glance => ({
  title,
  textLength,
  text: text.slice(0, 2_000),
  things,
  links: linked,
  marks,
})
