/** Every figure of one norm for one group, opened; and choosing it as a spearpoint. */
import type { Tx } from '../../db/as.ts'
import type { Group } from '../../model/group.ts'
import type { Norm } from '../../model/norm.ts'
import { EASE } from '../../scoring/helped.ts'
import { EFFORT_WORDS } from '../../vocabulary/group.ts'
import { allows } from '../../vocabulary/roles.ts'
import { Area, Button, Buttons, ErrorSummary, Form, none, type Problems } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import { go, notYet, page, type Asked, type Route } from '../../web/desk/route.ts'
import { filled, readForm, text } from '../../web/desk/schema.ts'
import { Details, Heading, Link, List, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { CRUMBS, HOME, onNorm, type GroupTools } from './deps.ts'
import { figuresFor, figuresOf } from './figures.ts'
import { missersOf } from './figures-store.ts'
import { keeping } from './kept.ts'
import { calledIn, decimal, HelpTable, restOf } from './parts.tsx'
import { pathOf, shareOf, titleOf } from './rules.ts'
import { choose, spearpointsOf } from './spearpoint-store.ts'
import { countOf, groupsIn } from './store.ts'

/** Names per criterion. */
const NAMES = 50
const FIELDS = { reden: text(2_000, filled('Schrijf waarom de groep hiermee begint.')) }

export const normRoutes = (tools: GroupTools): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/groepen/:group/normen/:norm',
    may: 'organisation.read',
    answer: onNorm(tools, async (asked, group, norm) => page(await normPage(asked, tools, group, norm))),
  },
  {
    method: 'POST',
    path: '/groepen/:group/normen/:norm',
    may: 'spearpoint.choose',
    answer: onNorm(tools, async (asked, group, norm) => {
      const { tx, municipality, sent, who } = asked
      const { held, problems } = readForm(FIELDS, sent)
      if (!held) return page(await normPage(asked, tools, group, norm, problems), 422)
      const figures = await figuresOf(asked, tools, group)
      const organisations = countOf(await groupsIn(tx, municipality.id), group)
      if (organisations === 0) return notYet('In deze groep zit nog geen organisatie. Bevestig eerst wie erin zit.')
      const kept = await figuresFor(asked, figures, norm.id, organisations)
      const id = await choose(tx, municipality.id, {
        group,
        norm: norm.id,
        // The first step that everybody reads is of a criterion of the norm itself.
        criterion: kept.criteria.find(({ missed }) => missed !== null)?.criterion ?? heaviest(norm),
        reason: held.reden,
        figures: kept,
        by: who.id,
      })
      if (id === undefined) return notYet('Dit is al een speerpunt van deze groep.')
      return go(`/balie/speerpunten/${id}`, 'Het speerpunt is gekozen. Een collega maakt het openbaar.')
    }),
  },
]

const heaviest = ({ criteria }: Norm): string => criteria.toSorted((one, other) => other.weight - one.weight)[0]!.id

