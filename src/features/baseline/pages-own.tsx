/** Onze nulmeting: what an organisation sees of itself. */
import { percent, points } from '../../web/language.ts'
import { Area, Button, Buttons, Choice, ErrorSummary, Form, none, type Problems } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { Details, Heading, Link, Notice, Section, Table, Text } from '../../web/parts.tsx'
import type { ClusterProposal } from '../../scoring/cluster.ts'
import { resultOf } from '../../scoring/result.ts'
import { ENOUGH } from '../../scoring/weigh.ts'
import { chosen, textOf } from '../../scoring/visible.ts'
import { changesOf, CLUSTERS, figuresOf, firstSteps, mayRepeat } from './rules.ts'
import type { Baseline, Filled, groupsOf } from './store.ts'
import type { Weighed } from './weighed.ts'

export type OwnProps = {
  readonly view: DeskView
  readonly name: string
  readonly baselines: readonly Baseline[]
  readonly filled: Filled | undefined
  readonly weighed: Weighed | undefined
  readonly before: Filled | undefined
  readonly proposal: ClusterProposal | undefined
  readonly groups: Awaited<ReturnType<typeof groupsOf>>
  readonly year: number
  readonly problems?: Problems
}

const share = (value: number): string => (value >= 0.85 ? 'geregeld' : value >= 0.4 ? 'voor een deel' : 'nog niet')

export function OwnPage({
  view,
  name,
  baselines,
  filled,
  weighed,
  before,
  proposal,
  groups,
  year,
  problems = none,
}: OwnProps) {
  const [now] = baselines
  if (!now || now.state === 'left') {
    return (
      <DeskPage view={view} title="Onze nulmeting">
        <div className="ld-opening">
          <Heading level={1}>Nulmeting van {name}</Heading>
          <Text lead>
            {now ? 'U doet niet meer mee. Uw antwoorden en cijfers zijn gewist.' : 'Er staat geen nulmeting klaar.'}
          </Text>
        </div>
        <Text>Wilt u (weer) meedoen? Vraag de gemeente om een uitnodiging.</Text>
      </DeskPage>
    )
  }
  if (now.state === 'invited' || !filled || now.form === null) {
    return (
      <DeskPage view={view} title="Onze nulmeting">
        <div className="ld-opening">
          <Heading level={1}>Nulmeting van {name}</Heading>
          <Text lead>
            Acht vragen over uw organisatie, en daarna precies wat bij u past. U kunt stoppen en later verdergaan.
          </Text>
        </div>
        <Promise />
        <Form view={view} action="/balie/mijn-nulmeting/begin">
          <Buttons>
            <Button>Begin</Button>
          </Buttons>
        </Form>
      </DeskPage>
    )
  }
  const { questionnaire, answers, variant } = filled
  const result = resultOf(questionnaire, answers, variant)
  const done = now.state === 'done'
  const list = `/balie/vragenlijsten/${now.form}`
  return (
    <DeskPage view={view} title="Onze nulmeting">
      <div className="ld-opening">
        <p className="ld-kicker">{now.year}</p>
        <Heading level={1}>Nulmeting van {name}</Heading>
        <Text lead>
          {done
            ? 'Uw nulmeting is klaar. Dit is wat u als eerste kunt doen.'
            : `${result.asked - result.open.length} van ${result.asked} vragen ingevuld.`}
        </Text>
        {done ? null : (
          <p>
            <a className="nl-button nl-button--primary" href={list}>
              {result.open.length === 0 ? 'Bekijk uw antwoorden' : 'Ga verder met invullen'}
            </a>
          </p>
        )}
      </div>
      <ErrorSummary problems={problems} />
      {proposal === undefined ? (
        done ? null : (
          <Text>Vul eerst de acht vragen over uw organisatie in. Daarna ziet u bij welke groep u past.</Text>
        )
      ) : (
        <Section
          id="groep"
          title={now.cluster === null ? 'Bij welke groep hoort u?' : `Uw groep: ${CLUSTERS[now.cluster]}`}
        >
          {now.cluster === null ? (
            <Text>
              Wij stellen groep {proposal.cluster} voor. U beslist mee: bevestig het, of kies een andere groep met een
              reden.
            </Text>
          ) : now.confirmedBy === null ? (
            <Text>De accountmanager van de gemeente bevestigt dit nog.</Text>
          ) : (
            <Text>Bevestigd door de gemeente.</Text>
          )}
          <Details summary="De regel achter dit voorstel">
            <ul className="ld-list">
              {proposal.axes.map((axis) => (
                <li key={axis.name}>
                  {axis.name}: {axis.points} van 3
                </li>
              ))}
              {proposal.rules.map((rule) => (
                <li key={rule}>{rule}</li>
              ))}
            </ul>
          </Details>
          {done ? null : (
            <Form view={view} action="/balie/mijn-nulmeting/groep">
              <Choice
                name="groep"
                label="Uw groep"
                value={[now.cluster ?? proposal.cluster]}
                problems={problems}
                options={Object.entries(CLUSTERS).map(([value, label]) => ({
                  value,
                  label,
                  hint: value === proposal.cluster ? 'Dit stellen wij voor.' : undefined,
                }))}
              />
              <Area
                name="reden"
                label="Waarom een andere groep?"
                hint="De gemeente leest dit."
                optional
                rows={2}
                value={now.reason}
                problems={problems}
                maxLength={1_000}
              />
              <Buttons>
                <Button kind="secondary">{now.cluster === null ? 'Bevestig' : 'Verander'}</Button>
              </Buttons>
            </Form>
          )}
        </Section>
      )}
      {!done && now.cluster !== null ? (
        <Form view={view} action="/balie/mijn-nulmeting/klaar">
          <Text>
            {result.open.length > 0
              ? `Er ${result.open.length === 1 ? 'staat nog één vraag' : `staan nog ${result.open.length} vragen`} ` +
                `open. U kunt toch afronden; wat open staat telt als onbekend.`
              : 'Alles is ingevuld.'}
          </Text>
          <Buttons>
            <Button kind={result.open.length > 0 ? 'secondary' : 'primary'}>Rond af</Button>
          </Buttons>
        </Form>
      ) : null}
      {done ? <Outcome {...{ view, name, baselines, filled, weighed, before, proposal, groups, year }} /> : null}
      {mayRepeat(now, year) ? (
        <Notice title={`De nulmeting van ${year}`}>
          <Form view={view} action="/balie/mijn-nulmeting/opnieuw">
            <Text>Vul dit jaar opnieuw in en zie wat er is veranderd. Uw antwoorden van toen staan erbij.</Text>
            <Buttons>
              <Button>Begin de nulmeting van {year}</Button>
            </Buttons>
          </Form>
        </Notice>
      ) : null}
      <Section id="van-u" title="Uw gegevens zijn van u">
        <Promise />
        <ul className="ld-list">
          <li>
            <Link to={list}>Al uw antwoorden, met per antwoord of u het deelt</Link>
          </li>
          <li>
            <Link to="/balie/mijn-nulmeting/gegevens">Neem alles mee als bestand</Link>
          </li>
          <li>
            <Link to="/balie/mijn-nulmeting/weg">Stop met meedoen</Link>
          </li>
        </ul>
      </Section>
    </DeskPage>
  )
}

