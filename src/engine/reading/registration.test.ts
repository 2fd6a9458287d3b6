/** What a registry's answer says, and what a hostile one does not. */
import { expect, test } from 'vitest'
import { readRegistration } from './registration.ts'

const AT = '2026-11-30T12:00:00Z'
const event = (eventAction: unknown, eventDate: unknown) => ({ eventAction, eventDate })
const ends = (date: unknown) => event('expiration', date)
/** As the registry of .com answers. */
const answer = (over: Record<string, unknown> = {}) => ({
  objectClassName: 'domain',
  ldhName: 'KORENAAR.COM',
  status: ['client transfer prohibited'],
  events: [event('registration', '2007-10-09T18:20:50Z'), ends('2027-03-09T18:20:50Z')],
  ...over,
})
const read = (over: Record<string, unknown> = {}) => readRegistration(answer(over), 'korenaar.com', AT)
const told = (...events: unknown[]) => {
  const found = read({ events })
  return found && [found.told, found.until]
}

test('the day on which the registration ends, and when it last changed', () => {
  const events = [ends('2027-03-09T23:30:00-05:00'), event('last changed', '2026-03-10T00:00:00Z')]
  expect(read({ events })).toEqual({ told: 'day', until: '2027-03-10', changed: '2026-03-10', statuses: [] })
  expect(read({ ldhName: 'korenaar.com.' })?.until).toBe('2027-03-09')
})

test('a registry that gives no day publishes none: what a registrar writes in its own books is not that day', () => {
  expect(told()).toEqual(['unpublished', null])
  expect(read({ events: undefined })?.told).toBe('unpublished')
  expect(told(event('registrar expiration', '2027-03-09T00:00:00Z'))).toEqual(['unpublished', null])
  expect(told(event('last update of RDAP database', '2026-11-30T00:00:00Z'))).toEqual(['unpublished', null])
})

test('several ends are one only when they are the same day', () => {
  expect(told(ends('2027-03-09T01:00:00Z'), ends('2027-03-09T18:20:50Z'))).toEqual(['day', '2027-03-09'])
  expect(told(ends('2027-03-09T01:00:00Z'), ends('2028-03-09T01:00:00Z'))).toEqual(['unclear', null])
})

test.each([
  '9999-12-31T00:00:00Z',
  '2047-01-01T00:00:00Z',
  '1970-01-01T00:00:00Z',
  '2027-02-30T00:00:00Z',
  '2027-03-09',
  'binnenkort',
  '',
  null,
  1_900_000_000,
  ['2027-03-09T00:00:00Z'],
  `2027-03-09T00:00:00.${'0'.repeat(100_000)}Z`,
])('%j is no day, and not made into one', (date) => {
  expect(told(ends(date))).toEqual(['unclear', null])
})

test('statuses about the end, in the words of RDAP or of EPP; others are left', () => {
  const status = ['active', 'redemptionPeriod', 'pending delete', 'Auto Renew Period', 7, null, 'x'.repeat(1_000_000)]
  expect(read({ status })?.statuses).toEqual(['auto renew period', 'pending delete', 'redemption period'])
  expect(read({ status: 'pending delete' })?.statuses).toEqual([])
})

test('an answer about something else is none', () => {
  for (const over of [
    { ldhName: 'korenaar.net' },
    { ldhName: 'www.korenaar.com' },
    { ldhName: undefined },
    { ldhName: ['korenaar.com'] },
    { objectClassName: 'nameserver' },
  ])
    expect(read(over)).toBeUndefined()
  for (const json of [null, [], 'korenaar.com', 404, [answer()]])
    expect(readRegistration(json, 'korenaar.com', AT)).toBeUndefined()
})

test('a list that is none, or longer than anybody reads, leaves the day unclear', () => {
  expect(read({ events: { 0: ends('2027-03-09T00:00:00Z') } })?.told).toBe('unclear')
  expect(told(...Array.from({ length: 200 }, () => ends('2027-03-09T00:00:00Z')))).toEqual(['unclear', null])
  expect(told(null, 'expiration', [ends('2027-03-09T00:00:00Z')], ends('2027-03-09T00:00:00Z'))).toEqual([
    'day',
    '2027-03-09',
  ])
  // What is to come has not changed anything yet.
  expect(read({ events: [event('last changed', '2027-03-09T00:00:00Z')] })?.changed).toBeNull()
})
