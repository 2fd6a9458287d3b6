/** Whose a host is: that of who rents room in it is not who lets it. */
import { expect, test } from 'vitest'
import { behaviour, HOST, sighting } from '../../../test/evidence.ts'
import { listsWith } from '../../../test/lists.ts'
import type { OwnerCategory } from '../../model/lists.ts'
import { whoIs } from './behaviour.ts'

const who = (host: string, category: OwnerCategory, trackers: readonly string[] = []) =>
  whoIs(
    host,
    sighting(behaviour()),
    { kind: 'website', address: HOST, publicBody: false },
    listsWith({ owners: { 'bedrijf.example': { category } }, trackers }),
  )

test.each(['hosting', 'cdn'] as const)('at a host of %s stands somebody that we do not know', (category) => {
  expect(who('api-ziekenhuis.bedrijf.example', category)).toBe('unknown')
  // The list of trackers knows who it is.
  expect(who('volger.bedrijf.example', category, ['volger.bedrijf.example'])).toBe('known')
})
test.each(['advertising', 'video', 'fonts', 'other', 'analytics'] as const)(
  'a host of %s is of that company',
  (category) => {
    expect(who('x.bedrijf.example', category)).toBe('known')
  },
)
test('the site itself and who serves its visitor stay what they are', () => {
  expect(who(`api.${HOST.slice(4)}`, 'hosting')).toBe('own')
  expect(who('betaal.bedrijf.example', 'payment')).toBe('serving')
  expect(who('onbekend.example', 'hosting')).toBe('unknown')
})
