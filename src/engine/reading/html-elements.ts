/** What kinds of element there are for who reads HTML without building a tree. */
import { TokenizerMode } from 'parse5'

type Mode = (typeof TokenizerMode)[keyof typeof TokenizerMode]

/** Elements whose content is not markup, so that the tokenizer must be told where it is. */
export const MODES: ReadonlyMap<string, Mode> = new Map<string, Mode>([
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
export const SILENT: ReadonlySet<string> = new Set([
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
export const CLOSED: ReadonlySet<string> = new Set([
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
export const INLINE: ReadonlySet<string> = new Set([
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
export const THINGS: ReadonlySet<string> = new Set(
  'img svg picture video audio canvas iframe object embed input button select textarea'.split(' '),
)
/** Elements that may stand in the head of a document, or around it: any other ends it. */
export const HEAD: ReadonlySet<string> = new Set('html head meta title link style script base template'.split(' '))
