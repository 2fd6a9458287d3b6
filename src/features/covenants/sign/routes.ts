/** Fixing and signing at the desk. */
import type { Tx } from '../../../db/as.ts'
import type { Route } from '../../../web/desk/route.ts'
import { fileActs } from './acts-files.tsx'
import { signerActs } from './acts-signer.tsx'
import type { SigningDeps } from './deps.ts'
import { fixRoutes } from './page-fix.tsx'
import { ownSigningRoutes } from './act-own.tsx'
import { signerRoutes } from './page-signer.tsx'
import { signersRoutes } from './page-signers.tsx'

export const signingRoutes = (deps: SigningDeps): readonly Route<Tx>[] => [
  ...fixRoutes(deps),
  ...signersRoutes(deps),
  ...signerRoutes,
  ...signerActs,
  ...fileActs(deps),
  ...ownSigningRoutes(deps),
]
