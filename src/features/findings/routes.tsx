/** What people saw, at the desk: the list, a file read in after a trial run, and one that is withdrawn. */
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { note, notedLately, notedUntil } from '../../db/noted-findings.ts'
import { withdrawnLately } from '../../db/noted-story.ts'
import { keepUnsent, takeUnsent, unsentById } from '../../db/unsent.ts'
import { readTableBeside } from '../../lib/csv-beside.ts'
import { NoList } from '../../lib/csv-text.ts'
import { allows } from '../../vocabulary/roles.ts'
import { go, page, tooLate, type Asked, type Route } from '../../web/desk/route.ts'
import { number } from '../../web/language.ts'
import { namesOf } from './about-store.ts'
import { ImportPage, NotedPage } from './pages.tsx'
import { planOf, type FileRow, type With } from './plan.ts'
import { oneFindingRoutes } from './routes-one.tsx'
import { HEADINGS } from './rules.ts'
import { publicationEnds } from './timers-store.ts'
import { UUID } from '../../lib/uuid.ts'

const [MOST_BYTES, MOST_ROWS, MOST_SHOWN] = [5 * 1024 * 1024, 5_000, 100]
const WHAT = 'bevindingen'

/** The rows of the file; or why it cannot be read. */
async function rowsOf(file: File | undefined): Promise<readonly FileRow[] | string> {
  if (!file || file.size === 0) return 'Kies een bestand.'
  try {
    const { rows, refused } = await readTableBeside(new Uint8Array(await file.arrayBuffer()), HEADINGS, {
      needed: ['criterium', 'waarover'],
      most: MOST_ROWS,
      sheet: true,
    })
    const [broken] = refused
    if (broken) return `Regel ${broken.line} is niet te lezen: ${broken.reason}.`
    return rows.length === 0 ? 'In dit bestand staat alleen een kop, en geen regels.' : rows
  } catch (error) {
    if (!(error instanceof NoList)) throw error
    return `Dit bestand is niet ingelezen: ${error.message}.`
  }
}

type Kept = { readonly what: string; readonly rows: readonly FileRow[] }
/** The rows that this person sent before; undefined when they are not there, or are something else. */
function opened({ box }: Asked<Tx>, sealed: string | undefined): readonly FileRow[] | undefined {
  if (sealed === undefined) return undefined
  try {
    const kept = JSON.parse(box.open(sealed)) as Partial<Kept>
    return kept.what === WHAT ? kept.rows : undefined
  } catch {
    return undefined // something else of this person that was kept
  }
}

/** The routes, with the catalogue that criteria stand in and the registers that subjects stand in. */
export const findingRoutes = (on: With): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/bevindingen',
    may: 'finding.read',
    answer: async ({ tx, municipality: { id }, query, today, view, who }) => {
      const month = /^[12]\d{3}-(?:0[1-9]|1[0-2])$/.exec(query.get('tot') ?? '')?.[0]
      const which = query.get('welke') === 'ingetrokken' ? 'withdrawn' : month === undefined ? 'standing' : 'ending'
      const found =
        which === 'withdrawn'
          ? await withdrawnLately(tx, id, MOST_SHOWN + 1)
          : month === undefined
            ? await notedLately(tx, id, MOST_SHOWN + 1)
            : await notedUntil(tx, id, month, MOST_SHOWN + 1)
      const findings = found.slice(0, MOST_SHOWN)
      const about = findings.map((each) => each.about)
      return page(
        <NotedPage
          {...{ view, findings, today, which }}
          more={found.length > MOST_SHOWN}
          names={await namesOf(tx, id, about)}
          mayNote={allows(who.roles, 'finding.note')}
          ends={await publicationEnds(tx, id)}
        />,
      )
    },
  },
  {
    method: 'GET',
    path: '/bevindingen/inlezen',
    may: 'finding.note',
    answer: async (asked) => {
      const { tx, municipality, query, today, view } = asked
      const id = query.get('proef') ?? ''
      const rows = UUID.test(id) ? opened(asked, await unsentById(tx, municipality.id, id)) : undefined
      if (rows === undefined) return page(<ImportPage view={view} />)
      const plan = await planOf(tx, municipality.id, on, rows, today)
      return page(<ImportPage view={view} trial={{ id, plan }} />)
    },
  },
  {
    method: 'POST',
    path: '/bevindingen/inlezen',
    may: 'finding.note',
    limit: MOST_BYTES,
    answer: async (asked) => {
      const { tx, municipality, who, sent, today, view, box } = asked
      const id = sent.mark('proef')
      if (id === '') {
        const rows = await rowsOf(sent.file('bestand'))
        if (typeof rows === 'string') return page(<ImportPage view={view} problems={{ bestand: rows }} />, 422)
        const kept: Kept = { what: WHAT, rows }
        const trial = await keepUnsent(tx, municipality.id, who.id, box.seal(JSON.stringify(kept)))
        return go(`/balie/bevindingen/inlezen?proef=${trial}`)
      }
      const rows = UUID.test(id) ? opened(asked, await takeUnsent(tx, municipality.id, id)) : undefined
      if (rows === undefined)
        return tooLate('Deze proef is al uitgevoerd, of ouder dan een dag. Kies het bestand opnieuw.')
      const { good, refused } = await planOf(tx, municipality.id, on, rows, today)
      const added = await note(tx, municipality.id, who.id, good)
      if (added > 0)
        await record(tx, municipality.id, {
          act: 'findings.noted',
          object: 'findings/noted',
          detail: { added, there: good.length - added, refused: refused.length },
        })
      return go(
        '/balie/bevindingen',
        `${number('nl', added)} nieuw, ${number('nl', good.length - added)} stond er al, ` +
          `${number('nl', refused.length)} geweigerd.`,
      )
    },
  },
  ...oneFindingRoutes(on),
]
