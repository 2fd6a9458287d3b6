/** Whose turn it is: how many were reached, the material, and the mail. */
import { CAMPAIGN_PAPERS } from '../../vocabulary/campaign.ts'
import { allows } from '../../vocabulary/roles.ts'
import { Button, Buttons, Form } from '../../web/desk/form.tsx'
import { counted, day, moment } from '../../web/language.ts'
import { Link, List, Section, Text } from '../../web/parts.tsx'
import type { Problems } from '../../web/desk/form.tsx'
import { PLACE } from './page-list.tsx'
import type { Shown } from './shown.ts'

/** The papers, each as a file. */
export const PaperList = ({ id }: { id: string }) => (
  <List
    items={Object.entries(CAMPAIGN_PAPERS).map(([name, label]) => ({
      key: name,
      body: <Link to={`${PLACE}/${id}/${name}.pdf`}>{`${label} (PDF)`}</Link>,
    }))}
  />
)

export function TurnPart({ view, campaign, counts, mailings, today }: Shown & { readonly problems: Problems }) {
  const { id, state, ways } = campaign
  if (state !== 'drawn' && state !== 'told')
    return (
      <Section id="materiaal" title="Het materiaal">
        <PaperList id={id} />
      </Section>
    )
  const first = counts.find((each) => each.first)
  const waiting = counts.find((each) => each.first === false)
  return (
    <>
      <Section id="bereik" title="Wie eerst gaat">
        <Text>
          {`Eerst gaan ${counted('nl', first?.meant ?? 0, 'organisatie', 'organisaties')} uit `}
          {`${counted('nl', first?.clusters ?? 0, 'lot', 'loten')}. Er wachten ${waiting?.meant ?? 0} organisaties.`}
        </Text>
        <Text>
          {`Bereikt: ${first?.reached ?? 0}. Verstuurd: ${first?.sent ?? 0}. Wil niet: ${first?.refused ?? 0}. `}
          {`Niemand getroffen: ${first?.absent ?? 0}. Van de rest is niets bekend.`}
        </Text>
        {state === 'told' || (waiting?.reached ?? 0) === 0 ? null : (
          <Text>
            {`${counted('nl', waiting!.reached, 'organisatie die wacht is', 'organisaties die wachten zijn')} `}
            toch bereikt. Dat staat bij de uitkomst. Wij tellen ieder in de eigen groep.
          </Text>
        )}
        {state === 'told' ? <Text>Wie wachtte, is nu aan de beurt.</Text> : null}
        <Text>
          <Link to={`${PLACE}/${id}/wie${state === 'told' ? '?toon=wacht' : ''}`}>
            Bekijk wie aan de beurt is, en leg vast wie is bereikt
          </Link>
        </Text>
      </Section>
      <Section id="materiaal" title="Het materiaal">
        <PaperList id={id} />
      </Section>
      {ways.includes('email') ? (
        <Section id="mailen" title="E-mail">
          {mailings.length === 0 ? <Text>Er is nog geen e-mail verstuurd.</Text> : null}
          <List
            items={mailings.map((each) => ({
              key: each.id,
              body:
                `${moment('nl', each.at)}: ${each.sent} organisaties gemaild door ${each.by ?? 'onbekend'}, ` +
                `${each.skipped} overgeslagen`,
            }))}
          />
          {today < campaign.starts ? (
            <Text>{`E-mail gaat uit vanaf ${day('nl', campaign.starts)}, als de campagne begint.`}</Text>
          ) : allows(view.who.roles, 'campaign.write') ? (
            <Form view={view} action={`${PLACE}/${id}/mailen`}>
              <Text>
                {state === 'told' ? 'Wie wachtte' : 'Wie eerst gaat'} krijgt één e-mail met de drie stappen. Wie dat
                niet wil of geen adres heeft, slaan wij over.
              </Text>
              <Buttons>
                <Button kind="secondary">E-mail versturen</Button>
              </Buttons>
            </Form>
          ) : null}
        </Section>
      ) : null}
    </>
  )
}
