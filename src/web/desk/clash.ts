/** What a form says it was opened on, so that a colleague's change in between is not overwritten. */
import { fingerprint } from '../../lib/fingerprint.ts'
import type { Problems } from './problems.tsx'

/** Goes along in the form as `basis`: the same as long as nobody changed the entry. */
export const sameAs = ({ id, sequence }: { readonly id: string; readonly sequence: number }): string =>
  fingerprint(`${id} ${sequence}`)

/** Said when somebody did. What was typed stands in the form. */
export const CLASH: Problems = {
  '': 'Een collega wijzigde dit intussen ook. Wat u typte, staat hieronder. Kijk het na en sla het dan op.',
}
