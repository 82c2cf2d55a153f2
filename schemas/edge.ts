/** The header by which CloudFront shows a function that a request came through it, and through its firewall. */
export const edgeHeader = 'x-from-edge';
