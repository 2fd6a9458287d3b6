/** On what a badge stands, and what one on a site turns out to be. */
import { expect, test } from 'vitest'
import type { Evidence, Session } from '../../model/evidence.ts'
import { lastOfSeen, lastOfSigned, normsMet, sightingState, yearAfter, type SeenPoint } from './rules.ts'
import { badgesShown } from './shown.ts'

const point = (criterion: string, verdict: string, more: Partial<SeenPoint> = {}): SeenPoint => ({
  norm: criterion.split('.')[0]!,
  criterion,
  verdict,
  seenBy: 'schouwer',
  seenOn: '2026-11-01',
  until: '2027-11-01',
  ...more,
})
const TODAY = '2026-11-28'

test('a norm is met when all that was seen of it last is, and something was', () => {
  const met = (...points: SeenPoint[]) => normsMet(points, TODAY).map(({ id }) => id)
  expect(met(point('PRV-13.a', 'met'))).toEqual(['PRV-13'])
  expect(met(point('PRV-13.a', 'met'), point('PRV-13.b', 'not-applicable'))).toEqual(['PRV-13'])
  expect(met(point('PRV-13.a', 'met'), point('PRV-13.b', 'partly'))).toEqual([])
  expect(met(point('PRV-13.a', 'met'), point('PRV-13.b', 'unmet'))).toEqual([])
  expect(met(point('PRV-13.a', 'not-applicable'))).toEqual([])
  expect(met(point('PRV-13.a', 'unknown'))).toEqual([])
  // Unknown is not met, and what counts no longer is not either: beside something that is met just as well.
  expect(met(point('PRV-13.a', 'met'), point('PRV-13.b', 'unknown'))).toEqual([])
  expect(met(point('PRV-13.a', 'met'), point('PRV-13.b', 'met', { until: '2026-11-27' }))).toEqual([])
  expect(met(point('PRV-13.a', 'met'), point('PRV-13.b', 'not-applicable', { until: '2026-11-27' }))).toEqual([])
  expect(met(point('PRV-13.a', 'met', { until: '2026-11-27' }))).toEqual([])
  // What was seen last counts.
  expect(met(point('PRV-13.a', 'unmet'), point('PRV-13.a', 'met', { seenOn: '2026-11-02' }))).toEqual(['PRV-13'])
  expect(met(point('PRV-13.a', 'met'), point('PRV-13.a', 'unmet', { seenOn: '2026-11-02' }))).toEqual([])
})

test('of a norm it is said what was looked at, until when, and by whom', () => {
  const points = [
    point('PRV-13.b', 'met', { until: '2027-05-01' }),
    point('PRV-13.a', 'met', { seenOn: '2026-10-01', seenBy: 'adviseur' }),
    point('PRV-13.c', 'not-applicable', { until: '2027-01-01' }),
  ]
  expect(normsMet(points, TODAY)).toEqual([
    {
      id: 'PRV-13',
      criteria: ['PRV-13.a', 'PRV-13.b'],
      seenBy: 'adviseur',
      seenOn: '2026-10-01',
      until: '2027-01-01',
    },
  ])
})

test('a badge names no day later than a year after the last visit, or than what it stands on', () => {
  const norm = (id: string, seenOn: string, until: string) => ({ id, criteria: [], seenBy: 'x', seenOn, until })
  expect(yearAfter('2028-02-29')).toBe('2029-02-28')
  expect(lastOfSigned(TODAY, null)).toBe('2027-11-28')
  expect(lastOfSigned(TODAY, '2027-03-01')).toBe('2027-03-01')
  expect(lastOfSeen([norm('A', '2026-10-01', '2028-01-01'), norm('B', '2026-11-01', '2028-01-01')])).toEqual({
    seenOn: '2026-10-01',
    until: '2027-10-01',
  })
  expect(lastOfSeen([norm('A', '2026-10-01', '2027-02-01')]).until).toBe('2027-02-01')
})

test('who carries a badge that is not theirs is told apart from who writes about it', () => {
  const known = { ended: null, validUntil: '2027-01-01', ground: 'holds' as const, organisation: 'bakker' }
  const seen = (more: Partial<Parameters<typeof sightingState>[1]> = {}, badge: typeof known | undefined = known) =>
    sightingState(badge, { shown: true, holders: ['bakker'], today: TODAY, ...more })
  expect(seen()).toBe('valid')
  expect(seen({ shown: false })).toBe('valid')
  expect(seen({ today: '2027-01-02' })).toBe('ended')
  expect(seen({ shown: false, today: '2027-01-02' })).toBe('ended')
  expect(seen({ holders: ['slager'] })).toBe('of-another')
  expect(seen({ holders: ['slager', 'bakker'] })).toBe('valid')
  expect(seen({ holders: ['courant'], shown: false })).toBe('mentioned')
  expect(sightingState(undefined, { shown: true, holders: ['x'], today: TODAY })).toBe('unknown')
  expect(sightingState(undefined, { shown: false, holders: ['x'], today: TODAY })).toBe('mentioned')
  expect(
    sightingState(
      { ...known, ended: null, organisation: null as never },
      { shown: true, holders: ['x'], today: TODAY },
    ),
  ).toBe('valid')
  expect(
    sightingState(
      { ...known, ground: 'holds', ended: 'withdrawn' as never },
      { shown: true, holders: ['bakker'], today: TODAY },
    ),
  ).toBe('withdrawn')
})

