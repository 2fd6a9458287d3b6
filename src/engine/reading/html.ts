/**
 * What a document says to a reader without any script: its text, its language, its links. One pass over the tokens,
 * no tree.
 */
import { Tokenizer, TokenizerMode, type Token } from 'parse5'
import { asSaid, clean } from '../../lib/clean.ts'
import type { Link } from '../../model/evidence.ts'

export type Document = {
  readonly text: string
  readonly textLength: number
  readonly lang: string | null
  readonly links: readonly Link[]
  readonly title: string
  /** Where a meta element sends its reader on to, at once or after a while. */
  readonly refresh: string | null
  /** Content security policies that meta elements in the head set. */
  readonly policies: readonly string[]
  /** Elements that show or ask something without being text, and the addresses and names that walls are known by. */
  readonly things: number
  readonly marks: readonly string[]
}

type Mode = (typeof TokenizerMode)[keyof typeof TokenizerMode]

/** Elements whose content is not markup, so that the tokenizer must be told where it is. */
const MODES: ReadonlyMap<string, Mode> = new Map<string, Mode>([
  ['script', TokenizerMode.SCRIPT_DATA],
  ['style', TokenizerMode.RAWTEXT],
  ['iframe', TokenizerMode.RAWTEXT],
  ['noembed', TokenizerMode.RAWTEXT],
  ['noframes', TokenizerMode.RAWTEXT],
  ['xmp', TokenizerMode.RAWTEXT],
  ['title', TokenizerMode.RCDATA],
  ['textarea', TokenizerMode.RCDATA],
  ['plaintext', TokenizerMode.PLAINTEXT],
])
/** Elements in which nothing is text for a reader. */
const SILENT: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'title',
  'textarea',
  'iframe',
  'noembed',
  'noframes',
  'svg',
  'math',
  'object',
  'audio',
  'video',
  'canvas',
])
/** Elements that must be closed: only of these `hidden` can be followed to its end without building a tree. */
const CLOSED: ReadonlySet<string> = new Set([
  'div',
  'section',
  'article',
  'main',
  'aside',
  'nav',
  'header',
  'footer',
  'form',
  'fieldset',
  'dialog',
  'ul',
  'ol',
  'table',
  'span',
])
/** Elements that stand inside a word; any other tag ends one, a link too: menus are links side by side. */
const INLINE: ReadonlySet<string> = new Set([
  'abbr',
  'b',
  'bdi',
  'bdo',
  'cite',
  'code',
  'em',
  'font',
  'i',
  'ins',
  'mark',
  'q',
  's',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'u',
  'wbr',
])
/** Elements that show or ask something without being text. */
const THINGS: ReadonlySet<string> = new Set(
  'img svg picture video audio canvas iframe object embed input button select textarea'.split(' '),
)
/** Elements that may stand in the head of a document, or around it: any other ends it. */
const HEAD: ReadonlySet<string> = new Set('html head meta title link style script base template'.split(' '))
const LINKS = 1_000
const LINK_TEXT = 200

/**
 * Reads HTML found at `base`. `textLength` counts runs of white space as one; `text` is at most `max` characters of
 * it. `<noscript>` is read: there is no script here. Linear in the length of the HTML and without recursion: building a
 * tree of hostile markup (the adoption agency of `<a><b><i>` × 100,000) is neither.
 */
