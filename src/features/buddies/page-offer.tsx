/** One offer: what it is, what was agreed, and what its organisation can do with it. */
import { AGREEMENT, SKILLS } from '../../vocabulary/buddy.ts'
import { Button, Buttons, Choice, ErrorSummary, Field, Form, none, type Problems } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { spoken } from '../../lib/spoken-number.ts'
import { day } from '../../web/language.ts'
import { Details, Facts, Heading, Link, List, Notice, Section, Text } from '../../web/parts.tsx'
import type { agreementsOf, Offer } from './offer-store.ts'
import { crumbs, hoursOf, PLACE, reachOf, standing } from './parts.tsx'

export type SignTyped = { readonly naam: string; readonly functie: string }
type Props = {
  readonly view: DeskView
  readonly today: string
  readonly offer: Offer
  readonly agreements: Awaited<ReturnType<typeof agreementsOf>>
  /** It is of the own organisation. */
  readonly own: boolean
  readonly typed: SignTyped
  readonly problems?: Problems
}

const SAYS = {
  stands: (until: string) => `Dit aanbod staat, tot en met ${day('nl', until)}.`,
  over: (until: string) => `De afspraken liepen tot en met ${day('nl', until)}. Teken opnieuw, dan staat het weer.`,
  unsigned: () => 'Dit aanbod staat nog niet. Teken eerst de afspraken.',
  stopped: (on: string) => `Dit aanbod is gestopt op ${day('nl', on)}.`,
}

/** The articles, each with a box of its own. */
function Sign({ view, offer, typed, problems = none }: Omit<Props, 'agreements' | 'own' | 'today'>) {
  return (
    <Section id="afspraken" title={offer.agreedUntil === null ? 'Teken de afspraken' : 'Teken opnieuw, voor een jaar'}>
      <Text>Deze tekst is van de gemeente, versie {AGREEMENT.version}. Een jurist loopt hem nog na.</Text>
      <Form view={view} action={`${PLACE}/aanbod/${offer.id}/tekenen`}>
        {AGREEMENT.articles.map(({ name, text }) => (
          <Choice
            key={name}
            several
            name={name.toLowerCase()}
            label={name}
            hint={text}
            options={[{ value: 'ja', label: `Akkoord met ${name.toLowerCase()}` }]}
            value={[]}
            problems={problems}
          />
        ))}
        <Field name="naam" label="Uw naam" value={typed.naam} maxLength={120} problems={problems} />
        <Field name="functie" label="Uw functie" value={typed.functie} maxLength={120} problems={problems} />
        <Buttons>
          <Button>Afspraken tekenen</Button>
        </Buttons>
      </Form>
    </Section>
  )
}

export function OfferPage({ view, today, offer, agreements, own, typed, problems = none }: Props) {
  const title = own ? 'Ons aanbod' : `Aanbod van ${offer.name ?? 'een vast maatje'}`
  const stands = standing(offer, today)
  const says =
    stands === 'unsigned'
      ? SAYS.unsigned()
      : SAYS[stands]((stands === 'stopped' ? offer.stoppedOn : offer.agreedUntil)!)
  return (
    <DeskPage view={view} title={problems === none ? title : `Fout: ${title}`} crumbs={crumbs} oneForm>
      <div className="ld-opening">
        <Heading level={1}>{title}</Heading>
        <ErrorSummary problems={problems} />
        <Text lead>{says}</Text>
        {own && stands !== 'stopped' && !offer.heard ? (
          <Notice title="Niemand krijgt nu een oproep">
            <p>Wie dit aanbod deed, werkt hier niet meer. Wijzig het aanbod en sla het op, dan roepen wij u op.</p>
          </Notice>
        ) : null}
      </div>
      <Section id="wat" title="Wat het aanbod is">
        <List items={offer.skills.map((each) => ({ key: each, body: SKILLS[each] }))} />
        <Text>{offer.what}</Text>
        <Facts
          items={[
            { name: 'Te bellen', value: hoursOf(offer) },
            { name: 'Bereik', value: reachOf(offer) },
            { name: 'Wie neemt op', value: offer.contact },
            {
              name: 'Telefoon',
              value: (
                <a className="nl-link" href={`tel:${offer.phone.replaceAll(/[^0-9+]/g, '')}`}>
                  {offer.phone}
                </a>
              ),
            },
          ]}
        />
        {own && stands !== 'stopped' ? <Link to={`${PLACE}/aanbod/${offer.id}/wijzigen`}>Aanbod wijzigen</Link> : null}
      </Section>
      {own && stands !== 'stopped' ? (
        <>
          <Sign {...{ view, offer, typed, problems }} />
          <Section id="maatjes" title="Vaste maatjes">
            <Text>
              Geef deze code aan een organisatie die u direct mag oproepen: <strong>{spoken(offer.code)}</strong>. Zij
              vult de code in en leest daarna uw aanbod.
            </Text>
            <Form view={view} action={`${PLACE}/aanbod/${offer.id}/maatjes-weg`}>
              <Button kind="secondary">Alle vaste maatjes weghalen</Button>
            </Form>
          </Section>
        </>
      ) : null}
      <Section id="getekend" title="Wat is getekend">
        {agreements.length === 0 ? (
          <Text>Er is nog niets getekend.</Text>
        ) : (
          agreements.map(({ id, name, function: what, until, at, text }) => (
            <Details key={id} summary={`${name}, ${what}, op ${day('nl', at)}: geldt tot en met ${day('nl', until)}`}>
              {text.split('\n\n').map((each) => (
                <Text key={each}>{each}</Text>
              ))}
            </Details>
          ))
        )}
      </Section>
      {own && stands !== 'stopped' ? (
        <Section id="stoppen" title="Stoppen">
          <Notice title="Stoppen kan elke dag">
            <p>Niemand roept u daarna nog op. Na een jaar wissen wij uw aanbod.</p>
          </Notice>
          <Form view={view} action={`${PLACE}/aanbod/${offer.id}/stoppen`}>
            <Button kind="secondary">Aanbod stoppen</Button>
          </Form>
        </Section>
      ) : null}
    </DeskPage>
  )
}
