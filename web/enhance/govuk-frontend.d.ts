/** What the pages use of GOV.UK Frontend's script, which brings no types of its own. */
declare module 'govuk-frontend' {
  interface Component {
    readonly moduleName: string;
    new (element: Element): object;
  }
  export const Button: Component;
  export const ErrorSummary: Component;
  export const NotificationBanner: Component;
  export const Radios: Component;
  export const ServiceNavigation: Component;
  export const SkipLink: Component;
}
