import type { Element } from 'domhandler';
import { DomUtils, parseDocument } from 'htmlparser2';
import type { Role } from '#schemas/people.ts';

/** A form as a browser would send it: where to, and what is in it. */
export interface WalkedForm {
  readonly method: 'GET' | 'POST';
  readonly action: string;
  readonly values: Readonly<Record<string, string>>;
  /** The names of what people fill in: of all but the hidden fields. */
  readonly asked: readonly string[];
}

/** A page as somebody without a browser has it. */
export interface Walked {
  readonly status: number;
  /** The address, without its origin, at which the walk ended. */
  readonly path: string;
  readonly title: string;
  /** The words of its main part. */
  readonly text: string;
  readonly markup: string;
  readonly forms: readonly WalkedForm[];
  /** The links of its main part. */
  readonly links: readonly { readonly words: string; readonly to: string }[];
}

export interface Sending {
  /** Sends to this origin: a door of the same tracker by another clock. */
  readonly through?: string;
  /** Closes the connection before the answer is there. */
  readonly impatient?: AbortSignal;
}

const isControl = ({ name, attribs }: Element): boolean =>
  ['input', 'textarea', 'select'].includes(name) && attribs.name !== undefined && attribs.disabled === undefined;

const valueHeld = (control: Element): string | undefined => {
  const { name, attribs } = control;
  if (name === 'textarea') return DomUtils.textContent(control).replace(/^\n/, '');
  if (name === 'select') {
    const options = DomUtils.getElementsByTagName('option', control);
    const chosen = options.find((one) => one.attribs.selected !== undefined) ?? options[0];
    return chosen === undefined ? undefined : (chosen.attribs.value ?? DomUtils.textContent(chosen));
  }
  const isChoice = attribs.type === 'radio' || attribs.type === 'checkbox';
  return isChoice && attribs.checked === undefined ? undefined : (attribs.value ?? '');
};

const formOf = (form: Element, here: string): WalkedForm => {
  const values: Record<string, string> = {};
  const controls = DomUtils.findAll(isControl, [form]);
  for (const control of controls) {
    const value = valueHeld(control);
    const { name = '' } = control.attribs;
    if (value !== undefined) values[name] = values[name] === undefined ? value : `${values[name]}\n${value}`;
  }
  const method = (form.attribs.method ?? 'get').toUpperCase() === 'POST' ? 'POST' : 'GET';
  const asked = controls.filter(({ attribs }) => attribs.type !== 'hidden').map(({ attribs }) => attribs.name ?? '');
  return { method, action: form.attribs.action ?? here, values, asked };
};

const wordsIn = (element: Element): string => DomUtils.textContent(element).replaceAll(/\s+/g, ' ').trim();

const walked = (status: number, url: URL, markup: string): Walked => {
  const document = parseDocument(markup);
  const [main] = DomUtils.getElementsByTagName('main', document);
  const [title] = DomUtils.getElementsByTagName('title', document);
  const path = `${url.pathname}${url.search}`;
  const inMain = main === undefined ? [] : DomUtils.getElementsByTagName('form', main);
  const linked = main === undefined ? [] : DomUtils.getElementsByTagName('a', main);
  return {
    ...{ status, path, markup },
    title: title === undefined ? '' : DomUtils.textContent(title),
    text: main === undefined ? '' : wordsIn(main),
    forms: inMain.map((one) => formOf(one, path)),
    links: linked.map((one) => ({ words: wordsIn(one), to: one.attribs.href ?? '' })),
  };
};

/** Several values of one name are lines here, and fields of their own in what is sent. */
const bodyOf = (values: Readonly<Record<string, string>>, several: (name: string) => boolean): URLSearchParams =>
  new URLSearchParams(
    Object.entries(values).flatMap(([name, value]) =>
      several(name) ? value.split('\n').map((one) => [name, one]) : [[name, value]],
    ),
  );

const mostRedirects = 10;

/** Somebody who uses the pages as a browser does, and is none: cookies are kept, redirects followed, forms read and sent. */
export class PageWalker {
  readonly #address: string;
  readonly #cookies = new Map<string, string>();

