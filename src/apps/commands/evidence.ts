/** `leidraad evidence`: brings it to another place, holds it against its hashes, and sweeps what nothing needs. */
import type { Named } from '../../db/evidence-known.ts'
import { folderHome } from '../../db/folder-home.ts'
import { ASIDE_DAYS } from '../../vocabulary/retention.ts'
import { text, Usage, type Call, type Command, type ExitCode } from '../command.ts'
import { checkEvidence } from '../evidence-check.ts'
import { copyEvidence } from '../evidence-copy.ts'
import { evidenceFolder, evidenceHome, s3Place } from '../evidence-home.ts'
import { sweepEvidence } from '../evidence-sweep.ts'
import { progress } from '../progress.ts'
import { openInstallation } from '../session.ts'
import { say, sayJson, warn } from '../terminal.ts'

/** Files that are looked at when nobody says how many. */
const MOST = 1_000_000
/** Names that are told one by one. */
const TOLD = 20

type Bounds = { readonly most: number; readonly after?: string }

export const evidenceCommand: Command = {
  name: 'evidence',
  words: 'copy|check|sweep',
  summary: 'Bewijs en beelden: naar de objectopslag brengen, nakijken en opruimen',
  options: {
    'dry-run': { type: 'boolean', help: 'bij sweep: vertel alleen wat er weg zou gaan' },
    most: {
      type: 'string',
      value: 'AANTAL',
      help: `bij check en sweep: kijk naar hoogstens zoveel bestanden (${MOST})`,
    },
    after: { type: 'string', value: 'NAAM', help: 'bij check en sweep: ga verder na deze naam' },
  },
  help:
    'copy: alles gaat van de map naar de objectopslag (LEIDRAAD_S3_…) en wordt teruggelezen; in de map verandert ' +
    'niets. Wat beschadigd is, gaat niet mee (uitgang 1).\n' +
    'check: houdt elk bestand dat de database noemt tegen zijn controlegetal. Er verandert niets. Ontbreekt er iets ' +
    'of is het anders dan toen, dan is de uitgang 1.\n' +
    `sweep: zet opzij wat ouder is dan een dag en door niets wordt genoemd. Daar blijft het ${ASIDE_DAYS} dagen ` +
    'leesbaar; daarna gaat het weg. Wordt het weer genoemd, dan gaat het terug.\n' +
    'Afgebroken? Doe het opnieuw.',
  async run(call) {
    const [verb = ''] = call.words
    const work = { copy, check, sweep }[verb]
    if (!work || call.words.length > 1) throw new Usage('verwacht: evidence copy, check of sweep')
    return work(call)
  },
}

async function copy({ options, place, signal }: Call): Promise<ExitCode> {
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
}

async function check(call: Call): Promise<ExitCode> {
  const bounds = boundsOf(call, /^[0-9a-f]{64}$/)
  const { database, home } = await openInstallation(call.place, call.signal)
  try {
    const done = await checkEvidence(database.db, home, { ...bounds, signal: call.signal })
    if (call.options['json']) sayJson(done)
    else {
      say(`${done.checked} bestanden nagekeken in ${home.name}.`)
      tellNext('check', done.next)
      tellNamed('ontbreekt', done.missing)
      tellNamed('beschadigd', done.damaged)
    }
    return done.missing.length + done.damaged.length > 0 ? 1 : 0
  } finally {
    await database.close()
  }
}

async function sweep(call: Call): Promise<ExitCode> {
  const bounds = boundsOf(call, /^[0-9a-f]{2}\/[0-9a-f]{64}\.\w+$/)
  const dry = call.options['dry-run'] === true
  const { database, home } = await openInstallation(call.place, call.signal)
  try {
    const done = await sweepEvidence(database.db, home, { ...bounds, dry, signal: call.signal })
    if (call.options['json']) sayJson(done)
    else {
      say(
        `${done.looked} bestanden bekeken in ${home.name}. Opzij gezet: ${done.aside}; terug: ${done.back}; weg: ` +
          `${done.removed}.${dry ? ' Er is niets veranderd.' : ''}`,
      )
      tellNext('sweep', done.next)
      if (done.unread > 0)
        warn(
          `Van ${done.unread} metingen is het bewijs niet te lezen. Beelden blijven daarom staan. Kijk na welke: ` +
            `leidraad evidence check`,
        )
    }
    return done.unread > 0 ? 1 : 0
  } finally {
    await database.close()
  }
}

function boundsOf({ options }: Call, shape: RegExp): Bounds {
  const [most, after] = [text(options, 'most'), text(options, 'after')]
  if (most !== undefined && !/^[1-9]\d{0,8}$/.test(most)) throw new Usage('--most is een aantal bestanden, vanaf 1')
  if (after !== undefined && !shape.test(after))
    throw new Usage('--after is geen naam van een bestand; neem wat de vorige keer is genoemd')
  return { most: most === undefined ? MOST : Number(most), ...(after !== undefined && { after }) }
}

function tellNext(verb: string, next: string | null): void {
  if (next !== null) say(`Er is meer. Ga verder met: leidraad evidence ${verb} --after ${next}`)
}

function tellNamed(what: string, named: readonly Named[]): void {
  for (const { hash, by } of named.slice(0, TOLD)) warn(`${what}: ${hash} (${by})`)
  if (named.length > TOLD) warn(`${what}: nog ${named.length - TOLD}; met --json krijgt u ze alle`)
}
