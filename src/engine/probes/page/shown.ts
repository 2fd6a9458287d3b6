/** Whether a document shows anything at all, looked for where a glance does not look, and whether it was meant to. */
import { withParts } from './in-page.ts'
import { domOf } from './page-dom.ts'

const PARTS = { domOf }

/**
 * Runs in the page, when it shows nothing: whether it was written so. It has a doctype, which the empty answer of a
 * broken program has not, and no script, frame or way elsewhere that could still fill it.
 */
export const writtenBlank = withParts(({ domOf }: typeof PARTS): boolean => {
  const may = 'script, noscript, template, iframe, frameset, object, embed, meta[http-equiv="refresh" i]'
  const doctype = domOf().getter(Document.prototype, 'doctype')(document)
  return doctype instanceof DocumentType && Document.prototype.querySelector.call(document, may) === null
}, PARTS)

/**
 * Runs in the page, only when a glance saw no text and no pictures or fields: whether anything is shown after all, in
 * open shadow roots too. Text, links, pictures, what has a role or takes the focus, a background, and elements of the
 * page's own making, whose inside may be closed to us. At most 5,000 elements. Clobber-safe, as the glance.
 */
export const showsSomething = withParts(({ domOf }: typeof PARTS): boolean => {
  const THINGS =
    'a[href], area[href], img, svg, picture, video, audio, canvas, iframe, object, embed, input, button, select, ' +
    'textarea, meter, progress, summary, hr, math, [role], [tabindex], [contenteditable]'
  const { of } = domOf()
  const root = of.root(document)
  const visible = (element: Element) => Element.prototype.checkVisibility.call(element, { visibilityProperty: true })
  const painted = (element: Element) => {
    const { width, height } = Element.prototype.getBoundingClientRect.call(element)
    if (width === 0 || height === 0) return false
    if (of.tag(element).includes('-')) return true
    if (getComputedStyle(element).backgroundImage !== 'none') return true
    return ['::before', '::after'].some(
      (part) => !['none', 'normal', '""'].includes(getComputedStyle(element, part).content),
    )
  }
  const SILENT = ['head', 'script', 'style', 'template', 'noscript', 'title']
  const queue: Node[] = root instanceof Element ? [root] : []
  for (let at = 0; at < queue.length && at < 5_000; at++) {
    const node = queue[at]!
    if (node instanceof Element) {
      if (SILENT.includes(of.tag(node)) || !visible(node)) continue
      if (Element.prototype.matches.call(node, THINGS) || painted(node)) return true
      const shadow = of.shadow(node)
      if (shadow) queue.push(shadow)
    }
    const children = of.children(node)
    for (let index = 0; index < children.length && queue.length < 10_000; index++) {
      const child = children[index]!
      if (child instanceof Text) {
        if (of.data(child).trim() !== '') return true
      } else if (child instanceof Element) queue.push(child)
    }
  }
  return false
}, PARTS)