export function readHtml(html: string, base: string, max = 40_000): Document {
  const parts: string[] = []
  const links: Link[] = []
  let lang: string | null | undefined
  let origin = base
  /** The element in which nothing is read now, and how deep others of its name are inside it. */
  let silent: { name: string; depth: number } | undefined
  let link: { href: string; label: string; words: string[]; length: number } | undefined

  let title: string | undefined
  let refresh: string | null = null
  const policies: string[] = []
  let inHead = true
  let things = 0
  const marks: string[] = []

  const say = (text: string) => {
    if (silent?.name === 'title' && links.length === 0) title = `${title ?? ''}${text}`.slice(0, 1_000)
    if (silent) return
    parts.push(text)
    if (link && link.length < LINK_TEXT * 2) {
      link.words.push(text)
      link.length += text.length
    }
  }
  const endLink = () => {
    if (!link) return
    const text =
      link.words
        .join('')
        .slice(0, LINK_TEXT * 4)
        .replace(/\s+/g, ' ')
        .trim() || link.label
    links.push({ href: link.href, text: clean(text, LINK_TEXT) })
    link = undefined
  }
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: false },
    {
      onStartTag(tag) {
        const name = tag.tagName
        // Inside a picture a tag may close itself; the same in HTML does not.
        const closesItself = tag.selfClosing && (silent?.name === 'svg' || silent?.name === 'math')
        const mode = MODES.get(name)
        if (mode !== undefined && !closesItself) tokenizer.state = mode
        if (silent) {
          if (silent.name === name && !closesItself) silent.depth++
          return
        }
        if (name === 'html' && lang === undefined) lang = attribute(tag, 'lang')
        if (name === 'base' && origin === base) origin = absolute(attribute(tag, 'href'), base) ?? base
        if (!INLINE.has(name)) say(' ')
        if (THINGS.has(name)) things++
        if (marks.length < 200) marks.push(...markOf(tag))
        if (!HEAD.has(name)) inHead = false
        if (inHead && policies.length < 10 && isPolicy(tag))
          policies.push(asSaid(attribute(tag, 'content') ?? '', 8_000))
        if (name === 'meta' && /^refresh$/i.test(attribute(tag, 'http-equiv') ?? '')) {
          const target = /^[\s\d.]*[;,]?\s*(?:url\s*=)?\s*['"]?([^'"]+)/i.exec(attribute(tag, 'content') ?? '')?.[1]
          refresh ??= absolute(target ?? null, origin) ?? null
        }
        if (name === 'a' || name === 'area') {
          endLink()
          const href = links.length < LINKS ? absolute(attribute(tag, 'href'), origin) : undefined
          if (href !== undefined) {
            const label = attribute(tag, 'aria-label') ?? attribute(tag, 'title') ?? attribute(tag, 'alt') ?? ''
            link = { href, label, words: [], length: 0 }
            if (name === 'area') endLink()
          }
        }
        if (name === 'img' && link) link.words.push(` ${(attribute(tag, 'alt') ?? '').slice(0, LINK_TEXT)} `)
        const style = attribute(tag, 'style')?.slice(0, 500) ?? ''
        const hidden = CLOSED.has(name) && (attribute(tag, 'hidden') !== null || /display\s?:\s?none/i.test(style))
        // Only in a picture or formula does `/>` close: <svg/> itself is one.
        const closed = tag.selfClosing && (name === 'svg' || name === 'math')
        if ((SILENT.has(name) && !closed) || hidden) silent = { name, depth: 1 }
      },
      onEndTag(tag) {
        if (silent) {
          if (silent.name === tag.tagName && --silent.depth === 0) silent = undefined
          return
        }
        if (tag.tagName === 'a') endLink()
        if (!INLINE.has(tag.tagName)) say(' ')
      },
      onCharacter: ({ chars }) => say(chars),
      onWhitespaceCharacter: () => say(' '),
      onNullCharacter() {},
      onComment() {},
      onDoctype() {},
      onEof() {},
    },
  )
  tokenizer.write(html, true)
  endLink()
  const text = parts.join('').replace(/\s+/g, ' ').trim()
  return {
    text: clean(text, max),
    textLength: text.length,
    lang: lang ? clean(lang, 50) : null,
    links,
    title: clean((title ?? '').replace(/\s+/g, ' ').trim(), 300),
    refresh,
    policies,
    things,
    marks,
  }
}

const isPolicy = (tag: Token.TagToken): boolean =>
  tag.tagName === 'meta' && attribute(tag, 'http-equiv')?.toLowerCase() === 'content-security-policy'

/** What the browser's glance looks at too: addresses of scripts, frames and forms, and names of challenge pages. */
function markOf(tag: Token.TagToken): string[] {
  const [id, kind] = [attribute(tag, 'id') ?? '', attribute(tag, 'class') ?? '']
  const telling =
    (['script', 'iframe'].includes(tag.tagName) && attribute(tag, 'src') !== null) ||
    (tag.tagName === 'form' && attribute(tag, 'action') !== null) ||
    /^(?:cf-|challenge)/.test(id) ||
    /captcha/i.test(kind)
  const said = [attribute(tag, 'src') ?? '', attribute(tag, 'action') ?? '', id, kind]
  return telling
    ? [
        said
          .map((one) => one.slice(0, 300))
          .join(' ')
          .slice(0, 300),
      ]
    : []
}

function attribute(tag: Token.TagToken, name: string): string | null {
  return tag.attrs.find((each) => each.name === name)?.value ?? null
}

/** The whole address a link leads to; undefined for what is no address or too long to be one. */
function absolute(href: string | null, base: string): string | undefined {
  if (href === null || href.length > 2_000) return undefined
  const url = URL.parse(href, base)
  return url === null || url.href.length > 2_000 ? undefined : clean(url.href, 2_000)
}
