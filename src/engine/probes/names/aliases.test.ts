/** Which names are asked, and what of them is told. */
import { afterEach, expect, test } from 'vitest'
import { openEgress } from '../../../outside/egress.ts'
import { network, serveDns, SERVFAIL, stopAll, zone, type DnsAnswer, type Question } from '../../../outside/test-net.ts'
import { aliasesProbe } from './aliases.ts'

afterEach(stopAll)

const healthy = zone(
  {
    'meten.stad.nl': { CNAME: ['stad.volger.example'] },
    'stad.volger.example': { CNAME: ['Rand.Volger.Example'] },
    'rand.volger.example': { A: ['192.0.2.7'] },
    'beeld.stad.nl': { A: ['192.0.2.8'] },
  },
  ['stad.nl'],
)
async function look(answer: (question: Question) => DnsAnswer, asked: readonly string[]) {
  const { resolver, asked: questions } = await serveDns(answer)
  const target = { subject: { kind: 'website', address: 'www.stad.nl', publicBody: false }, asked } as const
  const tools = { egress: openEgress(network({ resolver })), signal: new AbortController().signal }
  return { seen: await aliasesProbe.look(target, tools), questions }
}

test('own subdomains are asked once, with all they lead to; the site itself and others are not', async () => {
  const asked = ['www.stad.nl', 'meten.stad.nl', 'meten.stad.nl', 'beeld.stad.nl', 'lettertypen.example']
  const { seen, questions } = await look(healthy, asked)
  expect(seen).toEqual({
    names: [
      { name: 'beeld.stad.nl', chain: [] },
      { name: 'meten.stad.nl', chain: ['stad.volger.example', 'rand.volger.example'] },
    ],
    lacks: {},
  })
  expect(JSON.stringify(questions)).not.toContain('lettertypen')
})

test('a question without answer is a lack, and so is more than we ask', async () => {
  expect((await look(() => ({ rcode: SERVFAIL }), ['meten.stad.nl'])).seen).toEqual({
    names: [],
    lacks: { addresses: ['no-answer'] },
  })
  const many = Array.from({ length: 25 }, (_, at) => `naam-${at}.stad.nl`)
  const { seen } = await look(healthy, many)
  expect([seen.names.length, seen.lacks]).toEqual([20, { addresses: ['cut'] }])
})
