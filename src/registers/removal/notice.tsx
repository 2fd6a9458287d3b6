/** On the page of an entry: it ought to be gone, and nothing shows that it is. */
import type { Entry, Register } from '../../model/register.ts'
import { day } from '../../web/language.ts'
import { Notice, Text } from '../../web/parts.tsx'
import { unproved } from './rules.ts'

export function RemovalNotice({ register, entry, today }: { register: Register; entry: Entry; today: string }) {
  const lacking = unproved(register, entry.values, today)
  if (!lacking) return null
  const { field, on, proof } = lacking
  return (
    <Notice title={`“${proof.label}” ontbreekt`}>
      <Text>
        {field.label}: {day('nl', on)}. Die datum is voorbij. Voeg het bewijs toe, zoals een foto van de plek. Is het er
        nog? Pas dan de datum aan.
      </Text>
    </Notice>
  )
}
