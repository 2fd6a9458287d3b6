/** Taking in what was seen: from a form, from a phone that kept it, or from a file; with its photos made anew. */
import { createHash } from 'node:crypto'
import { record } from '../../db/audit.ts'
import type { Tx } from '../../db/as.ts'
import { closeTasks } from '../../db/tasks.ts'
import { daysAfter } from '../../lib/iso-date.ts'
import { PHOTOS_KEPT_DAYS } from '../../vocabulary/retention.ts'
import type { Asked } from '../../web/desk/route.ts'
import type { Remade, StreetDeps } from './here.ts'
import { inspectionsOf, keepPhoto, photosOf, receive, type Incoming, type Receipt } from './inspections-store.ts'
import { premisesOfRound } from './rounds-store.ts'

const ACTS = {
  phone: 'inspection.sent',
  form: 'inspection.sent',
  paper: 'inspection.typed',
  file: 'inspection.read-in',
} as const

/** SHA-256 of what was sent, as the phone names it. */
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Keeps one inspection and records it; the same again records nothing. Closes the task when all of the round is in. */
export async function take({ tx, municipality, who }: Asked<Tx>, incoming: Incoming): Promise<Receipt> {
  const receipt = await receive(tx, municipality.id, who.id, incoming)
  if (receipt.again) return receipt
  await record(tx, municipality.id, {
    act: ACTS[incoming.came],
    object: `street_round/${incoming.round}`,
    detail: { premises: incoming.premises, inspector: incoming.inspector, no: incoming.no },
  })
  const all = await premisesOfRound(tx, municipality.id, incoming.round)
  const came = new Set(
    (await inspectionsOf(tx, municipality.id, incoming.round))
      .filter(({ inspector }) => inspector === incoming.inspector)
      .map(({ premises }) => premises),
  )
  if (all.every(({ id }) => came.has(id)))
    await closeTasks(tx, municipality.id, `street_round/${incoming.round}`, ['street-walk'], incoming.inspector)
  return receipt
}

/** A photo as it was sent, under its hash, and what was made of it; undefined where it is here already. */
export type Opened = { readonly hash: string; readonly made: Remade | undefined }

/**
 * Makes a photo of an inspection anew. That takes a second, so it comes before the first line in the trail, for which
 * everyone of this municipality waits.
 */
export async function openPhoto(
  { tx, municipality }: Pick<Asked<Tx>, 'tx' | 'municipality'>,
  { remake }: StreetDeps,
  inspection: string,
  bytes: Uint8Array,
): Promise<Opened> {
  const hash = sha256(bytes)
  const here = (await photosOf(tx, municipality.id, [inspection])).some((photo) => photo.hash === hash)
  return { hash, made: here ? undefined : await remake(bytes) }
}

/** Keeps a photo of an inspection that named it; or a Dutch sentence why it is not taken. */
export async function keepOpened(
  { tx, municipality, who, today }: Asked<Tx>,
  of: Pick<Incoming, 'id' | 'round' | 'premises' | 'inspector'>,
  { hash, made }: Opened,
): Promise<string | undefined> {
  if (made === undefined) return undefined
  if ('problem' in made) return made.problem
  await keepPhoto(tx, municipality.id, who.id, {
    inspection: of.id,
    hash,
    round: of.round,
    premises: of.premises,
    inspector: of.inspector,
    picture: made.bytes,
    width: made.width,
    height: made.height,
    until: daysAfter(today, PHOTOS_KEPT_DAYS),
  })
  await record(tx, municipality.id, {
    act: 'inspection.photo',
    object: `street_round/${of.round}`,
    detail: { premises: of.premises, hash },
  })
  return undefined
}
