/** `leidraad backup` and `leidraad restore`: the whole installation in one file, and back. */
import { existsSync } from 'node:fs'
import { openDatabase } from '../../db/connect.ts'
import { NotRestored } from '../../db/copy.ts'
import { backup, type Counted } from '../archive.ts'
import { restore } from '../restore.ts'
import { Usage, type Call, type Command, type ExitCode } from '../command.ts'
import { say } from '../terminal.ts'

async function withFile(
  call: Call,
  verb: string,
  work: (file: string, db: Awaited<ReturnType<typeof openDatabase>>['db']) => Promise<Counted>,
): Promise<ExitCode> {
  const [file] = call.words
  if (file === undefined || call.words.length > 1) throw new Usage(`verwacht: ${verb} BESTAND`)
  const database = await openDatabase(call.place.data)
  try {
    const { rows, files } = await work(file, database.db)
    say(call.options['json'] ? JSON.stringify({ rows, files }) : `${rows} rijen en ${files} bestanden`)
    return 0
  } catch (error) {
    if (error instanceof NotRestored) throw new Usage(error.message, { cause: error })
    throw error
  } finally {
    await database.close()
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
    withFile(call, 'backup', (file, db) => {
      if (existsSync(file)) throw new Usage(`${file} bestaat al`)
      return backup(db, call.place.data, file)
    }),
}
export const restoreCommand: Command = {
  name: 'restore',
  words: 'BESTAND',
  summary: 'Zet een back-up terug in een lege installatie',
  options: {},
  help:
    'Het bestand wordt eerst nagekeken: heel, onveranderd en van dezelfde versie. Anders verandert er niets: ' +
    'ook niet als het halverwege wordt afgebroken.',
  run: (call) =>
    withFile(call, 'restore', (file, db) => {
      if (!existsSync(file)) throw new Usage(`${file} is er niet`)
      return restore(db, call.place.data, file, { signal: call.signal })
    }),
}
