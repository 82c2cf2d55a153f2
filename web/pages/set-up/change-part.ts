import * as z from 'zod';
import { Programme } from '#schemas/programme.ts';
import { paragraph } from '../../design/blocks.ts';
import { recordOf } from '../../forms/record-of.ts';
import { valuesOf } from '../../forms/record-values.ts';
import { html } from '../../html.ts';
import { formScreen } from '../form-screen.ts';
import { correctProgramme } from '../history/correct-chain.ts';
import { askChanges } from '../history/history.ts';
import { apiChainPath, programmePath, programmesPath, setUpPath } from '../paths.ts';
import { asking, orNothing } from '../question.ts';
import { formOfRecord, nameOfField, withItems } from '../registers/record-form.ts';
import { byId } from '../registers/shown-value.ts';
import type { At, Screen } from '../screen.ts';
import { chosenByName, partNamed, partsOfSetUp } from './parts.ts';
import { askSettings, type ProgrammeSettings, programmeIn, setUpCrumbs } from './set-up-at.ts';

const partAt = ({ params: { part = '' } }: At) => partNamed(part);
const fieldsAt = (at: At) => partAt(at)?.fields ?? [];

const Baselines = z.object({ items: z.array(z.object({ id: z.string(), record: z.object({ title: z.string() }) })) });
const Versions = z.object({ mtfps: z.array(z.object({ id: z.string(), name: z.string() })).default([]) });
interface Asked {
  readonly programme: ProgrammeSettings;
  readonly baselines: z.infer<typeof Baselines> | null;
}

/** The fields of the form, with what may be chosen in each. */
const fieldsShown = (at: At, { programme, baselines }: Asked) =>
  chosenByName(fieldsAt(at), {
    mtfpInUse: Versions.parse(programme.record).mtfps,
    comparedWith: (baselines?.items ?? []).map(({ id, record }) => ({ id, name: record.title })),
  });

/** The field of a fault, by the field's own name: of what is within a list or a group, where it is. */
const faultsOf = (at: At, issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]) =>
  new Map(
    issues.map(({ path, message }) => [path.length === 0 ? (fieldsAt(at)[0]?.name ?? '') : path.join('/'), message]),
  );

/** Changes a part of a programme's settings; what its form does not ask for stays. */
export const changePart: Screen = formScreen({
  path: `${programmesPath}/{programmeId}/set-up/{part}`,
  roles: ['programme-office'],
  asks: (at) => ({
    programme: askSettings(at),
    baselines: orNothing(
      asking(`${apiChainPath({ programme: programmeIn(at) })}/named-baselines`, Baselines, { limit: '200' }),
    ),
  }),
  versionOf: 'programme',
  dates: 'now',
  late: {
    screen: correctProgramme,
    of: (at) => programmePath(programmeIn(at)),
    line: (at) => askChanges(at, 'programme', programmeIn(at)),
  },
  start: ({ programme }, at) => valuesOf(fieldsAt(at), programme.record),
  nameOf: nameOfField(partsOfSetUp.flatMap(({ fields }) => fields)),
  show: ({ programme, baselines }, at, filled) => ({
    title: partAt(at)?.title ?? 'Programme set-up',
    caption: programme.record.name,
    crumbs: [...setUpCrumbs(at, programme), { text: 'Set-up', to: setUpPath(programmeIn(at)) }],
    body:
      partAt(at) === undefined
        ? paragraph('There is no such part of the settings.')
        : html`${formOfRecord({
            fields: fieldsShown(at, { programme, baselines }),
            at,
            filled,
            named: { nameOf: byId, optionsOf: () => [] },
            cancel: setUpPath(programmeIn(at)),
          })}`,
  }),
  decide: (values, at, { programme, baselines }, { which }) => {
    const again = withItems(values, which);
    if (again !== undefined) return { kind: 'again', values: again };
    const read = recordOf(fieldsShown(at, { programme, baselines }), values, programme.record);
    if (read.faults.size > 0) return { kind: 'faults', faults: read.faults };
    const record = Programme.safeParse(read.record);
    if (!record.success) return { kind: 'faults', faults: faultsOf(at, record.error.issues) };
    return {
      kind: 'send',
      sending: { method: 'PUT', path: apiChainPath({ programme: programmeIn(at) }), body: record.data },
    };
  },
  done: (at) => ({ path: setUpPath(programmeIn(at)), notice: `${partAt(at)?.title ?? 'It'}: saved.` }),
});
