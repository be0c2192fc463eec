/**
 * Copies a text, also where the page came without TLS, and browsers have no clipboard for it.
 *
 * @param within where a field can be put for a moment: inside of what is focused, for around a dialog nothing can be selected
 * @returns whether it is copied
 */
export async function copy(text: string, within: ShadowRoot): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text, within);
  }
}

function copySelected(text: string, within: ShadowRoot): boolean {
  const focused = within.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'visually-hidden';
  field.setAttribute('aria-hidden', 'true');
  within.append(field);
  try {
    // Not every browser gives the focus to what is selected, and nothing should be scrolled for it.
    field.focus({ preventScroll: true });
    field.select();
    return document.execCommand('copy');
  } finally {
    field.remove();
    (focused as HTMLElement | null)?.focus({ preventScroll: true });
  }
}
