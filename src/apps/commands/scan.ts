/** `leidraad scan URL`: measures one address and shows what was found. No database, nothing kept but what is asked. */
import { writeFileSync } from 'node:fs'
import { bundled } from '../../db/bundle.ts'
import { judge } from '../../engine/judge.ts'
import { plainLine } from '../../lib/clean.ts'
import { Trouble } from '../../lib/trouble.ts'
import type { VerdictWord } from '../../model/finding.ts'
import { weigh } from '../../scoring/weigh.ts'
import { Usage, text, type Call, type Command } from '../command.ts'
import { targetOf } from '../engine.ts'
import { openLookout } from '../lookout.ts'
import { listsVersion, loadRules } from '../rules.ts'
import { criterionOf, explained, explanation } from '../scan/explain.ts'
import { junit } from '../scan/junit.ts'
import { sarif } from '../scan/sarif.ts'
import { isFault, toldOf, type Scanned } from '../scan/scanned.ts'
import { networkOf } from '../session.ts'
import { say, sayJson } from '../terminal.ts'

const SHAPE: Readonly<Record<VerdictWord, string>> = {
  met: '✓',
  partly: '◐',
  unmet: '✕',
  unknown: '?',
  'not-applicable': '–',
}

/** What can be written beside the answer, by its option. */
const FILES: Readonly<Record<string, (scanned: Scanned) => string | Uint8Array>> = {
  sarif: (scanned) => `${JSON.stringify(sarif(scanned), undefined, 2)}\n`,
  junit,
  bundel: ({ gathered: { evidence, pictures }, subject, findings, rules }) =>
    bundled({
      evidence,
      pictures,
      said: { subject, findings, catalogue: rules.catalogue.version, lists: listsVersion(rules) },
    }),
}

export const scan: Command = {
  name: 'scan',
  words: 'URL',
  summary: 'Meet één adres en toont wat is gevonden, zonder database',
  help:
    'Een website of pagina (https://www.voorbeeld.nl/loket) of met --mail een e-maildomein (voorbeeld.nl). ' +
    'Met --explain alleen, zonder adres, leest u wat wij van een criterium weten.',
  options: {
    network: { type: 'string', value: 'BESTAND', help: 'netwerkbestand dat een proefstad openzet' },
    mail: { type: 'boolean', help: 'het adres is een e-maildomein' },
    overheid: { type: 'boolean', help: 'het is een overheidsorganisatie' },
    explain: { type: 'string', value: 'CRITERIUM', help: 'alles wat wij van één criterium weten, zoals VEI-14.csp' },
    streng: { type: 'boolean', help: 'uitgang 1 als iets niet of deels voldoet' },
    sarif: { type: 'string', value: 'BESTAND', help: 'schrijf de bevindingen als SARIF 2.1.0' },
    junit: { type: 'string', value: 'BESTAND', help: 'schrijf de bevindingen als JUnit-XML' },
    bundel: { type: 'string', value: 'BESTAND', help: 'schrijf het bewijs als ZIP, na te rekenen met judge' },
  },
  async run(call) {
    const network = networkOf(call)
    const rules = await loadRules(call.place, network)
    const about = text(call.options, 'explain')
    if (about !== undefined) criterionOf(about, rules)
    const [word, ...more] = call.words
    if (more.length > 0 || (word === undefined && about === undefined)) throw new Usage('verwacht één adres')
    const scanned = word === undefined ? undefined : await scannedAt(word, call, rules)
    if (scanned)
      for (const [option, made] of Object.entries(FILES)) write(text(call.options, option), () => made(scanned))
    if (about !== undefined)
      if (call.options['json']) sayJson(explained(about, rules, scanned))
      else say(explanation(about, rules, scanned))
    else if (scanned)
      if (call.options['json']) {
        const { subject, versions, findings, gathered } = scanned
        sayJson({ subject, versions, evidence: gathered.evidence, findings })
      } else show(scanned)
    if (!scanned) return 0
    const strict = call.options['streng'] === true && scanned.findings.some(isFault)
    return strict || scanned.findings.every(({ verdict }) => verdict === 'unknown') ? 1 : 0
  },
}

async function scannedAt(word: string, call: Call, rules: Scanned['rules']): Promise<Scanned> {
  const mail = call.options['mail'] === true
  const target = asked(word, mail)
  const network = networkOf(call)
  const gatherer = await openLookout(network, { pages: !mail })
  try {
    const gathered = await gatherer.gather(target, {
      signal: call.signal,
      progress: (what) => {
        if (process.stderr.isTTY) process.stderr.write(`\r\x1b[2K${plainLine(what)}`)
      },
    })
    if (process.stderr.isTTY) process.stderr.write('\r\x1b[2K')
    const subject = { kind: target.kind, address: target.address, publicBody: call.options['overheid'] === true }
    const { evidence } = gathered
    return {
      subject,
      gathered,
      rules,
      versions: { ...evidence.versions, catalogue: rules.catalogue.version, lists: listsVersion(rules) },
      findings: judge(evidence, subject, rules),
    }
  } finally {
    await gatherer.close()
  }
}

function asked(word: string, mail: boolean): ReturnType<typeof targetOf> {
  try {
    return targetOf(word, { mail })
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new Usage(`"${word}" is geen ${mail ? 'e-maildomein' : 'adres van een website'}`, { cause: error })
  }
}

function write(file: string | undefined, made: () => string | Uint8Array): void {
  if (file === undefined) return
  try {
    writeFileSync(file, made())
  } catch (error) {
    throw new Trouble(`${file} is niet te schrijven: ${(error as Error).message}`, { cause: error })
  }
}

function show(scanned: Scanned): void {
  const { findings, rules } = scanned
  const scores = new Map(weigh(findings, rules.catalogue).themes.map((theme) => [theme.theme, theme]))
  const told = toldOf(scanned)
  for (const theme of rules.catalogue.themes) {
    const of = told.filter(({ norm, finding }) => norm.theme === theme.id && finding.verdict !== 'not-applicable')
    const score = scores.get(theme.id)
    if (of.length === 0 || !score) continue
    const figure = score.score === null ? 'te weinig gemeten voor een score' : `${Math.round(score.score * 100)}%`
    say(`\n${theme.name}: ${figure} (${Math.round((score.coverage ?? 0) * 100)}% gezien)`)
    for (const { finding, criterion, says } of of)
      say(`  ${SHAPE[finding.verdict]} ${criterion.title.nl} [${finding.criterion}]\n      ${says}`)
  }
}
