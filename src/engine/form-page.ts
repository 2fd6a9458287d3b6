/** Chooses the one page beside the landing page that is used too: the first with a form of its own. Pure. */
import type { Form, PageRecord, Session } from '../model/evidence.ts'
import type { Planned } from './page-records.ts'
import { isFilledIn } from './reading/personal.ts'

/**
 * The first page with a form that people fill in and that the landing page has not, such as one to ask a question with;
 * undefined: there is none. What the landing page has too (a newsletter at each foot) was used there already.
 */
export function formPage(records: readonly PageRecord[]): Planned | undefined {
  const pages = records.flatMap(({ probe, page, role, phase, profile, result }) =>
    probe === 'session' && phase === 'before-consent' && profile === 'desktop' && result.seen
      ? [{ url: page, role, forms: formsOf(result.value) }]
      : [],
  )
  const known = new Set(pages.find(({ role }) => role === 'landing')?.forms)
  const found = pages.find(({ role, forms }) => role !== 'landing' && forms.some((form) => !known.has(form)))
  return found && { url: found.url, role: found.role }
}

/** Each form that people fill in, by what it asks. */
const formsOf = ({ forms }: Session): string[] => forms.filter(isFilledIn).map(asked)
const asked = ({ fields }: Form): string => JSON.stringify(fields.map(({ type, name, label }) => [type, name, label]))
