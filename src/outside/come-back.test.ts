/** Who is told to come back later asks nothing more of that domain in this visit, and knows until when. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { asksToComeBack, openComeBack } from './come-back.ts'
import { NotSeen } from './not-seen.ts'

const NOW = Date.parse('2026-11-30T12:00:00Z')
beforeEach(() => void vi.useFakeTimers({ now: NOW, toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

const after = (seconds: string) => [['retry-after', seconds] as const]

test.each([
  [429, [], true],
  [429, after('3600'), true],
  [503, after('3600'), true],
  [503, [], false],
  [503, after(' '), false],
  [500, after('3600'), false],
  [403, after('3600'), false],
  [200, after('3600'), false],
  [301, after('3600'), false],
] as const)('%i with %j asks to come back later: %s', (status, headers, asks) => {
  expect(asksToComeBack(status, headers)).toBe(asks)
  const site = openComeBack('www.dorp.test')
  site.hear('https://www.dorp.test/nieuws', status, headers)
  expect(site.off('https://www.dorp.test/contact') !== undefined).toBe(asks)
  expect(site.signal.aborted).toBe(asks)
})

test('it holds for the domain and for nobody else, with what was said', () => {
  const site = openComeBack('www.dorp.test')
  site.hear('https://www.dorp.test/nieuws', 429, after('120'))
  expect(site.off('http://loket.dorp.test:8080/')).toMatchObject({
    why: 'rate-limited',
    detail: expect.stringContaining('status 429, retry-after 120'),
  })
  expect(site.off('https://register.test/')).toBeUndefined()
  expect(site.signal.reason).toBeInstanceOf(NotSeen)
  expect(site.until()).toEqual(new Date(NOW + 120_000))
})

test('what another asks keeps us from that other alone', () => {
  const site = openComeBack('www.dorp.test')
  site.hear('https://register.test/', 429, after('120'))
  expect(site.off('https://register.test/verklaring')).toBeDefined()
  expect(site.off('https://www.dorp.test/')).toBeUndefined()
  expect([site.signal.aborted, site.until()]).toEqual([false, undefined])
})

test.each([
  ['Mon, 30 Nov 2026 13:00:00 GMT', 3_600_000],
  ['31536000', 86_400_000],
  ['gauw', null],
  ['-5', null],
  ['Mon, 30 Nov 2026 11:00:00 GMT', null],
])('%j keeps us away for %s ms, a day at most; without a moment the visit ends all the same', (line, wait) => {
  const site = openComeBack('dorp.test')
  site.hear('https://dorp.test/', 429, after(line))
  expect(site.off('https://dorp.test/')).toBeDefined()
  expect(site.until()).toEqual(wait === null ? undefined : new Date(NOW + wait))
})

test('of two moments the later one holds', () => {
  const site = openComeBack('dorp.test')
  site.hear('https://dorp.test/', 429, after('600'))
  site.hear('https://dorp.test/twee', 503, after('60'))
  expect(site.until()).toEqual(new Date(NOW + 600_000))
})
