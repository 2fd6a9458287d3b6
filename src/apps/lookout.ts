/** Opens the engine for a command that visits sites, and says so when their pages cannot be kept apart. */
import { openGatherer, type Gatherer } from '../engine/gather.ts'
import type { Network } from '../model/network.ts'
import { closedHosts } from './evidence-home.ts'
import { warn } from './terminal.ts'

/** With a browser that is ready. */
export async function openLookout(network: Network | undefined): Promise<Gatherer> {
  const gatherer = await openGatherer(network, undefined, closedHosts())
  if ((await gatherer.warm()) === false)
    warn(
      'Let op: de browser draait zonder sandbox, want dit systeem staat die niet toe. Een kwaadaardige site kan dan ' +
        'meer. Zo zet u hem aan: docs/gids/beheerder.md, "De browser". In het bewijs staat sandbox: off.',
    )
  return gatherer
}
