/** `leidraad judge`: judges the newest evidence anew, without a visit, and tells what the norm changed. */
import type { Command } from '../command.ts'
import { judgeNow } from '../judge-job.ts'
import { progress } from '../progress.ts'
import { loadRules } from '../rules.ts'
import { networkOf, withDatabase } from '../session.ts'
import { say, sayJson } from '../terminal.ts'

export const judgeCommand: Command = {
  name: 'judge',
  words: '',
  summary: 'Oordeelt opnieuw over het bewaarde bewijs, zonder nieuwe bezoeken',
  help:
    'Doe dit na een wijziging in norms/, owners.yaml of lists/. Wat verandert, verandert door de norm. ' +
    'Wordt het afgebroken, dan maakt een werker het af, of de volgende keer dat u dit doet.',
  options: { gemeente: { type: 'string', value: 'NAAM', help: 'de gemeente (als er meer dan één is)' } },
  async run(call) {
    const rules = await loadRules(call.place, networkOf(call))
    const bar = progress('Oordelen')
    const told = await withDatabase(call, ({ database: { db }, store, municipality }) =>
      judgeNow({ db, store, municipality: municipality.id, rules }, bar.show, call.signal),
    )
    bar.end()
    if (call.options['json']) sayJson(told)
    else {
      for (const { criterion, from, to, count } of told.differences)
        say(`${criterion}: ${from ?? '(nieuw)'} → ${to ?? '(vervallen)'} bij ${count} (${told.cause})`)
      for (const { theme, from, to } of told.themes)
        say(`thema ${theme}: ${percent(from)} → ${percent(to)} over de hele stad (${told.cause})`)
      say(
        `${told.judged} onderwerpen opnieuw beoordeeld (${told.findings} bevindingen) met catalogus ${told.catalogue}`,
      )
    }
    return 0
  },
}

const percent = (share: number) => `${(share * 100).toLocaleString('nl-NL', { maximumFractionDigits: 1 })}%`
