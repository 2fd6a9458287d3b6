/** `leidraad import`: organisations from a CSV file. `leidraad add`: one, by hand. */
import { readFileSync } from 'node:fs'
import { readOrganisationsCsv } from '../../features/organisations/csv.ts'
import { planImport, type ImportPlan, type Refusal, type Row } from '../../features/organisations/rules.ts'
import { carryOut, knownOrganisations } from '../../features/organisations/store.ts'
import { Usage, type Call, type Command, type ExitCode } from '../command.ts'
import { withDatabase } from '../session.ts'

const gemeente = { type: 'string', value: 'NAAM', help: 'de gemeente (als er meer dan één is)' } as const

export const importCommand: Command = {
  name: 'import',
  words: 'BESTAND.csv',
  summary: 'Leest organisaties uit een CSV-bestand',
  help: `Kolommen: naam; soort; grootte (micro, klein, midden, groot); straat; websites; maildomeinen; overheid (ja, nee).
Komma of puntkomma, UTF-8 of Windows-1252. Meer adressen in één cel: scheid ze met een spatie.
Nog een keer inlezen maakt niets dubbel: een organisatie wordt herkend aan haar naam.`,
  options: { gemeente },
  async run(call) {
    const [file, ...more] = call.words
    if (file === undefined || more.length > 0) throw new Usage('verwacht één CSV-bestand')
    let read: ReturnType<typeof readOrganisationsCsv>
    try {
      read = readOrganisationsCsv(readFileSync(file))
    } catch (error) {
      throw new Usage(`${file}: ${(error as Error).message}`, { cause: error })
    }
    return importRows(call, read.rows, read.refused)
  },
}

export const addCommand: Command = {
  name: 'add',
  words: 'NAAM',
  summary: 'Voegt één organisatie toe, of werkt haar bij',
  help: '',
  options: {
    soort: { type: 'string', value: 'WOORD', help: 'bijvoorbeeld café, school of ziekenhuis' },
    grootte: { type: 'string', value: 'WOORD', help: 'micro, klein, midden of groot' },
    straat: { type: 'string', value: 'NAAM', help: 'straat waar zij gevestigd is' },
    websites: { type: 'string', value: 'ADRESSEN', help: 'gescheiden door een spatie' },
    maildomeinen: { type: 'string', value: 'DOMEINEN', help: 'gescheiden door een spatie' },
    overheid: { type: 'boolean', help: 'het is een overheidsorganisatie' },
    gemeente,
  },
  async run(call) {
    const name = call.words.join(' ')
    if (name === '') throw new Usage('verwacht de naam van de organisatie')
    const word = (key: string) => (typeof call.options[key] === 'string' ? call.options[key] : '')
    return importRows(
      call,
      [
        {
          line: 1,
          cells: {
            name,
            kind: word('soort'),
            size: word('grootte'),
            street: word('straat'),
            websites: word('websites'),
            mailDomains: word('maildomeinen'),
            publicBody: call.options['overheid'] === true ? 'ja' : 'nee',
          },
        },
      ],
      [],
    )
  },
}

async function importRows(call: Call, rows: readonly Row[], unreadable: readonly Refusal[]): Promise<ExitCode> {
  const plan = await withDatabase(call, async ({ database: { db }, municipality }) => {
    const made = planImport(rows, await knownOrganisations(db, municipality.id))
    await carryOut(db, municipality.id, made)
    return made
  })
  const refused = [...unreadable, ...plan.refused].toSorted((a, b) => a.line - b.line)
  if (call.options['json']) console.log(JSON.stringify({ ...reportOf(plan), refused }, null, 2))
  else {
    for (const { line, slug, what } of plan.changed)
      console.log(`regel ${line}: ${slug} gewijzigd (${what.join(', ')})`)
    for (const { line, name, reason } of refused)
      console.log(`regel ${line}: geweigerd${name ? ` (${name})` : ''}: ${reason}`)
    console.log(
      `${plan.added.length} toegevoegd, ${plan.changed.length} gewijzigd, ${plan.unchanged.length} ongewijzigd, ` +
        `${refused.length} geweigerd`,
    )
  }
  return refused.length > 0 ? 1 : 0
}

function reportOf(plan: ImportPlan) {
  return {
    added: plan.added.map(({ line, slug, organisation }) => ({ line, slug, name: organisation.name })),
    changed: plan.changed.map(({ line, slug, organisation, what }) => ({ line, slug, name: organisation.name, what })),
    unchanged: plan.unchanged,
  }
}
