/**
 * The command line: finds the command, reads its words, and turns what goes wrong into a clear sentence and an exit
 * code.
 */
import path from 'node:path'
import { DataMistakes } from '../catalogue/yaml-file.ts'
import { LEIDRAAD } from '../engine/versions.ts'
import { helpOf, isStop, readWords, Stopped, Usage, type ExitCode } from './command.ts'
import { commands } from './commands.ts'
import { keepPrivate, place } from './place.ts'
import { plainly } from './plainly.ts'
import { refuseEmpty } from './reach.ts'
import { SETTINGS } from './settings.ts'
import { fault as tellFault, say, warn } from './terminal.ts'

function overview(): string {
  const width = Math.max(...commands.map(({ name, words }) => `${name} ${words}`.length))
  const longest = Math.max(...Object.keys(SETTINGS).map((name) => name.length))
  return [
    `Leidraad ${LEIDRAAD}: meet de digitale stad tegen één catalogus van normen, en legt elk getal uit.`,
    '',
    'Gebruik: leidraad OPDRACHT [woorden] [opties]',
    '',
    ...commands.map(({ name, words, summary }) => `  ${`${name} ${words}`.padEnd(width)}  ${summary}`),
    '',
    'Meer over een opdracht: leidraad OPDRACHT --help',
    '',
    'Omgeving:',
    ...Object.entries(SETTINGS).map(([name, what]) => `  ${name.padEnd(longest)}  ${what}`),
  ].join('\n')
}

async function main(argv: readonly string[], stop: AbortController): Promise<ExitCode> {
  const [name, ...rest] = argv
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    say(overview())
    return name === undefined ? 2 : 0
  }
  if (name === '--version') {
    say(LEIDRAAD)
    return 0
  }
  const command = commands.find((each) => each.name === name)
  if (!command) throw new Usage(`"${name}" is geen opdracht. Kies uit: ${commands.map((each) => each.name).join(', ')}`)
  const words = readWords(command, rest)
  if (words.options['help']) {
    say(helpOf(command))
    return 0
  }
  refuseEmpty(process.env)
  const here = place()
  keepPrivate(here)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => stop.abort(new Stopped(signal)))
  // Who started us over a channel is gone. Listening for that is no reason to go on.
  process.on('disconnect', () => stop.abort(new Stopped('SIGHUP')))
  process.channel?.unref()
  if (process.connected === false) stop.abort(new Stopped('SIGHUP'))
  return command.run({ ...words, place: here, signal: stop.signal })
}

/** Whether a file that gives trouble is one that was named on the command line. */
function isWord(error: unknown): boolean {
  const { path: file } = (error ?? {}) as { path?: string }
  const words = process.argv.slice(3).map((word) => path.resolve(word.replace(/^--[a-z]+=/, '')))
  return file !== undefined && words.includes(path.resolve(file))
}

/** Milliseconds in which everything is put away after a stop or a fault of ours; then we end with what is left. */
const PATIENCE = 20_000
const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const

/** Tells what went wrong, each kind in its own way, and gives the exit code that goes with it. */
function tell(error: unknown, stop: AbortSignal): number {
  if (error instanceof Usage) {
    warn(`leidraad: ${error.message}`)
    return 2
  }
  if (error instanceof DataMistakes) {
    for (const { file, line, text } of error.mistakes) warn(`${file}:${line}: ${text}`)
    return 1
  }
  if (stop.reason instanceof Stopped) {
    warn(`leidraad: ${stop.reason.message}`)
    // What broke because of the stop is told, but not as a fault.
    if (!isStop(error)) tellFault('Bij het stoppen ging nog iets mis:', error)
    return SIGNALS[stop.reason.by]
  }
  const why = plainly(error)
  if (why === undefined) {
    tellFault('leidraad: onverwachte fout', error)
    return 70
  }
  warn(`leidraad: ${why}`)
  return isWord(error) ? 2 : 69
}

const stop = new AbortController()
// A terminal that is closed, or a reader that has enough, takes our words no more: nobody is left to tell.
for (const out of [process.stdout, process.stderr]) out.on('error', () => stop.abort(new Stopped('SIGHUP')))
// A fault outside everything that waits: what is open is put away as at a stop, and then we end.
let fault: number | undefined
process.on('uncaughtException', (error) => {
  fault = tell(error, stop.signal)
  stop.abort(error)
  setTimeout(() => process.exit(fault), PATIENCE).unref()
})
// Set before it ends, not process.exit: what is still being written to a pipe must get through.
try {
  process.exitCode = await main(process.argv.slice(2), stop)
} catch (error) {
  process.exitCode = fault ?? tell(error, stop.signal)
}
process.exitCode = fault ?? process.exitCode
// After a stop or a fault nothing that was left open keeps us; what came of us ends with us.
if (stop.signal.aborted || process.exitCode === 70) setTimeout(() => process.exit(), PATIENCE).unref()
