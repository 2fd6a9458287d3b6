/** Links of contacts, as the desk makes them: one that works for each participant, of which only the hash is kept. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Tx } from '../../../db/as.ts'
import { record } from '../../../db/audit.ts'
import { queueMessage } from '../../../db/messages.ts'
import { hashOfToken, newToken } from '../../../lib/token.ts'
import type { CityContact, Sender } from '../../../model/letter.ts'
import type { ParticipantKind } from '../../../vocabulary/covenant.ts'
import { LINK_DAYS } from '../../../vocabulary/signing.ts'
import { contactOf } from '../../../db/contact.ts'
import type { Came } from './door-store.ts'
import { linkAgainLetter, linkLetter } from './letters.ts'

type By = {
  readonly tx: Tx
  readonly municipality: { readonly id: string; readonly name: string }
  readonly who: { readonly id: string } & Sender
  readonly origin: string
  readonly contact: CityContact
}
export type Whom = {
  readonly id: string
  readonly covenant: string
  readonly title: string
  readonly organisation: string
  readonly contactName: string
  readonly contactEmail: string
  /** An observer confirms, and is not asked to sign. */
  readonly kind: ParticipantKind
}

/** Makes a link and ends the one before it; gives its secret, which is kept nowhere, and when it ends. */
export async function makeSigningLink(
  { tx, municipality, who }: Pick<By, 'tx' | 'municipality' | 'who'>,
  { id, covenant }: Pick<Whom, 'id' | 'covenant'>,
  handed: boolean,
): Promise<{ readonly secret: string; readonly until: Date }> {
  const secret = newToken()
  const until = new Date(Date.now() + LINK_DAYS * 86_400_000)
  await tx
    .updateTable('covenant_link')
    .set({ ended_at: sql`now()`, ended: 'replaced' })
    .where('municipality', '=', municipality.id)
    .where('participant', '=', id)
    .where('ended_at', 'is', null)
    .execute()
  await tx
    .insertInto('covenant_link')
    .values({
      municipality: municipality.id,
      id: uuid(),
      participant: id,
      secret: hashOfToken(secret),
      ends_at: until,
      by: who.id,
      handed,
    })
    .execute()
  await record(tx, municipality.id, {
    act: 'covenant.link-made',
    object: `covenant/${covenant}`,
    detail: { participant: id, handed },
  })
  return { secret, until }
}

/** Mails a new link to a contact. `final`: there is something to sign. */
export async function mailSigningLink(by: By, whom: Whom, final: boolean): Promise<void> {
  const { tx, municipality, who, origin, contact } = by
  const { secret, until } = await makeSigningLink(by, whom, false)
  const about = { ...whom, name: whom.contactName, city: municipality.name, contact }
  const letter = linkLetter(about, who, {
    link: `${origin}/tekenen/${secret}`,
    until,
    final,
    observes: whom.kind === 'observer',
  })
  await queueMessage(tx, municipality.id, {
    recipient: whom.contactEmail,
    ...letter,
    kind: 'covenant-link',
    key: `covenant-link/${hashOfToken(secret)}`,
    object: `covenant/${whom.covenant}`,
    by: who.id,
  })
}

/** Everybody who is asked to sign anew, with an address; not who declined, was suspended or left. */
export const toInvite = (tx: Tx, municipality: string, covenant: string): Promise<Whom[]> =>
  tx
    .selectFrom('covenant_participant as p')
    .innerJoin('covenant as c', (join) =>
      join.onRef('c.municipality', '=', 'p.municipality').onRef('c.id', '=', 'p.covenant'),
    )
    .leftJoin('organisation as o', (join) =>
      join.onRef('o.municipality', '=', 'p.municipality').onRef('o.id', '=', 'p.organisation'),
    )
    .innerJoin('municipality as m', 'm.id', 'p.municipality')
    .select([
      'p.id',
      'p.covenant',
      'c.title',
      sql<string>`coalesce(o.name, 'de gemeente ' || m.name)`.as('organisation'),
      'p.contact_name as contactName',
      'p.contact_email as contactEmail',
      'p.kind',
    ])
    .where('p.municipality', '=', municipality)
    .where('p.covenant', '=', covenant)
    .where('p.state', 'in', ['invited', 'joined', 'paused'])
    .where('p.contact_email', '<>', '')
    .execute()

/** Mails the link of the own organisation to its contact, asked by who works there; or why not. */
export async function mailOwnLink(
  { tx, municipality, origin }: Pick<By, 'tx' | 'municipality' | 'origin'>,
  { title, participant }: { readonly title: string; readonly participant: string },
): Promise<Came> {
  const secret = newToken()
  const until = new Date(Date.now() + LINK_DAYS * 86_400_000)
  const mail = linkAgainLetter(
    { title, organisation: '', name: '', city: municipality.name, contact: await contactOf(tx, municipality.id) },
    { link: `${origin}/tekenen/${secret}`, until },
  )
  const { rows } = await sql<{ came: Came }>`select wall.own_covenant_link(${participant}, ${hashOfToken(secret)},
    ${LINK_DAYS}, ${JSON.stringify(mail)}::jsonb) as came`.execute(tx)
  return rows[0]!.came
}
