/** The one main action of who looks, and the other steps of theirs. */
import { allows } from '../../../vocabulary/roles.ts'
import { Button, Form } from '../../../web/desk/form.tsx'
import { Details, Link } from '../../../web/parts.tsx'
import { pathOf } from '../address.ts'
import { whyNotHandle, whyNotReplaceAuthor } from '../rules/may.ts'
import { type Main, nextFor, stepPath } from '../rules/next.ts'
import type { CaseRow } from '../store/rows.ts'
import type { Props } from './part.ts'

const placeOf = (row: CaseRow, main: Main): string =>
  main.at === 'case'
    ? `${pathOf(row)}/${main.path}`
    : `/balie/vragenlijsten/${main.at === 'pre-check' ? row.preCheck : row.fullTest}`

export function Next({ file, who, view }: Props) {
  const { row, facts } = file
  const at = pathOf(row)
  const { main, others, blocked } = nextFor(facts, who)
  const mayHandle = facts.handler === null && whyNotHandle(facts, who) === undefined
  const links = [
    ...others.map((possible) => ({ label: possible.step.label, to: `${at}/${stepPath(possible)}` })),
    ...(row.state === 'draft' && who.id === row.author ? [{ label: 'Pas het concept aan', to: `${at}/wijzigen` }] : []),
    ...(whyNotReplaceAuthor(facts, who) === undefined
      ? [{ label: 'Wijs een andere indiener aan', to: `${at}/indiener` }]
      : []),
  ]
  return (
    <div className="ld-next">
      {main ? (
        <p>
          <a className="nl-button nl-button--primary" href={placeOf(row, main)}>
            {main.label}
          </a>
        </p>
      ) : null}
      {mayHandle ? (
        <Form view={view} action={`${at}/behandelen`}>
          <Button kind={main ? 'secondary' : 'primary'}>Neem de zaak in behandeling</Button>
        </Form>
      ) : null}
      {facts.authorIsHere ? null : (
        <p className="ld-quiet">
          De indiener werkt hier niet meer. De behandelaar of een beslisser wijst een andere indiener aan.
        </p>
      )}
      {['decided', 'no-effect', 'published', 'follow-up'].includes(row.state) &&
      allows(who.roles, 'case.publish') &&
      !(main?.at === 'case' && main.path === 'publiceren') ? (
        <p>
          <Link to={`${at}/publiceren`}>Naar de publicatie</Link>
        </p>
      ) : null}
      {blocked.map(({ step, blocked: why }) => (
        <p key={step.id} className="ld-quiet">
          “{step.label}” kan nog niet. {why}
        </p>
      ))}
      {links.length === 0 ? null : (
        <Details summary="Andere stappen">
          <ul className="ld-list">
            {links.map(({ label, to }) => (
              <li key={to}>
                <Link to={to}>{label}</Link>
              </li>
            ))}
          </ul>
        </Details>
      )}
    </div>
  )
}
