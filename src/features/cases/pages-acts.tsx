/**
 * The forms with which people act in a case: a step with its reason, asking and giving an opinion, advice, reactions,
 * the decision, measures.
 */
import type { ReactNode } from 'react'
import { STATE_NAMES } from '../../model/case.ts'
import type { Questionnaire } from '../../model/questionnaire.ts'
import { ROLE_NAMES } from '../../model/roles.ts'
import { textOf } from '../../scoring/visible.ts'
import { day } from '../../web/language.ts'
import {
  Area,
  Button,
  Buttons,
  Choice,
  ErrorSummary,
  Field,
  Form,
  none,
  Select,
  type Problems,
} from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView, Sent } from '../../web/desk/route.ts'
import { Heading, Link, Notice, Section, Text } from '../../web/parts.tsx'
import { caseNumber, pathOf } from './acts.ts'
import { name, OneOpinion } from './page-case.tsx'
import { REACTIONS, STANCES, type Possible } from './rules.ts'
import type { Case, MeasureRow, Named, RequestRow } from './store.ts'

export type Base = {
  readonly view: DeskView
  readonly file: Case
  readonly problems?: Problems
  /** What was typed. */ readonly typed?: Sent
}
export const said = (typed: Sent | undefined, name: string, otherwise = '') => typed?.text(name) ?? otherwise

export function Act({
  view,
  file,
  title,
  lead,
  problems = none,
  aside,
  children,
}: Base & { title: string; lead?: ReactNode; aside?: ReactNode; children: ReactNode }) {
  return (
    <DeskPage
      view={view}
      title={Object.keys(problems).length > 0 ? `Fout: ${title}` : title}
      crumbs={[
        { name: 'Zaken', to: '/balie/zaken' },
        { name: file.row.title, to: pathOf(file.row) },
      ]}
      wide={aside !== undefined}
    >
      <p className="ld-kicker">
        {caseNumber(file.row)} {file.row.title}
      </p>
      <Heading level={1}>{title}</Heading>
      {lead === undefined ? null : <Text lead>{lead}</Text>}
      <ErrorSummary problems={problems} />
      {aside === undefined ? (
        children
      ) : (
        <div className="ld-side-by-side">
          <div>{children}</div>
          <aside aria-label="Het dossier" className="ld-dossier">
            {aside}
          </aside>
        </div>
      )}
    </DeskPage>
  )
}

export function StepPage({ view, file, possible, problems = none, typed }: Base & { possible: Possible }) {
  const { step, to, reason } = possible
  return (
    <Act
      view={view}
      file={file}
      title={step.label}
      problems={problems}
      lead={
        <>
          De zaak gaat van {STATE_NAMES[file.row.state]} naar {STATE_NAMES[to]}. Uw naam en functie komen erbij te
          staan.
        </>
      }
    >
      {file.row.state === 'pre-check' && 'rule' in file.proposal ? (
        <Notice title="De regel">
          <Text>
            {file.proposal.rule}
            {reason === 'required' && step.id !== 'spoed' && step.id !== 'intrekken' && step.id !== 'aanhouden'
              ? ' U kiest iets anders dan de regel voorstelt, of er is twijfel: leg uit waarom.'
              : ''}
          </Text>
        </Notice>
      ) : null}
      <Form view={view} action={`${pathOf(file.row)}/stap/${step.id}`}>
        {reason === 'no' ? null : (
          <Area
            name="reden"
            label="Waarom?"
            optional={reason === 'optional'}
            value={said(typed, 'reden')}
            problems={problems}
            maxLength={4_000}
          />
        )}
        <Buttons>
          <Button>{step.label}</Button>
          <Link to={pathOf(file.row)}>Niet doen</Link>
        </Buttons>
      </Form>
    </Act>
  )
}

