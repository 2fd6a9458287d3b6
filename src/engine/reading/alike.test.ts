/** Names that people take for another. */
import { expect, test } from 'vitest'
import { ALIKE, alikeTo } from './alike.ts'

test('other endings, a dot or hyphen too few or too many, and signs that look the same', () => {
  const names = alikeTo('gemeente-sluiswijk.nl')
  for (const each of [
    'gemeente-sluiswijk.com',
    'gemeente-sluiswijk.eu',
    'gemeente-sluiswijk.org',
    'wwwgemeente-sluiswijk.nl',
    'gemeente-sluiswijk-nl.nl',
    'gemeentesluiswijk.nl',
    'gerneente-sluiswijk.nl',
    'gemeente-s1uiswijk.nl',
    'gemeente-sluisvvijk.nl',
  ])
    expect(names).toContain(each)
  expect(names).not.toContain('gemeente-sluiswijk.nl')
  expect(names.length).toBeLessThanOrEqual(ALIKE)
  expect(new Set(names).size).toBe(names.length)
})

test('a hyphen behind the word that organisations begin with, and two letters swapped', () => {
  expect(alikeTo('gemeentedam.nl')).toContain('gemeente-dam.nl')
  expect(alikeTo('kaas.nl')).toEqual(expect.arrayContaining(['kasa.nl', 'kas.nl']))
})

test('the same names each time', () => {
  expect(alikeTo('www.kaashandel.nl')).toEqual(alikeTo('kaashandel.nl'))
})

test('a short name, an address and a name under a suffix of two labels have none', () => {
  for (const each of ['abc.nl', '192.0.2.1', 'stad.co.uk', 'nl', '']) expect(alikeTo(each)).toEqual([])
})

test('no candidate is anything but a name that can be registered', () => {
  for (const each of alikeTo('a-b-c-d.nl')) expect(each).toMatch(/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.[a-z]+$/)
  expect(alikeTo(`${'w'.repeat(63)}.nl`).every((name) => name.length <= 70)).toBe(true)
})
