/** What is warned against before an annex is issued: nobody was asked, or bidders have hardly any time. */
import { describe, expect, test } from 'vitest'
import type { Annex } from '../../../model/tender.ts'
import { cautionsFor, missingFor, type Said } from './issue.ts'
import { whyFixed, whyShut } from './refusals.ts'

const now = new Date('2026-11-29T10:00:00Z')
const DAY = 86_400_000
const closing = (days: number) => ({ closesAt: new Date(now.getTime() + days * DAY).toISOString() })
const opinion = (role: string): Said => ({ id: role, kind: 'opinion', about: null, role, stance: 'agreed' })
const BOTH = [opinion('fg'), opinion('security-officer')]

describe('cautions', () => {
  test('none where both were heard and there is time', () => {
    expect(cautionsFor(closing(14), BOTH, [], now)).toEqual([])
  })
  test('each of those who were not heard; a reason to depart is no opinion', () => {
    expect(cautionsFor(closing(30), [], [], now)).toEqual(['no-fg', 'no-security-officer'])
    expect(cautionsFor(closing(30), [opinion('fg')], [], now)).toEqual(['no-security-officer'])
    const departs: Said = { id: 'x', kind: 'deviation', about: 'fg', role: 'security-officer', stance: null }
    expect(cautionsFor(closing(30), [opinion('fg'), departs], [], now)).toEqual(['no-security-officer'])
  })
  test('what a lawyer still looks into is told before anything leaves the house', () => {
    expect(cautionsFor(closing(30), BOTH, ['Welk artikel geldt'], now)).toEqual(['lawyer'])
  })
  test.each([13.9, 1, 0.003])('%d days until it closes is soon', (days) =>
    expect(cautionsFor(closing(days), BOTH, [], now)).toEqual(['soon']),
  )
})

test('a closing moment in the past is refused, whatever the reason', () => {
  const annex = { requirements: [{}], place: 'https://x.test', ...closing(-0.001) } as unknown as Annex
  expect(missingFor(annex, undefined, 'h', BOTH, now)).toEqual(['Kies eerst een moment van sluiten dat nog komt.'])
})

describe('it has closed when the moment came that everybody reads, and else that of the desk', () => {
  const at = (desk: number, read: number | null) => ({
    state: 'issued' as const,
    issued: 1,
    closesAt: new Date(now.getTime() + desk * DAY),
    readClosesAt: read === null ? null : new Date(now.getTime() + read * DAY),
  })
  test.each([
    [-1, -1, true],
    [-1, 1, false],
    [1, -1, true],
    [-1, null, true],
  ])('%d and %d', (desk, read, closed) => {
    expect([whyFixed(at(desk, read), now) !== undefined, whyShut(at(desk, read), now) === undefined]).toEqual([
      closed,
      closed,
    ])
  })
})
