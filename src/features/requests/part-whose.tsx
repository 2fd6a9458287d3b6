/** What else can be done with a request: establish who asks, ask, stop, extend, hand over, put together or apart. */
import { IDENTITY_STEPS, LONGEST_WORDS } from '../../vocabulary/request.ts'
import { Area, Choice, Field, none } from '../../web/desk/form.tsx'
import { Section, Text } from '../../web/parts.tsx'
import { takesNotice } from './clock.ts'
import { isKnown, isLate, mayNotExtend, mayNotName } from './desk-rules.ts'
import { Decides, HandOver, Merge, Split } from './part-hand.tsx'
import { DecideOwed } from './part-owed.tsx'
import { Part, problemsAt, type Props } from './part-step.tsx'

export function Whose(props: Props) {
  const { request, kind, alike, colleagues, today } = props
  return (
    <Section id="verder" title="Wat u verder kunt doen">
      {request.stoppedSince === null ? <Stop {...props} /> : <Resume {...props} />}
      <Told {...props} />
      {mayNotExtend(kind, request, today) === undefined ? <Extend {...props} /> : null}
      <Notice {...props} />
      {mayNotName(kind, request, today) === undefined ? <Committee {...props} /> : null}
      <DecideOwed {...props} />
      {kind.controllers.length > 1 ? <Decides {...props} /> : null}
      {colleagues.length > 0 ? <HandOver {...props} /> : null}
      {alike.length > 0 && request.noticeOn === null ? <Merge {...props} /> : null}
      <Split {...props} />
    </Section>
  )
}

/** Who asks is established before anything of the own data is answered: it stands above the answer. */
export function Identity(props: Props) {
  const { request, requester } = props
  if (isKnown(request, requester)) return null
  const problems = problemsAt(props, 'wie')
  return (
    <Part props={props} path="wie" title="Stel vast wie dit vraagt" button="Leg vast" open>
      <Text>Kies de lichtste manier die volstaat. Bewaar of vraag nooit een kopie van een identiteitsbewijs.</Text>
      {request.identity === 'open' ? (
        <Choice
          name="hoe"
          label="Hoe stelde u het vast?"
          problems={problems}
          options={Object.entries(IDENTITY_STEPS).map(([value, label]) => ({ value, label }))}
        />
      ) : null}
      {requester?.whom === 'mandate' && request.mandateOn === null ? (
        <Choice
          name="machtiging"
          label="Machtiging"
          several
          problems={problems}
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

/** Also once it is answered: a letter can come to light late. */
export function Notice(props: Props) {
  const { kind, request, today } = props
  const ended = request.closedAt !== null && request.answeredOn === null
  if (!takesNotice(kind) || ended || request.noticeOn !== null || !isLate(request, today)) return null
  return (
    <Part props={props} path="ingebreke" title="Noteer een ingebrekestelling" button="Noteer">
      <Field name="op" label="De brief kwam binnen op" type="date" problems={problemsAt(props, 'ingebreke')} />
    </Part>
  )
}

const Committee = (props: Props) => (
  <Part props={props} path="commissie" title="De klachtencommissie behandelt dit" button="Leg vast">
    <Text>De termijn wordt dan tien weken, en veertien na verlenging (Awb 9:11). De inwoner leest de nieuwe dag.</Text>
  </Part>
)
