import { defineRules } from '#domain/registers/define-rules.ts';
import { paper } from './record.ts';

const isAddress = (address: string): boolean => {
  const read = URL.parse(address);
  return read !== null && read.protocol === 'https:' && read.username === '' && read.password === '';
};

export const paperRules = defineRules(paper, {
  rules: [
    {
      id: 'PAP-01',
      sentence: 'A paper is kept at an address that begins with https:// and holds no user name or password.',
      breaches: ({ record: { address } }) =>
        isAddress(address)
          ? []
          : [
              {
                pointer: '/address',
                message: 'must be an address that begins with https://, without a user name or password',
              },
            ],
    },
  ],
});
