/** What the pages of the desk work with: the catalogue, the questionnaires, the files that people add. */
import path from 'node:path'
import { readCatalogue } from '../catalogue/norms.ts'
import { readQuestionnaires } from '../catalogue/questionnaires.ts'
import { openUploads } from '../db/uploads.ts'
import { printPdf } from '../engine/probes/pdf.ts'
import type { DeskDeps } from './desk-routes.ts'
import type { Place } from './place.ts'
import { reasonsOfChecks } from './rules.ts'

/** Throws DataMistakes with file and line when a data file is wrong. */
export function deskDeps({ program, data }: Place): DeskDeps {
  const catalogue = readCatalogue(path.join(program, 'norms'), reasonsOfChecks)
  return {
    catalogue,
    questionnaires: readQuestionnaires(path.join(program, 'questionnaires'), catalogue),
    uploads: openUploads(path.join(data, 'uploads')),
    print: printPdf,
  }
}
