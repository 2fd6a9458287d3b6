/** The walk up for a DMARC record, and the question to others whether reports are welcome. */
import { afterEach, expect, test } from 'vitest'
import { openResolver } from '../../../outside/resolver.ts'
import { SERVFAIL, serveDns, stopAll, zone } from '../../../outside/test-net.ts'
import { dmarcOf } from './dmarc.ts'

afterEach(stopAll)

async function look(domain: string, txt: Readonly<Record<string, readonly string[]>>, failing: readonly string[] = []) {
  const table = zone(
    Object.fromEntries(
      Object.entries(txt).map(([name, TXT]) => [name, { TXT: TXT.map((text) => text.match(/.{1,250}/g)!) }]),
    ),
  )
  const { resolver, asked } = await serveDns((question) =>
    failing.includes(question.name) ? { rcode: SERVFAIL } : table(question),
  )
  return { ...(await dmarcOf(openResolver(resolver), domain)), asked: asked.map(({ name }) => name) }
}

const REJECT = 'v=DMARC1; p=reject'

test('the record of the domain itself holds, written in any way the grammar has', async () => {
  expect(
    await look('a.stad.nl', { '_dmarc.a.stad.nl': ['v = DMARC1 ;p=none', 'anders'], '_dmarc.stad.nl': [REJECT] }),
  ).toMatchObject({ at: 'a.stad.nl', records: ['v = DMARC1 ;p=none'], unread: [], reports: [] })
})

test('else that of the organisation above, found by walking up', async () => {
  expect(
    await look('a.b.stad.nl', { '_dmarc.b.stad.nl': ['v=DMARC1; p=none'], '_dmarc.stad.nl': [REJECT] }),
  ).toMatchObject({
    at: 'stad.nl',
    records: [REJECT],
    asked: ['_dmarc.a.b.stad.nl', '_dmarc.b.stad.nl', '_dmarc.stad.nl', '_dmarc.nl'],
  })
})

test('a record that says it is on its own ends the walk', async () => {
  const own = `${REJECT}; psd=n`
  expect(
    await look('a.b.stad.nl', { '_dmarc.b.stad.nl': [own], '_dmarc.stad.nl': ['v=DMARC1; p=none'] }),
  ).toMatchObject({
    at: 'b.stad.nl',
    asked: ['_dmarc.a.b.stad.nl', '_dmarc.b.stad.nl'],
  })
})

test('two records at a name are none there', async () => {
  expect(await look('a.stad.nl', { '_dmarc.a.stad.nl': [REJECT, REJECT], '_dmarc.stad.nl': [REJECT] })).toMatchObject({
    at: 'stad.nl',
    records: [REJECT],
  })
  expect(await look('stad.nl', { '_dmarc.stad.nl': [REJECT, 'v=DMARC1; p=none'] })).toMatchObject({
    at: 'stad.nl',
    records: [REJECT, 'v=DMARC1; p=none'],
  })
})

test('two at the domain itself are kept beside the one above that holds', async () => {
  const two = [REJECT, 'v=DMARC1; p=none']
  const at = async (own: string[]) => look('post.stad.nl', { '_dmarc.post.stad.nl': own, '_dmarc.stad.nl': [REJECT] })
  expect(await at(two)).toMatchObject({ at: 'stad.nl', records: [REJECT], unread: two })
  expect(await at(['anders'])).toMatchObject({ at: 'stad.nl', unread: [] })
})

test('what receivers do not see as a record is kept apart', async () => {
  expect(await look('stad.nl', { '_dmarc.stad.nl': ['v=dmarc1; p=reject', 'anders'] })).toMatchObject({
    at: 'stad.nl',
    records: [],
    unread: ['v=dmarc1; p=reject'],
  })
})

test.each([
  ['a host that takes them', ['mailto:a@post.example'], { 'stad.nl._report._dmarc.post.example': ['v=DMARC1'] }, true],
  ['a host that is silent', ['mailto:a@post.example'], {}, false],
  [
    'a host with something else there',
    ['mailto:a@post.example'],
    { 'stad.nl._report._dmarc.post.example': ['ja'] },
    false,
  ],
])('reports to %s', async (_, addresses, there, welcome) => {
  const record = `${REJECT}; rua=${addresses.join(',')}`
  expect((await look('stad.nl', { '_dmarc.stad.nl': [record], ...there })).reports).toEqual([
    { host: 'post.example', welcome },
  ])
})

test('the question is put for the name where the record stands', async () => {
  const { asked } = await look('a.b.stad.nl', { '_dmarc.stad.nl': [`${REJECT}; ruf=mailto:a@post.example`] })
  expect(asked.at(-1)).toBe('stad.nl._report._dmarc.post.example')
})

test('hosts of the same organisation need not say anything', async () => {
  const record = `${REJECT}; rua=mailto:a@stad.nl,mailto:a@post.stad.nl,mailto:a@ander.nl`
  expect((await look('stad.nl', { '_dmarc.stad.nl': [record] })).reports).toEqual([
    { host: 'ander.nl', welcome: false },
  ])
  expect((await look('a.stad.nl', { '_dmarc.a.stad.nl': [record] })).reports).toHaveLength(1)
})

test('a server that fails above or elsewhere does not hide what was found', async () => {
  const txt = { '_dmarc.stad.nl': [`${REJECT}; rua=mailto:a@post.example`] }
  expect(await look('stad.nl', txt, ['_dmarc.nl'])).toMatchObject({ at: 'stad.nl' })
  expect(await look('stad.nl', txt, ['stad.nl._report._dmarc.post.example'])).toMatchObject({
    reports: [{ host: 'post.example', welcome: null }],
  })
  await expect(look('stad.nl', txt, ['_dmarc.stad.nl'])).rejects.toMatchObject({ why: 'dns-failed' })
})

test('a record with many addresses is asked of a few', async () => {
  const many = Array.from({ length: 40 }, (_, at) => `mailto:a@h${at}.example`).join(',')
  expect((await look('stad.nl', { '_dmarc.stad.nl': [`${REJECT}; rua=${many}`] })).reports).toHaveLength(5)
})
