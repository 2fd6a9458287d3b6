/** One case: where it stands, who is next, one main action, and below that the whole file. */
import type { ReactNode } from 'react'
import { STATE_NAMES } from '../../model/case.ts'
import type { Person } from '../../model/person.ts'
import type { ThemeScore } from '../../model/score.ts'
import { allows, ROLE_NAMES } from '../../model/roles.ts'
import { day, moment, percent, points, todayIn } from '../../web/language.ts'
import { Day } from '../../web/desk/day.tsx'
import { Button, Form } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { Details, Facts, Heading, Link, Notice, Section, Table, Text } from '../../web/parts.tsx'
import { caseNumber, pathOf } from './acts.ts'
import { KIND_NAMES, mayOpine, NEXT, REACTIONS, SHORT_WAY, STANCES, stepsFor, WAY, whyNotHandle } from './rules.ts'
import type { Case, Opinion, RequestRow } from './store.ts'
import { LEGAL_STATES, legalState, legalTerm } from './legal-terms.ts'
import { serviceTerms } from './terms.ts'

const GONE = 'iemand die hier niet meer werkt'
type Props = {
  readonly view: DeskView
  readonly file: Case
  readonly who: Person
  readonly today: string
  readonly outcomes: ReadonlyMap<string, string>
  /** Answers and measurements together, weighed as everywhere. */
  readonly themes: readonly (ThemeScore & { readonly name: string })[]
}
export const name = (file: Case, id: string | null) => (id === null ? 'nog niemand' : (file.names.get(id) ?? GONE))

