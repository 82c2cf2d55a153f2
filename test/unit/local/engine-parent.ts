import { startEngine } from '#local/engine.ts';

// A process that starts an engine and then waits to be ended from outside.
const engine = await startEngine({});
console.log(engine.endpoint);
setInterval(() => undefined, 1_000);
