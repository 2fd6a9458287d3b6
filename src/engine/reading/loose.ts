/** Fields outside any form (React, Wix): what they ask is read, and what they are for is not known. */
import type { Field, Session } from '../../model/evidence.ts'
import { isSearchField, isTyped } from './personal.ts'

/** Those that somebody sees and types in, and does not search with (HTML §4.10.17.3: a field need not have a form). */
export const looseFields = ({ loose = [] }: Pick<Session, 'loose'>): readonly Field[] =>
  loose.filter((field) => isTyped(field) && !isSearchField(field) && field.drawn !== false)

/** Of each page with such fields: what keeps one from saying that no form stands there. */
export const unsureOfLoose = (pages: readonly { readonly page: string; readonly value: Session }[]) =>
  pages
    .filter(({ value }) => looseFields(value).length > 0)
    .map(({ page }) => ({ page, part: 'content', lack: 'loose-fields' }) as const)
