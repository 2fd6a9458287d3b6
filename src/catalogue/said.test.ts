/** The rules of plain Dutch that a program can hold, over every sentence, title and first step of the catalogue. */
import { expect, test } from 'vitest'
import { bare, CODE, LEFT, sentences, speaksTrade, words, type Text } from '../../test/plain-dutch.ts'
import { readCatalogue } from './norms.ts'

const { norms } = readCatalogue('norms')
const criteria = norms.flatMap((norm) => norm.criteria)
const measured = criteria.filter(({ means }) => means.by === 'check')

/** What is said when one, and when many, was seen. */
const forms = (text: string): string[] => [
  text.replaceAll(/\{\w+:([^|{}]*)\|[^{}]*\}/g, '1 $1').replaceAll(/\{\w+\?([^|{}]*)\|[^{}]*\}/g, '$1'),
  text.replaceAll(/\{\w+:[^|{}]*\|([^{}]*)\}/g, '2 $1').replaceAll(/\{\w+\?[^|{}]*\|([^{}]*)\}/g, '$1'),
]
const reasons: Text[] = measured.flatMap(({ id, reasons: all }) =>
  Object.entries(all).flatMap(([reason, { nl }]) => forms(nl).map((text): Text => [`${id} ${reason}`, text])),
)
const titles: Text[] = criteria.map(({ id, title }) => [id, title.nl])
const steps: Text[] = criteria.map(({ id, firstStep }) => [id, firstStep])
/** What explains a norm or a criterion to who is no engineer. */
const prose: Text[] = [
  ...norms.flatMap(({ id, statement, why, statusNote, label }): Text[] => [
    [`${id} norm`, statement],
    [`${id} waarom`, why],
    [`${id} toelichting`, statusNote],
    [`${id} label`, label],
  ]),
  ...criteria.flatMap(({ id, why, limits, title }): Text[] => [
    [`${id} waarom`, why],
    [`${id} bewijst_niet`, limits],
    [`${id} titel`, title.nl],
  ]),
]
const inEnglish = (id: string, texts: readonly (string | undefined)[]): Text[] =>
  texts.flatMap((text) => (text === undefined ? [] : [[id, text] as const]))
const english: Text[] = [
  ...measured.flatMap(({ id, reasons: all }) =>
    Object.entries(all).map(([reason, { en }]): Text => [`${id} ${reason}`, en]),
  ),
  ...criteria.map(({ id, title }): Text => [id, title.en]),
  ...norms.flatMap(({ id, whyEnglish, statusNoteEnglish }) => inEnglish(id, [whyEnglish, statusNoteEnglish])),
  ...criteria.flatMap(({ id, whyEnglish, firstStepEnglish, repairEnglish, limitsEnglish }) =>
    inEnglish(id, [whyEnglish, firstStepEnglish, repairEnglish, limitsEnglish]),
  ),
]

const breaks = (texts: readonly Text[], rule: (text: string) => boolean): string[] =>
  texts.filter(([, text]) => rule(text)).map(([where, text]) => `${where}: ${text}`)
const holding = (texts: readonly Text[], pattern: RegExp): string[] => breaks(texts, (text) => pattern.test(bare(text)))

test('what was measured is said in sentences of at most twenty words, and so is the first step', () => {
  const long = (text: string) => sentences(text).some((sentence) => words(sentence) > 20)
  expect(breaks([...reasons, ...steps], long)).toEqual([])
  expect(
    long('Een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien. Een nieuwe zin begint hier.'),
  ).toBe(false)
})

test('no code of a machine, no plural in brackets and no date as a computer writes it', () => {
  expect(holding([...reasons, ...titles, ...steps, ...prose], CODE)).toEqual([])
  for (const each of ['1 document(en)', "2 pagina('s)", 'ECONNRESET', 'tot 2027-02-05']) expect(each).toMatch(CODE)
})

test('no semicolon glues two sentences, quotation marks and apostrophes are those of print', () => {
  expect(holding([...reasons, ...titles, ...steps], /;/)).toEqual([])
  expect(holding([...reasons, ...titles, ...steps, ...prose], /["']/)).toEqual([])
  expect(holding(english, /["'](?!s\b)|\w'\w/)).toEqual([])
})

test('a thing has one name', () => {
  for (const [left, now] of LEFT)
    expect([now, holding([...reasons, ...titles, ...steps, ...prose], left)]).toEqual([now, []])
})

test('what was seen is told of the site, not of the reader, who may be anyone', () => {
  expect(holding(reasons, /\b(?:u|uw)\b/i)).toEqual([])
})

test('a first sentence is understood without knowing the trade', () => {
  expect(breaks(reasons, speaksTrade)).toEqual([])
  expect(speaksTrade('Wij zagen geen CAA voor x. Dat is jammer.')).toBe(true)
  expect(speaksTrade('De site heeft een beveiligde verbinding (https). De instelling heet HSTS.')).toBe(false)
})

test('a title names its subject and stays true beside each verdict', () => {
  const wrong = /\b(?:geen|niet|nooit)\b|[.:;](?:\s|$)|^(?:Er is|De site (?:heeft|zegt|vraagt|vertelt|gebruikt))\b/i
  expect(
    holding(
      measured.map(({ id, title }) => [id, title.nl]),
      wrong,
    ),
  ).toEqual([])
  for (const each of ['Geen volgcookies', 'De site heeft een slot']) expect(each).toMatch(wrong)
})

test('a criterion that is measured has a first step, and each of its reasons a sentence in both languages', () => {
  for (const { id, firstStep, reasons: all } of measured) {
    expect([id, firstStep.length > 10]).toEqual([id, true])
    for (const { nl, en } of Object.values(all)) {
      const places = (text: string) =>
        new Set([...text.matchAll(/\{(\w+)/g)].map(([, name]) => name!.replace(/En$/, '')))
      expect([id, places(en)]).toEqual([id, places(nl)])
    }
  }
})

test('what is measured is told in English too, with the same code in its repair', () => {
  const code = (text: string | undefined) => [...(text ?? '').matchAll(/`[^`]*`/g)].map(([each]) => each).toSorted()
  for (const { id, repair, repairEnglish, whyEnglish, firstStepEnglish, limitsEnglish } of measured) {
    expect([id, whyEnglish, firstStepEnglish, repairEnglish, limitsEnglish]).not.toContain(undefined)
    expect([id, code(repairEnglish)]).toEqual([id, code(repair)])
  }
  const told = norms.filter(({ criteria: own }) => own.some(({ means }) => means.by === 'check'))
  for (const { id, whyEnglish, statusNoteEnglish } of told)
    expect([id, whyEnglish, statusNoteEnglish]).not.toContain(undefined)
})

test('a template has only the marks that are filled', () => {
  const marks = /[{}[\]|]/
  const rest = (text: string) => marks.test(text.replaceAll(/\{\w+\}/g, '').replaceAll(/\[([^\]]*)\]/g, '$1'))
  expect(breaks(reasons, rest)).toEqual([])
})
