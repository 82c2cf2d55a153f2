import { unknownIn } from '#domain/known-in-settings.ts';
import { defineRules } from '#domain/registers/define-rules.ts';
import { inYearWalk } from './record.ts';
import { walked } from './walked.ts';

export const inYearWalkRules = defineRules(inYearWalk, {
  rules: [
    {
      id: 'WLK-01',
      sentence: 'An action of an in-year walk is of a directorate and an objective that the programme has.',
      breaches: ({ record: { actions }, programme: { directorates, objectives = [] } }) =>
        actions.flatMap(({ directorate, objective }, n) => [
          ...unknownIn(`/actions/${n}/directorate`, directorate, directorates, 'a directorate'),
          ...unknownIn(`/actions/${n}/objective`, objective, objectives, 'an objective'),
        ]),
    },
  ],
  computed: (record) => {
    const { left, withoutFigure } = walked(record);
    return { left, withoutFigure };
  },
});
