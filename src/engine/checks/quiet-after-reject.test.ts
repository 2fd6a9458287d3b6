/** What still follows whoever refused. */
import { expect, test } from 'vitest'
import { consent, cookie, HOST, judgeWith, LOADING, request, session, sighting } from '../../../test/evidence.ts'
import { listsWith } from '../../../test/lists.ts'
import type { Consent, Session } from '../../model/evidence.ts'
import { quietAfterReject } from './quiet-after-reject.ts'

const lists = listsWith({
  trackers: ['volger.example', 'telt.example', 'vraagt.example'],
  owners: {
    'telt.example': { category: 'analytics' },
    'vraagt.example': { category: 'consent' },
    'volger.example': { category: 'advertising' },
  },
  cookies: { _ga: 'analytics' },
})
const ga = cookie({ name: '_ga', by: 'script', lifetime: 63_072_000 })
const to = (...hosts: string[]) => hosts.map((host) => request({ url: `https://${host}/x.js` }))
const judged = (walk: Partial<Consent>, before: Partial<Session> = {}) =>
  judgeWith(
    quietAfterReject,
    { session: [sighting(session(before))], consent: [sighting(consent(walk), { phase: 'after-reject' })] },
    { lists },
  )
/** Refused with one press, with this on the next page. */
const after = (next: Partial<Session>, more: Partial<Consent> = {}) =>
  judged({
    outcome: 'gone',
    steps: [{ kind: 'reject', text: 'Weigeren' }],
    next: session(next),
    again: false,
    lacks: next.lacks ?? {},
    ...more,
  })

test('after a no nothing follows any more', () => {
  expect(after({ cookies: [cookie({ name: 'keuze', valueKind: 'choice' })] })).toMatchObject({
    reason: 'none',
    verdict: 'met',
    seen: { pressed: 'Weigeren' },
  })
  // The log of the tool that asked; what the site's own policy stopped.
  expect(after({ requests: to('vraagt.example') }).reason).toBe('none')
  const stopped = { ...request({ url: 'https://volger.example/x.js' }), outcome: 'blocked' as const }
  expect(after({ requests: [stopped] }).reason).toBe('none')
})

test('an advertiser that is still asked, a cookie that is new, and what was there before', () => {
  expect(after({ requests: to('volger.example') })).toMatchObject({ reason: 'found', verdict: 'unmet' })
  expect(after({ requests: to('telt.example') })).toMatchObject({ reason: 'measuring', verdict: 'partly' })
  expect(after({ cookies: [ga] })).toMatchObject({
    reason: 'kept',
    verdict: 'unmet',
    seen: { names: '_ga (Platform)' },
  })
  const stood = { cookies: [{ name: '_ga', domain: 'voorbeeld.nl' }], storage: [] }
  expect(after({ cookies: [ga] }, { stood })).toMatchObject({ reason: 'remains', verdict: 'partly' })
  // A server that sets it again in spite of the no sets it anew.
  expect(after({ cookies: [{ ...ga, by: 'header' }] }, { stood }).reason).toBe('kept')
})

test('what was not seen whole is not quiet, and what was found stays found', () => {
  expect(after({ lacks: LOADING })).toMatchObject({ verdict: 'unknown' })
  expect(after({ lacks: LOADING, requests: to('volger.example') }).verdict).toBe('unmet')
})

test('where nothing is asked there is nothing to refuse; where we did not get through nothing is known', () => {
  expect(judged({})).toMatchObject({ reason: 'no-question', verdict: 'not-applicable' })
  expect(judged({}, { requests: to('vraagt.example') })).toMatchObject({ reason: 'not-shown', verdict: 'unknown' })
  expect(judged({ perhaps: true })).toMatchObject({ reason: 'perhaps', verdict: 'unknown' })
  expect(judged({ perhaps: false }).reason).toBe('no-question')
  expect(judged({ outcome: 'stayed' })).toMatchObject({ reason: 'stayed', verdict: 'unknown' })
  expect(judged({ outcome: 'no-way' })).toMatchObject({ reason: 'no-way', verdict: 'unknown' })
})

test('a number that nobody knows is a doubt, and no quiet', () => {
  const number = { by: 'script', lifetime: 63_072_000, valueKind: 'identifier', valueLength: 36 } as const
  const tpid = cookie({ ...number, name: 'tpid', host: 'cdn.meetpunt.example' })
  expect(after({ cookies: [tpid] })).toMatchObject({ reason: 'unlisted', verdict: 'unknown', seen: { names: 'tpid' } })
  // It may have been there before; and what is known is told first.
  const stood = { cookies: [{ name: 'tpid', domain: 'cdn.meetpunt.example' }], storage: [] }
  expect(after({ cookies: [tpid] }, { stood }).reason).toBe('unlisted')
  expect(after({ cookies: [tpid, ga] })).toMatchObject({ reason: 'kept', seen: { names: '_ga (Platform)' } })
  expect(after({ cookies: [cookie({ ...number, name: 'bezoeker' })] }).reason).toBe('unlisted')
  const item = { origin: `https://${HOST}`, kind: 'local', key: 'visitor_id', valueLength: 36 } as const
  expect(after({ storage: [{ ...item, valueKind: 'identifier' }] }).reason).toBe('unlisted')
  expect(after({ storage: [{ ...item, valueKind: 'choice' }] }).reason).toBe('none')
  // Of evidence of before no kind of a value is known: what another party keeps long is a doubt all the same.
  const { valueKind: _, ...before } = tpid
  expect(after({ cookies: [before] }).reason).toBe('unlisted')
})

test('the proof of a choice, what ends with the visit, and what many share are no doubt', () => {
  const own = { by: 'script', lifetime: 15_552_000, valueLength: 36 } as const
  const quiet = [
    cookie({ ...own, name: 'cookie_toestemming', valueKind: 'identifier' }),
    cookie({ ...own, name: 'thema', valueKind: 'choice' }),
    cookie({ ...own, name: 'versie', valueKind: 'other' }),
    cookie({ ...own, name: 'tpid', host: 'cdn.meetpunt.example', valueKind: 'identifier', lifetime: null }),
    cookie({ ...own, name: 'log', host: 'vraagt.example', valueKind: 'identifier' }),
  ]
  for (const each of quiet) expect([each.name, after({ cookies: [each] }).reason]).toEqual([each.name, 'none'])
})
