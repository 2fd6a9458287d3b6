/** A person looked at a file that was signed elsewhere, and writes down who signed in it. */
import { GROUND_IDS, GROUNDS } from '../../../vocabulary/signing.ts'
import { Button, Buttons, Choice, ErrorSummary, Field, Form, none, type Problems } from '../../../web/desk/form.tsx'
import { DeskPage } from '../../../web/desk/page.tsx'
import type { DeskView } from '../../../web/desk/route.ts'
import { Heading, Link, List, Text } from '../../../web/parts.tsx'
import type { SignedFile } from './files-store.ts'
import { placeOf, type SignerFacts } from './page-signer.tsx'
import { readingText } from './part-files.tsx'

export function AcceptPage({
  view,
  facts,
  one,
  problems = none,
  typed,
}: {
  view: DeskView
  facts: SignerFacts
  one: SignedFile
  problems?: Problems
  typed?: { readonly naam: string; readonly functie: string; readonly grond: string; readonly toelichting: string }
}) {
  const place = placeOf(facts)
  return (
    <DeskPage
      view={view}
      title="Een handtekening uit een bestand"
      crumbs={[
        { name: 'Wie tekent', to: `/balie/convenanten/${facts.covenant.id}/deelnemers` },
        { name: facts.signer.name, to: place },
      ]}
    >
      <div className="ld-opening">
        <p className="ld-kicker">{facts.signer.name}</p>
        <Heading level={1}>Een handtekening uit een bestand</Heading>
        <ErrorSummary problems={problems} />
        <Text lead>
          <Link to={`${place}/bestand/${one.id}`}>Open eerst {one.name}</Link> en vergelijk het met versie {one.version}
          .
        </Text>
        <List items={readingText(one).map((each) => ({ key: each, body: each }))} />
      </div>
      <Form view={view} action={`${place}/bestand/${one.id}/teken`}>
        <Field
          name="naam"
          label="Wie tekende volgens dit bestand?"
          value={typed?.naam ?? ''}
          maxLength={200}
          problems={problems}
        />
        <Field name="functie" label="Functie" value={typed?.functie ?? ''} maxLength={200} problems={problems} />
        <Choice
          name="grond"
          label="Waarom mag deze persoon tekenen?"
          value={[typed?.grond ?? '']}
          options={GROUND_IDS.map((id) => ({ value: id, label: GROUNDS[id] }))}
          problems={problems}
        />
        <Field
          name="toelichting"
          label="Leg uit (alleen bij een andere grond)"
          value={typed?.toelichting ?? ''}
          maxLength={500}
          problems={problems}
        />
        <Choice
          name="gezien"
          label="Bekeken"
          several
          options={[{ value: 'ja', label: 'Ik heb het bestand bekeken: het is de vastgestelde tekst, en getekend' }]}
          problems={problems}
        />
        <Buttons>
          <Button>Leg de handtekening vast</Button>
        </Buttons>
      </Form>
    </DeskPage>
  )
}
