/** SPF records, followed. */
import { expect, test } from 'vitest'
import { judgeWith, mail } from '../../../test/evidence.ts'
import type { Mail } from '../../model/evidence.ts'
import { spf } from './spf.ts'

const tree = (over: Partial<NonNullable<Mail['spfTree']>>, rest: Partial<Mail> = {}) =>
  judgeWith(spf, { mail: mail({ spfTree: { ...mail().spfTree!, ...over }, ...rest }) })

test.each([
  [{ all: '-' }, 'strict', 'met'],
  [{ all: '~' }, 'soft', 'met'],
  [{ all: '+' }, 'open', 'unmet'],
  [{ all: '?' }, 'neutral', 'unmet'],
  [{ all: null }, 'neutral', 'unmet'],
  [{ lookups: 10 }, 'strict', 'met'],
  [{ lookups: 11 }, 'lookups', 'unmet'],
  [{ voids: 2 }, 'strict', 'met'],
  [{ voids: 3 }, 'voids', 'partly'],
  [{ problem: 'include loop at a.nl' }, 'faulty', 'unmet'],
] as const)('%j is %s', (over, reason, verdict) => {
  expect(tree(over)).toMatchObject({ reason, verdict })
})

test.each([
  ['syntax', 'unmet'],
  ['repeated', 'unmet'],
  ['no-record', 'unmet'],
  ['many-records', 'unmet'],
  ['circle', 'unmet'],
  ['exchangers', 'unmet'],
  ['lookups', 'unmet'],
  ['voids', 'partly'],
] as const)('a record with the fault %s is %s, with the term', (fault, verdict) => {
  expect(tree({ all: null, fault, problem: 'moo' })).toMatchObject({ reason: fault, verdict, seen: { problem: 'moo' } })
})

test('a limit that was passed is told as such, in evidence that has no kind of fault yet', () => {
  expect(tree({ voids: 3, all: null, problem: 'meer dan 2 opzoekingen zonder antwoord' }).reason).toBe('voids')
  expect(tree({ lookups: 11, all: null, problem: 'meer dan 10 opzoekingen' }).reason).toBe('lookups')
})

test('no record, or two, is no SPF', () => {
  expect(judgeWith(spf, { mail: mail({ spf: [], spfTree: null }) })).toMatchObject({
    reason: 'missing',
    verdict: 'unmet',
  })
  expect(judgeWith(spf, { mail: mail({ spf: ['v=spf1 -all', 'v=spf1 mx -all'] }) })).toMatchObject({
    reason: 'multiple',
    verdict: 'unmet',
    seen: { count: 2 },
  })
})

test('a record that was not followed is unknown', () => {
  expect(judgeWith(spf, { mail: mail({ spfTree: null }) }).verdict).toBe('unknown')
})

test('a domain that receives no mail and names no senders is asked for -all', () => {
  const bare = { spf: ['v=spf1 ~all'] }
  expect(tree({ all: '~' }, { ...bare, nullMx: true, mx: [] })).toMatchObject({
    reason: 'soft-no-mail',
    verdict: 'partly',
  })
  expect(tree({ all: '~' }, { ...bare, mx: [] }).verdict).toBe('partly')
  expect(tree({ all: '-' }, { ...bare, nullMx: true, mx: [] }).verdict).toBe('met')
  // A domain of newsletters sends and receives nothing.
  expect(tree({ all: '~' }, { spf: ['v=spf1 include:_spf.nieuws.nl ~all'], mx: [] }).reason).toBe('soft')
})

test('what lets everybody through is told beside the record, and is not excused by an end that is strict', () => {
  expect(tree({ all: '+', wide: 'include:_spf.relay.nl' })).toMatchObject({
    reason: 'open',
    seen: { details: ['v=spf1 mx include:_spf.mail.example -all', 'include:_spf.relay.nl'] },
  })
  expect(tree({ all: '-', wide: '-include:_spf.relay.nl' }).reason).toBe('strict')
})

test('where it is handed on to a name that depends on a message, the end is unknown', () => {
  const ends = (...records: readonly string[]) =>
    tree({
      all: null,
      nodes: records.map((record, at) => ({
        name: `${at}.nl`,
        by: at === 0 ? null : at - 1,
        term: at === 0 ? '' : `redirect=${at}.nl`,
        record,
      })),
    })
  expect(ends('v=spf1 redirect=%{ir}.%{v}.spf.x.nl')).toMatchObject({ reason: 'not-followed', verdict: 'unknown' })
  expect(ends('v=spf1 redirect=1.nl', 'v=spf1 redirect=%{l}.x.nl').reason).toBe('not-followed')
  expect(ends('v=spf1 redirect=1.nl', 'v=spf1 mx').reason).toBe('neutral')
  expect(ends('v=spf1 mx').reason).toBe('neutral')
  const includes = { name: 'b.nl', by: 0, term: 'include:b.nl', record: 'v=spf1 redirect=%{l}.x.nl' }
  const own = { name: 'a.nl', by: null, term: '', record: 'v=spf1 include:b.nl' }
  expect(tree({ all: null, nodes: [own, includes] }).reason).toBe('neutral')
})
