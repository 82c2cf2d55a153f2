/** Of the forms of a page the first that is meant, as a browser would send it. */
export const formIn = (body: string, isMeant: (form: string) => boolean): Record<string, string> => {
  const forms = body
    .split('<form')
    .slice(1)
    .map((one) => one.split('</form>')[0] ?? '');
  const form = forms.find(isMeant) ?? '';
  const plain = (text: string) =>
    text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&');
  const values: Record<string, string> = {};
  for (const [, name = '', value = ''] of form.matchAll(/<input[^>]* name="([^"]*)"[^>]* value="([^"]*)"/g))
    values[plain(name)] = plain(value);
  for (const [, name = '', options = ''] of form.matchAll(/<select[^>]* name="([^"]*)"[^>]*>(.*?)<\/select>/gs))
    values[plain(name)] = plain(/value="([^"]*)" selected/.exec(options)?.[1] ?? '');
  return values;
};

/** The form of a page that has a step. */
export const formOfStep = (body: string, step: string): Record<string, string> =>
  formIn(body, (form) => form.includes(`name="step" value="${step}"`));
