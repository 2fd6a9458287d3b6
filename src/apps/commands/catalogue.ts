/**
 * `leidraad catalogue check`: reads norms, requirements, registers, questionnaires, templates of covenants, lessons,
 * owners and lists, and tells every mistake with its file and line.
 */
import path from 'node:path'
import { comingChanges, DAYS_BEFORE } from '../../catalogue/coming.ts'
import { readCovenants } from '../../catalogue/covenants.ts'
import { readExercises } from '../../catalogue/exercises.ts'
import { readGroupRules } from '../../catalogue/group-rules.ts'
import { readLessons } from '../../catalogue/lessons.ts'
import { loadLists } from '../../catalogue/lists.ts'
import { readCatalogue } from '../../catalogue/norms.ts'
import { readQuestionnaires } from '../../catalogue/questionnaires.ts'
import { readRegisters } from '../../catalogue/registers.ts'
import { readRequestKinds } from '../../catalogue/requests.ts'
import { readRequirements } from '../../catalogue/requirements.ts'
import { daysAfter } from '../../lib/iso-date.ts'
import { DataMistakes, type Mistake } from '../../catalogue/yaml-file.ts'
import { day, todayIn } from '../../web/language.ts'
import { Usage, type Command } from '../command.ts'
import { reasonsOfChecks } from '../../engine/checks/all.ts'
import { say, sayJson } from '../terminal.ts'

export const catalogueCommand: Command = {
  name: 'catalogue',
  words: 'check',
  summary: 'Controleert norms/, eisen/, registers/, questionnaires/, convenanten/, leren/, owners.yaml en lists/',
  help: 'Elke fout staat er met bestand, regel en wat er verwacht werd.',
  options: {},
  async run(call) {
    if (call.words.join(' ') !== 'check') throw new Usage('verwacht: catalogue check')
    const mistakes: Mistake[] = []
    const attempt = async <T>(read: () => T | Promise<T>): Promise<T | undefined> => {
      try {
        return await read()
      } catch (error) {
        if (!(error instanceof DataMistakes)) throw error
        mistakes.push(...error.mistakes)
        return undefined
      }
    }
    const registers = await attempt(() => readRegisters(path.join(call.place.program, 'registers')))
    const norms = path.join(call.place.program, 'norms')
    // Where a register could not be read, what a norm asks of it is no mistake of that norm.
    const catalogue = await attempt(() => readCatalogue(norms, reasonsOfChecks, registers))
    const lists = await attempt(() => loadLists(call.place.program, undefined, todayIn()))
    await attempt(() => readGroupRules(path.join(call.place.program, 'lists/groepen.yaml')))
    const questionnaires =
      catalogue && (await attempt(() => readQuestionnaires(path.join(call.place.program, 'questionnaires'), catalogue)))
    const requirements =
      catalogue && (await attempt(() => readRequirements(path.join(call.place.program, 'eisen'), catalogue)))
    const covenants =
      catalogue && (await attempt(() => readCovenants(path.join(call.place.program, 'convenanten'), catalogue)))
    const requests =
      catalogue && (await attempt(() => readRequestKinds(path.join(call.place.program, 'verzoeken'), catalogue)))
    const exercises =
      catalogue && (await attempt(() => readExercises(path.join(call.place.program, 'oefeningen'), catalogue)))
    const lessons =
      catalogue &&
      requests &&
      (await attempt(() => readLessons(path.join(call.place.program, 'leren'), catalogue, requests)))
    const criteria = catalogue?.norms.flatMap((norm) => norm.criteria) ?? []
    const used = new Set(criteria.flatMap(({ means }) => (means.by === 'check' ? [means.check] : [])))
    const idle = catalogue ? [...reasonsOfChecks.keys()].filter((check) => !used.has(check)) : []
    const coming = catalogue ? comingChanges(catalogue, todayIn()) : []
    const told = {
      version: catalogue?.version ?? null,
      norms: catalogue?.norms.length ?? 0,
      criteria: criteria.length,
      measured: used.size,
      lists: lists?.versions ?? {},
      questionnaires:
        questionnaires?.map(({ id, version, questions }) => ({ id, version, questions: questions.length })) ?? [],
      registers: registers?.map(({ id, version, fields }) => ({ id, version, fields: fields.length })) ?? [],
      covenants: covenants?.map(({ id, version, articles }) => ({ id, version, articles: articles.length })) ?? [],
      exercises: exercises?.map(({ id, version, messages }) => ({ id, version, messages: messages.length })) ?? [],
      lessons: lessons?.map(({ id, version, steps }) => ({ id, version, steps: steps.length })) ?? [],
      requirements: requirements ? { version: requirements.version, count: requirements.requirements.length } : null,
      requests: requests?.map(({ id, term }) => ({ id, term: term.said.nl })) ?? [],
      idleChecks: idle,
      coming,
      mistakes,
    }
    if (call.options['json']) sayJson(told)
    else {
      for (const { file, line, text } of mistakes) say(`${file}:${line}: ${text}`)
      for (const check of idle) say(`controle ${check} hoort bij geen norm`)
      if (catalogue)
        say(
          `catalogus ${told.version}: ${told.norms} normen, ${told.criteria} criteria, waarvan ${told.measured} ` +
            `soorten gemeten`,
        )
      if (coming.length > 0)
        say(`Kijk deze bronnen na: zij veranderen binnen ${DAYS_BEFORE} dagen, of veranderden sinds zij zijn nagegaan.`)
      for (const { on, title, what, norms, intended, passed } of coming)
        say(
          `${day('nl', on)}${intended ? ' (beoogd)' : ''}${passed ? ', voorbij' : ''}: ${title}: ${what.nl}. ` +
            `Normen: ${norms.join(', ') || 'geen'}`,
        )
      if (requirements)
        say(`eisen ${requirements.version}: ${requirements.requirements.length} eisen voor aanbestedingen`)
      for (const { id, version, questions } of questionnaires ?? [])
        say(`vragenlijst ${id} ${version}: ${questions.length} vragen`)
      for (const { id, version, steps, reviewOn } of lessons ?? []) {
        const late = reviewOn <= daysAfter(todayIn(), DAYS_BEFORE) ? `; kijk haar na vóór ${day('nl', reviewOn)}` : ''
        say(`les ${id} ${version}: ${steps.length} stappen${late}`)
      }
    }
    return mistakes.length > 0 ? 1 : 0
  },
}
