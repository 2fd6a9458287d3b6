/** The addresses of a form: its task list, each question, and everything one can do there. */
import type { Tx } from '../../db/as.ts'
import { page, type Route } from '../../web/desk/route.ts'
import { answerRoutes } from './act-answer.ts'
import { commentRoutes } from './act-comment.ts'
import { evidenceRoutes } from './act-evidence.ts'
import { lookRoutes } from './act-look.ts'
import { restoreRoutes } from './act-restore.ts'
import { shareRoutes } from './act-share.ts'
import { lockOf, onFormOf, type FormDeps } from './on-form.tsx'
import { migrateRoutes, newestOf } from './page-migrate.tsx'
import { notAskedPage } from './page-not-asked.tsx'
import { FormPage } from './pages-list.tsx'

export type { FormDeps } from './on-form.tsx'

export function formRoutes({ catalogue, questionnaires, uploads }: FormDeps): readonly Route<Tx>[] {
  const on = onFormOf({ catalogue })
  const { onForm, reading, questionPage } = on
  return [
    {
      method: 'GET',
      path: '/vragenlijsten/:form',
      may: 'form.read',
      answer: onForm(async (asked, open) =>
        page(
          <FormPage
            view={asked.view}
            open={open}
            locked={lockOf(asked, open)}
            newer={newestOf(questionnaires, open)?.version}
          />,
        ),
      ),
    },
    ...migrateRoutes(on, questionnaires),
    {
      method: 'GET',
      path: '/vragenlijsten/:form/:question',
      may: 'form.read',
      answer: reading(
        async (asked, open, question) => page(await questionPage(asked, open, question)),
        async (asked, open, question) => page(await notAskedPage(asked, open, question)),
      ),
    },
    ...answerRoutes(on),
    ...lookRoutes(on),
    ...restoreRoutes(on),
    ...commentRoutes(on),
    ...evidenceRoutes(on, uploads),
    ...shareRoutes(on),
  ]
}
