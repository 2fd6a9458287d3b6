/** The words of a command: what is understood, and what is said, in Dutch, of what is not. */
import { expect, test } from 'vitest'
import { helpOf, readWords, Usage, type Command } from './command.ts'

const command: Command = {
  name: 'tel',
  words: 'BESTAND',
  summary: 'Hoeveel zijn het?',
  help: '',
  options: { by: { type: 'string', value: 'NAAM', help: 'wie telt' }, all: { type: 'boolean', help: 'ook de lege' } },
  run: async () => 0,
}

test('words and options are read, in any order', () =>
  expect(readWords(command, ['--by', 'Anna', 'a.csv', '--all', '--json'])).toEqual({
    words: ['a.csv'],
    options: { by: 'Anna', all: true, json: true },
  }))

test.each([
  [['--bij', 'Anna'], '--bij is geen optie van tel. Kies uit: --by, --all, --json, --help'],
  [['-x'], '-x is geen optie van tel. Kies uit: --by, --all, --json, --help'],
  [['--by'], 'bij --by ontbreekt de waarde: --by NAAM'],
  [['--by', '--all'], 'bij --by ontbreekt de waarde: --by NAAM'],
  [['--all=ja'], '--all krijgt geen waarde'],
])('%j: %s', (words, said) => expect(() => readWords(command, words)).toThrow(new Usage(said)))

test('a word where there are only options is refused', () => {
  expect(() => readWords({ ...command, words: '' }, ['nu'])).toThrow('"nu" hoort hier niet: tel heeft alleen opties')
  expect(readWords({ ...command, words: '' }, ['--all']).words).toEqual([])
})

test('what runs on has no answer, and so no --json', () => {
  expect(() => readWords({ ...command, answers: false }, ['--json'])).toThrow('--json is geen optie van tel')
  expect(helpOf({ ...command, answers: false })).not.toContain('--json')
  expect(helpOf(command)).toContain('--json')
})

test('a summary ends as a sentence ends', () => {
  expect(helpOf(command)).toContain('\nHoeveel zijn het?\n')
  expect(helpOf({ ...command, summary: 'Telt regels' })).toContain('\nTelt regels.\n')
})
