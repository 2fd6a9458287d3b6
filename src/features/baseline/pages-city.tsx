/**
 * What the municipality sees of the nulmeting: one organisation's place in it, and figures of groups of ten or more.
 */
import { points } from '../../web/language.ts'
import { Button, Buttons, Choice, ErrorSummary, Field, Form, none, type Problems } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { Facts, Heading, Link, Section, Table, Text } from '../../web/parts.tsx'
import type { Questionnaire } from '../../model/questionnaire.ts'
import { CLUSTERS } from './rules.ts'
import type { Baseline, groupsOf, organisationById, participation } from './store.ts'

export const STATES = {
  invited: 'uitgenodigd',
  running: 'bezig',
  done: 'afgerond',
  declined: 'doet niet mee',
  left: 'gestopt',
} as const
type Organisation = NonNullable<Awaited<ReturnType<typeof organisationById>>>

export function OrganisationPage({
  view,
  organisation,
  baselines,
  mayInvite,
  mayConfirm,
  problems = none,
  email = '',
}: {
  view: DeskView
  organisation: Organisation
  baselines: readonly Baseline[]
  mayInvite: boolean
  mayConfirm: boolean
  problems?: Problems
  email?: string
}) {
  const [now] = baselines
  const at = `/balie/organisaties/${organisation.id}`
  return (
    <DeskPage view={view} title={organisation.name} crumbs={[{ name: 'Organisaties', to: '/balie/organisaties' }]}>
      <div className="ld-opening">
        <Heading level={1}>{organisation.name}</Heading>
        <Text>
          {organisation.kind}
          {organisation.street ? `, ${organisation.street}` : ''}.{' '}
          <Link to={`/organisaties/${organisation.slug}`}>De meting van buitenaf</Link>
        </Text>
      </div>
      <ErrorSummary problems={problems} />
      <Section id="nulmeting" title="Nulmeting">
        {!now ? (
          <Text>Nog niet uitgenodigd.</Text>
        ) : (
          <>
            <Facts
              items={[
                { name: 'Jaar', value: `${now.year}` },
                { name: 'Staat', value: STATES[now.state] },
                { name: 'Voorstel', value: now.proposed ?? 'nog geen' },
                {
                  name: 'Groep',
                  value:
                    now.cluster === null
                      ? 'nog niet gekozen'
                      : `${CLUSTERS[now.cluster]}${now.confirmedBy === null ? ' (nog te bevestigen)' : ' (bevestigd)'}`,
                },
                ...(now.reason ? [{ name: 'Reden van de organisatie', value: now.reason }] : []),
              ]}
            />
            {now.form === null || now.state === 'left' ? null : (
              <Text>
                <Link to={`/balie/vragenlijsten/${now.form}`}>Wat de organisatie deelt</Link>
              </Text>
            )}
            {mayConfirm && now.cluster !== null ? (
              <Form view={view} action={`${at}/groep`}>
                <Choice
                  name="groep"
                  label="Groep"
                  value={[now.cluster]}
                  problems={problems}
                  options={Object.entries(CLUSTERS).map(([value, label]) => ({ value, label }))}
                />
                <Field name="reden" label="Reden, als u anders kiest" optional problems={problems} />
                <Buttons>
                  <Button kind="secondary">Bevestig de groep</Button>
                </Buttons>
              </Form>
            ) : null}
          </>
        )}
        {mayInvite && (!now || now.state !== 'running') ? (
          <Form view={view} action={`${at}/uitnodigen`}>
            <Field
              name="email"
              label="Uitnodigen: e-mailadres"
              type="email"
              hint="De link in de mail werkt zonder account, zestig dagen."
              value={email}
              problems={problems}
            />
            <Buttons>
              <Button>Nodig uit</Button>
            </Buttons>
          </Form>
        ) : null}
      </Section>
    </DeskPage>
  )
}

export function CityBaselinePage({
  view,
  year,
  groups,
  counts,
  questionnaire,
}: {
  view: DeskView
  year: number
  groups: Awaited<ReturnType<typeof groupsOf>>
  counts: Awaited<ReturnType<typeof participation>>
  questionnaire: Questionnaire
}) {
  const count = (state: string) =>
    counts.filter((each) => each.state === state).reduce((sum, each) => sum + each.count, 0)
  const texts = new Map(questionnaire.questions.map((question) => [question.id, question.text]))
  const clusters = [...new Set(groups.map(({ cluster }) => cluster))]
  return (
    <DeskPage view={view} title="Nulmeting">
      <div className="ld-opening">
        <Heading level={1}>Nulmeting {year}</Heading>
        <Text lead>
          {count('done')} organisaties rondden af, {count('running')} zijn bezig, {count('invited')} zijn uitgenodigd.
        </Text>
        <Text>
          Cijfers staan er alleen voor groepen van tien of meer, per vijf organisaties bijgewerkt, afgerond op vijf en
          nooit onder 10 of boven 90. Zo is niemand te herleiden. Wat één organisatie antwoordde, ziet u hier nooit.
        </Text>
      </div>
      {clusters.length === 0 ? (
        <Text>Nog geen groep heeft tien afgeronde nulmetingen.</Text>
      ) : (
        clusters.map((cluster) => {
          const of = groups.filter((group) => group.cluster === cluster).toSorted((one, other) => one.mean - other.mean)
          return (
            <Section key={cluster} id={`groep-${cluster}`} title={`Groep ${CLUSTERS[cluster] ?? cluster}`} wide>
              <Text>
                Speerpunten:{' '}
                {of
                  .slice(0, 3)
                  .map(({ question }) => texts.get(question) ?? question)
                  .join(' ')}
              </Text>
              <Table
                id={`tabel-${cluster}`}
                caption="Laagste eerst"
                stacked
                columns={[
                  { head: 'Vraag' },
                  { head: 'Gemiddeld (van 100)', numeric: true },
                  { head: 'Organisaties', numeric: true },
                ]}
                rows={of.map((group) => ({
                  key: group.question,
                  cells: [texts.get(group.question) ?? group.question, points('nl', group.mean), group.organisations],
                }))}
              />
            </Section>
          )
        })
      )}
    </DeskPage>
  )
}
