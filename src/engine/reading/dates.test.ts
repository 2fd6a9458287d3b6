/** Whether a day is read in every form that people write it in, and nothing else is taken for one. */
import { expect, test } from 'vitest'
import { cpuMs } from '../../../test/cpu.ts'
import { datesIn } from './dates.ts'

const days = (text: string) => datesIn(text).map(({ day }) => day)

test.each([
  '12 maart 2025',
  '12 Maart 2025',
  'woensdag 12 maart 2025',
  '12 mrt. 2025',
  '12 mrt 2025',
  '12-mrt-2025',
  '12e maart 2025',
  '12-03-2025',
  '12/3/2025',
  '12.03.2025',
  '12 - 3 - 2025',
  '12-03-25',
  '2025-03-12',
  '2025/03/12',
  '2025-03-12T10:00:00Z',
  'March 12, 2025',
  'March 12 2025',
  'March 12th, 2025',
  'Mar. 12, 2025',
  '12 March 2025',
  '12th March 2025',
  '12th of March 2025',
  'de 12e van maart 2025',
  "12 maart '25",
  '12 mrt. ’25',
  '12 March, 2025',
  '3/12/2025 is 3 december',
])('%s', (text) => {
  expect(days(`Bijgewerkt op ${text}.`)).toEqual([text.startsWith('3/12') ? '2025-12-03' : '2025-03-12'])
})

test.each([
  ['1 januari 2026', '2026-01-01'],
  ['28 febr. 2026', '2026-02-28'],
  ['29 februari 2024', '2024-02-29'],
  ['1 sept 2025', '2025-09-01'],
  ['May 3rd, 2025', '2025-05-03'],
  ['3 mei 2025', '2025-05-03'],
  ['3/25/2025', '2025-03-25'],
  ['31 oktober 2025', '2025-10-31'],
  ['1st August 2025', '2025-08-01'],
])('%s is %s', (text, day) => expect(days(text)).toEqual([day]))

test('a month without a day is the last day that can be meant', () => {
  expect(datesIn('maart 2025, 02-2024')).toMatchObject([
    { day: '2025-03-31', exact: false },
    { day: '2024-02-29', exact: false },
  ])
})

test.each([
  '31-02-2026',
  '45-13-2024',
  '31 april 2025',
  '29 februari 2025',
  '2025-02-30',
  '0-3-2025',
  '1 brumaire 2024',
  'EN 301 549 v3.2.1',
  'telefoon 071-5165165',
  '12-03-2025-01',
  'WCAG 2.1 2018',
  '192.168.1.2025',
  'may 2nd',
  'Marta 2025',
  'artikel 3.12',
])('%s is no day', (text) => expect(days(text)).toEqual([]))

test('several days stand in their order, with their place', () => {
  const text = 'Van 1 mei 2025 tot 2026-01-02.'
  expect(datesIn(text).map(({ from, to }) => text.slice(from, to))).toEqual(['1 mei 2025', '2026-01-02'])
})

test('hostile text is read in time that grows with its length', () => {
  const begun = cpuMs()
  for (const text of ['12 maart '.repeat(4_000), '1-'.repeat(20_000), '12 - '.repeat(8_000), 'mei '.repeat(10_000)])
    datesIn(text)
  datesIn('1 mei 2025 '.repeat(4_000))
  expect(cpuMs() - begun).toBeLessThan(2_000)
})
