/** Real evidence of the demo city, and as much of it under other names as is wanted: for what grows with a city. */
import type { Place } from '../src/apps/place.ts'
import { judgeEvidence, loadRules } from '../src/apps/rules.ts'
import { startDemoCity } from '../src/demo/city.ts'
import { openGatherer, type Target } from '../src/engine/gather.ts'
import type { Rules } from '../src/engine/judge.ts'
import { registrableDomain } from '../src/lib/domain.ts'
import type { Evidence } from '../src/model/evidence.ts'
import { readNetwork } from '../src/outside/network-file.ts'

/** Websites of the demo city, from quiet to full of other parties, and mail domains. */
const SITES = [
  'www.servicecentrum-sluisstreek.test',
  'www.bakkerijdekorenaar.test',
  'www.cafetanker.test',
  'www.sluiswijkercourant.test',
  'www.rijwielhuistandem.test',
  'www.klikkado.test',
]
const MAIL = ['bakkerijdekorenaar.test', 'cafetanker.test']

type Original = {
  readonly target: Target
  readonly json: string
  readonly findings: number
  readonly pictures: ReadonlyMap<string, Uint8Array>
}

/** Visits them once, with the rules of that city; `findings`: how many one of each gives. */
export async function gatherOriginals(here: Place): Promise<{ originals: readonly Original[]; rules: Rules }> {
  const city = await startDemoCity(here)
  const network = readNetwork(city.networkFile)
  const rules = await loadRules(here, network)
  const gatherer = await openGatherer(network)
  const originals: Original[] = []
  const targets: Target[] = [
    ...SITES.map((address) => ({ kind: 'website' as const, address })),
    ...MAIL.map((address) => ({ kind: 'mail-domain' as const, address })),
  ]
  for (const target of targets) {
    const watch = { signal: new AbortController().signal, progress: () => {} }
    const { evidence, pictures } = await gatherer.gather(target, watch)
    const { findings } = judgeEvidence(evidence, { ...target, publicBody: false }, rules)
    originals.push({ target, json: JSON.stringify(evidence), findings: findings.length, pictures })
  }
  await gatherer.close()
  await city.close()
  return { originals, rules }
}

/**
 * The same evidence of another name, asking other parties for other addresses: nothing is read, matched or judged
 * twice.
 */
export function varied({ address }: Target, json: string, no: number): Evidence {
  const domain = registrableDomain(address)
  const evidence = JSON.parse(json.replaceAll(domain, domain.replace('.test', `-${no}.test`))) as Evidence
  const pages = evidence.pages.map((record) =>
    record.probe !== 'session' || !record.result.seen
      ? record
      : {
          ...record,
          result: {
            seen: true as const,
            value: {
              ...record.result.value,
              requests: record.result.value.requests.map((request) => ({
                ...request,
                url: `${request.url}${request.url.includes('?') ? '&' : '?'}no=${no}`,
              })),
            },
          },
        },
  )
  return { ...evidence, pages }
}
