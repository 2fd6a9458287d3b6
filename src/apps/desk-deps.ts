/** What the pages of the desk work with: the catalogue, the questionnaires, the files that people add. */
import path from 'node:path'
import { readCovenants } from '../catalogue/covenants.ts'
import { readExercises } from '../catalogue/exercises.ts'
import { readGroupRules } from '../catalogue/group-rules.ts'
import { readCatalogue } from '../catalogue/norms.ts'
import { readLessons } from '../catalogue/lessons.ts'
import { readQuestionnaires } from '../catalogue/questionnaires.ts'
import { readRegisters } from '../catalogue/registers.ts'
import { readRequestKinds } from '../catalogue/requests.ts'
import { readRequirements } from '../catalogue/requirements.ts'
import { evidenceIn } from '../db/evidence.ts'
import { openUploads } from '../db/uploads.ts'
import { readSignatures } from '../outside/pdf-signatures.ts'
import { printPdf } from '../outside/pdf.ts'
import { remakePhoto } from '../outside/photo.ts'
import { inTurns } from '../lib/in-turn.ts'
import { installationKey } from '../lib/secret-box.ts'
import { accessFor } from './algorithm-register.ts'
import type { DeskDeps } from './desk-routes.ts'
import type { Place } from './place.ts'
import { lookPlan } from './second-looks.ts'
import { evidenceHome } from './evidence-home.ts'
import { reasonsOfChecks } from '../engine/checks/all.ts'

/** A print is a browser of its own: one at a time, a few that wait, and who comes after hears that it is busy. */
const inTurn = inTurns({ running: 1, waiting: 4 })
/** So is a photo; a phone that hears that it is busy tries again by itself. */
const photoInTurn = inTurns({ running: 1, waiting: 8 })

/** Throws DataMistakes with file and line when a data file is wrong. */
export function deskDeps({ program, data }: Place): DeskDeps {
  const registers = readRegisters(path.join(program, 'registers'))
  const catalogue = readCatalogue(path.join(program, 'norms'), reasonsOfChecks, registers)
  const requestKinds = readRequestKinds(path.join(program, 'verzoeken'), catalogue)
  return {
    catalogue,
    apart: lookPlan().hours,
    registers,
    groupRules: readGroupRules(path.join(program, 'lists/groepen.yaml')),
    requirements: readRequirements(path.join(program, 'eisen'), catalogue),
    questionnaires: readQuestionnaires(path.join(program, 'questionnaires'), catalogue),
    lessons: readLessons(path.join(program, 'leren'), catalogue, requestKinds),
    requestKinds,
    exercises: readExercises(path.join(program, 'oefeningen'), catalogue),
    templates: readCovenants(path.join(program, 'convenanten'), catalogue),
    national: (slug) => accessFor(slug) !== undefined,
    uploads: openUploads(path.join(data, 'uploads')),
    key: installationKey(data),
    files: evidenceIn(evidenceHome({ program, data })),
    remake: (bytes) => photoInTurn(() => remakePhoto(bytes)),
    readFile: readSignatures,
    print: (html: string, foot: string, sheet?: 'letter' | 'poster') => inTurn(() => printPdf(html, foot, sheet)),
  }
}
