/** Asks for a re-test. */
import type { Tx } from '../../../db/as.ts'
import { Area, Button, Buttons, Choice, Form, none } from '../../../web/desk/form.tsx'
import { notYet, go, page, type Route } from '../../../web/desk/route.ts'
import { filled, readForm, text, thatIs, word } from '../../../web/desk/schema.ts'
import { caseNumber, pathOf } from '../address.ts'
import { type CaseDoors, has } from '../doors.ts'
import { askRetest, type RetestKind } from '../store/retests.ts'
import { Act, type Base, said } from './form.tsx'

export const RETESTS = {
  version: 'Nieuwe hoofdversie',
  purpose: 'Ander doel of ander gebruik',
  supplier: 'Andere leverancier of eigenaar',
  incident: 'Ernstig incident',
  date: 'De datum is bereikt',
} as const
export function RetestPage({ view, file, problems = none, typed }: Base) {
  return (
    <Act
      view={view}
      file={file}
      title="Vraag om opnieuw te toetsen"
      problems={problems}
      lead="Een toets geldt voor wat toen getoetst is. Verandert er iets wezenlijks, dan begint er een nieuwe ronde."
    >
      <Form view={view} action={`${pathOf(file.row)}/herijking`}>
        <Choice
          name="soort"
          label="Wat is er veranderd?"
          value={[said(typed, 'soort')]}
          problems={problems}
          options={Object.entries(RETESTS).map(([value, label]) => ({ value, label }))}
        />
        <Area
          name="tekst"
          label="Toelichting"
          rows={3}
          value={said(typed, 'tekst')}
          problems={problems}
          maxLength={2_000}
        />
        <Buttons>
          <Button>Vraag om opnieuw te toetsen</Button>
        </Buttons>
      </Form>
    </Act>
  )
}

const FIELDS = {
  soort: word(thatIs((kind) => has(RETESTS, kind), 'Kies wat er is veranderd.')),
  tekst: text(2_000, filled('Licht toe wat er is veranderd.')),
}

export const retestRoutes = ({ onCase }: CaseDoors): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/zaken/:case/herijking',
    may: 'case.follow',
    answer: onCase(async ({ view }, file) => page(<RetestPage view={view} file={file} />)),
  },
  {
    method: 'POST',
    path: '/zaken/:case/herijking',
    may: 'case.follow',
    answer: onCase(async ({ view, sent }, file, doing) => {
      if (!['decided', 'published', 'follow-up', 'retest', 'archived'].includes(file.row.state))
        return notYet('Deze zaak is nog niet besloten; pas het voorstel zelf aan.')
      const { held, problems } = readForm(FIELDS, sent)
      if (!held) return page(<RetestPage view={view} file={file} problems={problems} typed={sent} />, 422)
      await askRetest(doing, file, held.soort as RetestKind, held.tekst)
      return go(pathOf(file.row), `De behandelaar van ${caseNumber(file.row)} krijgt de vraag om opnieuw te toetsen.`)
    }),
  },
]
