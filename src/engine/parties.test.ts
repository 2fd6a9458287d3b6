/** What is told of a visit: of how many pages they were chosen, how much can be missed, and who else was met. */
import { expect, test } from 'vitest'
import { listsWith } from '../../test/lists.ts'
import type { Chosen, Evidence, PageRecord } from '../model/evidence.ts'
import { pagesOf, partiesOf } from './parties.ts'

const page = (path: string, seen = true): PageRecord =>
  ({
    probe: 'session',
    page: `https://dorp.nl${path}`,
    role: path === '/' ? 'landing' : 'other',
    phase: 'before-consent',
    profile: 'desktop',
    at: '2026-11-30T00:00:00Z',
    result: seen ? { seen: true, value: { title: path } } : { seen: false, why: 'timeout', detail: '' },
  }) as unknown as PageRecord
const evidence = (pages: PageRecord[], chosen?: Chosen): Evidence => ({
  format: 2,
  subject: { kind: 'website', address: 'dorp.nl' },
  begun: '',
  ended: '',
  versions: {},
  host: [],
  pages,
  ...(chosen && { chosen }),
})
const told = (pages: PageRecord[], chosen?: Chosen) => pagesOf(evidence(pages, chosen)).map((each) => each.chosen)

test('the first page tells of how many they were chosen, and what can be missed', () => {
  const [first, second] = told([page('/'), page('/a')], { from: 4, whole: true })
  expect([first, second]).toEqual([{ from: 4, whole: true, missable: 0.5 }, undefined])
})

test('a page that was not seen leaves more to be missed', () => {
  const share = (pages: PageRecord[]) => told(pages, { from: 40, whole: false })[0]!.missable
  expect(share([page('/'), page('/a', false), page('/b')])).toBeGreaterThan(share([page('/'), page('/a'), page('/b')]))
})

test('evidence of before, and a site of which nothing was seen, tell nothing', () => {
  expect(told([page('/'), page('/a')])).toEqual([undefined, undefined])
  expect(told([page('/', false)], { from: 9, whole: true })).toEqual([undefined])
})

test('who is met by whoever agrees, or on a phone, is held against what everybody meets before a choice', () => {
  const asking = (hosts: readonly string[]) => ({
    finalUrl: 'https://dorp.nl/',
    requests: hosts.map((host) => ({ url: `https://${host}/`, host, type: 'script', outcome: 'answered' })),
  })
  const record = (over: object) => ({ ...page('/'), ...over }) as unknown as PageRecord
  const met = partiesOf(
    evidence([
      record({ result: { seen: true, value: asking(['dorp.nl', 'een.nl']) } }),
      record({
        probe: 'consent',
        phase: 'after-reject',
        result: { seen: true, value: { next: asking(['weiger.nl']) } },
      }),
      record({
        probe: 'consent',
        phase: 'after-accept',
        result: { seen: true, value: { next: asking(['een.nl', 'twee.nl']) } },
      }),
      record({ profile: 'phone', result: { seen: true, value: asking(['een.nl', 'twee.nl', 'drie.nl']) } }),
    ]),
    listsWith({}),
  )
  expect(met.map(({ host, only }) => [host, only])).toEqual([
    ['een.nl', undefined],
    ['twee.nl', 'after-accept'],
    ['drie.nl', 'phone'],
    ['twee.nl', 'phone'],
  ])
})
