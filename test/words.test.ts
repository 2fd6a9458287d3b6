/** One word for one thing: what people read on screen, in letters and in questionnaires holds no word that was left. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { textFiles } from './public-words.ts'

/** The word that was left, and the one that is written now. */
const LEFT: readonly (readonly [left: RegExp, now: string])[] = [
  [/\baan(ge)?meld(en|t|ing|ingen)?\b|\bafgemeld\b|\bafmelden\b|\bmeldt? zich aan\b/i, 'inloggen, uitloggen'],
  [/\btweede (inlog)?stap\b/i, 'extra code'],
  [/(?<!e-)\b(mailadres|maildomein|mail\b(?! naar|\.)|mails\b)/i, 'e-mail, e-maildomein'],
  [/\bbladzijde|\bvoorpagina/i, 'pagina, startpagina'],
  [/\b(rapport|eind)?cijfer\b/i, 'score'],
  [/\bpublicist|\bSecurity Officer\b/i, 'medewerker publicatie, informatiebeveiliger'],
  [/\bherij(k|kt|ken|king)\b/i, 'opnieuw toetsen, herzien'],
  [/\bvolger|\bvolglijst|\btracker/i, 'volgdienst, volgcookie'],
  [/^(?!.*programma).*\b(?<!alleen )een mens\b/i, 'een medewerker van de gemeente'],
  [/^(Bewaar|Toon|Toch niet|Haal op|Lees in)(?! uw)\b/, 'Opslaan, Zoeken, Annuleren, Lijst ophalen, Bestand inlezen'],
  [/\bu hebt\b|\bhoe lang\b|(?<!\()\breservekopie\b/i, 'u heeft, hoelang, back-up'],
  [/had klaar moeten zijn/, 'de afgesproken datum was'],
]

const files = (where: string, end: RegExp): string[] =>
  readdirSync(where, { recursive: true, encoding: 'utf8' })
    .filter((name) => end.test(name) && !name.includes('.test.'))
    .map((name) => `${where}/${name}`)

/** What a file of texts says in English, under what it says in Dutch. */
const ENGLISH = /^const en: [^]*?^\}$/m

/** The sentences and labels in a source file: text of a page, and every string that is no name in the code. */
function sentences(file: string, languages: 'Dutch' | 'both' = 'Dutch'): string[] {
  const code = readFileSync(file, 'utf8')
    .replace(languages === 'both' ? '' : ENGLISH, '')
    .replaceAll(/\/\*[^]*?\*\/|^import [^]*?from '.*'|^\s*\/\/.*|\s\/\/ .*/gm, '')
  const strings = [...code.matchAll(/'((?:[^'\\\n]|\\.)*)'|"([^"\n]*)"|`([^`]*)`/g)]
    .map(([, single, double, template]) => single ?? double ?? template!.replaceAll(/\$\{[^}]*\}/g, '…'))
    .filter((text) => /\s|^[A-Z]/.test(text) && !/^\s*(select|update|insert|delete|with|[/.#])\b/i.test(text))
  const texts = [...code.matchAll(/[>}]([^<>{}=;'`]*)(?=[<{])/g)].map(([, text]) =>
    text!.replaceAll(/\s+/g, ' ').trim(),
  )
  return [...strings, ...texts].filter((text) => /[a-z]/.test(text) && !/^\/|\|\||=>/.test(text))
}

const wrong = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => LEFT.filter(([left]) => left.test(text)).map(([, now]) => `“${text}”: ${now}`))

test('a word that was left is found, and its neighbours are not', () => {
  expect(
    wrong(['Meld u aan of aanmelden kan', 'Stuur een mail', 'Bewaar', 'het cijfer', 'Een mens kijkt']),
  ).toHaveLength(5)
  expect(wrong(['Mail naar dit adres', 'e-mailadres', 'Wij bewaren het', 'vier cijfers', 'mensen kijken'])).toEqual([])
})

/** Tables of what other people write: names of mail hosts and of columns. */
const OTHERS = /organisations\/(columns|shared-hosts)\.ts$/

/** What people read in a guide or a questionnaire, line by line, without code and names of files. */
const lines = (file: string): string[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => !/^\s*(?:- )?(?:id|meting|normen|weerlegt_\w+|bewijs|voor|#)\b|^\s*- [A-Z]{3}-\d\d/.test(line))
    .map((line) => line.replaceAll(/`[^`]*`|\]\([^)]*\)|\bhttps?:\S+/g, ' '))

test.each(['docs/gids', 'questionnaires'])('what people read in %s has the words of today', (folder) => {
  // There “een mens” is who decides instead of a computer, or whom it is about.
  const read = (file: string) => lines(file).filter((line) => !/\been mens\b/i.test(line))
  const found = files(folder, /\.(?:md|yaml)$/).flatMap((file) => wrong(read(file)).map((each) => `${file} ${each}`))
  expect(found).toEqual([])
})

test('the public site glues no sentences, and prints its quotation marks and apostrophes', () => {
  const glued = /[a-zà-ÿ]; |\w'\w|"/
  const said = textFiles()
  expect(said.length).toBeGreaterThan(15)
  const found = said.flatMap((file) => sentences(file, 'both')).filter((text) => glued.test(text))
  expect(found).toEqual([])
})

test.each(['src/web', 'src/public', 'src/features', 'src/vocabulary'])(
  'what people read in %s has the words of today',
  (folder) => {
    const found = files(folder, /\.tsx?$/)
      .filter((file) => !OTHERS.test(file))
      .flatMap((file) => wrong(sentences(file)).map((each) => `${file} ${each}`))
    expect(found).toEqual([])
  },
)
