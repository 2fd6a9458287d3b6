/**
 * By what an element is known again when the page around it changes: what it is, what it is called, in which part of
 * the page it stands. Not its place in a row, its classes or its id, which a build or another paragraph changes.
 * Runs in the page, so it refers to nothing outside itself.
 */
import type { Traits } from '../../reading/barrier.ts'
import type { Dom } from './page-dom.ts'

/** Gives what reads the traits of an element, by which a barrier is known again: no index, no class. In the page. */
export function traitsOf({ of, attribute, squeeze, around, label }: Dom) {
  const ROLES: Readonly<Record<string, string>> = {
    a: 'link',
    button: 'button',
    img: 'img',
    svg: 'img',
    nav: 'navigation',
    main: 'main',
    header: 'banner',
    footer: 'contentinfo',
    aside: 'complementary',
    form: 'form',
    section: 'region',
    article: 'article',
    h1: 'heading',
    h2: 'heading',
    h3: 'heading',
    h4: 'heading',
    h5: 'heading',
    h6: 'heading',
    select: 'combobox',
    textarea: 'textbox',
    table: 'table',
    ul: 'list',
    ol: 'list',
    li: 'listitem',
    iframe: 'frame',
  }
  const LANDMARK = /^(?:navigation|main|banner|contentinfo|complementary|search|form|region)$/
  /** Tags that say something of what stands in them: wrappers come and go with each build. */
  const SAYS = new RegExp(
    '^(?:main|nav|header|footer|aside|section|article|form|fieldset|table|thead|tbody|tr|td|th|ul|ol|li|dl|dt|dd|' +
      'figure|h[1-6]|p|a|button|label|dialog|details|summary)$',
  )
  const roleOf = (element: Element) => {
    const own = (attribute(element, 'role', 60) ?? '').trim().toLowerCase().split(/\s/, 1)[0]
    const tag = of.tag(element).slice(0, 40)
    return (
      own ||
      (tag === 'input' ? `input ${(attribute(element, 'type', 20) ?? 'text').toLowerCase()}` : '') ||
      ROLES[tag] ||
      tag
    )
  }
  /** Numbers change by themselves: of messages, of visitors, in the name of a file of each build. */
  const steady = (text: string) => squeeze(text, 80).toLowerCase().replace(/\d+/g, '#')
  const fileOf = (address: string) =>
    (address.split(/[?#]/, 1)[0] ?? '')
      .split('/')
      .at(-1)!
      .replace(/[.\-_][\da-f]{6,}(?=[.\-_]|$)/gi, '')
      .slice(0, 80)
  return (element: Element): Traits => {
    const path: string[] = []
    let landmark = ''
    for (let at = around(element), steps = 0; at && steps < 200; at = around(at), steps++) {
      const tag = of.tag(at).slice(0, 20)
      if (path.length < 6 && landmark === '' && SAYS.test(tag)) path.unshift(tag)
      const role = roleOf(at)
      if (landmark === '' && LANDMARK.test(role)) landmark = `${role} ${steady(label(at, 80))}`.trim()
    }
    const text = of.text(element) ?? ''
    const name = label(element, 80) || attribute(element, 'alt', 80) || attribute(element, 'title', 80) || ''
    const leads = (attribute(element, 'href') ?? '').split(/[?#]/, 1)[0]!.slice(-80)
    return {
      role: roleOf(element),
      name: steady(name),
      landmark,
      path: path.join(' '),
      own: attribute(element, 'name', 80) || leads || fileOf(attribute(element, 'src') ?? ''),
      // Of a whole part of the page the words change too often to know it by.
      text: text.length > 1_000 ? '' : steady(text),
    }
  }
}
