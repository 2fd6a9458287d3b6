/** Receipts: what all parties are told at the same moment, and what is forgotten of contacts. As the clock. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../../db/as.ts'
import { contactOf } from '../../../db/contact.ts'
import { queueMessage } from '../../../db/messages.ts'
import type { Round } from '../../../db/timer.ts'
import { PARTICIPANT_KINDS } from '../../../vocabulary/covenant.ts'
import { FORGET_CONTACTS_AFTER, SIGNATURES_KEPT } from '../../../vocabulary/retention.ts'
import { CHANNELS, GROUNDS } from '../../../vocabulary/signing.ts'
import { TheCity } from '../../../web/letter.ts'
import { receiptLetter } from './letters.ts'
import { receiptDue, receiptText, type Receipt } from './rules.ts'

const finals = (tx: Tx, municipality: string) =>
  tx
    .selectFrom('covenant_fixed as f')
    .innerJoin('covenant_version as v', (join) =>
      join
        .onRef('v.municipality', '=', 'f.municipality')
        .onRef('v.covenant', '=', 'f.covenant')
        .onRef('v.no', '=', 'f.version')
        .on('v.state', '=', 'final'),
    )
    .innerJoin('covenant as c', (join) =>
      join.onRef('c.municipality', '=', 'f.municipality').onRef('c.id', '=', 'f.covenant'),
    )
    .select(['c.id', 'c.no', 'c.title', 'f.version', 'f.pdf', 'f.odt', 'f.json', 'f.at', 'f.sign_by as signBy'])
    .where('f.municipality', '=', municipality)
    .where('c.state', 'in', ['open', 'in-force'])
    .execute()
type Final = Awaited<ReturnType<typeof finals>>[number]

/** Who takes part, with where a letter goes. */
const participants = (tx: Tx, municipality: string, covenant: string) =>
  tx
    .selectFrom('covenant_participant')
    .select(['id', 'kind', 'state', 'contact_email as email'])
    .where('municipality', '=', municipality)
    .where('covenant', '=', covenant)
    .execute()

const signatures = (tx: Tx, municipality: string, { id, version }: Final) =>
  tx
    .selectFrom('covenant_signature')
    .select([
      'participant',
      'organisation_name as organisation',
      'function',
      'ground',
      'ground_text as groundText',
      'channel',
      'said_at as at',
    ])
    .where('municipality', '=', municipality)
    .where('covenant', '=', id)
    .where('version', '=', version)
    .where('withdrawn_at', 'is', null)
    .orderBy('said_at')
    .orderBy('participant')
    .execute()

const newest = (tx: Tx, municipality: string, { id, version }: Final) =>
  tx
    .selectFrom('covenant_receipt')
    .select(['no', 'body'])
    .where('municipality', '=', municipality)
    .where('covenant', '=', id)
    .where('version', '=', version)
    .orderBy('no', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Makes each receipt that is due and sends it to all at once. Gives how many. */
export async function sendReceipts(tx: Tx, { municipality, today, origin }: Round): Promise<number> {
  const contact = await contactOf(tx, municipality.id)
  let made = 0
  for (const one of await finals(tx, municipality.id)) {
    const [them, signed, last] = [
      await participants(tx, municipality.id, one.id),
      await signatures(tx, municipality.id, one),
      await newest(tx, municipality.id, one),
    ]
    const before = last === undefined ? undefined : (JSON.parse(last.body) as Receipt).signed
    const stands = ({ organisation, at }: (typeof signed)[number]): boolean =>
      before!.some((each) => each.organisation === organisation && each.at === at.toISOString())
    const facts = {
      participants: them,
      signed: signed.map(({ participant }) => participant),
      told: before && signed.filter(stands).map(({ participant }) => participant),
      signBy: one.signBy,
    }
    if (!receiptDue(facts, today)) continue
    const receipt: Receipt = {
      form: 'leidraad/ontvangstbewijs/1',
      municipality: TheCity(municipality.name),
      number: one.no,
      title: one.title,
      version: one.version,
      fixedAt: one.at.toISOString(),
      no: (last?.no ?? 0) + 1,
      sha256: { pdf: one.pdf, odt: one.odt, json: one.json },
      signed: signed.map(({ participant, organisation, function: what, ground, groundText, channel, at }) => ({
        organisation,
        as: PARTICIPANT_KINDS[them.find(({ id }) => id === participant)!.kind],
        function: what,
        ground: groundText === '' ? GROUNDS[ground] : groundText,
        how: CHANNELS[channel],
        at: at.toISOString(),
      })),
      invited: them.filter(({ state }) => state !== 'left').length,
    }
    const body = receiptText(receipt)
    const hash = createHash('sha256').update(body).digest('hex')
    const kept = await tx
      .insertInto('covenant_receipt')
      .values({ municipality: municipality.id, covenant: one.id, version: one.version, no: receipt.no, body, hash })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    // Another round was making it: that one sends it.
    if (kept.numInsertedOrUpdatedRows !== 1n) continue
    const letter = receiptLetter(receipt, hash, `${origin}/document-controleren`, { city: municipality.name, contact })
    for (const { id, email } of them.filter((each) => facts.signed.includes(each.id) && each.email !== ''))
      await queueMessage(tx, municipality.id, {
        recipient: email,
        ...letter,
        kind: 'covenant-receipt',
        key: `covenant-receipt/${one.id}/${one.version}/${receipt.no}/${id}`,
        object: `covenant/${one.id}`,
      })
    made++
  }
  return made
}

/** Takes away what is kept of contacts and under signatures no longer than needed. Gives how many. */
export async function forgetContacts(tx: Tx): Promise<number> {
  const { rows } = await sql<{ gone: number }>`select wall.forget_covenant_contacts(${FORGET_CONTACTS_AFTER}::interval,
    ${SIGNATURES_KEPT}::interval) as gone`.execute(tx)
  return rows[0]!.gone
}
