/** One request at the desk: its clock, who asks, what was said, and what whoever handles it can do. */
import { spoken } from '../../lib/spoken-number.ts'
import { CHANNELS, CONTROLLERS, FOR_WHOM, IDENTITY_STEPS, READ_FOR } from '../../vocabulary/request.ts'
import { Button, Buttons, ErrorSummary, Form, none, Select, type Problems } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import { day } from '../../web/language.ts'
import { Facts, Heading, Link, Section, Text } from '../../web/parts.tsx'
import { After } from './part-after.tsx'
import { Answer } from './part-answer.tsx'
import { Clock } from './part-clock.tsx'
import { deskEnding } from './endings.ts'
import { Said } from './part-said.tsx'
import { WeaknessPart } from './part-weakness.tsx'
import { Identity, Whose } from './part-whose.tsx'
import { answersOf } from './follow-props.ts'
import type { Beside } from './beside-store.ts'
import type { RequestProps } from './request-props.ts'
import type { Requester } from './store.ts'

export function RequestPage(props: RequestProps) {
  const { view, request, requester, kind, steps, came } = props
  const title = kind?.title.nl ?? request.kind
  const mine = requester !== undefined
  const open = request.closedAt === null
  const [given] = answersOf({ steps: steps.map((step) => ({ ...step, texts: [] })) })
  const problems = Object.assign({}, ...Object.values(came).map((one) => one.problems)) as Problems
  return (
    <DeskPage
      view={view}
      title={`${title} ${spoken(request.number)}`}
      crumbs={[{ name: 'Verzoeken', to: '/balie/verzoeken' }]}
      oneForm={mine && open}
    >
      <div className="ld-opening">
        <p className="ld-kicker">Nummer {spoken(request.number)}</p>
        <Heading level={1}>{title}</Heading>
        <ErrorSummary problems={problems} />
        <Text lead>{standing(props)}</Text>
      </div>
      {mine ? null : <Take {...props} />}
      <Clock {...props} />
      {requester === undefined ? null : <Asks {...props} requester={requester} />}
      <Said {...props} />
      {mine && (given !== undefined || request.owedOn !== null) ? (
        <Text>
          <Link to={`/balie/verzoeken/${request.id}/brief`}>
            {given === undefined ? 'Print het besluit als brief' : 'Print het antwoord als brief'}
          </Link>
          {given?.mailed === false
            ? ', en leg vast wanneer u hem verstuurde of meegaf. Daarvan telt de termijn voor bezwaar.'
            : ''}
        </Text>
      ) : null}
      {props.mayCode ? (
        <Text>
          Code kwijt? <Link to={`/balie/verzoeken/${request.id}/code`}>Geef een nieuwe code</Link>
        </Text>
      ) : null}
      {mine && !open && kind ? <After {...props} kind={kind} /> : null}
      {mine && kind?.course === 'weakness' ? <WeaknessPart {...props} /> : null}
      {mine && open && kind ? <Identity {...props} kind={kind} /> : null}
      {mine && open && kind ? <Answer {...props} kind={kind} requester={requester} problems={problems} /> : null}
      {mine && open && kind ? <Whose {...props} kind={kind} /> : null}
    </DeskPage>
  )
}

/** How it stands, as a sentence. */
function standing({ request, requester, kind, handler, named, today }: RequestProps): string {
  const { closedAt, outcome, ground, stoppedSince, dueOn, nextOn, mergedInto } = request
  const below = mergedInto === null || requester === undefined ? '' : ', zie hieronder'
  if (closedAt !== null) return `${day('nl', closedAt)}: ${deskEnding(kind, outcome!, ground)}${below}.`
  const waits = named === undefined ? 'Nog niemand pakte dit op.' : `Dit wacht op ${named}, die hierover gaat.`
  const by = handler === undefined ? waits : `${handler} behandelt dit.`
  if (stoppedSince !== null) return `${by} De termijn staat stil.`
  if (nextOn !== null && nextOn < dueOn)
    return nextOn < today
      ? `${by} De dag waarop er iets had moeten gebeuren, was ${day('nl', nextOn)}.`
      : `${by} Er moet iets gebeuren uiterlijk op ${day('nl', nextOn)}. Antwoord uiterlijk op ${day('nl', dueOn)}.`
  return dueOn < today
    ? `${by} Het antwoord had er op ${day('nl', dueOn)} moeten zijn.`
    : `${by} Antwoord uiterlijk op ${day('nl', dueOn)}.`
}

