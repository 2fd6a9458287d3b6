/** Asks opinions of all at the same time. */
import { z } from 'zod'
import type { Tx } from '../../../db/as.ts'
import { isDate } from '../../../lib/iso-date.ts'
import { addTerm } from '../../../lib/working-days.ts'
import { Area, Button, Buttons, Choice, Field, Form, none } from '../../../web/desk/form.tsx'
import { go, page, type Route } from '../../../web/desk/route.ts'
import { readForm, several, thatIs, word } from '../../../web/desk/schema.ts'
import { type Role, ROLE_NAMES } from '../../../vocabulary/roles.ts'
import { pathOf } from '../address.ts'
import { toAskAgain } from '../objections.ts'
import { name } from '../pages/part.ts'
import { mayOpine, type Possible } from '../rules/may.ts'
import type { Case } from '../store/rows.ts'
import { type CaseDoors, reasonField } from '../doors.ts'
import { askOpinions } from '../store/opinions.ts'
import { type Named, peopleWith } from '../store/people.ts'
import { takeStep } from '../store/steps.ts'
import { Act, type Base, said } from './form.tsx'

export function AskOpinionsPage({
  view,
  file,
  people,
  dueOn,
  reason,
  problems = none,
  typed,
}: Base & { people: readonly Named[]; dueOn: string; reason: boolean }) {
  const again = toAskAgain(file).map(({ role, person }) => (role === 'adviser' ? person! : role))
  const value = typed ? typed.all('wie') : ['fg', 'security-officer', 'executor', ...again]
  return (
    <Act
      view={view}
      file={file}
      title="Vraag adviezen"
      problems={problems}
      lead={
        'Allen krijgen de vraag tegelijk, met dezelfde termijn. Niemand kan een advies wijzigen, overslaan of ' +
        'tegenhouden.'
      }
    >
      <Form view={view} action={`${pathOf(file.row)}/adviezen`}>
        <Choice
          name="wie"
          label="Aan wie?"
          several
          value={value}
          problems={problems}
          options={[
            { value: 'fg', label: 'De FG' },
            { value: 'security-officer', label: 'De informatiebeveiliger' },
            { value: 'executor', label: 'De uitvoerder' },
            ...people.map(({ id, name, function: work }) => ({
              value: id,
              label: `${name}${work ? `, ${work}` : ''}`,
            })),
          ]}
        />
        <Field
          name="termijn"
          label="Uiterlijk"
          type="date"
          hint="Gewoon tien werkdagen, bij een ingewikkelde zaak twintig."
          value={said(typed, 'termijn', dueOn)}
          problems={problems}
        />
        {reason ? (
          <Area
            name="reden"
            label="Minder dan 80% is bekend. Waarom gaat de zaak toch door?"
            value={said(typed, 'reden')}
            problems={problems}
            maxLength={4_000}
          />
        ) : null}
        <Buttons>
          <Button>Vraag de adviezen</Button>
        </Buttons>
      </Form>
    </Act>
  )
}

/** Everyone who can give an opinion in this case: who works here, and did not write it. */
const whoCanAdvise = async (tx: Tx, municipality: string, { facts }: Case) =>
  (await peopleWith(tx, municipality, ['fg', 'security-officer', 'executor', 'adviser'])).filter((person) =>
    mayOpine({ role: 'adviser', person: person.id }, person, facts),
  )
const nobody = (roles: readonly Role[]): string => {
  const named = roles.map((role) => `de ${ROLE_NAMES[role]}`).join(' en ')
  return (
    `Er is nu niemand die advies kan geven als ${named}. Er is niets gevraagd. Vraag de beheerder om iemand met die ` +
    'rol aan te wijzen, bijvoorbeeld een vervanger, en vraag de adviezen daarna.'
  )
}

