/** One party at one agreement: its units with what was found of each, or the totals it handed in and their check. */
import type { Tx } from '../../../db/as.ts'
import { record } from '../../../db/audit.ts'
import { checkCount, countedFindings, type CountedFinding } from '../../../db/counted-findings.ts'
import { closeTasks } from '../../../db/tasks.ts'
import type { PledgeTerms } from '../../../model/covenant.ts'
import { allows } from '../../../vocabulary/roles.ts'
import { Area, Button, Buttons, ErrorSummary, Form, Hidden, none, type Problems } from '../../../web/desk/form.tsx'
import { DeskPage } from '../../../web/desk/page.tsx'
import {
  forbidden,
  go,
  missing,
  overtaken,
  page,
  type Asked,
  type DeskView,
  type Route,
} from '../../../web/desk/route.ts'
import { oneOf, readForm, text, word } from '../../../web/desk/schema.ts'
import { day } from '../../../web/language.ts'
import { Heading, Section, Text } from '../../../web/parts.tsx'
import { titlesOf } from '../judged-pledge.ts'
import { onPledge, progressPlace } from './frame.tsx'
import { measuredOn, type UnitNow } from './measure.ts'
import { figureWords, wholeWords } from './parts.tsx'
import { Units, type NamedUnit } from './part-units.tsx'
import { NOBODY, streetOf, type House } from './rules.ts'
import { figuresOfParty, verifies, wholesNow } from './store.ts'
import { participations, type Followed } from './terms-store.ts'
import { handIn, standingTotals, TotalsForm, TotalsTable } from './totals.tsx'
import { namesOfUnits } from './units-store.ts'

const NO_UNITS: { readonly units: readonly UnitNow[] } = { units: [] }

type Props = {
  readonly view: DeskView
  readonly covenant: Followed
  readonly pledge: PledgeTerms
  readonly party: string
  readonly name: string
  readonly now: string
  readonly units: readonly NamedUnit[]
  readonly totals: readonly CountedFinding[]
  readonly titles: ReadonlyMap<string, string>
  readonly mine: boolean
  readonly problems?: Problems
  readonly form?: React.ReactNode
}

function PartyPage({ view, covenant, pledge, party, name, now, units, totals, titles, mine, problems, form }: Props) {
  const place = progressPlace(covenant, pledge)
  const waiting = standingTotals(totals, party).filter(({ checked, by }) => checked === null && by !== view.who.id)
  return (
    <DeskPage
      view={view}
      title={`${name}: ${pledge.title}`}
      crumbs={[
        { name: 'Voortgang', to: progressPlace(covenant) },
        { name: pledge.title, to: place },
      ]}
    >
      <div className="ld-opening">
        <p className="ld-kicker">{pledge.title}</p>
        <Heading level={1}>{name}</Heading>
        <ErrorSummary problems={problems ?? none} />
        <Text lead>Nu {now}.</Text>
      </div>
      {pledge.method === 'findings' ? (
        <Units party={party} name={name} units={units} titles={titles} />
      ) : (
        <Section id="opgaven" title="Wat er is ingeleverd">
          <TotalsTable all={totals} party={party} due={pledge.due} />
          {mine
            ? waiting.map((each) => (
                <Form key={each.id} view={view} action={`${place}/partij/${party}/nakijken`} prefix={each.id}>
                  <Heading level={3}>
                    {figureWords({ ...each, unknown: 0 })} in {day('nl', each.from)} tot en met {day('nl', each.to)}
                  </Heading>
                  <Hidden name="opgave" value={each.id} />
                  <Area
                    name="reden"
                    label="Waarom niet?"
                    hint="Alleen nodig als u de aantallen niet overneemt."
                    optional
                    value=""
                    rows={2}
                    maxLength={1_000}
                    {...(problems && { problems })}
                  />
                  <Buttons>
                    <Button name="uitkomst" value="confirmed">
                      Bevestig de aantallen
                    </Button>
                    <Button kind="secondary" name="uitkomst" value="refused">
                      Neem ze niet over
                    </Button>
                  </Buttons>
                </Form>
              ))
            : null}
          {form}
        </Section>
      )}
    </DeskPage>
  )
}

