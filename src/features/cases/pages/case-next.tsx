/** The one main action of who looks, and the other steps of theirs. */
import { allows } from '../../../model/roles.ts'
import { Button, Form } from '../../../web/desk/form.tsx'
import { Details, Link } from '../../../web/parts.tsx'
import { pathOf } from '../address.ts'
import { stepsFor, whyNotHandle } from '../rules/may.ts'
import type { RequestRow } from '../store/rows.ts'
import type { Props } from './part.ts'

export function Next({ file, who, view, mine }: Props & { mine: readonly RequestRow[] }) {
  const { row, facts } = file
  const at = pathOf(row)
  const steps = stepsFor(facts, who)
  const main = steps.find(({ step, blocked }) => blocked === undefined && step.aside === undefined)
  const waiting = mine.find(({ opinions }) => opinions.length === 0)
  return (
    <div className="ld-next">
      {waiting ? (
        <p>
          <a className="nl-button nl-button--primary" href={`${at}/advies/${waiting.id}`}>
            Geef uw advies
          </a>
        </p>
      ) : row.state === 'draft' && who.id === row.author ? (
        <p>
          <a className="nl-button nl-button--primary" href={main ? `${at}/stap/${main.step.id}` : `${at}/wijzigen`}>
            {main ? main.step.label : 'Vul het concept aan'}
          </a>{' '}
          <Link to={`${at}/wijzigen`}>Pas het concept aan</Link>
        </p>
      ) : row.state === 'in-test' && who.id === row.author && row.fullTest && facts.openQuestions > 0 ? (
        <p>
          <a className="nl-button nl-button--primary" href={`/balie/vragenlijsten/${row.fullTest}`}>
            Vul de toets in
          </a>
        </p>
      ) : row.state === 'reaction' &&
        who.id === row.author &&
        facts.conditions.some(({ reaction }) => reaction === null) ? (
        <p>
          <a className="nl-button nl-button--primary" href={`${at}/reactie`}>
            Reageer op de voorwaarden
          </a>
        </p>
      ) : row.state === 'advice' &&
        who.id === row.handler &&
        facts.flags.some((flag) => !facts.flagsAnswered.has(flag)) ? (
        <p>
          <a className="nl-button nl-button--primary" href={`${at}/vlaggen`}>
            Geef antwoord op de rode vlaggen
          </a>
        </p>
      ) : main ? (
        <p>
          <a
            className="nl-button nl-button--primary"
            href={main.step.page === undefined ? `${at}/stap/${main.step.id}` : `${at}/${PAGES[main.step.page]}`}
          >
            {main.step.label}
          </a>
        </p>
      ) : null}
      {row.handler === null && whyNotHandle(facts, who) === undefined ? (
        <Form view={view} action={`${at}/behandelen`}>
          <Button kind={main || waiting ? 'secondary' : 'primary'}>Neem de zaak in behandeling</Button>
        </Form>
      ) : null}
      {['decided', 'no-effect', 'published', 'follow-up'].includes(row.state) && allows(who.roles, 'case.publish') ? (
        <p>
          <Link to={`${at}/publiceren`}>Naar de publicatie</Link>
        </p>
      ) : null}
      {steps
        .filter(({ blocked }) => blocked !== undefined)
        .map(({ step, blocked }) => (
          <p key={step.id} className="ld-quiet">
            {step.label}: {blocked}
          </p>
        ))}
      {steps.filter((possible) => possible !== main && possible.blocked === undefined).length === 0 ? null : (
        <Details summary="Andere stappen">
          <ul className="ld-list">
            {steps
              .filter((possible) => possible !== main && possible.blocked === undefined)
              .map(({ step }) => (
                <li key={step.id}>
                  <Link to={step.page === undefined ? `${at}/stap/${step.id}` : `${at}/${PAGES[step.page]}`}>
                    {step.label}
                  </Link>
                </li>
              ))}
          </ul>
        </Details>
      )}
    </div>
  )
}

const PAGES = { opinions: 'adviezen', advice: 'adviseren', decision: 'besluit' } as const
