/** What stands in a document: gathered in one go, in an isolated world, without trusting the document's own names. */
import { clean } from '../../lib/clean.ts'
import type { Session } from '../../model/evidence.ts'
import { keptUrl } from './session-requests.ts'

type Facts = Pick<
  Session,
  'title' | 'lang' | 'links' | 'forms' | 'scripts' | 'stylesheets' | 'metas' | 'text' | 'textLength'
> & {
  /** Whether there was more of anything than is kept. */
  readonly cut: boolean
}

/**
 * Runs in the page, so it refers to nothing outside itself. Elements are asked through the prototypes: `<form>` and
 * `document` let a page's own names (`<input name=action>`) stand before their methods.
 */
export function pageFacts(): Facts {
  const select = Document.prototype.querySelectorAll
  const within = Element.prototype.querySelectorAll
  // Cut at once: a page may make a value of a gigabyte, and only what is needed may leave the page.
  const attribute = (element: Element, name: string) =>
    Element.prototype.getAttribute.call(element, name)?.slice(0, 2_000) ?? null
  const get = (name: 'title' | 'body' | 'baseURI') => {
    const owner = name === 'baseURI' ? Node.prototype : Document.prototype
    return Object.getOwnPropertyDescriptor(owner, name)?.get?.call(document) as unknown
  }
  let cut = false
  const some = <E extends Element>(selector: string, most: number, from?: Element) => {
    const found = from ? within.call(from, selector) : select.call(document, selector)
    if (found.length > most && most > 1) cut = true
    return Array.from({ length: Math.min(found.length, most) }, (_, index) => found[index] as E)
  }
  const words = (text: string | null | undefined, most: number) =>
    (text ?? '')
      .slice(0, most * 4)
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, most)
  const base = String(get('baseURI')).slice(0, 2_000)
  const absolute = (url: string) => {
    try {
      return new URL(url, base).href.slice(0, 2_000)
    } catch {
      return url
    }
  }
  const getter = <T>(owner: object, name: string) => {
    const { get } = Object.getOwnPropertyDescriptor(owner, name) ?? {}
    return (element: Element) => get?.call(element) as T
  }
  const parentOf = getter<Element | null>(Node.prototype, 'parentElement')
  const before = getter<Element | null>(Element.prototype, 'previousElementSibling')
  const tagOf = getter<string>(Element.prototype, 'localName')
  const path = (element: Element) => {
    const steps: string[] = []
    for (let at: Element | null = element; at && steps.length < 5; at = parentOf(at)) {
      const id = attribute(at, 'id')
      const tag = tagOf(at).slice(0, 60)
      if (id && /^[A-Za-z][\w-]{0,60}$/.test(id)) {
        steps.unshift(`#${id}`)
        break
      }
      let nth = 1
      for (let one = before(at), steps = 0; one && steps < 2_000; one = before(one), steps++)
        if (tagOf(one).slice(0, 60) === tag) nth++
      steps.unshift(`${tag}:nth-of-type(${nth})`)
    }
    return steps.join(' > ')
  }
  const name = (link: Element) =>
    words(link.textContent, 200) ||
    words(attribute(link, 'aria-label'), 200) ||
    words(attribute(link, 'title'), 200) ||
    words(
      some('img[alt]', 1, link)
        .map((image) => attribute(image, 'alt'))
        .join(' '),
      200,
    )

  const links = new Map<string, { href: string; text: string }>()
  for (const link of some('a[href], area[href]', 3_000)) {
    const href = absolute(attribute(link, 'href') ?? '')
    const text = name(link)
    links.set(`${href} ${text}`, { href, text })
  }
  // The footer, where statements are linked, comes last: keep both ends.
  const each = [...links.values()]
  const kept = each.length <= 300 ? each : [...each.slice(0, 200), ...each.slice(-100)]

  const forms = some('form', 50).map((form) => ({
    action: absolute(attribute(form, 'action') ?? ''),
    method: (attribute(form, 'method') ?? 'get').toLowerCase().slice(0, 10),
    selector: path(form),
    fields: some('input, select, textarea', 100, form)
      .map((field) => {
        const id = attribute(field, 'id')
        const label = (field as HTMLInputElement).labels?.[0]?.textContent
        const type = field.localName === 'input' ? (attribute(field, 'type') ?? 'text').toLowerCase() : field.localName
        return {
          type: type.slice(0, 30),
          name: (attribute(field, 'name') ?? id ?? '').slice(0, 100),
          label: words(
            label ?? ['aria-label', 'placeholder', 'title'].map((one) => attribute(field, one)).find(Boolean),
            200,
          ),
        }
      })
      .filter((field) => !['hidden', 'submit', 'button', 'reset', 'image'].includes(field.type))
      .slice(0, 30),
  }))
  const body = get('body')
  const text = body instanceof HTMLElement ? body.innerText.trim() : ''
  const root = some('html', 1)[0]
  return {
    title: words(String(get('title') ?? ''), 300),
    lang: root ? attribute(root, 'lang') : null,
    links: kept,
    forms,
    scripts: some('script[src]', 200).map((one) => ({
      src: absolute(attribute(one, 'src') ?? ''),
      integrity: attribute(one, 'integrity'),
      selector: path(one),
    })),
    stylesheets: some('link[rel~="stylesheet" i][href]', 100).map((one) => ({
      href: absolute(attribute(one, 'href') ?? ''),
      integrity: attribute(one, 'integrity'),
      selector: path(one),
    })),
    metas: some('meta[content]', 100)
      .map((one) => ({
        name: (['name', 'property', 'http-equiv'].map((kind) => attribute(one, kind)).find(Boolean) ?? '')
          .toLowerCase()
          .slice(0, 100),
        content: (attribute(one, 'content') ?? '').slice(0, 500),
      }))
      .filter((one) => one.name),
    text: text.slice(0, 20_000),
    textLength: text.length,
    cut: cut || kept.length < each.length || text.length > 20_000,
  }
}

/** The same facts, safe to store: nothing that PostgreSQL refuses, addresses without passwords, everything capped. */
export function cleanFacts(facts: Facts): Facts {
  const tied = ({ integrity, selector }: { integrity: string | null; selector: string }) => ({
    integrity: integrity === null ? null : clean(integrity, 300),
    selector: clean(selector, 300),
  })
  return {
    title: clean(facts.title, 300),
    lang: facts.lang === null ? null : clean(facts.lang, 50),
    links: facts.links.map(({ href, text }) => ({ href: keptUrl(href), text: clean(text, 200) })),
    forms: facts.forms.map((form) => ({
      action: keptUrl(form.action),
      method: clean(form.method, 10),
      selector: clean(form.selector, 300),
      fields: form.fields.map(({ name, type, label }) => ({
        name: clean(name, 100),
        type: clean(type, 30),
        label: clean(label, 200),
      })),
    })),
    scripts: facts.scripts.map((one) => ({ src: keptUrl(one.src), ...tied(one) })),
    stylesheets: facts.stylesheets.map((one) => ({ href: keptUrl(one.href), ...tied(one) })),
    metas: facts.metas.map((one) => ({ name: clean(one.name, 100), content: clean(one.content, 500) })),
    text: clean(facts.text, 20_000),
    textLength: facts.textLength,
    cut: facts.cut,
  }
}
