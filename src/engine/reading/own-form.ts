/** A form by which somebody does something with the organisation: that it is gone is a loss. */
import { hostOf } from '../../lib/domain.ts'
import type { Form, Session } from '../../model/evidence.ts'
import type { Subject } from '../../model/subject.ts'
import { asksFor, isFilledIn } from './personal.ts'
import { isOutside } from './visit.ts'

/** What a newsletter asks, in a window that shows once a visit. */
const LITTLE = new Set(['email', 'name'])
/** Names of what lies over a page, in the place of a form. */
const POP_UP = /dialog|pop-?up|modal|overlay|lightbox/i

/**
 * Whether people fill it in, it asks more than a newsletter does, goes to no other party, and is no window. `null`:
 * that cannot be told, because evidence of before did not read whether it lies in a window.
 */
export function isOwnForm(form: Form, page: Session, subject: Subject): boolean | null {
  const much =
    isFilledIn(form) &&
    !isOutside(hostOf(form.action) ?? '', { value: page }, subject) &&
    form.over !== true &&
    !POP_UP.test(form.selector) &&
    asksMuch(form)
  return much && form.over === undefined ? null : much
}

/** More than a newsletter: beside an address to write to, a line that we do not recognise may be part of that. */
function asksMuch(form: Form): boolean {
  const typed = form.fields.filter((field) => isFilledIn({ ...form, fields: [field] }))
  const mails = typed.some((field) => asksFor(field) === 'email')
  return typed.some((field) => {
    const asked = asksFor(field)
    return asked === undefined ? !(mails && field.type === 'text') : !LITTLE.has(asked)
  })
}
