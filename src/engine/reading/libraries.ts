/**
 * Which libraries with which version a page fetched, by the addresses of its scripts: a version stands behind the name
 * of the library itself, in a place where those who give libraries put it. A number elsewhere may be of the site.
 */
import type { Request } from '../../model/evidence.ts'

export type Library = { readonly name: string; readonly version: string; readonly url: string }

/** Three numbers: of fewer a server gives the newest that begins so. */
const VERSION = String.raw`(\d{1,4}\.\d{1,5}\.\d{1,5})`
/** `/jquery@3.4.1/` (npm); a version that moves, or one to come, is none. */
const AT = new RegExp(String.raw`/((?:@[\w.-]{1,40}/)?[\w.-]{1,60})@${VERSION}(?=/|$)`)
/** `/jquery/3.4.1/` (cdnjs, Google, Bootstrap). */
const FOLDER = new RegExp(String.raw`/([\w.-]{1,60})/${VERSION}/`)
/** `jquery-3.4.1.min.js`, `jquery.3.4.1.js`. */
const FILE = new RegExp(
  String.raw`^([a-z][\w.]{0,40}?(?:-[a-z][\w.]{0,20}?){0,3})[.-]v?${VERSION}` +
    String.raw`(?:[.-](?:min|slim|bundle|full|pack|prod))*\.m?js$`,
)
/** What a file of the library itself has behind its name. */
const BUILD = /^(?:js|min|slim|bundle|full|pack|prod)*m?js$/
/** Where its makers give it: a folder with a name of two letters, on code.jquery.com alone. */
const JQUERY_UI = new RegExp(String.raw`^/ui/${VERSION}/jquery-ui(?:\.min)?\.js$`)
/** WordPress gives its own copies the version that they have; what themes put there is mostly their own. */
const OF_WORDPRESS: readonly (readonly [path: RegExp, name: string])[] = [
  [/\/wp-includes\/js\/jquery\/jquery(?:\.min)?\.js$/, 'jquery'],
  [/\/wp-includes\/js\/jquery\/ui\/core(?:\.min)?\.js$/, 'jquery-ui'],
]

/** Each library and version once, of scripts that were answered. */
export function librariesOf(requests: readonly Request[]): Library[] {
  const found = new Map<string, Library>()
  for (const { url, type, outcome, status } of requests) {
    if (type !== 'script' || status === null || status >= 400 || (outcome !== undefined && outcome !== 'answered'))
      continue
    const library = libraryAt(url)
    if (library) found.set(`${library.name} ${library.version}`, library)
  }
  return [...found.values()]
}

const bare = (name: string) => name.replaceAll(/[-._]/g, '')

function libraryAt(url: string): Library | undefined {
  const parsed = URL.parse(url)
  if (parsed === null) return undefined
  const path = parsed.pathname.slice(0, 500).toLowerCase()
  const file = path.slice(path.lastIndexOf('/') + 1)
  const wordpress = OF_WORDPRESS.find(([each]) => each.test(path))
  const said = new RegExp(`^${VERSION}$`).exec(parsed.searchParams.get('ver') ?? '')?.[1]
  if (wordpress && said) return { name: wordpress[1], version: said, url }
  const at = AT.exec(path)
  if (at) return { name: at[1]!, version: at[2]!, url }
  const ui = JQUERY_UI.exec(path)
  if (ui && parsed.hostname === 'code.jquery.com') return { name: 'jquery-ui', version: ui[1]!, url }
  const named = FILE.exec(file)
  if (named) return { name: named[1]!, version: named[2]!, url }
  const folder = FOLDER.exec(path)
  // Only the library itself: `/jquery/3.4.1/plugin.js` may be anything, and `jquery.cookie.js` is another.
  const stem = bare(folder?.[1] ?? '')
    .replace(/js$/, '')
    .replace(/^twitter/, '')
  const own = stem !== '' && bare(file).startsWith(stem) && BUILD.test(bare(file).slice(stem.length))
  return folder && own ? { name: folder[1]!, version: folder[2]!, url } : undefined
}
