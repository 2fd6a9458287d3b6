/**
 * How the reader of a page asks elements: through the prototypes, because `<form>` and `document` let a page's own
 * names (`<input name=action>`) stand before their methods. Runs in the page, so it refers to nothing outside itself.
 */
export function domOf() {
  const getter = <T>(owner: object, name: string) => {
    const get = Object.getOwnPropertyDescriptor(owner, name)?.get
    return (of: unknown) => get?.call(of) as T
  }
  const of = {
    children: getter<ArrayLike<Node>>(Node.prototype, 'childNodes'),
    kind: getter<number>(Node.prototype, 'nodeType'),
    parent: getter<Node | null>(Node.prototype, 'parentNode'),
    text: getter<string | null>(Node.prototype, 'textContent'),
    data: getter<string>(CharacterData.prototype, 'data'),
    before: getter<Element | null>(Element.prototype, 'previousElementSibling'),
    tag: getter<string>(Element.prototype, 'localName'),
    shadow: getter<ShadowRoot | null>(Element.prototype, 'shadowRoot'),
    host: getter<Element>(ShadowRoot.prototype, 'host'),
    root: getter<Element | null>(Document.prototype, 'documentElement'),
    wide: getter<number>(Element.prototype, 'scrollWidth'),
    title: getter<string>(Document.prototype, 'title'),
    type: getter<string>(Document.prototype, 'contentType'),
    url: getter<string>(Document.prototype, 'URL'),
  }
  /** How much a colour hides of what is behind it: 0 to 1. */
  const alpha = (colour: string) => {
    if (colour === 'transparent') return 0
    const part = /(?:rgba\([^)]*,|\/)\s*([\d.]+)(%?)\)$/.exec(colour)
    return part ? Number(part[1]) / (part[2] ? 100 : 1) : 1
  }
  const base = getter<string>(Node.prototype, 'baseURI')(document).slice(0, 2_000)
  // Cut at once: a page may make a value of a gigabyte, and only what is needed may leave the page.
  const attribute = (element: Element, name: string, most = 2_000) =>
    Element.prototype.getAttribute.call(element, name)?.slice(0, most) ?? null
  const squeeze = (text: string, most: number) =>
    text
      .slice(0, most * 4)
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, most)
  const absolute = (url: string) => {
    try {
      return new URL(url, base).href.slice(0, 2_000)
    } catch {
      return url
    }
  }
  /** The element around a node as it is shown: a shadow root stands in its host. */
  const around = (node: Node): Element | null => {
    const parent = of.parent(node)
    if (parent instanceof ShadowRoot) return of.host(parent)
    return parent instanceof Element ? parent : null
  }
  const path = (element: Element) => {
    const steps: string[] = []
    for (let at: Element | null = element; at && steps.length < 5; at = around(at)) {
      const id = attribute(at, 'id')
      const tag = of.tag(at).slice(0, 60)
      if (id && /^[A-Za-z][\w-]{0,60}$/.test(id)) {
        steps.unshift(`#${id}`)
        break
      }
      let nth = 1
      for (let one = of.before(at), seen = 0; one && seen < 2_000; one = of.before(one), seen++)
        if (of.tag(one).slice(0, 60) === tag) nth++
      steps.unshift(`${tag}:nth-of-type(${nth})`)
    }
    return steps.join(' > ')
  }
  /** The name that ARIA gives it. */
  const label = (element: Element, most: number) => {
    const ids = (attribute(element, 'aria-labelledby') ?? '').split(/\s+/).filter(Boolean).slice(0, 5)
    const named = ids.map((id) => Document.prototype.getElementById.call(document, id))
    const said = named.map((one) => (one ? (of.text(one) ?? '') : '')).join(' ')
    return squeeze(said, most) || squeeze(attribute(element, 'aria-label') ?? '', most)
  }
  return { of, attribute, squeeze, absolute, around, path, label, alpha, getter }
}

export type Dom = ReturnType<typeof domOf>
