/** Where everyone stands, in one look: each opinion with its stance first, before anybody reads on. */
import { ROLE_NAMES } from '../../../vocabulary/roles.ts'
import { day } from '../../../web/language.ts'
import { Heading } from '../../../web/parts.tsx'
import { requestsNow } from '../objections.ts'
import { STANCES } from '../rules/words.ts'
import type { Case, RequestRow } from '../store/rows.ts'
import { name } from './part.ts'

const SHAPES = { 'no-objection': '✓', conditions: '◐', revise: '◐', against: '✕', 'none-needed': '–' } as const

/** The opinions of this round and the advice. Nothing when nobody was asked. */
export function Stances({ file, today }: { readonly file: Case; readonly today: string }) {
  const { advices, steps } = file
  const asked = requestsNow(file)
  const begun = steps.findLast(({ to }) => to === 'in-test')?.at
  const advice = advices.findLast(({ at }) => begun === undefined || at >= begun)
  if (asked.length === 0 && !advice) return null
  return (
    <section className="ld-stances" aria-labelledby="standpunten">
      <Heading level={2} id="standpunten">
        Wat de adviseurs vinden
      </Heading>
      <ul>
        {asked.map((request) => (
          <Stance key={request.id} file={file} request={request} today={today} />
        ))}
        {advice ? (
          <li>
            <strong>
              <span aria-hidden="true">{SHAPES[advice.stance]} </span>
              {STANCES[advice.stance]}
            </strong>
            <a className="nl-link" href="#advies">
              Digitale Zaken
            </a>
            <span className="ld-quiet">{day('nl', advice.at)}</span>
          </li>
        ) : null}
      </ul>
    </section>
  )
}

function Stance({ file, request, today }: { file: Case; request: RequestRow; today: string }) {
  const opinion = request.opinions.at(-1)
  const conditions = opinion?.conditions.length ?? 0
  return (
    <li>
      {opinion ? (
        <strong>
          <span aria-hidden="true">{SHAPES[opinion.stance]} </span>
          {STANCES[opinion.stance]}
        </strong>
      ) : (
        <span>
          <span aria-hidden="true">? </span>
          {request.dueOn < today ? 'Nog geen advies, te laat' : 'Nog geen advies'}
        </span>
      )}
      <a className="nl-link" href={`#advies-${request.id}`}>
        {ROLE_NAMES[request.role]}
      </a>
      <span className="ld-quiet">
        {opinion
          ? `${name(file, opinion.by)}, ${day('nl', opinion.at)}${
              conditions === 0 ? '' : `, ${conditions} ${conditions === 1 ? 'voorwaarde' : 'voorwaarden'}`
            }`
          : `uiterlijk ${day('nl', request.dueOn)}`}
      </span>
    </li>
  )
}
