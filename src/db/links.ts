/** Makes links that let somebody in once; only the hash of their secret is kept. */
import { sql } from 'kysely'
import { hashOfToken, newToken } from '../lib/token.ts'
import type { Tx } from './as.ts'
import type { Db } from './connect.ts'

/** How long each kind of link works. */
export const LINK_HOURS = { administrator: 24, invitation: 14 * 24, reset: 1, baseline: 60 * 24 } as const
export type LinkKind = keyof typeof LINK_HOURS

type About = {
  readonly person?: string
  readonly baseline?: string
  /** Shown on a screen instead of mailed: whoever uses it gets one of its own. */
  readonly handed?: boolean
}

/** A link that works once; gives its secret, which is kept nowhere. */
export async function makeLink(
  tx: Tx | Db,
  municipality: string,
  kind: LinkKind,
  { person, baseline, handed = false }: About,
): Promise<string> {
  const token = newToken()
  await tx
    .insertInto('one_time_link')
    .values({
      municipality,
      hash: hashOfToken(token),
      kind,
      person: person ?? null,
      baseline: baseline ?? null,
      ends_at: sql<string>`now() + ${`${LINK_HOURS[kind]} hours`}::interval`,
      handed,
    })
    .execute()
  return token
}

/** When a link that is made now ends. */
export const endOfLink = (kind: LinkKind): Date => new Date(Date.now() + LINK_HOURS[kind] * 3_600_000)

/** A link to a self-check that went to a wrong address opens nothing any more. */
export async function forgetBaselineLinks(tx: Tx, municipality: string, baseline: string): Promise<void> {
  await tx
    .deleteFrom('one_time_link')
    .where('municipality', '=', municipality)
    .where('baseline', '=', baseline)
    .execute()
}
