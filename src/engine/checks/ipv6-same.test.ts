/** The same page over IPv4 and over IPv6. */
import { expect, test } from 'vitest'
import { dns, judgeWith, seen, unseen } from '../../../test/evidence.ts'
import type { Facing, Observed } from '../../model/evidence.ts'
import { wordsOf } from '../reading/facing.ts'
import { ipv6Same } from './ipv6-same.ts'

const TEXT = 'Welkom bij de bakker in de straat waar brood en koek elke dag vers uit de oven komen'
const face = (over: Partial<Facing> = {}, text = TEXT): Observed<Facing> =>
  seen({
    status: 200,
    title: 'Bakker',
    location: null,
    headers: ['content-type'],
    textLength: text.length,
    words: wordsOf(text),
    ...over,
  })
const same = (four: Observed<Facing>, six: Observed<Facing>, again?: Observed<Facing>) =>
  judgeWith(ipv6Same, { dns: dns({ overSix: 'answers', faces: { four, six, ...(again && { again }) } }) })

test('one page, also with news and a title that change by themselves', () => {
  expect(same(face(), face())).toMatchObject({ reason: 'same', verdict: 'met' })
  expect(same(face(), face({ title: 'Bakker (3)' }, `${TEXT} om 12 uur 34`)).verdict).toBe('met')
})

test.each([
  ['status', face({ status: 404 })],
  ['redirect', face({ status: 200, location: 'https://elders.test/' })],
  ['headers', face({ headers: ['content-type', 'strict-transport-security'] })],
  [
    'content',
    face({ title: 'It works' }, 'This is the default page of the web server as it was installed by the system'),
  ],
])('%s differs, and stays apart at a second look', (reason, six) => {
  expect(same(face(), six, face())).toMatchObject({ reason, verdict: 'partly' })
  // What differs from itself tells nothing; nor does a look that was not made.
  expect(same(face(), six, six).reason).toBe('changing')
  expect(same(face(), six).verdict).toBe('unknown')
})

test('no page on an address that answers; turned away; not seen at all', () => {
  expect(same(face(), unseen('tls-failed'))).toMatchObject({ reason: 'broken', verdict: 'partly' })
  expect(same(face(), unseen('timeout')).verdict).toBe('unknown')
  expect(same(unseen('tls-failed'), face()).verdict).toBe('unknown')
  expect(same(face(), face({ status: 403 }), face())).toMatchObject({ reason: 'turned-away', verdict: 'unknown' })
})

test('without a new address there is nothing to compare; evidence of before is not known', () => {
  expect(judgeWith(ipv6Same, { dns: dns({ aaaa: [] }) }).verdict).toBe('not-applicable')
  expect(judgeWith(ipv6Same, { dns: dns({ aaaa: [], lacks: { ipv6: ['no-answer'] } }) }).verdict).toBe('unknown')
  expect(judgeWith(ipv6Same, { dns: dns() }).verdict).toBe('unknown')
})
