/**
 * One answer on a line from not at all to fully: a dot for oneself, a notch for the group. The words beside it say the
 * same.
 */
const WIDTH = 240
const EDGE = 8
const at = (share: number): number => Math.round(EDGE + share * (WIDTH - 2 * EDGE))

/** `own` and `group`: 0 to 1; null where nothing is known. `label`: what it says, for who does not see it. */
export function DotLine({ own, group, label }: { own: number | null; group: number | null; label: string }) {
  return (
    <svg className="ld-dotline" viewBox={`0 0 ${WIDTH} 20`} role="img" aria-label={label}>
      <path className="ld-axis" d={`M${EDGE} 10 H${WIDTH - EDGE}`} />
      {[0, 0.5, 1].map((tick) => (
        <path key={tick} className="ld-tick" d={`M${at(tick)} 6 V14`} />
      ))}
      {group === null ? null : <path className="ld-dotline__group" d={`M${at(group)} 1 V19`} strokeWidth="3" />}
      {own === null ? null : <circle className="ld-dot" cx={at(own)} cy="10" r="6" />}
    </svg>
  )
}
