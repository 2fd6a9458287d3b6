/** What repeats each week, with days off and extra, by the clock of the Netherlands. */
import { expect, test } from 'vitest'
import { hoursAhead, offsetPeriods } from './offset-periods.ts'
import { extraTyped, hoursTyped, offTyped, readClock, readDay, readExtra, readOff, readSlots } from './typed-times.ts'
import { offOn, openStretches, slotsBetween, slotsOn, weekdayOf, type Times } from './weekly-times.ts'

const TIMES: Times = {
  hours: [
    { day: 1, from: '13:00', to: '17:00' },
    { day: 1, from: '09:00', to: '12:00' },
    { day: 4, from: '10:00', to: '12:00' },
  ],
  off: [{ from: '2026-12-21', to: '2027-01-03', why: 'kerst' }],
  extra: [
    { on: '2026-12-22', from: '10:00', to: '11:00' },
    { on: '2026-12-05', from: '10:00', to: '12:00' },
  ],
}

test('a day has its times in order; off is off, and extra is extra, also on a day off', () => {
  expect(weekdayOf('2026-11-29')).toBe(7)
  expect(weekdayOf('2026-11-30')).toBe(1)
  expect(slotsOn(TIMES, '2026-11-30').map(({ from }) => from)).toEqual(['09:00', '13:00'])
  expect(slotsOn(TIMES, '2026-12-01')).toEqual([])
  expect(slotsOn(TIMES, '2026-12-21')).toEqual([])
  expect(slotsOn(TIMES, '2026-12-22')).toEqual([{ from: '10:00', to: '11:00' }])
  expect(slotsOn(TIMES, '2026-12-05')).toEqual([{ from: '10:00', to: '12:00' }])
  expect(offOn(TIMES, '2027-01-03')?.why).toBe('kerst')
  expect(offOn(TIMES, '2027-01-04')).toBeUndefined()
})
test('the times between two days, and no more than asked', () => {
  const found = slotsBetween(TIMES, '2026-12-17', '2027-01-04', 60)
  expect(found.map(({ on }) => on)).toEqual(['2026-12-17', '2026-12-22', '2027-01-04', '2027-01-04'])
  expect(slotsBetween(TIMES, '2026-11-30', '2027-12-31', 3)).toHaveLength(3)
})
test('stretches go around what is off, also where that overlaps', () => {
  expect(openStretches(TIMES, '2026-12-20', '2027-01-05')).toEqual([
    ['2026-12-20', '2026-12-20'],
    ['2027-01-04', '2027-01-05'],
  ])
  const twice = { ...TIMES, off: [...TIMES.off, { from: '2027-01-02', to: '2027-01-10', why: '' }] }
  expect(openStretches(twice, '2026-12-25', '2027-01-08')).toEqual([])
})
test('the clock changes twice a year, and a day of change is of what it changes to', () => {
  expect([hoursAhead('2026-10-24'), hoursAhead('2026-10-25'), hoursAhead('2026-03-29')]).toEqual([2, 1, 2])
  expect(offsetPeriods('2026-10-20', '2027-03-30')).toEqual([
    { from: '2026-10-20', until: '2026-10-24', hours: 2 },
    { from: '2026-10-25', until: '2027-03-27', hours: 1 },
    { from: '2027-03-28', until: '2027-03-30', hours: 2 },
  ])
})

test.each([
  ['9', '09:00'],
  ['9.30', '09:30'],
  ['09:30 uur', '09:30'],
  ['24.00', undefined],
  ['9.60', undefined],
  ['negen', undefined],
])('%s is %s', (typed, clock) => expect(readClock(typed)).toBe(clock))
test.each([
  ['9.00-12.00, 13 tot 17 uur', '09:00-12:00 13:00-17:00'],
  ['13.00–17.00 en 9.00–12.00', '09:00-12:00 13:00-17:00'],
  ['', ''],
  ['12.00-9.00', undefined],
  ['9.00-12.00, 11.00-13.00', undefined],
  ['hele dag', undefined],
])('times %s', (typed, slots) =>
  expect(
    readSlots(typed)
      ?.map(({ from, to }) => `${from}-${to}`)
      .join(' '),
  ).toBe(slots),
)
test.each([
  ['25-12-2026', '2026-12-25'],
  ['5 januari 2027', '2027-01-05'],
  ['2026-12-25', '2026-12-25'],
  ['31-2-2026', undefined],
  ['5 jan', undefined],
])('day %s', (typed, day) => expect(readDay(typed)).toBe(day))
test('what was typed of days comes back as it is read, and a line that is not right is named', () => {
  const off = readOff('25-12-2026\n21 december 2026 t/m 3-1-2027: kerst: vrij')
  expect(off).toEqual({
    off: [
      { from: '2026-12-25', to: '2026-12-25', why: '' },
      { from: '2026-12-21', to: '2027-01-03', why: 'kerst: vrij' },
    ],
  })
  expect(readOff('3-1-2027 t/m 21-12-2026')).toEqual({ wrong: '3-1-2027 t/m 21-12-2026' })
  expect(readOff('kerst')).toEqual({ wrong: 'kerst' })
  expect(readExtra('5-12-2026 10.00-12.00, 13.00-14.00')).toMatchObject({ extra: [{ on: '2026-12-05' }, {}] })
  expect(readExtra('5-12-2026')).toEqual({ wrong: '5-12-2026' })
  const again = { ...TIMES, ...readOff(offTyped(TIMES)), ...readExtra(extraTyped(TIMES)) }
  expect(again).toEqual(TIMES)
  expect(readSlots(hoursTyped(TIMES, 1))).toEqual([
    { from: '09:00', to: '12:00' },
    { from: '13:00', to: '17:00' },
  ])
})
