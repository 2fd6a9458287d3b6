/** Writing a warning in plain words: what happened, one thing to do, how to see that it worked, and whom to call. */
import { TLP, TLP_MEANS, type Tlp } from '../../vocabulary/tlp.ts'
import { URGENCIES } from '../../vocabulary/warning.ts'
import {
  Area,
  Button,
  Buttons,
  Choice,
  ErrorSummary,
  Field,
  Form,
  Hidden,
  none,
  type Problems,
} from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { Details, Heading, Text } from '../../web/parts.tsx'
import { TlpBanner } from '../../web/warning/label.tsx'
import { SourceText } from '../../web/warning/text.tsx'
import type { TypedWords } from './fields.ts'
import { PLACE } from './page-list.tsx'

type Props = {
  readonly view: DeskView
  readonly typed: TypedWords
  readonly problems?: Problems
  /** Of one that is there: its label stands elsewhere. Absent: it is new. */
  readonly of?: { readonly id: string; readonly label: Tlp | null; readonly version: number; readonly source: string }
  readonly label?: string
}

/** The labels to choose from, the widest first, each with what it asks. */
export const labelOptions = TLP.toReversed().map((each) => ({
  value: each,
  label: `TLP:${each}`,
  hint: TLP_MEANS.nl[each],
}))

export function WarningFormPage({ view, typed, problems = none, of, label = '' }: Props) {
  const title = of === undefined ? 'Waarschuwing schrijven' : 'Waarschuwing wijzigen'
  return (
    <DeskPage
      view={view}
      title={problems === none ? title : `Fout: ${title}`}
      crumbs={[{ name: 'Waarschuwingen', to: PLACE }]}
    >
      <div className={of?.label === 'RED' ? 'ld-not-printed' : undefined}>
        <div className="ld-opening">
          <Heading level={1}>{title}</Heading>
          <ErrorSummary problems={problems} />
          {of === undefined ? null : <TlpBanner label={of.label} />}
          <Text>Schrijf voor wie er niets van weet. Houd zinnen kort, en vraag één ding.</Text>
        </div>
        {of === undefined || of.source === '' ? null : (
          <Details summary="Wat de bron schrijft">
            <SourceText text={of.source} />
          </Details>
        )}
        <Form view={view} action={of === undefined ? `${PLACE}/nieuw` : `${PLACE}/${of.id}/wijzigen`}>
          {of === undefined ? (
            <Choice
              name="label"
              label="Wie mag dit lezen?"
              hint="Het label is ook het slot. Ruimer kan later, met toestemming."
              options={labelOptions}
              value={label === '' ? [] : [label]}
              problems={problems}
            />
          ) : (
            <Hidden name="versie" value={`${of.version}`} />
          )}
          <Field name="titel" label="Titel" value={typed.titel} maxLength={200} problems={problems} />
          <Area
            name="wat"
            label="Wat is er gebeurd?"
            hint="In één zin."
            value={typed.wat}
            rows={2}
            maxLength={400}
            problems={problems}
          />
          <Area
            name="doen"
            label="Wat moet iemand doen?"
            hint="Eén ding."
            value={typed.doen}
            rows={2}
            maxLength={300}
            problems={problems}
          />
          <Field
            name="uiterlijk"
            label="Uiterlijk op"
            type="date"
            optional
            value={typed.uiterlijk}
            problems={problems}
          />
          <Area
            name="gelukt"
            label="Hoe ziet iemand dat het werkte?"
            value={typed.gelukt}
            rows={2}
            maxLength={400}
            problems={problems}
          />
          <Area
            name="bellen"
            label="Wie kan iemand bellen?"
            hint="Een nummer, en wanneer iemand opneemt."
            value={typed.bellen}
            rows={2}
            maxLength={300}
            problems={problems}
          />
          <Choice
            name="urgentie"
            label="Hoe snel moet het?"
            options={[
              { value: '', label: 'Dat zegt niemand' },
              { value: 'normal', label: URGENCIES.normal },
              { value: 'urgent', label: URGENCIES.urgent },
            ]}
            value={[typed.urgentie]}
            problems={problems}
          />
          <Area
            name="producten"
            label="Over welke producten gaat het?"
            hint="Per regel: maker; product; versies. Bijvoorbeeld: WordPress; WordPress; tot en met 6.4.2"
            optional
            value={typed.producten}
            rows={4}
            maxLength={8_000}
            problems={problems}
          />
          <Buttons>
            <Button>Bewaren</Button>
          </Buttons>
        </Form>
      </div>
      {of?.label === 'RED' ? <p className="ld-only-printed">TLP:RED komt niet op papier.</p> : null}
    </DeskPage>
  )
}