export function CasePage(props: Props) {
  const { view, file, who, today } = props
  const { row, facts } = file
  const at = pathOf(row)
  const steps = stepsFor(facts, who)
  const main = steps.find(({ step, blocked }) => blocked === undefined && step.aside === undefined)
  const mine = file.requests.filter(
    (request) =>
      request.round === row.round &&
      mayOpine(request, who, row.author) &&
      (row.state === 'opinions' || request.opinions.length > 0),
  )
  const waiting = mine.find(({ opinions }) => opinions.length === 0)
  const since = file.steps.at(-1)
  return (
    <DeskPage view={view} title={row.title} crumbs={[{ name: 'Zaken', to: '/balie/zaken' }]}>
      <p className="ld-kicker">
        {caseNumber(row)} · {KIND_NAMES[row.kind]}
        {row.urgent ? ' · spoed' : ''}
        {row.round > 0 ? ` · ronde ${row.round + 1}` : ''}
      </p>
      <div className="ld-opening">
        <Heading level={1}>{row.title}</Heading>
        <Text lead>{sentence(file, today)}</Text>
      </div>
      <Line file={file} />
      <div className="ld-next">
        {waiting ? (
          <p>
            <a className="nl-button nl-button--primary" href={`${at}/advies/${waiting.id}`}>
              Geef uw advies
            </a>
          </p>
        ) : row.state === 'draft' && who.id === row.author ? (
          <p>
            <a className="nl-button nl-button--primary" href={main ? `${at}/stap/${main.step.id}` : `${at}/wijzigen`}>
              {main ? main.step.label : 'Vul het concept aan'}
            </a>{' '}
            <Link to={`${at}/wijzigen`}>Pas aan</Link>
          </p>
        ) : row.state === 'in-test' && who.id === row.author && row.fullTest && facts.openQuestions > 0 ? (
          <p>
            <a className="nl-button nl-button--primary" href={`/balie/vragenlijsten/${row.fullTest}`}>
              Vul de toets in
            </a>
          </p>
        ) : row.state === 'reaction' &&
          who.id === row.author &&
          facts.conditions.some(({ reaction }) => reaction === null) ? (
          <p>
            <a className="nl-button nl-button--primary" href={`${at}/reactie`}>
              Reageer op de voorwaarden
            </a>
          </p>
        ) : row.state === 'advice' &&
          who.id === row.handler &&
          facts.flags.some((flag) => !facts.flagsAnswered.has(flag)) ? (
          <p>
            <a className="nl-button nl-button--primary" href={`${at}/vlaggen`}>
              Geef antwoord op de rode vlaggen
            </a>
          </p>
        ) : main ? (
          <p>
            <a
              className="nl-button nl-button--primary"
              href={main.step.page === undefined ? `${at}/stap/${main.step.id}` : `${at}/${PAGES[main.step.page]}`}
            >
              {main.step.label}
            </a>
          </p>
        ) : null}
        {row.handler === null && whyNotHandle(facts, who) === undefined ? (
          <Form view={view} action={`${at}/behandelen`}>
            <Button kind={main || waiting ? 'secondary' : 'primary'}>Neem in behandeling</Button>
          </Form>
        ) : null}
        {['decided', 'no-effect', 'published', 'follow-up'].includes(row.state) ? (
          <p>
            {allows(who.roles, 'case.publish') ? (
              <>
                <Link to={`${at}/publiceren`}>Naar de publicatie</Link> ·{' '}
              </>
            ) : null}
            <Link to={`${at}/alinea`}>Alinea voor het college- of raadsvoorstel</Link>
          </p>
        ) : null}
        {steps
          .filter(({ blocked }) => blocked !== undefined)
          .map(({ step, blocked }) => (
            <p key={step.id} className="ld-quiet">
              {step.label}: {blocked}
            </p>
          ))}
        {steps.filter((possible) => possible !== main && possible.blocked === undefined).length === 0 ? null : (
          <Details summary="Andere stappen">
            <ul className="ld-list">
              {steps
                .filter((possible) => possible !== main && possible.blocked === undefined)
                .map(({ step }) => (
                  <li key={step.id}>
                    <Link to={step.page === undefined ? `${at}/stap/${step.id}` : `${at}/${PAGES[step.page]}`}>
                      {step.label}
                    </Link>
                  </li>
                ))}
            </ul>
          </Details>
        )}
      </div>
      <Section id="waarover" title="Waarover">
        {row.summary.split(/\n{2,}/).map((part) => (
          <Text key={part}>{part}</Text>
        ))}
        <Facts
          items={[
            { name: 'Indiener', value: name(file, row.author) },
            { name: 'Behandelaar', value: name(file, row.handler) },
            { name: 'Beslisser', value: name(file, row.decisionMaker) },
            { name: 'Besluit gepland', value: row.intendedOn === null ? 'nog niet bekend' : day('nl', row.intendedOn) },
            ...(row.regulation
              ? [{ name: 'Regeling', value: <Link to={`/balie/regelingen/${row.regulation}`}>naar de regeling</Link> }]
              : []),
            ...(row.product
              ? [{ name: 'Product', value: <Link to={`/balie/producten/${row.product}`}>naar het product</Link> }]
              : []),
            ...(row.retestOn ? [{ name: 'Opnieuw toetsen', value: day('nl', row.retestOn) }] : []),
            { name: 'Deze stap sinds', value: since ? moment('nl', since.at) : moment('nl', row.createdAt) },
          ]}
        />
      </Section>
      <Check {...props} />
      <Test {...props} />
      <Opinions {...props} mine={mine} />
      {file.advices.length === 0 ? null : (
        <Section id="advies" title="Advies van Digitale Zaken">
          {file.advices.map((advice) => (
            <article key={advice.no} className="ld-comment">
              <p>
                <strong>{STANCES[advice.stance]}</strong>
              </p>
              <p>{advice.text}</p>
              <p className="ld-quiet">
                {name(file, advice.by)}
                {advice.function ? `, ${advice.function}` : ''}, {day('nl', advice.at)}
              </p>
            </article>
          ))}
        </Section>
      )}
      <Decisions {...props} />
      <Measures {...props} />
      <Terms {...props} />
      <Section id="geschiedenis" title="Wat er is gebeurd">
        <ol className="ld-list ld-list--plain" reversed>
          {file.steps.toReversed().map((step) => (
            <li key={step.no} className="ld-comment">
              <p>
                <strong>{STATE_NAMES[step.to]}</strong>{' '}
                <span className="ld-quiet">
                  {moment('nl', step.at)} · {name(file, step.by)}
                  {step.function ? `, ${step.function}` : ''}
                </span>
              </p>
              {step.rule ? <p className="ld-quiet">Regel: {step.rule}</p> : null}
              {step.reason ? <p>{step.reason}</p> : null}
            </li>
          ))}
          <li className="ld-comment">
            <p>
              <strong>begonnen</strong>{' '}
              <span className="ld-quiet">
                {moment('nl', row.createdAt)} · {name(file, row.author)}
              </span>
            </p>
          </li>
        </ol>
      </Section>
    </DeskPage>
  )
}
const PAGES = { opinions: 'adviezen', advice: 'adviseren', decision: 'besluit' } as const

