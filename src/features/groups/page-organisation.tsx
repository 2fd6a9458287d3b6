/** In which group one organisation is, by which rule and by whom; a person may choose otherwise with a reason. */
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { proposeGroup } from '../../scoring/group.ts'
import { CLUSTER_NAMES, CLUSTERS } from '../../vocabulary/group.ts'
import { allows } from '../../vocabulary/roles.ts'
import { basisOf } from '../../web/desk/edit.tsx'
import {
  Button,
  Buttons,
  Choice,
  ErrorSummary,
  Field,
  Form,
  Hidden,
  none,
  type Problems,
} from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import { go, missing, overtaken, page, type Asked, type Route } from '../../web/desk/route.ts'
import { oneOf, readForm, text, word } from '../../web/desk/schema.ts'
import { moment } from '../../web/language.ts'
import { Facts, Heading, Link, Notice, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { CRUMBS, type GroupTools } from './deps.ts'
import { pathOf, titleOf } from './rules.ts'
import { chooseGroups, organisationIn } from './store.ts'

const FIELDS = { groep: word(oneOf(CLUSTERS, 'Kies een groep.')), reden: text(500) }
type Known = NonNullable<Awaited<ReturnType<typeof organisationIn>>>

const basis = ({ now, chosen }: Known): string =>
  basisOf({ groep: now?.cluster ?? '', door: now?.by ?? '', keer: `${chosen.length}` })

export const placeRoutes = (tools: GroupTools): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/organisaties/:organisation/indeling',
    may: 'organisation.read',
    answer: async (asked) => {
      const known = await organisationIn(asked.tx, asked.municipality.id, asked.params['organisation']!)
      return known ? page(<PlacePage {...{ asked, tools, known }} />) : missing
    },
  },
  {
    method: 'POST',
    path: '/organisaties/:organisation/indeling',
    may: 'cluster.confirm',
    answer: async (asked) => {
      const { tx, municipality, params, sent, who } = asked
      const known = await organisationIn(tx, municipality.id, params['organisation']!)
      if (!known) return missing
      const { organisation } = known
      if (sent.mark('basis') !== basis(known)) return page(<PlacePage {...{ asked, tools, known }} late />, 409)
      const proposal = proposeGroup(tools.groupRules, organisation)
      const { held, problems } = readForm(FIELDS, sent, [
        {
          field: 'reden',
          holds: ({ groep, reden }) => groep === proposal?.cluster || reden !== '',
          says: proposal ? 'Zeg waarom u van het voorstel afwijkt.' : 'Zeg waarom u deze groep kiest.',
        },
      ])
      if (!held) return page(<PlacePage {...{ asked, tools, known, problems }} />, 422)
      const { groep: cluster, reden: reason } = held
      const kept = await chooseGroups(tx, municipality.id, who.id, [
        {
          organisation: organisation.id,
          cluster,
          proposed: proposal?.cluster ?? null,
          rule: proposal?.rule ?? '',
          reason,
        },
      ])
      if (kept === 0) return overtaken()
      await record(tx, municipality.id, {
        act: cluster === proposal?.cluster ? 'group.confirmed' : 'group.changed',
        object: `organisation/${organisation.id}`,
        detail: { cluster, proposed: proposal?.cluster ?? '', reason },
      })
      return go(`/balie/organisaties/${organisation.id}/indeling`, `De organisatie zit nu in groep ${cluster}.`)
    },
  },
]

function PlacePage({
  asked: { view, who, sent: typed },
  tools: { groupRules },
  known,
  problems = none,
  late = false,
}: {
  asked: Asked<Tx>
  tools: GroupTools
  known: Known
  problems?: Problems
  late?: boolean
}) {
  const { organisation, now, chosen } = known
  const at = `/balie/organisaties/${organisation.id}`
  const proposal = proposeGroup(groupRules, organisation)
  const selfCheck = now?.by === 'self-check'
  return (
    <DeskPage
      view={view}
      title={`Groep van ${organisation.name}`}
      crumbs={[...CRUMBS, { name: organisation.name, to: at }]}
    >
      <div className="ld-opening">
        <Heading level={1}>Groep van {organisation.name}</Heading>
        <Text lead>
          {now === undefined
            ? 'Deze organisatie heeft nog geen groep.'
            : `Deze organisatie zit in ${titleOf({ kind: 'cluster', name: now.cluster })
                .toLowerCase()
                .replace(/^groep (\w)/, (_, letter: string) => `groep ${letter.toUpperCase()}`)}.`}
        </Text>
      </div>
      {late ? (
        <Notice title="Dit is intussen veranderd">
          <Text>De groep is intussen veranderd. Wat u koos, is niet opgeslagen. Kijk wat er nu staat.</Text>
        </Notice>
      ) : null}
      <ErrorSummary problems={problems} />
      <Facts
        items={[
          {
            name: 'Geldt',
            value:
              now === undefined ? (
                'nog niets'
              ) : (
                <Link to={pathOf({ kind: 'cluster', name: now.cluster })}>
                  {titleOf({ kind: 'cluster', name: now.cluster })}
                </Link>
              ),
          },
          ...(now === undefined
            ? []
            : [
                {
                  name: 'Volgt uit',
                  value: selfCheck ? 'de zelfcheck, bevestigd door de gemeente' : 'de keuze van de gemeente',
                },
              ]),
          { name: 'Voorstel', value: proposal?.rule ?? 'geen regel past' },
          ...(organisation.street
            ? [
                {
                  name: 'Straat',
                  value: <Link to={pathOf({ kind: 'street', name: organisation.street })}>{organisation.street}</Link>,
                },
              ]
            : []),
        ]}
      />
      {selfCheck ? (
        <Text>Een zelfcheck gaat voor. Verander de groep op de pagina van de organisatie, samen met haar.</Text>
      ) : allows(who.roles, 'cluster.confirm') ? (
        <Form view={view} action={`${at}/indeling`}>
          <Hidden name="basis" value={basis(known)} />
          <Choice
            name="groep"
            label="Groep"
            value={[typed.text('groep') || (now?.cluster ?? proposal?.cluster ?? '')]}
            problems={problems}
            options={CLUSTERS.map((value) => ({ value, label: CLUSTER_NAMES[value] }))}
          />
          <Field
            name="reden"
            label="Reden, als u van het voorstel afwijkt"
            optional
            value={typed.text('reden', 500)}
            problems={problems}
            maxLength={500}
          />
          <Buttons>
            <Button>Groep bevestigen</Button>
          </Buttons>
        </Form>
      ) : null}
      {chosen.length === 0 ? null : (
        <Section id="gekozen" title="Wat de gemeente koos" wide>
          <Table
            id="gekozen-tabel"
            caption="Keuzes, de nieuwste eerst"
            hideCaption
            stacked
            columns={[
              { head: 'Wanneer' },
              { head: 'Groep' },
              { head: 'Voorstel' },
              { head: 'Reden' },
              { head: 'Door' },
            ]}
            rows={chosen.map((each) => ({
              key: `${each.no}`,
              cells: [
                moment('nl', each.at),
                each.cluster,
                each.rule || 'geen',
                each.reason || 'volgens het voorstel',
                each.byName,
              ],
            }))}
          />
        </Section>
      )}
    </DeskPage>
  )
}
