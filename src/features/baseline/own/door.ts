/** Whose self-check it is: the organisation that this person works for, and its years. */
import type { Tx } from '../../../db/as.ts'
import type { Uploads } from '../../../db/uploads.ts'
import type { Catalogue, Norm } from '../../../model/norm.ts'
import type { Questionnaire } from '../../../model/questionnaire.ts'
import type { Register } from '../../../model/register.ts'
import { basisOf } from '../../../web/desk/edit.tsx'
import { missing, type Asked, type Reply } from '../../../web/desk/route.ts'
import { baselinesOf, organisationById, type Baseline } from '../store.ts'

export const HOME = '/balie/mijn-nulmeting'

/** Prints whole HTML to PDF. */
export type Print = (html: string, foot: string) => Promise<Uint8Array>
export type BaselineDeps = {
  readonly questionnaires: readonly Questionnaire[]
  readonly catalogue: Catalogue
  readonly registers: readonly Register[]
  readonly print: Print
  readonly uploads: Uploads
}
/** With the questionnaire that organisations fill in about themselves. */
export type BaselineTools = BaselineDeps & {
  readonly questionnaire: Questionnaire
  readonly norms: readonly Norm[]
}

export type Organisation = NonNullable<Awaited<ReturnType<typeof organisationById>>>
/** The newest year first. */
export type Own = { readonly organisation: Organisation; readonly baselines: readonly Baseline[] }

/** Answers for the own organisation; who works for none finds nothing here. */
export const own =
  (then: (asked: Asked<Tx>, own: Own) => Promise<Reply>) =>
  async (asked: Asked<Tx>): Promise<Reply> => {
    const { tx, municipality, who } = asked
    const organisation =
      who.organisation === null ? undefined : await organisationById(tx, municipality.id, who.organisation)
    if (!organisation) return missing
    return then(asked, { organisation, baselines: await baselinesOf(tx, municipality.id, organisation.id) })
  }

/** What was seen of the group: which, why, and who confirmed it. It goes along in each form that changes the group. */
export const groupBasis = ({ cluster, reason, confirmedBy }: Pick<Baseline, 'cluster' | 'reason' | 'confirmedBy'>) =>
  basisOf({ groep: cluster ?? '', reden: reason, bevestigd: confirmedBy ?? '' })

/** The year of a zelfcheck that begins today. */
export const yearOf = ({ today }: Pick<Asked<Tx>, 'today'>): number => Number(today.slice(0, 4))
/** What an act of this organisation is about, in the trail and in tasks. */
export const objectOf = ({ id }: Organisation): string => `organisation/${id}`
