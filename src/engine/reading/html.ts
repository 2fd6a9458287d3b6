/**
 * What a document says to a reader without any script: its text, its language, its links, its forms. One pass over the
 * tokens, no tree. Gives the same as the reader in the browser (`page-reader.ts`), but for what style decides.
 */
import { Tokenizer, type Token } from 'parse5'
import { asSaid, clean } from '../../lib/clean.ts'
import { asTyped } from '../../lib/words.ts'
import type { Form, Link } from '../../model/evidence.ts'
import { CLOSED, HEAD, INLINE, MODES, SILENT, THINGS } from './html-elements.ts'
import { formsIn } from './html-forms.ts'
import { hoursIn } from './html-hours.ts'

export type Document = {
  readonly text: string
  readonly textLength: number
  readonly lang: string | null
  readonly links: readonly Link[]
  readonly forms: readonly Form[]
  readonly title: string
  /** Where a meta element sends its reader on to, at once or after a while. */
  readonly refresh: string | null
  /** Content security policies that meta elements in the head set. */
  readonly policies: readonly string[]
  /** What meta elements named `referrer` say, in order. */
  readonly referrer: readonly string[]
  /** Elements that show or ask something without being text, and the addresses and names that walls are known by. */
  readonly things: number
  readonly marks: readonly string[]
  /** Opening hours that it tells search engines, as `Mo-Fr 09:00-17:00`. */
  readonly hours: readonly string[]
}

const LINKS = 1_000
const LINK_TEXT = 200

/**
 * Reads HTML found at `base`. `textLength` counts runs of white space as one; `text` is at most `max` characters of
 * it. `<noscript>` is read: there is no script here. `xml`: it was sent as XHTML, and follows the rules of XML.
 * Linear in the length of the HTML and without recursion: building a tree of hostile markup (the adoption agency of
 * `<a><b><i>` × 100,000) is neither.
 */
