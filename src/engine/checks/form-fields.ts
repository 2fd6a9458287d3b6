/**
 * What the forms of a site ask of who fills them in (AVG art. 5 lid 1 onder c: no more than is needed). A list and no
 * judgement: what is needed follows from what a form is for, and that is for people to say.
 * Trips on: nothing; the form that asks most is told, and in the details each. Near misses, no such form: one in which
 * one searches or chooses a filter; the same form on another page, which is told once. Near misses, no such field: one
 * that nobody sees, as long as something of its form is drawn; one that is there for robots, by what it says.
 */
import { clip } from '../../lib/headers.ts'
import type { Field, Form } from '../../model/evidence.ts'
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { unsureOfLoose } from '../reading/loose.ts'
import { isSearchField, isSearchForm, isTyped, plain } from '../reading/personal.ts'
import { details } from '../reading/telling.ts'

/** Fields of one form that are told, and characters of one and of all. */
const FIELDS = 12
const LONG = 40
const LINE = 250

export const formFields = defineCheck({
  id: 'form-fields',
  needs: { session: ['before-consent'] },
  reasons: { none: whole('not-applicable', 'content'), asks: shown('met'), 'must-fill': shown('met') },
  judge({ session }) {
    const forms = new Map<string, { readonly page: string; readonly asked: readonly string[] }>()
    for (const { page, value } of session) {
      for (const form of value.forms.map(asSeen).filter(asks)) {
        const asked = askedIn(form)
        const known = asked.join('\n')
        if (!forms.has(known)) forms.set(known, { page, asked })
      }
    }
    const told = [...forms.values()].toSorted((a, b) => b.asked.length - a.asked.length || (a.page < b.page ? -1 : 1))
    const [most] = told
    if (!most) return { reason: 'none', seen: { pages: session.length }, unsure: unsureOfLoose(session) }
    const seen = {
      count: told.length,
      page: clip(most.page, 150),
      fields: inOrder(most.asked),
      details: details(told.map(({ page, asked }) => `${page.slice(0, 100)}: ${inOrder(asked)}`)),
    }
    return { reason: most.asked.some((one) => one.endsWith(MUST)) ? 'must-fill' : 'asks', seen }
  },
})

const MUST = ' *'
/** What fields for robots are called, and what they ask of people. */
const FOR_ROBOTS = new RegExp(
  '(?<![a-z])(?:honey ?pot|mc4wp honeypot|(?:laat|houd) (?:dit|deze|het)(?: invul)? ?(?:veld)? (?:leeg|blanco)|' +
    'dit veld (?:niet invullen|(?:leeg|blanco) laten)|vul dit veld niet in|' +
    '(?:leave|keep) this(?: field)? (?:empty|blank)|do not fill (?:this|in)|' +
    'if you(?: a)?re (?:a )?human|als (?:u|je) een mens bent)(?![a-z])',
)

/** Whether a field is there for robots alone; Gravity Forms gives its own a number and a name that people fill in. */
const isForRobots = ({ name, label, id = '', type, autocomplete }: Field): boolean =>
  [name, id, label].some((said) => FOR_ROBOTS.test(plain(said))) ||
  (type === 'text' && autocomplete === 'new-password' && /^input_\d{1,5}$/.test(name))

/** With the fields that people get to see; of a form that opens later none is drawn, and all are asked. */
function asSeen(form: Form): Form {
  const open = form.fields.some(({ drawn }) => drawn === true)
  return { ...form, fields: form.fields.filter((field) => !isForRobots(field) && !(open && field.drawn === false)) }
}

const asks = (form: Form): boolean =>
  !isSearchForm(form) && form.fields.some((field) => isTyped(field) && !isSearchField(field))

/** Its fields in the order of the form, each once; what has to be filled in ends with a star. */
function askedIn({ fields }: Form): string[] {
  return [...new Set(fields.filter((field) => !isSearchField(field)).map(told))].filter((each) => each.length > 0)
}

/** A name that people read: without the numbers and signs of a program. */
const READ = /^\p{L}[\p{L} -]*$/u

/** By its label, else what stands before it, else its name; of a choice among several what their group asks. */
function told({ type, name, label, about, required }: Field): string {
  // A label says with a star what the field itself may say too.
  const [star, said] = [/\*\s*$/, type === 'radio' ? (about ?? (READ.test(name) ? name : '')) : label || about || name]
  const words = clip(
    clip(said, 200)
      .replace(star, '')
      .replace(/[\s:]{1,5}$/, ''),
    LONG,
  )
  return words === '' ? '' : words + (required || (type !== 'radio' && star.test(clip(said, 200))) ? MUST : '')
}

/** As many as fit in a sentence, and how many more there are. */
function inOrder(asked: readonly string[]): string {
  let kept = Math.min(asked.length, FIELDS)
  while (kept > 1 && asked.slice(0, kept).join(', ').length > LINE - 10) kept--
  return asked.slice(0, kept).join(', ') + (asked.length > kept ? ` (+${asked.length - kept})` : '')
}
