/** An address as people read it. */

/* oxlint-enable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role */

/**
 * An address of a website, page or mail domain. It breaks after a dot or a slash, not before a last “nl” or “com”, and
 * never within a name, unless that name alone is wider than the line; copied, it is the address and nothing else.
 * “www.” stands alone only when the name behind it would not be whole otherwise.
 */
export function Address({ children }: { children: string }) {
  return (
    <span className="ld-address">
      {children.split(/(?<=[./?&=@])(?<!\/\/|^www\.|\/www\.)(?=[^./?&=])(?![a-z]{2,3}$)/).map((part, index) => (
        <span key={`${index}`}>
          {part.split(/(?<=^www\.|\/www\.)/).flatMap((piece, at) => (at === 0 ? [piece] : [<wbr key="www" />, piece]))}
        </span>
      ))}
    </span>
  )
}
