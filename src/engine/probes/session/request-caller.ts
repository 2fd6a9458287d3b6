/** Which script made a request. */

type Stack = { callFrames: readonly { url: string }[]; parent?: Stack | undefined }
/** The script that made the call: the topmost one with an address, also across asynchronous steps. */
export const caller = (stack: Stack | undefined): string | null => {
  for (let at = stack, depth = 0; at && depth < 10; at = at.parent, depth++) {
    const found = at.callFrames.find((frame) => frame.url)
    if (found) return found.url
  }
  return null
}
