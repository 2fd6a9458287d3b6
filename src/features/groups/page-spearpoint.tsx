/** One spearpoint: why it was chosen, on which figures, who did what; made public or withdrawn by a second person. */
import type { Tx } from '../../db/as.ts'
import type { Group } from '../../model/group.ts'
import { helpTogether } from '../../scoring/helped.ts'
import { SPEARPOINT_STATES } from '../../vocabulary/group.ts'
import { allows } from '../../vocabulary/roles.ts'
import { Button, Buttons, ErrorSummary, Field, Form, none, type Problems } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import { forbidden, go, missing, notYet, page, type Asked, type Reply, type Route } from '../../web/desk/route.ts'
import { filled, oneOf, readForm, text, word } from '../../web/desk/schema.ts'
import { day, moment } from '../../web/language.ts'
import { Facts, Heading, Link, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { CRUMBS, HOME, type GroupTools } from './deps.ts'
import { calledIn, decimal, HelpTable } from './parts.tsx'
import { pathOf, titleOf, whyNotAskWithdrawal, whyNotPublish, whyNotWithdraw, type SpearpointFacts } from './rules.ts'
import { spearpointById, stepsOf, take, type Spearpoint, type Step } from './spearpoint-store.ts'

const STEP_WORDS: Readonly<Record<Step, string>> = {
  published: 'maakte het openbaar',
  'withdrawal-asked': 'vroeg om het in te trekken',
  'withdrawal-dropped': 'liet het staan',
  withdrawn: 'trok het in',
}
const WHAT = { wat: word(oneOf(['intrekken', 'laten-staan'], 'Kies of u het intrekt of laat staan.')) }
const WHY = { reden: text(500, filled('Schrijf waarom dit speerpunt wordt ingetrokken.')) }

type Found = {
  readonly spearpoint: Spearpoint
  readonly steps: Awaited<ReturnType<typeof stepsOf>>
  readonly facts: SpearpointFacts
}
const on =
  (then: (asked: Asked<Tx>, found: Found) => Promise<Reply> | Reply) =>
  async (asked: Asked<Tx>): Promise<Reply> => {
    const { tx, municipality, params } = asked
    const spearpoint = await spearpointById(tx, municipality.id, params['spearpoint']!)
    if (!spearpoint) return missing
    const steps = await stepsOf(tx, municipality.id, spearpoint.id)
    return then(asked, {
      spearpoint,
      steps,
      facts: { state: spearpoint.state, by: spearpoint.by, lastBy: steps.at(-1)?.by },
    })
  }

const done = async (
  { tx, municipality, who }: Asked<Tx>,
  { spearpoint }: Found,
  step: Step,
  told: string,
  reason?: string,
): Promise<Reply> => {
  await take(tx, municipality.id, spearpoint, { step, by: who.id, ...(reason === undefined ? {} : { reason }) })
  return go(`/balie/speerpunten/${spearpoint.id}`, told)
}
/** The role does not do this, or not now. */
const no = (who: Asked<Tx>['who'], permission: 'spearpoint.choose' | 'spearpoint.publish', why: string): Reply =>
  allows(who.roles, permission) ? notYet(why) : forbidden(why)

export const spearpointRoutes = (tools: GroupTools): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/speerpunten/:spearpoint',
    may: 'organisation.read',
    answer: on((asked, found) => page(<SpearpointPage {...{ asked, tools, ...found }} />)),
  },
  {
    method: 'POST',
    path: '/speerpunten/:spearpoint/openbaar',
    may: 'spearpoint.publish',
    answer: on(async (asked, found) => {
      const why = whyNotPublish(found.facts, asked.who)
      return why === undefined
        ? done(asked, found, 'published', 'Iedereen kan dit speerpunt nu lezen.')
        : no(asked.who, 'spearpoint.publish', why)
    }),
  },
  {
    method: 'POST',
    path: '/speerpunten/:spearpoint/intrekken',
    may: 'spearpoint.choose',
    answer: on(async (asked, found) => {
      const why = whyNotAskWithdrawal(found.facts, asked.who)
      if (why !== undefined) return no(asked.who, 'spearpoint.choose', why)
      const { held, problems } = readForm(WHY, asked.sent)
      if (!held) return page(<SpearpointPage {...{ asked, tools, ...found, problems }} />, 422)
      return found.spearpoint.state === 'chosen'
        ? done(asked, found, 'withdrawn', 'Het speerpunt is ingetrokken.', held.reden)
        : done(asked, found, 'withdrawal-asked', 'Een collega beslist over het intrekken.', held.reden)
    }),
  },
  {
    method: 'POST',
    path: '/speerpunten/:spearpoint/ingetrokken',
    may: 'spearpoint.publish',
    answer: on(async (asked, found) => {
      const why = whyNotWithdraw(found.facts, asked.who)
      if (why !== undefined) return no(asked.who, 'spearpoint.publish', why)
      const { held, problems } = readForm(WHAT, asked.sent)
      if (!held)
        return page(<SpearpointPage {...{ asked, tools, ...found, problems: { '': problems['wat'] ?? '' } }} />, 422)
      return held.wat === 'laten-staan'
        ? done(asked, found, 'withdrawal-dropped', 'Het speerpunt blijft staan.')
        : done(asked, found, 'withdrawn', 'Het speerpunt is ingetrokken.')
    }),
  },
]

