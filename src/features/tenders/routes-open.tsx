/** Opens what bidders handed in: after the closing time, by a person, all files in one act. */
import { z } from 'zod'
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { FileField, Area } from '../../web/desk/form.tsx'
import { go, page, notYet, type Asked, type Reply, type Route } from '../../web/desk/route.ts'
import { files, readForm, text } from '../../web/desk/schema.ts'
import { counted } from '../../web/language.ts'
import { ActPage } from './act-page.tsx'
import { bidsOf, openBids, type Opened } from './bid-store.ts'
import { crumbsTo, onTender, placeOfTender, type TenderDeps, type Whole } from './draft.ts'
import { MOST_BID, readBid, type BidProblem } from './rules/bid-file.ts'
import { whyShut } from './rules/refusals.ts'

/** Files that are opened together. */
const MOST_FILES = 30
const FIELDS = { bestanden: files, reden: text(2_000, z.string()) }
const WHY: Readonly<Record<BidProblem, string>> = {
  'too-large': 'is groter dan 2 MB',
  'no-json': 'is niet te lezen',
  'no-bid': 'is geen bestand met antwoorden van Leidraad',
}

function formPage(
  { view }: Asked<Tx>,
  { tender }: Whole,
  reason = '',
  problems: Readonly<Record<string, string>> = {},
): Reply {
  const again = tender.openedAt !== null
  return page(
    <ActPage
      {...{ view, problems }}
      title={again ? 'Open een vergeten bestand' : 'Open de antwoorden'}
      lead={
        again
          ? 'De antwoorden zijn al geopend. Zet er alleen een bestand bij dat op tijd was ingediend.'
          : 'Kies alle bestanden uit uw aanbestedingssysteem. Zij gaan in één keer open.'
      }
      crumbs={crumbsTo(tender)}
      action={`${placeOfTender(tender)}/openen`}
      button="Open de bestanden"
      warning="In het logboek staat wie wanneer opende, en welke bestanden. Dit kan niet terug."
      files
    >
      <FileField
        name="bestanden"
        label="De bestanden van de inschrijvers"
        hint={`Bestanden die op .json eindigen, hooguit ${MOST_FILES}. Leg de SHA-256 naast wat de inschrijver opgaf.`}
        accept=".json"
        several
        problems={problems}
      />
      {again ? (
        <Area
          name="reden"
          label="Waarom komt dit bestand er later bij?"
          rows={3}
          value={reason}
          maxLength={2_000}
          problems={problems}
        />
      ) : null}
    </ActPage>,
    Object.keys(problems).length > 0 ? 422 : undefined,
  )
}

/** How many came in, and why others did not: the same file again is no second bid. */
const openedOf = (count: number, sent: number): string => {
  const same = sent - count
  const opened = `${counted('nl', count, 'bestand is', 'bestanden zijn')} geopend.`
  if (same === 0) return opened
  const there = `${counted('nl', same, 'bestand was', 'bestanden waren')} al geopend, byte voor byte gelijk.`
  return count === 0 ? `Er is niets bij gekomen. ${there}` : `${opened} ${there}`
}

/** Every file, or what is not right about them: then none of them is opened. */
async function readAll(sent: readonly File[], number: string, late: string): Promise<readonly Opened[] | string> {
  if (sent.length === 0) return 'Kies de bestanden.'
  if (sent.length > MOST_FILES) return `Kies hooguit ${MOST_FILES} bestanden.`
  const opened: Opened[] = []
  const wrong: string[] = []
  for (const file of sent) {
    const read = readBid(new Uint8Array(await file.arrayBuffer()))
    if (!read.bid) wrong.push(`${file.name} ${WHY[read.problem]}`)
    else if (read.bid.annex.number !== number) wrong.push(`${file.name} hoort bij ${read.bid.annex.number}`)
    else opened.push({ bid: read.bid, hash: read.hash, whole: read.whole, late })
  }
  return wrong.length === 0 ? opened : `Er is niets geopend. ${wrong.join('. ')}.`
}

export const openRoutes = (deps: TenderDeps): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/aanbestedingen/:tender/openen',
    may: 'bid.open',
    answer: onTender(deps, 'to-read', async (asked, whole) => {
      const shut = whyShut(whole.tender, new Date())
      return shut === undefined ? formPage(asked, whole) : notYet(shut)
    }),
  },
  {
    method: 'POST',
    path: '/aanbestedingen/:tender/openen',
    may: 'bid.open',
    limit: MOST_FILES * MOST_BID,
    answer: onTender(deps, 'to-change', async (asked, whole) => {
      const { tx, municipality, who, sent } = asked
      const { tender, number } = whole
      const shut = whyShut(tender, new Date())
      if (shut !== undefined) return notYet(shut)
      const { bestanden, reden } = readForm(FIELDS, sent).typed
      const late = tender.openedAt === null ? '' : reden
      if (tender.openedAt !== null && reden === '')
        return formPage(asked, whole, reden, { reden: 'Schrijf waarom dit bestand er later bij komt.' })
      const read = await readAll(bestanden, number, late)
      if (typeof read === 'string') return formPage(asked, whole, reden, { bestanden: read })
      const count = await openBids(tx, municipality.id, tender.id, who.id, read)
      await record(tx, municipality.id, {
        act: 'bid.opened',
        object: `tender/${tender.id}`,
        detail: { hashes: read.map(({ hash }) => hash), changed: read.filter(({ whole: all }) => !all).length, late },
      })
      const there = (await bidsOf(tx, municipality.id, tender.id)).length
      return go(`${placeOfTender(tender)}/vergelijken`, `${openedOf(count, read.length)} Er zijn er nu ${there}.`)
    }),
  },
]
