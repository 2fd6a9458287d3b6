/** Nothing that a stranger wrote steers the terminal of who reads it. */
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { say, sayJson, warn } from './terminal.ts'

afterEach(() => vi.restoreAllMocks())
const written = (work: () => void, out: NodeJS.WriteStream = process.stdout): string => {
  const told: string[] = []
  vi.spyOn(out, 'write').mockImplementation((text) => {
    told.push(String(text))
    return true
  })
  work()
  return told.join('')
}
const EVIL = 'Café \u001b[2J\u009b31m\u202Egpj\u200B é\u0007'

test('what steers a terminal is not printed; words are', () => {
  expect(written(() => say(EVIL))).toBe('Café gpj é\n')
  expect(written(() => warn(EVIL), process.stderr)).toBe('Café gpj é\n')
})

test('JSON is safe to print and loses nothing', () => {
  const text = written(() => sayJson({ title: `${EVIL}\u{E0041}` }))
  expect(text).toMatch(/^[\n\x20-\x7eé]*$/)
  expect(JSON.parse(text)).toEqual({ title: `${EVIL}\u{E0041}` })
})

test('every command prints through here', () => {
  const dir = path.join(import.meta.dirname, 'commands')
  const files = [...readdirSync(dir).map((name) => path.join(dir, name)), path.join(import.meta.dirname, 'cli.ts')]
  expect(files.length).toBeGreaterThan(10)
  expect(files.filter((file) => /\bconsole\./.test(readFileSync(file, 'utf8')))).toEqual([])
})