export function AskOpinionsPage({
  view,
  file,
  people,
  dueOn,
  reason,
  problems = none,
  typed,
}: Base & { people: readonly Named[]; dueOn: string; reason: boolean }) {
  const value = typed ? typed.all('wie') : ['fg', 'security-officer', 'executor']
  return (
    <Act
      view={view}
      file={file}
      title="Vraag adviezen"
      problems={problems}
      lead={
        'Allen krijgen de vraag tegelijk, met dezelfde termijn. Niemand kan een advies wijzigen, overslaan of ' +
        'tegenhouden.'
      }
    >
      <Form view={view} action={`${pathOf(file.row)}/adviezen`}>
        <Choice
          name="wie"
          label="Aan wie?"
          several
          value={value}
          problems={problems}
          options={[
            { value: 'fg', label: 'De FG' },
            { value: 'security-officer', label: 'De Security Officer' },
            { value: 'executor', label: 'De uitvoerder' },
            ...people.map(({ id, name, function: work }) => ({
              value: id,
              label: `${name}${work ? `, ${work}` : ''}`,
            })),
          ]}
        />
        <Field
          name="termijn"
          label="Uiterlijk"
          type="date"
          hint="Gewoon tien werkdagen, bij een ingewikkelde zaak twintig."
          value={said(typed, 'termijn', dueOn)}
          problems={problems}
        />
        {reason ? (
          <Area
            name="reden"
            label="Minder dan 80% is bekend. Waarom gaat de zaak toch door?"
            value={said(typed, 'reden')}
            problems={problems}
            maxLength={4_000}
          />
        ) : null}
        <Buttons>
          <Button>Vraag de adviezen</Button>
        </Buttons>
      </Form>
    </Act>
  )
}

/** The file beside the pen: opinions, advice, measurements, and the answers with their flags. */
function Dossier({ file }: { file: Case }) {
  const { row, test } = file
  return (
    <>
      <Heading level={2}>Het dossier</Heading>
      <Text>{row.summary}</Text>
      {file.requests.flatMap(({ role, opinions }) =>
        opinions.slice(-1).map((opinion) => (
          <section key={opinion.id}>
            <Heading level={3}>Advies van de {ROLE_NAMES[role]}</Heading>
            <OneOpinion file={file} opinion={opinion} />
          </section>
        )),
      )}
      {file.advices.slice(-1).map((advice) => (
        <section key={advice.no}>
          <Heading level={3}>Advies van Digitale Zaken</Heading>
          <p>
            <strong>{STANCES[advice.stance]}</strong>{' '}
            <span className="ld-quiet">
              {name(file, advice.by)}, {day('nl', advice.at)}
            </span>
          </p>
          <p>{advice.text}</p>
        </section>
      ))}
      {file.measured.length > 0 ? (
        <>
          <Heading level={3}>Gemeten</Heading>
          <ul className="ld-list">
            {file.measured
              .filter(({ verdict }) => verdict === 'unmet')
              .map((finding) => (
                <li key={`${finding.address}${finding.criterion}`}>
                  {finding.address}: {finding.criterion} voldoet niet
                </li>
              ))}
          </ul>
        </>
      ) : null}
      {test ? <Answers questionnaire={test.questionnaire} file={file} /> : null}
    </>
  )
}
function Answers({ questionnaire, file }: { questionnaire: Questionnaire; file: Case }) {
  const flags = new Map(file.test!.result.flags.map(({ question, text }) => [question, text]))
  return (
    <>
      <Heading level={3}>Antwoorden</Heading>
      <dl className="ld-answers">
        {questionnaire.questions
          .filter(({ id }) => file.test!.answers[id] !== undefined)
          .map((question) => {
            const answer = file.test!.answers[question.id]!
            const label = [answer.value]
              .flat()
              .map((value) => question.options.find(({ id }) => id === value)?.label ?? value)
              .join(', ')
            return (
              <div key={question.id}>
                <dt>
                  {question.id} {textOf(question)}
                </dt>
                <dd>
                  <strong>{label}</strong>
                  {flags.has(question.id) ? (
                    <>
                      {' '}
                      <span aria-hidden="true">⚑</span> {flags.get(question.id)}
                    </>
                  ) : null}
                  {answer.reason ? (
                    <>
                      <br />
                      {answer.reason}
                    </>
                  ) : null}
                </dd>
              </div>
            )
          })}
      </dl>
    </>
  )
}

