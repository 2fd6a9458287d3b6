/** Parts of the page of an algorithm: what was not taken, field by field, why it is withdrawn, and what was done. */
import type { Register } from '../../model/register.ts'
import { nameOf } from '../../registers/form.tsx'
import { placeOf } from '../../registers/here.ts'
import { NATIONAL_KINDS } from '../../vocabulary/algorithm-standard.ts'
import { Area, Button, Buttons, Form, Hidden, type Problems } from '../../web/desk/form.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { moment } from '../../web/language.ts'
import { Details, Link, List, Notice, Section, Text } from '../../web/parts.tsx'
import type { Act } from './act-store.ts'
import { fieldOf, labelOf } from './standard.ts'

/** What the national register said of each field, with the way to it. */
export function NotTaken({ register, act }: { register: Register; act: Act }) {
  const problems = Object.entries(act.problems)
  return (
    <Notice title="Het Algoritmeregister nam dit niet aan">
      <Text>
        {problems.length === 0
          ? act.said
          : 'Pas dit aan, en zet het opnieuw klaar. Wat er landelijk stond, staat er nog.'}
      </Text>
      <PerField register={register} entry={{ id: String(act.body['source_id']) }} problems={act.problems} />
    </Notice>
  )
}

/** Each field by what it is called here, leading to its place in the form. */
export function PerField({
  register,
  entry,
  problems,
}: {
  register: Register
  entry: { readonly id: string }
  problems: Readonly<Record<string, string>>
}) {
  const items = Object.entries(problems).map(([name, text]) => {
    const field = fieldOf(register, name)
    const label = labelOf(register, name)
    return {
      key: name,
      body: (
        <>
          {field ? <Link to={`${placeOf(register, entry)}/wijzigen#veld-${nameOf(field)}`}>{label}</Link> : label}:{' '}
          {text}
        </>
      ),
    }
  })
  return items.length === 0 ? null : <List items={items} />
}

/** Asks why it is withdrawn; a colleague does it. */
export function Reason({
  view,
  action,
  problems,
  reason,
  version,
}: {
  view: DeskView
  action: string
  problems: Problems
  reason: string
  version: number
}) {
  return (
    <Details summary="Intrekken uit het Algoritmeregister" open={problems['reden'] !== undefined}>
      <Form view={view} action={action}>
        <Hidden name="basis" value={String(version)} />
        <Area
          name="reden"
          label="Waarom?"
          hint="Een collega leest dit en trekt het in. Daarna staat het niet meer openbaar in het Algoritmeregister."
          value={reason}
          problems={problems}
          maxLength={1_000}
        />
        <Buttons>
          <Button kind="secondary">Intrekken klaarzetten</Button>
        </Buttons>
      </Form>
    </Details>
  )
}

const OUTCOMES = {
  done: 'Gelukt.',
  refused: 'Niet aangenomen.',
  dropped: 'Teruggetrokken.',
  failed: 'Niet gelukt.',
} as const

/** What was done with it, the newest first. */
export function Acts({ acts }: { acts: readonly Act[] }) {
  if (acts.length === 0) return null
  return (
    <Section id="gedaan" title="Wat er is gedaan">
      <List
        items={acts.map((act) => ({
          key: act.id,
          body: (
            <>
              {NATIONAL_KINDS[act.kind]}, versie {act.version}: {act.byName} op {moment('nl', act.at)}
              {act.releasedBy === null ? '' : `, nagekeken door ${act.releasedBy}`}.{' '}
              {act.outcome === null
                ? act.releasedAt === null
                  ? 'Wacht op een collega.'
                  : `Onderweg. ${act.said}`
                : OUTCOMES[act.outcome]}
            </>
          ),
        }))}
      />
    </Section>
  )
}
