/** Who does a measure and before which day: somebody with an account, or an organisation that is followed. */
import { Field, Select, type Problems } from '../../web/desk/form.tsx'
import type { Sent } from '../../web/desk/route.ts'
import { said } from '../../web/desk/said.ts'
import type { Measure } from './measure-store.ts'
import { personOption } from './parts.tsx'
import type { Somebody } from './store.ts'

type Props = {
  readonly owners: readonly Somebody[]
  readonly problems: Problems
  readonly typed: Sent | undefined
  /** As it was agreed before. */
  readonly was?: Pick<Measure, 'owner' | 'doer' | 'doerRole' | 'dueOn'>
}
export const WhoFields = ({ owners, problems, typed, was }: Props) => (
  <>
    <Select
      name="wie"
      label="Wie doet of volgt het?"
      {...(was === undefined && { empty: 'Kies iemand' })}
      options={owners.map(personOption)}
      value={said(typed, 'wie', was?.owner)}
      problems={problems}
    />
    <Field
      name="organisatie"
      label="Doet een organisatie zonder account het? Welke?"
      hint="Wie u hierboven kiest, volgt het dan voor hen en stuurt het bewijs in."
      optional
      maxLength={120}
      value={said(typed, 'organisatie', was?.doer)}
      problems={problems}
    />
    <Field
      name="functie"
      label="Wie spreekt u daar aan?"
      hint="Noem een functie, geen naam."
      optional
      maxLength={120}
      value={said(typed, 'functie', was?.doerRole)}
      problems={problems}
    />
    <Field
      name="voor_dag"
      label="Voor welke dag?"
      type="date"
      value={said(typed, 'voor_dag', was?.dueOn)}
      problems={problems}
    />
  </>
)
