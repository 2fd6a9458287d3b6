/**
 * The engine for other programs: `import { gather, judge } from 'leidraad/engine'`. No database, no platform. It visits
 * an address and holds what was seen against the catalogue that comes with the package.
 */
import path from 'node:path'
import { loadLists } from '../catalogue/lists.ts'
import { readCatalogue } from '../catalogue/norms.ts'
import { checksById, reasonsOfChecks } from '../engine/checks/all.ts'
import { openGatherer, type Gathered, type Target } from '../engine/gather.ts'
import { judge as judgeBy, type Rules } from '../engine/judge.ts'
import { mailDomain, websiteHost } from '../lib/web-address.ts'
import type { Evidence } from '../model/evidence.ts'
import type { Finding } from '../model/finding.ts'
import type { Network } from '../model/network.ts'

export { openGatherer } from '../engine/gather.ts'
export { bundled, readBundle } from '../db/bundle.ts'
export { harOf } from '../db/har.ts'
export type { Gathered, Gatherer, Target } from '../engine/gather.ts'
export type { Rules } from '../engine/judge.ts'
export type { Evidence } from '../model/evidence.ts'
export type { Finding, VerdictWord } from '../model/finding.ts'
export type { Network } from '../model/network.ts'
export type { Subject } from '../model/subject.ts'

/** The folder with `norms/`, `lists/` and `owners.yaml`: one above the bundle, two above the source. */
const HOME = path.resolve(import.meta.dirname, path.basename(import.meta.dirname) === 'dist' ? '..' : '../..')

/** The catalogue, checks and lists of a folder; of the package itself unless told otherwise. Throws DataMistakes. */
export async function rules(folder: string = HOME, network?: Network): Promise<Rules> {
  return {
    catalogue: readCatalogue(path.join(folder, 'norms'), reasonsOfChecks),
    checks: checksById,
    lists: await loadLists(folder, network?.owners),
  }
}

/**
 * What is looked at: a website or a page (`https://www.voorbeeld.nl/loket`), or with `mail` an e-mail domain. Throws
 * RangeError for what is no public address.
 */
export function targetOf(address: string, { mail = false } = {}): Target {
  const name = mail ? mailDomain(address) : websiteHost(address)
  if (name === undefined) throw new RangeError(`not a public ${mail ? 'mail domain' : 'web address'}: ${address}`)
  if (mail) return { kind: 'mail-domain', address: name }
  const url = new URL(/^https?:/i.test(address) ? address : `https://${address}`)
  const at = `${url.pathname}${url.search}`
  return { kind: 'website', address: name, ...(at !== '/' && { path: at }) }
}

export type GatherOptions = {
  readonly mail?: boolean
  /** Stops the visit; it then throws the signal's reason. */
  readonly signal?: AbortSignal
  /** Hears in Dutch what is being looked at. */
  progress?(text: string): void
  /** A test network that opens addresses which are not public; see the guide. */
  readonly network?: Network
}

/**
 * Visits one address and brings home evidence and pictures. Starts a browser for it and ends it; who visits many opens
 * a gatherer once. Throws RangeError for no address, OurFault when no browser can be had.
 */
export async function gather(address: string, options: GatherOptions = {}): Promise<Gathered> {
  const { signal = new AbortController().signal, progress = () => {}, network } = options
  const gatherer = await openGatherer(network)
  try {
    return await gatherer.gather(targetOf(address, options), { signal, progress: (text) => progress(text) })
  } finally {
    await gatherer.close()
  }
}

/**
 * One finding per measured criterion. `publicBody`: a municipality or another body under public law, of which more is
 * asked. Pure, but for the rules: those of the package unless given.
 */
export async function judge(
  evidence: Evidence,
  { publicBody = false, by }: { readonly publicBody?: boolean; readonly by?: Rules } = {},
): Promise<Finding[]> {
  return judgeBy(evidence, { ...evidence.subject, publicBody }, by ?? (await rules()))
}
