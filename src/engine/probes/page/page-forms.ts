/**
 * The forms of a page, each with the fields that go along, wherever these stand, and with every address that one of its
 * buttons sends them to. Runs in the page, so it refers to nothing outside itself.
 */
import type { Form } from '../../../model/evidence.ts'
import type { Dom } from './page-dom.ts'

/**
 * Each form once per address it may be sent to; at most 60 fields of each, those that nobody fills in left out. `cut`:
 * there was more. `seen`: fields and labels that an eye can get to see.
 */
export function formsOf(
  { of, attribute, squeeze, absolute, around, path, label, getter }: Dom,
  { forms, fields, buttons }: { readonly [kind in 'forms' | 'fields' | 'buttons']: readonly Element[] },
  seen: ReadonlySet<Node>,
): { readonly forms: Form[]; readonly cut: boolean } {
  let cut = false
  const kinds = [
    [HTMLInputElement, 'input'],
    [HTMLSelectElement, 'select'],
    [HTMLTextAreaElement, 'textarea'],
    [HTMLButtonElement, 'button'],
  ] as const
  const owned = new Map(kinds.map(([{ prototype }, tag]) => [tag as string, getter<Element | null>(prototype, 'form')]))
  const labelled = new Map(
    kinds.map(([{ prototype }, tag]) => [tag as string, getter<ArrayLike<Node> | null>(prototype, 'labels')]),
  )
  // Which form it goes along with, by its place or its `form` attribute.
  const formOf = (element: Element) => owned.get(of.tag(element))?.(element) ?? null
  const fieldOf = (field: Element) => {
    const tag = of.tag(field)
    const kind = tag === 'input' ? (attribute(field, 'type') || 'text').toLowerCase() : tag
    const labels = Array.from(labelled.get(tag)?.(field) ?? []).slice(0, 20)
    const said = labels[0]
    const other = ['placeholder', 'title'].map((one) => attribute(field, one)).find(Boolean)
    const [name, id] = [attribute(field, 'name', 100), attribute(field, 'id', 100)]
    const most = Number.parseInt(attribute(field, 'maxlength', 10) ?? '', 10)
    const [autocomplete, pattern] = [attribute(field, 'autocomplete', 100), attribute(field, 'pattern', 100)]
    const needed = attribute(field, 'required', 1) !== null || attribute(field, 'aria-required', 10) === 'true'
    return {
      type: kind.slice(0, 30),
      name: name ?? id ?? '',
      label: squeeze((said && of.text(said)) ?? '', 200) || label(field, 200) || squeeze(other ?? '', 200),
      ...(name && id && id !== name && { id }),
      ...(autocomplete && { autocomplete }),
      ...(pattern && { pattern }),
      ...(most >= 0 && { maxLength: most }),
      ...(needed && { required: true as const }),
      // A choice, a file and a list of a site's own making lie unseen under what their label shows.
      drawn: [field, ...labels].some((one) => seen.has(one)),
    }
  }
  const WINDOW = /dialog|pop-?up|modal|overlay|lightbox/i
  /** Whether it lies in a window over the page: by what its surroundings say they are, or by staying in their place. */
  const isOver = (form: Element) => {
    let at: Element | null = form
    for (let up = 0; at && up < 200 && !/^(?:body|html)$/.test(of.tag(at)); up++, at = around(at)) {
      const called = ['class', 'id', 'role', 'aria-modal'].map((one) => attribute(at!, one, 300) ?? '')
      const modal = called.pop() === 'true'
      if (modal || WINDOW.test(`${of.tag(at)} ${called.join(' ')}`)) return true
      if (getComputedStyle(at).position === 'fixed') return true
    }
    return false
  }
  const METHODS = ['get', 'post', 'dialog']
  // HTML §4.10.21.3: an empty action is the document's own address, whatever its base.
  const sentTo = (action: string | null) => (action?.trim() ? absolute(action) : of.url(document).slice(0, 2_000))
  const by = (method: string | null) => METHODS.find((one) => one === method?.toLowerCase()) ?? 'get'
  const every = forms.flatMap((form) => {
    const own = { action: attribute(form, 'action'), method: attribute(form, 'method'), from: form }
    const search = /^\s*search\s*$/i.test(attribute(form, 'role', 100) ?? '')
    const every = buttons.filter((button) => formOf(button) === form)
    const senders = every.slice(0, 50)
    const ways = senders.map((button) => {
      const [action, method] = [attribute(button, 'formaction'), attribute(button, 'formmethod')]
      const plain = action === null && method === null
      return plain ? own : { action: action ?? own.action, method: method ?? own.method, from: button }
    })
    const inIt = fields
      .filter((field) => formOf(field) === form)
      .filter((field) => {
        const kind = of.tag(field) === 'input' ? (attribute(field, 'type') ?? '').toLowerCase() : ''
        return !['hidden', 'submit', 'button', 'reset', 'image'].includes(kind)
      })
    const kept = inIt.slice(0, 60).map(fieldOf)
    const over = isOver(form)
    if (every.length > senders.length || inIt.length > kept.length) cut = true
    const targets = new Map(
      (ways.length > 0 ? ways : [own]).map(({ action, method, from }) => {
        const target = { action: sentTo(action), method: by(method) }
        return [
          `${target.method} ${target.action}`,
          { ...target, selector: path(from), fields: kept, over, ...(search && { search }) },
        ] as const
      }),
    )
    return [...targets.values()]
  })
  return { forms: every, cut }
}
