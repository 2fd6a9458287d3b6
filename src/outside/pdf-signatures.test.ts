/** What is said of a PDF that was signed elsewhere: by pdfsig itself, and by what it may say. */
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { installPdfsig, plainPdf, signedPdf } from '../../test/signed-pdf.ts'
import { readingOf, readSignatures } from './pdf-signatures.ts'

const missing = await installPdfsig()
test('pdfsig is there to try this with', ({ skip }) => {
  if (missing === undefined) return
  console.warn(`LEFT OUT: no signed file was read, for there is no pdfsig here: ${missing}`)
  skip(`no pdfsig: ${missing}`)
})

const PDF = 'application/pdf'
const original = plainPdf()

test.for(['rsa', 'ec'] as const)(
  'of a file with a signature (%s) it says what was done to it',
  async (kind, { skip }) => {
    if (missing !== undefined) return skip(`no pdfsig: ${missing}`)
    const signed = signedPdf(original, kind)
    const whole = await readSignatures(signed, PDF, original)
    expect(whole).toMatchObject({ state: 'unchanged', ours: true })
    expect(whole.signatures).toMatchObject([
      { signer: 'Bep de Tester', form: 'adbe.pkcs7.detached', fits: true, whole: true },
    ])
    const changed = Buffer.from(signed)
    changed[changed.indexOf('200 200')] = 0x33
    expect(await readSignatures(changed, PDF, original)).toMatchObject({ state: 'changed', ours: false })
    const added = Buffer.concat([signed, Buffer.from('\n% meer\n')])
    expect(await readSignatures(added, PDF, original)).toMatchObject({ state: 'added-to', ours: true })
    expect(await readSignatures(signed, PDF, Buffer.from('iets anders'))).toMatchObject({ ours: false })
    expect(await readSignatures(signed, PDF, undefined)).toMatchObject({ ours: null })
    expect(await readSignatures(original, PDF, original)).toMatchObject({
      state: 'unsigned',
      signatures: [],
      ours: true,
    })
    expect(await readSignatures(Buffer.from('%PDF-1.7 onzin'), PDF, original)).toMatchObject({ state: 'unread' })
  },
)

test('a picture has no signature in it, and nothing is said of one', async () => {
  expect(await readSignatures(Buffer.from('x'), 'image/png', original)).toEqual({
    state: 'not-a-pdf',
    why: '',
    signatures: [],
    ours: null,
  })
})

/** A program of our own in the place of pdfsig. */
function program(lines: string): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'pdfsig-')), 'pdfsig')
  writeFileSync(file, `#!/bin/sh\n${lines}\n`, { mode: 0o755 })
  return file
}

test.each([
  ['is not there', '/bestaat/niet', /is hier niet/],
  ['says too much', program('yes'), /te veel/],
  ['takes too much of the processor', program('while :; do :; done'), /brak af/],
  [
    'takes too much memory',
    program('x=x; while :; do x="$x$x"; done'),
    /kon dit bestand niet lezen|brak af|is hier niet/,
  ],
])(
  'of a program that %s, nothing is known',
  async (_, name, why) => {
    const reading = await readSignatures(original, PDF, original, name)
    expect(reading.state).toBe('unread')
    expect(reading.why).toMatch(why)
    expect(readdirSync(tmpdir()).filter((each) => each.startsWith('leidraad-pdf-'))).toEqual([])
  },
  30_000,
)

const part = (no: number, validation: string, whole = true) =>
  `Signature #${no}:\n  - Signer Certificate Common Name: A\n  - Signing Time: Nov 28 2026\n` +
  `  - Signature Type: ETSI.CAdES.detached\n  - ${whole ? 'Total' : 'Not total'} document signed\n` +
  `  - Signature Validation: ${validation}\n`
test.each([
  [
    'two, of which the last covers all',
    part(1, 'Signature is Valid.', false) + part(2, 'Signature is Valid.'),
    'unchanged',
  ],
  [
    'two, of which only the first covers all',
    part(1, 'Signature is Valid.') + part(2, 'Signature is Valid.', false),
    'added-to',
  ],
  ['a mismatch that still covers all', part(1, 'Digest Mismatch.'), 'changed'],
  ['one good and one bad', part(1, 'Signature is Invalid.', false) + part(2, 'Signature is Valid.'), 'changed'],
  ['one that was not checked', part(1, 'Signature has not yet been verified.'), 'unread'],
  ['one without a word', part(1, ''), 'unread'],
  ['none', "File 'x' does not contain any signatures\n", 'unsigned'],
  ['nothing at all', '', 'unread'],
  [
    'a word of the signer that looks like a line',
    'Signature #1:\n  - Signer Certificate Common Name: x - Total document signed\n' +
      '  - Signature Validation: Signature is Valid.\n',
    'added-to',
  ],
])('of %s', (_, text, state) => {
  expect(readingOf(text).state).toBe(state)
})
