/** An annex that went through a word processor: what a person changed is found, and a hostile file opens nothing. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readCatalogue } from '../../catalogue/norms.ts'
import { readRequirements } from '../../catalogue/requirements.ts'
import { annexOdt } from '../../web/annex/odt.ts'
import { changesBetween, NoAnnex, readAnnex } from './rules/annex-read.ts'
import { annexOf, hashOfAnnex, offered } from './rules/compose.ts'

const book = readRequirements('eisen', readCatalogue('norms'))
const bought = {
  productKind: 'service',
  dataClass: 'confidential',
  criticality: 'high',
  traits: ['personal-data'],
  norms: [],
} as const
const annex = annexOf(
  {
    ...bought,
    municipality: 'Sluiswijk',
    number: 'AB-2026-0001',
    no: 1,
    version: 0,
    title: 'Zaaksysteem & meer',
    subject: 'Een zaaksysteem',
    reference: '',
    place: '',
    closesAt: '2027-01-15T11:00:00Z',
    norms: '0.3.0',
  },
  book,
  [],
  offered(
    book,
    bought,
    ['verwerkersovereenkomst', 'subverwerkers', 'updates', 'kosten-helder'].map((requirement) => ({
      requirement,
      choice: 'taken',
      level: 'basic',
      words: {},
      reason: '',
    })),
  ),
)
const bytes = annexOdt(annex, hashOfAnnex(annex))
const base = readAnnex(bytes)
const files = unzipSync(bytes)
const content = strFromU8(files['content.xml']!)

/** The file with this content, packed as a word processor packs it. */
const withContent = (xml: string): Uint8Array => zipSync({ ...files, 'content.xml': strToU8(xml) })
const edited = (edit: (xml: string) => string) => {
  const xml = edit(content)
  expect(xml).not.toBe(content)
  return readAnnex(withContent(xml))
}
const changes = (edit: (xml: string) => string) => changesBetween(base, edited(edit))
const partOf = (name: string) =>
  new RegExp(`<text:section text:name="eis\\.${name}"(?: [^>]*)?>.*?</text:section>`, 's').exec(content)![0]
/** A requirement with the sections within it. */
const whole = (id: string) => {
  const from = content.indexOf(`<text:section text:name="eis.${id}">`)
  let [at, depth] = [from, 0]
  for (const tag of content.slice(from).matchAll(/<(\/?)text:section[ >]/g)) {
    depth += tag[1] === '' ? 1 : -1
    at = from + tag.index + '</text:section>'.length
    if (depth === 0) break
  }
  return content.slice(from, at)
}

test('what was not edited reads as it was given, with its number, version and hash', () => {
  expect(changesBetween(base, readAnnex(bytes))).toEqual([])
  expect([base.number, base.version, base.hash]).toEqual(['AB-2026-0001', '0', hashOfAnnex(annex)])
  expect(base.requirements.map(({ id }) => id)).toEqual(annex.requirements.map(({ id }) => id))
  expect(base.requirements[0]!.words.text).toBe(annex.requirements[0]!.text)
})

test('each requirement is a section, and the line by which it is known is protected', () => {
  for (const { id } of annex.requirements) {
    expect(content).toContain(`<text:section text:name="eis.${id}">`)
    expect(content).toContain(`<text:section text:name="eis.${id}.kenmerk" text:protected="true">`)
  }
})

test('as LibreOffice writes it: styles of its own, spans, soft breaks and marks change nothing', () => {
  const noise = content
    .replaceAll(
      '<text:section text:name="eis.updates">',
      '<text:section text:style-name="Sect1" text:name="eis.updates">',
    )
    .replaceAll('text:style-name="Standard"', 'text:style-name="P14"')
    .replace(
      'De leverancier dicht een lek',
      '<text:bookmark text:name="b1"/>De <text:span text:style-name="T1">lever</text:span>ancier<text:s/>dicht ' +
        '<text:soft-page-break/>een <text:span text:style-name="T2">l</text:span>ek',
    )
  expect(noise).toContain('T2')
  expect(changesBetween(base, readAnnex(withContent(noise)))).toEqual([])
})

test('changed words are told at their requirement and their word, as accepted where changes are tracked', () => {
  expect(changes((xml) => xml.replace('binnen een week', 'binnen drie dagen'))).toEqual([
    expect.objectContaining({ kind: 'words', id: 'updates', word: 'text', to: expect.stringContaining('drie dagen') }),
  ])
  const tracked = edited((xml) =>
    xml
      .replace(
        '<office:text>',
        '<office:text><text:tracked-changes><text:changed-region text:id="ct1"><text:deletion>' +
          '<text:p>een week</text:p>' +
          '</text:deletion></text:changed-region><text:changed-region text:id="ct2"><text:insertion/>' +
          '</text:changed-region></text:tracked-changes>',
      )
      .replace(
        'binnen een week',
        'binnen <text:change text:change-id="ct1"/><text:change-start text:change-id="ct2"/>vijf dagen' +
          '<text:change-end text:change-id="ct2"/>',
      ),
  )
  expect(tracked.tracked).toBe(true)
  expect(changesBetween(base, tracked)).toEqual([
    expect.objectContaining({ kind: 'words', id: 'updates', to: expect.stringContaining('binnen vijf dagen.') }),
  ])
})

