/** `leidraad import`: organisations from a CSV file. `leidraad add`: one, by hand. */
import { readFileSync } from 'node:fs'
import type { Table } from '../../lib/csv.ts'
import { NoList } from '../../lib/csv-text.ts'
import type { Column } from '../../features/organisations/columns.ts'
import { readOrganisationsCsv } from '../../features/organisations/csv.ts'
import type { ImportPlan } from '../../features/organisations/plan.ts'
import { importOrganisations } from '../../features/organisations/store.ts'
import { Usage, text, type Call, type Command, type ExitCode } from '../command.ts'
import { plainly } from '../plainly.ts'
import { withDatabase } from '../session.ts'
import { say, sayJson } from '../terminal.ts'

const gemeente = { type: 'string', value: 'NAAM', help: 'de gemeente (als er meer dan één is)' } as const

export const importCommand: Command = {
  name: 'import',
  words: 'BESTAND.csv',
  summary: 'Leest organisaties uit een CSV-bestand',
  help: `Kolommen: naam; soort; grootte (micro, klein, midden, groot); straat; websites; maildomeinen;
overheid (ja, nee).
Alleen de naam is nodig. Andere gangbare namen, zoals url, webadres of handelsnaam, worden begrepen.
Een kolom die er niet is, verandert niets; een lege cel maakt leeg. Regels van één organisatie gaan samen.
Komma, puntkomma of tab; UTF-8, UTF-16 of Windows-1252. Meer adressen in één cel: scheid ze met een spatie.
Nog een keer inlezen maakt niets dubbel: een organisatie wordt herkend aan haar naam.`,
  options: { gemeente },
  async run(call) {
    const [file, ...more] = call.words
    if (file === undefined || more.length > 0) throw new Usage('verwacht één CSV-bestand')
    let table: Table<Column>
    try {
      table = readOrganisationsCsv(readFileSync(file))
    } catch (error) {
      const why = error instanceof NoList ? error.message : plainly(error)
      if (why === undefined) throw error
      throw new Usage(why.startsWith(file) ? why : `${file}: ${why}`, { cause: error })
    }
    return importTable(call, table)
  },
}

export const addCommand: Command = {
  name: 'add',
  words: 'NAAM',
  summary: 'Voegt één organisatie toe, of werkt haar bij',
  help: 'Wat u niet noemt, blijft zoals het is. Leeg maken: --straat "".',
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
    const told = {
      name,
      kind: text(call.options, 'soort'),
      size: text(call.options, 'grootte'),
      street: text(call.options, 'straat'),
      websites: text(call.options, 'websites'),
      mailDomains: text(call.options, 'maildomeinen'),
      publicBody: call.options['overheid'] === true ? 'ja' : undefined,
    }
    const cells = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined))
    return importTable(call, { rows: [{ line: 1, cells }], refused: [], ignored: [] })
  },
}

async function importTable(call: Call, table: Table<Column>): Promise<ExitCode> {
  const plan = await withDatabase(
    call,
    ({ database: { db }, municipality }) => importOrganisations(db, municipality.id, table),
    { first: true },
  )
  if (call.options['json']) sayJson({ ...reportOf(plan), ignored: table.ignored })
  else show(plan, table.ignored)
  return plan.refused.length + plan.notes.length > 0 ? 1 : 0
}

function show(plan: ImportPlan, ignored: readonly string[]): void {
  if (ignored.length > 0) say(`niet gebruikte kolommen: ${ignored.join(', ')}`)
  for (const { line, slug, what } of plan.changed) say(`regel ${line}: ${slug} gewijzigd (${what.join(', ')})`)
  for (const { line, name, reason } of plan.notes) say(`regel ${line}: ${name}: ${reason}`)
  for (const { line, name, reason } of plan.refused)
    say(`regel ${line}: geweigerd${name ? ` (${name})` : ''}: ${reason}`)
  const { added, changed, unchanged, refused, notes, joined } = plan
  say(
    `${added.length} toegevoegd, ${changed.length} gewijzigd, ${unchanged.length} ongewijzigd, ` +
      `${refused.length} geweigerd` +
      (joined.length > 0
        ? `; ${joined.length === 1 ? '1 regel' : `${joined.length} regels`} samengevoegd met een eerdere`
        : '') +
      (notes.length > 0 ? `; ${notes.length} keer een deel van een regel niet overgenomen` : ''),
  )
}

function reportOf({ added, changed, unchanged, refused, notes, joined }: ImportPlan) {
  return {
    added: added.map(({ line, slug, organisation }) => ({ line, slug, name: organisation.name })),
    changed: changed.map(({ line, slug, organisation, what }) => ({ line, slug, name: organisation.name, what })),
    unchanged,
    refused,
    notes,
    joined,
  }
}
