/** What of the requirements a tender takes: each with why it is in proportion; chosen one by one, or some together. */
import { CHOICES, LEVELS, REQUIREMENT_KINDS, type RequirementKind } from '../../vocabulary/tender.ts'
import { Button, Buttons, ErrorSummary, Form, none, type Problems } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import type { RequirementPart } from '../../model/requirement.ts'
import { Heading, Link, Notice, Section, Text } from '../../web/parts.tsx'
import { crumbsTo, placeOfTender, type Whole } from './draft.ts'
import { balanceOf, levelOf, type Offered } from './rules/compose.ts'

type Props = {
  readonly view: DeskView
  readonly whole: Whole
  readonly parts: readonly RequirementPart[]
  readonly mayChoose: boolean
  readonly problems?: Problems
}

const toldOf = ({ choice }: Offered): string => (choice === undefined ? 'nog niet bekeken' : CHOICES[choice.choice])
const SHAPES = { taken: '✓', adapted: '✓', left: '✕' } as const

export function RequirementsPage({ view, whole, parts, mayChoose, problems = none }: Props) {
  const { tender, offered } = whole
  const here = placeOfTender(tender)
  const balance = balanceOf(offered)
  const open = offered.filter(({ choice }) => choice === undefined)
  const kinds = Object.entries(REQUIREMENT_KINDS)
    .map(([kind, { nl }]) => ({
      name: nl,
      count: offered.filter(({ requirement }) => requirement.kind === kind).length,
    }))
    .filter(({ count }) => count > 0)
  const list = parts.map((part) => ({
    ...part,
    these: offered.filter(({ requirement }) => requirement.part === part.id),
  }))
  const body = list.map(({ id, title, about, these }) =>
    these.length === 0 ? null : (
      <Section key={id} id={`deel-${id}`} title={title}>
        <Text>{about}</Text>
        <ul className="ld-list ld-list--plain">
          {these.map((each) => (
            <li key={each.requirement.id} className="ld-block">
              <One each={each} here={here} mayChoose={mayChoose} />
            </li>
          ))}
        </ul>
      </Section>
    ),
  )
  return (
    <DeskPage view={view} title={`Eisen: ${tender.title}`} crumbs={crumbsTo(tender)}>
      <div className="ld-opening">
        <p className="ld-kicker">{whole.number}</p>
        <Heading level={1}>Welke eisen stelt u?</Heading>
        <Text lead>
          {offered.length} eisen passen bij deze opdracht. {balance.taken} zijn opgenomen, {balance.left} weggelaten en{' '}
          {balance.open} nog niet bekeken.
        </Text>
        <Text>{kinds.map(({ name, count }) => `${count} × ${name}`).join(', ')}.</Text>
      </div>
      <ErrorSummary problems={problems} />
      {balance.everything ? (
        <Notice title="Kies, en neem niet alles">
          <Text>
            U nam bijna alles op. Stel alleen eisen die bij de opdracht horen, in verhouding zijn en worden nagegaan. Zo
            kunnen ook kleine bedrijven meedoen.
          </Text>
        </Notice>
      ) : null}
      {mayChoose && open.length > 0 ? (
        <Form view={view} action={`${here}/eisen`}>
          {body}
          <Buttons>
            <Button>Neem de aangevinkte eisen op</Button>
          </Buttons>
          <Text>Zij komen erin op het laagste niveau. Meer vragen, weglaten of de tekst aanpassen doet u per eis.</Text>
        </Form>
      ) : (
        body
      )}
      {mayChoose ? (
        <Text>
          <Link to={`${here}/eigen-eis`}>Voeg een eigen eis toe</Link>
        </Text>
      ) : null}
      <Text>
        <Link to={here}>Terug naar de aanbesteding</Link>
      </Text>
    </DeskPage>
  )
}

function One({ each, here, mayChoose }: { each: Offered; here: string; mayChoose: boolean }) {
  const { requirement, choice } = each
  const { id, title, kind, norm, proportionate, forLawyer } = requirement
  const level = levelOf(requirement, choice)
  return (
    <>
      <Heading level={3}>
        <Link to={`${here}/eisen/${id}`}>{title}</Link>
      </Heading>
      <p className="ld-small">
        {REQUIREMENT_KINDS[kind satisfies RequirementKind].nl}, niveau {LEVELS[level].nl}, {norm}.{' '}
        <span aria-hidden="true">{choice === undefined ? '?' : SHAPES[choice.choice]}</span>{' '}
        <strong>{toldOf(each)}</strong>
        {forLawyer === undefined ? null : ' Laat een jurist meekijken.'}
      </p>
      <p className="nl-paragraph">
        <strong>In verhouding:</strong> {proportionate}
      </p>
      {choice?.reason ? <p className="nl-paragraph">Reden: {choice.reason}</p> : null}
      {mayChoose && choice === undefined ? (
        <div className="ld-option">
          <input type="checkbox" id={`neem-${id}`} name="neem" value={id} />
          <label htmlFor={`neem-${id}`}>Neem op: {title}</label>
        </div>
      ) : null}
    </>
  )
}
