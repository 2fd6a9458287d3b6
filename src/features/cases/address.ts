/** What a case is called, and where it stands at the desk. */
import type { CaseRow } from './store/rows.ts'

export { caseNumber } from '../../web/case-number.ts'

/** A case as the trail and the tasks name it. */
export const objectOf = ({ id }: Pick<CaseRow, 'id'>) => `case/${id}`
/** Where its page is. */
export const pathOf = ({ id }: Pick<CaseRow, 'id'>) => `/balie/zaken/${id}`
