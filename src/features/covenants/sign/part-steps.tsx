/** What moves a participant: what it told the desk itself, and what the steering group decides. */
import type { Tables } from '../../../db/tables.ts'
import { daysAfter } from '../../../lib/iso-date.ts'
import { allows } from '../../../vocabulary/roles.ts'
import { Area, Button, Buttons, Choice, Field, Form, type Problems } from '../../../web/desk/form.tsx'
import type { DeskView } from '../../../web/desk/route.ts'
import { day } from '../../../web/language.ts'
import { Section, Text } from '../../../web/parts.tsx'
import type { DeskStep, Signer } from './desk-store.ts'

export const STEPS: Readonly<Record<Tables['covenant_step']['step'], string>> = {
  invited: 'uitgenodigd',
  declined: 'doet niet mee',
  joined: 'tekende en doet mee',
  paused: 'pauzeert, door de partij zelf',
  resumed: 'doet weer mee',
  suspended: 'geschorst door de stuurgroep',
  restored: 'hersteld door de stuurgroep',
  extended: 'kreeg meer tijd van de stuurgroep',
  left: 'stopt',
  named: 'mag met naam op de openbare site',
  unnamed: 'mag niet met naam op de openbare site',
  'passed-on': 'gaf de link door aan een collega',
  'not-me': 'de link kwam bij de verkeerde',
  'file-sent': 'er kwam een getekend bestand',
  'contact-changed': 'kreeg een andere contactpersoon',
}

/** The same as a party says them itself. */
export const OWN_STEPS: Readonly<Record<DeskStep, string>> = {
  ...STEPS,
  declined: 'Wij doen niet mee',
  paused: 'Wij pauzeren onze deelname',
  resumed: 'Wij doen weer mee',
  left: 'Wij stoppen',
  named: 'Onze naam mag op de openbare site',
  unnamed: 'Onze naam mag niet op de openbare site',
}

/** Days between telling a party of a suspension and the first day that it can be. */
export const NOTICE_DAYS = 14

/** What the party itself can do. */
export const told = ({ kind, state, named }: Pick<Signer, 'kind' | 'state' | 'named'>): readonly DeskStep[] => {
  if (kind === 'municipality' || state === 'left') return []
  const moves: Readonly<Record<string, readonly DeskStep[]>> = {
    invited: ['declined'],
    joined: ['paused', 'left'],
    paused: ['resumed', 'left'],
    suspended: ['left'],
  }
  return [...(moves[state] ?? []), named === true ? 'unnamed' : 'named']
}

/** What of that the desk writes down. That it may be named, a party says itself: with its link, or at its own desk. */
export const heard = (signer: Parameters<typeof told>[0]): readonly DeskStep[] =>
  told(signer).filter((step) => step !== 'named')

/** What the steering group can do. A suspension only after it was told. */
export const steered = (
  { kind, state }: Pick<Signer, 'kind' | 'state'>,
  notices: readonly { readonly fromOn: string }[],
  today: string,
): readonly DeskStep[] => {
  if (kind === 'municipality' || state === 'left') return []
  const may = notices.some(({ fromOn }) => fromOn <= today)
  return [
    ...(may && (state === 'joined' || state === 'paused') ? (['suspended'] as const) : []),
    ...(state === 'suspended' ? (['restored'] as const) : []),
    'extended',
  ]
}

type Props = {
  readonly view: DeskView
  readonly signer: Signer
  readonly place: string
  readonly notices: readonly { readonly reason: string; readonly fromOn: string }[]
  readonly today: string
  readonly problems: Problems
  readonly typed: Readonly<Record<string, string>>
}

export function StepForms({ view, signer, place, notices, today, problems, typed }: Props) {
  const { roles } = view.who
  const own = allows(roles, 'covenant.write') ? heard(signer) : []
  const group = allows(roles, 'covenant.steer') ? steered(signer, notices, today) : []
  const mayTell = group.length > 0 && (signer.state === 'joined' || signer.state === 'paused')
  const choices = (steps: readonly DeskStep[]) => steps.map((step) => ({ value: step, label: STEPS[step] }))
  return (
    <>
      {own.length === 0 ? null : (
        <Section id="partij" title="Wat de partij liet weten">
          <Form view={view} action={`${place}/stap`}>
            <Choice
              name="stap"
              label="Wat liet de partij weten?"
              value={[typed['stap'] ?? '']}
              options={choices(own)}
              problems={problems}
            />
            <Area
              name="reden"
              label="Reden, en hoe de partij het liet weten"
              rows={3}
              value={typed['reden'] ?? ''}
              maxLength={2_000}
              problems={problems}
            />
            <Buttons>
              <Button kind="secondary">Leg vast wat de partij liet weten</Button>
            </Buttons>
          </Form>
        </Section>
      )}
      {mayTell ? (
        <Section id="aankondiging" title="Een schorsing aankondigen">
          {notices.map(({ reason, fromOn }) => (
            <Text key={`${fromOn}${reason}`}>
              Aangekondigd vanaf {day('nl', fromOn)}: {reason}
            </Text>
          ))}
          <Form view={view} action={`${place}/aankondiging`}>
            <Area
              name="waarom"
              label="Waarom wil de stuurgroep schorsen?"
              hint="De partij krijgt dit per e-mail, en kan reageren vóór de schorsing."
              rows={3}
              value={typed['waarom'] ?? ''}
              maxLength={2_000}
              problems={problems}
            />
            <Field
              name="ingaand"
              label="Schorsen kan vanaf"
              type="date"
              hint={`Op zijn vroegst over ${NOTICE_DAYS} dagen.`}
              value={typed['ingaand'] ?? daysAfter(today, NOTICE_DAYS)}
              problems={problems}
            />
            <Buttons>
              <Button kind="secondary">Kondig de schorsing aan</Button>
            </Buttons>
          </Form>
        </Section>
      ) : null}
      {group.length === 0 ? null : (
        <Section id="stuurgroep" title="Besluit van de stuurgroep">
          <Form view={view} action={`${place}/besluit`}>
            <Choice
              name="besluit"
              label="Wat besloot de stuurgroep?"
              value={[typed['besluit'] ?? '']}
              options={choices(group)}
              problems={problems}
            />
            <Area
              name="motivering"
              label="Waarom?"
              rows={3}
              value={typed['motivering'] ?? ''}
              maxLength={2_000}
              problems={problems}
            />
            <Field
              name="tot"
              label="Tot en met (bij meer tijd)"
              type="date"
              value={typed['tot'] ?? ''}
              problems={problems}
            />
            <Buttons>
              <Button kind="secondary">Leg het besluit vast</Button>
            </Buttons>
          </Form>
        </Section>
      )}
    </>
  )
}
