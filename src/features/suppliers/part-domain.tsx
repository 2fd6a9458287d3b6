/** The domains of an organisation: why a register does not tell when one ends, and the day that it types itself. */
import { Button, Buttons, Field, Form, none, Select, type Problems } from '../../web/desk/form.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { Heading, List, Text } from '../../web/parts.tsx'
import type { DomainEnd } from '../../model/supplier.ts'
import type { BehindOrganisation } from './store.ts'
import { DOMAINS } from './words.ts'

export type TypedDay = { readonly domein: string; readonly tot: string }
type Props = {
  readonly view: DeskView
  readonly known: BehindOrganisation
  readonly own: boolean
  readonly typed?: TypedDay
  readonly problems?: Problems
}

/** Each domain of the organisation once, as it was seen last. */
export function domainsOf({ addresses }: BehindOrganisation): readonly DomainEnd[] {
  const byDay = addresses.toSorted((a, b) => a.at.getTime() - b.at.getTime())
  const all = byDay.flatMap(({ behind: { domain } }) => (domain ? [[domain.name, domain] as const] : []))
  return [...new Map(all).values()]
}

/** Those of which the organisation may say itself when they end: nobody measured it, and it is no service's. */
export const typedDomains = (known: BehindOrganisation): readonly DomainEnd[] =>
  domainsOf(known).filter(
    ({ name, told }) =>
      told !== 'service' &&
      !known.expiries.some((each) => each.name === name && each.kind.startsWith('domain') && each.typedAs === null),
  )

export function DomainPart({ view, known, own, typed = { domein: '', tot: '' }, problems = none }: Props) {
  const all = domainsOf(known)
  const open = typedDomains(known)
  const untold = all.flatMap(({ name, told }) =>
    told === 'day' ? [] : [{ key: name, body: `${name}: ${DOMAINS[told]}` }],
  )
  const leaving = all.filter((each) => each.leaving)
  return (
    <>
      <Heading level={3}>Domeinnaam</Heading>
      {all.length === 0 ? (
        <Text>Wanneer een domeinnaam afloopt, weten wij nog niet. Na de volgende meting weten wij meer.</Text>
      ) : null}
      {untold.length === 0 ? null : <List items={untold} />}
      {leaving.length === 0 ? null : (
        <>
          <Text>
            Verdwijnt een domeinnaam binnenkort? Dan werken de site en de e-mail niet meer, en kan een ander de naam
            nemen. Stuur dit vandaag nog aan het bedrijf van de domeinnaam:
          </Text>
          <List
            items={leaving.map(({ name }) => ({
              key: name,
              body: `“Haal ${name} terug (restore) zolang het register dat toelaat, en zet automatisch verlengen aan.”`,
            }))}
          />
        </>
      )}
      <Text>
        Een register verlengt een domeinnaam soms vanzelf, ook als een rekening nog open staat. Kijk daarom bij het
        bedrijf van de domeinnaam of verlengen aanstaat.
      </Text>
      {own && open.length > 0 ? (
        <Form view={view} action="/balie/onze-leveranciers">
          <Text>
            Weet u zelf wanneer een domeinnaam afloopt? Vul de dag in. Dan hoort u het op tijd. De gemeente ziet deze
            dag ook.
          </Text>
          <Select
            name="domein"
            label="Welke domeinnaam?"
            value={typed.domein}
            options={open.map(({ name }) => ({ value: name, label: name }))}
            problems={problems}
          />
          <Field
            name="tot"
            label="Loopt af op"
            hint="Dit staat op de rekening, of in uw account bij het bedrijf van de domeinnaam."
            type="date"
            value={typed.tot}
            problems={problems}
          />
          <Buttons>
            <Button>Dag opslaan</Button>
          </Buttons>
        </Form>
      ) : null}
    </>
  )
}
