/** A first look at what stands in the browser, before anything of it is read. */
import type { Glance } from '../reading/in-the-way.ts'

/** Runs in the page. Clobber-safe: a document's own names (`<img name=body>`) do not reach these calls. */
export function glance(): Glance {
  const all = (selector: string) => Document.prototype.querySelectorAll.call(document, selector)
  const get = (name: 'title' | 'body'): unknown =>
    Object.getOwnPropertyDescriptor(Document.prototype, name)?.get?.call(document)
  const body = get('body')
  const text = body instanceof HTMLElement ? body.innerText.trim() : ''
  const marked = all('script[src], iframe[src], form[action], [id^="cf-"], [id^="challenge"], [class*="captcha" i]')
  const marks = Array.from({ length: Math.min(marked.length, 200) }, (_, at) =>
    ['src', 'action', 'id', 'class']
      .map((name) => (Element.prototype.getAttribute.call(marked[at], name) ?? '').slice(0, 300))
      .join(' ')
      .slice(0, 300),
  )
  const shown = 'img, svg, picture, video, audio, canvas, iframe, object, embed, input, button, select, textarea'
  return {
    title: String(get('title') ?? '').slice(0, 300),
    textLength: text.length,
    text: text.slice(0, 2_000),
    things: all(shown).length,
    links: all('a[href]').length,
    marks,
  }
}