const missedWords = (whom: readonly string[]): string =>
  `In een eerdere ronde adviseerden nog anderen onder voorwaarden, eerst aanpassen of niet doen: ${whom.join(', ')}. ` +
  'Vraag opnieuw advies, want wat toen is gezegd, blijft tot dan staan.'

type Deciding = { readonly everyone: readonly Named[]; readonly possible: Possible; readonly today: string }
const ROLES = ['fg', 'security-officer', 'executor'] as const
const rolesIn = (whom: readonly string[]) => ROLES.filter((role) => whom.includes(role))

/** Whom is asked, until when, and why if the step asks that. */
function fieldsOf(file: Case, { everyone, possible, today }: Deciding) {
  const empty = (whom: readonly string[]) =>
    rolesIn(whom).filter((role) => !everyone.some((person) => person.roles.includes(role)))
  const missed = (whom: readonly string[]) =>
    toAskAgain(file)
      .filter(({ role, person }) =>
        role === 'adviser'
          ? everyone.some(({ id }) => id === person) && !whom.includes(person!)
          : !rolesIn(whom).some((each) => each === role),
      )
      .map(({ role, person }) => (role === 'adviser' ? name(file, person) : `de ${ROLE_NAMES[role]}`))
  const last = addTerm(today, { workingDays: 20 })
  return {
    wie: several(
      z
        .array(z.string())
        // Nobody would hear it, and the case would stand still.
        .refine((whom) => empty(whom).length === 0, { error: ({ input }) => nobody(empty(input as string[])) })
        .refine((whom) => missed(whom).length === 0, { error: ({ input }) => missedWords(missed(input as string[])) })
        // These two are always asked: an FG and a security officer cannot be passed over.
        .refine((whom) => whom.includes('fg') && whom.includes('security-officer'), {
          error:
            'De FG en de informatiebeveiliger worden altijd gevraagd. Zij kunnen zelf laten weten dat geen ' +
            'advies nodig is.',
        }),
    ),
    termijn: word(
      thatIs(
        (day) => isDate(day) && day > today && day <= last,
        'Kies een datum na vandaag, hoogstens twintig werkdagen verder. Een advies dat later mag, wordt nooit te laat.',
      ),
    ),
    ...reasonField(possible),
  }
}

export const askOpinionsRoutes = ({ stepping }: CaseDoors): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/zaken/:case/adviezen',
    may: 'case.handle',
    answer: stepping('adviezen-vragen', async ({ tx, municipality, view, today }, file, _, { reason }) =>
      page(
        <AskOpinionsPage
          view={view}
          file={file}
          people={(await whoCanAdvise(tx, municipality.id, file)).filter(({ roles }) => roles.includes('adviser'))}
          dueOn={addTerm(today, { workingDays: file.row.complex ? 20 : 10 })}
          reason={reason === 'required'}
        />,
      ),
    ),
  },
  {
    method: 'POST',
    path: '/zaken/:case/adviezen',
    may: 'case.handle',
    answer: stepping('adviezen-vragen', async ({ tx, municipality, view, today, sent }, file, doing, possible) => {
      const everyone = await whoCanAdvise(tx, municipality.id, file)
      const people = everyone.filter((person) => person.roles.includes('adviser'))
      const { typed, held, problems } = readForm(fieldsOf(file, { everyone, possible, today }), sent)
      if (!held)
        return page(
          <AskOpinionsPage
            view={view}
            file={file}
            people={people}
            dueOn={typed.termijn}
            reason={possible.reason === 'required'}
            problems={problems}
            typed={sent}
          />,
          422,
        )
      await takeStep(doing, file, possible, held.reden)
      await askOpinions(
        doing,
        file,
        [
          ...rolesIn(held.wie).map((role) => ({ role, person: null })),
          ...people
            .filter(({ id }) => held.wie.includes(id))
            .map(({ id }) => ({ role: 'adviser' as const, person: id })),
        ],
        held.termijn,
      )
      return go(pathOf(file.row), 'De adviezen zijn gevraagd.')
    }),
  },
]
