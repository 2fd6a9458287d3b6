/** Opening hours as pages tell them to search engines, and what only looks like it. */
import { expect, test } from 'vitest'
import { readHtml } from './html.ts'
import { hoursInData, hoursInText, hoursLine } from './opening-hours.ts'

const page = (body: string) => readHtml(`<!doctype html><html lang="nl">${body}</html>`, 'https://voorbeeld.nl/').hours
const data = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`
const spec = (dayOfWeek: unknown, opens: string, closes: string) => ({
  '@type': 'OpeningHoursSpecification',
  dayOfWeek,
  opens,
  closes,
})

test('JSON-LD: as a line, as a list, as days with times, deep in a graph', () => {
  expect(page(data({ '@type': 'GovernmentOffice', openingHours: 'Mo-Fr 09:00-17:00' }))).toEqual(['Mo-Fr 09:00-17:00'])
  expect(page(data([{ openingHours: ['Mo,Tu 09:00-17:00', 'Sa 10:00-12:00'] }]))).toHaveLength(2)
  const week = [spec(['Monday', 'https://schema.org/Tuesday'], '08:30', '17:00'), spec('Sunday', '00:00', '00:00')]
  expect(page(data({ '@graph': [{ location: { openingHoursSpecification: week } }] }))).toEqual(['Mo,Tu 08:30-17:00'])
})

test('microdata', () => {
  expect(page('<meta itemprop="openingHours" content="Mo-Su 10:00-18:00">')).toEqual(['Mo-Su 10:00-18:00'])
  expect(page('<time itemprop=openingHours datetime="Th 18:00-20:00">do</time>')).toEqual(['Th 18:00-20:00'])
})

test.each([
  ['day and night', data({ openingHours: 'Mo-Su 00:00-23:59' })],
  ['closed', data({ openingHoursSpecification: spec('Monday', '00:00', '00:00') })],
  ['times without days', data({ opens: '09:00', closes: '17:00' })],
  ['no JSON', '<script type="application/ld+json">{"openingHours": "Mo 09:00-17:00"</script>'],
  ['a script that is none', '<script>var x = {"openingHours":"Mo 09:00-17:00"}</script>'],
  ['something else in that place', data({ openingHours: 'Bel voor een afspraak' })],
  ['a template', '<template><meta itemprop="openingHours" content="Mo-Su 10:00-18:00"></template>'],
])('%s tells nothing', (_, body) => {
  expect(page(body)).toEqual([])
})

test('what is hostile stays small and quick', () => {
  const deep = '['.repeat(50_000) + ']'.repeat(50_000)
  const wide = JSON.stringify(Array.from({ length: 5_000 }, () => ({ openingHours: 'Mo 09:00-17:00' })))
  const begun = performance.now()
  expect(hoursInData(deep)).toEqual([])
  expect(hoursInData(wide).length).toBeLessThanOrEqual(20)
  expect(hoursLine(`Mo${'-Mo'.repeat(100_000)} 09:00-17:00`)).toEqual([])
  expect(hoursInText('maandag '.repeat(5_000) + 'van 9')).toBeUndefined()
  expect(hoursInText('vergadering maandag 9.00 - 10.00 '.repeat(2_000))).toBeUndefined()
  expect(performance.now() - begun).toBeLessThan(2_000)
})
