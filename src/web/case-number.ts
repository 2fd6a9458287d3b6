/** What a case is called. */
import { todayIn } from './language.ts'

/** `IT-2026-0014`, by the calendar of the municipality. */
export const caseNumber = ({ no, createdAt }: { readonly no: number; readonly createdAt: Date }): string =>
  `IT-${todayIn(createdAt).slice(0, 4)}-${String(no).padStart(4, '0')}`

/** The number in what somebody typed, `IT-2026-0014` or `14`; undefined when it is not a number of a case. */
export function caseNumberIn(text: string): number | undefined {
  const digits = /^(?:IT-\d{4}-)?0*(\d{1,9})$/i.exec(text.trim())?.[1]
  return digits === undefined ? undefined : Number(digits)
}
