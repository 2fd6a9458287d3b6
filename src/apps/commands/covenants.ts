/** `leidraad covenants recompute`: the figures of every pledge anew, out of the findings. */
import { asClock } from '../../db/as.ts'
import { openDatabase } from '../../db/connect.ts'
import { municipalities } from '../../db/municipality.ts'
import { recompute } from '../../features/covenants/progress/kept-store.ts'
import { todayIn } from '../../web/language.ts'
import { Usage, type Command } from '../command.ts'
import { deskDeps } from '../desk-deps.ts'
import { say, sayJson } from '../terminal.ts'

export const covenantsCommand: Command = {
  name: 'covenants',
  words: 'recompute',
  summary: 'Berekent de voortgang van alle afspraken opnieuw uit de bevindingen',
  help:
    'De klok doet dit vanzelf zodra er iets verandert. Met deze opdracht wordt alles opnieuw berekend, van het begin ' +
    'af. De uitkomst is dezelfde; oordelen veranderen niet.',
  options: {},
  async run({ place, words, options }) {
    if (words.length !== 1 || words[0] !== 'recompute') throw new Usage('Verwacht: covenants recompute')
    const { catalogue, registers } = deskDeps(place)
    const house = { norms: catalogue.norms, registers }
    const database = await openDatabase(place.data)
    try {
      const began = Date.now()
      let pledges = 0
      for (const { id } of await municipalities(database.db))
        pledges += await asClock(database.db, id, (tx) => recompute(tx, id, house, todayIn(), { anew: true }))
      const seconds = Math.round((Date.now() - began) / 100) / 10
      if (options['json']) sayJson({ pledges, seconds })
      else say(`${pledges} afspraken opnieuw berekend in ${seconds.toLocaleString('nl-NL')} seconden`)
      return 0
    } finally {
      await database.close()
    }
  },
}
