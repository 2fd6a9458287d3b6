/** On the page of an entry: it ought to be gone, and nothing shows that it is. */
import type { Entry, Register } from '../../model/register.ts'
import { day } from '../../web/language.ts'
import { Notice, Text } from '../../web/parts.tsx'
import { unproved } from './rules.ts'

export function RemovalNotice({ register, entry, today }: { register: Register; entry: Entry; today: string }) {
  const lacking = unproved(register, entry.values, today)
  if (!lacking) return null
  const { field, on, proof } = lacking
  // Of what was erased nobody can make a photograph.
  const placed = register.fields.some(({ role }) => role === 'place')
  return (
    <Notice title={`“${proof.label}” ontbreekt`}>
      <Text>
        {field.label}: {day('nl', on)}. Die datum is voorbij. Voeg het bewijs toe
        {placed ? ', zoals een foto van de plek' : ''}. {placed ? 'Is het er nog?' : 'Klopt de datum niet?'} Pas{' '}
        {placed ? 'dan de datum' : 'die dan'} aan.
      </Text>
    </Notice>
  )
}
