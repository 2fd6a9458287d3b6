/** Which kind of badge, beside a word: two shapes that differ in black and white too. */
import type { BadgeKind } from '../../vocabulary/badge.ts'

export function BadgeMark({ kind, words }: { kind: BadgeKind; words: string }) {
  return (
    <span className={`ld-badgemark ld-badgemark--${kind}`}>
      <svg viewBox="0 0 16 16" width="20" height="20" aria-hidden="true" focusable="false">
        {kind === 'signed' ? (
          <path
            d="M3 1.5h7l3 3v10H3zM10 1.5v3h3M5 12c1.5-4 3-4 2.4-1-.4 2 1.3 1 2-.8.3 1.6 1.2 1.6 1.8.6"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.3"
            strokeLinejoin="round"
            strokeLinecap="round"
          />
        ) : (
          <>
            <circle cx="8" cy="8" r="7.4" fill="currentColor" />
            <path
              d="M4.4 8.3l2.4 2.4 4.8-5"
              fill="none"
              className="ld-badgemark__tick"
              strokeWidth="1.9"
              strokeLinecap="round"
            />
          </>
        )}
      </svg>
      {words}
    </span>
  )
}
