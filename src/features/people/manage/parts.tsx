/** What the pages about people share. */
import { ROLE_NAMES, ROLES } from '../../../vocabulary/roles.ts'
import { Choice, type Problems } from '../../../web/desk/form.tsx'

export const crumbs = [{ name: 'Beheer', to: '/balie/beheer' }]

/** Choosing roles. */
export const roleChoice = (value: readonly string[], problems: Problems) => (
  <Choice
    name="rollen"
    label="Rollen"
    several
    value={value}
    problems={problems}
    options={ROLES.map((role) => ({ value: role, label: ROLE_NAMES[role] }))}
  />
)
