/** What was fixed of a campaign before anybody knew who goes first, and how one works the draw out again. */
import type { CampaignPlan } from '../../model/campaign.ts'
import { spoken } from '../../lib/spoken-number.ts'
import { day } from '../../web/language.ts'
import { Details, Facts, Link, List, Section, Text } from '../../web/parts.tsx'
import { href, inDutch, type View } from '../../web/view.ts'
import { says } from './messages.ts'
import { PLACE } from './page-list.tsx'
import type { Row } from './store.ts'

type Props = { readonly view: View; readonly campaign: Row; readonly plan: CampaignPlan }

export function PlanPart({ view, campaign, plan }: Props) {
  const { lang } = view
  const t = says(lang)
  const dutch = inDutch(view)
  const { leidraad, axe, publication } = plan.probe
  return (
    <Section id="plan" title={t.plan} wide>
      <Text>
        {t.planText(campaign.frozenOn)} {t.by} <span lang={dutch}>{campaign.frozenBy}</span>.
      </Text>
      <Facts
        items={[
          {
            name: t.facts.norm,
            value: (
              <Link to={href(view, `/normen/${plan.norm}`)}>
                {plan.norm} <span lang={dutch}>{plan.about}</span>
              </Link>
            ),
          },
          {
            name: plan.points.length > 1 ? `${t.facts.points} ${t.everyPoint}` : t.facts.points,
            value: <span lang={dutch}>{plan.points.join('; ')}</span>,
          },
          { name: t.facts.least, value: t.least[plan.least] },
          { name: t.facts.audience, value: t.audience(plan.audience) },
          { name: t.facts.meant, value: t.meant(plan.meant, plan.clusters.length) },
          ...(plan.leftOut === 0 ? [] : [{ name: t.facts.left, value: t.left(plan.leftOut) }]),
          { name: t.facts.unit, value: t.unit(plan.unit) },
          { name: t.facts.strata, value: t.strata(plan.strata) },
          { name: t.facts.draw, value: day(lang, plan.drawOn) },
          { name: t.facts.source, value: t.source(plan.source) },
          { name: t.facts.period, value: t.period(plan.starts, plan.until) },
          { name: t.facts.after, value: day(lang, plan.after) },
          { name: t.facts.ways, value: plan.ways.map((way) => t.way(way)).join(', ') },
          { name: t.facts.probe, value: t.probe(publication, leidraad, axe) },
        ]}
      />
      <Text>{t.steps}:</Text>
      <div lang={dutch}>
        <List items={plan.steps.map((step) => ({ key: step, body: step }))} />
      </div>
      <Text>
        <Link to={href(view, `/normen/${plan.norm}/zo-doet-u-het`)}>{t.toHow}</Link>
      </Text>
    </Section>
  )
}

export function CheckPart({ view, campaign, plan }: Props) {
  const t = says(view.lang)
  const { hash, value, seed, drawnOn, drawnBy, firsts, number } = campaign
  return (
    <Section id="narekenen" title={t.check}>
      <Text>{t.checkText}</Text>
      <Facts
        items={[
          { name: t.hash, value: <code className="nl-code ld-break">{hash}</code> },
          ...(value === null || seed === null || drawnOn === null
            ? []
            : [
                {
                  name: t.value,
                  value: (
                    <>
                      {value} ({t.drawn(drawnOn)}, {t.by.toLowerCase()} <span lang={inDutch(view)}>{drawnBy}</span>)
                    </>
                  ),
                },
                { name: t.seed, value: <code className="nl-code ld-break">{seed}</code> },
              ]),
        ]}
      />
      <Text>
        <a className="nl-link" href={`${PLACE}/${spoken(number)}/plan.json`} download>
          {t.planFile}
        </a>
      </Text>
      <Details summary={t.checkSteps}>
        <Text>
          {t.lookUp(plan.source, plan.drawOn)} <Link to={plan.where}>{t.toSource(plan.source)}</Link>
        </Text>
        <List
          items={[...t.checks, ...(plan.strata === 'none' ? [] : [t.checkStrata])].map((body) => ({ key: body, body }))}
        />
      </Details>
      {firsts.length === 0 ? null : (
        <Details summary={t.firsts(firsts.length)}>
          <div lang={inDutch(view)}>
            <List items={firsts.map((label) => ({ key: label, body: label }))} />
          </div>
        </Details>
      )}
      <Text>{t.nobody}</Text>
    </Section>
  )
}
