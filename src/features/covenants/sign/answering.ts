/** What every form of a link needs: its words, its code, what is not right with it, and how a refusal is answered. */
import type { Acting, Answer } from './acting.ts'
import type { Came } from './door-store.ts'
import { says } from './messages.ts'
import { hashOfCode } from './rules.ts'

/** What a form does. */
export type Act = (acting: Acting) => Promise<Answer>
/** What is not right, by field. */
export type Problems = Record<string, string>

/** What is said, in the language of the page. */
export const words = ({ view }: Acting) => says(view.lang)
/** The municipality, as a letter tells of it. */
export const cityOf = ({ view }: Acting) => ({
  city: view.municipality.name,
  contact: { phone: view.contact?.phone ?? '', email: view.contact?.email ?? '' },
})
/** What is kept of the code that was typed. */
export const codeOf = ({ doors, at, sent }: Acting, field: string): string =>
  hashOfCode(doors.key, at.hash, sent.text(field, 100))

/** Too long, or nothing where something is needed: by field. */
export function checked(acting: Acting, fields: Readonly<Record<string, { most: number; empty?: string }>>): Problems {
  const problems: Problems = {}
  for (const [field, { most, empty }] of Object.entries(fields)) {
    const text = acting.sent.text(field)
    if (text.length > most) problems[field] = words(acting).long(most)
    else if (text === '' && empty !== undefined) problems[field] = empty
  }
  return problems
}

/** At which field a refusal of the database belongs. */
export function told(acting: Acting, came: Came, code: string): Problems {
  const said = words(acting).came
  const text = came === 'done' || came === 'signed' ? '' : said[came]
  return { [came.endsWith('-code') ? code : '']: text }
}
/** With what a refusal is answered. */
export const statusOf = (came: Came): 409 | 422 | 429 =>
  came === 'tried-code' || came === 'enough' ? 429 : came.endsWith('-code') ? 422 : 409
