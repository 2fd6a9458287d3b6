/** Files are for the account that runs Leidraad and for nobody else on the machine. */
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'

const modeOf = (file: string) => statSync(file).mode & 0o777

test('what is made is private, what stood open is closed, and what is not ours stays as it is', () => {
  const data = mkdtempSync(path.join(tmpdir(), 'leidraad-plaats-'))
  const at = (name: string) => path.join(data, name)
  for (const name of ['uploads', 'iets-anders']) {
    mkdirSync(at(name))
    chmodSync(at(name), 0o755)
  }
  writeFileSync(at('sleutel'), 'x')
  chmodSync(at('sleutel'), 0o644)
  chmodSync(data, 0o755)
  // In a process of its own: a process has one mask.
  const program = `
    import { mkdirSync, writeFileSync } from 'node:fs'
    import { keepPrivate } from ${JSON.stringify(new URL('./place.ts', import.meta.url).href)}
    import { keepFile } from ${JSON.stringify(new URL('../lib/keep-file.ts', import.meta.url).href)}
    const data = ${JSON.stringify(data)}
    keepPrivate({ program: '.', data })
    mkdirSync(data + '/evidence')
    writeFileSync(data + '/running.json', '{}')
    await keepFile(data + '/uploads/ab/abc', new Uint8Array(1))`
  execFileSync(process.execPath, ['--input-type=module', '-e', program], { stdio: 'pipe' })
  expect({
    sleutel: modeOf(at('sleutel')),
    uploads: modeOf(at('uploads')),
    evidence: modeOf(at('evidence')),
    running: modeOf(at('running.json')),
    file: modeOf(at('uploads/ab/abc')),
    other: modeOf(at('iets-anders')),
    data: modeOf(data),
  }).toEqual({
    sleutel: 0o600,
    uploads: 0o700,
    evidence: 0o700,
    running: 0o600,
    file: 0o600,
    other: 0o755,
    data: 0o755,
  })
})
