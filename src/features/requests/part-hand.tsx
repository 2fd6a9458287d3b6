/** Whose a request is: which body decides, who handles it, with which it goes together, and what stands apart. */
import { CONTROLLERS, LONGEST_WORDS } from '../../vocabulary/request.ts'
import { spoken } from '../../lib/spoken-number.ts'
import { Area, Choice, Select } from '../../web/desk/form.tsx'
import { day } from '../../web/language.ts'
import { Text } from '../../web/parts.tsx'
import { Part, problemsAt, type Props } from './part-step.tsx'

/** Which of the bodies of its kind decides. */
export const Decides = (props: Props) => (
  <Part props={props} path="orgaan" title="Kies wie hierover besluit" button="Opslaan">
    <Choice
      name="besluiter"
      label="Wie besluit"
      value={[props.request.controller]}
      problems={problemsAt(props, 'orgaan')}
      options={props.kind.controllers.map(({ id, when }) => ({ value: id, label: CONTROLLERS[id].nl, hint: when.nl }))}
    />
  </Part>
)

export const HandOver = (props: Props) => (
  <Part props={props} path="overdragen" title="Draag het over aan een collega" button="Draag over">
    <Text>Daarna leest u niet meer wie dit vraagt en wat er staat.</Text>
    <Select
      name="aan"
      label="Aan wie"
      empty="Kies een collega"
      problems={problemsAt(props, 'overdragen')}
      options={props.colleagues.map(({ id, name }) => ({ value: id, label: name }))}
    />
  </Part>
)

export function Merge(props: Props) {
  const { request, kind, alike } = props
  const problems = problemsAt(props, 'samenvoegen')
  const strange = kind.about === 'person' && alike.some(({ requester }) => requester !== request.requester)
  return (
    <Part props={props} path="samenvoegen" title="Voeg samen met een ander verzoek" button="Voeg samen">
      <Text>Dit verzoek sluit. Wie het deed, leest het antwoord op het andere verzoek.</Text>
      <Select
        name="met"
        label="Met welk verzoek"
        empty="Kies een verzoek"
        problems={problems}
        options={alike.map(({ id, number, receivedOn, requester }) => ({
          value: id,
          label:
            `${spoken(number)}, van ${day('nl', receivedOn)}` +
            (requester === request.requester ? ', van dezelfde inwoner' : ''),
        }))}
      />
      {strange ? (
        <Choice
          name="zelfde"
          label="Is het dezelfde inwoner?"
          several
          problems={problems}
          options={[{ value: 'ja', label: 'Ja, ik stelde bij allebei vast dat het dezelfde persoon is.' }]}
        />
      ) : null}
    </Part>
  )
}

export const Split = (props: Props) => (
  <Part props={props} path="apart" title="Zet een deel apart als eigen verzoek" button="Zet apart">
    <Text>Vraagt de inwoner twee dingen? Het andere deel krijgt een eigen termijn, vanaf dezelfde dag.</Text>
    <Select
      name="soort"
      label="Wat voor verzoek is het andere deel?"
      empty="Kies een soort"
      problems={problemsAt(props, 'apart')}
      options={props.kinds
        .filter(({ role, id }) => role === props.request.role && id !== props.request.kind)
        .map(({ id, title }) => ({ value: id, label: title.nl }))}
    />
    <Area
      name="deeltekst"
      label="Wat er in dat deel wordt gevraagd"
      rows={3}
      maxLength={LONGEST_WORDS}
      problems={problemsAt(props, 'apart')}
    />
  </Part>
)
