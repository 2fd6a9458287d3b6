/** The page of a warning as the answer to what was asked or sent, with or without something that was not right. */
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import type { Problems } from '../../web/desk/problems.tsx'
import { missing, page, type Asked, type Reply } from '../../web/desk/route.ts'
import { ClosedPage } from './page-closed.tsx'
import { WarningPage } from './page-warning.tsx'
import { shown, type WarningDeps } from './shown.ts'
import { noteReading, warningById, type Warning } from './store.ts'

export type A = Asked<Tx>

/** The warning that the address names; undefined when it is not there for who is here. */
export const warningAt = ({ tx, municipality, params }: A): Promise<Warning | undefined> =>
  warningById(tx, municipality.id, params['warning']!)

/** What is RED opens only where it is written down who reads. */
export const isClosed = ({ label }: Warning): boolean => label === 'RED'

/** Its page: of what is RED only the door. */
export async function warningPage(asked: A, deps: WarningDeps, warning: Warning): Promise<Reply> {
  const { view, today } = asked
  if (isClosed(warning)) return page(<ClosedPage view={view} id={warning.id} label="RED" opens="lezen" />)
  return page(<WarningPage {...{ view, today }} {...await shown(asked, deps, warning)} />)
}

/** The page again, with what was not right. Nothing of the act stays, so nothing of what is RED is on it. */
export async function notRight(asked: A, deps: WarningDeps, warning: Warning, problems: Problems): Promise<Reply> {
  const { view, today } = asked
  const all = await shown(asked, deps, warning)
  const closed = isClosed(warning) ? { ...all, words: undefined, before: undefined, proposed: [] } : all
  return page(<WarningPage {...{ view, today, problems }} {...closed} />, 422)
}

/** Writes down that who is here reads it, for what is RED; the words are open in this transaction. */
export async function reads({ tx, municipality, who }: A, warning: Warning): Promise<void> {
  if (!isClosed(warning)) return
  await noteReading(tx, municipality.id, warning, who.id)
  const detail = { version: warning.version }
  await record(tx, municipality.id, { act: 'warning.read', object: `warning/${warning.id}`, detail })
}

/** Does an act with the warning of the address, when it is there and did not end. */
export const withWarning =
  (deps: WarningDeps, act: (asked: A, warning: Warning, deps: WarningDeps) => Promise<Reply>) =>
  async (asked: A): Promise<Reply> => {
    const warning = await warningAt(asked)
    return warning === undefined ? missing : act(asked, warning, deps)
  }
