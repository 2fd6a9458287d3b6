/** Lessons as data: each mistake is told with its line, and what they say is plain; where not, a person knows of it. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { CODE, LEFT, sentences, words, type Text } from '../../test/plain-dutch.ts'
import { ALLOWED, PLAIN } from '../../test/plain-words.ts'
import type { Said } from '../model/lesson.ts'
import { readLessons } from './lessons.ts'
import { readCatalogue } from './norms.ts'
import { readRequestKinds } from './requests.ts'
import { DataMistakes } from './yaml-file.ts'

const catalogue = readCatalogue('norms')
const requests = readRequestKinds('verzoeken', catalogue)
const lessons = readLessons('leren', catalogue, requests)

/** What is told of the phishing lesson after this change. */
function toldOf(change: (text: string) => string, name = 'phishing.yaml'): string[] {
  const dir = mkdtempSync(path.join(tmpdir(), 'leidraad-lessen-'))
  const before = readFileSync('leren/phishing.yaml', 'utf8')
  const after = change(before)
  expect(after === before).toBe(false)
  writeFileSync(path.join(dir, name), after)
  try {
    readLessons(dir, catalogue, requests)
    return []
  } catch (error) {
    if (!(error instanceof DataMistakes)) throw error
    return error.mistakes.map(({ file, line, text }) => `${file}:${line}: ${text}`)
  }
}
function lineOf(text: string): number {
  const lines = readFileSync('leren/phishing.yaml', 'utf8').split('\n')
  return lines.findIndex((line) => line.includes(text)) + 1
}

test('there are ten lessons, and those that the programme names are among them', () => {
  expect(lessons.map(({ id }) => id).toSorted()).toEqual([
    'algoritmes-en-ai',
    'cookies-en-privacy-voor-ondernemers',
    'digid-machtigen',
    'digitale-voetafdruk',
    'na-een-hack',
    'phishing',
    'privacy-van-uw-telefoon',
    'rechten-bij-de-gemeente',
    'toegankelijke-website',
    'wachtwoorden',
  ])
  for (const { id, steps } of lessons) expect([id, steps.some(({ question }) => question !== null)]).toEqual([id, true])
  // Every kind of question is used somewhere, and every lesson has something to do and a drawing.
  const kinds = new Set(lessons.flatMap(({ steps }) => steps.flatMap(({ question }) => question?.kind ?? [])))
  expect([...kinds].toSorted()).toEqual(['act', 'one', 'order', 'several'])
  for (const { id, steps } of lessons)
    expect([id, steps.some(({ picture }) => picture), steps.some(({ act }) => act)]).toEqual([id, true, true])
})

test.each<[what: string, change: (text: string) => string, line: string | number, says: string]>([
  ['a norm that is not there', (text) => text.replace('VEI-20', 'VEI-99'), 'normen:', 'norm VEI-99 bestaat niet'],
  [
    'a drawing that is not there',
    (text) => text.replace('naam: stop-hand', 'naam: stophand'),
    'naam: stop-hand',
    'plaatje "stophand" bestaat niet',
  ],
  [
    'a step that is too long',
    (text) => text.replace('Lees het rustig.', `Lees het rustig. ${'Nog een woord erbij. '.repeat(12)}`),
    lineOf('Hieronder staat een bericht') - 1,
    'deze stap heeft 69 woorden; verwacht: hoogstens 60',
  ],
  [
    'two right answers where one is to be chosen',
    (text) => text.replace(/(gemeente@sluiswijk-betaling[^\n]*\n\s+goed: )false/, '$1true'),
    'gemeente@sluiswijk-betaling',
    'verwacht precies één goed antwoord, hier staan er 2',
  ],
  [
    'an order with a place twice',
    (text) => text.replace('plaats: 3', 'plaats: 2'),
    'Het wachtwoord veranderen',
    'geef elke optie een plaats van 1 tot en met 3',
  ],
  [
    'a kind of request that is not there',
    (text) => text.replace('een bericht echt is."', 'een bericht echt is."\n    verzoek: navragen'),
    lineOf('een bericht echt is."') + 1,
    'verzoek navragen bestaat niet',
  ],
  ['four minutes', (text) => text.replace('minuten: 6', 'minuten: 4'), 'minuten:', 'een les duurt minstens 5 minuten'],
  ['a key that nobody knows', (text) => text.replace('auteur:', 'schrijver:'), 'auteur:', 'schrijver'],
  [
    'a review before the law was looked up',
    (text) => text.replace('herzien_op: 2027', 'herzien_op: 2025'),
    'herzien_op:',
    'de les wordt herzien na de dag waarop de wet is nagegaan',
  ],
])('%s is told with its line', (_, change, line, says) => {
  const told = toldOf(change)
  expect(told.join('\n')).toContain(says)
  expect(
    told.some((each) => each.startsWith(`leren/phishing.yaml:${typeof line === 'string' ? lineOf(line) : line}:`)),
  ).toBe(true)
})

