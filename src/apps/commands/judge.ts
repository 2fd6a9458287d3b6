/**
 * `leidraad judge`: judges the newest evidence anew, without a visit, and tells what the norm changed; or a bundle of
 * evidence from elsewhere, and tells whether the same follows from it here.
 */
import { readFileSync, statSync } from 'node:fs'
import { readBundle } from '../../db/bundle.ts'
import { Trouble } from '../../lib/trouble.ts'
import { Usage, type Call, type Command, type ExitCode } from '../command.ts'
import { judgeNow } from '../judge-job.ts'
import { progress } from '../progress.ts'
import { loadRules } from '../rules.ts'
import { repeated } from '../scan/repeat.ts'
import { networkOf, withDatabase } from '../session.ts'
import { say, sayJson } from '../terminal.ts'

export const judgeCommand: Command = {
  name: 'judge',
  words: '[BUNDEL.zip]',
  summary: 'Oordeelt opnieuw over het bewaarde bewijs, of over een bundel, zonder nieuwe bezoeken',
  help:
    'Doe dit na een wijziging in norms/, owners.yaml of lists/. Wat verandert, verandert door de norm. ' +
    'Wordt het afgebroken, dan maakt een werker het af, of de volgende keer dat u dit doet.\n\n' +
    'Met een bundel met bewijs rekent u na wat elders is gezegd. Daar is geen database voor nodig. De uitgang is 1 ' +
    'als er iets anders uitkomt.',
  options: { gemeente: { type: 'string', value: 'NAAM', help: 'de gemeente (als er meer dan één is)' } },
  async run(call) {
    const [file, ...more] = call.words
    if (more.length > 0) throw new Usage('verwacht één bundel, of geen')
    if (file !== undefined) return judgeBundle(file, call)
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

/** Bytes of a bundle: of one visit it is a few megabytes. */
const LARGEST = 128 * 1024 * 1024

async function judgeBundle(file: string, call: Call): Promise<ExitCode> {
  const bundle = readBundle(bytesOf(file))
  const told = repeated(bundle, await loadRules(call.place, networkOf(call)))
  const { subject, catalogue, lists } = bundle.said
  if (call.options['json']) sayJson({ subject, ended: bundle.evidence.ended, catalogue, lists, ...told })
  else {
    say(`${subject.address}, gezien op ${bundle.evidence.ended}. Elk bestand in de bundel is wat het was.`)
    if (!told.sameRules) say('Normen of lijsten zijn hier anders dan toen. Een verschil kan daarvan komen.')
    for (const { criterion, said, here } of told.differences)
      say(`${criterion}: ${said?.verdict ?? '(niet beoordeeld)'} → ${here?.verdict ?? '(niet beoordeeld)'}`)
    say(
      told.differences.length === 0
        ? `Uit dit bewijs volgen dezelfde ${told.judged} bevindingen.`
        : `${told.differences.length} van ${told.judged} bevindingen komen anders uit.`,
    )
  }
  return told.differences.length === 0 ? 0 : 1
}

function bytesOf(file: string): Uint8Array {
  try {
    if (statSync(file).size > LARGEST) throw new Trouble(`${file} is te groot voor bewijs van één bezoek`)
    return readFileSync(file)
  } catch (error) {
    if (error instanceof Trouble) throw error
    throw new Trouble(`${file} is niet te lezen: ${(error as Error).message}`, { cause: error })
  }
}
