import * as z from 'zod';
import type { FormValues } from '../forms/form-values.ts';
import { apiChainPath, programmePath } from './paths.ts';
import { type Api, asking, orNothing } from './question.ts';
import type { At, Reply, Screen } from './screen.ts';

const Name = z.object({ record: z.object({ name: z.string() }) });

const askName = async ({ params: { programmeId = '' } }: At, api: Api): Promise<string | undefined> => {
  const found = await api.ask(orNothing(asking(apiChainPath({ programme: programmeId }), Name)));
  return found?.answer.record.name;
};

const naming = (reply: Reply, { params: { programmeId = '' } }: At, name: string | undefined): Reply => {
  if (reply.kind !== 'page' || name === undefined) return reply;
  const to = programmePath(programmeId);
  const crumbs = reply.page.crumbs.map((crumb) => (crumb.to === to ? { text: name, to } : crumb));
  return { ...reply, page: { ...reply.page, crumbs } };
};

/** A screen below a review says in its breadcrumbs what the programme is called: asked for beside what the screen asks. */
export const namingProgramme = (screen: Screen): Screen => {
  if (!screen.path.includes('{reviewId}')) return screen;
  const { open, send } = screen;
  return {
    ...screen,
    open: async (at, api) => {
      const [reply, name] = await Promise.all([open(at, api), askName(at, api)]);
      return naming(reply, at, name);
    },
    ...(send === undefined
      ? {}
      : {
          send: async (at: At, api: Api, sent: FormValues) => {
            const reply = await send(at, api, sent);
            return reply.kind === 'page' ? naming(reply, at, await askName(at, api)) : reply;
          },
        }),
  };
};
