/** The parts of the form that say from where to where, what shows it, and who says so. */
import { PLEDGE_LEVELS } from '../../vocabulary/covenant.ts'
import { STRENGTHS } from '../../vocabulary/finding.ts'
import { Area, Choice, Field, none, Select } from '../../web/desk/form.tsx'
import { Heading } from '../../web/parts.tsx'
import type { PledgeFormProps } from './pledge-props.ts'
import { whyNotVerifier } from './pledge-rules.ts'
import { optionsOf, STEPS } from './pledge-form.ts'
import type { Colleague } from './pledge-store.ts'

/** From where to where. */
export function PledgeWay({ input, agreed, problems = none }: PledgeFormProps) {
  return (
    <>
      <Heading level={2}>Van begin naar doel</Heading>
      <Choice
        name="richting"
        label="Welke kant moet het op?"
        options={[
          { value: 'up', label: 'Omhoog: het aandeel wordt groter' },
          { value: 'down', label: 'Omlaag: het aandeel wordt kleiner' },
        ]}
        value={[input.richting]}
        problems={problems}
      />
      <Field
        name="begin"
        label="Dag van de beginmeting"
        type="date"
        hint="Uit bevindingen rekenen wij het begin op deze dag zelf uit. U typt het niet."
        value={input.begin}
        problems={problems}
      />
      {agreed ? (
        <Choice
          name="opnieuw"
          label="De beginmeting"
          hint="Zij is vastgesteld en blijft staan. Schrijf onderaan waarom als u haar opnieuw neemt."
          several
          optional
          options={[{ value: 'ja', label: 'Neem de beginmeting opnieuw, met de partijen van nu' }]}
          value={input.opnieuw}
          problems={problems}
        />
      ) : null}
      <Field
        name="beginaantal"
        label="Bij aantallen: bij hoeveel was het toen in orde?"
        inputMode="numeric"
        optional
        value={input.beginaantal}
        problems={problems}
      />
      <Field
        name="beginvan"
        label="Bij aantallen: van hoeveel?"
        inputMode="numeric"
        optional
        value={input.beginvan}
        problems={problems}
      />
      <Field
        name="beginbron"
        label="Bij aantallen: uit welk stuk blijkt dat?"
        hint="Noem het stuk, van wie het is, en de datum. Zonder stuk heet het begin “verklaard”."
        optional
        value={input.beginbron}
        maxLength={300}
        problems={problems}
      />
      {STEPS.map((no) => (
        <fieldset key={no} className="ld-choice">
          <legend className="utrecht-form-label">
            Stap {no} onderweg <span className="ld-quiet">(niet verplicht)</span>
          </legend>
          <Field name={`stap${no}op`} label="Op" type="date" value={input[`stap${no}op`]} problems={problems} />
          <Field
            name={`stap${no}`}
            label="Procent"
            inputMode="decimal"
            value={input[`stap${no}`]}
            problems={problems}
          />
        </fieldset>
      ))}
      <Field name="doel" label="Doel, in procent" inputMode="decimal" value={input.doel} problems={problems} />
      <Field name="op" label="Te halen op" type="date" value={input.op} problems={problems} />
      <Field
        name="speling"
        label="Zoveel procentpunt onder de lijn is nog op koers"
        hint="Laat leeg voor een tiende van de weg van begin naar doel."
        optional
        inputMode="decimal"
        value={input.speling}
        problems={problems}
      />
      <Area
        name="beslisregel"
        label="De regel in woorden"
        hint="Laat leeg of ongewijzigd, dan schrijven wij de zin die hierbij past."
        optional
        rows={4}
        value={input.beslisregel}
        maxLength={2_000}
        problems={problems}
      />
      {agreed ? (
        <>
          <Area
            name="reden"
            label="Verandert er iets aan wat is afgesproken? Schrijf waarom."
            hint="Wat er eerst stond, blijft ernaast staan, met deze reden."
            optional
            rows={3}
            value={input.reden}
            maxLength={1_000}
            problems={problems}
          />
          <Field
            name="akkoord"
            label="Wie ging daarmee akkoord?"
            hint="Bijvoorbeeld: de stuurgroep, op 12 mei 2027."
            optional
            value={input.akkoord}
            maxLength={500}
            problems={problems}
          />
        </>
      ) : null}
    </>
  )
}

/** What shows it, who says so, and what follows. */
export function PledgeProof({ input, staff, problems = none }: PledgeFormProps) {
  const named = (people: readonly Colleague[]) =>
    people.map(({ id, name, function: work }) => ({ value: id, label: [name, work].filter(Boolean).join(', ') }))
  return (
    <>
      <Heading level={2}>Bewijs en oordeel</Heading>
      <Area
        name="bewijs"
        label="Waaruit blijkt het?"
        rows={3}
        value={input.bewijs}
        maxLength={1_000}
        problems={problems}
      />
      <Select
        name="kracht"
        label="Hoe stevig is het bewijs minstens?"
        options={optionsOf(STRENGTHS)}
        value={input.kracht}
        problems={problems}
      />
      <Select
        name="beoordelaar"
        label="Wie is de toetser?"
        hint="Die zegt of de afspraak is gehaald. Niemand van een partij, niet de FG, en niet wie op de afspraak let."
        empty="Kies iemand"
        options={named(staff.filter((each) => whyNotVerifier(each, '') === undefined))}
        value={input.beoordelaar}
        problems={problems}
      />
      <Select
        name="eigenaar"
        label="Wie bij de gemeente let erop?"
        empty="Kies iemand"
        options={named(staff)}
        value={input.eigenaar}
        problems={problems}
      />
      <Area
        name="missen"
        label="Wat als het niet lukt?"
        rows={3}
        value={input.missen}
        maxLength={1_000}
        problems={problems}
      />
      <Choice
        name="publicatie"
        label="Wat leest iedereen?"
        options={optionsOf(PLEDGE_LEVELS)}
        value={[input.publicatie]}
        problems={problems}
      />
    </>
  )
}
