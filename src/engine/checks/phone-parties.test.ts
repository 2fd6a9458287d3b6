/** What a phone meets that a computer does not. */
import { expect, test } from 'vitest'
import { judgeWith, LOADING, request, session, sighting } from '../../../test/evidence.ts'
import { listsWith } from '../../../test/lists.ts'
import type { Session } from '../../model/evidence.ts'
import { phoneParties } from './phone-parties.ts'

const lists = listsWith({
  owners: {
    'reclame.example': { category: 'advertising' },
    'ook.example': { category: 'advertising' },
    'telt.example': { category: 'analytics' },
  },
  trackers: ['reclame.example', 'ook.example', 'telt.example'],
})
const asking = (hosts: readonly string[], over: Partial<Session> = {}) =>
  session({ requests: hosts.map((host) => request({ url: `https://${host}/x.js`, host })), ...over })
const judged = (computer: readonly string[], phone: readonly string[] | undefined, over: Partial<Session> = {}) =>
  judgeWith(
    phoneParties,
    {
      session: [
        sighting(asking(computer)),
        ...(phone ? [sighting(asking(phone, over), { profile: 'phone' as const })] : []),
      ],
    },
    { lists },
  )

test('an advertiser, and who counts, that only a phone meets', () => {
  expect(judged([], ['cdn.reclame.example'])).toMatchObject({
    reason: 'followers',
    verdict: 'unmet',
    seen: { count: 1, hosts: 'cdn.reclame.example (Dienst)' },
  })
  expect(judged(['telt.example'], ['reclame.example']).reason).toBe('followers')
  expect(judged([], ['telt.example'])).toMatchObject({ reason: 'measuring', verdict: 'partly' })
})

test('advertisers take turns: where a computer met one, another one says nothing', () => {
  expect(judged(['ook.example'], ['reclame.example'])).toMatchObject({ reason: 'more', verdict: 'met' })
  expect(judged(['reclame.example'], ['telt.example']).verdict).toBe('met')
})

test('the same everywhere, less on a phone, and a party that nobody has on a list', () => {
  expect(judged(['reclame.example'], ['reclame.example']).reason).toBe('same')
  expect(judged(['reclame.example'], []).reason).toBe('same')
  expect(judged([], ['plaatjes.example'])).toMatchObject({
    reason: 'more',
    verdict: 'met',
    seen: { hosts: 'plaatjes.example' },
  })
})

test('evidence of before says nothing, nor does a page that was half seen', () => {
  expect(judged([], undefined)).toMatchObject({ reason: 'not-looked', verdict: 'unknown' })
  expect(judged([], [], { lacks: LOADING }).verdict).toBe('unknown')
})
