/** What is said of an answer, and what is found by words that are not spelled right. */
import { expect, test } from 'vitest'
import { readLessons } from '../../catalogue/lessons.ts'
import { readCatalogue } from '../../catalogue/norms.ts'
import { readRequestKinds } from '../../catalogue/requests.ts'
import type { Question, QuestionKind } from '../../model/lesson.ts'
import { givenIn, mark } from './answers.ts'
import { distance, findLessons } from './find.ts'

const said = (text: string) => ({ nl: text, en: text })
const question = (kind: QuestionKind, of: readonly (boolean | number)[]): Question => ({
  kind,
  ask: said('Wat?'),
  options: of.map((each, at) => ({
    id: 'abc'[at]!,
    text: said(`optie ${at}`),
    why: said('daarom'),
    right: each === true,
    place: typeof each === 'number' ? each : null,
  })),
})
const how = (asked: Question, query: string) => {
  const given = givenIn(asked, new URLSearchParams(query))
  return given && mark(asked, given).how
}

const one = question('one', [false, true, false])
const act = question('act', [false, true, true])
const several = question('several', [true, true, false])
const order = question('order', [2, 1, 3])
test.each<[Question, string, string | undefined]>([
  [one, '', undefined],
  [one, 'publicatie=1', undefined],
  [one, 'kijk=1', 'empty'],
  [one, 'antwoord=z', 'empty'],
  [one, 'antwoord=b', 'right'],
  [one, 'antwoord=a', 'wrong'],
  // A radio sends one; whoever types two in an address is told of the first.
  [one, 'antwoord=a&antwoord=b', 'wrong'],
  [act, 'antwoord=c', 'right'],
  [act, 'antwoord=a', 'wrong'],
  [several, 'antwoord=a&antwoord=b', 'right'],
  [several, 'antwoord=a', 'partly'],
  [several, 'antwoord=a&antwoord=b&antwoord=c', 'partly'],
  [several, 'antwoord=c', 'wrong'],
  [order, 'publicatie=1', undefined],
  [order, 'plaats-a=&plaats-b=&plaats-c=', 'empty'],
  [order, 'plaats-a=2&plaats-b=1', 'empty'],
  [order, 'plaats-a=2&plaats-b=1&plaats-c=9', 'empty'],
  [order, 'plaats-a=2&plaats-b=1&plaats-c=3', 'right'],
  [order, 'plaats-a=1&plaats-b=2&plaats-c=3', 'partly'],
  [order, 'plaats-a=3&plaats-b=2&plaats-c=1', 'wrong'],
])('$kind, %s', (asked, query, said_) => {
  expect(how(asked, query)).toBe(said_)
})

const lessons = readLessons('leren', readCatalogue('norms'), readRequestKinds('verzoeken', readCatalogue('norms')))
const first = (typed: string) => findLessons(lessons, typed)[0]?.id
test.each([
  ['wachtwoord', 'wachtwoorden'],
  ['wagtwoord', 'wachtwoorden'],
  ['WACHTWOORDEN', 'wachtwoorden'],
  ['hoe maak ik een veilig wachtword', 'wachtwoorden'],
  ['pishing', 'phishing'],
  ['fising', 'phishing'],
  ['privasie op mijn foon', 'privacy-van-uw-telefoon'],
  ['hekken', 'na-een-hack'],
  ['wifi', 'na-een-hack'],
  ['nep mail', 'phishing'],
  ['diggid', 'digid-machtigen'],
  ['machtigen', 'digid-machtigen'],
  ['algoritmen', 'algoritmes-en-ai'],
  ['telefoon', 'privacy-van-uw-telefoon'],
  ['passwords', 'wachtwoorden'],
  ['gehackt', 'na-een-hack'],
  ['cookis op mijn site', 'cookies-en-privacy-voor-ondernemers'],
  ['toegankelijkheid', 'toegankelijke-website'],
])('%s finds %s', (typed, id) => {
  expect(first(typed)).toBe(id)
})

test('what fits nothing finds nothing, and nothing typed finds all', () => {
  expect(findLessons(lessons, 'xyzzy')).toEqual([])
  expect(findLessons(lessons, 'de')).toHaveLength(lessons.length)
  expect(findLessons(lessons, '')).toHaveLength(lessons.length)
})

test('a distance counts signs that differ, are missing or changed places', () => {
  expect(distance('fiets', 'fiets', 2)).toBe(0)
  expect(distance('fiets', 'feits', 2)).toBe(1)
  expect(distance('fiets', 'fits', 2)).toBe(1)
  expect(distance('fiets', 'banaan', 2)).toBe(3)
  expect(distance('', 'ab', 1)).toBe(2)
})
