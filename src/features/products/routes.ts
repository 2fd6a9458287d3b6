/** Every digital product in use: one row per version, configuration and deployment. */
import type { Tx } from '../../db/as.ts'
import type { Questionnaire } from '../../model/questionnaire.ts'
import type { Norm } from '../../model/norm.ts'
import type { Register } from '../../model/register.ts'
import type { Route } from '../../web/desk/route.ts'
import { registerFor } from '../../catalogue/registers.ts'
import type { Power } from '../../registers/power.ts'
import { addRoutes } from './add.tsx'
import { changeRoutes } from './change.tsx'
import { compareRoutes } from './compare.tsx'
import { kindsOf } from './kinds.ts'
import { listRoutes } from './list.tsx'
import { productPage } from './product.tsx'

/** Leads from the register of what is in use to what was assessed of it: a version with its configuration. */
export const productPower: Power = {
  purpose: 'product',
  list: { to: '/balie/producten', text: 'Getoetste producten, met versie en inrichting' },
}

export function productRoutes({
  questionnaires,
  registers,
  catalogue: { norms },
}: {
  readonly questionnaires: readonly Questionnaire[]
  readonly registers: readonly Register[]
  readonly catalogue: { readonly norms: readonly Norm[] }
}): readonly Route<Tx>[] {
  const kinds = kindsOf(questionnaires)
  return [
    ...listRoutes(registerFor(registers, 'product')),
    ...compareRoutes,
    ...addRoutes(kinds),
    ...productPage(kinds, { registers, norms }),
    ...changeRoutes(kinds),
  ]
}
