/** `leidraad backup` and `leidraad restore`: the whole installation in one file, and back. */
import { existsSync } from 'node:fs'
import { folderHome } from '../../db/folder-home.ts'
import { NotRestored } from '../../db/copy.ts'
import { backup, type Counted } from '../archive.ts'
import { restore } from '../restore.ts'
import { copyEvidence } from '../evidence-copy.ts'
import { evidenceFolder, s3Place } from '../evidence-home.ts'
import { Usage, type Call, type Command, type ExitCode } from '../command.ts'
import { openInstallation } from '../session.ts'
import { say } from '../terminal.ts'

async function withFile(
  call: Call,
  verb: string,
  work: (open: Awaited<ReturnType<typeof openInstallation>> & { readonly file: string }) => Promise<Counted>,
): Promise<ExitCode> {
  const [file] = call.words
  if (file === undefined || call.words.length > 1) throw new Usage(`verwacht: ${verb} BESTAND`)
  const open = await openInstallation(call.place, call.signal)
  try {
    const { rows, files } = await work({ ...open, file })
    say(call.options['json'] ? JSON.stringify({ rows, files }) : `${rows} rijen en ${files} bestanden`)
    return 0
  } catch (error) {
    if (error instanceof NotRestored) throw new Usage(error.message, { cause: error })
    throw error
  } finally {
    await open.database.close()
  }
}

export const backupCommand: Command = {
  name: 'backup',
  words: 'BESTAND',
  summary: 'Bewaart de hele installatie in één bestand',
  options: {},
  help:
    'Database, bewijs, bestanden en sleutel van één moment. Het kan terwijl Leidraad draait. Bewaar het bestand ' +
    'als een geheim.',
  run: (call) =>
    withFile(call, 'backup', ({ file, database, home }) => {
      if (existsSync(file)) throw new Usage(`${file} bestaat al`)
      return backup(database.db, call.place.data, file, home)
    }),
}
export const restoreCommand: Command = {
  name: 'restore',
  words: 'BESTAND',
  summary: 'Zet een back-up terug in een lege installatie',
  options: {},
  help:
    'Het bestand wordt eerst nagekeken: heel, onveranderd en van dezelfde versie. Anders verandert er niets: ' +
    'ook niet als het halverwege wordt afgebroken. Is er een objectopslag ingesteld, dan gaat het bewijs daarna ' +
    'daarheen; wordt dat afgebroken, maak het dan af met: leidraad evidence copy.',
  run: (call) =>
    withFile(call, 'restore', async ({ file, database, home }) => {
      if (!existsSync(file)) throw new Usage(`${file} is er niet`)
      const counted = await restore(database.db, call.place.data, file, { signal: call.signal })
      // It stands in the folder then, whole; who is stopped here does `leidraad evidence copy`.
      if (s3Place()) await copyEvidence(folderHome(evidenceFolder(call.place)), home, undefined, call.signal)
      return counted
    }),
}
