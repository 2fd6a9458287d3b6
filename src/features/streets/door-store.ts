/** What a round found in one premises, as its owner reaches it: by functions of the database, and by nothing else. */
import { sql } from 'kysely'
import type { Db } from '../../db/connect.ts'
import type { SaidBefore, Settled } from '../../model/street.ts'

/** That a link ended, and how; `named`: the name can still be taken off the public page by it. */
export type EndedLink = { readonly ended: 'gone' | 'other-owner' | 'over'; readonly named: boolean }
export type OwnersPage = {
  readonly ended: null
  readonly premises: string
  readonly address: string
  readonly street: string
  readonly slug: string
  readonly answers: Settled
  readonly seen: string
  readonly until: string
  /** Function of who settled it. */
  readonly by: string
  /** The last day to react. */
  readonly react: string
  readonly reaction: string
  readonly consent: boolean | null
  readonly consentBy: string
  /** Why the outcome was repaired; empty when it was not. */
  readonly repaired: string
  /** What the owner said of outcomes before this one. */
  readonly earlier: readonly SaidBefore[]
  /** Whether the street is public. */
  readonly public: boolean
}

/** What the owner may read by this link, or that it ended; undefined when it is no link of ours. */
export async function ownersPage(
  db: Db,
  municipality: string,
  hash: string,
): Promise<OwnersPage | EndedLink | undefined> {
  const { rows } = await sql<{ page: OwnersPage | EndedLink | null }>`
    select wall.read_premises(${municipality}::uuid, ${hash}) as page`.execute(db)
  return rows[0]?.page ?? undefined
}

/** Keeps a reaction, once; `before`: there is another already, `ended`: the link did. */
export async function react(db: Db, municipality: string, hash: string, words: string): Promise<string> {
  const { rows } = await sql<{ done: string }>`
    select wall.react_of_premises(${municipality}::uuid, ${hash}, ${words}) as done`.execute(db)
  return rows[0]!.done
}

/** Keeps whether the name may be public. No takes it away at once. `ended`: the link did. */
export async function consent(db: Db, municipality: string, hash: string, yes: boolean, who: string): Promise<string> {
  const { rows } = await sql<{ done: string }>`
    select wall.consent_of_premises(${municipality}::uuid, ${hash}, ${yes}, ${who}) as done`.execute(db)
  return rows[0]!.done
}
