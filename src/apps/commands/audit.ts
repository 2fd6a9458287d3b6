/** `leidraad audit`: proves the audit trail whole, and exports it. */
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { openDatabase, type Db } from '../../db/connect.ts'
import { municipalities } from '../../db/municipality.ts'
import { proveChain } from '../../db/audit.ts'
import { text, type Command } from '../command.ts'
import { say, sayJson } from '../terminal.ts'

export const auditCommand: Command = {
  name: 'audit',
  words: '',
  summary: 'Rekent het logboek na: is er niets veranderd of weggelaten?',
  help: 'Elke regel draagt het controlegetal van de regel ervoor. Uitgang 1 als de keten ergens niet klopt.',
  options: { export: { type: 'string', value: 'BESTAND', help: 'schrijf alle regels als JSON, één per regel' } },
  async run({ place, options }) {
    const database = await openDatabase(place.data)
    try {
      const proofs = []
      for (const { id, name } of await municipalities(database.db))
        proofs.push({ name, ...(await proveChain(database.db, id)) })
      const file = text(options, 'export')
      if (file !== undefined)
        await pipeline(Readable.from(entries(database.db)), createWriteStream(file, { mode: 0o600 }))
      if (options['json']) sayJson(proofs)
      else
        for (const { name, count, brokenAt, why } of proofs)
          say(
            brokenAt === undefined
              ? `${name}: de keten is heel, ${count} regels`
              : `${name}: de keten klopt niet bij regel ${brokenAt}: ${why}`,
          )
      return proofs.some(({ brokenAt }) => brokenAt !== undefined) ? 1 : 0
    } finally {
      await database.close()
    }
  },
}

/** Every entry as a line of JSON, of all municipalities. */
async function* entries(db: Db): AsyncGenerator<string> {
  for (let at = 0; ; at += 5_000) {
    const rows = await db
      .selectFrom('audit')
      .selectAll()
      .orderBy('municipality')
      .orderBy('no')
      .limit(5_000)
      .offset(at)
      .execute()
    if (rows.length > 0) yield rows.map((row) => `${JSON.stringify(row)}\n`).join('')
    if (rows.length < 5_000) return
  }
}