test('what moved, went, came or stands outside is told; nothing is passed over', () => {
  const moved = whole('kosten-helder')
  expect(
    changes((xml) => xml.replace(moved, '').replace(whole('verwerkersovereenkomst'), (all) => moved + all)),
  ).toEqual([{ kind: 'moved', id: 'kosten-helder' }])
  expect(changes((xml) => xml.replace(whole('updates'), ''))).toEqual([{ kind: 'gone', id: 'updates' }])
  expect(
    changes((xml) => xml.replace(whole('updates'), (all) => `${all}<text:p>Een nieuwe eis over helpdesk.</text:p>`)),
  ).toEqual([{ kind: 'lines', id: '', came: ['Een nieuwe eis over helpdesk.'], went: [] }])
  const own = '<text:section text:name="Sectie1"><text:p>Ook dit.</text:p></text:section>'
  expect(changes((xml) => xml.replace('</office:text>', `${own}</office:text>`))).toEqual([
    { kind: 'lines', id: '', came: ['Ook dit.'], went: [] },
  ])
  const copy = '<text:section text:name="eis.updates1"><text:p>Een kopie</text:p></text:section>'
  expect(changes((xml) => xml.replace('</office:text>', `${copy}</office:text>`))).toEqual([
    { kind: 'strange', id: 'updates1', text: 'Een kopie' },
  ])
  expect(
    changes((xml) => xml.replace(partOf('updates.kenmerk'), (all) => all.replace('Kenmerk updates', 'Iets'))),
  ).toEqual([expect.objectContaining({ kind: 'lines', id: 'updates' })])
})

test('a name, kind or level that changed is told as that, and what is no such thing stays a line', () => {
  const head = (from: string | RegExp, to: string) =>
    changes((xml) => xml.replace(partOf('updates.kenmerk'), (all) => all.replace(from, to)))
  expect(head('niveau basis', 'niveau significant')).toEqual([
    { kind: 'head', id: 'updates', what: 'level', from: 'basis', to: 'significant' },
  ])
  expect(head('eis (knock-out)', 'gunningswens')).toEqual([
    { kind: 'head', id: 'updates', what: 'kind', from: 'eis (knock-out)', to: 'gunningswens' },
  ])
  expect(head('norm VEI', 'norm PRV')).toEqual([expect.objectContaining({ kind: 'lines', id: 'updates' })])
  expect(changes((xml) => xml.replace('Ernstige lekken snel gedicht</', 'Lekken snel dicht</'))).toEqual([
    { kind: 'head', id: 'updates', what: 'title', from: 'Ernstige lekken snel gedicht', to: 'Lekken snel dicht' },
  ])
})

test('a remark in the margin is told and is no text', () => {
  const read = edited((xml) =>
    xml.replace(
      'binnen een week',
      'binnen <office:annotation><dc:creator>Jurist</dc:creator><text:p>Kan dit korter?</text:p>' +
        '</office:annotation>een week',
    ),
  )
  expect(changesBetween(base, read)).toEqual([])
  expect(read.remarks.join()).toContain('Kan dit korter?')
})

test.each([
  ['no zip', strToU8('<html>'), /geen ODT-bestand/],
  ['a broken zip', bytes.slice(0, 200), /beschadigd|geen tekst/],
  ['a zip with something else', zipSync({ 'word/document.xml': strToU8('<x/>') }), /geen tekst die wij kunnen lezen/],
  [
    'a zip that unpacks to far more',
    zipSync({ 'content.xml': new Uint8Array(41 * 1024 * 1024) }),
    /uitgepakt te groot/,
  ],
  [
    'sections without end',
    withContent(`<office:text>${'<text:section text:name="eis.a">'.repeat(5_000)}</office:text>`),
    /te veel delen/,
  ],
  [
    'one endless line',
    withContent(`<text:section text:name="eis.a">${'x'.repeat(30_000)}</text:section>`),
    /langer dan/,
  ],
  ['a large file', new Uint8Array(6 * 1024 * 1024), /groter dan 5 MB/],
])('%s is refused with what to do', (_, hostile, expected) => {
  expect(() => readAnnex(hostile)).toThrow(NoAnnex)
  expect(() => readAnnex(hostile)).toThrow(expected)
})

test('an entity is no text of another file, and does not grow', () => {
  const bomb = `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>${content.replace(
    'binnen een week',
    'binnen &b; &a;',
  )}`
  const [change] = changesBetween(base, readAnnex(withContent(bomb)))
  expect(JSON.stringify(change)).toContain('&b; &a;')
  expect(JSON.stringify(change)).not.toContain('root:')
})
