/** A published case as something to print. */
import type { CaseDocument, Paper } from '../../../model/document.ts'
import { day } from '../../../web/language.ts'

/** The published document as a paper; `version`: which one. */
export const casePaper = (document: CaseDocument, version: number): Paper => ({
  name: `${document.number} ${document.title}`,
  above: `${document.municipality}, IT-toets ${document.number}, versie ${version}`,
  title: document.title,
  below: `${document.outcome}, ${day('nl', document.decidedOn)}`,
  sections: document.sections,
})
