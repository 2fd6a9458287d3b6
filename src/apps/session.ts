/** Opens what most commands need: the database, the municipality, the evidence store. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { openDatabase, type Database } from '../db/connect.ts'
import { moveFiles } from '../db/move-files.ts'
import { evidenceIn, type EvidenceStore } from '../db/evidence.ts'
import { calledSo, ensureMunicipality, municipalities, type Municipality } from '../db/municipality.ts'
import { NEIGHBOUR } from '../demo/neighbour.ts'
import { Trouble } from '../lib/trouble.ts'
import type { Home } from '../model/home.ts'
import type { Network } from '../model/network.ts'
import { readNetwork } from '../outside/network-file.ts'
import { text, Usage, type Call } from './command.ts'
import { evidenceHome } from './evidence-home.ts'
import { allRunning, type Place } from './place.ts'
import { progress } from './progress.ts'
import { warn } from './terminal.ts'

export type Open = { readonly database: Database; readonly store: EvidenceStore; readonly municipality: Municipality }

/**
 * Runs work with the database open and migrated, and closes it whatever happens. `first`: it may make the first
 * municipality.
 */
export async function withDatabase<T>(
  { place, options, signal }: Pick<Call, 'place' | 'options' | 'signal'>,
  work: (open: Open) => Promise<T>,
  { first = false }: { readonly first?: boolean } = {},
): Promise<T> {
  const { database, store } = await openInstallation(place, signal)
  try {
    // Opening takes a moment the first time: who was stopped meanwhile begins nothing.
    signal.throwIfAborted()
    return await work({
      database,
      store,
      municipality: await municipalityOf(database, namedIn(options), first),
    })
  } finally {
    await database.close()
  }
}

/**
 * The database and the evidence of this installation, in their newest shape: what an earlier version kept elsewhere is
 * brought over first, and that is told.
 */
export async function openInstallation(
  place: Place,
  signal?: AbortSignal,
): Promise<{ readonly database: Database; readonly store: EvidenceStore; readonly home: Home }> {
  const home = evidenceHome(place)
  const database = await openDatabase(place.data)
  try {
    const store = evidenceIn(home)
    const bar = progress('Gepubliceerde bestanden verhuizen')
    const moved = await moveFiles(database.db, store, (done, total) => bar.show(done, total, home.name), signal)
    if (moved > 0) bar.end(`${moved} gepubliceerde bestanden staan nu in ${home.name}`)
    return { database, store, home }
  } catch (error) {
    await database.close()
    throw error
  }
}

/** The municipality that was named: with --gemeente, or else by LEIDRAAD_MUNICIPALITY. */
export const namedIn = (options: Call['options']): string | undefined =>
  text(options, 'gemeente') ?? process.env['LEIDRAAD_MUNICIPALITY']

/**
 * The municipality that was named, or the only one there is. One that is not there is never made in
 * passing, so that a slip of the pen makes none; only with `first`, and when there is none at all, this makes it.
 */
async function municipalityOf({ db }: Database, name: string | undefined, first: boolean): Promise<Municipality> {
  const there = await municipalities(db)
  if (there.length === 0 && first) {
    const made = await ensureMunicipality(db, name ?? 'Onze gemeente')
    warn(`Gemeente ${made.name} is gemaakt. Een andere naam geven: leidraad municipality rename`)
    return made
  }
  if (there.length === 0) throw new Usage('er is nog geen gemeente; maak haar met: leidraad municipality add NAAM')
  if (name !== undefined) return namedAmong(there, name)
  // The neighbour of the demo city is meant only by who names it.
  const meant = there.length > 1 ? there.filter((each) => each.name !== NEIGHBOUR) : there
  if (meant.length > 1) throw new Usage(`er is meer dan één gemeente; noem er een met --gemeente: ${namesOf(there)}`)
  return meant[0]!
}

/** The one that is called so. Throws Usage, with the names there are. */
export function namedAmong(there: readonly Municipality[], name: string): Municipality {
  const found = calledSo(there, name)
  if (found) return found
  const known = there.length === 0 ? 'Er is er nog geen' : `Er is: ${namesOf(there)}`
  throw new Usage(`"${name}" is hier geen gemeente. ${known}. Een nieuwe maakt u met: leidraad municipality add NAAM`)
}

const namesOf = (there: readonly Municipality[]): string => there.map((each) => each.name).join(', ')

/**
 * The network file of this call: --network, LEIDRAAD_NETWORK, that of the installation that is running on this data, or
 * the demo city's, whose owners its evidence is judged with even when it is closed.
 */
export function networkFileOf({ place, options }: Pick<Call, 'place' | 'options'>): string | undefined {
  const demo = path.join(place.data, 'city/network.json')
  return (
    text(options, 'network') ??
    process.env['LEIDRAAD_NETWORK'] ??
    allRunning(place)[0]?.network ??
    (existsSync(demo) ? demo : undefined)
  )
}

/** The network of this call, or the open internet. Throws Usage for a file that is none. */
export function networkOf(call: Pick<Call, 'place' | 'options'>): Network | undefined {
  const file = networkFileOf(call)
  if (file === undefined) return undefined
  try {
    return readNetwork(file)
  } catch (error) {
    if (error instanceof Trouble) throw new Usage(error.message, { cause: error })
    throw error
  }
}
