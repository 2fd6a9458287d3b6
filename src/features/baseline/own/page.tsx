/** Onze zelfcheck: where the organisation stands, what comes next, and what it got out of it. */
import type { ReactNode } from 'react'
import type { Tx } from '../../../db/as.ts'
import { formChecks } from '../../../db/form-versions.ts'
import { proposeCluster, type ClusterProposal } from '../../../scoring/cluster.ts'
import { resultOf } from '../../../scoring/result.ts'
import { Button, Buttons, ErrorSummary, Form, none, type Problems } from '../../../web/desk/form.tsx'
import { DeskPage } from '../../../web/desk/page.tsx'
import { page, type Asked, type DeskView, type Route, type Sent } from '../../../web/desk/route.ts'
import { Link, Notice, Section, Text } from '../../../web/parts.tsx'
import { leftOver, mayReopen, mayRepeat } from '../rules.ts'
import { filledOf, groupsOf, type Baseline, type Filled } from '../store.ts'
import { weighedOf } from '../weighed.ts'
import { HOME, own, yearOf, type BaselineTools, type Own } from './door.ts'
import { GroupSection } from './group-section.tsx'
import { Opening } from './opening.tsx'
import { Result, type ResultProps } from './result.tsx'

export const pageRoutes = (tools: BaselineTools): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/mijn-nulmeting',
    may: 'baseline.own',
    answer: own(async (asked, mine) => page(await ownPage(tools, asked, mine))),
  },
]

/** The page as it is now; `problems` of what was just sent; `late`: somebody else chose the group meanwhile. */
export async function ownPage(
  { questionnaires, catalogue }: BaselineTools,
  asked: Asked<Tx>,
  { organisation, baselines }: Own,
  problems: Problems = none,
  late = false,
): Promise<ReactNode> {
  const { tx, municipality, view, today } = asked
  const [now, before] = baselines
  const filled = await filledOf(tx, municipality.id, now?.form ?? null)
  if (!now || now.state === 'left' || now.state === 'declined')
    return <Nothing view={view} name={organisation.name} now={now} />
  if (now.state === 'invited' || !filled || now.form === null) return <Begin view={view} name={organisation.name} />
  const common = { view, name: organisation.name, now, filled, year: yearOf(asked), typed: asked.sent, late, problems }
  const proposal = proposeCluster(filled.questionnaire, filled.answers)
  if (now.state !== 'done') {
    const checks = await formChecks(tx, municipality.id, now.form)
    const left = leftOver(filled.questionnaire, filled.answers, filled.variant, new Set(checks.keys()))
    return <Running {...common} proposal={proposal} left={left} />
  }
  const result: ResultProps = {
    now,
    filled,
    weighed: await weighedOf(tx, municipality.id, organisation, filled, catalogue, questionnaires, today),
    before: await filledOf(tx, municipality.id, before?.form ?? null),
    groups: await groupsOf(tx, now.year),
  }
  return <Done {...common} proposal={proposal} result={result} />
}

type Common = {
  readonly view: DeskView
  readonly name: string
  readonly now: Baseline
  readonly filled: Filled
  readonly year: number
  readonly typed: Sent
  readonly late: boolean
  readonly problems: Problems
  readonly proposal: ClusterProposal | undefined
}

function Nothing({ view, name, now }: { view: DeskView; name: string; now: Baseline | undefined }) {
  return (
    <DeskPage oneForm view={view} title="Onze zelfcheck">
      <div className="ld-opening">
        <Opening
          name={name}
          lead={
            now === undefined
              ? 'Er staat geen zelfcheck klaar.'
              : now.state === 'left'
                ? 'U doet niet meer mee. Uw antwoorden zijn gewist.'
                : 'U doet dit jaar niet mee.'
          }
        />
      </div>
      <Text>Wilt u (weer) meedoen? Vraag de gemeente om een uitnodiging.</Text>
    </DeskPage>
  )
}

function Begin({ view, name }: { view: DeskView; name: string }) {
  return (
    <DeskPage oneForm view={view} title="Onze zelfcheck">
      <div className="ld-opening">
        <Opening
          name={name}
          lead="Deel 1: acht vragen over uw organisatie. Daarna ziet u hoeveel vragen er nog komen."
        />
        <Text>U kunt stoppen en later verdergaan. Weet u iets niet? Kies dan “Weet ik niet”.</Text>
      </div>
      <Promise />
      <Form view={view} action={`${HOME}/begin`}>
        <Buttons>
          <Button>Begin met deel 1</Button>
        </Buttons>
      </Form>
    </DeskPage>
  )
}

