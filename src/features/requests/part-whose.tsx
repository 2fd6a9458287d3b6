/** What else can be done with a request: establish who asks, ask, stop, extend, hand over, put together or apart. */
import type { ReactNode } from 'react'
import type { RequestKind } from '../../model/request.ts'
import { CONTROLLERS, IDENTITY_STEPS, LONGEST_WORDS } from '../../vocabulary/request.ts'
import { spoken } from '../../lib/spoken-number.ts'
import { Area, Button, Buttons, Choice, Field, Form, Hidden, none, Select } from '../../web/desk/form.tsx'
import { day } from '../../web/language.ts'
import { Details, Section, Text } from '../../web/parts.tsx'
import { isLate, mayNotExtend } from './desk-rules.ts'
import type { RequestProps } from './request-props.ts'

type Props = RequestProps & { readonly kind: RequestKind }

export function Whose(props: Props) {
  const { request, requester, kind, alike, colleagues, today } = props
  const known = request.identity !== 'open' && (requester?.whom !== 'mandate' || request.mandateOn !== null)
  return (
    <Section id="verder" title="Wat u verder kunt doen">
      {known ? null : <Identity {...props} />}
      {request.stoppedSince === null ? <Stop {...props} /> : <Resume {...props} />}
      <Told {...props} />
      {mayNotExtend(kind, request, today) === undefined ? <Extend {...props} /> : null}
      {kind.penalty.runs && isLate(request, today) && request.noticeOn === null ? <Notice {...props} /> : null}
      {kind.controllers.length > 1 ? <Decides {...props} /> : null}
      {colleagues.length > 0 ? <HandOver {...props} /> : null}
      {alike.length > 0 ? <Merge {...props} /> : null}
      <Split {...props} />
    </Section>
  )
}

type PartProps = {
  readonly props: RequestProps
  readonly path: string
  readonly title: string
  readonly open?: boolean
  readonly button: string
  readonly children?: ReactNode
}
/** One thing that can be done, folded away, with its own form. */
export function Part({ props: { view, request, steps }, path, title, open = false, button, children }: PartProps) {
  return (
    <Details summary={title} open={open}>
      <Form view={view} action={`/balie/verzoeken/${request.id}/${path}`}>
        <Hidden name={`stap-${path}`} value={String(steps.at(-1)?.no ?? 0)} />
        {children}
        <Buttons>
          <Button kind="secondary">{button}</Button>
        </Buttons>
      </Form>
    </Details>
  )
}

function Identity(props: Props) {
  const { request, requester } = props
  return (
    <Part props={props} path="wie" title="Stel vast wie dit vraagt" button="Leg vast" open>
      <Text>Kies de lichtste manier die volstaat. Bewaar of vraag nooit een kopie van een identiteitsbewijs.</Text>
      {request.identity === 'open' ? (
        <Choice
          name="hoe"
          label="Hoe stelde u het vast?"
          options={Object.entries(IDENTITY_STEPS).map(([value, label]) => ({ value, label }))}
        />
      ) : null}
      {requester?.whom === 'mandate' && request.mandateOn === null ? (
        <Choice
          name="machtiging"
          label="Machtiging"
          several
          options={[{ value: 'ja', label: 'Ik zag de machtiging en gaf haar terug.' }]}
        />
      ) : null}
    </Part>
  )
}

function Stop(props: Props) {
  const { kind, came } = props
  const { typed, problems = none } = came.stop ?? {}
  return (
    <Part
      props={props}
      path="stilzetten"
      title="Stel een vraag, of zet de termijn stil"
      button="Verstuur"
      open={came.stop !== undefined}
    >
      <Choice
        name="artikel"
        label="Waarom staat de termijn stil?"
        value={typed === undefined ? [] : [typed.why]}
        problems={problems}
        options={kind.stops.map(({ id, said, article }) => ({
          value: id,
          label: `${said.nl.replace(/^./, (sign) => sign.toUpperCase())} (${article.law} ${article.article})`,
        }))}
      />
      <Choice
        name="vraag"
        label="Wacht u op de inwoner?"
        several
        value={typed?.waits ?? []}
        problems={problems}
        options={[
          { value: 'ja', label: 'Ja, ik stel een vraag. Zijn antwoord laat de termijn weer lopen.' },
          { value: 'brief', label: 'Nee: hij stemde al in met een brief of e-mail.' },
        ]}
      />
      <Field name="tot" label="Hoogstens tot en met" type="date" value={typed?.until ?? ''} problems={problems} />
      <Area
        name="tekst"
        label="Wat u vraagt of afspreekt"
        value={typed?.text ?? ''}
        rows={4}
        maxLength={LONGEST_WORDS}
        problems={problems}
      />
    </Part>
  )
}

