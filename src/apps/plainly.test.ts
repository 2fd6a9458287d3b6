/** One sentence for what is wrong around the program, and none for what is wrong in it. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { CvdrFails } from '../outside/cvdr-records.ts'
import { plainly } from './plainly.ts'

const thrown = (work: () => unknown): unknown => {
  try {
    return work()
  } catch (error) {
    return error
  }
}
const dir = mkdtempSync(path.join(tmpdir(), 'plainly-'))

test('files that are not there, are a folder, or are below a file', () => {
  writeFileSync(path.join(dir, 'bestand'), '')
  expect(plainly(thrown(() => readFileSync(path.join(dir, 'weg'))))).toMatch(/weg is er niet$/)
  expect(plainly(thrown(() => readFileSync(dir)))).toContain('map')
  expect(plainly(thrown(() => readFileSync(path.join(dir, 'bestand/x'))))).toContain('geen map')
  expect(plainly(thrown(() => writeFileSync('/dev/full', 'x')))).toContain('de schijf is vol')
})

test.each([
  [{ code: 'EROFS', path: '/data/x', syscall: 'open' }, 'alleen te lezen'],
  [{ code: 'EACCES', path: '/data/x', syscall: 'mkdir' }, 'mag niet bij /data/x'],
  [{ code: 'ECONNREFUSED', syscall: 'connect' }, 'de database antwoordt niet'],
  [{ errors: [{ code: 'ECONNREFUSED' }, { code: 'ECONNREFUSED' }] }, 'de database antwoordt niet'],
  [{ code: '3D000', severity: 'FATAL' }, 'bestaat niet'],
  [{ code: '28P01' }, 'wachtwoord'],
  [{ code: '53100' }, 'de schijf is vol'],
  [{ code: 'EADDRINUSE', syscall: 'listen', port: 80 }, 'poort 80 is al in gebruik'],
  [{ code: 'EACCES', syscall: 'listen', port: 80 }, 'boven 1023'],
  [{ code: 'EADDRNOTAVAIL', syscall: 'listen', address: '1.2.3.4' }, '1.2.3.4'],
  [new CvdrFails('de voorziening antwoordt niet'), 'de voorziening antwoordt niet'],
])('%j', (error, words) => expect(plainly(error)).toContain(words))

test.each([new Error('x'), new TypeError('x'), { code: '42P01' }, { code: '23505' }, undefined, null, 'tekst'])(
  '%j is a fault of ours',
  (error) => expect(plainly(error)).toBeUndefined(),
)
