/** Gives a case another author, so that it does not stand still for somebody who left or is ill. */
import type { Tx } from '../../../db/as.ts'
import { Area, Button, Buttons, Form, none, Select } from '../../../web/desk/form.tsx'
import { forbidden, go, overtaken, page, type Asked, type Reply, type Route } from '../../../web/desk/route.ts'
import { among, readForm, text, thatIs, word } from '../../../web/desk/schema.ts'
import { Link } from '../../../web/parts.tsx'
import { pathOf } from '../address.ts'
import type { CaseDoors } from '../doors.ts'
import { whyNotAuthor, whyNotReplaceAuthor } from '../rules/may.ts'
import { inWords } from '../rules/reason.ts'
import type { Doing } from '../store/ask.ts'
import { replaceAuthor } from '../store/author.ts'
import { type Named, peopleWith } from '../store/people.ts'
import type { Case } from '../store/rows.ts'
import { Act, type Base, said } from './form.tsx'

function AuthorPage({ view, file, people, problems = none, typed }: Base & { people: readonly Named[] }) {
  return (
    <Act
      view={view}
      file={file}
      title="Wijs een andere indiener aan"
      problems={problems}
      lead="De nieuwe indiener gaat verder waar de zaak nu staat. Wat al is beantwoord en geadviseerd, blijft staan."
    >
      <Form view={view} action={`${pathOf(file.row)}/indiener`}>
        <Select
          name="indiener"
          label="Wie wordt de indiener?"
          empty="Kies een collega"
          value={said(typed, 'indiener')}
          problems={problems}
          options={people.map(({ id, name, function: work }) => ({
            value: id,
            label: work === '' ? name : `${name}, ${work}`,
          }))}
        />
        <Area
          name="reden"
          label="Waarom?"
          hint="Uw reden staat in het verloop van de zaak."
          rows={3}
          value={said(typed, 'reden')}
          problems={problems}
          maxLength={2_000}
        />
        <Buttons>
          <Button>Wijs deze indiener aan</Button>
          <Link to={pathOf(file.row)}>Annuleren</Link>
        </Buttons>
      </Form>
    </Act>
  )
}

/** Who can take the case over. */
async function candidates(tx: Tx, municipality: string, file: Case): Promise<Named[]> {
  const people = await peopleWith(tx, municipality, ['policy-officer', 'executor', 'adviser', 'account-manager'])
  return people.filter((person) => whyNotAuthor(file.facts, person) === undefined)
}

const fieldsOf = <P extends { readonly id: string }>(people: readonly P[]) => ({
  indiener: word(among(people, 'Kies een collega uit de lijst.')),
  reden: text(2_000, thatIs(inWords, 'Leg in een zin uit waarom een ander de zaak overneemt.')),
})

export const authorRoutes = ({ onCase }: CaseDoors): readonly Route<Tx>[] => {
  const replacing = (then: (asked: Asked<Tx>, file: Case, doing: Doing, people: readonly Named[]) => Promise<Reply>) =>
    onCase(async (asked, file, doing) => {
      const why = whyNotReplaceAuthor(file.facts, asked.who)
      return why === undefined
        ? then(asked, file, doing, await candidates(asked.tx, asked.municipality.id, file))
        : forbidden(why)
    })
  return [
    {
      method: 'GET',
      path: '/zaken/:case/indiener',
      may: 'case.read',
      answer: replacing(async ({ view }, file, _, people) =>
        page(<AuthorPage view={view} file={file} people={people} />),
      ),
    },
    {
      method: 'POST',
      path: '/zaken/:case/indiener',
      may: 'case.read',
      answer: replacing(async ({ view, sent }, file, doing, people) => {
        const { held, problems } = readForm(fieldsOf(people), sent)
        if (!held)
          return page(<AuthorPage view={view} file={file} people={people} problems={problems} typed={sent} />, 422)
        return (await replaceAuthor(doing, file, held.indiener, held.reden))
          ? go(pathOf(file.row), `${held.indiener.name} is nu de indiener.`)
          : overtaken('Iemand anders wees net een andere indiener aan.')
      }),
    },
  ]
}
