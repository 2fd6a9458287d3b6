/** The demo city as a child process: tells its parent where it is, repairs sites when asked, ends when the parent does. */
import { startCity } from './city.ts'

const city = await startCity({ dir: process.argv[2]! })
const tell = () => process.send?.({ networkFile: city.networkFile, csv: city.csv, truth: city.truth() })
process.on('message', (word) => {
  if (word === 'improve') {
    city.improve()
    tell()
  }
})
process.on('disconnect', () => { void city.close().finally(() => process.exit(0)) })
// A Ctrl-C in the terminal reaches this process too; the parent decides when the city closes.
process.on('SIGINT', () => {})
tell()
