/**
 * Puts a button under a sentence that is meant to be passed on. Without script the sentence is still there to select.
 */

for (const sentence of document.querySelectorAll<HTMLElement>('[data-copy]')) {
  const button = document.createElement('button')
  const said = document.createElement('span')
  button.type = 'button'
  button.className = 'nl-button nl-button--secondary ld-copy__button'
  button.textContent = sentence.dataset['copy'] ?? ''
  said.setAttribute('role', 'status')
  said.className = 'ld-small'
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(sentence.textContent ?? '')
      said.textContent = sentence.dataset['copied'] ?? ''
    } catch {
      // No permission: select the sentence, so that one key copies it.
      getSelection()?.selectAllChildren(sentence)
    }
  })
  sentence.after(button, said)
}
