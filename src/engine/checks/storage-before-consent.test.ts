/** What is kept in the browser otherwise than as a cookie. */
import { expect, test } from 'vitest'
import type { StorageItem } from '../../model/evidence.ts'
import { judgeWith, session, sighting } from '../../../test/evidence.ts'
import { listsWith } from '../../../test/lists.ts'
import { storageBeforeConsent } from './storage-before-consent.ts'

const lists = listsWith({
  cookies: { _hjid: 'analytics' },
  owners: {
    'video.example': { category: 'video', country: 'US' },
    'praat.example': { category: 'chat' },
    'telt.example': { category: 'analytics' },
  },
})
const item = (over: Partial<StorageItem>): StorageItem => ({
  origin: 'https://video.example',
  kind: 'local',
  key: 'remote-device-id',
  valueLength: 36,
  ...over,
})
const judged = (...items: Partial<StorageItem>[]) =>
  judgeWith(storageBeforeConsent, { session: [sighting(session({ storage: items.map(item) }))] }, { lists })

test('a device number in the frame of a video service is found', () => {
  expect(judged({})).toMatchObject({
    reason: 'found',
    verdict: 'unmet',
    seen: { count: 1, hosts: 'video.example', details: ['local: remote-device-id (https://video.example)'] },
  })
})
test.each(['device-id', 'visitor', 'userId', 'clientUUID', 'bezoeker', 'yt-remote-device-id'])(
  'the key %s names someone',
  (key) => {
    expect(judged({ key }).reason).toBe('found')
  },
)
test.each(['volume', 'video-settings', 'valid', 'sidebar', 'hidden', 'width', 'klanten'])(
  'the key %s does not',
  (key) => {
    expect(judged({ key }).reason).toBe('none')
  },
)
test(
  'the same key at the site itself, at a chat service, short, or for the visit only is not held against ' + 'anyone',
  () => {
    expect(
      judged(
        { origin: 'https://www.voorbeeld.nl' },
        { origin: 'https://praat.example' },
        { valueLength: 8 },
        { kind: 'session' },
      ),
    ).toMatchObject({ reason: 'none', verdict: 'met' })
  },
)
test('a number under such a name that nobody knows is a doubt, and stands beside what was found', () => {
  const own = { origin: 'https://www.voorbeeld.nl', key: 'visitor-id', valueKind: 'identifier' } as const
  expect(judged(own)).toMatchObject({ reason: 'unlisted', verdict: 'unknown', seen: { names: 'visitor-id' } })
  expect(judged({ ...own, valueKind: 'choice' }).reason).toBe('none')
  expect(judged({}, own)).toMatchObject({
    reason: 'found-and-unlisted',
    verdict: 'unmet',
    seen: { names: 'remote-device-id', unlisted: 'visitor-id' },
  })
})
test('a known name is found anywhere, for the visit too', () => {
  expect(judged({ origin: 'https://www.voorbeeld.nl', key: '_hjid', kind: 'session', valueLength: 3 }).reason).toBe(
    'found',
  )
})
test('statistics from the EEA stay unknown', () => {
  expect(judged({ origin: 'https://telt.example' })).toMatchObject({ reason: 'site-statistics', verdict: 'unknown' })
})
test('an origin that is no address is passed over', () => {
  expect(judged({ origin: 'null' }).reason).toBe('none')
})
test('a database that stays tells a visitor as the store does; what ends with the tab does not', () => {
  expect(judged({ kind: 'indexeddb' }).reason).toBe('found')
  expect(judged({ kind: 'session' }).reason).toBe('none')
  expect(judged({ kind: 'cache' }).reason).toBe('none')
})
