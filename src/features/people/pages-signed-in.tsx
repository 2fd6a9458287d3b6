/** Where somebody goes to stay signed in without script: opening it is a sign of life, and it tells until when. */
import type { Tx } from '../../db/as.ts'
import { DeskPage } from '../../web/desk/page.tsx'
import { page, type Route } from '../../web/desk/route.ts'
import { time } from '../../web/language.ts'
import { Heading, Text } from '../../web/parts.tsx'

export const signedInRoutes: readonly Route<Tx>[] = [
  {
    method: 'GET',
    path: '/aanmelding',
    may: 'desk.use',
    answer: async ({ view }) =>
      page(
        <DeskPage view={view} title="U blijft ingelogd">
          <Heading level={1}>U blijft ingelogd</Heading>
          <Text lead>Tot {time(view.ends.at)}, ook als u intussen niets doet. U kunt dit tabblad sluiten.</Text>
          <Text>Om {time(view.ends.last)} wordt u in elk geval uitgelogd.</Text>
        </DeskPage>,
      ),
  },
]
