/** `leidraad clock`: one round of what happens by itself, for an installation that runs it from its own timer. */
import path from 'node:path'
import { openDatabase } from '../../db/connect.ts'
import { sweepUploads } from '../../db/uploads.ts'
import { sweepEnded, sweepMonths, tick } from '../clock.ts'
import type { Command } from '../command.ts'
import { aloneIn } from '../alone.ts'
import { deskDeps } from '../desk-deps.ts'
import { postmanOf } from '../mail.ts'
import { say } from '../terminal.ts'
import { timers } from '../timers.ts'

export const clockCommand: Command = {
  name: 'clock',
  words: '',
  summary: 'Verstuurt e-mail, herinnert, berekent afspraken opnieuw en ruimt op: één ronde',
  options: {},
  help:
    'npm start doet dit elke minuut. Zonder LEIDRAAD_SMTP_URL blijft e-mail in het postvak staan. De klok vertelt ' +
    'ook wat te laat is, en maakt openbare cijfers van afspraken bij. Zij beslist niets.',
  async run({ place, options }) {
    const database = await openDatabase(place.data)
    try {
      const { door } = await database.house()
      const all = timers(deskDeps(place))
      const origin = process.env['LEIDRAAD_URL'] ?? 'http://127.0.0.1:3000'
      const done = await tick(door, { timers: all, postman: postmanOf(), alone: aloneIn(place, undefined), origin })
      const swept =
        (await sweepUploads(door, path.join(place.data, 'uploads'))) +
        (await sweepMonths(door)) +
        (await sweepEnded(door))
      say(
        options['json']
          ? JSON.stringify({ ...done, swept })
          : `${done.sent} verstuurd, ${done.waiting} uitgesteld, ${done.refused} geweigerd; ` +
              [...all.map(({ id, what }) => `${done[id]} ${what}`), `${swept} opgeruimd`].join(', '),
      )
      return done.refused > 0 ? 1 : 0
    } finally {
      await database.close()
    }
  },
}
