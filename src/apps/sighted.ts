/** The badges that a visit saw, for each municipality that watches the address: told apart by its own hosts. */
import type { Tx } from '../db/as.ts'
import type { Db } from '../db/connect.ts'
import type { Watcher } from '../db/findings.ts'
import { municipalities } from '../db/municipality.ts'
import { badgesShown } from '../features/badges/shown.ts'
import type { Sighted } from '../features/badges/sightings-store.ts'
import type { Evidence } from '../model/evidence.ts'

type Hosts = ReadonlyMap<string, readonly string[]>

/** At which names the site of each municipality answers, with the port where that is not the usual one. */
export async function hostsByMunicipality(db: Db | Tx): Promise<Hosts> {
  const there = await municipalities(db)
  return new Map(
    there.map(({ id, hosts, site }) => [
      id,
      [...hosts, ...(site !== null && URL.canParse(site) ? [new URL(site).host] : [])],
    ]),
  )
}

/** What of badges the evidence of a visit shows its watchers. */
export const sightedBy = (hosts: Hosts, evidence: Evidence, watching: readonly Watcher[]): Sighted[] =>
  evidence.subject.kind !== 'website'
    ? []
    : watching.map(({ municipality, subject }) => ({
        municipality,
        subject,
        address: evidence.subject.address,
        at: evidence.ended,
        ...badgesShown(evidence, hosts.get(municipality) ?? []),
      }))
