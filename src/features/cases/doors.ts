/**
 * What the routes of a case share: the case is loaded, and a step is tried against the rules at the moment of the act.
 */
import type { Tx } from '../../db/as.ts'
import type { CaseKind } from '../../vocabulary/case.ts'
import type { Catalogue } from '../../model/norm.ts'
import type { Questionnaire } from '../../model/questionnaire.ts'
import type { Register } from '../../model/register.ts'
import { adviceOf } from '../../scoring/declared.ts'
import type { Problems } from '../../web/desk/form.tsx'
import { type Asked, type Making, notYet, forbidden, missing, type Reply } from '../../web/desk/route.ts'
import { text, thatIs } from '../../web/desk/schema.ts'
import { type Possible, stepsFor } from './rules/may.ts'
import { inWords } from './rules/reason.ts'
import type { Doing } from './store/ask.ts'
import { loadCase } from './store/case.ts'
import type { Case } from './store/rows.ts'

export type CaseDeps = {
  readonly questionnaires: readonly Questionnaire[]
  readonly catalogue: Catalogue
  readonly registers: readonly Register[]
}
export type CaseDoors = ReturnType<typeof caseDoors>
/** What every route of a case begins with, and what it may need. */
export function caseDoors({ questionnaires, catalogue, registers }: CaseDeps) {
  const advice = adviceOf(catalogue)
  const questionnaireFor = (purpose: Questionnaire['purpose'], kind: CaseKind) =>
    questionnaires.find((each) => each.purpose === purpose && each.about.includes(kind))
  const outcomesOf = (kind: CaseKind) => questionnaireFor('full-test', kind)?.outcomes ?? []

  const fileOf = ({ tx, municipality, params, today }: Making<Tx>): Promise<Case | undefined> =>
    loadCase(tx, municipality.id, params['case']!, today, advice)
  const onCase =
    (then: (asked: Asked<Tx>, file: Case, doing: Doing) => Promise<Reply>) =>
    async (asked: Asked<Tx>): Promise<Reply> => {
      const { tx, municipality, who, today, origin } = asked
      const file = await fileOf(asked)
      return file ? then(asked, file, { tx, municipality: municipality.id, who, today, origin }) : missing
    }
  /** Only when the rules let this person take this step now; else why not. */
  const stepping = (
    id: string | undefined,
    then: (asked: Asked<Tx>, file: Case, doing: Doing, possible: Possible) => Promise<Reply>,
  ) =>
    onCase(async (asked, file, doing) => {
      const possible = stepsFor(file.facts, asked.who).find(({ step }) => step.id === (id ?? asked.params['step']))
      if (!possible) return forbidden('Deze stap is nu niet aan u, of de zaak is al verder.')
      return possible.blocked === undefined ? then(asked, file, doing, possible) : notYet(possible.blocked)
    })
  return { fileOf, onCase, stepping, questionnaireFor, outcomesOf, catalogue, questionnaires, registers }
}

/** Why a step is taken: in a sentence, of a step that asks it. */
export const reasonField = ({ reason }: Possible) => ({
  reden: text(
    4_000,
    thatIs(
      (typed) => reason !== 'required' || inWords(typed),
      'Leg in een zin uit waarom. Uw reden komt in het dossier.',
    ),
  ),
})

/** Whether it is one of these words, and nothing that every object has. */
export const has = (words: Readonly<Record<string, unknown>>, word: string): boolean => Object.hasOwn(words, word)
/** Whether anything is not right. */
export const any = (problems: Problems): boolean => Object.keys(problems).length > 0
