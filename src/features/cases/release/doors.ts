/** What the routes of publication share: the case and its draft are loaded. */
import type { Tx } from '../../../db/as.ts'
import type { Questionnaire } from '../../../model/questionnaire.ts'
import { type Asked, type DeskView, missing, type Reply } from '../../../web/desk/route.ts'
import { pathOf } from '../address.ts'
import type { Doing } from '../store/ask.ts'
import { loadCase } from '../store/case.ts'
import type { Case } from '../store/rows.ts'
import { type Draft, draftOf, type Files, hold, type Print } from './store.ts'

export type ReleaseDeps = {
  readonly questionnaires: readonly Questionnaire[]
  readonly print: Print
  readonly files: Files
}
export type Props = { readonly view: DeskView; readonly file: Case; readonly draft: Draft }

/** The way to a page of publishing. */
export const crumbs = ({ row }: Case) => [
  { name: 'Zaken', to: '/balie/zaken' },
  { name: row.title, to: pathOf(row) },
]

export type ReleaseDoors = ReturnType<typeof releaseDoors>
/** What the routes of publishing share: the case, and the document as it would be published now. */
export function releaseDoors({ questionnaires, print, files }: ReleaseDeps) {
  type Then = (asked: Asked<Tx>, file: Case, draft: Draft, doing: Doing) => Promise<Reply> | Reply
  const onDraft =
    (then: Then, locked = false) =>
    async (asked: Asked<Tx>): Promise<Reply> => {
      const { tx, municipality, who, today, origin, params } = asked
      if (locked) await hold(tx, municipality.id, params['case']!)
      const file = await loadCase(tx, municipality.id, params['case']!, today)
      if (!file) return missing
      const outcomes = new Map(
        questionnaires
          .filter((each) => each.purpose === 'full-test' && each.about.includes(file.row.kind))
          .flatMap((each) => each.outcomes.map(({ id, label }) => [id, label] as const)),
      )
      return then(asked, file, await draftOf(tx, municipality, file, outcomes), {
        tx,
        municipality: municipality.id,
        who,
        today,
        origin,
      })
    }
  return { onDraft, print, files }
}

/** Where a case is published. */
export const releasePath = ({ row }: Case) => `${pathOf(row)}/publiceren`
