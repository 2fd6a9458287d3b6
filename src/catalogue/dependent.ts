/** Whether what a field of a register says of other answers can be: those fields and those answers must be there. */
import type { FieldFile, RegisterFile } from './register-file.ts'

type Problem = { readonly at: readonly PropertyKey[]; readonly text: string }

/** Answers that can be asked of a field, as the file writes them; undefined of what has no answers to choose from. */
const answersOf = ({ soort, opties = [] }: FieldFile): readonly string[] | undefined =>
  soort === 'ja-nee'
    ? ['ja', 'nee']
    : soort === 'keuze' || soort === 'meerkeuze'
      ? opties.map(({ id }) => id)
      : undefined

/** Everything that is wrong with `verplicht_als` and `niet_openbaar_als` in this file. */
export function dependentMistakes({ velden, openbaar }: RegisterFile): readonly Problem[] {
  const problems: Problem[] = []
  const tell = (at: readonly PropertyKey[], text: string) => problems.push({ at, text })
  const look = (at: readonly PropertyKey[], field: FieldFile, is: readonly string[] | 'ingevuld') => {
    if (is === 'ingevuld') return
    const answers = answersOf(field)
    if (answers === undefined) return void tell([...at, 'is'], `${field.id} heeft geen antwoorden om uit te kiezen`)
    for (const each of is)
      if (!answers.includes(each))
        tell([...at, 'is'], `${field.id} kent geen antwoord ${each}; wel: ${answers.join(', ')}`)
  }
  velden.forEach((field, index) => {
    const whenAt = (
      at: readonly PropertyKey[],
      { veld, is }: { readonly veld: string; readonly is: readonly string[] | 'ingevuld' },
    ) => {
      const other = velden.find(({ id }) => id === veld)
      if (!other) tell([...at, 'veld'], `veld ${veld} bestaat niet`)
      else if (other === field) tell([...at, 'veld'], 'noem een ander veld')
      else look(at, other, is)
    }
    const { verplicht_als: asked, niet_openbaar_als: shut = [] } = field
    if (asked) {
      const at = ['velden', index, 'verplicht_als']
      whenAt(at, asked)
      if (field.verplicht === true || (field.verplicht === 'openbaarmaking' && asked.voor === 'openbaarmaking'))
        tell(at, 'dit is al verplicht, ook zonder dat antwoord')
      if (asked.voor === 'openbaarmaking' && openbaar === 'nooit') tell(at, 'dit register wordt nooit openbaar')
    }
    shut.forEach(({ is, als }, no) => {
      const at = ['velden', index, 'niet_openbaar_als', no]
      look(at, field, is)
      if (als) whenAt([...at, 'als'], als)
      if (openbaar === 'nooit') tell(at, 'dit register wordt nooit openbaar')
    })
  })
  return problems
}
