/** Measurements of one organisation, for itself and for the desk, with the button that asks for a new one. */
import { Button, Buttons, Form } from '../../web/desk/form.tsx'
import { DeskPage, type Trail } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { day, moment } from '../../web/language.ts'
import { messages, word } from '../../web/messages.ts'
import { Heading, Link, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { ASKS_A_DAY, type Measured } from './measured-store.ts'
import { UnsureTable } from './part-unsure.tsx'
import type { Unsure } from './waiting-store.ts'

type Props = {
  readonly view: DeskView
  readonly known: Measured
  readonly unsure: readonly Unsure[]
  readonly titles: ReadonlyMap<string, string>
  /** Where this page stands. */
  readonly place: string
  /** Of who looks: the organisation itself, or the desk. */
  readonly own: boolean
  /** Whether who looks may ask for a new measurement. */
  readonly asks: boolean
  readonly crumbs?: Trail
}

export function OrganisationPage({ view, known, unsure, titles, place, own, asks, crumbs = [] }: Props) {
  const title = own ? 'Onze metingen' : `Metingen van ${known.of.name}`
  return (
    <DeskPage view={view} title={title} crumbs={crumbs} wide>
      <div className="ld-opening">
        <Heading level={1}>{title}</Heading>
        <Text lead>Wanneer is gemeten, wat veranderde er, en wat wordt nagemeten?</Text>
      </div>
      <Section id="nieuw" title="Nieuwe meting">
        <Asking {...{ view, known, place, asks, own }} />
      </Section>
      <Section id="adressen" title="Adressen">
        {known.addresses.length === 0 ? (
          <Text>Deze organisatie heeft geen website of e-maildomein dat wij meten.</Text>
        ) : (
          <Table
            id="gemeten"
            caption="Adressen met hun laatste meting"
            stacked
            columns={[{ head: 'Adres' }, { head: 'Laatst gemeten' }, { head: 'Openbaar is de meting van' }]}
            rows={known.addresses.map(({ address, measuredAt, why, publishedAt }) => ({
              key: address,
              cells: [
                address,
                measuredAt === null
                  ? 'nog niet gemeten'
                  : moment('nl', measuredAt) + (why === null ? '' : ` (niet gezien: ${word(messages.nl.unseen, why)})`),
                publishedAt === null ? 'nog niet gepubliceerd' : moment('nl', publishedAt),
              ],
            }))}
          />
        )}
      </Section>
      <Section id="nameten" title="Wat wordt nagemeten?">
        <Text>
          Leek iets slechter dan wat openbaar is, dan meten wij het op een ander deel van de dag nog eens. Tot dan
          blijft het hele adres openbaar zoals het was. Zien wij het de tweede keer niet meer? Dan is het punt onbekend,
          tot twee metingen na elkaar hetzelfde zeggen. Lijkt bij het nameten iets anders slechter, dan is ook dat punt
          onbekend.
        </Text>
        <UnsureTable rows={unsure} titles={titles} />
      </Section>
      <Section id="veranderd" title="Wat veranderde er, en waardoor?">
        <Changes known={known} titles={titles} />
      </Section>
    </DeskPage>
  )
}

/** That it was asked for often enough, and when it can be again; null: soon. `own`: told to the organisation itself. */
export const tooOften = (again: Date | null, own: boolean): string =>
  `In de laatste 24 uur is al ${ASKS_A_DAY} keer een meting gevraagd, door ${own ? 'u' : 'de organisatie'} of de ` +
  `gemeente. Het kan weer ${again === null ? 'binnenkort' : `na ${moment('nl', again)}`}.`

function Asking({ view, known, place, asks, own }: Pick<Props, 'view' | 'known' | 'place' | 'asks' | 'own'>) {
  const { asked, again, addresses } = known
  const busy = asked !== undefined && asked.done < asked.total
  return (
    <>
      {asked === undefined ? null : busy ? (
        <Text>
          {`Gevraagd op ${moment('nl', asked.at)}: ${asked.done} van ${asked.total} adressen gemeten. `}
          <Link to={place}>Kijk opnieuw</Link>
        </Text>
      ) : (
        <Text>{`De meting die op ${moment('nl', asked.at)} is gevraagd, is klaar.`}</Text>
      )}
      {busy || addresses.length === 0 ? null : !asks ? null : again !== null ? (
        <Text>{tooOften(again, own)}</Text>
      ) : (
        <Form view={view} action={place}>
          <Text>
            {`Heeft u iets hersteld? Laat het meteen meten. Dat kan ${ASKS_A_DAY} keer in 24 uur. ` +
              'Wat wij zien, wordt niet vanzelf openbaar: dat doet een medewerker van de gemeente.'}
          </Text>
          <Buttons>
            <Button>Nu laten meten</Button>
          </Buttons>
        </Form>
      )}
    </>
  )
}

function Changes({ known: { turned }, titles }: Pick<Props, 'known' | 'titles'>) {
  if (turned.length === 0) return <Text>Er veranderde nog geen oordeel dat openbaar is.</Text>
  return (
    <Table
      id="veranderingen"
      caption="Oordelen die veranderden, de nieuwste bovenaan"
      stacked
      columns={[
        { head: 'Gepubliceerd' },
        { head: 'Adres' },
        { head: 'Punt' },
        { head: 'Verschil' },
        { head: 'Waardoor' },
      ]}
      rows={turned.map(({ at, address, criterion, was, now, cause }) => ({
        key: `${at.toISOString()} ${address} ${criterion}`,
        cells: [
          day('nl', at),
          address,
          titles.get(criterion) ?? criterion,
          `${word(messages.nl.verdict, was)} → ${word(messages.nl.verdict, now)}`,
          word(messages.nl.cause, cause),
        ],
      }))}
    />
  )
}
