/**
 * What may be asked of a bidder: every way in (the form, a file that is read back, the requirements in `eisen/`) asks
 * this one function, so that none of them has fewer rules. Pure.
 */
import { refusedBrand } from './refused-brand.ts'
import { refusedCriterion } from './refused-criterion.ts'

/** Why a text may not be asked; undefined when nothing stands against it. `here`: the name of the municipality. */
export const refusedAsk = (text: string, here = ''): string | undefined =>
  refusedCriterion(text, here) ?? refusedBrand(text)