async function shown(
  { tx, municipality, view, params, today }: Asked<Tx>,
  house: House,
  covenant: Followed,
  pledge: PledgeTerms,
  more: { readonly problems?: Problems; readonly form?: React.ReactNode } = {},
) {
  const party = params['organisation']!
  const them = await participations(tx, municipality.id, covenant.id)
  const street = streetOf(pledge)
  const row =
    street === undefined
      ? (await figuresOfParty(tx, municipality.id, covenant.id, party)).find((each) => each.pledge === pledge.id)
      : (await wholesNow(tx, municipality.id, covenant.id)).get(pledge.id)
  const found = them.find((each) => each.party === party)
  // In a street nobody is a party by itself.
  if (street === undefined ? !found && !row : party !== NOBODY) return undefined
  const { units } =
    pledge.method === 'findings' ? await measuredOn(tx, municipality.id, house, pledge, [party], today) : NO_UNITS
  const names = await namesOfUnits(
    tx,
    municipality.id,
    units.map(({ id }) => id),
  )
  const own = party === NOBODY && allows(view.who.roles, 'covenant.write') && pledge.method === 'counts'
  return (
    <PartyPage
      view={view}
      covenant={covenant}
      pledge={pledge}
      party={party}
      name={street ?? found?.name ?? `Gemeente ${municipality.name}`}
      now={wholeWords(row)}
      units={units.map((unit) => ({ ...unit, name: names.get(unit.id) ?? pledge.unitWords }))}
      totals={await countedFindings(tx, municipality.id, covenant.id, [pledge.id])}
      titles={titlesOf(house.norms)}
      mine={allows(view.who.roles, 'pledge.verify') && (await verifies(tx, municipality.id, covenant.id, pledge.id))}
      {...more}
      form={
        more.form ??
        (own ? (
          <TotalsForm view={view} action={`${progressPlace(covenant, pledge)}/aantallen`} pledge={pledge} />
        ) : null)
      }
    />
  )
}

const CHECK = {
  uitkomst: word(oneOf(['confirmed', 'refused'], 'Kies of u de aantallen bevestigt of niet overneemt.')),
  reden: text(1_000),
}

export const partyRoutes = (house: House): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/convenanten/:covenant/voortgang/:pledge/partij/:organisation',
    may: 'covenant.read',
    answer: onPledge(async (asked, covenant, pledge) => {
      const body = await shown(asked, house, covenant, pledge)
      return body ? page(body) : missing
    }),
  },
  {
    method: 'POST',
    path: '/convenanten/:covenant/voortgang/:pledge/partij/:organisation/nakijken',
    may: 'pledge.verify',
    answer: onPledge(async (asked, covenant, pledge) => {
      const { tx, municipality, who, sent, params } = asked
      if (!(await verifies(tx, municipality.id, covenant.id, pledge.id)))
        return forbidden('Aantallen kijkt de toetser van de afspraak na. Dat bent u niet.')
      const party = params['organisation']!
      const all = await countedFindings(tx, municipality.id, covenant.id, [pledge.id])
      const total = standingTotals(all, party).find(({ id }) => id === sent.mark('opgave'))
      if (!total) return overtaken('Er is intussen een latere opgave. Kijk die na.')
      const { held, problems } = readForm(CHECK, sent)
      const checked = held?.uitkomst
      const reason = held?.reden ?? ''
      if (checked === undefined || (checked === 'refused' && reason === '')) {
        const wrong = checked === undefined ? { '': problems['uitkomst'] ?? '' } : { reden: 'Schrijf waarom niet.' }
        const body = await shown(asked, house, covenant, pledge, { problems: wrong })
        return body ? page(body, 422) : missing
      }
      const said = { id: total.id, checked, reason: checked === 'refused' ? reason : '' } as const
      if (!(await checkCount(tx, municipality.id, who.id, said)))
        return overtaken('Deze opgave is intussen nagekeken, of u leverde haar zelf in.')
      await closeTasks(tx, municipality.id, `counted_finding/${total.id}`, ['pledge-count'])
      await record(tx, municipality.id, {
        act: 'pledge.count-checked',
        object: `covenant/${covenant.id}`,
        detail: { pledge: pledge.id, checked },
      })
      return go(
        `${progressPlace(covenant, pledge)}/partij/${party}`,
        checked === 'confirmed' ? 'De aantallen zijn bevestigd.' : 'De aantallen zijn niet overgenomen.',
      )
    }),
  },
  {
    method: 'POST',
    path: '/convenanten/:covenant/voortgang/:pledge/aantallen',
    may: 'covenant.write',
    answer: onPledge(async (asked, covenant, pledge) => {
      if (pledge.method !== 'counts') return missing
      const place = progressPlace(covenant, pledge)
      const came = await handIn(asked, covenant, pledge, NOBODY)
      if (came === 'kept') return go(`${place}/partij/${NOBODY}`, 'De aantallen zijn ingeleverd.')
      if ('reply' in came) return came.reply
      const form = <TotalsForm view={asked.view} action={`${place}/aantallen`} pledge={pledge} {...came.wrong} />
      const body = await shown(
        { ...asked, params: { ...asked.params, organisation: NOBODY } },
        house,
        covenant,
        pledge,
        { problems: came.wrong.problems, form },
      )
      return body ? page(body, 422) : missing
    }),
  },
]
