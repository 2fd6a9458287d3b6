/**
 * Computes the fingerprint of a file in the browser, so that the file itself goes nowhere: only its hash is asked
 * about. A file may be chosen or dropped anywhere on the page. Without script, or where the browser cannot compute it,
 * the form sends the file.
 */

const form = document.querySelector<HTMLFormElement>('form[data-check]')
const file = form?.querySelector<HTMLInputElement>('input[type=file]')

if (form && file && globalThis.isSecureContext) {
  form.addEventListener('submit', (event) => {
    const [chosen] = file.files ?? []
    if (!chosen) return
    event.preventDefault()
    // Nothing to compute of: said at the field, as it is without script.
    const { empty, large, most } = form.dataset
    const no = chosen.size === 0 ? empty : chosen.size > Number(most) ? large : undefined
    if (no !== undefined) {
      file.setCustomValidity(no)
      file.reportValidity()
      return
    }
    void chosen
      .arrayBuffer()
      .then((bytes) => crypto.subtle.digest('SHA-256', bytes))
      .then((digest) => {
        const text = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
        location.assign(`${form.action}?vingerafdruk=${text}`)
      })
      // What cannot be read here is not sent unasked: it is said at the field.
      .catch(() => {
        file.setCustomValidity(form.dataset['check'] ?? '')
        file.reportValidity()
      })
  })
  file.addEventListener('change', () => file.setCustomValidity(''))
  // Beside the field the browser would open the file in place of this page.
  document.addEventListener('dragover', (event) => event.preventDefault())
  document.addEventListener('drop', (event) => {
    event.preventDefault()
    const dropped = event.dataTransfer?.files
    if (dropped === undefined || dropped.length !== 1) return
    file.files = dropped
    form.requestSubmit()
  })
}
