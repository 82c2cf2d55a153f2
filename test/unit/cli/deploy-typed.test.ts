import { describe, expect, it } from 'vitest';
import { typedOf } from '../../../cli/deploy/typed.ts';

const read = (words: readonly string[], environment: Readonly<Record<string, string>> = {}) => {
  const printed: string[] = [];
  return { typed: typedOf(words, environment, (line) => void printed.push(line)), printed };
};

describe('the command of a deployment', () => {
  it('is of the stage live unless another is named, and takes --accept as often as it is said', () => {
    const words = ['--council', 'kent', '--accept', 'issuer', '--accept', 'claims', '--admin', 'a@kent.gov.uk'];
    expect(read(words).typed).toMatchObject({
      council: 'kent',
      stage: 'live',
      accepted: ['issuer', 'claims'],
      admin: { email: 'a@kent.gov.uk' },
    });
  });

  it('may show what taking down would do without being sure', () => {
    expect(read(['--council', 'kent', '--down', '--dry-run']).typed).toMatchObject({ isDown: true, isDryRun: true });
  });

  it('explains itself', () => {
    const { typed, printed } = read(['--help']);
    expect(typed).toBeUndefined();
    expect(printed.join('\n')).toContain('Usage: npm run deploy -- --council <name>');
  });

  it.each([
    ['an address that is none', ['--admin', 'kent'], '--admin "kent" is no e-mail address'],
    ['a name of nobody', ['--name', 'Ada'], 'say --admin <e-mail> as well'],
    ['an empty name', ['--admin', 'a@kent.gov.uk', '--name', ' '], '--name is empty'],
    ['a change that there is not', ['--accept', 'everything'], 'say one of issuer, sign-in-address, claims, table'],
    ['two ways at once', ['--down', '--yes', '--to', 'v0.3.0'], 'do not go together'],
    ['no second thought', ['--down'], '--dry-run to see first'],
  ])('with %s is refused in a sentence', (_what, words, sentence) => {
    expect(() => read(['--council', 'kent', ...words])).toThrow(sentence);
  });

  it.each([
    ['--council', 'Kent'],
    ['--stage', 'test 2'],
  ])('%s "%s" is refused as no name of a file of choices', (flag, name) => {
    expect(() => read(['--council', 'kent', flag, name])).toThrow(`${flag} "${name}" is written in small letters`);
  });

  it('without the -- that npm needs says what to type', () => {
    expect(() => read([], { npm_config_council: 'kent' })).toThrow('a lone -- goes before them');
    // npm takes a flag that it does not know for one without a value, which it hands on.
    expect(() => read(['kent'], { npm_config_council: 'true', npm_config_dry_run: 'true' })).toThrow(
      'a lone -- goes before them',
    );
    expect(() => read([], { npm_config_yes: 'true' })).toThrow('Say whose tracker it is');
  });
});