export function OpinionPage({ view, file, request, problems = none, typed }: Base & { request: RequestRow }) {
  const last = request.opinions.at(-1)
  const conditions = typed ? typed.all('voorwaarde') : (last?.conditions.map(({ text }) => text) ?? [])
  return (
    <Act
      view={view}
      file={file}
      title={last ? 'Geef een nieuwe versie van uw advies' : `Uw advies als ${ROLE_NAMES[request.role]}`}
      problems={problems}
      aside={<Dossier file={file} />}
      lead={
        <>
          Graag uiterlijk {day('nl', request.dueOn)}. U ondertekent met uw naam en functie. Een advies kan niemand
          wijzigen, ook u niet; u kunt wel een nieuwe versie geven.
        </>
      }
    >
      <Form view={view} action={`${pathOf(file.row)}/advies/${request.id}`}>
        <Choice
          name="oordeel"
          label="Uw oordeel"
          value={[said(typed, 'oordeel', last?.stance ?? '')]}
          problems={problems}
          options={Object.entries(STANCES).map(([value, label]) => ({ value, label }))}
        />
        <Area
          name="tekst"
          label="Toelichting"
          value={said(typed, 'tekst', last?.text ?? '')}
          rows={8}
          problems={problems}
        />
        <fieldset className="ld-choice">
          <legend className="utrecht-form-label">
            Voorwaarden <span className="ld-quiet">(niet verplicht)</span>
          </legend>
          <div className="ld-hint">Eén voorwaarde per vak. De indiener reageert op elk apart.</div>
          {[0, 1, 2, 3, 4].map((index) => (
            <Area
              key={index}
              name="voorwaarde"
              label={`Voorwaarde ${index + 1}`}
              optional
              rows={2}
              value={conditions[index] ?? ''}
              maxLength={2_000}
              id={`veld-voorwaarde-${index}`}
            />
          ))}
        </fieldset>
        <Buttons>
          <Button>Onderteken en verstuur</Button>
        </Buttons>
      </Form>
    </Act>
  )
}

export function FlagsPage({ view, file, problems = none, typed }: Base) {
  const flags = file.test?.result.flags ?? []
  return (
    <Act
      view={view}
      file={file}
      title="Antwoord op de rode vlaggen"
      problems={problems}
      lead="Een rode vlag wordt nooit weggemiddeld. Zeg per vlag wat er is gedaan, of waarom die blijft staan."
    >
      {flags.length === 0 ? (
        <Text>
          Er staat geen rode vlag. <Link to={pathOf(file.row)}>Terug naar de zaak</Link>
        </Text>
      ) : (
        <Form view={view} action={`${pathOf(file.row)}/vlaggen`}>
          {flags.map(({ question, text }) => (
            <Area
              key={question}
              name={`vlag-${question}`}
              label={`${question}: ${text}`}
              rows={3}
              value={said(typed, `vlag-${question}`, file.flagAnswers.get(question)?.text ?? '')}
              problems={problems}
              maxLength={4_000}
            />
          ))}
          <Buttons>
            <Button>Bewaar</Button>
          </Buttons>
        </Form>
      )}
    </Act>
  )
}

export function AdvisePage({ view, file, problems = none, typed }: Base) {
  return (
    <Act
      view={view}
      file={file}
      title="Advies van Digitale Zaken"
      problems={problems}
      aside={<Dossier file={file} />}
      lead="Weeg de adviezen en de rode vlaggen. Het advies is van u; het besluit is van de beslisser."
    >
      <Form view={view} action={`${pathOf(file.row)}/adviseren`}>
        <Choice
          name="oordeel"
          label="Uw advies"
          value={[said(typed, 'oordeel')]}
          problems={problems}
          options={Object.entries(STANCES)
            .filter(([value]) => value !== 'none-needed')
            .map(([value, label]) => ({ value, label }))}
        />
        <Area name="tekst" label="Toelichting" rows={8} value={said(typed, 'tekst')} problems={problems} />
        <Buttons>
          <Button>Onderteken het advies</Button>
        </Buttons>
      </Form>
    </Act>
  )
}

/** The conditions of the newest opinions of this round. */
export const conditionsOf = (file: Case) =>
  file.requests
    .filter(({ round }) => round === file.row.round)
    .flatMap(({ role, opinions }) => opinions.at(-1)?.conditions.map((condition) => ({ ...condition, role })) ?? [])

export function ReactionPage({ view, file, problems = none, typed }: Base) {
  return (
    <Act
      view={view}
      file={file}
      title="Reactie per voorwaarde"
      problems={problems}
      lead="Neemt u een voorwaarde niet over, dan staat uw reden in het besluit en wordt die openbaar."
    >
      <Form view={view} action={`${pathOf(file.row)}/reactie`}>
        {conditionsOf(file).map((condition, index) => {
          const last = condition.reactions.at(-1)
          return (
            <section key={condition.id} className="ld-reaction">
              <Heading level={2}>
                {index + 1}. {ROLE_NAMES[condition.role]}
              </Heading>
              <Text>{condition.text}</Text>
              <Choice
                name={`keuze-${condition.id}`}
                label="Wat doet u ermee?"
                value={[said(typed, `keuze-${condition.id}`, last?.kind ?? '')]}
                problems={problems}
                options={Object.entries(REACTIONS).map(([value, label]) => ({ value, label }))}
              />
              <Area
                name={`reden-${condition.id}`}
                label="Toelichting"
                rows={3}
                value={said(typed, `reden-${condition.id}`, last?.text ?? '')}
                problems={problems}
                maxLength={4_000}
              />
            </section>
          )
        })}
        <Buttons>
          <Button>Bewaar de reacties</Button>
        </Buttons>
      </Form>
    </Act>
  )
}

