/** A printed page is a tagged PDF with its title and language. */
import { expect, test } from 'vitest'
import { printPdf } from './pdf.ts'

test('what is printed can be walked through by a screen reader', async () => {
  const pdf = Buffer.from(await printPdf('<!doctype html><html lang="nl"><head><title>Een toets</title></head><body><h1>Kop</h1><p>Tekst.</p></body></html>')).toString('latin1')
  expect(pdf.slice(0, 5)).toBe('%PDF-')
  for (const part of ['/StructTreeRoot', '/Marked true', '/Lang (nl)', '/Outlines']) expect(pdf).toContain(part)
}, 30_000)
