/** An OpenDocument file that programs know, screen readers can walk through, and hostile text does not break. */
import { XMLValidator } from 'fast-xml-parser'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { CaseDocument } from '../../../model/document.ts'
import { odtOf } from '../../../web/odt.ts'
import { casePaper } from './paper.ts'

const HOSTILE = ']]></text:p><script>alert(1)</script> & "aanhaling" \u0000\u0008\uFFFE é 😀'
const document: CaseDocument = {
  number: 'IT-2026-0014',
  title: HOSTILE,
  kind: 'regeling',
  municipality: 'Sluiswijk',
  outcome: 'Akkoord',
  advice: null,
  deviations: 0,
  decidedOn: '2026-11-20',
  sections: [
    {
      id: 'een',
      title: 'Uitkomst',
      fields: [
        {
          id: 'parts',
          title: 'Score',
          omitted: null,
          blocks: [
            { kind: 'text', text: 'een\ntwee' },
            { kind: 'list', items: ['a', HOSTILE] },
            {
              kind: 'table',
              caption: 'Score per onderdeel',
              head: ['Onderdeel', 'Score'],
              rows: [
                ['Open', '65'],
                [HOSTILE, 'x'],
              ],
            },
          ],
        },
        {
          id: 'weg',
          title: 'Advies',
          blocks: [],
          omitted: { ground: 'Woo artikel 5.1', reason: 'Persoonlijke levenssfeer.' },
        },
      ],
    },
  ],
}
const file = odtOf(casePaper(document, 2))
const parts = Object.fromEntries(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)]))

test('the file is known by its first bytes, and lists what is in it', () => {
  expect(Buffer.from(file.subarray(0, 4)).toString('latin1')).toBe('PK\u0003\u0004')
  // ODF 1.3 part 2, 3.3: the media type stands unpacked at byte 38, without anything between.
  expect(Buffer.from(file.subarray(30, 77)).toString('latin1')).toBe('mimetypeapplication/vnd.oasis.opendocument.text')
  for (const name of Object.keys(parts).filter((each) => each !== 'mimetype' && each !== 'META-INF/manifest.xml'))
    expect(parts['META-INF/manifest.xml']).toContain(`full-path="${name}"`)
})
test('every part is sound XML, also with hostile text', () => {
  for (const [name, text] of Object.entries(parts).filter(([each]) => each.endsWith('.xml')))
    expect(XMLValidator.validate(text), name).toBe(true)
  expect(parts['content.xml']).not.toContain('<script>')
  // oxlint-disable-next-line no-control-regex
  expect(parts['content.xml']).not.toMatch(/[\u0000-\u0008\uFFFE]/)
  expect(parts['content.xml']).toContain('é 😀')
})
test('headings, lists and tables are real, with header row and header column, in Dutch', () => {
  const { 'content.xml': content = '', 'styles.xml': styles = '' } = parts
  for (const level of [1, 2, 3]) expect(content).toContain(`text:outline-level="${level}"`)
  expect(content.match(/<text:list-item>/g)).toHaveLength(2)
  expect(content).toMatch(
    /<table:table-header-columns><table:table-column\/><\/table:table-header-columns>.*<table:table-header-rows>/,
  )
  expect(content).toContain('een<text:line-break/>twee')
  expect(content).toContain('Niet openbaar. Woo artikel 5.1. Persoonlijke levenssfeer.')
  expect(styles).toContain('fo:language="nl"')
})
test('the same document gives the same bytes', () => expect(odtOf(casePaper(document, 2))).toEqual(file))
