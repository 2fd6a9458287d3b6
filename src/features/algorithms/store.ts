/** Reads the algorithms with what stands around them: what it leans on, what is public, what stands nationally. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import type { Entry, Register } from '../../model/register.ts'
import { COLUMNS } from '../../registers/store.ts'
import { statesOf, type State } from './act-store.ts'
import { leanedOn, processingsOf } from './around-store.ts'
import { practiceOf, type Around, type Finding } from './practice.ts'
import { readThere } from '../../vocabulary/algorithm-standard.ts'
import { bodyOf, differences, type Difference } from './standard.ts'

export type Seen = {
  readonly entry: Entry
  readonly state: State | undefined
  /** Between what stands here now and what the national register held when it was last looked at. */
  readonly different: readonly Difference[]
  readonly practice: readonly Finding[]
}

/** The algorithms of the municipality, or the one with this id, with what differs; ended ones only when still there. */
export async function readAlgorithms(
  tx: Tx,
  municipality: string,
  registers: readonly Register[],
  register: Register,
  { id, today, most }: { readonly id?: string; readonly today: string; readonly most: number },
): Promise<readonly Seen[]> {
  const entries = await tx
    .selectFrom('entry')
    .select(COLUMNS)
    .where('municipality', '=', municipality)
    .where('register', '=', register.id)
    .$if(id !== undefined, (query) => query.where('id', '=', id!))
    .$if(id === undefined, (query) =>
      query.where(
        sql<boolean>`(ended_at is null or exists (select from national_state s where s.municipality = entry.municipality
          and s.entry = entry.id and s.status in ('published', 'waiting', 'released')))`,
      ),
    )
    .orderBy(sql`lower(title)`)
    .orderBy('no')
    .limit(most)
    .execute()
  const ids = entries.map((entry) => entry.id)
  const states = await statesOf(tx, municipality, ids)
  const leaned = await leanedOn(tx, municipality, registers, register, ids)
  const { processings, cases } = await processingsOf(tx, municipality, registers, register, ids)
  const shown = await publicOf(tx, municipality, ids)
  return entries.map((entry) => {
    const state = states.get(entry.id)
    const around: Around = {
      products: leaned.filter((each) => each.algorithm === entry.id && each.what === 'product'),
      contracts: leaned.filter((each) => each.algorithm === entry.id && each.what === 'contract'),
      projects: leaned.filter((each) => each.algorithm === entry.id && each.what === 'project'),
      processings: processings.filter((each) => each.algorithm === entry.id),
      cases: cases.get(entry.id) ?? 0,
      publicVersion: shown.get(entry.id),
      national: state && readThere(state.status),
    }
    return {
      entry,
      state,
      different:
        state === undefined || state.status === 'gone'
          ? []
          : differences(register, bodyOf(register, entry.id, entry.values), state.held),
      practice: practiceOf(register, entry, around, today),
    }
  })
}

/** Which version of each everybody reads on our own site. */
async function publicOf(tx: Tx, municipality: string, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('published.entry')
    .select(['id', 'version'])
    .where('municipality', '=', municipality)
    .where('id', 'in', ids)
    .where('to_at', 'is', null)
    .execute()
  return new Map(rows.map(({ id, version }) => [id, version]))
}
