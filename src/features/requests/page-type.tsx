/** Typing in what somebody asks at the counter, and the paper with the code that goes along. */
import type { ComponentProps } from 'react'
import type { RequestKind } from '../../model/request.ts'
import {
  CHANNELS,
  FOR_WHOM,
  LONGEST_LINE,
  LONGEST_WORDS,
  type Channel,
  type ForWhom,
} from '../../vocabulary/request.ts'
import {
  Area,
  Button,
  Buttons,
  Choice,
  ErrorSummary,
  Field,
  Form,
  Hidden,
  none,
  type Problems,
} from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { Heading, Link, List, Text } from '../../web/parts.tsx'
import { Asked } from './part-asked.tsx'
import { Slip } from './part-slip.tsx'
import { whomOf, type Filled } from './rules.ts'

/** What is typed beside the request itself. */
export type TypedIn = {
  readonly channel: Channel | undefined
  readonly whom: ForWhom | undefined
  /** YYYY-MM-DD. */
  readonly on: string
  readonly english: boolean
}

const crumbs = [{ name: 'Verzoeken', to: '/balie/verzoeken' }]

/** Which kind it is, in the words of a resident. */
export function KindsPage({ view, kinds }: { view: DeskView; kinds: readonly RequestKind[] }) {
  return (
    <DeskPage view={view} title="Typ een verzoek in" crumbs={crumbs}>
      <div className="ld-opening">
        <Heading level={1}>Wat vraagt de inwoner?</Heading>
        <Text lead>Kies de vraag die erop lijkt. Twijfelt u? Wie het behandelt, kan een deel later apart zetten.</Text>
      </div>
      <List
        plain
        items={kinds.map(({ id, question, title, term }) => ({
          key: id,
          body: (
            <>
              <Link to={`/balie/verzoeken/nieuw/${id}`}>{question.nl}</Link>
              <span className="ld-block ld-small">
                {title.nl}, antwoord binnen {term.said.nl}
              </span>
            </>
          ),
        }))}
      />
    </DeskPage>
  )
}

type Props = {
  readonly view: DeskView
  readonly kind: RequestKind
  readonly others: readonly RequestKind[]
  readonly filled: Filled
  readonly typed: TypedIn
  readonly problems?: Problems
  /** Whether it was said that a number seems to stand in the words. */
  readonly warned?: boolean
}

export function TypePage({ view, kind, others, filled, typed, problems = none, warned = false }: Props) {
  const whoms = whomOf(kind)
  return (
    <DeskPage
      view={view}
      title={kind.title.nl}
      crumbs={[...crumbs, { name: 'Typ een verzoek in', to: '/balie/verzoeken/nieuw' }]}
    >
      <div className="ld-opening">
        <Heading level={1}>{kind.question.nl}</Heading>
        <ErrorSummary problems={problems} />
        <Text lead>
          {kind.about === 'public'
            ? 'Het antwoord mag iedereen lezen. Gaat het over de inwoner zelf? Kies dan een ander verzoek.'
            : 'Naam en adres zijn niet verplicht. De inwoner volgt het met een code op papier.'}
        </Text>
        <Text>Vraag niet om een kopie van een identiteitsbewijs, en typ geen BSN.</Text>
      </div>
      <Form view={view} action={`/balie/verzoeken/nieuw/${kind.id}`}>
        <Hidden name="formulier" value={filled.seal} />
        {warned ? <Hidden name="nummer-gezien" value="ja" /> : null}
        <Choice
          name="hoe"
          label="Hoe kwam het binnen?"
          value={[typed.channel ?? '']}
          problems={problems}
          options={(['counter', 'phone', 'paper', 'letter'] as const).map((value) => ({
            value,
            label: CHANNELS[value],
          }))}
        />
        <Field
          name="op"
          label="Binnengekomen op"
          type="date"
          value={typed.on}
          problems={problems}
          hint="De termijn begint op deze dag."
        />
        {whoms.length === 1 ? (
          <Hidden name="voor-wie" value={whoms[0]!} />
        ) : (
          <>
            <Choice
              name="voor-wie"
              label="Voor wie"
              value={[typed.whom ?? '']}
              problems={problems}
              options={whoms.map((value) => ({ value, label: FOR_WHOM[value] }))}
            />
            <Field
              name="namens"
              label="Voor een kind of iemand anders: diens naam"
              optional
              value={filled.onBehalf}
              maxLength={LONGEST_LINE}
              problems={problems}
            />
          </>
        )}
        {kind.fields.map((field) => (
          <Asked key={field.id} field={field} value={filled.fields[field.id] ?? ''} problems={problems} />
        ))}
        {others.length === 0 ? null : (
          <>
            <Choice
              name="ook"
              label="Vraagt de inwoner meteen ook iets anders?"
              optional
              several
              value={filled.more}
              options={others.map(({ id, title }) => ({ value: id, label: title.nl }))}
            />
            <Area
              name="ook-wat"
              label="Wat vraagt hij daarbij?"
              optional
              value={filled.moreText}
              rows={3}
              maxLength={LONGEST_WORDS}
              problems={problems}
            />
          </>
        )}
        <Field name="naam" label="Naam" optional value={filled.name} maxLength={LONGEST_LINE} problems={problems} />
        <Field name="telefoon" label="Telefoon" optional value={filled.phone} maxLength={40} problems={problems} />
        <Field
          name="email"
          label="E-mail"
          optional
          type="email"
          value={filled.email}
          maxLength={320}
          problems={problems}
          hint="In de e-mail staat alleen dat er nieuws is."
        />
        <Field name="adres" label="Adres" optional value={filled.post} maxLength={400} problems={problems} />
        <Choice
          name="helper"
          label="Hulp"
          several
          optional
          value={filled.helper ? ['ja'] : []}
          options={[{ value: 'ja', label: 'Iemand helpt de inwoner.' }]}
        />
        <Choice
          name="engels"
          label="Taal"
          several
          optional
          value={typed.english ? ['ja'] : []}
          options={[{ value: 'ja', label: 'De inwoner leest liever Engels.' }]}
        />
        <Buttons>
          <Button>Leg vast en print het bewijs</Button>
        </Buttons>
      </Form>
    </DeskPage>
  )
}

type ReceiptProps = Omit<ComponentProps<typeof Slip>, 'city'> & { readonly view: DeskView }

/** To print and give along: in the language of who asks, with code and QR; today, and to who typed it in. */
export function ReceiptPage({ view, ...slip }: ReceiptProps) {
  return (
    <DeskPage view={view} title="Bewijs om mee te geven" crumbs={crumbs}>
      <div className="ld-opening">
        <Heading level={1}>Bewijs om mee te geven</Heading>
        <Text lead>Print deze pagina met Ctrl P, en geef haar mee. Alleen u ziet haar, en alleen vandaag.</Text>
      </div>
      <Slip {...slip} city={view.municipality.name} />
      <Text>
        <Link to={`/balie/verzoeken`}>Terug naar de verzoeken</Link>
      </Text>
    </DeskPage>
  )
}
