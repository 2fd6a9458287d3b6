/** `leidraad self-test`: measures the demo city without a database and holds the findings against its known truth. */
import { writeFileSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { judge } from '../../engine/judge.ts'
import { readNetwork } from '../../outside/network-file.ts'
import type { Command } from '../command.ts'
import { startDemoCity } from '../../demo/city.ts'
import { totals } from '../../scoring/self-test-totals.ts'
import { openLookout } from '../lookout.ts'
import { progress } from '../progress.ts'
import { loadRules } from '../rules.ts'
import { compare, type Measured } from '../../demo/self-test.ts'
import { slots } from './measure.ts'
import { say, sayJson } from '../terminal.ts'

export const selfTestCommand: Command = {
  name: 'self-test',
  words: '[ADRES …]',
  summary: 'Meet de demostad en vergelijkt met de bekende waarheid',
  help: 'De uitkomst komt bij de volgende publicatie op de methodepagina te staan.',
  options: {},
  async run(call) {
    const city = await startDemoCity(call.place)
    const network = readNetwork(city.networkFile)
    const rules = await loadRules(call.place, network)
    const gatherer = await openLookout(network)
    try {
      const truth = city.truth.filter(({ address }) => call.words.length === 0 || call.words.includes(address))
      const queue = [...truth]
      const measured: Measured[] = []
      const bar = progress('Zelftest')
      await Promise.all(
        Array.from({ length: slots() }, async () => {
          for (let next = queue.shift(); next && !call.signal.aborted; next = queue.shift()) {
            const { kind, address, publicBody } = next
            bar.show(measured.length, truth.length, address)
            const { evidence } = await gatherer.gather({ kind, address }, { signal: call.signal, progress: () => {} })
            measured.push({ kind, address, findings: judge(evidence, { kind, address, publicBody }, rules) })
          }
        }),
      )
      bar.end()
      call.signal.throwIfAborted()
      const { selfTest, different } = compare(truth, measured, rules.catalogue, new Date().toISOString())
      if (call.words.length === 0) {
        mkdirSync(call.place.data, { recursive: true })
        writeFileSync(path.join(call.place.data, 'self-test.json'), JSON.stringify(selfTest, null, 2))
      }
      const sums = totals(selfTest)
      if (call.options['json']) sayJson({ ...selfTest, totals: sums, different })
      else {
        for (const { address, check, expected, found } of different)
          say(`${address}  ${check}: waar is ${expected}, gevonden ${found}`)
        say('\ncontrole                          gezien  gemist  vals alarm  terecht stil  onbekend')
        for (const row of selfTest.rows) {
          const counts = [row.hits, row.misses, row.falseAlarms, row.rightlyQuiet, row.unknown]
          say([row.check.padEnd(32), ...counts.map((n) => String(n).padStart(8))].join(' '))
        }
        say(
          `\n${Math.round(sums.recall * 1000) / 10}% van ${sums.hits + sums.misses} tekortkomingen gezien; ` +
            `${sums.falseAlarms} valse meldingen op ${sums.falseAlarms + sums.rightlyQuiet} plaatsen waar niets was; ` +
            `${sums.unknown} onbekend`,
        )
      }
      return sums.falseAlarms + sums.misses > 0 ? 1 : 0
    } finally {
      await gatherer.close()
      await city.close()
    }
  },
}