function sentence({ row, facts }: Case, today: string): string {
  const state = STATE_NAMES[row.state]
  if (row.state === 'archived' || row.state === 'withdrawn') return `Deze zaak is klaar: ${state}.`
  const late = row.dueOn !== null && row.dueOn < today
  const term =
    row.dueOn === null
      ? ''
      : late
        ? ` Dat had klaar moeten zijn op ${day('nl', row.dueOn)}.`
        : ` Uiterlijk ${day('nl', row.dueOn)}.`
  return (
    `De zaak staat bij ${state}. Aan zet: ` +
    `${
      row.state === 'opinions' && facts.requests.length > 0
        ? `${facts.requests.filter(({ answered }) => !answered).length} van ` +
          `${facts.requests.length} ` +
          `adviseurs`
        : NEXT[row.state]
    }.${term}`
  )
}

/** The line of steps: what was done, by whom and when; where it is; what comes. */
function Line({ file }: { file: Case }) {
  const { row, steps } = file
  const full =
    steps.some(({ to }) => to === 'no-effect') && row.fullTest === null && SHORT_WAY.includes(row.state)
      ? SHORT_WAY
      : WAY
  const here = full.indexOf(row.state)
  const way =
    here < 0
      ? [...WAY.slice(0, Math.max(0, ...steps.map(({ from }) => WAY.indexOf(from ?? 'draft') + 1))), row.state]
      : full
  return (
    <ol className="ld-line" aria-label="Stappen van de zaak">
      {way.map((state) => {
        const left = steps.findLast(({ from }) => from === state)
        const now = state === row.state
        const done = !now && (here < 0 || way.indexOf(state) < way.indexOf(row.state))
        return (
          <li
            key={state}
            className={now ? 'ld-line__now' : done ? 'ld-line__done' : undefined}
            aria-current={now ? 'step' : undefined}
          >
            <span className="ld-line__name">{STATE_NAMES[state]}</span>
            <span className="ld-quiet">
              {now
                ? 'hier staat de zaak'
                : done
                  ? left
                    ? `${name(file, left.by)}, ${day('nl', left.at)}`
                    : 'overgeslagen'
                  : 'volgt'}
            </span>
          </li>
        )
      })}
    </ol>
  )
}

function Check({ file }: Props) {
  const { row, proposal } = file
  if (row.preCheck === null) return null
  return (
    <Section id="voortoets" title="Voortoets">
      <Text>
        {'rule' in proposal
          ? proposal.rule
          : `Er ${
              proposal.open.length === 1 ? 'is nog één vraag' : `zijn nog ${proposal.open.length} ` + `vragen`
            } open.`}{' '}
        {'rule' in proposal && row.state === 'pre-check'
          ? 'Dit is een voorstel; de behandelaar bevestigt het, of kiest met reden anders.'
          : ''}
      </Text>
      <Text>
        <Link to={`/balie/vragenlijsten/${row.preCheck}`}>
          {row.state === 'draft' || row.state === 'pre-check' ? 'Vul de voortoets in' : 'Lees de voortoets'}
        </Link>
      </Text>
    </Section>
  )
}

