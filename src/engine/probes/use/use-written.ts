/**
 * What can be read from how a page is written: headings, groups of choices, what fields ask of a visitor, videos and
 * sounds, and pieces of text with their language. Runs in the page.
 */
import { withParts } from '../page/in-page.ts'
import { domOf } from '../page/page-dom.ts'
import { traitsOf } from '../page/page-traits.ts'
import { purposesOf } from './use-purposes.ts'
import { tellerOf, type RawTried } from './use-spots.ts'

const PARTS = { domOf, traitsOf, tellerOf, purposesOf }

export type Written = {
  readonly headings: RawTried
  readonly groups: RawTried
  readonly fields: RawTried
  readonly captions: RawTried
  readonly sound: RawTried
  readonly pieces: readonly { readonly lang: string; readonly text: string; readonly target: string }[]
}

function written({ domOf, traitsOf, tellerOf, purposesOf }: typeof PARTS): Written {
  const MOST = 2_000
  const dom = domOf()
  const { of, attribute, squeeze, around, label, path, getter } = dom
  const tell = tellerOf(dom, traitsOf(dom))
  const every = (selector: string) => {
    const found = Document.prototype.querySelectorAll.call(document, selector)
    return Array.from({ length: Math.min(found.length, MOST) }, (_, at) => found[at]!)
  }
  const visible = (element: Element) => Element.prototype.checkVisibility.call(element, { visibilityProperty: true })
  const hidden = (element: Element) =>
    Element.prototype.closest.call(element, '[aria-hidden="true" i], [inert]') !== null
  const tried = (looked: number, told: readonly (Element | readonly [Element, string])[]): RawTried => ({
    looked,
    count: told.length,
    raw: told.slice(0, 200).map((one) => (one instanceof Element ? tell(one) : tell(one[0], one[1]))),
  })

  /** Whether anything in it is said: words, or a picture with a text (Accessible Name 1.2 §4.3.2, step F). */
  const saysSomething = (element: Element): boolean => {
    if (label(element, 80) !== '' || (attribute(element, 'title', 80) ?? '').trim() !== '') return true
    const queue: Node[] = [element]
    for (let at = 0; at < queue.length && at < 2_000; at++) {
      const node = queue[at]!
      if (node instanceof Text) {
        if (of.data(node).slice(0, 2_000).trim() !== '') return true
        continue
      }
      if (!(node instanceof Element)) continue
      if (node !== element) {
        if (!visible(node) || attribute(node, 'aria-hidden')?.toLowerCase() === 'true') continue
        if (['alt', 'aria-label', 'title'].some((name) => (attribute(node, name, 80) ?? '').trim() !== '')) return true
        if (label(node, 80) !== '' || /^(?:iframe|object|slot|title)$/.test(of.tag(node)) || of.shadow(node))
          return true
      }
      // What style writes before or after it is said too.
      if (['::before', '::after'].some((part) => !/^(?:none|normal|""|'')$/.test(getComputedStyle(node, part).content)))
        return true
      const children = of.children(node)
      for (let index = 0; index < children.length && queue.length < 3_000; index++) queue.push(children[index]!)
    }
    return false
  }
  const headings = every('h1, h2, h3, h4, h5, h6, [role="heading"]').filter((one) => {
    const role = (attribute(one, 'role', 60) ?? '').trim().toLowerCase()
    return (role === '' || role === 'heading') && visible(one) && !hidden(one)
  })

  /** Choices that belong together by their name, and what says what they are about. */
  const choices = every('input[type="radio" i]').filter(
    (one) => visible(one) && !hidden(one) && attribute(one, 'name', 100),
  )
  const form = getter<Element | null>(HTMLInputElement.prototype, 'form')
  const perGroup = new Map<string, Element[]>()
  const forms = new Map<Element | null, number>()
  for (const one of choices) {
    const own = form(one)
    if (!forms.has(own)) forms.set(own, forms.size)
    const key = `${forms.get(own)} ${attribute(one, 'name', 100)}`
    perGroup.set(key, [...(perGroup.get(key) ?? []), one])
  }
  const groups = [...perGroup.values()].filter((each) => each.length > 1)
  const asked = ({ [0]: first }: readonly Element[]) => {
    for (let at: Element | null = first ? around(first) : null, steps = 0; at && steps < 50; at = around(at), steps++) {
      const role = (attribute(at, 'role', 40) ?? '').toLowerCase()
      if (of.tag(at) === 'fieldset') {
        const legend = Element.prototype.querySelector.call(at, ':scope > legend')
        if ((legend && saysSomething(legend)) || label(at, 80) || attribute(at, 'title', 80)) return true
      } else if (/^(?:radiogroup|group)$/.test(role) && (label(at, 80) || attribute(at, 'title', 80))) return true
      if (of.tag(at) === 'form') return false
    }
    return false
  }
  // One that stands in a table is told by its headings.
  const inTable = ({ [0]: first }: readonly Element[]) => {
    const table = first && Element.prototype.closest.call(first, 'table, [role="table"], [role="grid"]')
    // A table that only places things has no headings.
    const headings = 'th, [role="columnheader"], [role="rowheader"]'
    if (!table) return false
    const own = (one: Element) => Element.prototype.closest.call(one, 'table, [role="table"], [role="grid"]') === table
    return [...Element.prototype.querySelectorAll.call(table, headings)].some(own)
  }
  const labels = getter<ArrayLike<Node> | null>(HTMLInputElement.prototype, 'labels')
  const wordsOf = (one: Element) => {
    const own = labels(one)?.[0]
    return (
      squeeze((own && of.text(own)) ?? '', 80) || label(one, 80) || squeeze(attribute(one, 'placeholder', 80) ?? '', 80)
    )
  }
  /** Whether each choice says by itself what is answered: "Ja, ik wil lid worden", and not "Met de fiets of lopend". */
  const SENTENCE = /(?:^|\s)(?:ik|mij|mijn|wij|i|we|my|me)\s/i
  const sentences = (group: readonly Element[]) =>
    group.every((one) => {
      const words = wordsOf(one)
      return words.split(' ').length >= 4 && SENTENCE.test(words)
    })
  const told = (one: Element) =>
    attribute(one, 'aria-labelledby') !== null || attribute(one, 'aria-describedby') !== null

  /** What a form asks of the visitor, by the whole of the words at the field (WCAG 1.3.5, its list of purposes). */
  const whole = (words: string) =>
    new RegExp(`^(?:${words})\\s*\\*?:?\\s*(?:\\((?:verplicht|required)\\))?\\s*\\*?$`, 'i')
  const PURPOSE = whole(
    '(?:(?:uw|je|your) )?(?:e-?mail(?:-?adres| address)?|voornaam|first name|given name|achternaam|last name|surname|' +
      'family name|telefoon(?:nummer)?|phone(?: number)?|mobiel(?:e nummer)?)|' +
      // Without whose, it may be the name of an association or the day a child was born.
      '(?:uw|je|your) (?:(?:volledige |full )?na(?:am|me)|geboortedatum|date of birth)',
  )
  /** By itself one asks of a place: what is collected there, or what is broken there. */
  const PLACE = whole('(?:(?:uw|je|your) )?(?:postcode|postal code|zip code)')
  /** What one looks for is not about oneself (1.3.5 is about the user): a field to search with, or a form of such. */
  const searches = (one: Element) =>
    Element.prototype.closest.call(one, '[role="search" i], search') !== null ||
    /zoek|search|^q$/i.test(`${attribute(one, 'name', 60) ?? ''} ${attribute(one, 'id', 60) ?? ''}`)
  const { ofAnother, fills } = purposesOf(dom, every('legend, h1, h2, h3, h4, h5, h6, [role="heading"]'))
  const inputs = every('input').filter((one) => {
    const type = (attribute(one, 'type', 20) ?? 'text').toLowerCase()
    return (
      /^(?:text|email|tel|)$/.test(type) &&
      visible(one) &&
      !hidden(one) &&
      !Element.prototype.matches.call(one, ':disabled, [readonly]') &&
      !searches(one)
    )
  })
  const ofVisitor = inputs.filter((one) => PURPOSE.test(wordsOf(one)))
  const formsOfVisitor = new Set(ofVisitor.map(form))
  const purposes = inputs.filter(
    (one) =>
      !ofAnother(one) && (ofVisitor.includes(one) || (PLACE.test(wordsOf(one)) && formsOfVisitor.has(form(one)))),
  )

  const media = every('video, audio').filter(
    (one) => attribute(one, 'src') !== null || Element.prototype.querySelector.call(one, 'source[src]') !== null,
  )
  const seconds = getter<number>(HTMLMediaElement.prototype, 'duration')
  const muted = (one: Element) =>
    attribute(one, 'muted') !== null || getter<boolean>(HTMLMediaElement.prototype, 'muted')(one) === true
  // A film without sound that goes round and round is decoration.
  const films = media.filter(
    (one) => of.tag(one) === 'video' && visible(one) && !(muted(one) && attribute(one, 'autoplay') !== null),
  )
  const embeds = every('iframe[src]').filter((one) =>
    /(?:youtube(?:-nocookie)?\.com\/embed|player\.vimeo\.com\/video)\//.test(attribute(one, 'src') ?? ''),
  )
  const captioned = (one: Element) =>
    Element.prototype.querySelector.call(
      one,
      'track[kind="captions" i][src], track[kind="subtitles" i][src], track[src]:not([kind])',
    ) !== null
  const loud = media.filter((one) => attribute(one, 'autoplay') !== null && !muted(one))

  /** The language that the page says a piece is in (HTML §3.2.6.2). */
  const langOf = (element: Element) => {
    for (let at: Element | null = element, steps = 0; at && steps < 500; at = around(at), steps++) {
      const lang = attribute(at, 'lang', 40)
      if (lang !== null) return lang.trim().toLowerCase()
    }
    return ''
  }
  const LONG = 120
  const texts = every('p, li, blockquote, dd, td, figcaption, h1, h2, h3, [lang]').flatMap((one) => {
    if (!visible(one) || Element.prototype.querySelector.call(one, 'p, li, blockquote, ul, ol, table') !== null)
      return []
    if (Element.prototype.closest.call(one, 'pre, code, address, [translate="no" i]') !== null) return []
    const text = squeeze((of.text(one) ?? '').slice(0, 2_000), 300)
    return text.length >= LONG ? [{ lang: langOf(one), text, target: path(one) }] : []
  })
  // From everywhere on the page, and what says another language than most first.
  const most = of.root(document) ? langOf(of.root(document)!) : ''
  const step = Math.max(1, Math.ceil(texts.length / 20))
  const pieces = [
    ...texts.filter(({ lang }) => lang !== most).slice(0, 10),
    ...texts.filter(({ lang }, at) => lang === most && at % step === 0),
  ]

  return {
    headings: tried(
      headings.length,
      headings.filter((one) => !saysSomething(one)),
    ),
    groups: tried(
      groups.length,
      groups
        .filter((each) => !asked(each) && !inTable(each) && !each.some(told) && !sentences(each))
        .map((each) => [each[0]!, `${each.length} ×`] as const),
    ),
    fields: tried(
      purposes.length,
      purposes.filter((one) => !fills(one)),
    ),
    captions: tried(films.length + embeds.length, [...films.filter((one) => !captioned(one)), ...embeds]),
    sound: tried(
      media.length,
      loud.filter((one) => attribute(one, 'controls') === null && !(seconds(one) <= 3)),
    ),
    pieces: pieces.slice(0, 30),
  }
}

export const writtenInPage = withParts(written, PARTS)
