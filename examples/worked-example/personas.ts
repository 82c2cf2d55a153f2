import type { Persona } from '../step.ts';

// Posts of a council that does not exist.
const post = (role: Persona['role'], subject: string, name: string): Persona => ({ role, subject, name });

export const office = post('programme-office', 'programme-office-manager', 'Programme office manager');
export const team = post('transformation-team', 'transformation-lead', 'Transformation lead');
export const finance = post('finance', 'finance-business-partner', 'Finance business partner');
export const assurance = post('assurance', 'head-of-programme-assurance', 'Head of programme assurance');

export const sros = {
  adults: post('sro', 'director-of-adult-social-care', 'Director of Adult Social Care'),
  children: post('sro', 'director-of-education-and-skills', 'Director of Education and Skills'),
  place: post('sro', 'director-of-highways-and-waste', 'Director of Highways and Waste'),
  growth: post('sro', 'director-of-growth-and-environment', 'Director of Growth and Environment'),
  resources: post('sro', 'director-of-corporate-resources', 'Director of Corporate Resources'),
  customer: post('sro', 'director-of-customer-and-communities', 'Director of Customer and Communities'),
} as const;
export type SroName = keyof typeof sros;
