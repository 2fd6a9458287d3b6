/** Kept answers: made once, never an older one, never another municipality's, and within their memory. */
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { encodingOf, keptAnswers, keptPages, type Kept } from './site-kept.ts'

function app({ municipality = 'sluiswijk', kept = keptAnswers(), status = 200, headers = {} } = {}) {
  const at = { made: 0, pages: 'a', progress: '1', day: '2026-11-28', time: '09:00' }
  const site = new Hono()
  site.use(
    keptPages({
      municipality,
      kept,
      marks: async () => ({ pages: at.pages, progress: at.progress }),
      today: () => at.day,
      time: () => at.time,
    }),
  )
  site.get('*', async (c) => {
    at.made += 1
    const text = `${municipality} ${at.made} ${'<p>tekst</p>'.repeat(50)}`
    await Promise.resolve()
    return c.html(text, status as 200, { 'Cache-Control': 'public, max-age=60', ...headers })
  })
  const get = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await site.request(path, { headers })
    return { status: answer.status, headers: answer.headers, text: await answer.text() }
  }
  return { at, site, get }
}

test('made once until something public changes, and on another day', async () => {
  const { at, get } = app()
  const first = await get('/normen')
  expect((await get('/normen')).text).toBe(first.text)
  at.pages = 'b'
  expect((await get('/normen')).text).not.toBe(first.text)
  at.day = '2026-11-29'
  await get('/normen')
  expect(at.made).toBe(3)
  // How far a measurement is stands on the city page only.
  await get('/')
  at.progress = '2'
  await get('/normen')
  await get('/')
  await get('/en')
  expect(at.made).toBe(6)
  expect(first.headers.get('cache-control')).toBe('public, no-cache')
})

test('what tells whether something is open is of its minute; another page is not', async () => {
  const { at, get } = app()
  const all = async () => {
    for (const path of ['/leren/hulp', '/en/leren/hulp?taal=nl', '/leren/hulp/plek/6', '/leren/hulp/wijk/noord'])
      await get(path)
    return at.made
  }
  expect([await all(), await all()]).toEqual([4, 4])
  at.time = '09:01'
  expect(await all()).toBe(7)
})

test('what changes while a page is made is never shown from memory', async () => {
  const kept = keptAnswers()
  let mark = 'a'
  let shown = 'oud'
  let go: () => void = () => {}
  const site = new Hono()
  site.use(keptPages({ municipality: 's', kept, marks: async () => ({ pages: mark, progress: '' }) }))
  site.get('*', async (c) => {
    const text = shown
    if (text === 'oud') await new Promise<void>((resolve) => (go = resolve))
    return c.html(text, 200, { 'Cache-Control': 'public, max-age=60' })
  })
  const slow = site.request('/x')
  await new Promise((resolve) => setImmediate(resolve))
  ;[mark, shown] = ['b', 'nieuw']
  expect(await (await site.request('/x')).text()).toBe('nieuw')
  go()
  expect(await (await slow).text()).toBe('oud')
  expect(await (await site.request('/x')).text()).toBe('nieuw')
})

test('fifty at once are made once; who asks without leave to squeeze gets the same words', async () => {
  const { at, get, site } = app()
  const all = await Promise.all(Array.from({ length: 50 }, () => get('/normen')))
  expect(new Set(all.map(({ text }) => text)).size).toBe(1)
  expect(at.made).toBe(1)
  const gzip = await site.request('/normen', { headers: { 'accept-encoding': 'gzip' } })
  expect(gzip.headers.get('content-encoding')).toBe('gzip')
  expect(gzip.headers.get('vary')).toContain('Accept-Encoding')
  const plain = await new Response(gzip.body!.pipeThrough(new DecompressionStream('gzip'))).text()
  expect(plain).toMatch(/^sluiswijk 2 /)
  expect(
    (await site.request('/normen', { headers: { 'accept-encoding': 'br' } })).headers.get('content-encoding'),
  ).toBe('br')
})

test('who has it already is told so; HEAD has no body', async () => {
  const { at, site, get } = app({ headers: { 'API-Version': '1.0' } })
  const { headers } = await get('/normen')
  for (const tag of [headers.get('etag')!, `"x", ${headers.get('etag')!.replace('W/', '')}`, '*']) {
    const again = await get('/normen', { 'if-none-match': tag })
    expect([again.status, again.text, again.headers.get('api-version')]).toEqual([304, '', '1.0'])
    expect(again.headers.get('content-type')).toBeNull()
  }
  expect((await get('/normen', { 'if-none-match': 'W/"anders"' })).status).toBe(200)
  const head = await site.request('/normen', { method: 'HEAD' })
  expect([head.status, await head.text(), head.headers.get('etag')]).toEqual([200, '', headers.get('etag')])
  expect(at.made).toBe(1)
})

test('only what is whole and the same for everybody is kept', async () => {
  for (const more of [
    { status: 404 },
    { status: 410 },
    { headers: { 'Set-Cookie': 'a=b' } },
    { headers: { 'Cache-Control': 'no-store' } },
    { headers: { 'Cache-Control': 'public, max-age=31536000, immutable' } },
    { headers: { 'Content-Disposition': 'attachment' } },
    { headers: { 'Content-Type': 'image/png' } },
  ]) {
    const kept = keptAnswers()
    const { at, get } = app({ ...more, kept })
    await get('/x')
    await get('/x')
    expect(at.made, JSON.stringify(more)).toBe(2)
    expect(kept.pages.bytes()).toBe(0)
  }
})

test('two municipalities share memory and never a page', async () => {
  const kept = keptAnswers()
  const [one, other] = [app({ kept }), app({ kept, municipality: 'molendam' })]
  expect((await one.get('/')).text).toMatch(/^sluiswijk/)
  expect((await other.get('/')).text).toMatch(/^molendam/)
  expect((await one.get('/')).text).toMatch(/^sluiswijk 1 /)
})

test('addresses that anybody makes up neither fill memory nor push out pages', async () => {
  const kept: Kept = keptAnswers(200_000)
  const { at, get } = app({ kept })
  await get('/normen')
  for (let n = 0; n < 400; n += 1) await get(n % 2 ? `/?q=${n}` : `/%6eormen/${n}`)
  for (const path of [`/${'x'.repeat(500)}`, `/?${'y'.repeat(500)}`]) await get(path)
  expect(kept.asked.bytes()).toBeLessThanOrEqual(50_000)
  expect(kept.pages.bytes()).toBeLessThan(5_000)
  const before = at.made
  await get('/normen')
  expect(at.made).toBe(before)
})

test('what is accepted, by its weights', () => {
  expect(encodingOf('gzip, deflate, br, zstd')).toBe('br')
  expect(encodingOf('gzip;q=0.5, br;q=0')).toBe('gzip')
  expect(encodingOf('GZIP')).toBe('gzip')
  expect(encodingOf('br;q=0.0, gzip;q=0')).toBe('identity')
  expect(encodingOf(undefined)).toBe('identity')
})
