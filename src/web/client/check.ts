/**
 * Computes the fingerprint of a file in the browser, so that the file itself goes nowhere: only its hash is asked
 * about. Without script, or where the browser cannot compute it, the form sends the file.
 */

const form = document.querySelector<HTMLFormElement>('form[data-check]')
const file = form?.querySelector<HTMLInputElement>('input[type=file]')
const hash = form?.querySelector<HTMLInputElement>('input[name=vingerafdruk]')

if (form && file && hash && globalThis.isSecureContext)
  form.addEventListener('submit', (event) => {
    const [chosen] = file.files ?? []
    if (!chosen) return
    event.preventDefault()
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
