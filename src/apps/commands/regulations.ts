/** `leidraad regulations`: the list of local regulations, from the national repository (CVDR). */
import { publishRegulations } from '../../db/published-regulations.ts'
import { readNetwork } from '../../engine/probes/network-file.ts'
import { CVDR, readCvdr } from '../../engine/probes/cvdr.ts'
import { openEgress } from '../../engine/probes/egress.ts'
import { worksOf } from '../../features/regulations/rules.ts'
import { keepRegulations } from '../../features/regulations/store.ts'
import { todayIn } from '../../web/language.ts'
import { Usage, text, type Command } from '../command.ts'
import { networkFileOf, withDatabase } from '../session.ts'

export const regulationsCommand: Command = {
  name: 'regulations', words: '', summary: 'Haalt de regelingen van de gemeente op uit de landelijke voorziening (CVDR)',
  help: 'Wat ontbreekt, wordt genoemd; wat al bekend is, wordt bijgewerkt, behalve als er iets ontbreekt: dan komt er alleen bij. LEIDRAAD_CVDR zet een ander adres, LEIDRAAD_CVDR_INDEX een andere naam van de index.',
  options: {
    maker: { type: 'string', value: 'NAAM', help: 'naam van de gemeente in de voorziening, zoals Leiden' }, gemeente: { type: 'string', value: 'NAAM', help: 'de gemeente in Leidraad' },
    toon: { type: 'boolean', help: 'laat alleen zien, bewaar niets' }, network: { type: 'string', value: 'BESTAND', help: 'netwerkbestand dat een proefopstelling openzet' },
  },
  async run(call) {
    const maker = text(call.options, 'maker')
    if (!maker) throw new Usage('noem de gemeente zoals de voorziening haar kent: --maker Leiden')
    const file = networkFileOf(call)
    const answer = await readCvdr(openEgress(file ? readNetwork(file) : undefined), maker, { base: process.env['LEIDRAAD_CVDR'] ?? CVDR.base, index: process.env['LEIDRAAD_CVDR_INDEX'] ?? CVDR.index, signal: call.signal, tell: (done, total) => { if (process.stderr.isTTY) process.stderr.write(`\r${done}/${total} records`) } })
    const works = worksOf(answer.regulations, todayIn())
    const told = { records: answer.total, works: works.length, inForce: works.filter(({ ended }) => !ended).length, missing: answer.missing }
    if (call.options['toon']) {
      console.log(call.options['json'] ? JSON.stringify({ ...told, regulations: works }, null, 2) : [...works.map(({ work, title, ended }) => `${work}  ${title}${ended ? ' (vervallen)' : ''}`), ...answer.missing.map((why) => `ONTBREEKT: ${why}`)].join('\n'))
      return answer.missing.length > 0 ? 1 : 0
    }
    return withDatabase(call, async ({ database: { db }, municipality }) => {
      const plan = await db.transaction().execute(async (tx) => {
        const kept = await keepRegulations(tx, municipality.id, works, 'cvdr', answer.missing.length === 0)
        await publishRegulations(tx, municipality.id)
        return kept
      })
      console.log(call.options['json'] ? JSON.stringify({ ...told, added: plan.added.length, changed: plan.changed.length, unchanged: plan.unchanged })
        : [`${plan.added.length} nieuw, ${plan.changed.length} gewijzigd, ${plan.unchanged} gelijk`, ...answer.missing.map((why) => `ONTBREEKT: ${why}`)].join('\n'))
      return answer.missing.length > 0 ? 1 : 0
    })
  },
}
