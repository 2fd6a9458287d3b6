/** A printed page is a tagged PDF with its title, language and page numbers; what is in it cannot do anything. */
import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { printPdf } from './pdf.ts'

/** The file with what is packed in it unpacked beside it. */
function readable(bytes: Uint8Array): string {
  const file = Buffer.from(bytes)
  const streams: string[] = []
  for (let at = file.indexOf('stream\n'); at >= 0; at = file.indexOf('stream\n', at + 7)) {
    const end = file.indexOf('endstream', at + 7)
    try {
      streams.push(inflateSync(file.subarray(at + 7, end)).toString('latin1'))
    } catch {
      // Not packed: a picture, or the word itself.
    }
  }
  return `${file.toString('latin1')}\n${streams.join('\n')}`
}

test(
  'what is printed can be walked through by a screen reader: headings, lists, tables with their ' + 'headers',
  async () => {
    const pdf = readable(
      await printPdf(
        '<!doctype html><html lang="nl"><head><title>Een ' +
          'toets</title></head><body><main><h1>Kop</h1><p>Tekst.</p><ul><li>een</li></ul><table><thead><tr><th ' +
          'scope="col">Deel</th></tr></thead><tbody><tr><td>65</td></tr></tbody></table></main></body></html>',
        'Sluiswijk',
      ),
    )
    expect(pdf.slice(0, 5)).toBe('%PDF-')
    for (const part of ['/StructTreeRoot', '/Marked true', '/Lang (nl)', '/Outlines']) expect(pdf).toContain(part)
    for (const tag of ['H1', 'P', 'L', 'LI', 'Table', 'TR', 'TH', 'TD'])
      expect(pdf, tag).toMatch(new RegExp(`/S /${tag}\\b`))
  },
  30_000,
)

test('a long document has more pages, and hostile text prints as text', async () => {
  const hostile =
    '<script>document.title = "gekaapt"</script><img src="http://127.0.0.1:9/x"><iframe ' +
    'src="file:///etc/passwd"></iframe>'
  const pdf = readable(
    await printPdf(
      `<!doctype html><html ` +
        `lang="nl"><head><title>Lang</title></head><body>${hostile}${'<p>Een regel.</p>'.repeat(300)}</body></html>`,
      '</span><script>alert(1)</script>',
    ),
  )
  expect(Number(/\/Type \/Pages[\s\S]{0,400}?\/Count (\d+)/.exec(pdf)![1])).toBeGreaterThan(3)
  expect(pdf).toContain('/Title (Lang)')
  expect(pdf).not.toMatch(/\/JavaScript|\/JS |\/Launch|\/EmbeddedFile|gekaapt|root:x:/)
}, 30_000)
