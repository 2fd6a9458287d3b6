/** The part of the form that says what is promised, and by whom. */
import type { Criterion, Norm } from '../../model/norm.ts'
import { PLEDGE_METHODS } from '../../vocabulary/covenant.ts'
import { Choice, Field, none, Select } from '../../web/desk/form.tsx'
import { Details, Heading } from '../../web/parts.tsx'
import type { PledgeFormProps } from './pledge-props.ts'
import { optionsOf, UNITS } from './pledge-form.ts'

const criteriaOf = (norms: readonly Norm[]) =>
  norms.flatMap((norm) => norm.criteria.filter(({ weight }) => weight > 0).map((criterion) => ({ norm, criterion })))
const HOW: Readonly<Record<Criterion['means']['by'], string>> = {
  check: 'gemeten van buiten',
  question: 'een vraag in de zelfcheck',
  person: 'iemand kijkt',
  entry: 'uit een register',
}

/** What is promised, and by whom. */
export function PledgeWhat({ norms, input, parties, streets, problems = none }: PledgeFormProps) {
  const criteria = criteriaOf(norms).map(({ norm, criterion }) => ({
    value: criterion.id,
    label: criterion.title.nl,
    hint: `${norm.id} ${norm.label}, ${HOW[criterion.means.by]}`,
  }))
  return (
    <>
      <Heading level={2}>Wat u belooft</Heading>
      <Field name="titel" label="Naam van de afspraak" value={input.titel} maxLength={200} problems={problems} />
      <Choice
        name="hoe"
        label="Hoe is het te volgen?"
        options={optionsOf(PLEDGE_METHODS)}
        value={[input.hoe]}
        problems={problems}
      />
      <Select name="eenheid" label="Wat telt u?" options={optionsOf(UNITS)} value={input.eenheid} problems={problems} />
      <Field
        name="woorden"
        label="Hoe heet wat u telt?"
        hint="In het meervoud, zoals: winkels, websites, medewerkers."
        value={input.woorden}
        maxLength={100}
        problems={problems}
      />
      <Choice
        name="regel1"
        label="Wanneer telt één ervan mee?"
        hint="Bij bevindingen. Kies de punten die in orde moeten zijn."
        several
        options={criteria}
        value={input.regel1}
        problems={problems}
      />
      <Field
        name="minstens1"
        label="Hoeveel procent van deze punten?"
        hint="Deels in orde telt half. 100 is alles."
        value={input.minstens1}
        inputMode="decimal"
        problems={problems}
      />
      <Details
        summary="Iets anders is ook genoeg"
        open={input.regel2.length > 0 || problems['minstens2'] !== undefined}
      >
        <Choice
          name="regel2"
          label="Welke punten mogen in plaats daarvan?"
          hint="Bijvoorbeeld een geldig certificaat."
          several
          optional
          options={criteria}
          value={input.regel2}
          problems={problems}
        />
        <Field
          name="minstens2"
          label="Hoeveel procent daarvan?"
          value={input.minstens2}
          inputMode="decimal"
          optional
          problems={problems}
        />
      </Details>
      <Select
        name="criterium"
        label="Bij aantallen: over welk punt gaat het?"
        empty="Niet van toepassing"
        options={criteria.map(({ value, label }) => ({ value, label }))}
        value={input.criterium}
        problems={problems}
      />
      <Choice
        name="wie"
        label="Over wie gaat het?"
        options={[
          { value: 'parties', label: 'Alle partijen' },
          { value: 'organisations', label: 'Alleen deze partijen' },
          { value: 'street', label: 'Alles in een straat, ook van wie niet meedoet' },
        ]}
        value={[input.wie]}
        problems={problems}
      />
      {parties.size === 0 ? null : (
        <Choice
          name="organisaties"
          label="Welke partijen?"
          hint="Alleen bij “alleen deze partijen”."
          several
          optional
          options={[...parties].map(([value, label]) => ({ value, label }))}
          value={input.organisaties}
          problems={problems}
        />
      )}
      <Field
        name="straat"
        label="Welke straat?"
        optional
        value={input.straat}
        maxLength={200}
        suggestions={streets}
        problems={problems}
      />
    </>
  )
}
