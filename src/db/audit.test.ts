/** Every part of an entry of the trail is under its hash: whatever is changed afterwards shows. */
import { expect, test } from 'vitest'
import { hashOf } from './audit.ts'

const entry = {
  municipality: '0190b3a0-0000-7000-8000-000000000001',
  no: 7,
  at: '2026-11-27T10:00:00.000Z',
  person: '0190b3a0-0000-7000-8000-000000000002',
  act: 'case-decided',
  object: 'case/1',
  detail: '{"outcome":"agreed"}',
  previous: 'a'.repeat(64),
}

test.each([
  ['municipality', '0190b3a0-0000-7000-8000-000000000003'],
  ['no', 8],
  ['at', '2026-11-27T10:00:00.001Z'],
  ['person', null],
  ['act', 'case-withdrawn'],
  ['object', 'case/2'],
  ['detail', '{"outcome":"refused"}'],
  ['detail', '{}'],
  ['previous', 'b'.repeat(64)],
])('another %s gives another hash', (field, value) => {
  expect(hashOf({ ...entry, [field]: value })).not.toBe(hashOf(entry))
})

test('the same entry gives the same hash, and no two fields run into each other', () => {
  expect(hashOf({ ...entry })).toBe(hashOf(entry))
  expect(hashOf({ ...entry, act: 'ab', object: 'c' })).not.toBe(hashOf({ ...entry, act: 'a', object: 'bc' }))
})
