/** Signs the advice of Digital Affairs. */
import type { Tx } from '../../../db/as.ts'
import type { Stance } from '../../../vocabulary/case.ts'
import { Area, Button, Buttons, Choice, Form, none } from '../../../web/desk/form.tsx'
import { go, page, type Route } from '../../../web/desk/route.ts'
import { readForm, text, thatIs, word, type Across } from '../../../web/desk/schema.ts'
import { pathOf } from '../address.ts'
import { type CaseDoors, has } from '../doors.ts'
import { conditionsOf } from '../objections.ts'
import { Dossier } from '../pages/dossier.tsx'
import { explains } from '../rules/reason.ts'
import { STANCES } from '../rules/words.ts'
import { advise } from '../store/advice.ts'
import { takeStep } from '../store/steps.ts'
import { Act, type Base, said } from './form.tsx'

export function AdvisePage({ view, file, problems = none, typed }: Base) {
  return (
    <Act
      view={view}
      file={file}
      title="Advies van Digitale Zaken"
      problems={problems}
      aside={<Dossier file={file} />}
      pen="uw advies"
      lead="Weeg de adviezen en de rode vlaggen. Het advies is van u; het besluit is van de beslisser."
    >
      <Form view={view} action={`${pathOf(file.row)}/adviseren`}>
        <Choice
          name="oordeel"
          label="Uw advies"
          value={[said(typed, 'oordeel')]}
          problems={problems}
          options={Object.entries(STANCES)
            .filter(([value]) => value !== 'none-needed')
            .map(([value, label]) => ({ value, label }))}
        />
        <Area name="tekst" label="Toelichting" rows={8} value={said(typed, 'tekst')} problems={problems} />
        <Buttons>
          <Button>Onderteken het advies</Button>
        </Buttons>
      </Form>
    </Act>
  )
}

const FIELDS = {
  oordeel: word(thatIs((stance) => has(STANCES, stance) && stance !== 'none-needed', 'Kies uw advies.')),
  tekst: text(20_000),
}
const EXPLAINED: Across<typeof FIELDS> = {
  field: 'tekst',
  holds: ({ oordeel, tekst }) => explains(oordeel, tekst),
  says: 'Licht uw advies toe in een zin of meer.',
}
/** A condition has somebody who carries it out and a day: it is asked with an opinion, not in prose. */
const hasConditions = (count: number): Across<typeof FIELDS> => ({
  field: 'oordeel',
  holds: ({ oordeel }) => oordeel !== 'conditions' || count > 0,
  says:
    'Geen enkele adviseur stelt een voorwaarde, met wie die uitvoert en wanneer. Vraag een adviseur om ' +
    'die te stellen, of kies een ander advies.',
})

export const adviseRoutes = ({ stepping }: CaseDoors): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/zaken/:case/adviseren',
    may: 'case.handle',
    answer: stepping('adviseren', async ({ view }, file) => page(<AdvisePage view={view} file={file} />)),
  },
  {
    method: 'POST',
    path: '/zaken/:case/adviseren',
    may: 'case.handle',
    answer: stepping('adviseren', async ({ view, sent }, file, doing, possible) => {
      const { held, problems } = readForm(FIELDS, sent, [EXPLAINED, hasConditions(conditionsOf(file).length)])
      if (!held) return page(<AdvisePage view={view} file={file} problems={problems} typed={sent} />, 422)
      await advise(doing, file, held.oordeel as Exclude<Stance, 'none-needed'>, held.tekst)
      await takeStep(doing, file, possible, '')
      return go(pathOf(file.row), 'Het advies is ondertekend.')
    }),
  },
]
