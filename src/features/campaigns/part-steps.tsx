/** The steps of a campaign: fixing it, the draw, stopping before it, and telling the outcome. */
import { CAMPAIGN_SOURCES } from '../../vocabulary/campaign.ts'
import { allows } from '../../vocabulary/roles.ts'
import { Area, Button, Buttons, Field, Form, Hidden, type Problems } from '../../web/desk/form.tsx'
import { counted, day } from '../../web/language.ts'
import { Details, Link, List, Section, Text } from '../../web/parts.tsx'
import { PLACE } from './page-list.tsx'
import { cautionsOf, strayStepsOf } from './cautions.ts'
import { clustersOf, waitsFor } from './rules.ts'
import type { Shown } from './shown.ts'

const notIn = (count: number): string => (count === 1 ? 'Die doet niet mee.' : 'Zij doen niet mee.')

type Props = Shown & { readonly problems: Problems }

export function FreezePart({ view, campaign, norm, meant, probe, today }: Props) {
  if (campaign.state !== 'draft' || meant === undefined) return null
  const may = allows(view.who.roles, 'campaign.write')
  const { members, unknown, nowhere, aside } = meant
  const cautions = [...cautionsOf(meant, campaign.unit), ...strayStepsOf(campaign, norm)]
  const ready = probe !== undefined && campaign.drawOn > today && clustersOf(members).length > 1
  return (
    <Section id="vastleggen" title="Wie meedoet">
      <Text>
        {`Nu doen ${counted('nl', members.length, 'organisatie', 'organisaties')} mee, in `}
        {`${counted('nl', clustersOf(members).length, 'lot', 'loten')}. `}
        {`Daarvan voldoen ${members.filter(({ before }) => before).length} al aan het doel.`}
      </Text>
      {unknown === 0 ? null : (
        <Text>
          {`Van ${counted('nl', unknown, 'organisatie', 'organisaties')} is niet bekend of het doel is gehaald. `}
          {notIn(unknown)}
        </Text>
      )}
      {nowhere === 0 ? null : (
        <Text>
          {`Van ${counted('nl', nowhere, 'organisatie', 'organisaties')} is de straat of de groep niet bekend. `}
          {notIn(nowhere)}
        </Text>
      )}
      {aside === 0 ? null : (
        <Text>
          {`${counted('nl', aside, 'organisatie doet', 'organisaties doen')} door het lot niet mee. `}
          Anders volgt uit de openbare aantallen van hoeveel wij het niet weten.
        </Text>
      )}
      {cautions.length === 0 ? null : <List items={cautions.map((each) => ({ key: each, body: each }))} />}
      {probe === undefined ? <Text>Er is nog geen publicatie van een meting. Daar begint het mee.</Text> : null}
      {campaign.drawOn > today ? null : <Text>De dag van de loting is voorbij. Kies een latere dag.</Text>}
      {may ? (
        <>
          {ready ? (
            <Form view={view} action={`${PLACE}/${campaign.id}/vastleggen`}>
              <Hidden name="versie" value={`${campaign.version}`} />
              <Text>Wat u vastlegt, staat meteen openbaar. Niemand kan het daarna nog wijzigen.</Text>
              <Buttons>
                <Button>Campagne vastleggen</Button>
              </Buttons>
            </Form>
          ) : null}
          <Text>
            <Link to={`${PLACE}/${campaign.id}/wijzigen`}>Concept wijzigen</Link>
          </Text>
        </>
      ) : null}
    </Section>
  )
}

export function DrawPart({ view, campaign, today, typed, problems }: Props) {
  if (campaign.state !== 'frozen') return null
  const source = CAMPAIGN_SOURCES[campaign.source]
  const waits = waitsFor(campaign, today) === 'the draw'
  const own = campaign.frozenById === view.who.id
  const may = allows(view.who.roles, 'campaign.draw') && !own && !waits
  return (
    <Section id="loten" title="De loting">
      <Text>
        {`Het openbare getal komt van ${source.nl}. ${source.reads.nl} `}
        {waits
          ? `De loting is op ${day('nl', campaign.drawOn)}.`
          : 'Neem het over. Wij schrijven de getallen van laag naar hoog, met een spatie ertussen.'}
      </Text>
      <Text>
        <Link to={source.where}>{`De uitslag van ${source.nl} van ${day('nl', campaign.drawOn)} opzoeken`}</Link>
      </Text>
      {own ? <Text>U legde deze campagne vast. Een collega doet de loting.</Text> : null}
      {may ? (
        <Form view={view} action={`${PLACE}/${campaign.id}/loten`}>
          <Field
            name="getal"
            label="Het openbare getal"
            hint={`${source.numbers.count} getallen, met spaties ertussen. Dit gaat één keer en kan niet terug.`}
            value={typed['getal'] ?? ''}
            maxLength={60}
            problems={problems}
          />
          <Buttons>
            <Button>Loten</Button>
          </Buttons>
        </Form>
      ) : null}
    </Section>
  )
}

export function TellPart({ view, campaign, today, counts }: Props) {
  if (waitsFor(campaign, today) !== 'telling') return null
  const meant = counts.reduce((sum, each) => sum + each.meant, 0)
  return (
    <Section id="uitkomst" title="De uitkomst">
      <Text>
        {`Er zijn ${meant} organisaties bedoeld. Wie niet opnieuw is gezien, blijft onbekend en wordt zo geteld.`}
      </Text>
      <Text>De uitkomst wordt berekend en staat meteen openbaar. Niemand leest haar eerder, ook u niet.</Text>
      {allows(view.who.roles, 'campaign.tell') ? (
        <Form view={view} action={`${PLACE}/${campaign.id}/uitkomst`}>
          <Buttons>
            <Button>Uitkomst berekenen en publiceren</Button>
          </Buttons>
        </Form>
      ) : (
        <Text>Een medewerker publicatie, beleidsmedewerker of beslisser publiceert haar.</Text>
      )}
    </Section>
  )
}

export function StopPart({ view, campaign, typed, problems }: Props) {
  if (campaign.state !== 'draft' && campaign.state !== 'frozen') return null
  if (!allows(view.who.roles, 'campaign.write')) return null
  return (
    <Section id="stoppen" title="Stoppen">
      <Details summary="Deze campagne stoppen" open={problems['waarom'] !== undefined}>
        <Text>Dit kan tot de loting. Daarna komt de uitkomst er hoe dan ook.</Text>
        <Form view={view} action={`${PLACE}/${campaign.id}/stoppen`}>
          <Area
            name="waarom"
            label="Waarom stopt de campagne?"
            value={typed['waarom'] ?? ''}
            rows={2}
            maxLength={400}
            problems={problems}
          />
          <Buttons>
            <Button kind="secondary">Campagne stoppen</Button>
          </Buttons>
        </Form>
      </Details>
    </Section>
  )
}
