/**
 * The demo city as a child process: tells its parent where it is, repairs sites and hears where Leidraad stands when
 * asked, ends when the parent does.
 */
import { startCity } from './city.ts'
import { readDesk } from './desk/read.ts'
import { readNeighbour } from './neighbour/read.ts'

// From the start: a parent may be gone before the city is open.
process.on('disconnect', () => process.exit(0))
const city = await startCity({ dir: process.argv[2]! })
const tell = () =>
  process.send?.({
    networkFile: city.networkFile,
    csv: city.csv,
    truth: city.truth(),
    desk: readDesk(),
    neighbour: readNeighbour(),
  })
process.on('message', (word) => {
  if (word === 'improve') city.improve()
  else city.leadTo((word as { readonly leidraad: string }).leidraad)
  tell()
})
tell()
