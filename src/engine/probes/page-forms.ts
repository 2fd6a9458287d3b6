/**
 * The forms of a page, each with the fields that go along, wherever these stand, and with every address that one of its
 * buttons sends them to. Runs in the page, so it refers to nothing outside itself.
 */
import type { Form } from '../../model/evidence.ts'
import type { Dom } from './page-dom.ts'

/** Each form once per address it may be sent to; at most 30 fields of each, those that nobody fills in left out. */
export function formsOf(
  { of, attribute, squeeze, absolute, path, label, getter }: Dom,
  { forms, fields, buttons }: { readonly [kind in 'forms' | 'fields' | 'buttons']: readonly Element[] },
): Form[] {
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
    const said = labelled.get(tag)?.(field)?.[0]
    const other = ['placeholder', 'title'].map((one) => attribute(field, one)).find(Boolean)
    return {
      type: kind.slice(0, 30),
      name: (attribute(field, 'name') ?? attribute(field, 'id') ?? '').slice(0, 100),
      label: squeeze((said && of.text(said)) ?? '', 200) || label(field, 200) || squeeze(other ?? '', 200),
    }
  }
  const METHODS = ['get', 'post', 'dialog']
  // HTML §4.10.21.3: an empty action is the document's own address, whatever its base.
  const sentTo = (action: string | null) => (action?.trim() ? absolute(action) : of.url(document).slice(0, 2_000))
  const by = (method: string | null) => METHODS.find((one) => one === method?.toLowerCase()) ?? 'get'
  return forms.flatMap((form) => {
    const own = { action: attribute(form, 'action'), method: attribute(form, 'method'), from: form }
    const senders = buttons.filter((button) => formOf(button) === form).slice(0, 50)
    const ways = senders.map((button) => {
      const [action, method] = [attribute(button, 'formaction'), attribute(button, 'formmethod')]
      const plain = action === null && method === null
      return plain ? own : { action: action ?? own.action, method: method ?? own.method, from: button }
    })
    const inIt = fields.filter((field) => formOf(field) === form).slice(0, 100)
    const kept = inIt
      .map(fieldOf)
      .filter(({ type }) => !['hidden', 'submit', 'button', 'reset', 'image'].includes(type))
      .slice(0, 30)
    const targets = new Map(
      (ways.length > 0 ? ways : [own]).map(({ action, method, from }) => {
        const target = { action: sentTo(action), method: by(method) }
        return [`${target.method} ${target.action}`, { ...target, selector: path(from), fields: kept }] as const
      }),
    )
    return [...targets.values()]
  })
}
