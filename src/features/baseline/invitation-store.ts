/** Invites organisations: whom, by a link in the mail or on the screen, and how that fared. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { record } from '../../db/audit.ts'
import type { Tx } from '../../db/as.ts'
import { contactOf } from '../../db/contact.ts'
import { endOfLink, forgetBaselineLinks, makeLink } from '../../db/links.ts'
import { queueMessage } from '../../db/messages.ts'
import { closeTasks } from '../../db/tasks.ts'
import { hashOfToken } from '../../lib/token.ts'
import type { Person } from '../../model/person.ts'
import { invitationLetter } from './letter.ts'

/** Why this address cannot be invited for the organisation, or undefined. */
export async function whyNotInvite(
  tx: Tx,
  municipality: string,
  organisation: string,
  email: string,
): Promise<string | undefined> {
  const person = await tx
    .selectFrom('person')
    .select('organisation')
    .where('municipality', '=', municipality)
    .where('email', '=', email)
    .executeTakeFirst()
  if (person && person.organisation !== organisation)
    return 'Dit adres hoort hier al bij iemand anders. Kies een ander adres van de organisatie.'
  // Whoever comes in by the link sees the answers of earlier years: only who gave them.
  const before = await answeredFrom(tx, municipality, organisation)
  if (before === undefined || before === email) return undefined
  if (before === '')
    return person
      ? undefined
      : 'Het adres waarmee deze organisatie eerder meedeed, is gewist. Nodig iemand uit die al voor haar meedoet.'
  return (
    `Deze organisatie deed eerder mee vanaf ${before}. Alleen dat adres kan bij de antwoorden van toen: ` +
    'nodig dat uit.'
  )
}

/** The address that gave the answers there are; empty when it was forgotten, undefined when there are none. */
export async function answeredFrom(tx: Tx, municipality: string, organisation: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('baseline')
    .select('email')
    .where('municipality', '=', municipality)
    .where('organisation', '=', organisation)
    .where('form', 'is not', null)
    .orderBy('year', 'desc')
    .executeTakeFirst()
  return row?.email.toLowerCase()
}

export type Inviting = {
  readonly municipality: { readonly id: string; readonly name: string }
  readonly organisation: { readonly id: string; readonly name: string }
  readonly email: string
  readonly year: number
  readonly by: Person
  /** Scheme and host of this site. */
  readonly origin: string
  /** Shown on the screen to hand over, instead of sent: it then opens once. */
  readonly handed: boolean
}

/**
 * Invites an organisation for this year; the link opens the self-check without an account. Gives the link, or undefined
 * when the organisation takes part already.
 */
export async function invite(
  tx: Tx,
  { municipality, organisation, email, year, by, origin, handed }: Inviting,
): Promise<{ readonly link: string; readonly until: Date } | undefined> {
  const added = await tx
    .insertInto('baseline')
    .values({
      municipality: municipality.id,
      id: uuid(),
      organisation: organisation.id,
      year,
      email,
      state: 'invited',
      invited_by: by.id,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['municipality', 'organisation', 'year'])
        .doUpdateSet({ email, invited_by: by.id, invited_at: sql`now()`, state: 'invited' })
        .where('baseline.state', 'in', ['invited', 'declined', 'left']),
    )
    .returning('id')
    .executeTakeFirst()
  if (!added) return undefined
  await forgetBaselineLinks(tx, municipality.id, added.id)
  const until = endOfLink('baseline')
  const token = await makeLink(tx, municipality.id, 'baseline', { baseline: added.id, handed })
  const link = `${origin}/balie/nulmeting/${token}`
  const object = `organisation/${organisation.id}`
  if (!handed)
    await queueMessage(tx, municipality.id, {
      recipient: email,
      kind: 'baseline',
      key: `baseline/${hashOfToken(token)}`,
      object,
      by: by.id,
      ...invitationLetter({
        city: municipality.name,
        organisation: organisation.name,
        link,
        until,
        sender: by,
        contact: await contactOf(tx, municipality.id),
      }),
    })
  await closeTasks(tx, municipality.id, object, ['mail'])
  await record(tx, municipality.id, {
    act: handed ? 'baseline.link-handed' : 'baseline.invited',
    object,
    detail: { year },
  })
  return { link, until }
}
