/** Every planted question is found, refused and agreed to as its truth says; nothing else is taken for a question. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { consent, judgeWith, request, session, sighting } from '../../../../test/evidence.ts'
import { listsWith } from '../../../../test/lists.ts'
import type { Consent } from '../../../model/evidence.ts'
import { launchBrowser, type ScanBrowser } from '../../../outside/browser.ts'
import { consentFreelyGiven } from '../../checks/consent-freely-given.ts'
import { choose, type Choice } from './consent-answer.ts'
import { arrive, go } from '../page/look.ts'
import { MISSES, PLANTED } from './test-banners.ts'
import { testSite, visit } from '../test-site.ts'

const IN_FRAME = `<body style="margin:0"><p>Mogen wij cookies plaatsen om u te volgen op deze site?</p>
  <button onclick="parent.postMessage('ja', '*')">Ja, prima</button>
  <button onclick="parent.postMessage('nee', '*')">Nee</button>`
const OF_ANOTHER = `<body style="margin:0"><div style="position:fixed;bottom:0"><p>Door verder te gaan gaat u
  akkoord met cookies van de filmdienst.</p><button>Accepteren</button><button>Instellingen</button></div>`
const page = (body: string) => `<!doctype html><html lang="nl"><title>Proef</title><body><p>Een pagina.</p>${body}`

let browser: ScanBrowser
let site: Awaited<ReturnType<typeof testSite>>
beforeAll(async () => {
  site = await testSite({
    '/vraag-in-kader': page(IN_FRAME),
    '/vraag-van-een-ander': page(OF_ANOTHER),
    ...Object.fromEntries(PLANTED.map(({ html }, no) => [`/vraag-${no}`, page(html)])),
    ...Object.fromEntries(MISSES.map(({ html }, no) => [`/geen-${no}`, page(html)])),
  })
  browser = await launchBrowser({ proxyUrl: null, ignoreCertificates: false })
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

async function answered(path: string, choice: Choice): Promise<Consent> {
  const { seen } = await visit(browser, site.url(path), {
    probes: [],
    walk: {
      tells: ['consent'],
      async go(there, options, deadline) {
        await go(there)
        await arrive(there, options, deadline)
        const chosen = await choose(there, choice)
        const value = { ...chosen, stood: { cookies: [], storage: [] }, next: null, again: null, lacks: {} }
        return { consent: { seen: true, value } }
      },
    },
  })
  if (!seen.consent?.seen) throw new Error(`not seen: ${JSON.stringify(seen.consent)}`)
  return seen.consent.value
}

test.each(PLANTED.map((each, no) => [each.name, each, no] as const))(
  '%s',
  { timeout: 60_000 },
  async (_, planted, no) => {
    const refused = await answered(`/vraag-${no}`, 'refuse')
    expect([refused.outcome, refused.tool]).toEqual([planted.refused, planted.tool])
    if (planted.presses !== undefined) expect(refused.steps.map(({ text }) => text)).toHaveLength(planted.presses)
    const accepted = await answered(`/vraag-${no}`, 'accept')
    expect(accepted.outcome).toBe(planted.accepted ?? 'gone')
    expect(accepted.steps.map(({ kind }) => kind)).toEqual(['accept'])
  },
)

const lists = listsWith({ trackers: ['volger.example'], owners: { 'volger.example': { category: 'advertising' } } })
/** What is said of a planted question as it was read, where a yes to it lets in an advertiser. */
async function said(name: string): Promise<string> {
  const refused = await answered(`/vraag-${PLANTED.findIndex((each) => each.name === name)}`, 'refuse')
  const next = session({ requests: [request({ url: 'https://volger.example/x.js' })] })
  const walks = [
    sighting(refused, { phase: 'after-reject' }),
    sighting(consent({ outcome: 'gone', next }), { phase: 'after-accept' }),
  ]
  const { verdict, reason } = judgeWith(
    consentFreelyGiven,
    { session: [sighting(session())], consent: walks },
    { lists },
  )
  return `${verdict} ${reason}`
}

test('what a wall, agree or pay, and near misses of them come to', { timeout: 120_000 }, async () => {
  expect(await said('a wall without a way round it')).toBe('partly wall')
  expect(await said('agree or pay')).toBe('unknown pay')
  expect(await said('a wall over the whole page')).toBe('met free')
  expect(await said('a picture as the cross, and only agreeing beside it')).toBe('unknown no-way')
  expect(await said('a notice that takes going on as a yes')).toBe('unmet onwards')
})

test.each(MISSES.map(({ name }, no) => [name, no] as const))('no question: %s', async (_, no) => {
  expect(await answered(`/geen-${no}`, 'refuse')).toMatchObject({ outcome: 'no-question', asked: [], steps: [] })
})
