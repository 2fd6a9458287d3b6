/** Reads what the record of processings is made of: the entries, what they lead to, and the flows that go with them. */
import { createHash } from 'node:crypto'
import type { Tx } from '../../db/as.ts'
import { contactOf } from '../../db/contact.ts'
import { registerFor } from '../../catalogue/registers.ts'
import type { Norm } from '../../model/norm.ts'
import type { CityContact } from '../../model/letter.ts'
import type { Register } from '../../model/register.ts'
import { namesInParts } from '../../registers/import-links-store.ts'
import { allEntries } from '../../registers/import-store.ts'
import { recordOf, type Recorded } from './record.ts'

export type House = { readonly registers: readonly Register[]; readonly norms: readonly Norm[] }
export type Record30 = {
  readonly register: Register
  readonly all: readonly Recorded[]
  readonly contact: CityContact
  /** Of the last change to any of them; null when there are none. */
  readonly changedAt: Date | null
  /** Tells one state of the record apart from another: eight letters and digits. */
  readonly mark: string
}

/** The record as it stands; undefined when there are more than `most`, or no such register. */
export async function readRecord(
  tx: Tx,
  municipality: string,
  house: House,
  most: number,
): Promise<Record30 | undefined> {
  const register = registerFor(house.registers, 'processing')
  if (!register) return undefined
  const entries = await allEntries(tx, municipality, register, most)
  if (entries.length > most) return undefined
  const names = await namesInParts(tx, municipality, house, register, entries)
  const all = recordOf(register, entries, names, await flowsBy(tx, municipality, house))
  const last = Math.max(...entries.map(({ changedAt }) => changedAt.getTime()))
  return {
    register,
    all,
    contact: await contactOf(tx, municipality),
    changedAt: entries.length === 0 ? null : new Date(last),
    mark: createHash('sha256')
      .update(JSON.stringify([register.version, entries.map(({ id, version }) => [id, version])]))
      .digest('hex')
      .slice(0, 8),
  }
}

/** Titles of the flows of data that lead to each processing. */
async function flowsBy(tx: Tx, municipality: string, { registers }: House) {
  const flow = registerFor(registers, 'data-flow')
  const field = flow?.fields.find(({ to }) => to && 'purpose' in to && to.purpose === 'processing')
  const by = new Map<string, string[]>()
  if (!flow || !field) return by
  const rows = await tx
    .selectFrom('entry_link as l')
    .innerJoin('entry as e', (join) =>
      join.onRef('e.municipality', '=', 'l.municipality').onRef('e.id', '=', 'l.entry'),
    )
    .select(['l.to_id as to', 'e.no', 'e.title'])
    .where('l.municipality', '=', municipality)
    .where('l.field', '=', field.id)
    .where('l.to_kind', '=', 'entry')
    .where('e.register', '=', flow.id)
    .where('e.ended_at', 'is', null)
    .orderBy('e.no')
    .execute()
  for (const { to, no, title } of rows) by.set(to, [...(by.get(to) ?? []), `${no} ${title}`])
  return by
}
