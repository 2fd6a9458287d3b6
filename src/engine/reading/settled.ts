/** Owners of whom it is certain to whom and to which country they belong: a verdict on that rests on no other. */
import type { Owner } from '../../model/lists.ts'

export type Settled = Owner & { readonly parent: string; readonly country: string }

/** The owner with parent and country, in a list; empty when nobody is known or only one source says so. */
export const settled = (owner: Owner | undefined): Settled[] =>
  owner && owner.parent !== null && owner.country !== null
    ? [{ ...owner, parent: owner.parent, country: owner.country }]
    : []
