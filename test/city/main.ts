/** Runs the demo city by itself: prints where everything is and serves until Ctrl-C. */
import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { addressOf } from './places.ts'
import { startCity } from './city.ts'
import { allSites } from './sites/all.ts'

const city = await startCity(process.argv[2] ? { dir: process.argv[2] } : {})
// Before anybody reads that Ctrl-C closes it.
process.once('SIGINT', () => void city.close())
process.once('SIGTERM', () => void city.close())
const organisations = join(dirname(city.networkFile), 'organisaties.csv')
await writeFile(organisations, city.csv)
const { resolver, ports } = city.network
console.log(`Sluiswijk is open.
  network file   ${city.networkFile}
  organisations  ${organisations}
  name server    ${resolver}   (dig @127.0.0.1 -p ${resolver?.split(':')[1]} www.gemeente-sluiswijk.test)
  http, https    ports ${ports['80']} and ${ports['443']} of each address below
`)
for (const site of allSites)
  console.log(`  ${addressOf(site.home).padEnd(14)} ${site.host.padEnd(40)} ${site.organisation.name}`)
console.log(`\nAddress https://www.gemeente-sluiswijk.test: curl --cacert ${dirname(city.networkFile)}/ca.pem \\
  --connect-to ::127.22.0.1:${ports['443']} https://www.gemeente-sluiswijk.test/\nCtrl-C closes the city.`)
