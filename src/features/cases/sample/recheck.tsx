/** Another person looks again at what was drawn. */
import type { Tx } from '../../../db/as.ts'
import { Area, Button, Buttons, Choice, ErrorSummary, Form, none, type Problems } from '../../../web/desk/form.tsx'
import { DeskPage } from '../../../web/desk/page.tsx'
import { type DeskView, forbidden, go, missing, page, type Route, type Sent } from '../../../web/desk/route.ts'
import { said } from '../../../web/desk/said.ts'
import { oneOf, readForm, text, thatIs, word } from '../../../web/desk/schema.ts'
import { Heading, Text } from '../../../web/parts.tsx'
import { pathOf } from '../address.ts'
import { inWords } from '../rules/reason.ts'
import { crumbs } from './page.tsx'
import { drawnCase, recheck, type Row } from './store.ts'

function RecheckPage({
  view,
  row,
  own = false,
  problems = none,
  typed,
}: {
  view: DeskView
  row: Row
  /** It was written or signed by whoever asks: the task is for all advisers, and another does it. */
  own?: boolean
  problems?: Problems
  typed?: Sent
}) {
  return (
    <DeskPage view={view} title="Bekijk opnieuw" crumbs={[...crumbs, { name: row.title, to: pathOf(row) }]}>
      <Heading level={1}>Bekijk opnieuw: {row.title}</Heading>
      <ErrorSummary problems={problems} />
      {own ? (
        <Text>{OWN}</Text>
      ) : (
        <Form view={view} action={`/balie/zaken/${row.id}/herbekijken`}>
          <Choice
            name="oordeel"
            label="Heeft dit voorstel inderdaad geen digitaal effect?"
            value={[said(typed, 'oordeel')]}
            problems={problems}
            options={[
              { value: 'ja', label: 'Ja, de verklaring blijft' },
              { value: 'nee', label: 'Nee, toets alsnog volledig' },
            ]}
          />
          <Area
            name="tekst"
            label="Toelichting"
            rows={4}
            value={said(typed, 'tekst')}
            problems={problems}
            maxLength={4_000}
          />
          <Buttons>
            <Button>Onderteken het oordeel</Button>
          </Buttons>
        </Form>
      )}
    </DeskPage>
  )
}

const OWN = 'U diende deze zaak in of ondertekende die. Een ander kijkt opnieuw.'

const FIELDS = {
  oordeel: word(oneOf(['ja', 'nee'], 'Kies uw oordeel.')),
  tekst: text(4_000, thatIs(inWords, 'Licht uw oordeel toe in een zin.')),
}
export const recheckRoutes: readonly Route<Tx>[] = [
  {
    method: 'GET',
    path: '/zaken/:case/herbekijken',
    may: 'case.handle',
    answer: async (asked) => {
      const found = await drawnCase(asked)
      return found ? page(<RecheckPage view={asked.view} row={found.row} own={found.own} />) : missing
    },
  },
  {
    method: 'POST',
    path: '/zaken/:case/herbekijken',
    may: 'case.handle',
    answer: async (asked) => {
      const { sent, view } = asked
      const found = await drawnCase(asked)
      if (!found) return missing
      if (found.own) return forbidden(OWN)
      const { held, problems } = readForm(FIELDS, sent)
      if (!held) return page(<RecheckPage view={view} row={found.row} problems={problems} typed={sent} />, 422)
      await recheck(asked, found, held.oordeel === 'ja', held.tekst)
      return go('/balie/zaken/steekproef', 'Uw oordeel is ondertekend.')
    },
  },
]
