/** `leidraad scan URL`: measures one address and shows what was found. No database, nothing kept. */
import { openGatherer } from '../../engine/gather.ts'
import { plainLine } from '../../lib/clean.ts'
import { judge } from '../../engine/judge.ts'
import { weigh } from '../../scoring/weigh.ts'
import { mailDomain, websiteHost } from '../../lib/web-address.ts'
import { sentence } from '../../public/findings/sentences.ts'
import type { Finding, VerdictWord } from '../../model/finding.ts'
import type { Subject } from '../../model/subject.ts'
import { Usage, type Command } from '../command.ts'
import { openLookout } from '../lookout.ts'
import { listsVersion, loadRules } from '../rules.ts'
import { networkOf } from '../session.ts'
import { say, sayJson } from '../terminal.ts'

const SHAPE: Readonly<Record<VerdictWord, string>> = {
  met: '✓',
  partly: '◐',
  unmet: '✕',
  unknown: '?',
  'not-applicable': '–',
}

export const scan: Command = {
  name: 'scan',
  words: 'URL',
  summary: 'Meet één adres en toont wat is gevonden, zonder database',
  help: 'Een website of pagina (https://www.voorbeeld.nl/loket) of met --mail een e-maildomein (voorbeeld.nl).',
  options: {
    network: { type: 'string', value: 'BESTAND', help: 'netwerkbestand dat een proefstad openzet' },
    mail: { type: 'boolean', help: 'het adres is een e-maildomein' },
    overheid: { type: 'boolean', help: 'het is een overheidsorganisatie' },
  },
  async run(call) {
    const [word, ...more] = call.words
    if (word === undefined || more.length > 0) throw new Usage('verwacht één adres')
    const kind = call.options['mail'] ? ('mail-domain' as const) : ('website' as const)
    const address = kind === 'website' ? websiteHost(word) : mailDomain(word)
    if (address === undefined)
      throw new Usage(`"${word}" is geen ${kind === 'website' ? 'adres van een website' : 'e-maildomein'}`)
    const subject: Subject = { kind, address, publicBody: call.options['overheid'] === true }
    const network = networkOf(call)
    const rules = await loadRules(call.place, network)
    const gatherer = await (kind === 'website' ? openLookout(network) : openGatherer(network))
    try {
      const { evidence } = await gatherer.gather(
        { kind, address, ...(kind === 'website' ? pathOf(word) : {}) },
        {
          signal: call.signal,
          progress: (text) => {
            if (process.stderr.isTTY) process.stderr.write(`\r\x1b[2K${plainLine(text)}`)
          },
        },
      )
      if (process.stderr.isTTY) process.stderr.write('\r\x1b[2K')
      const findings = judge(evidence, subject, rules)
      const versions = { ...evidence.versions, catalogue: rules.catalogue.version, lists: listsVersion(rules) }
      if (call.options['json']) sayJson({ subject, versions, evidence, findings })
      else show(findings, rules)
      return findings.every(({ verdict }) => verdict === 'unknown') ? 1 : 0
    } finally {
      await gatherer.close()
    }
  },
}

/** Where on the site the address points, if not at its front page. */
function pathOf(word: string): { path?: string } {
  const url = URL.parse(/^https?:/i.test(word) ? word : `https://${word}`)
  const path = url ? `${url.pathname}${url.search}` : '/'
  return path === '/' ? {} : { path }
}

function show(findings: readonly Finding[], { catalogue }: Awaited<ReturnType<typeof loadRules>>): void {
  const criteria = new Map(
    catalogue.norms.flatMap((norm) => norm.criteria).map((criterion) => [criterion.id, criterion]),
  )
  const scores = new Map(weigh(findings, catalogue).themes.map((theme) => [theme.theme, theme]))
  for (const theme of catalogue.themes) {
    const of = findings.filter(({ norm, verdict }) => norm.startsWith(theme.id) && verdict !== 'not-applicable')
    const score = scores.get(theme.id)
    if (of.length === 0 || !score) continue
    const figure = score.score === null ? 'te weinig gemeten voor een score' : `${Math.round(score.score * 100)}%`
    say(`\n${theme.name}: ${figure} (${Math.round((score.coverage ?? 0) * 100)}% gezien)`)
    for (const finding of of) {
      const criterion = criteria.get(finding.criterion)!
      const told = sentence('nl', criterion, finding.reason, finding.seen)
      say(`  ${SHAPE[finding.verdict]} ${criterion.title.nl} [${finding.criterion}]\n      ${told}`)
    }
  }
}
