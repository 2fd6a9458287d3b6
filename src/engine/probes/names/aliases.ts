/** Of which names the own subdomains are aliases that a page asked something of. */
import { registrableDomain } from '../../../lib/domain.ts'
import type { Aliases, Lack } from '../../../model/evidence.ts'
import { NotSeen } from '../../../outside/not-seen.ts'
import { nameIn, records } from './dns.ts'
import type { HostProbe } from '../host-probe.ts'

const NAMES = 20
const LINKS = 8

export const aliasesProbe: HostProbe<'aliases'> = {
  key: 'aliases',
  subjects: ['website'],
  async look({ subject: { address: host }, asked = [] }, { egress }) {
    const own = registrableDomain(host)
    const all = [...new Set(asked)].filter((name) => name !== host && registrableDomain(name) === own).toSorted()
    const lacks = new Set<Lack>(all.length > NAMES ? ['cut'] : [])
    const names = await Promise.all(
      all.slice(0, NAMES).map(async (name) => {
        try {
          const answers = await records(egress.resolver, name, 'A')
          const chain = answers.flatMap((answer) => (answer.type === 'CNAME' ? [nameIn(answer.data)] : []))
          return [{ name, chain: [...new Set(chain)].slice(0, LINKS) }]
        } catch (error) {
          if (!(error instanceof NotSeen)) throw error
          lacks.add('no-answer')
          return []
        }
      }),
    )
    const found: Aliases = { names: names.flat(), lacks: lacks.size > 0 ? { addresses: [...lacks] } : {} }
    return found
  },
}
