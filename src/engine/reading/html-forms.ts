/** The forms of a document out of its tags: which fields go along with each, and every address one may be sent to. */
import { asTyped } from '../../lib/words.ts'
import { clean } from '../../lib/clean.ts'
import type { Field, Form } from '../../model/evidence.ts'

type Attribute = (name: string) => string | null
type Label = { readonly of: string | null; words: string }
type Part = {
  readonly name: string
  readonly attribute: Attribute
  /** The form it stands in, by its number; undefined: none. */
  readonly within: number | undefined
  readonly label: Label | undefined
}

const MOST = 2_000
const FORMS = 50
const FIELDS = 60
const NO_FIELD: ReadonlySet<string> = new Set(['hidden', 'submit', 'button', 'reset', 'image'])
const METHODS = ['get', 'post', 'dialog']

/** Hears the tags and words of a document in their order; `forms` tells what they come to, at the document's end. */
export function formsIn(absolute: (href: string | null) => string | undefined, own: string) {
  const forms: Part[] = []
  const parts: Part[] = []
  const labels: Label[] = []
  let form: number | undefined
  let label: Label | undefined
  let choosing = false
  const open = (name: string, attribute: Attribute) => {
    const part = { name, attribute, within: form, label }
    if (name === 'form' && form === undefined) form = forms.push(part) - 1
    if (name === 'select') choosing = true
    if (name === 'label' && labels.length < MOST) {
      label = { of: attribute('for'), words: '' }
      labels.push(label)
    }
    if (['input', 'select', 'textarea', 'button'].includes(name) && parts.length < MOST) parts.push(part)
  }
  const close = (name: string) => {
    if (name === 'form') form = undefined
    if (name === 'label') label = undefined
    if (name === 'select') choosing = false
  }
  const hear = (words: string) => {
    // What can be chosen is no part of what is asked.
    if (label && !choosing && label.words.length < 400) label.words += words.slice(0, 400)
  }

  const kindOf = ({ name, attribute }: Part) =>
    name === 'input' ? (attribute('type') || 'text').toLowerCase().slice(0, 30) : name
  const sends = (part: Part) =>
    part.name === 'button'
      ? !/^(?:button|reset)$/i.test(part.attribute('type') ?? '')
      : ['submit', 'image'].includes(kindOf(part))
  const said = (text: string) => asTyped(text).replace(/\s+/g, ' ').trim().slice(0, 200)
  const fieldOf = (part: Part): Field => {
    const id = part.attribute('id')
    const named = labels.find(({ of }) => of !== null && of === id) ?? part.label
    const other = ['aria-label', 'placeholder', 'title'].map(part.attribute).find(Boolean)
    const name = part.attribute('name')
    const most = Number.parseInt(part.attribute('maxlength') ?? '', 10)
    const needed = part.attribute('required') !== null || part.attribute('aria-required') === 'true'
    const [autocomplete, pattern] = ['autocomplete', 'pattern'].map((each) => clean(part.attribute(each) ?? '', 100))
    return {
      type: clean(kindOf(part), 30),
      name: clean(name ?? id ?? '', 100),
      label: said(named?.words ?? '') || said(other ?? ''),
      ...(name && id && id !== name && { id: clean(id, 100) }),
      ...(autocomplete && { autocomplete }),
      ...(pattern && { pattern }),
      ...(most >= 0 && { maxLength: most }),
      ...(needed && { required: true as const }),
    }
  }
  return {
    open,
    close,
    hear,
    /** Each form once per address that it may be sent to, as in the browser. */
    forms(): Form[] {
      const ids = new Map(forms.map(({ attribute }, at) => [attribute('id'), at]))
      const ownerOf = (part: Part) => {
        const named = part.attribute('form')
        return named === null ? part.within : ids.get(named)
      }
      return forms.slice(0, FORMS).flatMap((one, at) => {
        const mine = parts.filter((part) => ownerOf(part) === at)
        const fields = mine.filter((part) => part.name !== 'button').map(fieldOf)
        const ways = mine.filter(sends).map(({ attribute }) => ({
          action: attribute('formaction') ?? one.attribute('action'),
          method: attribute('formmethod') ?? one.attribute('method'),
        }))
        const plain = { action: one.attribute('action'), method: one.attribute('method') }
        const id = one.attribute('id')
        const targets = (ways.length > 0 ? ways : [plain]).map(({ action, method }) => ({
          action: action?.trim() ? (absolute(action) ?? '') : own,
          method: METHODS.find((each) => each === method?.toLowerCase()) ?? 'get',
        }))
        const once = new Map(targets.map((target) => [`${target.method} ${target.action}`, target]))
        return [...once.values()].map((target) => ({
          ...target,
          selector: id && /^[A-Za-z][\w-]{0,60}$/.test(id) ? `#${id}` : `form:nth-of-type(${at + 1})`,
          ...(/^\s*search\s*$/i.test(one.attribute('role') ?? '') && { search: true as const }),
          fields: fields.filter(({ type }) => !NO_FIELD.has(type)).slice(0, FIELDS),
        }))
      })
    },
  }
}
