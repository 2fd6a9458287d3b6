/** `leidraad export`: everything published, as CSV files or one JSON file. */
import { createWriteStream, mkdirSync } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { text, Usage, type Command } from '../command.ts'
import { withDatabase } from '../session.ts'
import { createSite } from '../site.ts'
import { siteFiles } from '../site-files.ts'
import { say, sayJson } from '../terminal.ts'

/** The files of the open-data page, fetched from the site itself: the same bytes for everyone. */
const FILES = ['organisaties.csv', 'bevindingen.csv', 'normen.csv']

export const exportCommand: Command = {
  name: 'export',
  words: '[MAP]',
  summary: 'Schrijft alles wat gepubliceerd is naar bestanden',
  help: 'Zonder map: export/. Dezelfde bestanden staan op de pagina Open data van de site.',
  options: {
    publicatie: { type: 'string', value: 'NUMMER', help: 'een eerdere publicatie in plaats van de laatste' },
    gemeente: { type: 'string', value: 'NAAM', help: 'de gemeente (als er meer dan één is)' },
  },
  async run(call) {
    // What is published may be read by everybody on this machine, a web server too.
    process.umask(0o022)
    if (call.words.length > 1) throw new Usage('verwacht hooguit één map')
    const dir = path.resolve(call.words[0] ?? 'export')
    const no = text(call.options, 'publicatie')
    if (no !== undefined && !/^\d+$/.test(no)) throw new Usage(`publicatie "${no}" is geen getal`)
    const written = await withDatabase(call, async ({ database, store, municipality }) => {
      const site = createSite({
        db: database.publicDb,
        store,
        municipality: municipality.slug,
        city: municipality.name,
        // The files name no address of the site.
        origin: process.env['LEIDRAAD_URL']?.replace(/\/+$/, '') ?? 'http://127.0.0.1:3000',
        ...siteFiles(path.join(call.place.program, 'dist')),
      })
      mkdirSync(dir, { recursive: true })
      const files: string[] = []
      for (const name of FILES) {
        call.signal.throwIfAborted()
        const answer = await site.request(`/open-data/${name}${no === undefined ? '' : `?publicatie=${no}`}`)
        if (answer.status === 404)
          throw new Usage(no === undefined ? 'er is nog niets gepubliceerd' : `publicatie ${no} bestaat niet`)
        if (!answer.ok || !answer.body) throw new Error(`${name}: status ${answer.status}`)
        await pipeline(Readable.fromWeb(answer.body as ReadableStream), createWriteStream(path.join(dir, name)))
        files.push(path.join(dir, name))
      }
      return files
    })
    if (call.options['json']) sayJson({ files: written })
    else for (const file of written) say(file)
    return 0
  },
}
