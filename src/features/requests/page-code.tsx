/** The form at the counter by which somebody who lost the code gets another. */
import { spoken } from '../../lib/spoken-number.ts'
import { IDENTITY_STEPS, LONGEST_LINE } from '../../vocabulary/request.ts'
import { Button, Buttons, Choice, ErrorSummary, Field, Form, none, type Problems } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { Heading, Text } from '../../web/parts.tsx'
import type { DeskRequest } from './store.ts'

export type TypedCode = { readonly name: string; readonly how: string; readonly why: string }
export const WHY_CODE = { lost: 'De code is kwijt', seen: 'Iemand anders zag de code' } as const

type Props = {
  readonly view: DeskView
  readonly request: DeskRequest
  /** Who handles it reads the name already. */
  readonly mine: boolean
  readonly typed: TypedCode
  readonly problems?: Problems
}

export function CodeRenewPage({ view, request, mine, typed, problems = none }: Props) {
  const place = `/balie/verzoeken/${request.id}`
  const crumbs = [
    { name: 'Verzoeken', to: '/balie/verzoeken' },
    { name: spoken(request.number), to: place },
  ]
  return (
    <DeskPage view={view} title="Geef een nieuwe code" crumbs={crumbs} oneForm>
      <div className="ld-opening">
        <p className="ld-kicker">Nummer {spoken(request.number)}</p>
        <Heading level={1}>Geef een nieuwe code</Heading>
        <ErrorSummary problems={problems} />
        <Text lead>De oude code werkt daarna niet meer. Stel eerst vast wie er voor u staat.</Text>
      </div>
      <Form view={view} action={`${place}/code`}>
        {mine ? null : (
          <Field
            name="naam"
            label="Naam die de inwoner zegt"
            hint="Leidraad kijkt of die naam bij dit verzoek staat, en toont hem niet. Dat kan drie keer op een dag."
            value={typed.name}
            maxLength={LONGEST_LINE}
            problems={problems}
          />
        )}
        <Choice
          name="hoe"
          label="Hoe stelde u vast wie het is?"
          value={[typed.how]}
          problems={problems}
          options={Object.entries(IDENTITY_STEPS).map(([value, label]) => ({ value, label }))}
        />
        <Choice
          name="waarom"
          label="Waarom een nieuwe code?"
          value={[typed.why]}
          problems={problems}
          options={Object.entries(WHY_CODE).map(([value, label]) => ({ value, label }))}
        />
        <Buttons>
          <Button>Geef een nieuwe code</Button>
        </Buttons>
      </Form>
    </DeskPage>
  )
}
