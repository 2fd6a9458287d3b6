/** `leidraad regulations`: the list of local regulations, from the national repository (CVDR). */
import { Usage, text, type Command } from '../command.ts'
import { askRepository, keepAnswer } from '../regulation-fetch.ts'
import { networkOf, withDatabase } from '../session.ts'
import { say } from '../terminal.ts'

export const regulationsCommand: Command = {
  name: 'regulations',
  words: '',
  summary: 'Haalt de regelingen van de gemeente op uit de landelijke voorziening (CVDR)',
  help:
    'Wat ontbreekt, wordt genoemd; wat al bekend is, wordt bijgewerkt, behalve als er iets ontbreekt: dan komt er ' +
    'alleen bij. LEIDRAAD_CVDR zet een ander adres, LEIDRAAD_CVDR_INDEX een andere naam van de index.',
  options: {
    maker: { type: 'string', value: 'NAAM', help: 'naam van de gemeente in de voorziening, zoals Leiden' },
    gemeente: { type: 'string', value: 'NAAM', help: 'de gemeente in Leidraad' },
    toon: { type: 'boolean', help: 'laat alleen zien, bewaar niets' },
    network: { type: 'string', value: 'BESTAND', help: 'netwerkbestand dat een proefopstelling openzet' },
  },
  async run(call) {
    const maker = text(call.options, 'maker')
    if (!maker) throw new Usage('noem de gemeente zoals de voorziening haar kent: --maker Leiden')
    const answer = await askRepository(networkOf(call), maker, call.signal, (done, total) => {
      if (process.stderr.isTTY) process.stderr.write(`\r${done}/${total} records`)
    })
    if (answer.total === 0)
      throw new Usage(`de voorziening kent geen regelingen van "${maker}". Kijk hoe zij de gemeente noemt`)
    const { works } = answer
    const told = {
      records: answer.total,
      works: works.length,
      inForce: works.filter(({ ended }) => !ended).length,
      missing: answer.missing,
    }
    if (call.options['toon']) {
      say(
        call.options['json']
          ? JSON.stringify({ ...told, regulations: works }, null, 2)
          : [
              ...works.map(({ work, title, ended }) => `${work}  ${title}${ended ? ' (vervallen)' : ''}`),
              ...answer.missing.map((why) => `ONTBREEKT: ${why}`),
            ].join('\n'),
      )
      return answer.missing.length > 0 ? 1 : 0
    }
    return withDatabase(call, async ({ database: { db }, municipality }) => {
      const plan = await keepAnswer(db, municipality.id, maker, answer)
      say(
        call.options['json']
          ? JSON.stringify({
              ...told,
              added: plan.added.length,
              changed: plan.changed.length,
              unchanged: plan.unchanged,
            })
          : [
              `${plan.added.length} nieuw, ${plan.changed.length} gewijzigd, ${plan.unchanged} gelijk`,
              ...answer.missing.map((why) => `ONTBREEKT: ${why}`),
            ].join('\n'),
      )
      return answer.missing.length > 0 ? 1 : 0
    })
  },
}
