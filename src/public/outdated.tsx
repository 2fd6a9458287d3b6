/** Says that figures below are of the day of their publication, where some of it was measured too long ago. */
import { Notice, Text } from '../web/parts.tsx'
import type { View } from '../web/view.ts'

/** `old`: of how many addresses; nothing where it is none. */
export const Outdated = ({ view: { m }, old, all }: { view: View; old: number; all: number }) =>
  old === 0 ? null : (
    <Notice title={m.outdated.title}>
      <Text>{m.outdated.text(old, all)}</Text>
    </Notice>
  )
