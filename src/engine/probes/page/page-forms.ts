/**
 * The forms of a page, each with the fields that go along, wherever these stand, and with every address that one of its
 * buttons sends them to. Runs in the page, so it refers to nothing outside itself.
 */
import type { Field, Form } from '../../../model/evidence.ts'
import type { Dom } from './page-dom.ts'

/**
 * Each form once per address it may be sent to; at most 60 fields of each, those that nobody fills in left out. `cut`:
 * there was more. `seen`: fields and labels that an eye can get to see. `loose`: fields outside any form, which a
 * script reads and sends (HTML §4.10.17.3: a field need not have a form).
 */
export function formsOf(
  { of, attribute, squeeze, absolute, around, path, label, getter }: Dom,
  { forms, fields, buttons }: { readonly [kind in 'forms' | 'fields' | 'buttons']: readonly Element[] },
  seen: ReadonlySet<Node>,
): { readonly forms: Form[]; readonly loose: Field[]; readonly cut: boolean } {
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
  const NO_FIELD = ['hidden', 'submit', 'button', 'reset', 'image']
  const isField = (field: Element) =>
    of.tag(field) !== 'input' || !NO_FIELD.includes((attribute(field, 'type') ?? '').toLowerCase())
  /** What it says, without what one chooses or types in it: the options of a list are no part of its label. */
  const wordsOf = (element: Element) => {
    const said: string[] = []
    const stack: Node[] = [element]
    for (let steps = 0; stack.length > 0 && steps < 500; steps++) {
      const node = stack.pop()!
      if (of.kind(node) === 3) said.push(of.data(node).slice(0, 400))
      if (of.kind(node) !== 1 || /^(?:select|textarea|script|style)$/.test(of.tag(node as Element))) continue
      const children = of.children(node as Element)
      for (let at = Math.min(children.length, 100) - 1; at >= 0; at--) stack.push(children[at]!)
    }
    return squeeze(said.join(''), 200)
  }
  /** What the group asks in which a choice stands (HTML §4.10.15, ARIA group and radiogroup). */
  const groupOf = (field: Element) => {
    for (let at = around(field), up = 0; at && up < 30 && !/^(?:form|body)$/.test(of.tag(at)); at = around(at), up++) {
      const set = of.tag(at) === 'fieldset'
      const legend = set ? Element.prototype.querySelector.call(at, ':scope > legend') : null
      const grouped = set || /^(?:radio)?group$/i.test((attribute(at, 'role', 40) ?? '').trim())
      const words = (legend && wordsOf(legend)) || (grouped ? label(at, 200) : '')
      if (words !== '') return words
    }
    return ''
  }
  /** A short text or question right before it, in which no other field stands. */
  const before = (field: Element, choice: boolean) => {
    let at: Element | null = field
    for (let up = 0; at && up < 3 && !/^(?:form|fieldset|body)$/.test(of.tag(at)); up++, at = around(at)) {
      for (let by = of.before(at), steps = 0; by && steps < 8; by = of.before(by), steps++) {
        const other = Element.prototype.querySelector.call(by, 'input, select, textarea, button')
        if (/^(?:input|br)$/.test(of.tag(by)) || (other && of.tag(by) === 'label')) continue
        if (other || /^(?:select|textarea|button)$/.test(of.tag(by))) return ''
        const words = wordsOf(by)
        const asks = /[?:]\s*\*?$/.test(words)
        // Beside a choice stand the words of the other choices.
        if (words === '' || (choice && !asks)) continue
        return asks || words.length <= 60 ? words : ''
      }
    }
    return ''
  }
  const fieldOf = (field: Element): Field => {
    const tag = of.tag(field)
    const kind = tag === 'input' ? (attribute(field, 'type') || 'text').toLowerCase() : tag
    const labels = Array.from(labelled.get(tag)?.(field) ?? []).slice(0, 20)
    const said = labels[0]
    const other = ['placeholder', 'title'].map((one) => attribute(field, one)).find(Boolean)
    const [name, id] = [attribute(field, 'name', 100), attribute(field, 'id', 100)]
    const most = Number.parseInt(attribute(field, 'maxlength', 10) ?? '', 10)
    const [autocomplete, pattern] = [attribute(field, 'autocomplete', 100), attribute(field, 'pattern', 100)]
    const needed = attribute(field, 'required', 1) !== null || attribute(field, 'aria-required', 10) === 'true'
    const own = (said && wordsOf(said as Element)) || label(field, 200) || squeeze(other ?? '', 200)
    const choice = /^(?:radio|checkbox)$/.test(kind)
    const about = (choice && groupOf(field)) || (choice || own === '' ? before(field, choice) : '')
    return {
      type: kind.slice(0, 30),
      name: name ?? id ?? '',
      label: own,
      ...(about && { about }),
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
    const inIt = fields.filter((field) => formOf(field) === form && isField(field))
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
  const loose = fields.filter((field) => formOf(field) === null && isField(field))
  return { forms: every, loose: loose.slice(0, 60).map(fieldOf), cut: cut || loose.length > 60 }
}
