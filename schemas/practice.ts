/*
 * Programmes in which people practise (docs/meaning.md PROGRAMME-26): known by their id, so that whatever names one says it, nobody has to be
 * asked, and none becomes a real one.
 */

const practicePrefix = 'practice-';

export const isForPractice = (programmeId: string): boolean => programmeId.startsWith(practicePrefix);

/** @param id what the programme would be called were it a real one, at most 39 characters of it are kept */
export const practiceIdOf = (id: string): string => `${practicePrefix}${id.slice(0, 39).replace(/-+$/, '')}`;

/** The same where a real programme would be taken for one of practice: `practice-nurses` is `programme-practice-nurses`. */
export const realIdOf = (id: string): string =>
  isForPractice(id) ? `programme-${id.slice(0, 38).replace(/-+$/, '')}` : id;
