/** Opens what most commands need: the database, the municipality, the evidence store. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { openDatabase, type Database } from '../db/connect.ts'
import { openEvidenceStore, type EvidenceStore } from '../db/evidence.ts'
import { migrate } from '../db/migrate.ts'
import { ensureMunicipality, municipalities, type Municipality } from '../db/municipality.ts'
import type { Network } from '../model/network.ts'
import { readNetwork } from '../engine/probes/network-file.ts'
import { text, Usage, type Call } from './command.ts'
import { running, type Place } from './place.ts'

export type Open = { readonly database: Database; readonly store: EvidenceStore; readonly municipality: Municipality }

/** Runs work with the database open and migrated, and closes it whatever happens. */
export async function withDatabase<T>(
  { place, options }: Pick<Call, 'place' | 'options'>,
  work: (open: Open) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(place.data)
  try {
    await migrate(database.db)
    return await work({
      database,
      store: evidenceStore(place),
      municipality: await municipalityOf(database, text(options, 'gemeente')),
    })
  } finally {
    await database.close()
  }
}

export function evidenceStore(place: Place): EvidenceStore {
  return openEvidenceStore(path.join(place.data, 'evidence'))
}

/** The municipality named, or LEIDRAAD_MUNICIPALITY, or the only one there is; a first one is made. */
async function municipalityOf({ db }: Database, named: string | undefined): Promise<Municipality> {
  const name = named ?? process.env['LEIDRAAD_MUNICIPALITY']
  if (name !== undefined) return ensureMunicipality(db, name)
  const [first, second] = await municipalities(db)
  if (second) throw new Usage('Er is meer dan één gemeente; noem er een met --gemeente NAAM.')
  return first ?? ensureMunicipality(db, 'Onze gemeente')
}

/**
 * The network file of this call: --network, LEIDRAAD_NETWORK, that of the installation that is running on this data,
 * or the
 * demo city's, whose owners its evidence is judged with even when it is closed.
 */
export function networkFileOf({ place, options }: Pick<Call, 'place' | 'options'>): string | undefined {
  const demo = path.join(place.data, 'city/network.json')
  return (
    text(options, 'network') ??
    process.env['LEIDRAAD_NETWORK'] ??
    running(place)?.network ??
    (existsSync(demo) ? demo : undefined)
  )
}

export function networkOf(call: Pick<Call, 'place' | 'options'>): Network | undefined {
  const file = networkFileOf(call)
  return file === undefined ? undefined : readNetwork(file)
}
