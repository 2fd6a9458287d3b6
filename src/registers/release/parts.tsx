/** The parts of the page on which an entry is released and published. */
import type { Field, Register, Values } from '../../model/register.ts'
import { RELEASE_STEPS } from '../../vocabulary/register.ts'
import { Area, Button, Buttons, Form, Hidden, type Problems } from '../../web/desk/form.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { moment } from '../../web/language.ts'
import { Link, Notice, Section, Text } from '../../web/parts.tsx'
import { mayWrite } from '../access.ts'
import { asPublic, told, type Names } from '../values.ts'
import { whyNotPublish, whyNotRelease, type ReleaseAct, type ReleaseFacts } from './rules.ts'
import { printOf, type Doing } from './store.ts'

/** Of what a field leads to everybody reads the name only where that is public itself: an entry, or a norm. */
const isSilent = ({ to }: Field): boolean => to !== undefined && 'target' in to && to.target !== 'norm'

/** The fields that everybody reads, in words. */
export const publicFacts = (register: Register, values: Values, names: Names) =>
  asPublic(register)
    .fields.filter((field) => values[field.id] !== undefined && !isSilent(field))
    .map((field) => ({ name: field.label, value: <Lines lines={told(field, values[field.id], 'nl', names)} /> }))

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <>
    {lines.map((line, index) => (
      <span className="ld-block" key={`${index}${line}`}>
        {line}
      </span>
    ))}
  </>
)

export function Shown({ register, facts: { shown, last } }: { register: Register; facts: ReleaseFacts }) {
  if (!shown)
    return (
      <Text>
        Dit is nu niet openbaar.
        {last?.step === 'withdrawn' ? ` ${last.byName} trok het in op ${moment('nl', last.at)}.` : ''}
      </Text>
    )
  return (
    <Text>
      Versie {shown.version} is openbaar sinds {moment('nl', shown.since)}.{' '}
      <Link to={`/registers/${register.id}/${shown.slug}`}>Bekijk de openbare pagina</Link>
    </Text>
  )
}

/** What was filled in and stays inside. */
export function Hiding({ fields, values }: { fields: readonly Field[]; values: Values }) {
  const inside = fields
    .filter((field) => (!field.public || isSilent(field)) && values[field.id] !== undefined)
    .map(({ label }) => label)
  if (inside.length === 0) return null
  return <Text>Dit blijft intern: {inside.join(', ')}.</Text>
}

export function ReleaseForm({
  view,
  facts,
  at,
  lacking,
  register,
  id,
}: {
  view: DeskView
  facts: ReleaseFacts
  at: string
  lacking: Problems
  register: Register
  id: string
}) {
  const why = whyNotRelease(facts, view.who, register)
  if (why !== undefined) return <Text>{why}</Text>
  const open = Object.entries(lacking)
  if (open.length > 0)
    return (
      <Notice title="Dit kan nog niet openbaar">
        <Text>Vul eerst in wat hieronder staat. Geef het daarna vrij.</Text>
        <ul className="ld-list">
          {open.map(([field, text]) => (
            <li key={field}>
              <Link to={`/balie/registers/${register.id}/${id}/wijzigen#veld-${field}`}>{text}</Link>
            </li>
          ))}
        </ul>
      </Notice>
    )
  return (
    <Form view={view} action={at.replace(/openbaar-maken$/, 'vrijgeven')}>
      <Hidden name="versie" value={String(facts.newest)} />
      <Buttons>
        <Button>Versie {facts.newest} vrijgeven</Button>
      </Buttons>
    </Form>
  )
}

export function Waiting({
  view,
  doing,
  facts,
  values,
  at,
  problems,
}: {
  view: DeskView
  doing: Doing
  facts: ReleaseFacts
  values: Values
  at: string
  problems: Problems
}) {
  const { version, byName, at: when } = facts.last!
  const why = whyNotPublish(facts, view.who, doing.register)
  return (
    <Notice title="Er is een versie vrijgegeven">
      <Text>
        {byName} gaf versie {version} vrij op {moment('nl', when)}. {why ?? 'Lees de versie hieronder na.'}
      </Text>
      {facts.newest > version ? (
        <Text>
          Daarna kwam versie {facts.newest}. Die wordt nu niet openbaar. Neem de vrijgave terug om de nieuwe versie vrij
          te geven.
        </Text>
      ) : null}
      {why === undefined ? (
        <>
          <Form view={view} action={at}>
            <Hidden name="stuk" value={printOf(doing.register, version, values)} />
            <Buttons>
              <Button>Versie {version} openbaar maken</Button>
            </Buttons>
          </Form>
          <Form view={view} action={`${at}/terugsturen`}>
            <Area name="reden" label="Wat moet eerst anders?" rows={3} maxLength={1_000} problems={problems} />
            <Buttons>
              <Button kind="secondary">Vrijgave terugsturen</Button>
            </Buttons>
          </Form>
        </>
      ) : mayWrite(view.who, doing.register) ? (
        <Form view={view} action={at.replace(/openbaar-maken$/, 'vrijgeven/terugnemen')}>
          <Buttons>
            <Button kind="secondary">Vrijgave terugnemen</Button>
          </Buttons>
        </Form>
      ) : null}
    </Notice>
  )
}

export function Acts({ acts }: { acts: readonly ReleaseAct[] }) {
  if (acts.length === 0) return null
  return (
    <Section id="gang" title="Wat er gebeurde">
      <ul className="ld-list">
        {acts.map((act) => (
          <li key={act.no}>
            {moment('nl', act.at)}: {act.byName} {RELEASE_STEPS[act.step]} (versie {act.version})
            {act.text === '' ? '' : `: ${act.text}`}
          </li>
        ))}
      </ul>
    </Section>
  )
}