export type Objection = { readonly about: string; readonly text: string }
/**
 * What a decision may deviate from: refused conditions, open flags, and every opinion or advice to revise or not to do
 * it.
 */
export function objectionsOf(file: Case): Objection[] {
  const advice = file.advices.at(-1)
  return [
    ...conditionsOf(file)
      .filter(({ reactions }) => reactions.at(-1)?.kind === 'refuse')
      .map(({ id, text, role }) => ({ about: id, text: `Voorwaarde van de ${ROLE_NAMES[role]}: ${text}` })),
    ...(file.test?.result.flags.map(({ question, text }) => ({ about: question, text: `Rode vlag: ${text}` })) ?? []),
    ...file.requests
      .filter(({ round }) => round === file.row.round)
      .flatMap(({ id, role, opinions }) => {
        const last = opinions.at(-1)
        return last && (last.stance === 'against' || last.stance === 'revise')
          ? [
              {
                about: `advies-${id}`,
                text: `Advies van de ${ROLE_NAMES[role]}: ${STANCES[last.stance].toLowerCase()}`,
              },
            ]
          : []
      }),
    ...(advice && (advice.stance === 'against' || advice.stance === 'revise')
      ? [{ about: 'advies', text: `Advies van Digitale Zaken: ${STANCES[advice.stance].toLowerCase()}` }]
      : []),
  ]
}

export function DecisionPage({
  view,
  file,
  outcomes,
  today,
  problems = none,
  typed,
}: Base & {
  outcomes: readonly { readonly id: string; readonly label: string; readonly requires: string | undefined }[]
  today: string
}) {
  return (
    <Act
      view={view}
      file={file}
      title="Besluit"
      problems={problems}
      aside={<Dossier file={file} />}
      lead={
        'U besluit met uw naam, functie en mandaat. Niemand kan een besluit wijzigen, ook u niet; een nieuw ' +
        'besluit komt ernaast.'
      }
    >
      {file.row.urgent ? (
        <Notice title="Spoed">
          <Text>Deze zaak is met spoed behandeld. De volledige toets volgt binnen acht weken.</Text>
        </Notice>
      ) : null}
      <Form view={view} action={`${pathOf(file.row)}/besluit`}>
        <Choice
          name="uitkomst"
          label="Wat besluit u?"
          value={[said(typed, 'uitkomst')]}
          problems={problems}
          options={outcomes.map(({ id, label, requires }) => ({
            value: id,
            label,
            hint: requires === undefined ? undefined : `Vraagt: ${requires}.`,
          }))}
        />
        <Area name="tekst" label="Motivering" rows={6} value={said(typed, 'tekst')} problems={problems} />
        {objectionsOf(file).length === 0 ? null : (
          <Section id="afwijken" title="Wijkt u af?">
            <Text>
              Elk punt hieronder is een bezwaar dat nog staat. Besluit u ondanks zo’n bezwaar, dan staat bij elk uw
              reden.
            </Text>
            {objectionsOf(file).map(({ about, text }) => (
              <Area
                key={about}
                name={`afwijking-${about}`}
                label={text}
                rows={2}
                value={said(typed, `afwijking-${about}`)}
                problems={problems}
                maxLength={4_000}
              />
            ))}
          </Section>
        )}
        <Field
          name="mandaat"
          label="Op grond waarvan mag u dit besluiten?"
          hint="Bijvoorbeeld: het college, of het mandaatbesluit van 1 maart 2026, artikel 3."
          value={said(typed, 'mandaat')}
          problems={problems}
          maxLength={300}
        />
        <Field
          name="datum"
          label="Datum van het besluit"
          type="date"
          value={said(typed, 'datum', today)}
          problems={problems}
        />
        <Text>
          U ondertekent als {view.who.name}
          {view.who.function ? `, ${view.who.function}` : ''}.
        </Text>
        <Buttons>
          <Button>Onderteken het besluit</Button>
        </Buttons>
      </Form>
    </Act>
  )
}

