/** Opens the engine for a command that visits sites, and says so when their pages cannot be kept apart. */
import { openGatherer, type Gatherer } from '../engine/gather.ts'
import { Trouble } from '../lib/trouble.ts'
import type { Network } from '../model/network.ts'
import { checkRoutes } from '../outside/route-book.ts'
import { closedHosts } from './evidence-home.ts'
import { warn } from './terminal.ts'

/** With a browser that is ready, where pages are to be visited. Throws Trouble for a setting that cannot be used. */
export async function openLookout(network: Network | undefined, { pages = true } = {}): Promise<Gatherer> {
  const set = await settled(network)
  const gatherer = await openGatherer(set, undefined, closedHosts())
  if (pages && (await gatherer.warm()) === false)
    warn(
      'Let op: de browser draait zonder sandbox, want dit systeem staat die niet toe. Een kwaadaardige site kan dan ' +
        'meer. Zo zet u hem aan: docs/gids/beheerder.md, "De browser". In het bewijs staat sandbox: off.',
    )
  return gatherer
}

/** The network with what the environment sets of names and routes; a proof city has its own. */
export async function settled(
  network: Network | undefined,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Network | undefined> {
  const resolver = env['LEIDRAAD_RESOLVER']
  const vrps = env['LEIDRAAD_RPKI']
  const routes = env['LEIDRAAD_ROUTES']
  if (resolver && !/^(\[[0-9a-f:]+\]|[0-9.]+)(:\d{1,5})?$/i.test(resolver))
    throw new Trouble(`LEIDRAAD_RESOLVER is "${resolver}"; verwacht adres:poort, zoals 127.0.0.1:53`)
  if (Boolean(vrps) !== Boolean(routes))
    throw new Trouble('LEIDRAAD_RPKI en LEIDRAAD_ROUTES horen bij elkaar: zet ze allebei, of geen van beide')
  if (vrps && routes) await checkRoutes({ vrps, routes })
  if (!resolver && !vrps) return network
  const open: Network = { allow: [], hosts: {}, ports: {} }
  return { ...open, ...(resolver && { resolver }), ...(vrps && routes && { vrps, routes }), ...network }
}
