/** `leidraad municipality`: makes, lists, renames and removes the municipalities of this installation. */
import { readFileSync, statSync } from 'node:fs'
import { openDatabase } from '../../db/connect.ts'
import {
  calledSo,
  ensureMunicipality,
  keepHosts,
  municipalities,
  removeMunicipality,
  renameMunicipality,
  type Municipality,
} from '../../db/municipality.ts'
import { keepBackground } from '../../db/map-background.ts'
import { LARGEST, readBackground } from '../../web/map/background.ts'
import { plainLine } from '../../lib/clean.ts'
import { keyOfName } from '../../lib/slug.ts'
import { Usage, type Command } from '../command.ts'
import { hostsIn } from '../../lib/host-name.ts'
import { namedAmong } from '../session.ts'
import { say, sayJson } from '../terminal.ts'
import type { Db } from '../../db/connect.ts'

export const municipalityCommand: Command = {
  name: 'municipality',
  words: 'list | add NAAM | rename NAAM NIEUWE-NAAM | hosts NAAM HOSTNAMEN | remove NAAM | map NAAM BESTAND|geen',
  summary: 'Toont, maakt, hernoemt of verwijdert een gemeente, of geeft haar webadressen of een kaart',
  help:
    'Alleen hier ontstaat een gemeente (de eerste ook bij npm start en import). Zet een naam met spaties tussen ' +
    'aanhalingstekens.\nMet hosts kiest u op welke webadressen de gemeente antwoordt, met komma’s ertussen: ' +
    'het eerste staat in links. Dan bedient één proces meer gemeenten. Met - haalt u ze weg.\n' +
    'Verwijderen kan zolang er niets van de gemeente is: geen organisaties, mensen of zaken.\n' +
    'Met map geeft u de kaart een achtergrond: een GeoJSON-bestand met bron en licentie ' +
    '(zie de gids voor beheerders). Met geen haalt u die weg.',
  options: {},
  async run({ place, words, options }) {
    const [verb = 'list', ...names] = words
    const wanted = { list: 0, add: 1, rename: 2, hosts: 2, remove: 1, map: 2 }[verb]
    if (wanted === undefined || names.length !== wanted) throw new Usage(`verwacht: municipality ${this.words}`)
    const database = await openDatabase(place.data)
    try {
      const told = await act(database.db, verb, names)
      const there = await municipalities(database.db)
      if (options['json']) sayJson(there.map(({ name, slug, site, hosts }) => ({ name, slug, site, hosts })))
      else if (told !== undefined) say(told)
      else if (there.length === 0) say('Er is nog geen gemeente.')
      else
        for (const { name, slug, site, hosts } of there)
          say([`${name}  (${slug})`, ...(hosts.length > 0 ? hosts : site === null ? [] : [site])].join('  '))
      return 0
    } finally {
      await database.close()
    }
  },
}

/** What was done, in a sentence; undefined when it was only asked what there is. */
async function act(db: Db, verb: string, [first = '', second = '']: readonly string[]): Promise<string | undefined> {
  const there = await municipalities(db)
  if (verb === 'add') return added(db, there, nameOf(first))
  if (verb === 'rename') return renamed(db, there, namedAmong(there, first), nameOf(second))
  if (verb === 'hosts') return hosted(db, namedAmong(there, first), second)
  if (verb === 'remove') return removed(db, namedAmong(there, first))
  if (verb === 'map') return mapped(db, namedAmong(there, first), second)
  return undefined
}

async function added(db: Db, there: readonly Municipality[], name: string): Promise<string> {
  const same = calledSo(there, name)
  if (same) throw new Usage(`${same.name} is er al`)
  const { slug } = await ensureMunicipality(db, name)
  return `Gemeente ${name} is gemaakt (${slug}).`
}

async function renamed(db: Db, there: readonly Municipality[], one: Municipality, name: string): Promise<string> {
  const same = calledSo(there, name)
  if (same && same.id !== one.id) throw new Usage(`${same.name} is er al`)
  await renameMunicipality(db, one, name)
  return `${one.name} heet nu ${name}. Start de site van deze gemeente opnieuw.`
}

async function hosted(db: Db, one: Municipality, typed: string): Promise<string> {
  const names = typed === '-' ? { hosts: [] } : hostsIn(typed)
  if ('wrong' in names) throw new Usage(names.wrong)
  const { hosts } = names
  if (hosts.length === 0 && typed !== '-') throw new Usage('noem een webadres, of - om ze weg te halen')
  const other = await keepHosts(db, one, hosts)
  if (other) throw new Usage(`een van deze webadressen is al van ${other.name}`)
  if (hosts.length === 0) return `${one.name} heeft geen eigen webadres meer.`
  return `${one.name} antwoordt op ${hosts.join(' en ')}. E-mail noemt ${hosts[0]} zodra iemand de site daar opent.`
}

async function removed(db: Db, one: Municipality): Promise<string> {
  const held = await removeMunicipality(db, one)
  if (held.length > 0)
    throw new Usage(`${one.name} is niet leeg en blijft staan. Er staat nog iets in: ${held.join(', ')}`)
  return `Gemeente ${one.name} is verwijderd.`
}

async function mapped(db: Db, one: Municipality, file: string): Promise<string> {
  if (file === 'geen') {
    await keepBackground(db, one.id, undefined)
    return `De kaart van ${one.name} heeft geen achtergrond meer.`
  }
  const { size } = statSync(file, { throwIfNoEntry: false }) ?? {}
  if (size === undefined) throw new Usage(`${file} is er niet`)
  if (size > LARGEST) throw new Usage(`${file} is groter dan 2 MB`)
  const { background, problems } = readBackground(readFileSync(file, 'utf8'))
  if (problems) throw new Usage(`${file} is niet gebruikt:\n  ${problems.join('\n  ')}`)
  await keepBackground(db, one.id, background)
  return `De kaart van ${one.name} heeft een achtergrond van ${background.shapes.length} onderdelen.`
}

function nameOf(word: string): string {
  const name = plainLine(word)
  if (keyOfName(name) === '') throw new Usage('de naam van een gemeente bevat letters of cijfers')
  if (name.length > 200) throw new Usage('de naam is langer dan 200 tekens')
  return name
}
