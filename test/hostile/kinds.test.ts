/** Every kind of the catalogue of faults has a row, and every row is of a kind; no two rows have one name. */
import { expect, test } from 'vitest'
import { answers } from './answers.ts'
import { exchangers, mailMust, mailNames } from './exchangers.ts'
import { KINDS } from './kinds.ts'
import { names } from './names.ts'
import { pages } from './pages.ts'
import { whole } from './whole.ts'
import { wires } from './wires.ts'

const rows = [
  ...[...answers, ...pages, ...wires, ...names, ...whole, ...exchangers].map(({ name }) => name),
  ...Object.keys(mailNames),
]
const isOf = (kind: string, row: string) => (kind.endsWith('*') ? row.startsWith(kind.slice(0, -1)) : row === kind)

test('each kind has a row, and each row is of a kind', () => {
  expect(KINDS.filter((kind) => !rows.some((row) => isOf(kind, row)))).toEqual([])
  expect(rows.filter((row) => !KINDS.some((kind) => isOf(kind, row)))).toEqual([])
  expect(rows.filter((row, at) => rows.indexOf(row) !== at)).toEqual([])
})

test('of each domain whose names are the fault is told what may come of it', () => {
  expect(Object.keys(mailMust).toSorted()).toEqual(Object.keys(mailNames).toSorted())
})
