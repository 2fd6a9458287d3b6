/** The fingerprint that a page gives of a file of another. */

/**
 * Whether a browser refuses the file once it changed, by its `integrity` (W3C Subresource Integrity). Browsers ignore
 * what they do not know, so only a known algorithm protects.
 */
export function hasFingerprint(integrity: string | null): boolean {
  return (integrity ?? '')
    .slice(0, 2_000)
    .split(/\s+/)
    .some((each) => /^sha(?:256|384|512)-[\w+/=-]{40,}/.test(each))
}
