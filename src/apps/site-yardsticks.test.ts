/** The page that reads published evidence in the manner of others, as a visitor gets it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { AT, dns, exchangers, http, mail, tls } from '../../test/evidence.ts'
import { EVIDENCE, MAIL_EVIDENCE, seedPublished, STORE } from '../../test/published.ts'
import { createSite } from './site.ts'

const bakery = '/organisaties/bakkerij-de-korenaar'
/** What was seen, under the hash of each. */
const SEEN = new Map([
  [EVIDENCE, { kind: 'website', seen: { dns: dns(), http: http(), tls: tls() } }],
  [MAIL_EVIDENCE, { kind: 'mail-domain', seen: { mail: mail(), exchangers: exchangers() } }],
])
const store: typeof STORE = {
  ...STORE,
  async file(hash, media) {
    const kept = SEEN.get(hash)
    if (!kept) return STORE.file(hash, media)
    const host = Object.entries(kept.seen).map(([probe, value]) => ({ probe, at: AT, result: { seen: true, value } }))
    const subject = { kind: kept.kind, address: 'korenaar.nl' }
    return Buffer.from(JSON.stringify({ format: 2, subject, begun: AT, ended: AT, versions: {}, host, pages: [] }))
  },
}

let database: Awaited<ReturnType<typeof testDatabase>>
let site: ReturnType<typeof createSite>
beforeAll(async () => {
  database = await testDatabase()
  await seedPublished(database.db)
  const whose = { municipality: 'voorbeeldstad', city: 'Voorbeeldstad', origin: 'https://leidraad.voorbeeldstad.nl' }
  site = createSite({ db: database.publicDb, store, ...whose, css: '', assets: {} })
})
afterAll(() => database.close())

const read = async (path: string) => {
  const response = await site.request(path)
  return { status: response.status, text: await response.text() }
}

test('of a website: both tests, each with its points and a span, and plainly not their verdict', async () => {
  const { status, text } = await read(`${bakery}/www.bakkerij-de-korenaar.nl/meetlat`)
  expect(status).toBe(200)
  expect(text).toContain('Het is niet hun uitslag')
  expect(text).toMatch(/Internet\.nl, websitetest zou hier tussen \d+ en \d+ punten geven/)
  expect(text).toMatch(/MDN HTTP Observatory zou hier tussen \d+ en \d+ punten geven \(/)
  expect(text).toContain('10 van 10')
  expect(text).toContain('−50 tot 0')
})

test('of a mail domain: the one test of mail; in English too', async () => {
  const { status, text } = await read(`/en${bakery}/@bakkerij-de-korenaar.nl/meetlat`)
  expect(status).toBe(200)
  expect(text).toContain('It is not their verdict')
  expect(text).toMatch(/Internet\.nl, e-mail test would give between \d+ and \d+ points/)
  expect(text).not.toContain('Observatory, ')
})

test('the page of the address leads to it; of an address that is not there nothing is told', async () => {
  expect((await read(`${bakery}/www.bakkerij-de-korenaar.nl`)).text).toContain('/meetlat"')
  expect((await read(`${bakery}/www.bestaatniet.nl/meetlat`)).status).toBe(404)
})