function Test({ file, view, themes }: Props) {
  const { row, test, flagAnswers, measured, contradictions } = file
  if (!test || row.fullTest === null) return null
  const { result } = test
  const verdicts = Map.groupBy(measured, ({ address }) => address)
  return (
    <Section id="toets" title={test.questionnaire.title}>
      <Text>
        {result.asked - result.open.length} van {result.asked} vragen ingevuld; van wat hier geldt is{' '}
        {percent('nl', result.coverage)} bekend.{' '}
        <Link to={`/balie/vragenlijsten/${row.fullTest}`}>Naar de vragen en de uitkomst per deel</Link>
      </Text>
      {result.flags.length === 0 ? (
        <Text>Er staat geen rode vlag.</Text>
      ) : (
        <ul className="ld-flags">
          {result.flags.map(({ question, text }) => {
            const answer = flagAnswers.get(question)
            return (
              <li key={question}>
                <span aria-hidden="true">⚑</span> <strong>{text}</strong>{' '}
                <Link to={`/balie/vragenlijsten/${row.fullTest}/${question}`}>vraag {question}</Link>
                <br />
                {answer ? (
                  `${name(file, answer.by)}: ${answer.text}`
                ) : (
                  <span className="ld-quiet">nog geen antwoord</span>
                )}
              </li>
            )
          })}
        </ul>
      )}
      {themes.length === 0 ? null : (
        <Details summary="Per thema, antwoorden en metingen samen">
          <Table
            id="themas"
            caption="Per thema (van 100)"
            hideCaption
            stacked
            columns={[
              { head: 'Thema' },
              { head: 'Uitkomst', numeric: true },
              { head: 'Bekend', numeric: true },
              { head: 'Normen geraakt', numeric: true },
            ]}
            rows={themes.map((theme) => ({
              key: theme.theme,
              cells: [
                theme.name,
                theme.score === null ? 'te weinig bekend' : points('nl', theme.score),
                percent('nl', theme.coverage ?? 0),
                `${theme.normsTouched} van ${theme.norms}`,
              ],
            }))}
          />
        </Details>
      )}
      {verdicts.size === 0 ? null : (
        <>
          <Heading level={3}>Gemeten op de websites van dit product</Heading>
          <Table
            id="gemeten"
            caption="Gemeten bevindingen"
            hideCaption
            stacked
            columns={[
              { head: 'Website' },
              { head: 'Voldoet', numeric: true },
              { head: 'Deels', numeric: true },
              { head: 'Voldoet niet', numeric: true },
              { head: 'Onbekend', numeric: true },
            ]}
            rows={[...verdicts].map(([address, findings]) => ({
              key: address,
              cells: [
                address,
                ...(['met', 'partly', 'unmet', 'unknown'] as const).map(
                  (word) => findings.filter(({ verdict }) => verdict === word).length,
                ),
              ],
            }))}
          />
        </>
      )}
      {contradictions.length === 0 ? null : (
        <div id="tegenspraak">
          <Notice title="Antwoord en meting spreken elkaar tegen">
            <ul className="ld-list">
              {contradictions.map(({ norm, declared, measured: seen }) => (
                <li key={norm}>
                  <Link to={`/normen/${norm}`}>{norm}</Link>: het antwoord op {String(declared.seen['question'])} zegt “
                  {declared.verdict === 'met' ? 'voldoet' : 'voldoet niet'}”, de meting zegt “
                  {seen.verdict === 'met' ? 'voldoet' : 'voldoet niet'}” ({seen.criterion}).
                </li>
              ))}
            </ul>
            <Text>
              Een meting verandert nooit vanzelf een antwoord.{' '}
              {view.who.id === row.handler ? 'Kijk het na en leg in een opmerking bij de vraag vast wat klopt.' : ''}
            </Text>
          </Notice>
        </div>
      )}
    </Section>
  )
}

