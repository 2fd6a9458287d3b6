/** `leidraad audit`: proves the audit trail whole, and exports it. */
import { createWriteStream } from 'node:fs'
import { openDatabase } from '../../db/connect.ts'
import { migrate } from '../../db/migrate.ts'
import { municipalities } from '../../db/municipality.ts'
import { proveChain } from '../../db/audit.ts'
import { text, type Command } from '../command.ts'

export const auditCommand: Command = {
  name: 'audit',
  words: '',
  summary: 'Rekent het logboek na: is er niets veranderd of weggelaten?',
  help: 'Elke regel draagt het controlegetal van de regel ervoor. Uitgang 1 als de keten ergens niet klopt.',
  options: { export: { type: 'string', value: 'BESTAND', help: 'schrijf alle regels als JSON, één per regel' } },
  async run({ place, options }) {
    const database = await openDatabase(place.data)
    try {
      await migrate(database.db)
      const proofs = []
      for (const { id, name } of await municipalities(database.db))
        proofs.push({ name, ...(await proveChain(database.db, id)) })
      const file = text(options, 'export')
      if (file !== undefined) {
        const out = createWriteStream(file, { mode: 0o600 })
        for (let at = 0; ; at += 5_000) {
          const rows = await database.db
            .selectFrom('audit')
            .selectAll()
            .orderBy('municipality')
            .orderBy('no')
            .limit(5_000)
            .offset(at)
            .execute()
          for (const row of rows) out.write(`${JSON.stringify(row)}\n`)
          if (rows.length < 5_000) break
        }
        await new Promise<void>((resolve, reject) => {
          out.on('error', reject)
          out.end(resolve)
        })
      }
      if (options['json']) console.log(JSON.stringify(proofs))
      else
        for (const { name, count, brokenAt, why } of proofs)
          console.log(
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
