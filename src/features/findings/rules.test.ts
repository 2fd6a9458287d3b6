/** What a row of a file with findings says, and near misses. */
import { expect, test } from 'vitest'
import { readCatalogue } from '../../catalogue/norms.ts'
import { readRow, type Cells, type Wrong } from './rules.ts'

const catalogue = readCatalogue('norms')
const person = catalogue.norms
  .flatMap(({ criteria }) => criteria)
  .find(({ means, subjects }) => means.by === 'person' && subjects.includes('organisation'))!
const GOOD: Cells = {
  criterium: person.id,
  soort: 'organisatie',
  waarover: 'Bakkerij De Korenaar',
  oordeel: 'Voldoet niet',
  gezien_op: '01-11-2026',
  gezien_door: 'Toezicht digitale stad',
  herkomst: 'inspectie',
  toelichting: 'Er hangt geen bord.',
}
const read = (cells: Cells) => readRow({ ...GOOD, ...cells }, catalogue, '2026-11-28')

test('a row is understood as people write it: how firm it is follows from where it comes from', () => {
  expect(read({})).toMatchObject({
    kind: 'organisation',
    called: 'Bakkerij De Korenaar',
    criterion: person.id,
    norm: person.norm,
    verdict: 'unmet',
    source: 'inspection',
    strength: 'witnessed',
    at: '2026-11-01',
  })
  expect(read({ criterium: person.id.toLowerCase(), oordeel: 'voldoet-niet', gezien_op: '2026-11-28' })).toMatchObject({
    verdict: 'unmet',
    at: '2026-11-28',
  })
  expect(read({ herkomst: 'elders' })).toMatchObject({ source: 'import', strength: 'declared' })
  expect(read({ herkomst: 'elders', sterkte: 'gemeten' })).toMatchObject({ strength: 'measured' })
  const { until } = read({}) as { until: string }
  expect(until > '2026-11-01').toBe(true)
})

test.each<[Cells, RegExp]>([
  [{ criterium: 'VEI-99.niets' }, /is er niet/],
  [{ soort: 'fiets' }, /kennen wij niet/],
  [{ soort: 'constructor' }, /kennen wij niet/],
  [{ soort: 'sensor' }, /gaat niet over deze soort/],
  [{ waarover: ' ' }, /niet waarover/],
  [{ oordeel: 'goed' }, /kennen wij niet/],
  [{ herkomst: 'krant' }, /kennen wij niet/],
  [{ sterkte: 'heel' }, /kennen wij niet/],
  [{ gezien_op: '31-02-2026' }, /is geen datum/],
  [{ gezien_op: '29-11-2026' }, /in de toekomst/],
  [{ gezien_door: '' }, /wie het zag/],
  [{ toelichting: 'x'.repeat(1_001) }, /langer dan/],
])('a row that cannot be read says why: %o', (cells, why) => {
  const found = read(cells)
  expect(found).toMatchObject({ why: expect.stringMatching(why) })
  // What is wrong stands where it is wrong.
  expect(Object.keys(cells)).toContain((found as Wrong).at)
})
