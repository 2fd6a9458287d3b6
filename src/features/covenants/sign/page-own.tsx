/** What is read and filled in to sign at the desk: for the own organisation, or for the municipality. */
import { grouped } from '../../../lib/fingerprint.ts'
import { PARTICIPANT_STATES } from '../../../vocabulary/covenant.ts'
import { GROUND_IDS, GROUNDS } from '../../../vocabulary/signing.ts'
import { DocumentBody } from '../../../web/document.tsx'
import {
  Button,
  Buttons,
  Choice,
  ErrorSummary,
  Field,
  Form,
  Hidden,
  none,
  type Problems,
} from '../../../web/desk/form.tsx'
import { DeskPage, type Trail } from '../../../web/desk/page.tsx'
import type { DeskView } from '../../../web/desk/route.ts'
import { day, moment, todayIn } from '../../../web/language.ts'
import { Facts, Heading, Link, Section, Text } from '../../../web/parts.tsx'
import { covenantPaper, type CovenantContent } from '../document.ts'
import type { CovenantName, participantOf, signaturesOf } from './desk-store.ts'
import type { Fixed, receiptsOf } from './fix-store.ts'
import { ReceiptList } from './part-receipts.tsx'
import { ByLink, StepForm, type Said } from './part-own-steps.tsx'

export type Own = {
  readonly covenant: CovenantName
  readonly participant: NonNullable<Awaited<ReturnType<typeof participantOf>>>
  readonly fixed: Fixed
  readonly content: CovenantContent
  readonly signed: Awaited<ReturnType<typeof signaturesOf>>[number] | undefined
  readonly receipts: Awaited<ReturnType<typeof receiptsOf>>
  /** Without one nobody signs here, but by the link. */
  readonly hasPassword: boolean
}
/** Where this covenant is, for a party or for the municipality. */
export const placeOf = (view: DeskView, { id }: CovenantName): string =>
  view.who.organisation === null ? `/balie/convenanten/${id}` : `/balie/onze-afspraken/${id}`

type Typed = {
  readonly naam: string
  readonly functie: string
  readonly grond: string
  readonly toelichting: string
  readonly openbaar: string
  readonly gelezen: readonly string[]
}

export function OwnPage({
  view,
  own,
  problems = none,
  typed,
  said,
}: {
  view: DeskView
  own: Own
  problems?: Problems
  typed?: Typed
  said?: Said
}) {
  const { covenant, participant, fixed, content, signed, receipts, hasPassword } = own
  const observer = participant.kind === 'observer'
  const place = placeOf(view, covenant)
  const party = view.who.organisation !== null
  const crumbs: Trail = party
    ? [
        { name: 'Onze afspraken', to: '/balie/onze-afspraken' },
        { name: covenant.title, to: place },
      ]
    : [
        { name: 'Afspraken', to: '/balie/afspraken' },
        { name: covenant.title, to: place },
      ]
  return (
    <DeskPage view={view} title={`Tekenen: ${covenant.title}`} crumbs={crumbs}>
      <div className="ld-opening">
        <p className="ld-kicker">Versie {fixed.version}</p>
        <Heading level={1}>
          {observer
            ? signed
              ? 'U heeft bevestigd'
              : 'Bevestig dit convenant als waarnemer'
            : signed
              ? 'U heeft getekend'
              : 'Teken dit convenant'}
        </Heading>
        <ErrorSummary problems={problems} />
        <Text lead>
          {signed
            ? `Getekend op ${moment('nl', signed.at)} door ${signed.name || 'naam gewist'}, ${signed.function}.`
            : !hasPassword
              ? 'U logt in met een werkaccount. Tekenen gaat met de link per e-mail, niet hier.'
              : observer
                ? 'Lees de tekst. U bevestigt dat u hem kent. U belooft niets.'
                : 'Lees de tekst. Onderaan tekent u, met uw eigen wachtwoord. Wat u tekent, verandert nooit meer.'}
        </Text>
      </div>
      <Facts
        items={[
          { name: 'Stand', value: PARTICIPANT_STATES[participant.state] },
          {
            name: fixed.signBy < todayIn() ? 'Afgesproken was te tekenen tot en met' : 'Tekenen kan tot en met',
            value: day('nl', fixed.signBy),
          },
          ...(['pdf', 'odt', 'json'] as const).map((form) => ({
            name: form.toUpperCase(),
            value: (
              <>
                <Link to={`${place}/vastgesteld/${fixed.version}/convenant.${form}`}>Download</Link>
                <span className="ld-block ld-small ld-address">{grouped(fixed[form])}</span>
              </>
            ),
          })),
        ]}
      />
      <Section id="tekst" title="De tekst">
        <Text>Deze tekst komt uit hetzelfde bestand als de pdf.</Text>
        <DocumentBody document={covenantPaper(content)} />
      </Section>
      {signed || !hasPassword ? null : <SignForm {...{ view, own, problems, place }} {...(typed ? { typed } : {})} />}
      <ReceiptList receipts={receipts} place={place} />
      {party ? <ByLink view={view} place={place} first={!hasPassword && !signed} /> : null}
      {party ? <StepForm {...{ view, own, problems, place }} {...(said ? { said } : {})} /> : null}
    </DeskPage>
  )
}

function SignForm({
  view,
  own,
  problems,
  place,
  typed,
}: {
  view: DeskView
  own: Own
  problems: Problems
  place: string
  typed?: Typed
}) {
  const { fixed, participant } = own
  const was = participant.named === null ? '' : participant.named ? 'ja' : 'nee'
  return (
    <Section id="tekenen" title="Tekenen">
      <Form view={view} action={`${place}/tekenen`}>
        <Hidden name="versie" value={`${fixed.version}`} />
        <Hidden name="json" value={fixed.json} />
        <Field name="naam" label="Uw naam" value={typed?.naam ?? view.who.name} maxLength={200} problems={problems} />
        <Field
          name="functie"
          label="Uw functie"
          value={typed?.functie ?? view.who.function}
          maxLength={200}
          problems={problems}
        />
        <Choice
          name="grond"
          label="Waarom mag u tekenen?"
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
        {participant.kind === 'municipality' ? (
          <Hidden name="openbaar" value="ja" />
        ) : (
          <Choice
            name="openbaar"
            label="Mag uw organisatie met naam op de openbare site staan?"
            hint="U kunt dit later veranderen."
            value={[typed?.openbaar ?? was]}
            options={[
              { value: 'ja', label: 'Ja' },
              { value: 'nee', label: 'Nee, tel ons alleen mee' },
            ]}
            problems={problems}
          />
        )}
        <Choice
          name="gelezen"
          label="Gelezen"
          several
          value={typed?.gelezen ?? []}
          options={[{ value: 'ja', label: 'Ik heb de tekst gelezen' }]}
          problems={problems}
        />
        <Field
          name="wachtwoord"
          label="Uw wachtwoord"
          hint="Zo weten wij dat u het zelf bent."
          type="password"
          autoComplete="current-password"
          maxLength={600}
          problems={problems}
        />
        <Buttons>
          <Button>{participant.kind === 'observer' ? 'Bevestig deze versie' : 'Teken deze versie'}</Button>
        </Buttons>
      </Form>
    </Section>
  )
}
