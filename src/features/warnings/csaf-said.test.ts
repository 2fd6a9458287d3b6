/** Each mandatory test of CSAF 2.0 is told in Dutch, with its place and the words of the standard. */
import * as basic from '@secvisogram/csaf-validator-lib/basic.js'
import { expect, test } from 'vitest'
import { CSAF_TESTS, failureRule, failureSaid, refusalSaid } from './csaf-said.ts'

test('no test of the validator lacks its sentence', () => {
  const numbers = Object.keys(basic).flatMap(
    (name) => /^mandatoryTest_(.+)$/.exec(name)?.[1]?.replaceAll('_', '.') ?? [],
  )
  expect(numbers.length).toBeGreaterThan(40)
  expect(numbers.filter((number) => CSAF_TESTS[number] === undefined)).toEqual([])
})

test('what fails is told in Dutch first; the words of the standard stand beside it', () => {
  const one = { test: '6.1.1', path: '/a/0', said: 'definition of product id missing' }
  const schema = {
    test: '',
    path: '',
    keyword: 'required',
    what: '$schema',
    said: "must have required property '$schema'",
  }
  const told = (failures: readonly (typeof one | typeof schema)[], rule = false) =>
    refusalSaid({ refused: 'tests', detail: '', failures }, rule)
  expect(told([one])).toBe(
    'Het bestand houdt zich niet aan CSAF 2.0. ' +
      'Het bestand noemt een product dat niet in zijn lijst van producten staat (/a/0).',
  )
  const both = told([schema, one])
  expect(both).toContain('Hier ontbreekt “$schema” (bovenaan het bestand). Er is meer dat niet klopt: 2')
  expect(told([one], true)).toContain('regel 6.1.1 van CSAF: “definition of product id missing”')
  expect(failureRule(schema)).toContain('het schema van CSAF')
  expect(failureSaid({ test: '6.1.99', path: '', said: 'x' })).toBe('Het bestand houdt zich niet aan regel 6.1.99')
  expect(refusalSaid({ refused: 'version', detail: '2.1', failures: [] }, false)).toBe(
    'Dit is CSAF 2.1. Wij lezen CSAF 2.0.',
  )
})
