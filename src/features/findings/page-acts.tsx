/** The forms to withdraw a finding, or to put another in its place. */
import type { NotedStory } from '../../model/finding.ts'
import { NOTED_SOURCES, VERDICT_WORDS } from '../../vocabulary/finding.ts'
import { Area, Button, Buttons, Choice, ErrorSummary, Field, Form, none, type Problems } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { Heading, Link, Text } from '../../web/parts.tsx'
import { LIST, placeOf, titleOf, verdictIn } from './page-finding.tsx'
import { MOST_BY, MOST_SAID } from './rules.ts'

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Characters of a reason. */
export const MOST_WHY = 500

type Props = {
  readonly view: DeskView
  readonly finding: NotedStory
  readonly about: string
  readonly problems?: Problems
  /** What was sent before, by the names of the fields. */
  readonly typed?: Readonly<Record<string, string>>
}

const Why = ({ label, value, problems }: { label: string; value: string | undefined; problems: Problems }) => (
  <Area
    name="reden"
    label={label}
    hint="Dit blijft te lezen bij de bevinding. Noem geen personen."
    value={value ?? ''}
    rows={3}
    maxLength={MOST_WHY}
    problems={problems}
  />
)

export function WithdrawPage({ view, finding, about, problems = none, typed }: Props) {
  const at = placeOf(finding)
  return (
    <DeskPage view={view} title="Trek deze bevinding in" crumbs={[LIST, { name: titleOf(finding, about), to: at }]}>
      <p className="ld-kicker">{titleOf(finding, about)}</p>
      <Heading level={1}>Trek deze bevinding in</Heading>
      <ErrorSummary problems={problems} />
      <Text lead>
        Die telt dan nergens meer mee. Wat er stond, wie het introk en waarom, blijft te lezen. Dit kunt u niet
        terugdraaien.
      </Text>
      <Form view={view} action={`${at}/intrekken`}>
        <Why label="Waarom trekt u dit in?" value={typed?.['reden']} problems={problems} />
        <Buttons>
          <Button>Intrekken</Button>
          <Link to={at}>Annuleren</Link>
        </Buttons>
      </Form>
    </DeskPage>
  )
}

export function ReplacePage({ view, finding, about, problems = none, typed }: Props) {
  const at = placeOf(finding)
  const source = Object.entries(NOTED_SOURCES).find(([, each]) => each.source === finding.source)?.[0] ?? ''
  const was: Readonly<Record<string, string>> = typed ?? {
    oordeel: verdictIn(finding).replaceAll(' ', '-'),
    gezien_op: finding.at.split('-').toReversed().join('-'),
    gezien_door: finding.seenBy,
    herkomst: source,
    toelichting: finding.said,
  }
  const value = (name: string) => was[name] ?? ''
  return (
    <DeskPage view={view} title="Vervang deze bevinding" crumbs={[LIST, { name: titleOf(finding, about), to: at }]}>
      <p className="ld-kicker">{titleOf(finding, about)}</p>
      <Heading level={1}>Vervang deze bevinding</Heading>
      <ErrorSummary problems={problems} />
      <Text lead>De nieuwe bevinding telt vanaf nu. Wat er stond, blijft te lezen, met uw reden.</Text>
      <Form view={view} action={`${at}/vervangen`}>
        <Choice
          name="oordeel"
          label="Wat is het oordeel?"
          value={[value('oordeel')]}
          options={Object.keys(VERDICT_WORDS).map((word) => ({
            value: word.replaceAll(' ', '-'),
            label: capital(word),
          }))}
          problems={problems}
        />
        <Field
          name="gezien_op"
          label="Wanneer is het gezien?"
          hint="Bijvoorbeeld 31-12-2026."
          value={value('gezien_op')}
          maxLength={20}
          problems={problems}
        />
        <Field
          name="gezien_door"
          label="Wie zag het?"
          hint="Een functie, een bureau of een naam. Een naam verdwijnt een jaar nadat de bevinding niet meer telt."
          value={value('gezien_door')}
          maxLength={MOST_BY}
          problems={problems}
        />
        <Choice
          name="herkomst"
          label="Waar komt het uit?"
          value={[value('herkomst')]}
          options={Object.entries(NOTED_SOURCES).map(([word, { told }]) => ({ value: word, label: capital(told) }))}
          problems={problems}
        />
        <Area
          name="toelichting"
          label="Wat is gezien?"
          value={value('toelichting')}
          optional
          rows={4}
          maxLength={MOST_SAID}
          problems={problems}
        />
        <Why label="Waarom vervangt u wat er stond?" value={typed?.['reden']} problems={problems} />
        <Buttons>
          <Button>Vervangen</Button>
          <Link to={at}>Annuleren</Link>
        </Buttons>
      </Form>
    </DeskPage>
  )
}
