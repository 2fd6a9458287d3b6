/** One campaign at the desk: where it stands, what it waits for, and the one thing to do. */
import {
  CAMPAIGN_SOURCES,
  CAMPAIGN_STATES,
  CAMPAIGN_STRATA,
  CAMPAIGN_UNITS,
  CAMPAIGN_VERDICTS,
  CAMPAIGN_WAYS,
} from '../../vocabulary/campaign.ts'
import { spoken } from '../../lib/spoken-number.ts'
import { ErrorSummary, none } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import { day, moment } from '../../web/language.ts'
import { Facts, Heading, Link, List, Section, Text } from '../../web/parts.tsx'
import { PROOFS } from './fields.ts'
import { audienceOf, PLACE } from './page-list.tsx'
import { DrawPart, FreezePart, StopPart, TellPart } from './part-steps.tsx'
import { TurnPart } from './part-turn.tsx'
import { waitsFor } from './rules.ts'
import type { Shown } from './shown.ts'
import { planOf, type Campaign } from './store.ts'

export function CampaignPage(shown: Shown) {
  const { view, campaign, problems = none } = shown
  const { title, aim, number } = campaign
  return (
    <DeskPage
      view={view}
      title={problems === none ? title : `Fout: ${title}`}
      crumbs={[{ name: 'Campagnes', to: PLACE }]}
      wide
    >
      <div className="ld-opening">
        <p className="ld-kicker">{`Campagne ${spoken(number)}`}</p>
        <Heading level={1}>{title}</Heading>
        <ErrorSummary problems={problems} />
        <Text lead>{aim}</Text>
        <Text>{standsAs(shown)}</Text>
        {campaign.hash === null ? null : (
          <Text>
            <Link to={`/samen/campagnes/${spoken(number)}`}>Zo staat het op de openbare site</Link>
          </Text>
        )}
      </div>
      <FreezePart {...shown} problems={problems} />
      <DrawPart {...shown} problems={problems} />
      <TellPart {...shown} problems={problems} />
      <TurnPart {...shown} problems={problems} />
      <PlanPart {...shown} />
      <HistoryPart campaign={campaign} />
      <StopPart {...shown} problems={problems} />
    </DeskPage>
  )
}

/** In a sentence where it stands and what it waits for. */
function standsAs({ campaign, today, seen }: Shown): string {
  const { state, drawOn, after, stoppedWhy, result } = campaign
  const waits = waitsFor(campaign, today)
  if (waits === 'freezing')
    return (
      'Dit is een concept: het ligt nog niet vast. Alleen collega’s aan de balie lezen het. ' +
      'Een beleidsmedewerker of accountmanager kan het wijzigen.'
    )
  if (waits === 'the draw') return `Alles ligt vast. De loting is op ${day('nl', drawOn)}.`
  if (waits === 'drawing') return 'Alles ligt vast. De loting kan worden gedaan.'
  if (waits === 'the end') return `De loting is gedaan. De nameting is op ${day('nl', after)}.`
  if (waits === 'telling')
    return `De nameting was op ${day('nl', after)}. Van ${seen ?? 0} organisaties is daarna iets gezien.`
  if (state === 'told' && result !== null) return `De uitkomst staat openbaar: ${CAMPAIGN_VERDICTS[result.verdict]}.`
  return state === 'stopped' ? `${CAMPAIGN_STATES.stopped}: ${stoppedWhy}` : `${CAMPAIGN_STATES[state]}.`
}

function PlanPart({ campaign, norm }: Shown) {
  const { criteria, least, audience, unit, strata, drawOn, source, starts, until, after, ways, steps, hash } = campaign
  const plan = planOf(campaign)
  const named = (id: string) => norm?.criteria.find((each) => each.id === id)?.title.nl ?? id
  return (
    <Section id="plan" title={plan === undefined ? 'Wat u vastlegt' : 'Wat vastligt'} wide>
      <Facts
        items={[
          { name: 'Norm', value: `${campaign.norm} ${norm?.label ?? ''}` },
          { name: 'Doel gehaald bij', value: criteria.map(named).join(', ') },
          { name: 'Bewijs', value: PROOFS[least as keyof typeof PROOFS] ?? least },
          { name: 'Voor wie', value: audienceOf(audience) },
          { name: 'Eén lot is', value: `${CAMPAIGN_UNITS[unit].nl}, ${CAMPAIGN_STRATA[strata].nl}` },
          {
            name: 'Loting',
            value: `${day('nl', drawOn)}, met ${CAMPAIGN_SOURCES[source].nl}. ${CAMPAIGN_SOURCES[source].reads.nl}`,
          },
          { name: 'Campagne', value: `${day('nl', starts)} tot en met ${day('nl', until)}` },
          { name: 'Nameting', value: day('nl', after) },
          { name: 'Manieren', value: ways.map((way) => CAMPAIGN_WAYS[way].nl).join(', ') },
          ...(plan === undefined
            ? []
            : [
                { name: 'Wie bedoeld zijn', value: `${plan.meant} organisaties in ${plan.clusters.length} loten` },
                { name: 'Voormeting', value: `publicatie ${plan.probe.publication}, Leidraad ${plan.probe.leidraad}` },
                { name: 'Controlegetal (SHA-256)', value: <code className="nl-code ld-address">{hash}</code> },
              ]),
        ]}
      />
      <Text>De drie stappen:</Text>
      <List items={steps.map((step, at) => ({ key: `${at}`, body: step }))} />
    </Section>
  )
}

function HistoryPart({ campaign }: { campaign: Campaign }) {
  const { at, byName, frozenAt, frozenBy, drawnAt, drawnBy, toldAt, toldBy, stoppedAt, stoppedBy, value } = campaign
  const steps = [
    ['begonnen', at, byName],
    ['vastgelegd', frozenAt, frozenBy],
    [`geloot met ${value ?? ''}`, drawnAt, drawnBy],
    ['uitkomst gepubliceerd', toldAt, toldBy],
    ['gestopt', stoppedAt, stoppedBy],
  ] as const
  return (
    <Section id="verloop" title="Wie wat deed">
      <List
        items={steps.flatMap(([what, when, who]) =>
          when === null ? [] : [{ key: what, body: `${moment('nl', when)}: ${what} door ${who ?? 'onbekend'}` }],
        )}
      />
    </Section>
  )
}
