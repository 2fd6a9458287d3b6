/** One algorithm beside the national register: how it stands there, what differs, and what is under way. */
import type { Register } from '../../model/register.ts'
import { placeOf } from '../../registers/here.ts'
import { Button, Buttons, ErrorSummary, Form, Hidden, type Problems } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { moment } from '../../web/language.ts'
import { Heading, Link, List, Notice, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { placeOfAlgorithm, type Act } from './act-store.ts'
import { differ, PLACE } from './page-overview.tsx'
import { Acts, NotTaken, PerField, Reason } from './parts.tsx'
import { whyNotPrepare, whyNotRelease, whyNotWithdraw } from './rules.ts'
import { statusTold } from './standard.ts'
import type { Seen } from './store.ts'

export type AlgorithmProps = {
  readonly view: DeskView
  readonly register: Register
  readonly seen: Seen
  readonly acts: readonly Act[]
  readonly connected: boolean
  readonly problems?: Problems
  /** What the standard would not take, by its own names: then nothing was put ready. */
  readonly lacking?: Readonly<Record<string, string>>
  /** What was typed as a reason and came back. */
  readonly reason?: string
}

/** What goes out and has not ended. */
export const waitingIn = (acts: readonly Act[]): Act | undefined =>
  acts.find(({ kind, endedAt }) => kind !== 'look' && endedAt === null)

export function AlgorithmPage(props: AlgorithmProps) {
  const { view, register, seen, acts, problems = {}, lacking } = props
  const { entry, state, different, practice } = seen
  const last = acts.find(({ kind }) => kind !== 'look')
  return (
    <DeskPage
      view={view}
      title={`${entry.title}: Algoritmeregister`}
      crumbs={[
        { name: 'Registers', to: '/balie/registers' },
        { name: 'Algoritmes naast de praktijk', to: PLACE },
      ]}
    >
      <div className="ld-opening">
        <p className="ld-kicker">Algoritme {entry.no}</p>
        <Heading level={1}>{entry.title}</Heading>
        <ErrorSummary problems={problems} />
        {lacking === undefined ? null : (
          <Notice title="Dit is nog niet klaargezet">
            <Text>Pas dit eerst aan. Zet het daarna opnieuw klaar.</Text>
            <PerField register={register} entry={entry} problems={lacking} />
          </Notice>
        )}
        <Text lead>
          {state === undefined
            ? 'Wij weten nog niet of dit in het landelijke Algoritmeregister staat.'
            : `In het landelijke Algoritmeregister, nummer ${state.lars}: ${statusTold(state.status)}`}
        </Text>
        {state === undefined ? null : <Text>Voor het laatst nagekeken op {moment('nl', state.seenAt)}.</Text>}
      </div>
      <Doing {...props} />
      {last?.outcome === 'refused' ? <NotTaken register={register} act={last} /> : null}
      {last?.outcome === 'failed' ? (
        <Notice title="Dit is niet aangekomen">
          <Text>{last.said} Zet het daarna opnieuw klaar.</Text>
        </Notice>
      ) : null}
      <Section id="praktijk" title="Klopt het register met de praktijk?">
        {practice.length === 0 ? (
          <Text>Wij zien geen verschil met de andere registers en de datums.</Text>
        ) : (
          <List items={practice.map(({ kind, text }) => ({ key: kind, body: text }))} />
        )}
        <Text>
          <Link to={placeOf(register, entry)}>Bekijk het algoritme in het register</Link>
        </Text>
      </Section>
      <Section id="verschil" title="Verschil met het Algoritmeregister" wide>
        {state === undefined ? (
          <Text>Dat is nog niet nagekeken.</Text>
        ) : different.length === 0 ? (
          <Text>{state.status === 'gone' ? statusTold('gone') : 'Elk veld is gelijk.'}</Text>
        ) : (
          <>
            <Text>{differ(different.length)}.</Text>
            <Table
              id="verschil-tabel"
              caption="Velden die verschillen"
              hideCaption
              stacked
              columns={[{ head: 'Veld' }, { head: 'Bij ons' }, { head: 'In het Algoritmeregister' }]}
              rows={different.map(({ name, label, here, there }) => ({
                key: name,
                cells: [label, <Words key="h" text={here} />, <Words key="t" text={there} />],
              }))}
            />
          </>
        )}
      </Section>
      <Acts acts={acts} />
    </DeskPage>
  )
}

const Words = ({ text }: { text: string }) =>
  text === '' ? <span className="ld-quiet">Niet ingevuld</span> : <span className="ld-preline">{text}</span>

/** What this person can do now: one main action. */
function Doing({ view, seen: { entry, state }, acts, connected, problems = {}, reason = '' }: AlgorithmProps) {
  const at = placeOfAlgorithm(entry.id)
  const waiting = waitingIn(acts)
  const [notReady, notOut] = [whyNotPrepare(view.who, waiting, connected), whyNotRelease(view.who, waiting)]
  if (waiting) {
    const what = waiting.kind === 'submit' ? 'versturen' : 'intrekken'
    return (
      <>
        <Notice title={waiting.releasedAt === null ? `Klaar om te ${what}` : `Onderweg: ${what}`}>
          <Text>
            {waiting.byName} zette dit klaar op {moment('nl', waiting.at)}. Het gaat om versie {waiting.version}.
            {waiting.reason === '' ? '' : ` De reden: ${waiting.reason}`}
          </Text>
          {waiting.said === '' ? null : (
            <Text>
              {waiting.said} Wij bewaren wat u verstuurde
              {waiting.tryAfter === null ? '.' : ` en proberen het opnieuw na ${moment('nl', waiting.tryAfter)}.`}
            </Text>
          )}
          {waiting.releasedAt === null && notOut !== undefined ? <Text>{notOut}</Text> : null}
        </Notice>
        {notOut === undefined ? (
          <Form view={view} action={`${at}/vrijgeven`}>
            <Hidden name="act" value={waiting.id} />
            <Buttons>
              <Button>{waiting.kind === 'submit' ? 'Nagekeken: versturen' : 'Nagekeken: intrekken'}</Button>
            </Buttons>
          </Form>
        ) : null}
        {view.who.roles.includes('auditor') ? null : (
          <Form view={view} action={`${at}/terugtrekken`}>
            <Hidden name="act" value={waiting.id} />
            <Buttons>
              <Button kind="secondary">Niet {what}</Button>
            </Buttons>
          </Form>
        )}
      </>
    )
  }
  if (notReady !== undefined) return <Text>{notReady}</Text>
  return (
    <>
      <Form view={view} action={`${at}/klaarzetten`}>
        <Hidden name="basis" value={String(entry.version)} />
        <Buttons>
          <Button>Klaarzetten voor het Algoritmeregister</Button>
          <Button kind="secondary" to={`${at}/nakijken`}>
            Nakijken wat er nu staat
          </Button>
        </Buttons>
      </Form>
      {whyNotWithdraw(view.who, waiting, connected, state?.status) === undefined ? (
        <Reason view={view} action={`${at}/intrekken`} problems={problems} reason={reason} version={entry.version} />
      ) : state?.status === 'released' ? (
        <Text>{whyNotWithdraw(view.who, waiting, connected, state.status)}</Text>
      ) : null}
    </>
  )
}
