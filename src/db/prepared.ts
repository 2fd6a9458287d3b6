/**
 * A connection that plans what it is asked again once, and not each time. Every table behind the walls has rules, and
 * to plan a question with them takes longer than to answer it. Which rules hold for whom stays with the database: it
 * plans anew for another role, and asks who is here at every answer.
 */
import { createHash } from 'node:crypto'
import pg from 'pg'

/** Statements that one connection keeps; what comes after them is planned each time. */
const MOST = 200
/** Questions of which the plan hangs on what is looked for. */
const LOOKS = /\blike\b|\bilike\b|@@|~|<->/i

/** Whether one plan is good for whatever is asked with this text: lists may be short or long, words rare or not. */
export const isPlannedOnce = (text: string, values: readonly unknown[]): boolean =>
  values.length > 0 && !values.some((value) => Array.isArray(value)) && !LOOKS.test(text)

export class PlanningOnce extends pg.Client {
  /** By its text the name of a statement; null: asked once, which most never are again. */
  readonly #named = new Map<string, string | null>()

  /** As `pg` does it: what Kysely asks, a text with its values, gets a name from the second time on. */
  override query = ((asked: unknown, values?: unknown, ...more: unknown[]) => {
    const all = super.query as (...words: unknown[]) => unknown
    if (typeof asked !== 'string' || !Array.isArray(values) || !isPlannedOnce(asked, values))
      return all.call(this, asked, values, ...more)
    const name = this.#nameOf(asked)
    return name === null
      ? all.call(this, asked, values, ...more)
      : all.call(this, { name, text: asked, values }, ...more)
  }) as pg.Client['query']

  #nameOf(text: string): string | null {
    const known = this.#named.get(text)
    if (typeof known === 'string') return known
    if (this.#named.size >= MOST) return null
    const name = known === undefined ? null : createHash('sha256').update(text).digest('base64url')
    this.#named.set(text, name)
    return name
  }
}
