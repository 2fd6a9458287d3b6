/** Whether the municipality owes a penalty for being late: decided by a person, on a ground that the resident reads. */
import { OWED } from '../../vocabulary/request.ts'
import { Choice } from '../../web/desk/form.tsx'
import { Text } from '../../web/parts.tsx'
import { mayNotDecide } from './desk-rules.ts'
import { Part, problemsAt, type Props } from './part-step.tsx'

export function DecideOwed(props: Props) {
  if (mayNotDecide(props.kind, props.request, props.steps, props.today) !== undefined) return null
  return (
    <Part props={props} path="dwangsom" title="Besluit over de dwangsom" button="Leg het besluit vast">
      <Text>
        Dit is een besluit (Awb 4:18). De inwoner leest het, met de reden. Betalen doet de gemeente binnen zes weken
        daarna (4:87). Wie geen e-mail gaf, stuurt u het besluit ook per brief: print hem op deze pagina, na het
        besluit.
      </Text>
      <Choice
        name="dwangsom"
        label="Is de dwangsom verschuldigd?"
        problems={problemsAt(props, 'dwangsom')}
        options={Object.entries(OWED).map(([value, { desk: label }]) => ({ value, label }))}
      />
    </Part>
  )
}
