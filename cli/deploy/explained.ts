import { AccountRefused } from './account.ts';
import { adviceFor } from './advice.ts';
import { CommandFailed } from './cdk.ts';

/** Does it; where AWS or the CDK refuses, says what failed and what to do about it, with exit code 1. */
export const explained = async (act: () => Promise<void>): Promise<void> => {
  try {
    await act();
  } catch (fault) {
    if (!(fault instanceof AccountRefused || fault instanceof CommandFailed)) throw fault;
    console.error(`It failed. ${adviceFor(fault.message)}\n\nWhat was said:\n${fault.message.trim().slice(-4_000)}`);
    process.exitCode = 1;
  }
};
