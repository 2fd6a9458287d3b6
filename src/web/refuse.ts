/** Answers that are not what was asked: thrown where it is known, told in one place. */
import { HTTPException } from 'hono/http-exception'
import type { Messages } from './messages.ts'

/** In an address: a sign that no text of the database can hold. */
export const NUL = /%00/

export type Refusal = Exclude<keyof Messages['errors'], 'home' | 'search'>

const statuses = {
  page: 404,
  organisation: 404,
  subject: 404,
  finding: 404,
  norm: 404,
  toets: 404,
  entry: 404,
  publication: 404,
  file: 404,
  gone: 410,
  query: 400,
  method: 405,
  broken: 500,
  busy: 503,
  away: 503,
} as const satisfies Record<Refusal, number>

/** The HTTP status that goes with it. */
export const statusOf = (refusal: Refusal): (typeof statuses)[Refusal] => statuses[refusal]

/** Ends the request; the site's error handler turns the word into a page or a problem. */
export function refuse(refusal: Refusal): never {
  throw new HTTPException(statuses[refusal], { message: refusal })
}

/** The refusal a thrown error stands for; anything that was not thrown by `refuse` is ours: broken. */
export function refusalOf(error: unknown): Refusal {
  return error instanceof HTTPException && Object.hasOwn(statuses, error.message)
    ? (error.message as Refusal)
    : 'broken'
}
