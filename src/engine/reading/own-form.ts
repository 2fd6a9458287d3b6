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

/** Whether people fill it in, it asks more than a newsletter does, goes to no other party, and is no window. */
export const isOwnForm = (form: Form, page: Session, subject: Subject): boolean =>
  isFilledIn(form) &&
  !isOutside(hostOf(form.action) ?? '', { value: page }, subject) &&
  !POP_UP.test(form.selector) &&
  form.fields.some((field) => isFilledIn({ ...form, fields: [field] }) && !LITTLE.has(asksFor(field) ?? ''))
