/** What happened to a request, and for who handles it what was written; each step with who did it. */
import type { RequestKind } from '../../model/request.ts'
import { spoken } from '../../lib/spoken-number.ts'
import {
  CONTROLLERS,
  HELPED_WORDS,
  OWED,
  REQUEST_OUTCOMES,
  READ_FOR,
  REQUEST_STEPS,
  type Controller,
  type Owed,
  type ReadFor,
  type RequestOutcome,
} from '../../vocabulary/request.ts'
import { isWeaknessState, WEAKNESS_STATES } from '../../vocabulary/weakness.ts'
import { moment, day } from '../../web/language.ts'
import { Link, Section } from '../../web/parts.tsx'
import { deskEnding } from './endings.ts'
import { inOrder } from './rules.ts'
import { saidAs } from './said-as.ts'
import type { DeskRequest, RequestFile, Step, Written } from './store.ts'

type Props = {
  readonly request: DeskRequest
  readonly kind: RequestKind | undefined
  readonly steps: readonly Step[]
  readonly texts: readonly Written[]
  readonly files: readonly RequestFile[]
}

const MINE: readonly Step['step'][] = ['received', 'added', 'withdrawn', 'helped', 'again', 'file', 'works', 'fails']
/** Fields of an explanation, beside those of the kind. */
const NAMED: Readonly<Record<string, string>> = {
  algoritme: 'Algoritme',
  stroom: 'Gegevensstroom',
  regel: 'Regel',
  grond: 'Grond',
  orgaan: 'Namens',
  functie: 'Functie',
  naar: 'Doorgestuurd naar',
}

export function Said({ request, kind, steps, texts, files }: Props) {
  const label = (step: Step, field: string): string =>
    step.step === 'answered' && field in NAMED
      ? NAMED[field]!
      : (kind?.fields.find(({ id }) => id === field)?.label.nl ?? 'Gevraagd')
  const said = (field: string, text: string): string =>
    (field === 'grond' ? kind?.refusals.find(({ id }) => id === text)?.said.nl : undefined) ??
    (field === 'orgaan' ? CONTROLLERS[text as Controller]?.nl : undefined) ??
    saidAs(kind, 'nl', field, text)
  return (
    <Section id="verloop" title="Wat er gebeurde">
      <ol className="ld-talk">
        {steps.map((step) => (
          <li key={step.no} className={`ld-talk__line${MINE.includes(step.step) ? '' : ' ld-talk__line--mine'}`}>
            <p className="ld-quiet">
              {REQUEST_STEPS[step.step]}, {moment('nl', step.at)}
              {step.by === null ? '' : `, ${step.by}`}
              {told(step, kind, texts.find(({ no, field }) => no === step.no && field === 'grond')?.text)}
            </p>
            {inOrder(
              kind,
              texts.filter(({ no }) => no === step.no),
            ).map(({ field, text }) => (
              <div key={field}>
                {field === '' ? null : <p className="ld-small">{label(step, field)}</p>}
                <p className="ld-said">{said(field, text).replace(/^\/(?:registers|samen)\/\S+ /, '')}</p>
              </div>
            ))}
            {files
              .filter(({ no }) => no === step.no)
              .map(({ id, width, height }) => (
                <p key={id}>
                  <Link to={`/balie/verzoeken/${request.id}/foto/${id}`}>
                    Foto bij {spoken(request.number)} ({width} × {height})
                  </Link>
                </p>
              ))}
          </li>
        ))}
      </ol>
    </Section>
  )
}

/** What goes with a step beside its words. */
function told({ step, word, until }: Step, kind: RequestKind | undefined, ground = ''): string {
  if (step === 'answered' && word in REQUEST_OUTCOMES) return ` · ${deskEnding(kind, word as RequestOutcome, ground)}`
  if (step === 'handed' && word in READ_FOR) return ` · ${READ_FOR[word as ReadFor]}`
  if (step === 'helped' && word in HELPED_WORDS) return ` · ${HELPED_WORDS[word as keyof typeof HELPED_WORDS]}`
  if (step === 'owed' && word in OWED) return ` · ${OWED[word as Owed].desk}`
  const stands = step === 'told' && isWeaknessState(word) ? ` · ${WEAKNESS_STATES[word].nl}` : ''
  return until === null ? stands : `${stands} · ${day('nl', until)}`
}