test('a lesson has the name of its file, and both languages', () => {
  expect(toldOf((text) => `${text}\n`, 'ander.yaml')).toEqual([
    'leren/ander.yaml:1: id phishing past niet bij de naam van het bestand',
  ])
  expect(toldOf((text) => text.replace(', en: "Spotting fake messages"', ''))).not.toEqual([])
})

/** What a learner reads in a language, by where it stands. */
function texts(lang: keyof Said): Text[] {
  return lessons.flatMap(({ id, title, lead, forWhom, rights, steps, end }) => {
    const all = (where: string, of: readonly (Said | null | undefined)[]): Text[] =>
      of.flatMap((each) => (each ? [[`${id} ${where}`, each[lang]] as const] : []))
    return [
      ...all('begin', [title, lead, forWhom, ...rights]),
      ...steps.flatMap((step, at) =>
        all(`stap ${at + 1}`, [
          step.title,
          step.text,
          step.act,
          step.helper,
          step.picture?.alt,
          ...(step.practice?.lines ?? []),
          step.question?.ask,
          ...(step.question?.options.flatMap(({ text, why }) => [text, why]) ?? []),
        ]),
      ),
      ...all('einde', [...end.today, ...end.call.flatMap(({ who, what }) => [who, what])]),
    ]
  })
}
const dutch = texts('nl')
const average = (text: string): number => {
  const each = sentences(text).map(words)
  return each.reduce((sum, count) => sum + count, 0) / each.length
}
const WORD = /\p{L}[\p{L}’-]*/gu
const wordsOf = (text: string): string[] => text.toLowerCase().match(WORD) ?? []

test.each(['nl', 'en'] as const)('a step has sentences of twelve words on average, none over twenty (%s)', (lang) => {
  for (const { id, steps } of lessons)
    steps.forEach(({ text }, at) => expect([id, at + 1, average(text[lang]) <= 12]).toEqual([id, at + 1, true]))
  expect(texts(lang).filter(([, text]) => sentences(text).some((sentence) => words(sentence) > 20))).toEqual([])
})

test('a lesson has the words and the signs that all our texts have', () => {
  const bad = dutch.filter(
    ([, text]) => CODE.test(text) || /["']|;/.test(text) || LEFT.some(([left]) => left.test(text)),
  )
  expect(bad).toEqual([])
})

/**
 * These warn. A number that grows is no mistake by itself: read what is new, make it plainer, or write the new number
 * here.
 */
test('what may be too hard is counted, for a person to decide about', () => {
  const long = dutch.filter(([, text]) => sentences(text).some((sentence) => words(sentence) > 15))
  const wide = new Set(dutch.flatMap(([, text]) => wordsOf(text)).filter((word) => word.length > 14))
  const passive = dutch.filter(([, text]) => /\b(?:word(?:t|en)|werd(?:en)?)\b.*\bge\w+(?:d|t|en)\b/i.test(text))
  const strange = new Set(
    dutch.flatMap(([, text]) => wordsOf(text)).filter((word) => !PLAIN.has(word) && !ALLOWED.has(word)),
  )
  expect({ long: long.length, wide: wide.size, passive: passive.length, strange: [...strange] }).toEqual({
    long: 0,
    wide: 9,
    passive: 6,
    strange: [],
  })
})
