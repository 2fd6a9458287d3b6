/** The forms of a system that a hack event may look at: what it is, and what its supplier said. */
import { CONSENT_STATES } from '../../../vocabulary/hack.ts'
import { fingerprint } from '../../../lib/fingerprint.ts'
import { basisOf } from '../../../web/desk/edit.tsx'
import { Area, Choice, Field, FileField, Hidden, none } from '../../../web/desk/form.tsx'
import { Facts, Link, Text } from '../../../web/parts.tsx'
import { letterSays, type TypedTarget } from './fields.ts'
import { Frame, typedOf, type Shown } from './frame.tsx'
import { hackPath } from './here.ts'
import type { Agreed, Target } from './store.ts'

type TargetProps = Omit<Shown, 'typed'> & { readonly typed: TypedTarget; readonly id?: string }
export function TargetForm({ typed, id, ...shown }: TargetProps) {
  const { problems = none } = shown
  const field = { problems }
  return (
    <Frame
      {...shown}
      title={id === undefined ? 'Systeem toevoegen' : `${typed.systeem} wijzigen`}
      lead={
        id === undefined
          ? 'Daarna vraagt u de leverancier om te tekenen. Zolang hij niet antwoordt, staat er niets op de site.'
          : 'Wijzigt u het systeem of de tijd? Dan vervalt de toestemming, en vraagt u die opnieuw.'
      }
      action={id === undefined ? 'systeem' : `systeem/${id}/wijzigen`}
      button={id === undefined ? 'Toevoegen' : 'Opslaan'}
    >
      <Field {...field} name="systeem" label="Naam van het systeem" value={typed.systeem} maxLength={120} />
      <Field
        {...field}
        name="adres"
        label="Adres"
        hint="Zoals https://mijn.voorbeeld.nl, of waar een apparaat staat."
        value={typed.adres}
        maxLength={300}
      />
      <Field {...field} name="leverancier" label="Leverancier" value={typed.leverancier} maxLength={120} />
      <Field {...field} name="contact" label="Wie vraagt u daar?" value={typed.contact} maxLength={120} optional />
      <Field {...field} name="mail" label="E-mailadres" type="email" value={typed.mail} maxLength={254} optional />
      <Field {...field} name="dag" label="Vanaf welke dag mag het?" type="date" value={typed.dag} />
      <Field {...field} name="van" label="Vanaf hoe laat?" value={typed.van} maxLength={5} />
      <Field {...field} name="laatste" label="Tot welke dag?" type="date" value={typed.laatste} />
      <Field {...field} name="tot" label="Tot hoe laat?" value={typed.tot} maxLength={5} />
      <Area
        {...field}
        name="grenzen"
        label="Wat mag bij dit systeem niet?"
        hint="Zoals: geen wachtwoorden raden. Iedereen leest dit."
        value={typed.grenzen}
        rows={3}
        maxLength={1_000}
        optional
      />
    </Frame>
  )
}

const ANSWERS = {
  asked: ['given', 'refused'],
  refused: ['given'],
  given: ['withdrawn'],
  withdrawn: ['given'],
} as const

type ConsentProps = Shown & { readonly target: Target; readonly agreed: Agreed }
export function ConsentForm({ target, agreed, ...shown }: ConsentProps) {
  const { event, typed, problems = none } = shown
  const basis = basisOf(letterSays(target, agreed))
  const answers = ANSWERS[target.state]
  const label = { given: 'Ja, er is getekend', refused: 'Nee', withdrawn: 'De toestemming is ingetrokken' }
  return (
    <Frame
      {...shown}
      title={`Toestemming voor ${target.name}`}
      lead={`De toestemming van ${target.supplier} is ${CONSENT_STATES[target.state]}.`}
      action={`systeem/${target.id}`}
      button="Vastleggen"
      files
      above={
        <>
          <Facts
            items={[
              { name: 'Adres', value: <span className="ld-break">{target.address}</span> },
              { name: 'Contact', value: [target.contact, target.contact_email].filter(Boolean).join(', ') || 'geen' },
              { name: 'Kenmerk van de brief', value: fingerprint(basis) },
              { name: 'Getekend door', value: [target.signed_name, target.signed_role].filter(Boolean).join(', ') },
              {
                name: 'Controlegetal',
                value: <span className="ld-break">{target.signed_hash || 'geen bestand'}</span>,
              },
            ]}
          />
          <Text>
            <Link to={hackPath(event, `systeem/${target.id}/brief`)}>Brief om te laten tekenen</Link>
          </Text>
          <Text>
            <Link to={hackPath(event, `systeem/${target.id}/wijzigen`)}>Systeem wijzigen</Link>
          </Text>
        </>
      }
    >
      <Hidden name="basis" value={basis} />
      <Choice
        name="antwoord"
        label="Wat zei de leverancier?"
        value={[typedOf(typed, 'antwoord', answers.length === 1 ? answers[0] : '')]}
        options={answers.map((each) => ({ value: each, label: label[each] }))}
        problems={problems}
      />
      <Field
        name="naam"
        label="Wie tekende? (nodig bij ja)"
        hint="Op een brief met het kenmerk hierboven. Iemand die voor de leverancier mag beslissen."
        value={typedOf(typed, 'naam', '')}
        maxLength={120}
        problems={problems}
      />
      <Field
        name="functie"
        label="Functie"
        value={typedOf(typed, 'functie', '')}
        maxLength={120}
        problems={problems}
        optional
      />
      <Field
        name="op"
        label="Op welke dag? (nodig bij ja)"
        type="date"
        value={typedOf(typed, 'op', '')}
        problems={problems}
      />
      <FileField
        name="bestand"
        label="Het getekende bestand (nodig bij ja)"
        hint="Een scan of een pdf. Wij bewaren alleen het controlegetal. Bewaar het bestand zelf in uw archief."
        problems={problems}
      />
    </Frame>
  )
}
