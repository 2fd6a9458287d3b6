/** Refuses what is of a covenant that is not public: as withdrawn, or as never there. */
import { refuse } from '../../web/refuse.ts'
import { withdrawnAt } from './store.ts'

/** `no`: of the covenant. */
export const notThere = async (
  at: Parameters<typeof withdrawnAt>[0],
  no: number,
  what: 'page' | 'file',
): Promise<never> => refuse((await withdrawnAt(at, no)) ? 'gone' : what)
