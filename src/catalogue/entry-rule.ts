/** What a norm asks of the entries of a register, as policy officers write it: `register` at a criterion. */
import { z } from 'zod'
import type { EntryRule, FieldTest } from '../model/norm.ts'
import type { Field, Register } from '../model/register.ts'
import { CONDITIONS, HOLDS, ONCE_LINKED, OTHERWISE } from '../vocabulary/register.ts'
import { purposeOf } from './register-file.ts'
import { registerFor } from './registers.ts'
import { oneOf, text } from './words.ts'

/** Exactly one of the two, or it is not said what is asked. */
const asked = <T extends { readonly houdt?: string | undefined; readonly is?: readonly string[] | undefined }>({
  houdt,
  is,
}: T): boolean => (houdt === undefined) !== (is === undefined)
const ASKED = { error: 'verwacht precies één van: houdt, is' }
/** One field, or several that must each be so. */
const fields = z.union([text, z.array(text).min(2, 'noem één veld zonder haken, of minstens twee velden')], {
  error: 'verwacht de naam van een veld, of een lijst van namen',
})
const answers = z.array(text).min(1, 'noem minstens één antwoord').optional()

/** When a rule is for an entry at all. */
const Only = z.strictObject({ veld: fields, houdt: oneOf(CONDITIONS).optional(), is: answers }).refine(asked, ASKED)

const Rule = z
  .strictObject({
    doel: text,
    veld: fields,
    houdt: oneOf(HOLDS).optional(),
    is: answers,
    anders: oneOf(OTHERWISE).default('voldoet-niet'),
    beeindigd: oneOf(ONCE_LINKED).optional(),
    als: z
      .unknown()
      .transform((given) => [given].flat())
      .pipe(z.array(Only).min(1, 'noem minstens één voorwaarde'))
      .optional(),
  })
  .refine(asked, ASKED)
type RuleFile = z.infer<typeof Rule>

/** One rule or a list of them; each with its place below `register`, for who tells what is wrong in it. */
export const EntryRules = z.unknown().transform((given, context) => {
  const all = Array.isArray(given) ? given : [given]
  if (all.length === 0) context.addIssue({ code: 'custom', message: 'noem minstens één regel' })
  return all.flatMap((each: unknown, index) => {
    const at = Array.isArray(given) ? [index] : []
    const read = Rule.safeParse(each)
    for (const issue of read.error?.issues ?? [])
      context.issues.push({ ...issue, path: [...at, ...issue.path], input: each } as (typeof context.issues)[number])
    return read.success ? [{ at: at as readonly PropertyKey[], rule: read.data }] : []
  })
})

type TestFile = Pick<RuleFile, 'veld' | 'is'> & { readonly houdt?: string | undefined }

const testOf = ({ veld, houdt, is }: TestFile): FieldTest => {
  const [field, ...also] = [veld].flat() as [string, ...string[]]
  const of = { field, ...(also.length === 0 ? {} : { also }) }
  return is === undefined ? { ...of, holds: CONDITIONS[houdt as keyof typeof CONDITIONS] } : { ...of, is }
}

/** A rule from its file. */
export const entryRuleOf = (file: RuleFile): EntryRule => ({
  purpose: purposeOf(file.doel),
  test: testOf(file),
  otherwise: OTHERWISE[file.anders as keyof typeof OTHERWISE],
  ...(file.beeindigd === undefined ? {} : { ended: ONCE_LINKED[file.beeindigd as keyof typeof ONCE_LINKED] }),
  when: (file.als ?? []).map(testOf),
})

type Problem = { readonly at: readonly PropertyKey[]; readonly text: string }

/**
 * What does not fit the registers that there are: a register, a field or an answer that does not exist, a test that its
 * field cannot pass, a criterion that is not about what the register lists. `subjects`: of the criterion, as the file
 * says them; `known`: all there are.
 */
export function entryProblems(
  rules: z.infer<typeof EntryRules>,
  registers: readonly Register[],
  subjects: readonly string[],
  known: Readonly<Record<string, unknown>>,
): Problem[] {
  return rules.flatMap(({ at, rule }) => {
    const register = registerFor(registers, purposeOf(rule.doel))
    if (!register) return [{ at: [...at, 'doel'], text: `er is geen register met doel ${rule.doel}` }]
    const { subject } = register
    return [
      ...(subject !== undefined && Object.hasOwn(known, subject) && !subjects.includes(subject)
        ? [{ at, text: `register ${register.id} gaat over ${subject}: zet dat bij voor` }]
        : []),
      ...endedProblems(register, rule),
      ...testProblems(register, rule).map((each) => ({ ...each, at: [...at, ...each.at] })),
      ...(rule.als ?? []).flatMap((only, index) =>
        testProblems(register, only).map((each) => ({ ...each, at: [...at, 'als', index, ...each.at] })),
      ),
    ]
  })
}

/** Only what a field leads to can end. */
const endedProblems = ({ fields: all }: Register, { veld, beeindigd }: RuleFile): Problem[] =>
  beeindigd === undefined || [veld].flat().some((each) => all.some((field) => field.id === each && leads(field)))
    ? []
    : [{ at: ['beeindigd'], text: `beeindigd past niet bij ${[veld].flat().join(', ')}: ${WHY['gekoppeld']}` }]

const testProblems = (register: Register, test: TestFile): Problem[] =>
  [test.veld].flat().flatMap((veld, index) =>
    fieldProblems(register, veld, test).map(({ at, ...told }) => ({
      ...told,
      at: at[0] === 'veld' && Array.isArray(test.veld) ? ['veld', index] : at,
    })),
  )

function fieldProblems(register: Register, veld: string, { houdt, is }: TestFile): Problem[] {
  const field = register.fields.find(({ id }) => id === veld)
  if (!field) {
    const there = register.fields.map(({ id }) => id).join(', ')
    return [{ at: ['veld'], text: `register ${register.id} heeft geen veld ${veld}; verwacht een van: ${there}` }]
  }
  if (is === undefined)
    return fits(field, houdt!) ? [] : [{ at: ['houdt'], text: `${houdt} past niet bij ${veld}: ${WHY[houdt!]}` }]
  const there = answersOf(field)
  if (there === undefined)
    return [{ at: ['is'], text: `veld ${veld} heeft geen vaste antwoorden: is kan bij een keuze, meerkeuze of ja-nee` }]
  return is.flatMap((answer, index) =>
    there.includes(answer)
      ? []
      : [
          {
            at: ['is', index],
            text: `veld ${veld} heeft geen antwoord ${answer}; verwacht een van: ${there.join(', ')}`,
          },
        ],
  )
}

const WHY: Readonly<Record<string, string>> = {
  gekoppeld: 'dat kan bij een verwijzing of een bestand',
  'niet-verlopen': 'dat kan bij een datum of een maand',
}
const leads = ({ kind }: Field): boolean => kind === 'link' || kind === 'file'
const fits = (field: Field, houdt: string): boolean =>
  houdt === 'gekoppeld'
    ? leads(field)
    : houdt === 'niet-verlopen'
      ? field.kind === 'date' || field.kind === 'month'
      : true

const answersOf = ({ kind, options }: Field): readonly string[] | undefined =>
  kind === 'yes-no' ? ['ja', 'nee'] : kind === 'choice' || kind === 'choices' ? options.map(({ id }) => id) : undefined
