/** `leidraad judge`: judges the newest evidence anew, without a visit, and tells what the norm changed. */
import { judgeEvidence, listsVersion, loadRules } from '../rules.ts'
import { weigh } from '../../engine/weigh.ts'
import { currentVerdicts } from '../../features/scans/verdicts.ts'
import { keepJudgement, latestVisits } from '../../features/scans/judgements.ts'
import { lastCatalogue } from '../../features/publication/last.ts'
import type { VerdictWord } from '../../model/finding.ts'
import type { Command } from '../command.ts'
import { progress } from '../progress.ts'
import { networkOf, withDatabase } from '../session.ts'

type Difference = { readonly criterion: string; readonly from: VerdictWord | null; readonly to: VerdictWord | null; readonly count: number }

export const judgeCommand: Command = {
  name: 'judge', words: '', summary: 'Oordeelt opnieuw over het bewaarde bewijs, zonder nieuwe bezoeken',
  help: 'Doe dit na een wijziging in norms/, owners.yaml of lists/. Wat verandert, verandert door de norm.',
  options: { gemeente: { type: 'string', value: 'NAAM', help: 'de gemeente (als er meer dan één is)' } },
  async run(call) {
    const rules = await loadRules(call.place, networkOf(call))
    const told = await withDatabase(call, async ({ database: { db }, store, municipality }) => {
      const visits = await latestVisits(db, municipality.id)
      const counts = new Map<string, number>()
      const bar = progress('Oordelen')
      const findings: { norm: string; criterion: string; verdict: VerdictWord }[] = []
      const before: typeof findings = []
      for (const [index, latest] of visits.entries()) {
        const old = await currentVerdicts(db, municipality.id, latest.visit, latest.subject)
        const judged = judgeEvidence(await store.evidence(latest.evidence), latest, rules)
        await db.transaction().execute((tx) => keepJudgement(tx, latest.visit, latest, judged))
        const now = new Map(judged.findings.map((finding) => [finding.criterion, finding]))
        for (const criterion of new Set([...old.keys(), ...now.keys()])) {
          const [from, to] = [old.get(criterion)?.verdict ?? null, now.get(criterion)?.verdict ?? null]
          if (from !== to) counts.set(`${criterion} ${from} ${to}`, (counts.get(`${criterion} ${from} ${to}`) ?? 0) + 1)
        }
        before.push(...old.values())
        findings.push(...judged.findings)
        bar.show(index + 1, visits.length, latest.address)
      }
      bar.end()
      const differences: Difference[] = [...counts].map(([key, count]) => {
        const [criterion, from, to] = key.split(' ') as [string, string, string]
        return { criterion, from: from === 'null' ? null : from as VerdictWord, to: to === 'null' ? null : to as VerdictWord, count }
      })
      // The same city under the published weights and under today's: what differs, the catalogue did.
      const published = await lastCatalogue(db, municipality.id)
      const then = published ? weigh(before, published).themes : []
      const themes = weigh(findings, rules.catalogue).themes.flatMap((theme) => {
        const was = then.find((each) => each.theme === theme.theme)
        return was && was.score !== null && theme.score !== null && was.score !== theme.score ? [{ theme: theme.theme, from: was.score, to: theme.score }] : []
      })
      return { judged: visits.length, findings: findings.length, catalogue: rules.catalogue.version, lists: listsVersion(rules), cause: 'de norm is veranderd', differences, themes }
    })
    if (call.options['json']) console.log(JSON.stringify(told, null, 2))
    else {
      for (const { criterion, from, to, count } of told.differences) console.log(`${criterion}: ${from ?? '(nieuw)'} → ${to ?? '(vervallen)'} bij ${count} (de norm is veranderd)`)
      for (const { theme, from, to } of told.themes) console.log(`thema ${theme}: ${percent(from)} → ${percent(to)} over de hele stad (de norm is veranderd)`)
      console.log(`${told.judged} onderwerpen opnieuw beoordeeld (${told.findings} bevindingen) met catalogus ${told.catalogue}`)
    }
    return 0
  },
}

const percent = (share: number) => `${(share * 100).toLocaleString('nl-NL', { maximumFractionDigits: 1 })}%`
