export * from '../test/support/forwarding-proxy.ts';
