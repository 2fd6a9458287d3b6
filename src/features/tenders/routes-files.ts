/** An annex as a file at the desk, as it would be issued now; and the sheet with opinions for who decides. */
import type { Tx } from '../../db/as.ts'
import type { DocumentSection, Paper } from '../../model/document.ts'
import { CSV_MEDIA } from '../../lib/csv-write.ts'
import { annexCsv } from '../../web/annex/csv.ts'
import { annexOdt } from '../../web/annex/odt.ts'
import { annexPaper } from '../../web/annex/paper.ts'
import { paperOf } from '../../web/document.tsx'
import { odtOf } from '../../web/odt.ts'
import { CAUTIONS } from '../../vocabulary/tender.ts'
import { day } from '../../web/language.ts'
import type { Reply, Route } from '../../web/desk/route.ts'
import { opinionsOf, type Opinion } from './around-store.ts'
import { onTender, type TenderDeps, type Whole } from './draft.ts'
import { headOf } from './parts.tsx'

const ODT = 'application/vnd.oasis.opendocument.text'
const file = (name: string, media: string, body: string | Uint8Array): Reply => ({ kind: 'file', name, media, body })
/** Of the version that was issued last, with a mark while it is no version yet. */
const nameOf = ({ number, tender, versions, hash }: Whole): string =>
  versions[0]?.hash === hash ? `${number}-versie-${tender.issued}` : `${number}-concept`
/** As issued when nothing changed since. */
const now = ({ annex, versions, hash }: Whole) => (versions[0]?.hash === hash ? versions[0].annex : annex)

export const fileRoutes = (deps: TenderDeps): readonly Route<Tx>[] => [
  ...Object.entries({
    'bijlage.odt': async (whole: Whole) => file(`${nameOf(whole)}.odt`, ODT, annexOdt(now(whole), whole.hash)),
    'bijlage.csv': async (whole: Whole) => file(`${nameOf(whole)}.csv`, CSV_MEDIA, annexCsv(now(whole))),
    'bijlage.json': async (whole: Whole) =>
      file(`${nameOf(whole)}.json`, 'application/json', JSON.stringify({ ...now(whole), hash: whole.hash }, null, 2)),
    'bijlage.pdf': async (whole: Whole) => {
      const paper = annexPaper(now(whole))
      return file(`${nameOf(whole)}.pdf`, 'application/pdf', await deps.print(paperOf(paper), paper.above))
    },
  }).map(([name, make]): Route<Tx> => ({
    method: 'GET',
    path: `/aanbestedingen/:tender/${name}`,
    may: 'tender.read',
    answer: onTender(deps, 'to-read', (_, whole) => make(whole)),
  })),
  {
    method: 'GET',
    path: '/aanbestedingen/:tender/oplegger.odt',
    may: 'tender.read',
    answer: onTender(deps, 'to-read', async ({ tx, municipality, today }, whole) =>
      file(
        `${whole.number}-oplegger.odt`,
        ODT,
        odtOf(sheetOf(whole, await opinionsOf(tx, municipality.id, whole.tender.id), today)),
      ),
    ),
  },
]

const field = (id: string, title: string, texts: readonly string[]) => ({
  id,
  title,
  blocks: texts.map((text) => ({ kind: 'text' as const, text })),
  omitted: null,
})

/** The sheet on top of an annex: opinions, why one departs, and what was left out or said in other words. */
function sheetOf({ annex, offered, versions, forLawyer }: Whole, opinions: readonly Opinion[], today: string): Paper {
  const given = opinions.filter(({ kind }) => kind === 'opinion')
  const left = offered.filter(({ choice }) => choice?.choice === 'left')
  const own = offered.filter(({ choice }) => choice?.choice === 'adapted')
  const sections: DocumentSection[] = [
    {
      id: 'adviezen',
      title: 'Adviezen',
      fields:
        given.length === 0
          ? [field('geen', 'Nog geen advies', ['De FG en de informatiebeveiliger gaven nog geen advies.'])]
          : given.map((each) =>
              field(each.id, headOf(each), [
                each.text,
                `${each.by ?? 'onbekend'}, ${day('nl', each.at)}`,
                ...opinions
                  .filter(({ about }) => about === each.id)
                  .map(
                    (reason) =>
                      `De gemeente wijkt af: ${reason.text} (${reason.by ?? 'onbekend'}, ${day('nl', reason.at)})`,
                  ),
              ]),
            ),
    },
    {
      id: 'jurist',
      title: 'Nog na te gaan door een jurist',
      fields: forLawyer.length === 0 ? [] : [field('punten', 'Punten', forLawyer)],
    },
    {
      id: 'ondanks',
      title: 'Uitgegeven ondanks een waarschuwing',
      fields: versions
        .filter(({ cautions }) => cautions.length > 0)
        .map(({ no, cautions, despite, by, at }) =>
          field(`versie-${no}`, `Versie ${no}`, [
            ...cautions.map((each) => CAUTIONS[each]),
            `Waarom toch: ${despite} (${by ?? 'onbekend'}, ${day('nl', at)})`,
          ]),
        ),
    },
    {
      id: 'weggelaten',
      title: 'Weggelaten eisen',
      fields: left.map(({ requirement, choice }) => field(requirement.id, requirement.title, [choice!.reason])),
    },
    {
      id: 'aangepast',
      title: 'Aangepaste teksten',
      fields: own.map(({ requirement, choice }) => field(requirement.id, requirement.title, [choice!.reason])),
    },
    {
      id: 'voorwaarden',
      title: 'Afwijkingen van de voorwaarden',
      fields: annex.terms
        .filter(({ why, applies }) => why !== '' || !applies)
        .map(({ id, title, version, why }) => field(id, `${title}, versie ${version}`, [why])),
    },
  ]
  return {
    name: `Oplegger bij ${annex.number}`,
    above: `Gemeente ${annex.municipality}, ${annex.number}`,
    title: `Oplegger bij de aanbestedingsbijlage: ${annex.title}`,
    below: `Stand op ${day('nl', today)}`,
    sections: sections.filter(({ fields }) => fields.length > 0),
  }
}
