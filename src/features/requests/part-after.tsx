/** What can be done with a request that is over: let its words wait while somebody objects, appeals or complains. */
import { Field } from '../../web/desk/form.tsx'
import { day } from '../../web/language.ts'
import { Section, Text } from '../../web/parts.tsx'
import { holdable } from './desk-rules.ts'
import { DecideOwed } from './part-owed.tsx'
import { Part, problemsAt, type Props } from './part-step.tsx'
import { Notice } from './part-whose.tsx'

export function After(props: Props) {
  const { request, today } = props
  const { from, until } = holdable(request, today)
  return (
    <Section id="daarna" title="Wat u nog kunt doen">
      <Part
        props={props}
        path="vasthouden"
        title={request.heldUntil === null ? 'Laat het wissen wachten' : 'Laat het wissen langer wachten'}
        button="Laat wachten"
      >
        <Text>
          Er loopt bezwaar, beroep of een klacht over dit verzoek. Zet het besluit en de stukken eerst in het
          zaaksysteem of het archief: Leidraad is geen archief. De inwoner leest tot wanneer het wissen wacht.
        </Text>
        <Field
          name="tot"
          label="Tot en met"
          hint={`Van ${day('nl', from)} tot en met ${day('nl', until)}. Voor het einde krijgt u een taak.`}
          type="date"
          problems={problemsAt(props, 'vasthouden')}
        />
      </Part>
      <Notice {...props} />
      <DecideOwed {...props} />
      {request.heldUntil === null ? null : (
        <Part
          props={props}
          path="loslaten"
          title="Bezwaar, beroep of klacht is voorbij"
          button="Laat niet meer wachten"
        >
          <Text>
            {request.wipeOn! <= today
              ? 'Alles wordt dan vandaag nog gewist.'
              : `Alles wordt dan gewist op ${day('nl', request.wipeOn!)}.`}
          </Text>
        </Part>
      )}
    </Section>
  )
}
