/** What happened to a request, as who asked reads it: each step with its moment and what was said. */
import type { RequestKind } from '../../model/request.ts'
import type { ReadFor } from '../../vocabulary/request.ts'
import { isWeaknessState, WEAKNESS_STATES } from '../../vocabulary/weakness.ts'
import { moment } from '../../web/language.ts'
import { Heading, Link } from '../../web/parts.tsx'
import { href, type View } from '../../web/view.ts'
import type { FollowedRequest, FollowedStep } from './door-store.ts'
import { BESIDE_ANSWER } from './follow-props.ts'
import { doneSays } from './messages-done.ts'
import { follows } from './messages-follow.ts'
import { inOrder } from './rules.ts'
import { saidAs } from './said-as.ts'

/** Steps of who asked; the others are of the municipality, or follow from a day. */
const MINE: readonly FollowedStep['step'][] = [
  'received',
  'added',
  'withdrawn',
  'helped',
  'again',
  'file',
  'works',
  'fails',
]

type Props = { readonly view: View; readonly request: FollowedRequest; readonly kind: RequestKind | undefined }

export function Course({ view, request, kind }: Props) {
  const t = follows(view.lang)
  return (
    <>
      <Heading level={3}>{t.course}</Heading>
      <ol className="ld-talk">
        {request.steps.map((step) => (
          <Step key={step.no} {...{ view, step, kind }} />
        ))}
      </ol>
    </>
  )
}

function Step({ view, step, kind }: { view: View; step: FollowedStep; kind: RequestKind | undefined }) {
  const t = follows(view.lang)
  const mine = MINE.includes(step.step)
  const label = (field: string): string | undefined =>
    field === ''
      ? undefined
      : step.step === 'answered' && field in t.rests
        ? t.rests[field as keyof typeof t.rests]
        : (kind?.fields.find(({ id }) => id === field)?.label[view.lang] ?? t.fieldOther)
  const said = (field: string, text: string): string => saidAs(kind, view.lang, field, text)
  const linked = ({ step: what }: FollowedStep, field: string): boolean =>
    (what === 'answered' && field !== '') || kind?.fields.find(({ id }) => id === field)?.kind === 'hack-event'
  return (
    <li className={mine ? 'ld-talk__line ld-talk__line--mine' : 'ld-talk__line'}>
      <p className="ld-quiet">
        {t.step[step.step]}, <time dateTime={step.at}>{moment(view.lang, step.at)}</time>
        {step.until === null || step.step === 'answered'
          ? ''
          : ` · ${doneSays(view.lang).until({ ...step, until: step.until })}`}
        {step.step === 'told' && isWeaknessState(step.word) ? ` · ${WEAKNESS_STATES[step.word][view.lang]}` : ''}
        {step.step === 'handed' && step.word in t.readFor ? ` · ${t.readFor[step.word as ReadFor]}` : ''}
        {step.step === 'helped' && step.word in t.helpedOf
          ? ` · ${t.helpedOf[step.word as keyof typeof t.helpedOf]}`
          : ''}
      </p>
      {inOrder(
        kind,
        step.texts.filter(({ field }) => step.step !== 'answered' || !BESIDE_ANSWER.includes(field)),
      ).map(({ field, text }) => (
        <div key={field}>
          {label(field) === undefined ? null : <p className="ld-small">{label(field)}</p>}
          <p className="ld-said">
            <Named view={view} text={said(field, text)} linked={linked(step, field)} />
          </p>
        </div>
      ))}
    </li>
  )
}

/** What an explanation rests on, or an event, leads to its page: kept as its path, a space, and what it is called. */
function Named({ view, text, linked }: { view: View; text: string; linked: boolean }) {
  const [, path, title] = (linked && /^(\/(?:registers|samen)\/\S+) (.+)$/s.exec(text)) || []
  return path === undefined ? <>{text}</> : <Link to={href(view, path)}>{title}</Link>
}
