/** What the desk needs to fix a covenant and to look at what was signed elsewhere. */
import type { EvidenceStore } from '../../../db/evidence.ts'
import type { ReadFile } from './acting.ts'
import type { Print } from './fix-store.ts'

export type SigningDeps = {
  readonly print: Print
  readonly files: Pick<EvidenceStore, 'put' | 'file'>
  readonly readFile: ReadFile
}
