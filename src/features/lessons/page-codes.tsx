/** The codes of an organisation, and the form to make one. */
import { LONGEST_LABEL } from '../../vocabulary/lesson.ts'
import { Button, Buttons, Field, Form, none, type Problems } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { counted, day } from '../../web/language.ts'
import { Heading, Link, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import type { GroupCode } from './store.ts'

export type TypedCode = { readonly naam: string; readonly medewerkers: string; readonly tot: string }

type Props = {
  readonly view: DeskView
  /** `/balie/lescodes`, or that of a partner. */
  readonly place: string
  readonly codes: readonly GroupCode[]
  readonly today: string
  readonly mayMake: boolean
  readonly typed: TypedCode
  readonly problems?: Problems
}

/** Whether it can be entered today. */
export const runs = ({ endedOn, until }: GroupCode, today: string): boolean => endedOn === null && until >= today

const standOf = (code: GroupCode, today: string): string =>
  runs(code, today)
    ? `geldig tot en met ${day('nl', code.until)}`
    : `voorbij sinds ${day('nl', code.endedOn ?? code.until)}`

export function CodesPage({ view, place, codes, today, mayMake, typed, problems = none }: Props) {
  const running = codes.filter((code) => runs(code, today)).length
  return (
    <DeskPage view={view} title="Lescodes" oneForm={mayMake}>
      <div className="ld-opening">
        <Heading level={1}>Lescodes</Heading>
        <Text lead>
          {running === 0
            ? 'Met een lescode telt u hoeveel medewerkers een les volgden. Wie het was, weet niemand.'
            : `Er ${running === 1 ? 'loopt één lescode' : `lopen ${running} lescodes`}.`}
        </Text>
        <Text>
          Uw medewerkers volgen een les op de openbare site en vullen daar de code in. U ziet alleen aantallen per
          maand, en pas vanaf vijf. <Link to="/leren/lessen">Bekijk de lessen</Link>
        </Text>
      </div>
      <Section id="lijst" title="Uw codes" wide>
        {codes.length === 0 ? (
          <Text>Er is nog geen lescode.</Text>
        ) : (
          <Table
            id="lescodes"
            caption="De nieuwste staat bovenaan"
            stacked
            columns={[{ head: 'Voor wie' }, { head: 'Medewerkers' }, { head: 'Stand' }]}
            rows={codes.map((code) => ({
              key: code.id,
              cells: [
                <Link key="a" to={`${place}/${code.id}`}>
                  {code.label}
                </Link>,
                `${counted('nl', code.staff, 'medewerker', 'medewerkers')} (eigen opgave)`,
                standOf(code, today),
              ],
            }))}
          />
        )}
      </Section>
      {mayMake ? (
        <Section id="nieuw" title="Nieuwe lescode">
          <Form view={view} action={place}>
            <Field
              name="naam"
              label="Voor wie is de code?"
              hint="Bijvoorbeeld: alle medewerkers, of de winkel. Noem geen personen."
              value={typed.naam}
              maxLength={LONGEST_LABEL}
              problems={problems}
            />
            <Field
              name="medewerkers"
              label="Hoeveel mensen zijn dat?"
              hint="Uw eigen opgave. Een code is voor vijf mensen of meer."
              inputMode="numeric"
              value={typed.medewerkers}
              maxLength={6}
              problems={problems}
            />
            <Field name="tot" label="Laatste dag" type="date" value={typed.tot} problems={problems} />
            <Buttons>
              <Button>Lescode maken</Button>
            </Buttons>
          </Form>
        </Section>
      ) : null}
    </DeskPage>
  )
}
