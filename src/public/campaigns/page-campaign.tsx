/** One campaign: how it stands, what came out of it, and what was fixed before the start. */
import { spoken } from '../../lib/spoken-number.ts'
import { Page } from '../../web/layout.tsx'
import { Heading, Link, Text } from '../../web/parts.tsx'
import { href, inDutch, type View } from '../../web/view.ts'
import { says } from './messages.ts'
import { PLACE, standingIn } from './page-list.tsx'
import { DefinedPart, OutcomePart, ReachPart } from './part-outcome.tsx'
import { CheckPart, PlanPart } from './part-plan.tsx'
import { planOf, type Row } from './store.ts'

const crumbsOf = (view: View, name: string, path: string) => [
  { name: says(view.lang).together, to: href(view, '/samen') },
  { name: says(view.lang).title, to: href(view, PLACE) },
  { name, to: href(view, path) },
]

export function CampaignPage({ view, campaign, today }: { view: View; campaign: Row; today: string }) {
  const { lang } = view
  const t = says(lang)
  const { title, aim, number, drawnOn, result, toldOn, toldBy, stoppedWhy } = campaign
  const plan = planOf(campaign)
  const dutch = inDutch(view)
  return (
    <Page view={view} told="nl" title={title} crumbs={crumbsOf(view, title, `${PLACE}/${spoken(number)}`)}>
      <div className="ld-opening">
        <p className="ld-kicker">{t.number(spoken(number))}</p>
        <div lang={dutch}>
          <Heading level={1}>{title}</Heading>
          <Text lead>{aim}</Text>
        </div>
        <Text>{standingIn(view, campaign, today)}</Text>
        {stoppedWhy === null ? null : (
          <Text>
            {t.why} <span lang={dutch}>{stoppedWhy}</span>
          </Text>
        )}
      </div>
      {result === null || toldOn === null ? null : <OutcomePart {...{ view, result, toldOn }} toldBy={toldBy ?? ''} />}
      {drawnOn === null ? null : <ReachPart view={view} reach={result?.reach} />}
      {result === null ? null : <DefinedPart view={view} result={result} />}
      <PlanPart {...{ view, campaign, plan }} />
      <CheckPart {...{ view, campaign, plan }} />
      <Text>
        <Link to={href(view, PLACE)}>{t.toList}</Link>
      </Text>
    </Page>
  )
}

/** A number that is nobody's, or of a draft: the same page for both. */
export function NoCampaignPage({ view }: { view: View }) {
  const t = says(view.lang)
  return (
    <Page view={view} title={t.unknown} crumbs={crumbsOf(view, t.unknown, PLACE).slice(0, 2)}>
      <div className="ld-opening">
        <Heading level={1}>{t.unknown}</Heading>
        <Text lead>{t.unknownText}</Text>
      </div>
      <Text>
        <Link to={href(view, PLACE)}>{t.toList}</Link>
      </Text>
    </Page>
  )
}
