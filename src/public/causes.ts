/** Why a verdict changed since the publication before, in the reader's words. */
import type { Cause, LawChange } from '../model/publication.ts'
import { lawOf } from '../scoring/law-changes.ts'
import { word } from '../web/messages.ts'
import type { View } from '../web/view.ts'

/** Why a verdict changed, in words; when the norm did, with the law by name. */
export function causeTold(
  view: View,
  laws: readonly LawChange[] | null | undefined,
  { cause, criterion }: { readonly cause: Cause; readonly criterion: string },
): string {
  const law = cause === 'norm' ? lawOf(laws, criterion) : ''
  return law === '' ? word(view.m.cause, cause) : view.m.standing.causeLaw(word(view.m.cause, cause), law)
}
