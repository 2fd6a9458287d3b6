/** What the rules of the desk are written with: who somebody is, and by which role. As the roles were in 2026-11. */

/** `columns`: only these can be written; else all of the row. `everywhere`: the table is of no municipality. */
export type Wall = {
  readonly select?: string
  readonly insert?: string
  readonly update?: string
  readonly delete?: string
  readonly columns?: { readonly select?: string; readonly insert?: string; readonly update?: string }
  readonly everywhere?: true
}

export const may = (roles: readonly string[]) => `(select wall.may('{${roles.join()}}'))`
/** Who is signed in, and for which organisation. */
export const ME = '(select current_person())'
export const OURS = '(select current_organisation())'
export const WRITE = ['policy-officer', 'executor', 'adviser', 'account-manager']
export const HANDLE = ['policy-officer', 'adviser']
export const PUBLISH = ['publisher', 'policy-officer', 'decision-maker']
export const FOLLOW = [...WRITE, 'fg', 'security-officer', 'decision-maker', 'publisher']
export const CONTENT = [...FOLLOW, 'auditor']
export const INVITE = ['account-manager', 'policy-officer']
export const REGISTER = ['policy-officer', 'executor', 'account-manager']
export const STAFF = [...CONTENT, 'administrator']

export const read = may(CONTENT)