/** Who waits long hears in between how it stands: the term runs on. */
function Told(props: Props) {
  const { text = '', problems = none } = props.came.told ?? {}
  return (
    <Part
      props={props}
      path="bericht"
      title="Laat weten hoe het ermee staat"
      button="Verstuur het bericht"
      open={props.came.told !== undefined}
    >
      <Area
        name="tussenbericht"
        label="Uw bericht"
        hint="De inwoner leest het. De termijn loopt door."
        value={text}
        rows={3}
        maxLength={LONGEST_WORDS}
        problems={problems}
      />
    </Part>
  )
}

const Resume = (props: Props) => (
  <Part props={props} path="hervatten" title="Laat de termijn weer lopen" button="Laat weer lopen" open>
    <Text>De dagen dat de termijn stilstond, komen erachteraan.</Text>
  </Part>
)

function Extend(props: Props) {
  const { kind, came } = props
  const { why = '', problems = none } = came.extend ?? {}
  return (
    <Part
      props={props}
      path="verlengen"
      title="Verleng de termijn, één keer"
      button="Verleng de termijn"
      open={came.extend !== undefined}
    >
      <Text>{kind.extended?.said.nl} Dit kan één keer, en alleen voordat de termijn om is.</Text>
      <Area
        name="reden"
        label="Waarom is er meer tijd nodig?"
        value={why}
        rows={3}
        maxLength={LONGEST_WORDS}
        problems={problems}
      />
    </Part>
  )
}

const Notice = (props: Props) => (
  <Part props={props} path="ingebreke" title="Noteer een ingebrekestelling" button="Noteer">
    <Field name="op" label="De brief kwam binnen op" type="date" />
  </Part>
)

const Decides = (props: Props) => (
  <Part props={props} path="orgaan" title="Kies wie hierover besluit" button="Opslaan">
    <Choice
      name="orgaan"
      label="Wie besluit"
      value={[props.request.controller]}
      options={props.kind.controllers.map(({ id, when }) => ({ value: id, label: CONTROLLERS[id].nl, hint: when.nl }))}
    />
  </Part>
)

const HandOver = (props: Props) => (
  <Part props={props} path="overdragen" title="Draag het over aan een collega" button="Draag over">
    <Text>Daarna leest u niet meer wie dit vraagt en wat er staat.</Text>
    <Select
      name="aan"
      label="Aan wie"
      empty="Kies een collega"
      options={props.colleagues.map(({ id, name }) => ({ value: id, label: name }))}
    />
  </Part>
)

const Merge = (props: Props) => (
  <Part props={props} path="samenvoegen" title="Voeg samen met een ander verzoek" button="Voeg samen">
    <Text>Dit verzoek sluit. Wie het deed, leest het antwoord op het andere verzoek.</Text>
    <Select
      name="met"
      label="Met welk verzoek"
      empty="Kies een verzoek"
      options={props.alike.map(({ id, number, receivedOn }) => ({
        value: id,
        label: `${spoken(number)}, van ${day('nl', receivedOn)}`,
      }))}
    />
  </Part>
)

const Split = (props: Props) => (
  <Part props={props} path="apart" title="Zet een deel apart als eigen verzoek" button="Zet apart">
    <Text>Vraagt de inwoner twee dingen? Het andere deel krijgt een eigen termijn, vanaf dezelfde dag.</Text>
    <Select
      name="soort"
      label="Wat voor verzoek is het andere deel?"
      empty="Kies een soort"
      options={props.kinds
        .filter(({ role, id }) => role === props.request.role && id !== props.request.kind)
        .map(({ id, title }) => ({ value: id, label: title.nl }))}
    />
    <Area name="deeltekst" label="Wat er in dat deel wordt gevraagd" rows={3} maxLength={LONGEST_WORDS} />
  </Part>
)
