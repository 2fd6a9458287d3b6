/** `leidraad audit`: proves the audit trail whole, and exports it. */
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { openDatabase, type Db } from '../../db/connect.ts'
import { municipalities } from '../../db/municipality.ts'
import { INSTALLATION, proveChain } from '../../db/audit.ts'
import { holdAgainst, holdsHead, type Held } from '../../db/audit-against.ts'
import { readEntries } from '../audit-file.ts'
import { text, Usage, type Command } from '../command.ts'
import { namedAmong } from '../session.ts'
import { say, sayJson } from '../terminal.ts'

export const auditCommand: Command = {
  name: 'audit',
  words: '',
  summary: 'Rekent het logboek na: is er niets veranderd of weggelaten?',
  help:
    'Elke regel draagt het controlegetal van de regel ervoor. Uitgang 1 als de keten ergens niet klopt, of ' +
    'anders is dan in een eerdere uitvoer.',
  options: {
    export: { type: 'string', value: 'BESTAND', help: 'schrijf alle regels als JSON, één per regel' },
    against: { type: 'string', value: 'BESTAND', help: 'vergelijk met een eerdere uitvoer' },
    head: { type: 'string', value: 'NUMMER:GETAL', help: 'vergelijk met een controlegetal dat eerder is gemaild' },
    gemeente: { type: 'string', value: 'NAAM', help: 'van welke gemeente het controlegetal is' },
  },
  async run({ place, options }) {
    const database = await openDatabase(place.data)
    try {
      const proofs = []
      const names = new Map((await municipalities(database.db)).map(({ id, name }) => [id, name]))
      // Of the installation itself: which municipalities were made, renamed and removed.
      names.set(INSTALLATION, 'De installatie')
      for (const [id, name] of names) proofs.push({ name, ...(await proveChain(database.db, id)) })
      const against = text(options, 'against')
      const held = against === undefined ? [] : await holdAgainst(database.db, readEntries(against))
      const head = text(options, 'head')
      const kept = head === undefined ? undefined : await headHolds(database.db, head, text(options, 'gemeente'))
      const file = text(options, 'export')
      if (file !== undefined)
        await pipeline(Readable.from(entries(database.db)), createWriteStream(file, { mode: 0o600 }))
      if (options['json']) sayJson(held.length === 0 && kept === undefined ? proofs : { proofs, held, head: kept })
      else {
        for (const { name, count, brokenAt, why } of proofs)
          say(
            brokenAt === undefined
              ? `${name}: de keten is heel, ${count} regels`
              : `${name}: de keten klopt niet bij regel ${brokenAt}: ${why}`,
          )
        if (against !== undefined && held.length === 0) say('In de eerdere uitvoer staan geen regels.')
        for (const each of held) say(`${names.get(each.municipality) ?? each.municipality}: ${heldInWords(each)}`)
        if (kept !== undefined)
          say(kept ? 'Het gemailde controlegetal klopt nog.' : 'Het gemailde controlegetal klopt niet meer.')
      }
      const wrong =
        proofs.some(({ brokenAt }) => brokenAt !== undefined) ||
        held.some(({ first, forged }) => first !== undefined || forged !== undefined)
      return wrong || kept === false ? 1 : 0
    } finally {
      await database.close()
    }
  },
}

function heldInWords({ count, gone, other, first, forged }: Held): string {
  if (forged !== undefined) return `de eerdere uitvoer is zelf niet heel: kijk naar haar regel ${forged}`
  if (first === undefined) return `alle ${count} regels van de eerdere uitvoer staan er nog`
  return `van de eerdere uitvoer ontbreken ${gone} regels en zijn ${other} anders; het begint bij regel ${first}`
}

/** `head`: as it was mailed, number and hash. */
async function headHolds(db: Db, head: string, named: string | undefined): Promise<boolean> {
  const [, no, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(head) ?? []
  if (no === undefined) throw new Usage('verwacht: --head NUMMER:CONTROLEGETAL, zoals het in de e-mail staat')
  const there = await municipalities(db)
  if (named === undefined && there.length !== 1) throw new Usage('noem bij --head ook de gemeente, met --gemeente')
  return holdsHead(db, (named === undefined ? there[0]! : namedAmong(there, named)).id, Number(no), hash!)
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
