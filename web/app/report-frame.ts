import { element } from './element.ts';

/**
 * A report in a frame of its own. The sandbox allows it no script; `allow-same-origin` lets this page measure it,
 * `allow-modals` lets this page print it.
 */
export const reportFrame = (markup: string, title: string): HTMLIFrameElement => {
  const frame = element('iframe', { title, sandbox: 'allow-same-origin allow-modals', srcdoc: markup });
  frame.addEventListener('load', () => {
    const report = frame.contentDocument;
    if (report === null) return;
    const measure = () => {
      frame.style.height = `${report.body.offsetHeight}px`;
    };
    measure();
    new ResizeObserver(measure).observe(report.body);
    // A frame without an address of its own takes "#savings" for a part of this page: say whose part it is.
    for (const link of report.querySelectorAll('a[href^="#"]'))
      link.setAttribute('href', `about:srcdoc${link.getAttribute('href') ?? ''}`);
  });
  return frame;
};

export const printFrame = (frame: HTMLIFrameElement): void => {
  frame.contentWindow?.focus();
  frame.contentWindow?.print();
};

/**
 * The keys that print, Ctrl+P or Command+P, print the report and not the page around it, whichever of the two has the focus,
 * until the signal aborts.
 */
export const printByKeys = (frame: HTMLIFrameElement, signal: AbortSignal): void => {
  const pressed = (event: KeyboardEvent) => {
    if (!frame.isConnected || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    if (event.key.toLowerCase() !== 'p') return;
    event.preventDefault();
    printFrame(frame);
  };
  window.addEventListener('keydown', pressed, { signal });
  frame.addEventListener('load', () => frame.contentDocument?.addEventListener('keydown', pressed, { signal }));
};