const HOSTS = ['leidraad.sluiswijk.nl', '127.0.0.1:3000']
const page = (url: string, session: Partial<Session>, seen = true) => ({
  probe: 'session',
  page: url,
  role: 'landing',
  phase: 'before-consent',
  profile: 'desktop',
  at: '2026-11-28T10:00:00Z',
  result: seen
    ? { seen: true, value: { links: [], requests: [], text: '', lacks: {}, ...session } }
    : { seen: false, why: 'timeout', detail: '' },
})
const visit = (address: string, ...pages: ReturnType<typeof page>[]) =>
  badgesShown(
    {
      format: 2,
      subject: { kind: 'website', address },
      begun: '',
      ended: '2026-11-28T10:00:00Z',
      versions: {},
      host: [],
      pages,
    } as unknown as Evidence,
    HOSTS,
  )
const on = (session: Partial<Session>, address = 'www.bakker.nl') =>
  visit(address, page('https://www.bakker.nl/', session)).badges
const link = (href: string, pictured = true) => ({ href, text: 'x', ...(pictured ? { pictured: true as const } : {}) })
const request = (url: string, status = 200) => ({ url, status, type: 'image' }) as Session['requests'][number]

test('a badge is seen by its link, by the name of its file, and by what a drawing says', () => {
  expect(on({ links: [link('https://leidraad.sluiswijk.nl/badges/7HX3M-9WF2C')] })).toEqual([
    { number: '7HX3M9WF2C', page: 'https://www.bakker.nl/', shown: true },
  ])
  expect(on({ links: [link('http://127.0.0.1:3000/en/badges/7hx3m9wf2c/?x#y', false)] })).toMatchObject([
    { number: '7HX3M9WF2C', shown: false },
  ])
  const file = request('https://cdn.bakker.nl/uploads/2026/badge-7HX3M-9WF2C-klein-donker.svg')
  expect(on({ requests: [file] })).toMatchObject([{ number: '7HX3M9WF2C', shown: true }])
  expect(on({ text: 'Klopt dit nog? Kijk op: leidraad.sluiswijk.nl\n/badges/7HX3M-9WF2C' })).toMatchObject([
    { number: '7HX3M9WF2C', shown: false },
  ])
  // The same badge in several ways is one, and carried.
  const link_ = link('https://leidraad.sluiswijk.nl/badges/7HX3M-9WF2C', false)
  expect(on({ links: [link_], requests: [file] })).toMatchObject([{ shown: true }])
  // A number that is none of ours is kept as it stands there.
  expect(on({ links: [link('https://leidraad.sluiswijk.nl/badges/gestolen')] })).toMatchObject([{ number: 'GESTOLEN' }])
})

test('a badge is seen by what its file says, whatever the file is called', () => {
  const file = (drawn: readonly string[] | null, status = 200) => ({
    requests: [{ ...request('https://cdn.bakker.nl/logo.svg', status), drawn }],
  })
  expect(on(file(['https://leidraad.sluiswijk.nl/badges/7HX3M-9WF2C']))).toMatchObject([
    { number: '7HX3M9WF2C', shown: true },
  ])
  expect(on(file(['https://leidraad.sluiswijk.nl/badges/nagemaakt']))).toMatchObject([{ number: 'NAGEMAAKT' }])
  for (const none of [
    file(['https://example.org/badges/7HX3M-9WF2C']),
    file(['https://leidraad.sluiswijk.nl/badges/7HX3M-9WF2C'], 404),
    file([]),
    file(null),
  ])
    expect(on(none)).toEqual([])
  // A drawing that was not read may be the badge: such a page does not tell that it is gone.
  const whole = (drawn: readonly string[] | null) =>
    visit('www.bakker.nl', page('https://www.bakker.nl/', file(drawn))).pages
  expect([whole([]), whole(null)]).toEqual([['https://www.bakker.nl/'], []])
})

test('near misses: other hosts, other paths, our own site, a file that is not there, a mail domain', () => {
  const none = (session: Partial<Session>, address?: string) => expect(on(session, address)).toEqual([])
  none({ links: [link('https://example.org/badges/7HX3M-9WF2C')] })
  none({ links: [link('https://leidraad.sluiswijk.nl.evil.test/badges/7HX3M-9WF2C')] })
  none({ links: [link('https://evil.test/?to=https://leidraad.sluiswijk.nl/badges/7HX3M-9WF2C')] })
  none({
    links: [
      link('https://leidraad.sluiswijk.nl/badges'),
      link('https://leidraad.sluiswijk.nl/badges/7HX3M-9WF2C/bord'),
    ],
  })
  none({ links: [link('mailto:x@leidraad.sluiswijk.nl'), link('javascript:void(0)'), link('https://%')] })
  none({ links: [link('https://leidraad.sluiswijk.nl/badges/%E0%A4%A')] })
  none({ requests: [request('https://www.bakker.nl/badge-7HX3M-9WF2C-klein-donker.svg', 404)] })
  none({ requests: [request('https://www.bakker.nl/badge-van-de-maand-groot-licht.svg')] })
  none({ text: 'Zie /badges/7HX3M-9WF2C op een andere site' })
  none({ links: [link('https://leidraad.sluiswijk.nl/badges/7HX3M-9WF2C')] }, 'www.sluiswijk.nl')
  none({ links: [link('https://leidraad.sluiswijk.nl/badges/7HX3M-9WF2C')] }, 'leidraad.sluiswijk.nl')
})

test('only a page that was seen whole tells what is not on it', () => {
  const { pages } = visit(
    'www.bakker.nl',
    page('https://www.bakker.nl/', {}),
    page('https://www.bakker.nl/half', { lacks: { content: ['loading'] } }),
    page('https://www.bakker.nl/weg', {}, false),
  )
  expect(pages).toEqual(['https://www.bakker.nl/'])
})
