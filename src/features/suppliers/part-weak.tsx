/** Weak spots that only the organisation and a few at the desk see: names that lead to nothing, and names alike. */
import { day } from '../../web/language.ts'
import { List, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import type { BehindOrganisation } from './store.ts'
import { DANGLING } from './words.ts'

const FREE = 'Het domein zelf bestaat ook niet. Misschien is het vrij te registreren.'

type Watches = BehindOrganisation['watches']

export function WeakSection({ watches }: { watches: Watches }) {
  const [gone, alike] = [
    watches.flatMap(({ at, watch }) => watch.dangling.map((each) => ({ ...each, at }))),
    watches.flatMap(({ address, at, watch }) => watch.alike.map((each) => ({ ...each, address, at }))),
  ]
  const unanswered = watches.some(({ watch }) => watch.unanswered > 0)
  return (
    <>
      <Section id="nergens" title="Namen die nergens heen leiden">
        <Text>
          Een instelling kan wijzen naar een naam die niet meer bestaat. Een ander kan die naam soms overnemen. Vertel
          dit niet verder voordat het is hersteld.
        </Text>
        {watches.length === 0 ? <Text>Hier is nog niet naar gekeken.</Text> : null}
        {watches.length > 0 && gone.length === 0 ? <Text>Wij vonden geen namen die nergens heen leiden.</Text> : null}
        {gone.length === 0 ? null : (
          <Table
            id="losse-namen"
            caption="Namen die niet bestaan"
            stacked
            columns={[{ head: 'Naam die niet bestaat' }, { head: 'Waar hij staat' }, { head: 'Wat kan er gebeuren' }]}
            rows={gone.map(({ from, by, target, free, at }) => ({
              key: `${by} ${from} ${target}`,
              cells: [
                target,
                `${DANGLING[by].name} van ${from}, gezien op ${day('nl', at)}`,
                `${DANGLING[by].risk} ${free ? FREE : 'Het domein erboven bestaat wel.'}`,
              ],
            }))}
          />
        )}
        {gone.length === 0 ? null : (
          <List
            items={[
              {
                key: 'first',
                body: 'Vraag uw websitebouwer of het bedrijf van uw e-mail om deze verwijzingen weg te halen.',
              },
              {
                key: 'exact',
                body: 'Voor wie het instelt: verwijder het CNAME-, MX- of TXT-deel met deze naam uit DNS.',
              },
              {
                key: 'not',
                body: 'Dit bewijst niet dat iemand de naam krijgt. Sommige bedrijven geven oude namen niet uit.',
              },
            ]}
          />
        )}
      </Section>
      <Section id="lijkt-op" title="Namen die op die van u lijken">
        {alike.length === 0 ? (
          <Text>
            {watches.length === 0
              ? 'Hier is nog niet naar gekeken.'
              : 'Van de namen die wij probeerden, is er geen geregistreerd.'}
          </Text>
        ) : (
          <Table
            id="lijkt"
            caption="Lijkt op uw naam, is geregistreerd"
            stacked
            columns={[{ head: 'Naam' }, { head: 'Lijkt op' }, { head: 'Wat wij zagen' }]}
            rows={alike.map(({ name, address, mail, sameServers, at }) => ({
              key: `${address} ${name}`,
              cells: [
                name,
                address,
                [
                  `Gezien op ${day('nl', at)}.`,
                  mail ? 'De naam kan e-mail ontvangen.' : 'Wij zagen niet dat de naam e-mail ontvangt.',
                  sameServers ? 'Dezelfde naamservers als bij u: misschien is de naam van uzelf.' : '',
                ]
                  .filter((each) => each !== '')
                  .join(' '),
              ],
            }))}
          />
        )}
        <Text>
          Wij zoeken deze namen alleen op en bezoeken ze niet. Van wie een naam is en waarvoor, weten wij niet. Het kan
          een andere organisatie zijn met een naam die op die van u lijkt.
        </Text>
        {unanswered ? <Text>Niet elke vraag kreeg antwoord. Er kunnen dus meer namen zijn.</Text> : null}
      </Section>
    </>
  )
}
