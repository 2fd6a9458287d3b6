/** Starts the clock of a legal term. */
import { z } from 'zod'
import type { Tx } from '../../../db/as.ts'
import { isDate } from '../../../lib/iso-date.ts'
import { Button, Buttons, Choice, Field, Form, none } from '../../../web/desk/form.tsx'
import { forbidden, go, page, type Route } from '../../../web/desk/route.ts'
import { among, readForm, word } from '../../../web/desk/schema.ts'
import { todayIn } from '../../../web/language.ts'
import { Link, Text } from '../../../web/parts.tsx'
import { pathOf } from '../address.ts'
import type { CaseDoors } from '../doors.ts'
import { termStartProblem } from '../rules/dates.ts'
import { dueOf, LEGAL_TERMS } from '../rules/legal-terms.ts'
import { startLegalTerm } from '../store/legal-terms.ts'
import type { Case } from '../store/rows.ts'
import { Act, type Base, said } from './form.tsx'

/** What may still be started: of this kind of case, and not running. */
const startable = ({ row, legalTerms }: Case) =>
  LEGAL_TERMS.filter(
    ({ id, kinds }) =>
      kinds.includes(row.kind) && !legalTerms.some(({ term, endedOn }) => term === id && endedOn === null),
  )
/** Why this person may not keep the terms of a case, or undefined. */
export const whyNotKeep = ({ row }: Case, person: string): string | undefined =>
  person !== row.author && person !== row.handler
    ? 'De indiener en de behandelaar houden de termijnen bij.'
    : row.state === 'withdrawn' || row.state === 'archived'
      ? 'Deze zaak is gesloten.'
      : undefined

function StartPage({ view, file, problems = none, typed }: Base) {
  const terms = startable(file)
  return (
    <Act
      view={view}
      file={file}
      title="Leg een wettelijke termijn vast"
      problems={problems}
      lead="Leidraad rekent de laatste dag uit en herinnert de behandelaar. Of de wet hier geldt, bepaalt u."
    >
      {terms.length === 0 ? (
        <Text>Alle termijnen die hier kunnen gelden, lopen al.</Text>
      ) : (
        <Form view={view} action={`${pathOf(file.row)}/termijnen`}>
          <Choice
            name="termijn"
            label="Welke termijn gaat lopen?"
            value={[said(typed, 'termijn')]}
            problems={problems}
            options={terms.map((term) => ({
              value: term.id,
              label: term.name,
              hint: (
                <>
                  {term.length}, {term.when} ({term.source}).
                  <br />
                  Vul de dag in {term.from}.
                </>
              ),
            }))}
          />
          <Field
            name="datum"
            label="Vanaf welke dag wordt gerekend?"
            type="date"
            value={said(typed, 'datum')}
            problems={problems}
          />
          <Buttons>
            <Button>Termijn vastleggen</Button>
            <Link to={pathOf(file.row)}>Annuleren</Link>
          </Buttons>
        </Form>
      )}
    </Act>
  )
}

export const startTermRoutes = ({ onCase }: CaseDoors): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/zaken/:case/termijnen',
    may: 'case.write',
    answer: onCase(async ({ view, who }, file) => {
      const why = whyNotKeep(file, who.id)
      return why === undefined ? page(<StartPage view={view} file={file} />) : forbidden(why)
    }),
  },
  {
    method: 'POST',
    path: '/zaken/:case/termijnen',
    may: 'case.write',
    answer: onCase(async ({ view, who, sent, today }, file, doing) => {
      const why = whyNotKeep(file, who.id)
      if (why !== undefined) return forbidden(why)
      const form = readForm(
        { termijn: word(among(startable(file), 'Kies een termijn die nog niet loopt.')), datum: word(z.string()) },
        sent,
      )
      const [term, from] = [form.held?.termijn, form.typed.datum]
      const day = termStartProblem(from, {
        dueOn: term && isDate(from) ? dueOf(term.term, from) : from,
        before: term?.term === 'before',
        begunOn: todayIn(file.row.createdAt),
        today,
      })
      const problems = {
        ...form.problems,
        ...(day === undefined ? {} : { datum: day }),
      }
      if (!term || day !== undefined)
        return page(<StartPage view={view} file={file} problems={problems} typed={sent} />, 422)
      await startLegalTerm(doing, file, term, from)
      return go(`${pathOf(file.row)}#termijnen`, 'De termijn loopt.')
    }),
  },
]