  /** @param address of the pages: `http://localhost:4600` */
  constructor(address: string) {
    this.#address = address;
  }

  open(path: string, sending: Sending = {}): Promise<Walked> {
    return this.#ask(new URL(path, sending.through ?? this.#address), undefined, sending);
  }

  /** Goes by the first link of a page's main part that has these words, or has them in it. */
  follow(page: Walked, words: string): Promise<Walked> {
    const link = page.links.find((one) => one.words === words) ?? page.links.find((one) => one.words.includes(words));
    if (link === undefined) throw new Error(`${page.path} has no link "${words}": ${page.text.slice(0, 300)}`);
    return this.open(link.to);
  }

  /** Sends the last form of a page's main part, with what is filled in besides; the first is that of a filter, where there are two. */
  send(page: Walked, filledIn: Readonly<Record<string, string>> = {}, sending: Sending = {}): Promise<Walked> {
    const form = page.forms.findLast(({ method }) => method === 'POST');
    if (form === undefined) throw new Error(`${page.path} has no form: ${page.text.slice(0, 300)}`);
    const values = { ...form.values, ...filledIn };
    const url = new URL(form.action, sending.through ?? this.#address);
    return this.#ask(
      url,
      bodyOf(values, (name) => name.endsWith('/fields')),
      sending,
    );
  }

  /** Sends the first form of a page's main part that takes a file. */
  sendFile(page: Walked, file: { readonly name: string; readonly bytes: Uint8Array }): Promise<Walked> {
    const form = page.forms.find(({ asked }) => asked.includes('file'));
    if (form === undefined) throw new Error(`${page.path} takes no file: ${page.text.slice(0, 300)}`);
    const body = new FormData();
    for (const [name, value] of Object.entries(form.values)) if (name !== 'file') body.append(name, value);
    body.append('file', new Blob([new Uint8Array(file.bytes)]), file.name);
    return this.#ask(new URL(form.action, this.#address), body, {});
  }

  /** The file at an address. */
  async download(path: string): Promise<Uint8Array> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(new URL(path, this.#address), { headers: { cookie }, redirect: 'manual' });
    if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`);
    return new Uint8Array(await answer.arrayBuffer());
  }

  /** By way of the issuer's own page. */
  async signIn(role: Role, name: string, to = '/pages', organisation?: string): Promise<Walked> {
    return this.signInAt(await this.open(`/pages/sign-in?to=${encodeURIComponent(to)}`), role, name, organisation);
  }

  /** Fills in the page of the issuer, to which somebody was led. */
  signInAt(atIssuer: Walked, role: Role, name: string, organisation?: string): Promise<Walked> {
    return this.send(atIssuer, { role, name, ...(organisation === undefined ? {} : { organisation }) });
  }

  /** By the button at the top of a page. */
  signOut({ markup }: Walked): Promise<Walked> {
    const [token = ''] = /(?<=name="_token" value=")[^"]+/.exec(markup) ?? [];
    return this.#ask(new URL('/pages/sign-out', this.#address), new URLSearchParams({ _token: token }), {});
  }

  async #ask(first: URL, form: URLSearchParams | FormData | undefined, { impatient }: Sending): Promise<Walked> {
    let url = first;
    let body = form;
    for (let hops = 0; hops < mostRedirects; hops += 1) {
      const answer = await fetch(url, {
        method: body === undefined ? 'GET' : 'POST',
        redirect: 'manual',
        headers: {
          accept: 'text/html',
          cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
          'sec-fetch-site': 'same-origin',
        },
        ...(body === undefined ? {} : { body }),
        ...(impatient === undefined ? {} : { signal: impatient }),
      });
      this.#keep(answer.headers.getSetCookie());
      const to = answer.headers.get('location');
      if (to === null || answer.status < 300 || answer.status > 399)
        return walked(answer.status, url, await answer.text());
      // What was opened by another clock is led back by the clock of everybody.
      url = new URL(to, this.#address);
      body = undefined;
    }
    throw new Error(`${first.href} leads in a circle`);
  }

  #keep(cookies: readonly string[]): void {
    for (const cookie of cookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '') this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
  }
}
