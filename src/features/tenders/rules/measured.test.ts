/** A measurement beside a promise: what ended or is unknown is no failure, and the newest that counts goes first. */
import { describe, expect, test } from 'vitest'
import { countingOn, mayBreach, speakingOf, type Measured } from './measured.ts'

const today = '2026-11-29'
const found = (more: Partial<Measured> = {}): Measured => ({
  subject: 's',
  address: 'balie.test',
  norm: 'PRV-13',
  criterion: 'PRV-13.volgers',
  verdict: 'unmet',
  strength: 'measured',
  source: 'visit',
  at: '2026-11-01',
  from: '2026-11-02',
  until: '2027-02-01',
  ...more,
})

describe('who should look', () => {
  test.each([
    ['not met', {}, true],
    ['partly', { verdict: 'partly' }, true],
    ['met', { verdict: 'met' }, false],
    ['unknown is not failed', { verdict: 'unknown' }, false],
    ['what ended yesterday', { until: '2026-11-28' }, false],
    ['what ends today', { until: today }, true],
  ] as const)('%s', (_, more, says) => expect(mayBreach([found(more)], today)).toBe(says))
})

test('what counts goes before what ended, and of what counts the newest', () => {
  const old = found({ at: '2026-08-01', until: '2026-11-01', verdict: 'met' })
  const now = found()
  const newer = found({ at: '2026-11-20', verdict: 'met' })
  const later = found({ from: '2026-12-01', verdict: 'met', at: '2026-11-28' })
  expect(countingOn([old, now, later], today)).toEqual([now])
  expect(countingOn([newer, now], today)).toEqual([newer])
  // Where nothing counts any more, what ended last is shown, as ended.
  const older = found({ until: '2026-05-01' })
  expect(countingOn([older, old], today)).toEqual([old])
  expect(countingOn([now, found({ address: 'a.test' })], today).map(({ address }) => address)).toEqual([
    'a.test',
    'balie.test',
  ])
})

test('of its own criterion where that was found, and else of its norm', () => {
  const [own, other] = [found(), found({ criterion: 'PRV-13.knop' })]
  expect(speakingOf({ norm: 'PRV-13', criterion: 'PRV-13.volgers' }, [own, other])).toEqual([own])
  expect(speakingOf({ norm: 'PRV-13', criterion: 'PRV-13.verklaard' }, [own, other])).toEqual([own, other])
  expect(speakingOf({ norm: 'PRV-13', criterion: null }, [own, other])).toEqual([own, other])
  expect(speakingOf({ norm: 'VEI-11', criterion: null }, [own, other])).toEqual([])
})
