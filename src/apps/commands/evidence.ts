/** `leidraad evidence copy`: brings the evidence of this installation from its folder to the store that was set. */
import { folderHome } from '../../db/folder-home.ts'
import { Usage, type Command } from '../command.ts'
import { copyEvidence } from '../evidence-copy.ts'
import { evidenceFolder, evidenceHome, s3Place } from '../evidence-home.ts'
import { progress } from '../progress.ts'
import { say, sayJson, warn } from '../terminal.ts'

export const evidenceCommand: Command = {
  name: 'evidence',
  words: 'copy',
  summary: 'Brengt bewijs en beelden van de map naar de objectopslag',
  options: {},
  help:
    'Stel eerst de objectopslag in (LEIDRAAD_S3_…). Alles wordt gekopieerd en teruggelezen; in de map verandert ' +
    'niets. Afgebroken? Doe het opnieuw: wat er al is, blijft. Wat beschadigd is, gaat niet mee en wordt genoemd ' +
    '(uitgang 1).',
  async run({ words, options, place, signal }) {
    if (words.join(' ') !== 'copy') throw new Usage('verwacht: evidence copy')
    if (!s3Place()) throw new Usage('er is geen objectopslag ingesteld; zet LEIDRAAD_S3_BUCKET en wat daarbij hoort')
    const to = evidenceHome(place)
    const bar = progress('Bewijs')
    const done = await copyEvidence(folderHome(evidenceFolder(place)), to, bar.show, signal)
    bar.end()
    if (options['json']) sayJson(done)
    else
      say(
        `${done.copied} bestanden gekopieerd naar ${to.name}; ${done.there} stonden er al. De map ` +
          `${evidenceFolder(place)} is niet veranderd.`,
      )
    for (const key of done.damaged) warn(`beschadigd, en niet gekopieerd: ${key}`)
    return done.damaged.length > 0 ? 1 : 0
  },
}
