import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { readYaml } from './yaml-file.ts'

let dir: string
let cache: string
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'yaml-'))
  cache = path.join(dir, 'kept')
  mkdirSync(cache)
})
afterEach(() => rmSync(dir, { recursive: true }))

const schema = z.strictObject({ naam: z.string(), rijen: z.array(z.number()) })
function read(text: string, from: string | undefined = cache) {
  const file = path.join(dir, 'x.yaml')
  writeFileSync(file, text)
  return readYaml(file, schema, 'x.yaml', from)
}

test('a text is read once; after that what was kept says the same, and lines are still known', () => {
  const text = 'naam: proef\nrijen:\n  - 1\n  - 2\n'
  const first = read(text)
  expect(first.value).toEqual({ naam: 'proef', rijen: [1, 2] })
  expect(readdirSync(cache)).toHaveLength(1)
  const again = read(text)
  expect(again.value).toEqual(first.value)
  expect(again.lineOf(['rijen', 1])).toBe(4)
  expect(readdirSync(cache)).toHaveLength(1)
})

test('a mistake against the schema is told with its line, the first time and after', () => {
  const text = 'naam: proef\nrijen:\n  - 1\n  - twee\n'
  const first = read(text)
  expect(first).toMatchObject({ value: undefined, mistakes: [{ file: 'x.yaml', line: 4 }] })
  expect(read(text).mistakes).toEqual(first.mistakes)
})

test('what is kept of one text never answers for another', () => {
  read('naam: proef\nrijen: [1]\n')
  expect(read('naam: proef\nrijen: [2]\n').value?.rijen).toEqual([2])
})

test('nothing is kept of a text that is not YAML, and a damaged file is read anew', () => {
  expect(read('naam: [\n').mistakes[0]?.text).toMatch(/geen geldige YAML/)
  expect(readdirSync(cache)).toEqual([])
  const text = 'naam: proef\nrijen: [1]\n'
  read(text)
  for (const file of readdirSync(cache)) writeFileSync(path.join(cache, file), '{"naam":"kapot","rijen":[]}')
  expect(read(text).value?.naam).toBe('proef')
})