export function readHtml(html: string, base: string, max = 40_000, xml = false): Document {
  const parts: string[] = []
  const links: Link[] = []
  let lang: string | null | undefined
  let origin = base
  /** The element in which nothing is read now, and the one of which the text is not: how deep others are in it. */
  let silent: { name: string; depth: number } | undefined
  let unsaid: { name: string; depth: number } | undefined
  let inPicturesTitle = false
  let link: { href: string; label: string; title: string; words: string[]; length: number } | undefined

  let title: string | undefined
  let refresh: string | null = null
  const policies: string[] = []
  const referrer: string[] = []
  let inHead = true
  let things = 0
  const marks: string[] = []
  const forms = formsIn((href) => absolute(href, origin), base)
  const hours = hoursIn()

  const say = (text: string) => {
    hours.hear(text)
    if (silent?.name === 'title' && links.length === 0) title = `${title ?? ''}${text}`.slice(0, 1_000)
    // A picture is no text, but what it says of itself may be all that a link says.
    if (silent && !inPicturesTitle) return
    if (!silent && !unsaid) parts.push(text)
    forms.hear(text)
    if (link && link.length < LINK_TEXT * 2) {
      link.words.push(text)
      link.length += text.length
    }
  }
  const endLink = () => {
    if (!link) return
    const words = squeezed(link.words.join('').slice(0, LINK_TEXT * 4))
    const more = words.toLowerCase().includes(link.label.toLowerCase()) ? '' : link.label
    links.push({ href: link.href, text: asTyped(squeezed(`${words} ${more}`) || link.title).slice(0, LINK_TEXT) })
    link = undefined
  }
  const open = (tag: Token.TagToken) => {
    const name = tag.tagName
    // Inside a picture a tag may close itself, and in XML each may; the same in HTML does not.
    const closesItself = tag.selfClosing && (xml || silent?.name === 'svg' || silent?.name === 'math')
    const mode = xml ? undefined : MODES.get(name)
    if (mode !== undefined && !closesItself) tokenizer.state = mode
    if (silent) {
      if (silent.name === name && !closesItself) silent.depth++
      inPicturesTitle = silent.name === 'svg' && name === 'title'
      return
    }
    if (unsaid?.name === name && !closesItself) unsaid.depth++
    if (name === 'html' && lang === undefined)
      // In XML its own attribute goes first (HTML §3.2.6.2); elsewhere nobody reads that.
      lang = (xml ? attribute(tag, 'xml:lang') : null) ?? attribute(tag, 'lang')
    if (name === 'base' && origin === base) origin = absolute(attribute(tag, 'href'), base) ?? base
    if (!INLINE.has(name)) say(' ')
    if (THINGS.has(name)) things++
    if (marks.length < 200) marks.push(...markOf(tag))
    if (!HEAD.has(name)) inHead = false
    if (inHead && policies.length < 10 && isPolicy(tag)) policies.push(asSaid(attribute(tag, 'content') ?? '', 8_000))
    if (name === 'meta' && referrer.length < 10 && /^referrer$/i.test(attribute(tag, 'name') ?? ''))
      referrer.push(asSaid(attribute(tag, 'content') ?? '', 100))
    if (name === 'meta' && /^refresh$/i.test(attribute(tag, 'http-equiv') ?? '')) {
      const target = /^[\s\d.]*[;,]?\s*(?:url\s*=)?\s*['"]?([^'"]+)/i.exec(attribute(tag, 'content') ?? '')?.[1]
      refresh ??= absolute(target ?? null, origin) ?? null
    }
    const said = (each: string) => attribute(tag, each)?.slice(0, 2_000) ?? null
    forms.open(name, said)
    hours.open(name, said)
    if (name === 'a' || name === 'area') {
      endLink()
      const href = links.length < LINKS ? absolute(attribute(tag, 'href'), origin) : undefined
      if (href !== undefined) {
        const said = attribute(tag, 'aria-label') ?? (name === 'area' ? attribute(tag, 'alt') : null) ?? ''
        const label = squeezed(said.slice(0, LINK_TEXT))
        link = { href, label, title: attribute(tag, 'title')?.slice(0, LINK_TEXT) ?? '', words: [], length: 0 }
        if (name === 'area') endLink()
      }
    }
    if (link && name === 'img') link.words.push(` ${(attribute(tag, 'alt') ?? '').slice(0, LINK_TEXT)} `)
    else if (link && name !== 'a')
      link.words.push(` ${(attribute(tag, 'aria-label') ?? '').slice(0, LINK_TEXT)} `.trimEnd())
    if (closesItself) return
    const style = attribute(tag, 'style')?.slice(0, 500) ?? ''
    const hidden = CLOSED.has(name) && (attribute(tag, 'hidden') !== null || /display\s?:\s?none/i.test(style))
    // Only in a picture or formula does `/>` close: <svg/> itself is one.
    const closed = tag.selfClosing && (name === 'svg' || name === 'math')
    // A template with this attribute is a shadow root: it is shown.
    const rooted = name === 'template' && attribute(tag, 'shadowrootmode') !== null
    if (SILENT.has(name) && !closed && !rooted) silent = { name, depth: 1 }
    else if (hidden && !unsaid) unsaid = { name, depth: 1 }
  }
  const close = (name: string) => {
    inPicturesTitle = false
    hours.close(name)
    if (silent) {
      if (silent.name === name && --silent.depth === 0) silent = undefined
      return
    }
    if (unsaid?.name === name && --unsaid.depth === 0) unsaid = undefined
    forms.close(name)
    if (name === 'a') endLink()
    if (!INLINE.has(name)) say(' ')
  }
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: false },
    {
      onStartTag(tag) {
        open(tag)
        if (xml && tag.selfClosing && !silent) close(tag.tagName)
      },
      onEndTag: ({ tagName }) => close(tagName),
      onCharacter: ({ chars }) => say(chars),
      onWhitespaceCharacter: () => say(' '),
      onNullCharacter() {},
      onComment() {},
      onDoctype() {},
      onEof() {},
    },
  )
  // Only there does <![CDATA[ hold text.
  tokenizer.inForeignNode = xml
  tokenizer.write(html, true)
  endLink()
  const text = squeezed(asTyped(parts.join('')))
  return {
    text: text.slice(0, max).toWellFormed(),
    textLength: text.length,
    lang: lang ? clean(lang, 50) : null,
    links,
    forms: forms.forms(),
    title: clean(squeezed(title ?? ''), 300),
    refresh,
    policies,
    referrer,
    things,
    marks,
    hours: hours.hours(),
  }
}

const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim()

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

/** Whether an answer of this type is read by the rules of XML. */
export const isXml = (contentType: string | null): boolean => /^\s*application\/xhtml\+xml/i.test(contentType ?? '')