function Opinions({ file, today, mine }: Props & { mine: readonly RequestRow[] }) {
  const { row, requests } = file
  if (requests.length === 0) return null
  return (
    <Section id="adviezen" title="Adviezen" wide>
      <div className="ld-opinions">
        {requests.map((request) => (
          <article key={request.id} className="ld-opinion">
            <Heading level={3}>{ROLE_NAMES[request.role]}</Heading>
            <p className="ld-quiet">
              {request.person ? `${name(file, request.person)} · ` : ''}
              {requests.some(({ round }) => round !== request.round)
                ? `ronde ${request.round + 1} · `
                : ''}gevraagd{' '}
              {day('nl', request.at)}, termijn {day('nl', request.dueOn)}
            </p>
            {request.opinions.length === 0 ? (
              <p>
                <strong>{request.dueOn < today ? 'Te laat: nog geen advies.' : 'Nog geen advies.'}</strong> Zwijgen is
                geen instemming.
              </p>
            ) : (
              <OneOpinion file={file} opinion={request.opinions.at(-1)!} />
            )}
            {request.opinions.length > 1 ? (
              <Details summary={`Eerdere versies (${request.opinions.length - 1})`}>
                {request.opinions
                  .slice(0, -1)
                  .toReversed()
                  .map((opinion) => (
                    <OneOpinion key={opinion.id} file={file} opinion={opinion} />
                  ))}
              </Details>
            ) : null}
            {mine.some(({ id }) => id === request.id) && request.opinions.length > 0 ? (
              <p>
                <Link to={`${pathOf(row)}/advies/${request.id}`}>Geef een nieuwe versie</Link>
              </p>
            ) : null}
          </article>
        ))}
      </div>
    </Section>
  )
}

export function OneOpinion({ file, opinion }: { file: Case; opinion: Opinion }) {
  return (
    <>
      <p>
        <strong>{STANCES[opinion.stance]}</strong>{' '}
        <span className="ld-quiet">
          {name(file, opinion.by)}
          {opinion.function ? `, ${opinion.function}` : ''}, {day('nl', opinion.at)}
        </span>
      </p>
      {opinion.text.split(/\n{2,}/).map((part) => (
        <p key={part}>{part}</p>
      ))}
      {opinion.conditions.length === 0 ? null : (
        <ol className="ld-list">
          {opinion.conditions.map((condition) => {
            const reaction = condition.reactions.at(-1)
            return (
              <li key={condition.id}>
                {condition.text}
                {reaction ? (
                  <>
                    <br />
                    <span className="ld-quiet">
                      Reactie van {name(file, reaction.by)}: {REACTIONS[reaction.kind]}. {reaction.text}
                    </span>
                  </>
                ) : null}
              </li>
            )
          })}
        </ol>
      )}
    </>
  )
}