function Promise() {
  return (
    <ul className="ld-list">
      <li>De gemeente ziet dat u meedoet en in welke groep, en cijfers van groepen van tien of meer.</li>
      <li>De gemeente ziet uw antwoorden niet, behalve wat u zelf deelt.</li>
      <li>Wij gebruiken ze nooit voor handhaving of als eis bij een aanbesteding.</li>
    </ul>
  )
}

function Outcome({ baselines, filled, weighed, before, groups }: OwnProps) {
  const { questionnaire, answers, variant } = filled!
  const cluster = baselines[0]!.cluster ?? ''
  const steps = firstSteps(questionnaire, answers, variant)
  const means = new Map(groups.filter((group) => group.cluster === cluster).map((group) => [group.question, group]))
  const figures = figuresOf(questionnaire, answers, variant)
  const changes = before ? changesOf(questionnaire, before.answers, answers, variant) : []
  const result = resultOf(questionnaire, answers, variant)
  return (
    <>
      <Section id="eerste-stap" title="Wat u als eerste kunt doen">
        {steps.length === 0 ? (
          <Text>
            {result.coverage < ENOUGH
              ? 'Er is nog te weinig bekend om te zeggen dat alles geregeld is.'
              : figures.some(({ value }) => value < questionnaire.thresholds.met)
                ? 'Bij wat nog niet geregeld is, staat hier geen eerste stap. Kijk bij de vragen zelf wat nodig is.'
                : 'Wij zien geen zwakke punten in wat u invulde. Kijk volgend jaar opnieuw.'}
          </Text>
        ) : (
          <ol className="ld-list">
            {steps.map(({ question }) => (
              <li key={question.id}>
                <strong>{question.firstStep}</strong>
                <br />
                <span className="ld-quiet">Bij: {textOf(question, variant)}</span>
              </li>
            ))}
          </ol>
        )}
      </Section>
      {before === undefined ? null : (
        <Section id="veranderd" title="Veranderd sinds vorig jaar">
          {changes.length === 0 ? (
            <Text>Er is niets veranderd.</Text>
          ) : (
            <ul className="ld-list">
              {changes.map(({ question, from, to }) => (
                <li key={question.id}>
                  {textOf(question, variant)}{' '}
                  <strong>
                    {from} → {to}
                  </strong>
                </li>
              ))}
            </ul>
          )}
        </Section>
      )}
      {weighed === undefined || weighed.contradictions.length === 0 ? null : (
        <div id="tegenspraak">
          <Notice title="Uw antwoord en onze meting spreken elkaar tegen">
            <ul className="ld-list">
              {weighed.contradictions.map(({ norm, declared, measured }) => {
                const question = questionnaire.questions.find(({ id }) => id === declared.seen['question'])
                return (
                  <li key={norm}>
                    {question ? textOf(question, variant) : norm} U antwoordde “
                    {question ? chosen(question, answers)?.label : ''}”; wij zagen van buitenaf:{' '}
                    {measured.verdict === 'met' ? 'voldoet' : 'voldoet niet'}.{' '}
                    <Link to={`/normen/${norm}`}>Lees de norm</Link>
                  </li>
                )
              })}
            </ul>
            <Text>
              Een meting verandert uw antwoord nooit. Alleen u ziet dit. Klopt onze meting niet? Meld het de gemeente.
            </Text>
          </Notice>
        </div>
      )}
      <Section id="naast-groep" title={`Naast uw groep (${cluster})`}>
        {means.size === 0 ? (
          <Text>Er deden nog geen tien organisaties van uw groep mee. Daarom staat hier nog geen vergelijking.</Text>
        ) : null}
        <Table
          id="vergelijking"
          caption="Uw antwoorden naast uw groep"
          stacked
          columns={[
            { head: 'Vraag' },
            { head: 'U' },
            { head: 'Uw groep (van 100)', numeric: true },
            { head: 'Organisaties', numeric: true },
          ]}
          rows={figures.map(({ question, value }) => ({
            key: question.id,
            cells: [
              textOf(question, variant),
              share(value),
              means.has(question.id) ? points('nl', means.get(question.id)!.mean) : 'te weinig',
              means.get(question.id)?.organisations ?? '',
            ],
          }))}
        />
      </Section>
      {weighed === undefined || weighed.themes.length === 0 ? null : (
        <Section id="samen" title="Uw antwoorden en onze meting samen">
          <Text>
            Per thema, met dezelfde weging als op de openbare site. Daar tellen uw antwoorden niet mee; dit ziet alleen
            u.
          </Text>
          <Table
            id="themas"
            caption="Per thema (van 100)"
            hideCaption
            stacked
            columns={[
              { head: 'Thema' },
              { head: 'Uitkomst (van 100)', numeric: true },
              { head: 'Bekend', numeric: true },
            ]}
            rows={weighed.themes.map((theme) => ({
              key: theme.theme,
              cells: [
                theme.name,
                theme.score === null ? 'te weinig bekend' : points('nl', theme.score),
                percent('nl', theme.coverage ?? 0),
              ],
            }))}
          />
        </Section>
      )}
      <Section id="delen" title="Per onderwerp">
        <Table
          id="onderwerpen"
          caption="Uw uitkomst per onderwerp"
          hideCaption
          stacked
          columns={[
            { head: 'Onderwerp' },
            { head: 'Uitkomst (van 100)', numeric: true },
            { head: 'Bekend', numeric: true },
          ]}
          rows={result.parts.map((part) => ({
            key: part.section,
            cells: [
              part.title,
              part.score === null ? 'te weinig bekend' : points('nl', part.score),
              part.coverage === null ? 'niets van toepassing' : percent('nl', part.coverage),
            ],
          }))}
        />
      </Section>
    </>
  )
}

export function LeavePage({ view, name }: { view: DeskView; name: string }) {
  return (
    <DeskPage view={view} title="Stop met meedoen" crumbs={[{ name: 'Onze nulmeting', to: '/balie/mijn-nulmeting' }]}>
      <Heading level={1}>Stop met meedoen</Heading>
      <Text lead>
        Alle antwoorden van {name} worden gewist, ook wat u deelde, en uw cijfers gaan uit de groepen. Dit kan niet
        ongedaan worden gemaakt.
      </Text>
      <Text>
        <Link to="/balie/mijn-nulmeting/gegevens">Neem eerst uw gegevens mee</Link>
      </Text>
      <Form view={view} action="/balie/mijn-nulmeting/weg">
        <Buttons>
          <Button>Wis alles en stop</Button>
          <Link to="/balie/mijn-nulmeting">Toch niet</Link>
        </Buttons>
      </Form>
    </DeskPage>
  )
}