/** Why another request stands beside this one. */
function besideSays(request: RequestProps['request'], { id, mergedInto }: Beside): string {
  if (id === request.mergedInto) return ', het verzoek waarmee dit is samengevoegd'
  return mergedInto === request.id ? ', hiermee samengevoegd' : ', van dezelfde inwoner'
}

/** Who does not handle it reads how far it is, and takes it. */
function Take({ view, request, mayTake, mayNot, came }: RequestProps) {
  const path = `/balie/verzoeken/${request.id}/oppakken`
  return (
    <Section id="oppakken" title="Behandelen">
      <Text>
        Wie dit vraagt en wat er staat, leest alleen wie het behandelt.{' '}
        {mayNot ?? (mayTake ? '' : 'Dit soort verzoek behandelt een andere rol.')}
      </Text>
      {mayTake && mayNot === undefined ? (
        <Form view={view} action={path}>
          {request.closedAt === null ? null : (
            <Select
              name="waarom"
              label="Waarom leest u dit afgesloten verzoek?"
              hint="De reden blijft bewaard. De inwoner leest haar ook."
              empty="Kies een reden"
              problems={came.part?.problems ?? none}
              options={Object.entries(READ_FOR).map(([value, label]) => ({ value, label }))}
            />
          )}
          <Buttons>
            <Button>{request.handler === null ? 'Pak dit verzoek op' : 'Neem dit verzoek over'}</Button>
          </Buttons>
        </Form>
      ) : null}
    </Section>
  )
}

function Asks({ request, requester, kinds, beside, entry }: RequestProps & { requester: Requester }) {
  const { name, email, phone, post, channel, whom, helper, onBehalf, lang } = requester
  const identity = request.identity
  const said = [entry.owner, entry.contact].filter((each) => each !== '')
  return (
    <Section id="wie" title="Wie dit vraagt">
      <Facts
        items={[
          { name: 'Naam', value: name || 'niet gegeven' },
          ...(phone === '' ? [] : [{ name: 'Telefoon', value: phone }]),
          ...(email === '' ? [] : [{ name: 'E-mail', value: email }]),
          ...(post === '' ? [] : [{ name: 'Adres', value: <span className="ld-preline">{post}</span> }]),
          { name: 'Gevraagd', value: `${CHANNELS[channel]}, ${FOR_WHOM[whom]}${onBehalf ? `: ${onBehalf}` : ''}` },
          ...(helper ? [{ name: 'Hulp', value: 'Iemand hielp met invullen.' }] : []),
          ...(lang === 'en' ? [{ name: 'Taal', value: 'Engels: antwoord in het Engels.' }] : []),
          ...(request.about === '' ? [] : [{ name: 'Over', value: <Link to={request.about}>{request.about}</Link> }]),
          ...(said.length === 0 ? [] : [{ name: 'In het register staat', value: said.join(', ') }]),
          {
            name: 'Vastgesteld wie',
            value:
              identity === 'not-needed'
                ? 'niet nodig'
                : identity === 'open'
                  ? 'nog niet'
                  : `${IDENTITY_STEPS[identity]} (${day('nl', request.identityOn!)})`,
          },
          ...(request.mandateOn === null
            ? []
            : [{ name: 'Machtiging', value: `gezien op ${day('nl', request.mandateOn)}` }]),
          { name: 'Wie besluit', value: CONTROLLERS[request.controller].nl },
        ]}
      />
      {beside.length === 0 ? null : (
        <ul className="ld-list">
          {beside.map((each) => (
            <li key={each.id}>
              <Link to={`/balie/verzoeken/${each.id}`}>
                {kinds.find(({ id }) => id === each.kind)?.title.nl ?? each.kind} {spoken(each.number)}
              </Link>
              {besideSays(request, each)}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