function Decisions({ file, outcomes }: Props) {
  if (file.decisions.length === 0) return null
  const conditions = new Map(
    file.requests.flatMap(({ opinions }) =>
      opinions.flatMap((opinion) => opinion.conditions.map(({ id, text }) => [id, text] as const)),
    ),
  )
  const roles = new Map(file.requests.map(({ id, role }) => [`advies-${id}`, `Het advies van de ${ROLE_NAMES[role]}`]))
  const about = (id: string): ReactNode =>
    conditions.get(id) ??
    roles.get(id) ??
    (id === 'advies' ? 'Het advies van Digitale Zaken' : `Rode vlag bij vraag ${id}`)
  return (
    <Section id="besluit" title="Besluit">
      {file.decisions.toReversed().map((decision) => (
        <article key={decision.id} className="ld-comment">
          <p>
            <strong>{outcomes.get(decision.outcome) ?? decision.outcome}</strong>
          </p>
          {decision.text.split(/\n{2,}/).map((part) => (
            <p key={part}>{part}</p>
          ))}
          <p>
            {decision.name}, {decision.function}, op grond van {decision.mandate}, {day('nl', decision.decidedOn)}.
          </p>
          {decision.deviations.length === 0 ? (
            <p className="ld-quiet">Het besluit wijkt nergens af van een advies.</p>
          ) : (
            <>
              <p>Het besluit wijkt af:</p>
              <ul className="ld-list">
                {decision.deviations.map((deviation) => (
                  <li key={deviation.about}>
                    {about(deviation.about)}
                    <br />
                    <span className="ld-quiet">Waarom: {deviation.text}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
        </article>
      ))}
    </Section>
  )
}

/** Every term of this case: of its steps, and of the law where it runs; with who was late. */
function Terms({ file, who, today }: Props) {
  const { row, legalTerms } = file
  const terms = serviceTerms(
    file.steps.map(({ from, to, at, by }) => ({ from, to, on: todayIn(at), by: name(file, by) })),
    today,
    row.dueOn,
  )
  const states = { met: 'op tijd', late: 'te laat', running: 'loopt' }
  const done = (on: string | null, by: string) =>
    on === null ? (
      'nog niet'
    ) : (
      <span key="k">
        <Day on={on} />, {by}
      </span>
    )
  return (
    <Section id="termijnen" title="Termijnen" wide>
      {terms.length + legalTerms.length === 0 ? (
        <Text>Er loopt nog geen termijn.</Text>
      ) : (
        <Table
          id="alle-termijnen"
          caption="Termijnen van de stappen en van de wet"
          hideCaption
          stacked
          columns={[{ head: 'Termijn' }, { head: 'Laatste dag' }, { head: 'Klaar' }, { head: 'Stand' }]}
          rows={[
            ...legalTerms.map((term) => ({
              key: term.id,
              cells: [
                <span key="n">
                  <Link to={`${pathOf(row)}/termijnen/${term.id}`}>{legalTerm(term.term)?.name ?? term.term}</Link>{' '}
                  <span className="ld-quiet">wet{term.extended === null ? '' : ' · verlengd'}</span>
                </span>,
                <Day key="d" on={term.dueOn} />,
                done(term.endedOn, name(file, term.endedBy)),
                LEGAL_STATES[legalState(term, today)],
              ],
            })),
            ...terms.map((term, index) => ({
              key: `${index}`,
              cells: [term.name, <Day key="d" on={term.dueOn} />, done(term.doneOn, term.by ?? ''), states[term.state]],
            })),
          ]}
        />
      )}
      {(who.id === row.author || who.id === row.handler) && row.state !== 'withdrawn' && row.state !== 'archived' ? (
        <Text>
          <Link to={`${pathOf(row)}/termijnen`}>Leg een wettelijke termijn vast</Link>
        </Text>
      ) : null}
    </Section>
  )
}

function Measures({ file, who, today }: Props) {
  const { row, measures, retests } = file
  const at = pathOf(row)
  const states = {
    open: 'open',
    proven: 'bewijs wacht op controle',
    done: 'klaar en gecontroleerd',
    dropped: 'vervallen',
  }
  const may = who.id === row.handler || who.id === row.decisionMaker
  const after = ['decided', 'published', 'follow-up', 'retest'].includes(row.state)
  if (measures.length === 0 && retests.length === 0 && !after) return null
  return (
    <Section id="maatregelen" title="Maatregelen en vervolg">
      {measures.length === 0 ? (
        <Text>Er zijn geen maatregelen.</Text>
      ) : (
        <ul className="ld-tasks">
          {measures.map((measure) => (
            <li key={measure.id}>
              <Link to={`${at}/maatregelen/${measure.id}`}>{measure.text}</Link>
              <span className="ld-quiet">
                {name(file, measure.owner)} · {measure.state === 'open' && measure.dueOn < today ? 'te laat, ' : ''}
                {day('nl', measure.dueOn)} · {states[measure.state]}
              </span>
            </li>
          ))}
        </ul>
      )}
      {after && may ? (
        <Text>
          <Link to={`${at}/maatregelen`}>Voeg een maatregel toe</Link>
        </Text>
      ) : null}
      {retests.length === 0 ? null : (
        <>
          <Heading level={3}>Opnieuw toetsen</Heading>
          <ul className="ld-list">
            {retests.map((retest) => (
              <li key={retest.id}>
                {retest.text} <span className="ld-quiet">uiterlijk {day('nl', retest.dueOn)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {after ? (
        <Text>
          <Link to={`${at}/herijking`}>Er is iets veranderd: vraag een herijking</Link>
        </Text>
      ) : null}
    </Section>
  )
}
