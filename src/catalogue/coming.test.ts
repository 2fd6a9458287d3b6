/** What changes soon, against the dates of the catalogue and near misses. */
import { expect, test } from 'vitest'
import type { Catalogue, Norm, Source } from '../model/norm.ts'
import { comingChanges } from './coming.ts'
import { readCatalogue } from './norms.ts'

const source = (extra: Partial<Source>): Source => ({
  id: 'WET',
  title: 'Een wet',
  url: '',
  state: '',
  verified: true,
  kind: 'law',
  status: 'in-force',
  since: '2020-01-01',
  checkedOn: '2026-11-27',
  ...extra,
})
const catalogue = (...sources: Source[]) =>
  ({
    sources,
    norms: [{ id: 'VEI-01', sources: [{ source: sources[0]!, article: 'art. 1' }] } as unknown as Norm],
  }) as unknown as Catalogue
const told = (given: Catalogue, today: string) =>
  comingChanges(given, today).map(({ on, source: of, norms, passed }) => [on, of, norms.join(' '), passed])
const reminder = (on: string, norms: string[] = []) => ({
  on,
  what: { nl: 'er verandert iets', en: 'something changes' },
  norms,
  intended: false,
})

test('a source that ends or changes is told ninety days before, not earlier', () => {
  const ends = catalogue(source({ until: '2027-02-25' }))
  expect(told(ends, '2026-11-27')).toEqual([['2027-02-25', 'WET', 'VEI-01', false]])
  expect(told(ends, '2026-11-26')).toEqual([])
  expect(told(catalogue(source({ reminders: [reminder('2026-12-02')] })), '2026-11-27')).toHaveLength(1)
  expect(told(catalogue(source({ status: 'adopted', since: '2027-01-01' })), '2026-11-27')).toHaveLength(1)
})
test('a day that passed is told until somebody looked at the source, and then no longer', () => {
  const changed = { reminders: [reminder('2026-12-02', ['MEN-05'])] }
  expect(told(catalogue(source(changed)), '2026-12-10')).toEqual([['2026-12-02', 'WET', 'MEN-05', true]])
  expect(told(catalogue(source({ ...changed, checkedOn: '2026-12-03' })), '2026-12-10')).toEqual([])
})
test('what ended and a catalogue of before sources had a time say nothing', () => {
  expect(told(catalogue(source({ status: 'ended', until: '2023-03-31' })), '2026-11-27')).toEqual([])
  const { id, title, url, state, verified } = source({})
  expect(told(catalogue({ id, title, url, state, verified }), '2026-11-27')).toEqual([])
})
test('on 27 November 2026 the catalogue tells what changes in the winter, and for which norms', () => {
  const all = comingChanges(readCatalogue('norms'), '2026-11-27')
  expect(all.map(({ on, source: of }) => `${on} ${of}`)).toEqual([
    '2026-12-02 AI',
    '2026-12-02 AI',
    '2026-12-31 ARCH',
    '2027-01-01 ARCH26',
    '2027-01-01 AWB',
    '2027-01-01 GEMW',
    '2027-01-12 DATAACT',
  ])
  expect(all.find(({ source: of }) => of === 'ARCH')).toMatchObject({ intended: true, norms: ['PRV-03', 'OPE-08'] })
})
test('every date of the years after stands in the data', () => {
  const dates = readCatalogue('norms').sources.flatMap(({ reminders = [] }) => reminders.map(({ on }) => on))
  for (const on of ['2027-12-02', '2027-12-11', '2028-08-02', '2028-08-15', '2028-12-01', '2030-08-02'])
    expect(dates).toContain(on)
})
