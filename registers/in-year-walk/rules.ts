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
          ...(directorate === undefined || directorates.some(({ id }) => id === directorate)
            ? []
            : [{ pointer: `/actions/${n}/directorate`, message: 'must be a directorate of the programme' }]),
          ...(objective === undefined || objectives.some(({ id }) => id === objective)
            ? []
            : [{ pointer: `/actions/${n}/objective`, message: 'must be an objective of the programme' }]),
        ]),
    },
  ],
  computed: (record) => {
    const { left, withoutFigure } = walked(record);
    return { left, withoutFigure };
  },
});