function Running({
  view,
  name,
  now,
  filled,
  typed,
  late,
  problems,
  proposal,
  left,
}: Common & { left: ReturnType<typeof leftOver> }) {
  const list = `/balie/vragenlijsten/${now.form}`
  const { questionnaire, answers, variant } = filled
  const { asked } = resultOf(questionnaire, answers, variant)
  const todo = left.open.length + left.changed.length
  const lead =
    proposal === undefined
      ? 'Deel 1: acht vragen over uw organisatie. Daarna ziet u hoeveel vragen er nog komen.'
      : now.cluster === null
        ? 'Deel 1 is klaar. Kies nu uw groep. Daarna krijgt u alleen de vragen die bij u passen.'
        : todo === 0
          ? 'Alles is ingevuld. U kunt afronden.'
          : `${asked - left.open.length} van ${asked} vragen ingevuld` +
            `${left.changed.length > 0 ? `, ${left.changed.length} om opnieuw te bekijken` : ''}.`
  return (
    <DeskPage oneForm view={view} title="Onze zelfcheck">
      <div className="ld-opening">
        <Opening kicker={`${now.year}`} name={name} lead={lead} />
        {proposal !== undefined && now.cluster === null ? null : (
          <Buttons>
            {todo === 0 ? (
              <a className="nl-button nl-button--primary" href={`${HOME}/klaar`}>
                Zelfcheck afronden
              </a>
            ) : (
              <a className="nl-button nl-button--primary" href={list}>
                Ga verder met invullen
              </a>
            )}
            {todo > 0 && now.cluster !== null ? <Link to={`${HOME}/klaar`}>Zelfcheck afronden</Link> : null}
          </Buttons>
        )}
      </div>
      <ErrorSummary problems={problems} />
      {proposal === undefined ? null : (
        <GroupSection
          view={view}
          now={now}
          proposal={proposal}
          done={false}
          typed={typed}
          late={late}
          problems={problems}
        />
      )}
      <Yours list={list} />
    </DeskPage>
  )
}

function Done({ view, name, now, proposal, year, typed, late, problems, result }: Common & { result: ResultProps }) {
  const list = `/balie/vragenlijsten/${now.form}`
  return (
    <DeskPage oneForm view={view} title="Onze zelfcheck" wide>
      <div className="ld-opening">
        <Opening kicker={`${now.year}`} name={name} lead="Uw zelfcheck is klaar. Dit is wat u als eerste kunt doen." />
      </div>
      {mayRepeat(now, year) ? (
        <Notice title={`De zelfcheck van ${year}`}>
          <Form view={view} action={`${HOME}/opnieuw`}>
            <Text>Vul dit jaar opnieuw in en zie wat er is veranderd. Uw antwoorden van toen staan erbij.</Text>
            <Buttons>
              <Button>Begin de zelfcheck van {year}</Button>
            </Buttons>
          </Form>
        </Notice>
      ) : null}
      <Result {...result} />
      {proposal === undefined ? null : (
        <GroupSection view={view} now={now} proposal={proposal} done typed={typed} late={late} problems={problems} />
      )}
      {mayReopen(now, year) ? (
        <Section id="heropenen" title="Klopt er iets niet meer?">
          <Text>
            U kunt de zelfcheck weer openen tot en met 31 december {now.year}. Zolang hij open is, tellen uw antwoorden
            niet mee in het gemiddelde van uw groep. Rond daarna opnieuw af.
          </Text>
          <Form view={view} action={`${HOME}/heropenen`}>
            <Buttons>
              <Button kind="secondary">Zelfcheck weer openen</Button>
            </Buttons>
          </Form>
        </Section>
      ) : null}
      <Yours list={list} />
    </DeskPage>
  )
}

function Yours({ list }: { list: string }) {
  return (
    <Section id="van-u" title="Uw gegevens zijn van u">
      <Promise />
      <ul className="ld-list">
        <li>
          <Link to={list}>Al uw antwoorden, met per antwoord of u het deelt</Link>
        </li>
        <li>
          Neem uw antwoorden mee: <Link to={`${HOME}/antwoorden.pdf`}>als pdf</Link>,{' '}
          <Link to={`${HOME}/antwoorden.odt`}>als tekstbestand (ODT)</Link> of{' '}
          <Link to={`${HOME}/gegevens`}>als gegevens (JSON)</Link>
        </li>
        <li>
          <Link to={`${HOME}/weg`}>Stoppen met meedoen</Link>
        </li>
      </ul>
    </Section>
  )
}

/** What the municipality sees, and what not. */
export function Promise() {
  return (
    <ul className="ld-list">
      <li>De gemeente ziet dat u meedoet en in welke groep u zit.</li>
      <li>Van uw antwoorden ziet zij alleen gemiddelden van groepen van tien of meer organisaties.</li>
      <li>Deelt u een antwoord? Dan ziet de gemeente dat antwoord en latere wijzigingen.</li>
      <li>Wij gebruiken uw antwoorden nooit voor handhaving of als eis bij een aanbesteding.</li>
    </ul>
  )
}
