/** Every command that writes what people will read leaves a line in the trail; of the others it is told why not. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startCvdr } from '../../test/cvdr/server.ts'
import { openDatabase, type Database } from '../db/connect.ts'
import type { ActName } from '../vocabulary/act.ts'
import { readWords } from './command.ts'
import { commands } from './commands.ts'

/** In this order they can be given one after the other. */
const LEAVES: readonly (readonly [command: string, words: readonly string[], act: ActName])[] = [
  ['municipality', ['add', 'Sluiswijk'], 'municipality.added'],
  ['municipality', ['rename', 'Sluiswijk', 'Sluisdorp'], 'municipality.renamed'],
  ['municipality', ['hosts', 'Sluisdorp', 'sluisdorp.nl'], 'municipality.hosts'],
  ['municipality', ['hosts', 'Sluisdorp', '-'], 'municipality.hosts'],
  ['municipality', ['map', 'Sluisdorp', 'kaart.geojson'], 'municipality.map-set'],
  ['municipality', ['map', 'Sluisdorp', 'geen'], 'municipality.map-removed'],
  ['add', ['De Sluis', '--websites', 'sluis.test'], 'organisations.imported'],
  ['import', ['lijst.csv'], 'organisations.imported'],
  ['regulations', ['--maker', 'Sluiswijk', '--network', 'net.json'], 'regulations.imported'],
  ['measure', ['--network', 'net.json'], 'measurement.asked'],
  ['judge', [], 'findings.judged'],
  ['publish', ['--by', 'Anna de Vries, beleidsmedewerker'], 'publication.made'],
]
const LEAVES_NONE: Readonly<Record<string, string>> = {
  up: 'starts the site; who works there is recorded by each act, and the first municipality by itself',
  export: 'writes a file',
  evidence: 'copies and checks files, and sets aside what nothing names; what is said stays as it was',
  scan: 'looks at one site and writes no database',
  catalogue: 'shows the norms',
  'self-test': 'writes its outcome beside the database, and each publication carries it',
  worker: 'does what was asked for, and whoever asked stands in the trail',
  covenants: 'reckons anew what follows from findings, and says the same',
  clock: 'does what falls due by itself, without anybody',
  audit: 'reads the trail',
  backup: 'writes a file',
  restore: 'puts back a whole database, its trail too: a line more would not be what was saved',
}

let data: string
let database: Database
let cvdr: Awaited<ReturnType<typeof startCvdr>>
beforeAll(async () => {
  data = mkdtempSync(path.join(tmpdir(), 'opdrachten-'))
  cvdr = await startCvdr([{ work: 'CVDR1', version: 1, title: 'Verordening', kind: 'verordening', from: '2020-01-01' }])
  writeFileSync(path.join(data, 'lijst.csv'), 'naam;soort\nCafé De Kade;café\n')
  const sea = {
    type: 'Polygon',
    coordinates: [
      [
        [4.4, 52.1],
        [4.5, 52.1],
        [4.5, 52.2],
        [4.4, 52.1],
      ],
    ],
  }
  const features = [{ type: 'Feature', properties: { soort: 'water' }, geometry: sea }]
  const map = { type: 'FeatureCollection', bron: 'Gemeente', licentie: 'CC0', features }
  writeFileSync(path.join(data, 'kaart.geojson'), JSON.stringify(map))
  const network = {
    allow: ['127.0.0.0/8'],
    resolver: '127.0.0.1:9',
    hosts: { 'cvdr.test': '127.0.0.1' },
    ports: { 80: Number(new URL(cvdr.url).port) },
    cvdr: 'http://cvdr.test/sru/Search',
  }
  writeFileSync(path.join(data, 'net.json'), JSON.stringify(network))
  // Held open, so that each command finds it running.
  database = await openDatabase(data)
}, 120_000)
afterAll(async () => {
  await database.close()
  await cvdr.close()
  rmSync(data, { recursive: true })
})

test('of every command it is told what it leaves in the trail', () =>
  expect([...new Set(LEAVES.map(([name]) => name)), ...Object.keys(LEAVES_NONE)].toSorted()).toEqual(
    commands.map(({ name }) => name).toSorted(),
  ))

const lines = () => database.db.selectFrom('audit').select(['act', 'detail']).orderBy('at').execute()
test.each(LEAVES)('%s %j leaves %s', { timeout: 120_000 }, async (name, words, act) => {
  const command = commands.find((each) => each.name === name)!
  const before = await lines()
  const given = words.map((word) => (/\.(?:csv|(?:geo)?json)$/.test(word) ? path.join(data, word) : word))
  const call = { place: { program: process.cwd(), data }, signal: new AbortController().signal }
  await command.run({ ...readWords(command, given), ...call })
  const after = await lines()
  expect(after.slice(before.length).map((line) => line.act)).toEqual([act])
  // Who published stands there by name.
  if (act === 'publication.made') expect(after.at(-1)!.detail).toContain('Anna de Vries, beleidsmedewerker')
})
