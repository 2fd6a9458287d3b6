/** What can be done with a warning: answer, send or renew, another label, end. */
import { daysAfter } from '../../lib/iso-date.ts'
import { REPLIES, REPLY_WORDS, SILENT, type Reply } from '../../vocabulary/warning.ts'
import { Area, Button, Buttons, Choice, Field, Form, type Problems } from '../../web/desk/form.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { moment } from '../../web/language.ts'
import { Details, Section, Text } from '../../web/parts.tsx'
import { labelOptions } from './page-form.tsx'
import { PLACE } from './page-list.tsx'
import { lacksToSend } from './rules.ts'
import type { Version, Warning } from './store.ts'

type Own = { readonly answer: Reply; readonly text: string; readonly at: Date } | undefined

export function ReplyPart({ view, id, own, problems }: { view: DeskView; id: string; own: Own; problems: Problems }) {
  const whose = view.who.organisation === null ? 'de gemeente' : 'uw organisatie'
  return (
    <Section id="antwoorden" title={`Geldt dit voor ${whose}?`}>
      <Text>
        {own === undefined
          ? `Nu staat er: ${SILENT}.`
          : `U zei: ${REPLY_WORDS[own.answer]} (${moment('nl', own.at)}). U kunt dit veranderen.`}
      </Text>
      <Form view={view} action={`${PLACE}/${id}/antwoorden`}>
        <Choice
          name="antwoord"
          label="Uw antwoord"
          options={REPLIES.map((each) => ({ value: each, label: REPLY_WORDS[each] }))}
          value={own === undefined ? [] : [own.answer]}
          problems={problems}
        />
        <Area
          name="toelichting"
          label="Wilt u er iets bij zeggen?"
          hint="Alleen wie bij de gemeente over waarschuwingen gaat, leest dit."
          optional
          rows={2}
          maxLength={500}
          problems={problems}
        />
        <Buttons>
          <Button>Antwoord geven</Button>
        </Buttons>
      </Form>
    </Section>
  )
}

type SendProps = {
  readonly view: DeskView
  readonly warning: Warning
  /** Absent: they are closed, and what lacks is said when it is sent. */
  readonly words: Version | undefined
  readonly today: string
  /** Nobody would hear of it. */
  readonly alone: boolean
  readonly problems: Problems
}
/** Sending, or renewing what was sent. */
export function SendPart({ view, warning, words, today, alone, problems }: SendProps) {
  const { id, label, state, endsOn } = warning
  if (label === null) return null
  const lacks = words === undefined || state === 'sent' ? [] : lacksToSend(words)
  if (lacks.length > 0)
    return (
      <Section id="sturen" title="Versturen">
        <Text>Dit kan nog niet weg. Schrijf eerst: {lacks.join(', ')}.</Text>
      </Section>
    )
  const again = state === 'sent'
  return (
    <Section id="sturen" title={again ? 'Verlengen' : 'Versturen'}>
      <Text>
        {again
          ? 'Geldt de waarschuwing nog? Kies een nieuwe laatste dag.'
          : 'Ieder voor wie het is, krijgt een taak en een e-mail. Hoeveel daarin staat, zegt het label.'}
      </Text>
      <Form view={view} action={`${PLACE}/${id}/${again ? 'verlengen' : 'sturen'}`}>
        <Field
          name="tot"
          label="Laatste dag"
          hint="Daarna is zij voorbij, tenzij iemand haar verlengt."
          type="date"
          value={endsOn ?? daysAfter(today, 30)}
          problems={problems}
        />
        {alone && !again ? (
          <Choice
            name="zonder"
            label="Niemand krijgt nu bericht: er zijn geen ontvangers met een account."
            several
            options={[{ value: 'ja', label: 'Ja, verstuur haar toch. Wie haar mag lezen, vindt haar zelf.' }]}
            problems={problems}
          />
        ) : null}
        <Buttons>
          <Button kind={again ? 'secondary' : 'primary'}>{again ? 'Verlengen' : 'Versturen'}</Button>
        </Buttons>
      </Form>
    </Section>
  )
}

const LABEL_FIELDS = ['label', 'toestemming_van', 'toestemming_op', 'gezegd']
type LabelProps = {
  readonly view: DeskView
  readonly warning: Warning
  readonly today: string
  readonly problems: Problems
}
/** Another label; where there is none, the first. */
export function LabelPart({ view, warning: { id, label }, today, problems }: LabelProps) {
  const fields = (
    <Form view={view} action={`${PLACE}/${id}/label`}>
      <Choice
        name="label"
        label={label === null ? 'Wie mag dit lezen?' : 'Nieuw label'}
        options={labelOptions.filter(({ value }) => value !== label)}
        problems={problems}
      />
      <Field
        name="toestemming_van"
        label="Wie vindt dit goed?"
        hint="Ruimer delen mag alleen met toestemming van de bron. Vraag het, en schrijf op wie u sprak."
        maxLength={200}
        problems={problems}
      />
      <Field name="toestemming_op" label="Op welke dag?" type="date" value={today} problems={problems} />
      <Area name="gezegd" label="Wat was het antwoord?" rows={2} maxLength={500} problems={problems} />
      <Buttons>
        <Button kind={label === null ? 'primary' : 'secondary'}>Label vastleggen</Button>
      </Buttons>
    </Form>
  )
  return (
    <Section id="label" title={label === null ? 'Eerst een label' : 'Ander label'}>
      {label === null ? (
        fields
      ) : (
        <Details summary="Het label veranderen" open={LABEL_FIELDS.some((name) => name in problems)}>
          {fields}
        </Details>
      )}
    </Section>
  )
}

export const EndPart = ({ view, id }: { view: DeskView; id: string }) => (
  <Section id="eindigen" title="Beëindigen">
    <Text>Is het opgelost? Dan is de waarschuwing voorbij, voor iedereen. Dit kunt u niet terugdraaien.</Text>
    <Form view={view} action={`${PLACE}/${id}/eindigen`}>
      <Buttons>
        <Button kind="secondary">Beëindigen</Button>
      </Buttons>
    </Form>
  </Section>
)