function SpearpointPage({
  asked: { view, who, sent: typed },
  tools: { catalogue, questionnaire },
  spearpoint,
  steps,
  facts,
  problems = none,
}: Found & { asked: Asked<Tx>; tools: GroupTools; problems?: Problems }) {
  const { id, norm, figures, reason, byName, at, state } = spearpoint
  const group = { kind: spearpoint.kind, name: spearpoint.name } as Group
  const label = catalogue.norms.find((each) => each.id === norm)?.label ?? norm
  const here = `/balie/speerpunten/${id}`
  const called = calledIn(catalogue, questionnaire)
  return (
    <DeskPage
      oneForm
      view={view}
      title={`Speerpunt: ${label}`}
      crumbs={[...CRUMBS, HOME, { name: titleOf(group), to: pathOf(group) }]}
      wide
    >
      <div className="ld-opening">
        <p className="ld-kicker">Speerpunt van {titleOf(group)}</p>
        <Heading level={1}>{label}</Heading>
        <Text lead>{reason}</Text>
      </div>
      <ErrorSummary problems={problems} />
      {whyNotPublish(facts, who) === undefined ? (
        <Form view={view} action={`${here}/openbaar`}>
          <Text>Klopt dit? Dan leest iedereen het speerpunt met de reden, op de pagina van de groep.</Text>
          <Buttons>
            <Button>Maak openbaar</Button>
          </Buttons>
        </Form>
      ) : state === 'chosen' ? (
        <Text>Nog niemand buiten de gemeente leest dit. {whyNotPublish(facts, who)}</Text>
      ) : null}
      {whyNotWithdraw(facts, who) === undefined ? (
        <Form view={view} action={`${here}/ingetrokken`}>
          <Text>Een collega vroeg om dit in te trekken: “{steps.at(-1)?.reason}”</Text>
          <Buttons>
            <Button name="wat" value="intrekken">
              Trek in
            </Button>
            <Button kind="secondary" name="wat" value="laten-staan">
              Laat staan
            </Button>
          </Buttons>
        </Form>
      ) : null}
      <Facts
        items={[
          { name: 'Norm', value: <Link to={`${pathOf(group)}/normen/${norm}`}>{norm}</Link> },
          { name: 'Staat', value: SPEARPOINT_STATES[state] },
          { name: 'Gekozen', value: `${moment('nl', at)}, door ${byName}` },
          ...(state === 'published' || state === 'withdrawal-asked'
            ? [
                {
                  name: 'Op de site',
                  value: <Link to={`/groepen/${pathOf(group).split('/').at(-1)}`}>pagina van de groep</Link>,
                },
              ]
            : []),
        ]}
      />
      <Section id="getallen" title="De getallen van toen" wide>
        <Text>
          Op {day('nl', figures.on)}, bij {figures.organisations} organisaties
          {figures.publication === null ? ', zonder publicatie' : `, naar publicatie ${figures.publication}`}.{' '}
          {figures.place === null
            ? 'Dit stond niet bij de drie voorgestelde normen.'
            : `Dit was voorstel ${figures.place}.`}
          {figures.criteria.length === 0 ? '' : ` Samen: ${decimal(helpTogether(figures.criteria))}.`}
        </Text>
        {figures.criteria.length === 0 ? (
          <Text>Er was toen te weinig bekend voor getallen.</Text>
        ) : (
          <HelpTable
            id="getallen-tabel"
            criteria={figures.criteria}
            called={called}
            organisations={figures.organisations}
          />
        )}
      </Section>
      {steps.length === 0 ? null : (
        <Section id="stappen" title="Wat er daarna gebeurde" wide>
          <Table
            id="stappen-tabel"
            caption="Stappen, de eerste eerst"
            hideCaption
            stacked
            columns={[{ head: 'Wanneer' }, { head: 'Wie' }, { head: 'Wat' }, { head: 'Reden' }]}
            rows={steps.map((each) => ({
              key: `${each.no}`,
              cells: [moment('nl', each.at), each.byName, STEP_WORDS[each.step], each.reason],
            }))}
          />
        </Section>
      )}
      {whyNotAskWithdrawal(facts, who) === undefined ? (
        <Section id="intrekken" title="Intrekken">
          <Form view={view} action={`${here}/intrekken`}>
            <Text>
              {state === 'chosen'
                ? 'Niemand leest dit speerpunt nog. U kunt het zelf intrekken.'
                : 'Dit is openbaar: een collega beslist. De site blijft zeggen dat het er was en waarom het eindigde.'}
            </Text>
            <Field name="reden" label="Waarom?" value={typed.text('reden', 500)} problems={problems} maxLength={500} />
            <Buttons>
              <Button kind="secondary">{state === 'chosen' ? 'Trek in' : 'Vraag om in te trekken'}</Button>
            </Buttons>
          </Form>
        </Section>
      ) : null}
    </DeskPage>
  )
}
