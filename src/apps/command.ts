/** What a command of the command line is, and how its words are read. */
import { parseArgs, type ParseArgsConfig } from 'node:util'
import type { Place } from './place.ts'

/**
 * 0 done; 1 done, but not everything could be; 2 the words are wrong; 69 something around us is not right (a source,
 * the database, the disk); 70 a fault of ours. A signal has its own.
 */
export type ExitCode = 0 | 1 | 2 | 69 | 70

/** Why a command was stopped: the reason of its signal. */
export class Stopped extends Error {
  readonly by: 'SIGINT' | 'SIGTERM' | 'SIGHUP'
  constructor(by: Stopped['by']) {
    super(`gestopt (${by})`)
    this.by = by
  }
}

/** Whether a failure is only that it was stopped, as what waits on a signal tells it. */
export function isStop(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) if (at instanceof Stopped) return true
  return false
}

export type Command = {
  readonly name: string
  /** The words after the name, such as `BESTAND.csv`. */
  readonly words: string
  readonly summary: string
  readonly help: string
  readonly options: Readonly<
    Record<string, { readonly type: 'string' | 'boolean'; readonly value?: string; readonly help: string }>
  >
  /** Its answer can be given as JSON; one that runs until it is stopped has none. */
  readonly answers?: false
  run(call: Call): Promise<ExitCode>
}

/** The options of a command, with those that every command has. */
const allOptions = ({ options, answers }: Command): Command['options'] => ({
  ...options,
  ...(answers === false ? {} : { json: { type: 'boolean', help: 'geef het antwoord als JSON' } }),
  help: { type: 'boolean', help: 'deze uitleg' },
})

export type Call = {
  readonly words: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | undefined>>
  readonly place: Place
  /** Set when Ctrl-C or a stop signal comes; its reason is Stopped. Throwing that is how a command tells it stopped. */
  readonly signal: AbortSignal
}

/** Thrown for words that do not make a command; the message says what was expected. */
export class Usage extends Error {}

/** Reads the words of one command. Throws Usage. */
export function readWords(command: Command, argv: readonly string[]): Pick<Call, 'words' | 'options'> {
  const options: ParseArgsConfig['options'] = Object.fromEntries(
    Object.entries(allOptions(command)).map(([name, { type }]) => [name, { type }]),
  )
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true })
    if (command.words === '' && positionals.length > 0)
      throw new Usage(`"${positionals[0]}" hoort hier niet: ${command.name} heeft alleen opties`)
    return { words: positionals, options: values as Call['options'] }
  } catch (error) {
    if (error instanceof Usage) throw error
    throw new Usage(wrongOption(command, error as Error & { readonly code?: string }), { cause: error })
  }
}

/** What is wrong with an option, of what Node says of it in English. Anything else is thrown on. */
function wrongOption(command: Command, error: Error & { readonly code?: string }): string {
  const options = allOptions(command)
  const [option = '', word = ''] = /'-*([\w-]+)/.exec(error.message) ?? []
  if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const known = Object.keys(options).map((each) => `--${each}`)
    return `${option.slice(1)} is geen optie van ${command.name}. Kies uit: ${known.join(', ')}`
  }
  if (error.code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') throw error
  const value = options[word]?.value
  return value === undefined ? `--${word} krijgt geen waarde` : `bij --${word} ontbreekt de waarde: --${word} ${value}`
}

/** The option as text, or undefined. */
export function text(options: Call['options'], name: string): string | undefined {
  const value = options[name]
  return typeof value === 'string' ? value : undefined
}

/** What `--help` of a command says. */
export function helpOf(command: Command): string {
  const rows = Object.entries(allOptions(command)).map(
    ([name, { value, help }]) => [`--${name}${value === undefined ? '' : ` ${value}`}`, help] as const,
  )
  const width = Math.max(...rows.map(([left]) => left.length))
  return [
    `leidraad ${command.name} ${command.words}`.trimEnd(),
    '',
    command.summary.replace(/(?<![?!])$/, '.'),
    ...(command.help === '' ? [] : ['', command.help]),
    '',
    'Opties:',
    ...rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`),
    '',
    'Uitgang: 0 gelukt; 1 gelukt, maar niet alles; 2 de opdracht klopt niet; 69 een bron, de database of de schijf',
    'werkt niet mee; 70 een fout van Leidraad; 129, 130 of 143 gestopt.',
  ].join('\n')
}
