/** Walks through XML tag by tag, in one pass and without building a tree: for files that are large. */

/** Names are without their prefix. */
export type Tag = {
  readonly kind: 'open' | 'close' | 'empty' | 'text'
  readonly name: string
  /** Of `text`: as it reads. */
  readonly text: string
  /** What an attribute says, by its name without prefix; undefined when it is not there. */
  attribute(name: string): string | undefined
}

const none = () => undefined
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** The five entities that every XML has, and characters by number; any other stays as it stands. */
const readable = (text: string): string =>
  text.includes('&')
    ? text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/gi, (all, decimal, hex, name) => {
        const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined
        if (code === undefined) return ENTITIES[name] ?? all
        return code <= 0x10ffff ? String.fromCodePoint(code) : all
      })
    : text

const bare = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Tags and texts in order; comments and instructions are passed over, and what is broken ends it. Cost: one pass. */
export function* tagsOf(xml: string): Generator<Tag> {
  for (let at = 0; at < xml.length;) {
    if (xml[at] !== '<') {
      const next = xml.indexOf('<', at)
      const end = next === -1 ? xml.length : next
      yield { kind: 'text', name: '', text: readable(xml.slice(at, end)), attribute: none }
      at = end
      continue
    }
    const aside = asideAt(xml, at)
    if (aside) {
      if (aside.text !== undefined) yield { kind: 'text', name: '', text: aside.text, attribute: none }
      at = aside.end
      continue
    }
    const end = endOfTag(xml, at)
    if (end === -1) return
    yield tagOf(xml.slice(at + 1, end))
    at = end + 1
  }
}

/** A comment, an instruction, a declaration, or text that is taken as it is. */
function asideAt(xml: string, at: number): { readonly end: number; readonly text?: string } | undefined {
  for (const [begin, close, kept] of [
    ['<!--', '-->', false],
    ['<![CDATA[', ']]>', true],
    ['<?', '?>', false],
    ['<!', '>', false],
  ] as const) {
    if (!xml.startsWith(begin, at)) continue
    const found = xml.indexOf(close, at + begin.length)
    const end = found === -1 ? xml.length : found
    return { end: end + close.length, ...(kept ? { text: xml.slice(at + begin.length, end) } : {}) }
  }
  return undefined
}

/** The place of the `>` that ends it; one between quotation marks does not. -1 when there is none. */
function endOfTag(xml: string, from: number): number {
  let quote = 0
  for (let at = from; at < xml.length; at++) {
    const code = xml.charCodeAt(at)
    if (quote !== 0) {
      if (code === quote) quote = 0
    } else if (code === 34 || code === 39) quote = code
    else if (code === 62) return at
  }
  return -1
}

function tagOf(inside: string): Tag {
  const closes = inside.startsWith('/')
  const empty = inside.endsWith('/')
  const [name = ''] = /^[^\s/]+/.exec(closes ? inside.slice(1) : inside) ?? []
  return {
    kind: closes ? 'close' : empty ? 'empty' : 'open',
    name: bare(name),
    text: '',
    attribute(wanted) {
      for (const [, key, double, single] of inside.matchAll(/([^\s=/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
        if (bare(key!) === wanted) return readable(double ?? single ?? '')
      return undefined
    },
  }
}