async function normPage(asked: Asked<Tx>, tools: GroupTools, group: Group, norm: Norm, problems: Problems = none) {
  const { tx, municipality, view, today, sent: typed, who } = asked
  const { catalogue, questionnaire } = tools
  const keep = await keeping(asked, catalogue)
  const { reaches, helps } = await figuresOf(asked, tools, group, keep)
  const organisations = countOf(await keep('groups', () => groupsIn(tx, municipality.id)), group)
  const help = helps.find((each) => each.norm === norm.id)
  const reach = new Map(reaches.map((each) => [each.criterion, each]))
  const seen = norm.criteria.filter(({ id }) => (reach.get(id)?.missed ?? 0) > 0)
  const missers = await keep(`missers ${group.kind} ${group.name} ${norm.id}`, () =>
    missersOf(
      tx,
      { municipality: municipality.id, group, catalogue, today },
      seen.map(({ id }) => id),
      NAMES,
    ),
  )
  const of = Map.groupBy(missers, ({ criterion }) => criterion)
  const stands = (await spearpointsOf(tx, municipality.id, group)).find(
    (each) => each.norm === norm.id && each.state !== 'withdrawn',
  )
  const place = helps.findIndex((each) => each.norm === norm.id)
  return (
    <DeskPage
      view={view}
      title={`${norm.label}, ${titleOf(group)}`}
      crumbs={[...CRUMBS, HOME, { name: titleOf(group), to: pathOf(group) }]}
      wide
    >
      <div className="ld-opening">
        <p className="ld-kicker">{titleOf(group)}</p>
        <Heading level={1}>{norm.label}</Heading>
        <Text lead>{norm.statement}</Text>
        <Text>
          <Link to={`/normen/${norm.id}`}>Lees de norm</Link>
        </Text>
      </div>
      <ErrorSummary problems={problems} />
      <Section id="samen" title="Hoeveel dit de groep helpt" wide>
        {help === undefined ? (
          <Text>
            Er is te weinig bekend voor een getal, of niemand mist iets. U kunt de norm wel kiezen, met een reden.
          </Text>
        ) : (
          <>
            <Text>
              Samen {decimal(help.help)}: nummer {place + 1} van {helps.length} normen. De groep telt {organisations}{' '}
              organisaties. Bereik is wie het mist, gedeeld door van wie het bekend is, op twee cijfers. Bereik ×
              gewicht × gemak geeft precies het getal achteraan.
            </Text>
            <HelpTable
              id="samen-tabel"
              criteria={help.criteria}
              called={calledIn(catalogue, questionnaire)}
              organisations={organisations}
            />
          </>
        )}
      </Section>
      <Section id="gemak" title="Waarom zoveel moeite" wide>
        <Table
          id="gemak-tabel"
          caption="Moeite per punt, met de reden"
          hideCaption
          stacked
          columns={[{ head: 'Punt' }, { head: 'Moeite' }, { head: 'Reden' }, { head: 'Gewicht', numeric: true }]}
          rows={norm.criteria.map(({ id, title, effort, weight }) => ({
            key: id,
            cells: [
              title.nl,
              effort ? `${EFFORT_WORDS[effort.size]} (gemak ${EASE[effort.size]})` : 'niet gezegd',
              effort?.why ?? '',
              weight,
            ],
          }))}
        />
      </Section>
      {seen.length === 0 ? null : (
        <Section id="wie" title="Wie het mist">
          {seen.map(({ id, title }) => {
            const { missed, met, unknown } = reach.get(id)!
            const rest = restOf(organisations, missed + met, unknown)
            const names = of.get(id) ?? []
            return (
              <Details
                key={id}
                summary={
                  `${title.nl}: ${shareOf(missed, missed + met)}, bij ${unknown} onbekend, ` +
                  `bij ${rest} geldt het niet of is niet gekeken`
                }
              >
                <List
                  items={names.map((each) => ({
                    key: each.id,
                    body: <Link to={`/organisaties/${each.slug}`}>{each.name}</Link>,
                  }))}
                />
                {missed > names.length ? <Text>En nog {missed - names.length}.</Text> : null}
              </Details>
            )
          })}
        </Section>
      )}
      {stands ? (
        <Text>
          <Link to={`/balie/speerpunten/${stands.id}`}>Dit is een speerpunt van deze groep</Link>
        </Text>
      ) : allows(who.roles, 'spearpoint.choose') ? (
        <Section id="kiezen" title="Kies dit als speerpunt">
          <Text>
            U hoeft het voorstel niet te volgen. De getallen van vandaag blijven bij uw keuze staan. Daarna maakt een
            collega het openbaar; tot dan leest niemand buiten de gemeente het.
          </Text>
          <Form view={view} action={`${pathOf(group)}/normen/${norm.id}`}>
            <Area
              name="reden"
              label="Waarom begint de groep hiermee?"
              hint="Iedereen leest dit als het speerpunt openbaar is. Noem geen personen en geen organisaties."
              value={typed.text('reden', 2_000)}
              rows={4}
              maxLength={2_000}
              problems={problems}
            />
            <Buttons>
              <Button>Kies als speerpunt</Button>
            </Buttons>
          </Form>
        </Section>
      ) : null}
    </DeskPage>
  )
}
