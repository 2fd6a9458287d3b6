/** What a case is called, and where it stands at the desk. */
import { todayIn } from '../../web/language.ts'
import type { CaseRow } from './store/rows.ts'

/** `IT-2026-0014`, by the calendar of the municipality. */
export const caseNumber = ({ no, createdAt }: Pick<CaseRow, 'no' | 'createdAt'>): string =>
  `IT-${todayIn(createdAt).slice(0, 4)}-${String(no).padStart(4, '0')}`
export const objectOf = ({ id }: Pick<CaseRow, 'id'>) => `case/${id}`
export const pathOf = ({ id }: Pick<CaseRow, 'id'>) => `/balie/zaken/${id}`
