/** The same in English: what a rule of axe-core means for a visitor, and the first repair. */
import type { barriersNl } from './nl.ts'

export const barriersEn: Record<keyof typeof barriersNl, readonly [means: string, repair: string]> = {
  'area-alt': [
    'A place in a picture that you can click has no name. A blind visitor does not hear where it leads.',
    'Give each `area` with a link an `alt` that says where it leads.',
  ],
  'aria-allowed-attr': [
    'A part says something of itself that does not suit it. Reading aloud may go wrong because of that.',
    'Take away the `aria-` attribute that this role may not have, or choose the role that it belongs to.',
  ],
  'aria-braille-equivalent': [
    'For who reads braille there is a text without an ordinary text beside it.',
    'Beside `aria-braillelabel` give an ordinary name, and beside the role in braille `aria-roledescription`.',
  ],
  'aria-command-name': [
    'A button, link or choice in a menu has no name. A blind visitor does not hear what it does.',
    'Put text in the button, link or choice, or give it an `aria-label` that says what happens.',
  ],
  'aria-conditional-attr': [
    'A part says something of itself that does not hold here. What is read aloud may differ from what is shown.',
    'Take away the `aria-` attribute that does not hold here. An ordinary tick box needs no `aria-checked`.',
  ],
  'aria-deprecated-role': [
    'A part uses an outdated sign of what it is. A program that reads aloud may not know it.',
    'Replace the outdated `role`, such as `directory`, by the one that holds now, such as `list`.',
  ],
  'aria-hidden-body': [
    'The whole page is hidden from who has it read aloud. A blind visitor hears nothing of it.',
    'Take `aria-hidden="true"` away from `body`.',
  ],
  'aria-hidden-focus': [
    'With the keyboard you get to a place that is skipped when the page is read aloud. A blind visitor hears nothing.',
    'Take away `aria-hidden`. Or put `disabled` or `tabindex="-1"` on all in it that can be operated.',
  ],
  'aria-input-field-name': [
    'A field to fill in has no name. A blind visitor does not hear what should be there.',
    'Give the field a name with `aria-labelledby` or `aria-label`, preferably the text beside it.',
  ],
  'aria-meter-name': [
    'A meter on the page has no name. A blind visitor hears a value and does not know of what.',
    'Give the element with `role="meter"` a name with `aria-label` or `aria-labelledby`.',
  ],
  'aria-progressbar-name': [
    'A bar that shows how far something is has no name. A blind visitor does not know what is going on.',
    'Give the element with `role="progressbar"` a name with `aria-label` or `aria-labelledby`.',
  ],
  'aria-prohibited-attr': [
    'A part has a name that cannot be there. A program that reads aloud may skip it.',
    'Put the text in the page itself, or give the element a role that may have a name.',
  ],
  'aria-required-attr': [
    'A part does not say what state it is in, such as on or off. A blind visitor does not hear that.',
    'Add the attribute that the role requires, such as `aria-checked` with `role="checkbox"`.',
  ],
  'aria-required-children': [
    'A list, menu or table lacks the parts that belong in it. A blind visitor does not hear how many there are.',
    'Put in the role the parts that belong there, such as `role="option"` in `role="listbox"`.',
  ],
  'aria-required-parent': [
    'A part of a list, menu or table stands apart from it. A blind visitor does not hear what it belongs to.',
    'Put the part in the role that it belongs to, such as `role="tab"` in `role="tablist"`.',
  ],
  'aria-roles': [
    'A part calls itself something that does not exist. A blind visitor may not hear what it is.',
    'Correct or remove the `role` that does not exist. Better choose an ordinary element, such as `button`.',
  ],
  'aria-tab-name': [
    'A tab has no name. A blind visitor does not hear what is on it.',
    'Put text in the element with `role="tab"`, or give it an `aria-label`.',
  ],
  'aria-toggle-field-name': [
    'A tick box, choice or switch has no name. A blind visitor does not hear what it is about.',
    'Put text in the choice, or give it a name with `aria-labelledby` or `aria-label`.',
  ],
  'aria-tooltip-name': [
    'A balloon with an explanation has no text for who has the page read aloud.',
    'Put the explanation as text in the element with `role="tooltip"`.',
  ],
  'aria-valid-attr-value': [
    'A part points to something that is not there, or says what cannot be. Reading aloud may go wrong because of that.',
    'Correct the value of the `aria-` attribute. Does it point to an `id`? See to it that this is on the page.',
  ],
  'aria-valid-attr': [
    'A part says something of itself that does not exist. A program that reads aloud skips it.',
    'Correct or remove the `aria-` attribute that does not exist. Often it is a typing error.',
  ],
  'autocomplete-valid': [
    'The browser does not know what belongs in this field. Who types with difficulty gets no help in filling it in.',
    'Put the right value in `autocomplete`, such as `name`, `email` or `tel`.',
  ],
  'avoid-inline-spacing': [
    'Who needs more room between letters, words or lines cannot set that here.',
    'Take away `!important` from `line-height`, `letter-spacing` and `word-spacing` in `style`.',
  ],
  blink: [
    'A text blinks. That distracts, and many people have trouble reading it.',
    'Replace `blink` by ordinary text.',
  ],
  'button-name': [
    'A button has no name. A blind visitor hears only “button” and does not know what it does.',
    'Put text in the button. Does it hold only a picture? Then give the button an `aria-label`.',
  ],
  'color-contrast': [
    'The colour of a text is too much like that of its background. Who sees less well has trouble reading it.',
    'Make the difference larger: at least 4.5 to 1. For large letters 3 to 1 is enough.',
  ],
  'definition-list': [
    'The structure of a list of explanations is wrong. A blind visitor does not hear which one belongs to what.',
    'Put only groups of `dt` and `dd` in `dl`, each in a `div` where needed.',
  ],
  dlitem: [
    'A word or its explanation stands outside its list. A blind visitor does not hear that they belong together.',
    'Put each `dt` and `dd` in a `dl`.',
  ],
  'document-title': [
    'The page has no title. Who has it read aloud or has many tabs open does not know which page this is.',
    'Put a `title` in `head` that says what this page is about.',
  ],
  'duplicate-id-aria': [
    'Two parts use the same sign to be known by. A blind visitor may hear the name of another field.',
    'Give each element an `id` of its own. Then bring `for` and `aria-labelledby` in line.',
  ],
  'frame-focusable-content': [
    'A part that is put into the page cannot be reached with the keyboard.',
    'Take `tabindex="-1"` away from the `iframe`.',
  ],
  'frame-title-unique': [
    'Parts that are put into the page have the same name. A blind visitor cannot tell them apart.',
    'Give each `iframe` a `title` of its own that says what is in it.',
  ],
  'frame-title': [
    'A part that is put in, such as a map or video, has no name. A blind visitor does not know what is there.',
    'Give the `iframe` a `title` that says what is in it, such as “Map with our shop”.',
  ],
  'html-has-lang': [
    'The page does not say in which language its text is. It may then be read aloud with a wrong pronunciation.',
    'Put the language on `html`, such as `<html lang="nl">`.',
  ],
  'html-lang-valid': [
    'The language of the page is written down wrongly. It may then be read aloud with a wrong pronunciation.',
    'Put an existing code of a language on `html`, such as `lang="nl"`.',
  ],
  'html-xml-lang-mismatch': [
    'The page names two different languages. It may then be read aloud with a wrong pronunciation.',
    'Make `lang` and `xml:lang` on `html` the same, or take `xml:lang` away.',
  ],
  'image-alt': [
    'An image has no text. A blind visitor does not hear what it shows.',
    'Give each `img` an `alt` that says what it shows. Is it decoration only? Then put `alt=""`.',
  ],
  'input-button-name': [
    'A button of a form has no name. A blind visitor does not know what it does.',
    'Give the button a `value` that says what happens, such as “Send”.',
  ],
  'input-image-alt': [
    'A button that is a picture has no text. A blind visitor does not know what it does.',
    'Give `input type="image"` an `alt` that says what happens, such as “Search”.',
  ],
  'label-content-name-mismatch': [
    'The text that you see is not the name that the computer knows. Who operates by voice cannot go on then.',
    'Repeat the visible text in `aria-label`, or take `aria-label` away.',
  ],
  label: [
    'A field to fill in has no name. A blind visitor does not hear what should be there.',
    'Connect a `label` with the field, with `for` and `id`.',
  ],
  'link-in-text-block': [
    'A link in a text shows only by its colour. Who sees colours badly misses it.',
    'Underline links in running text.',
  ],
  'link-name': [
    'A link has no text. A blind visitor does not hear where it leads.',
    'Put text in the link. Or give the picture in the link an `alt` that says where it leads.',
  ],
  list: [
    'The structure of a list is wrong. A blind visitor does not hear how many items there are.',
    'Put only `li` in `ul` and `ol`. Put everything else inside those `li`.',
  ],
  listitem: [
    'An item of a list stands outside its list. A blind visitor does not hear what it belongs to.',
    'Put each `li` in a `ul` or `ol`.',
  ],
  marquee: [
    'A text moves past by itself. Many people cannot read it in time.',
    'Replace `marquee` by text that stands still.',
  ],
  'meta-refresh': [
    'After a time the page loads again or goes on by itself. Who reads slowly loses the text.',
    'Take away `meta http-equiv="refresh"`. Send visitors on at once, from the server.',
  ],
  'meta-viewport': [
    'Who wants to read larger on a phone may not be able to enlarge the page.',
    'Take `user-scalable=no` and `maximum-scale` out of `meta name="viewport"`.',
  ],
  'nested-interactive': [
    'Inside a button or link there is another one. Who has the page read aloud may not find it.',
    'Take the button or link out of the other one, and put them side by side.',
  ],
  'object-alt': [
    'A file that is put into the page has no text. A blind visitor does not know what is there.',
    'Give `object` a name with `aria-label` or `title` that says what is in it.',
  ],
  'role-img-alt': [
    'A graphic has no text. A blind visitor does not hear what it shows.',
    'Give the element with `role="img"` an `aria-label` that says what it shows.',
  ],
  'scrollable-region-focusable': [
    'A piece of the page scrolls by itself. In some browsers the keyboard cannot do that.',
    'Put `tabindex="0"`, a role such as `region` and a name on the part that scrolls.',
  ],
  'select-name': [
    'A list to choose from has no name. A blind visitor does not hear what there is to choose.',
    'Connect a `label` with the `select`, with `for` and `id`.',
  ],
  'server-side-image-map': [
    'A picture to click on works only with a mouse. Who uses no mouse cannot go on.',
    'Replace `ismap` by ordinary links, or by a `usemap` with an `area` for each place.',
  ],
  'summary-name': [
    'Something that can unfold has no name. A blind visitor does not know what is behind it.',
    'Put text in `summary` that says what will open.',
  ],
  'svg-img-alt': [
    'A drawing has no text. A blind visitor does not hear what it shows.',
    'Give the `svg` an `aria-label`, or put a `title` in it that says what it shows.',
  ],
  'target-size': [
    'A button or link is small and close to another. Who has a trembling hand often hits the wrong one.',
    'Make what can be clicked at least 24 by 24 pixels, or put more room around it.',
  ],
  'td-headers-attr': [
    'In a table a cell points to a wrong heading. A blind visitor does not hear what the value means.',
    'Let `headers` point only to the `id` of a `th` in the same table.',
  ],
  'th-has-data-cells': [
    'A table has a heading without any cells to it. A blind visitor gets a wrong picture.',
    'Use `th` only for a heading that has cells, and put `scope` on it.',
  ],
  'valid-lang': [
    'Of a piece of text the language is written down wrongly. It may then be read aloud with a wrong pronunciation.',
    'Put an existing code of a language in `lang`, such as `lang="en"`.',
  ],
}
