/**
 * How many guesses a password takes, with the dictionaries of Dutch and English (zxcvbn, Wheeler 2016). Takes seconds
 * and 100 MB: only ever in the worker thread.
 */
import { ZxcvbnFactory, type Options } from '@zxcvbn-ts/core'

/** What makes a password easy to guess. */
export type Weakness = 'repeat' | 'keys' | 'series' | 'own' | 'common' | 'words'
/** `own`: words that a guesser tries first, such as a name. */
export type Asked = { readonly password: string; readonly own: readonly string[] }
export type Strength = { readonly digits: number; readonly weakness: Weakness }

/** Signs that are looked at; the time goes with their square, and what is weak shows in these. */
const LOOKED_AT = 40
let made: Promise<ZxcvbnFactory> | undefined

async function factory(): Promise<ZxcvbnFactory> {
  const [common, english, dutch] = await Promise.all([
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
    import('@zxcvbn-ts/language-nl-be'),
  ])
  // English surnames are a third of all words, and the surname of who chooses is among their own.
  const { 'lastnames-en': _, ...words } = english.dictionary
  const named = (language: string, dictionary: Options['dictionary']) =>
    Object.fromEntries(Object.entries(dictionary).map(([name, list]) => [`${language}-${name}`, list]))
  return new ZxcvbnFactory({
    graphs: common.adjacencyGraphs,
    dictionary: { ...common.dictionary, ...named('en', words), ...named('nl', dutch.dictionary) },
  })
}

/** `digits`: the power of ten of the guesses it takes. */
export async function strengthOf({ password, own }: Asked): Promise<Strength> {
  const { guessesLog10, sequence } = (await (made ??= factory())).check([...password].slice(0, LOOKED_AT).join(''), [
    ...own,
  ])
  const patterns = new Set(sequence.map(({ pattern }) => pattern))
  const dictionaries = new Set(sequence.map((each) => ('dictionaryName' in each ? String(each.dictionaryName) : '')))
  const weakness: Weakness = dictionaries.has('userInputs')
    ? 'own'
    : patterns.has('repeat')
      ? 'repeat'
      : patterns.has('spatial')
        ? 'keys'
        : patterns.has('sequence')
          ? 'series'
          : [...dictionaries].some((name) => name.startsWith('passwords'))
            ? 'common'
            : 'words'
  return { digits: guessesLog10, weakness }
}
