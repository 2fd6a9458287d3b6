/** Covenants as files of open data, and the signed documents themselves. */
import { Hono } from 'hono'
import { line } from '../../lib/csv-write.ts'
import { attachment } from '../../lib/file-name.ts'
import { eventSentence } from '../../web/covenant-story.ts'
import { refuse } from '../../web/refuse.ts'
import type { Now, PublicFile } from '../published.ts'
import { readFile, readShelf } from '../store.ts'
import type { Site } from '../view.ts'
import { notThere } from './not-there.ts'
import { says } from './messages.ts'
import {
  allPledges,
  changedCovenants,
  happened,
  listCovenants,
  readCovenant,
  remarksOf,
  takingPart,
  valuesOf,
  wordOf,
} from './store.ts'
import { allPartiesOfPledges } from './party-store.ts'
import { wordText } from './parts.tsx'
const MOST = 20_000
const about = { theme: 'GOVE', page: '/convenanten' } as const

async function* covenantLines(at: Now): AsyncGenerator<string> {
  yield line([
    'nummer',
    'uitgave',
    'titel',
    'stand',
    'van',
    'tot',
    'partijen',
    'met_naam',
    'gepauzeerd',
    'geschorst',
    'gestopt',
    'afspraken',
  ])
  yield (await listCovenants(at))
    .map(({ no, edition, title, state, beginsOn, endsOn, counts, pledges }) =>
      line([
        no,
        edition,
        title,
        says('nl').states[state],
        beginsOn,
        endsOn,
        takingPart(counts),
        counts.named,
        counts.paused,
        counts.suspended,
        counts.left,
        pledges.length,
      ]),
    )
    .join('')
}

/** One agreement a line: what was promised in columns by which a register of agreements elsewhere can read it in. */
async function* pledgeLines(at: Now): AsyncGenerator<string> {
  yield line([
    'convenant',
    'afspraak',
    'titel',
    'normen',
    'wat_telt',
    'regel',
    'richting',
    'begin_aantal',
    'begin_van',
    'begin_op',
    'nu_aantal',
    'nu_van',
    'nu_op',
    'onbekend',
    'doel',
    'uiterlijk',
    'eerste_doel',
    'eerste_datum',
    'bewijs',
    'nagekeken_door',
    'stand',
    'oordeel_op',
    'oordeel_door',
    'laatst_bevestigd',
  ])
  yield (await allPledges(at))
    .map((each) => {
      const { no, pledge, title, terms, stands, due, verdict } = each
      const { baseline, first } = terms
      const { now } = stands
      return line([
        no,
        pledge,
        title,
        terms.norms.join('\n'),
        terms.unitWords,
        terms.decision,
        terms.direction === 'up' ? 'omhoog' : 'omlaag',
        baseline?.count,
        baseline?.among,
        baseline?.on,
        now?.count,
        now?.among,
        now?.on,
        now?.unknown,
        terms.target,
        due,
        first?.target,
        first?.due,
        terms.proof,
        terms.verifier,
        wordText('nl', wordOf(each)),
        verdict?.on,
        verdict?.by,
        verdict?.confirmedOn,
      ])
    })
    .join('')
}

async function* valueLines(at: Now): AsyncGenerator<string> {
  yield line(['convenant', 'afspraak', 'op', 'aantal', 'van', 'onbekend', 'bewijskracht', 'gezien_op'])
  yield (await valuesOf(at))
    .map(({ no, pledge, on, count, among, unknown, strength, seen }) =>
      line([no, pledge, on, count, among, unknown, strength, seen]),
    )
    .join('')
}

/** One named party at one agreement a line, with what the verifier said of it. */
async function* partyLines(at: Now): AsyncGenerator<string> {
  yield line([
    'convenant',
    'afspraak',
    'partij',
    'aantal',
    'van',
    'onbekend',
    'oordeel',
    'oordeel_op',
    'oordeel_door',
    'dagen_te_laat',
  ])
  yield (await allPartiesOfPledges(at))
    .map(({ no, pledge, name, count, among, unknown, verdict }) =>
      line([
        no,
        pledge,
        name,
        count,
        among,
        unknown,
        verdict && wordText('nl', verdict.outcome),
        verdict?.on,
        verdict?.by,
        verdict?.late,
      ]),
    )
    .join('')
}

async function* storyLines(at: Now): AsyncGenerator<string> {
  yield line(['convenant', 'op', 'soort', 'afspraak', 'partij', 'wat', 'openbaar_sinds'])
  yield (await happened(at, { most: MOST }))
    .map((each) =>
      line([each.no, each.on, each.kind, each.pledgeId, each.party, eventSentence('nl', each), each.at.toISOString()]),
    )
    .join('')
}

async function* remarkLines(at: Now): AsyncGenerator<string> {
  yield line([
    'convenant',
    'afspraak',
    'soort',
    'gevraagd_op',
    'naam',
    'tekst',
    'antwoord',
    'antwoord_van',
    'beantwoord_op',
  ])
  yield (await remarksOf(at, { most: MOST }))
    .map((each) =>
      line([
        each.no,
        each.pledge,
        each.kind,
        each.askedOn,
        each.name,
        each.text,
        each.answer,
        each.by,
        each.answeredOn,
      ]),
    )
    .join('')
}

const file = (
  name: string,
  title: string,
  key: 'fileCovenants' | 'filePledges' | 'fileParties' | 'fileValues' | 'fileStory' | 'fileRemarks',
  read: (at: Now) => AsyncGenerator<string>,
): PublicFile => ({
  ...about,
  name,
  title,
  text: { nl: says('nl')[key], en: says('en')[key] },
  lines: { of: 'now', read, changed: changedCovenants },
})

export const covenantFiles: readonly PublicFile[] = [
  file('convenanten', 'Convenanten', 'fileCovenants', covenantLines),
  file('afspraken', 'Afspraken uit convenanten', 'filePledges', pledgeLines),
  file('afspraken-partijen', 'Partijen bij afspraken', 'fileParties', partyLines),
  file('afspraken-verloop', 'Afspraken door de tijd', 'fileValues', valueLines),
  file('convenanten-verhaal', 'Wat er in convenanten gebeurde', 'fileStory', storyLines),
  file('convenanten-vragen', 'Vragen van lezers over convenanten', 'fileRemarks', remarkLines),
]

const MEDIA = {
  pdf: 'application/pdf',
  odt: 'application/vnd.oasis.opendocument.text',
  json: 'application/json',
} as const

/** `/convenanten/3.pdf`, `.odt` and `.json`: the very bytes that were signed, as far as they may be read. */
export function signedFiles(site: Site): Hono {
  const app = new Hono()
  app.get('/convenanten/:file{[1-9][0-9]{0,8}\\.(?:pdf|odt|json)}', async (c) => {
    const [no = '', kind = ''] = c.req.param('file').split('.') as [string, keyof typeof MEDIA]
    const at = { db: site.db, municipality: (await readShelf(site)).id ?? refuse('file') }
    const { covenant } = (await readCovenant(at, Number(no))) ?? (await notThere(at, Number(no), 'file'))
    const hash = covenant.files?.[kind as keyof typeof MEDIA] ?? refuse('file')
    const media = MEDIA[kind as keyof typeof MEDIA]
    return c.body(((await readFile(site, hash, [media])) ?? refuse('file')).body, 200, {
      'Content-Type': media,
      'Content-Disposition': attachment(`convenant-${no}.${kind}`),
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'public, max-age=60',
    })
  })
  return app
}