export function NewMeasurePage({ view, file, people, problems = none, typed }: Base & { people: readonly Named[] }) {
  return (
    <Act view={view} file={file} title="Nieuwe maatregel" problems={problems}>
      <Form view={view} action={`${pathOf(file.row)}/maatregelen`}>
        <Area
          name="tekst"
          label="Wat gebeurt er?"
          rows={3}
          value={said(typed, 'tekst')}
          problems={problems}
          maxLength={1_000}
        />
        <Select
          name="eigenaar"
          label="Wie doet het?"
          value={said(typed, 'eigenaar')}
          empty="Kies"
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
          problems={problems}
        />
        <Field name="klaar" label="Klaar op" type="date" value={said(typed, 'klaar')} problems={problems} />
        <Buttons>
          <Button>Bewaar</Button>
        </Buttons>
      </Form>
    </Act>
  )
}

export function MeasurePage({
  view,
  file,
  measure,
  mayProve,
  mayVerify,
  problems = none,
  typed,
}: Base & { measure: MeasureRow; mayProve: boolean; mayVerify: boolean }) {
  const action = `${pathOf(file.row)}/maatregelen/${measure.id}`
  return (
    <Act view={view} file={file} title="Maatregel" problems={problems} lead={measure.text}>
      <Text>
        {file.names.get(measure.owner)} · uiterlijk {day('nl', measure.dueOn)}
      </Text>
      {measure.proofs.map((proof) => (
        <article key={proof.no} className="ld-comment">
          <p className="ld-quiet">
            {file.names.get(proof.by)}, {day('nl', proof.at)}
            {proof.verdict === 'accepted'
              ? ' · goedgekeurd'
              : proof.verdict === 'insufficient'
                ? ' · nog niet genoeg'
                : ''}
          </p>
          <p>{proof.text}</p>
          {proof.url ? (
            <p>
              <a className="nl-link" href={proof.url} rel="noreferrer">
                {proof.url}
              </a>
            </p>
          ) : null}
        </article>
      ))}
      {mayProve ? (
        <Form view={view} action={`${action}/bewijs`}>
          <Area
            name="tekst"
            label="Hoe is te zien dat het gedaan is?"
            rows={3}
            value={said(typed, 'tekst')}
            problems={problems}
            maxLength={4_000}
          />
          <Field name="link" label="Link" type="url" optional value={said(typed, 'link')} problems={problems} />
          <Buttons>
            <Button>Lever bewijs</Button>
          </Buttons>
        </Form>
      ) : null}
      {mayVerify ? (
        <Form view={view} action={`${action}/controle`}>
          <Choice
            name="oordeel"
            label="Is dit genoeg?"
            value={[said(typed, 'oordeel')]}
            problems={problems}
            options={[
              { value: 'accepted', label: 'Ja, de maatregel is klaar' },
              { value: 'insufficient', label: 'Nee, er ontbreekt nog iets' },
            ]}
          />
          <Area
            name="tekst"
            label="Toelichting"
            rows={3}
            value={said(typed, 'tekst')}
            problems={problems}
            maxLength={4_000}
          />
          <Buttons>
            <Button>Onderteken de controle</Button>
          </Buttons>
        </Form>
      ) : null}
    </Act>
  )
}

export const RETESTS = {
  version: 'Nieuwe hoofdversie',
  purpose: 'Ander doel of ander gebruik',
  supplier: 'Andere leverancier of eigenaar',
  incident: 'Ernstig incident',
  date: 'De datum is bereikt',
} as const
export function RetestPage({ view, file, problems = none, typed }: Base) {
  return (
    <Act
      view={view}
      file={file}
      title="Vraag een herijking"
      problems={problems}
      lead="Een toets geldt voor wat toen getoetst is. Verandert er iets wezenlijks, dan begint er een nieuwe ronde."
    >
      <Form view={view} action={`${pathOf(file.row)}/herijking`}>
        <Choice
          name="soort"
          label="Wat is er veranderd?"
          value={[said(typed, 'soort')]}
          problems={problems}
          options={Object.entries(RETESTS).map(([value, label]) => ({ value, label }))}
        />
        <Area
          name="tekst"
          label="Toelichting"
          rows={3}
          value={said(typed, 'tekst')}
          problems={problems}
          maxLength={2_000}
        />
        <Buttons>
          <Button>Vraag de herijking</Button>
        </Buttons>
      </Form>
    </Act>
  )
}
