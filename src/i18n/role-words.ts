import type { Role } from '../core/schema/role.ts';
import type { Language } from './language.ts';

/** Whom a recommendation says to call, as its own words name them. */
export const roleWords: Readonly<Record<Language, Readonly<Record<Role, string>>>> = {
  da: {
    'emergency-department': 'Akutmodtagelsen',
    'trauma-call': 'Traumekald',
    'trauma-centre': 'Traumemodtagelsen',
    'hospital-on-call': 'Vagthavende på sygehuset',
    'spine-surgeon': 'Rygkirurg',
    neurosurgeon: 'Neurokirurg',
    'spine-department': 'Rygafdelingen',
    'thrombolysis-team': 'Trombolysevagten',
    'medical-department': 'Medicinsk afdeling',
    'infectious-diseases': 'Infektionsmedicinsk afdeling',
    'paediatric-department': 'Børneafdelingen',
    'child-head-injuries': 'Afdelingen for børn med hovedtraumer',
  },
  en: {
    'emergency-department': 'Emergency department',
    'trauma-call': 'Trauma call',
    'trauma-centre': 'Trauma centre',
    'hospital-on-call': 'Hospital doctor on call',
    'spine-surgeon': 'Spine surgeon',
    neurosurgeon: 'Neurosurgeon',
    'spine-department': 'Spine department',
    'thrombolysis-team': 'Thrombolysis team',
    'medical-department': 'Medical department',
    'infectious-diseases': 'Department of infectious diseases',
    'paediatric-department': 'Paediatric department',
    'child-head-injuries': 'Department for children with head injuries',
  },
};
