/** Times as a file for calendars: by the clock here, with what is off, and what was called off. */
import { expect, test } from 'vitest'
import { calendarOf, timesFile } from './calendar-times.ts'

const ABOUT = {
  name: 'Hulp, dichtbij',
  host: 'stad.test',
  title: 'Omgaan met de computer',
  where: 'Plein 1, Sluiswijk',
  text: 'Neem niets mee.',
  url: 'https://stad.test/leren/hulp/cursus/1',
  at: new Date('2026-11-01T12:30:00Z'),
  sequence: 4,
}
const lines = ({ body }: { body: string }) => body.replaceAll('\r\n ', '').split('\r\n')

test('a meeting says when by the clock here, and which of its forms this is', () => {
  const found = lines(timesFile(ABOUT, [{ id: 'a', on: '2026-07-01', from: '09:30', to: '11:00', cancelled: false }]))
  expect(found).toContain('DTSTART;TZID=Europe/Amsterdam:20260701T093000')
  expect(found).toContain('DTEND;TZID=Europe/Amsterdam:20260701T110000')
  expect(found).toContain('UID:a@stad.test')
  expect(found).toContain('SEQUENCE:4')
  expect(found).toContain('DTSTAMP:20261101T123000Z')
  expect(found).toContain('STATUS:CONFIRMED')
  expect(found).toContain('BEGIN:VTIMEZONE')
  expect(found.filter((line) => line.startsWith('RRULE:FREQ=WEEKLY'))).toEqual([])
})
test('what was called off stays in it, so that a calendar shows that', () => {
  const found = lines(timesFile(ABOUT, [{ id: 'a', on: '2026-07-01', from: '09:30', to: '11:00', cancelled: true }]))
  expect(found).toContain('STATUS:CANCELLED')
})
test('what comes back each week leaves out the days off, and what is extra comes once', () => {
  const times = {
    hours: [{ day: 1, from: '09:00', to: '12:00' }],
    off: [{ from: '2026-12-07', to: '2026-12-08', why: '' }],
    extra: [
      { on: '2026-12-05', from: '10:00', to: '12:00' },
      { on: '2026-11-01', from: '10:00', to: '12:00' },
    ],
  }
  const coming = calendarOf('p', times, '2026-12-01')
  expect(coming).toEqual([
    { id: 'p-1-0900', on: '2026-12-07', from: '09:00', to: '12:00', cancelled: false, weeklyBut: ['2026-12-07'] },
    { id: 'p-2026-12-05-1000', on: '2026-12-05', from: '10:00', to: '12:00', cancelled: false },
  ])
  const found = lines(timesFile(ABOUT, coming))
  expect(found).toContain('RRULE:FREQ=WEEKLY;BYDAY=MO')
  expect(found).toContain('EXDATE;TZID=Europe/Amsterdam:20261207T090000')
})
