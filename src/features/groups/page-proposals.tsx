/** Who has no cluster yet, with what the rules propose; a person confirms what is right. */
import { z } from 'zod'
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import type { GroupRule } from '../../model/group.ts'
import { proposeGroup, ruleInWords, type GroupProposal } from '../../scoring/group.ts'
import { allows } from '../../vocabulary/roles.ts'
import { Button, Buttons, Choice, ErrorSummary, Form, none, type Problems } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import { readForm, several } from '../../web/desk/schema.ts'
import { go, page, type Asked, type Route } from '../../web/desk/route.ts'
import { Details, Heading, Link, List, Section, Text } from '../../web/parts.tsx'
import { CRUMBS, HOME, type GroupTools } from './deps.ts'
import { chooseGroups, ungrouped, type Ungrouped } from './store.ts'
import { UUID } from '../../lib/uuid.ts'

/** The organisations that were ticked under a rule. */
const TICKED = several(z.array(z.string().regex(UUID)))
const fieldOf = (index: number): string => `regel-${index}`

const HERE = '/balie/groepen/voorstellen'
/** Organisations that stand on the page at one time. */
const MOST = 100

const waiting = (count: number): string => (count === 1 ? 'Eén organisatie heeft' : `${count} organisaties hebben`)

type Proposed = Ungrouped & { readonly proposal: GroupProposal | undefined }

const proposed = (rules: readonly GroupRule[], all: readonly Ungrouped[]): readonly Proposed[] =>
  all.map((each) => ({ ...each, proposal: proposeGroup(rules, each) }))

export const proposalRoutes = (tools: GroupTools): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/groepen/voorstellen',
    may: 'organisation.read',
    answer: async (asked) => page(await proposalsPage(asked, tools)),
  },
  {
    method: 'POST',
    path: '/groepen/voorstellen',
    may: 'cluster.confirm',
    answer: async (asked) => {
      const { tx, municipality, sent, who } = asked
      const { held } = readForm(Object.fromEntries(tools.groupRules.map((_, index) => [fieldOf(index), TICKED])), sent)
      const ticked = new Map(
        tools.groupRules.flatMap((rule, index) => (held?.[fieldOf(index)] ?? []).map((id) => [id, rule] as const)),
      )
      const ids = [...ticked.keys()]
      if (ids.length === 0)
        return page(await proposalsPage(asked, tools, { '': 'Vink aan welke voorstellen kloppen.' }), 422)
      // What stood on the screen is held against what is there: who got a group meanwhile, or changed, is left alone.
      const right = proposed(tools.groupRules, await ungrouped(tx, municipality.id, ids)).flatMap(({ id, proposal }) =>
        proposal !== undefined && proposal.rule === ruleInWords(ticked.get(id)!)
          ? [
              {
                organisation: id,
                cluster: proposal.cluster,
                proposed: proposal.cluster,
                rule: proposal.rule,
                reason: '',
              },
            ]
          : [],
      )
      const kept = await chooseGroups(tx, municipality.id, who.id, right)
      await record(tx, municipality.id, {
        act: 'group.confirmed',
        object: 'organisations',
        detail: { count: kept, organisations: right.map(({ organisation }) => organisation) },
      })
      const rest = ids.length - kept
      return go(
        HERE,
        `${kept === 1 ? 'Eén groep is' : `${kept} groepen zijn`} bevestigd.` +
          (rest === 0 ? '' : ` Bij ${rest} was intussen iets veranderd: kijk die opnieuw na.`),
      )
    },
  },
]

async function proposalsPage(
  { tx, municipality, view, who }: Asked<Tx>,
  { groupRules }: GroupTools,
  problems: Problems = none,
) {
  const all = proposed(groupRules, await ungrouped(tx, municipality.id))
  const mayConfirm = allows(who.roles, 'cluster.confirm')
  const without = all.filter(({ proposal }) => proposal === undefined)
  const shown = all.filter(({ proposal }) => proposal !== undefined).slice(0, MOST)
  const rules = groupRules.map((rule, index) => {
    const words = ruleInWords(rule)
    return {
      name: fieldOf(index),
      words,
      cluster: rule.cluster,
      of: shown.filter(({ proposal }) => proposal!.rule === words),
    }
  })
  const left = all.length - without.length - shown.length
  const linked = ({ id, name, kind }: Ungrouped) => (
    <>
      <Link to={`/balie/organisaties/${id}/indeling`}>{name}</Link>, {kind}
    </>
  )
  return (
    <DeskPage view={view} title="Voorstellen voor een groep" crumbs={[...CRUMBS, HOME]}>
      <div className="ld-opening">
        <Heading level={1}>Voorstellen voor een groep</Heading>
        <Text lead>
          {all.length === 0
            ? 'Elke organisatie heeft een groep.'
            : `${waiting(all.length)} nog geen groep. Een regel stelt er een voor, u bevestigt.`}
        </Text>
      </div>
      <ErrorSummary problems={problems} />
      {shown.length === 0 ? null : (
        <Form view={view} action={HERE}>
          {rules
            .filter(({ of }) => of.length > 0)
            .map(({ name, words, cluster, of }) => (
              <Section key={name} id={`voorstel-${name}`} title={`Groep ${cluster}`}>
                <Text>{words}</Text>
                {mayConfirm ? (
                  <Choice
                    name={name}
                    label="Klopt dit?"
                    several
                    value={of.map(({ id }) => id)}
                    options={of.map((each) => ({ value: each.id, label: `${each.name}, ${each.kind}` }))}
                  />
                ) : null}
                <Details summary={mayConfirm ? 'Kies voor een van deze een andere groep' : 'Welke organisaties'}>
                  <List items={of.map((each) => ({ key: each.id, body: linked(each) }))} />
                </Details>
              </Section>
            ))}
          {left > 0 ? <Text>Hierna komen er nog {left}.</Text> : null}
          {mayConfirm ? (
            <Buttons>
              <Button>Bevestig wat is aangevinkt</Button>
            </Buttons>
          ) : null}
        </Form>
      )}
      {without.length === 0 ? null : (
        <Section id="zonder-voorstel" title="Zonder voorstel">
          <Text>Bij deze organisaties past geen regel. Kies zelf een groep.</Text>
          <List items={without.slice(0, MOST).map((each) => ({ key: each.id, body: linked(each) }))} />
          {without.length > MOST ? <Text>En nog {without.length - MOST}.</Text> : null}
        </Section>
      )}
      <Section id="regels" title="De regels">
        <Text>
          De eerste regel die past, geldt. Zij staan in het bestand lists/groepen.yaml. Een zelfcheck gaat voor.
        </Text>
        <ol className="ld-list">
          {groupRules.map((rule) => (
            <li key={ruleInWords(rule)}>{ruleInWords(rule)}</li>
          ))}
        </ol>
      </Section>
    </DeskPage>
  )
}
