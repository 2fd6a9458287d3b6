/** Somebody says something about an answer. */
import { record } from '../../db/audit.ts'
import type { Tx } from '../../db/as.ts'
import type { CaseState } from '../../vocabulary/case.ts'
import { forbidden, go, page, type Route } from '../../web/desk/route.ts'
import { filled, readForm, text } from '../../web/desk/schema.ts'
import { about, at, type OnForm } from './on-form.tsx'
import { addComment } from './store.ts'

/** A case in one of these states was decided: what was said of it then is complete. */
const COMMENTS_END: readonly CaseState[] = ['decided', 'published', 'follow-up', 'archived', 'withdrawn']

const FIELDS = { opmerking: text(4_000, filled('Schrijf eerst een opmerking.')) }

export const commentRoutes = ({ onQuestion, questionPage }: OnForm): readonly Route<Tx>[] => [
  {
    method: 'POST',
    path: '/vragenlijsten/:form/:question/opmerking',
    may: 'form.comment',
    answer: onQuestion(async (asked, open, question) => {
      const { tx, municipality, who, sent } = asked
      const { typed, held, problems } = readForm(FIELDS, sent)
      if (open.owner.kind === 'organisation' && who.organisation !== open.owner.id) return forbidden()
      if (open.owner.kind === 'case' && COMMENTS_END.includes(open.owner.state))
        return forbidden(
          'Na het besluit komen er geen opmerkingen meer bij. Is er iets veranderd? Vraag om opnieuw te toetsen.',
        )
      if (!held) return page(await questionPage(asked, open, question, { problems, typed }), 422)
      await addComment(tx, municipality.id, open.form.id, question.id, who.id, held.opmerking)
      await record(tx, municipality.id, {
        act: 'answer.commented',
        object: `form/${open.form.id}`,
        detail: about(open, question),
      })
      return go(at(open, question, '#opmerkingen'), 'Uw opmerking staat erbij.')
    }),
  },
]
