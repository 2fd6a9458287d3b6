/** What every page of streets works with: the questions of a round, and what is known of it, read at one time. */
import { questionnaireFor } from '../../catalogue/questionnaires.ts'
import type { Tx } from '../../db/as.ts'
import { keptVersions } from '../../db/form-versions.ts'
import type { Catalogue } from '../../model/norm.ts'
import type { Answers, Questionnaire } from '../../model/questionnaire.ts'
import { choicesOf, inspectionsOf, photosOf, standing, type Inspection, type Standing } from './inspections-store.ts'
import { lettersOf, outcomesOf, type Letter, type Outcome } from './outcomes-store.ts'
import { compared, type Compared } from './rules.ts'
import { peopleNamed, premisesOfRound, roundById, type Round } from './rounds-store.ts'
import { streetById } from './store.ts'

export type StreetDeps = {
  readonly key: Buffer
  readonly catalogue: Catalogue
  readonly questionnaires: readonly Questionnaire[]
  /** Makes a photo anew, without anything but the picture; or a Dutch sentence why it is not taken. */
  readonly remake: (bytes: Uint8Array) => Promise<Remade>
}
export type Remade =
  | { readonly bytes: Uint8Array; readonly width: number; readonly height: number }
  | { readonly problem: string }

/** The questions that a new round asks. Throws when no questionnaire is there for it: the data says what is asked. */
export function questionsNow({ questionnaires }: Pick<StreetDeps, 'questionnaires'>): Questionnaire {
  const found = questionnaireFor(questionnaires, 'inspection', 'premises')
  if (!found) throw new Error('there is no questionnaire for an inspection of premises')
  return found
}

/** The questions of a round, in the version with which it was planned. */
export async function questionsOf(tx: Tx, deps: StreetDeps, round: Pick<Round, 'questions'>): Promise<Questionnaire> {
  const now = questionsNow(deps)
  if (now.version === round.questions) return now
  return (await keptVersions(tx, now.id)).get(round.questions) ?? now
}

export type Place = Awaited<ReturnType<typeof premisesOfRound>>[number]
export type Walk = {
  readonly premises: Place
  /** Of each inspector, in the order of the round. */
  readonly seen: readonly [Standing, Standing]
  /** Question by question, once both are in and nobody must choose first. */
  readonly compared: readonly Compared[] | undefined
  readonly outcome: Outcome | undefined
  readonly letter: Letter | undefined
}
export type Whole = {
  readonly street: { readonly id: string; readonly name: string; readonly slug: string }
  readonly round: Round
  readonly questions: Questionnaire
  readonly inspectors: readonly [Named, Named]
  readonly walks: readonly Walk[]
  readonly inspections: readonly Inspection[]
}
export type Named = { readonly id: string; readonly name: string; readonly function: string }

const GONE = { name: 'een oud-medewerker', function: '' }

/** A round with all that is known of it; undefined when it is not there, or not in this street. */
export async function wholeRound(
  tx: Tx,
  municipality: string,
  deps: StreetDeps,
  at: { readonly street: string; readonly round: string },
): Promise<Whole | undefined> {
  const round = await roundById(tx, municipality, at.round)
  const street = await streetById(tx, municipality, at.street)
  if (!round || !street || round.street !== street.id) return undefined
  const inspections = await inspectionsOf(tx, municipality, round.id)
  const ids = [...new Set(inspections.map(({ id }) => id))]
  const [questions, choices, outcomes, letters, people, premises] = [
    await questionsOf(tx, deps, round),
    await choicesOf(tx, municipality, ids),
    await outcomesOf(tx, municipality, round.id),
    await lettersOf(tx, municipality, round.id),
    await peopleNamed(tx, municipality, [round.one, round.other]),
    await premisesOfRound(tx, municipality, round.id),
  ]
  const named = (id: string): Named => ({ id, ...(people.get(id) ?? GONE) })
  const walks = premises.map((each): Walk => {
    const of = (inspector: string) =>
      standing(
        inspections.filter((one) => one.premises === each.id && one.inspector === inspector),
        choices,
      )
    const seen = [of(round.one), of(round.other)] as const
    const [one, other] = seen.map(({ counts }) => counts)
    return {
      premises: each,
      seen,
      compared: one && other ? compared(questions, one.answers, other.answers) : undefined,
      outcome: outcomes.get(each.id),
      letter: letters.get(each.id),
    }
  })
  return { street, round, questions, inspectors: [named(round.one), named(round.other)], walks, inspections }
}

/** The photos of one premises, of what counts. */
export const photosOfWalk = (tx: Tx, municipality: string, { seen }: Pick<Walk, 'seen'>) =>
  photosOf(
    tx,
    municipality,
    seen.flatMap(({ newest }) => newest.map(({ id }) => id)),
  )

/** How an answer reads. */
export const labelOf = (questions: Questionnaire, question: string, answer: string | undefined): string =>
  questions.questions.find(({ id }) => id === question)?.options.find(({ id }) => id === answer)?.label ??
  'niet ingevuld'

/** Answers as they are kept, from what was chosen; a question that was left is not in it. */
export const answersFrom = (chosen: Readonly<Record<string, string>>): Answers =>
  Object.fromEntries(
    Object.entries(chosen)
      .filter(([, value]) => value !== '')
      .map(([id, value]) => [id, { value, reason: '' }]),
  )

/** The list of streets at the desk. */
export const STREETS = '/balie/straten'
/** The path of one street. */
export const streetPath = (street: string): string => `${STREETS}/${street}`
/** The path of one round at the desk. */
export const roundPath = (street: string, round: string): string => `${STREETS}/${street}/rondes/${round}`
/** The path of one premises of a round at the desk. */
export const walkPath = (street: string, round: string, premises: string): string =>
  `${roundPath(street, round)}/panden/${premises}`
/** The path of a round on a phone. */
export const phonePath = (round: string): string => `/balie/schouw/${round}`
