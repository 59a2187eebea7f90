import { textField } from '../../../platform/cards/field.ts';
import { ownerName, targetBodyName } from '../cards/case-words.ts';
import type { ContactPerson } from '../domain/case.ts';
import { nameContactPersons } from '../domain/contact-persons.ts';
import type { Party } from '../domain/vocabulary.ts';
import { decided, defineAction, formContent, type FormContext } from './form-action.ts';

type FormFacts = Pick<FormContext, 'c' | 't'>;

// What the form fills in when nobody has typed an organisation yet.
function organisationOf({ c, t }: FormFacts, party: Party): string {
  const known = party === 'owner' ? ownerName(c.owner, t) : targetBodyName(c.basics.targetBody);
  return c.contactPersons[party]?.organisation ?? known;
}

function fields({ c, t }: FormContext) {
  const words = t.contactPerson;
  const name = (party: Party) =>
    textField(false, {
      label: words[`${party}Name`],
      problem: words.nameProblem,
      initial: c.contactPersons[party]?.name ?? '',
    });
  const organisation = (party: Party) =>
    textField(false, {
      label: words[`${party}Organisation`],
      problem: words.organisationProblem,
      initial: organisationOf({ c, t }, party),
    });
  const contact = (party: Party) =>
    textField(false, {
      label: words[`${party}Contact`],
      hint: words.contactHint,
      problem: words.contactProblem,
      initial: c.contactPersons[party]?.workContact ?? '',
      privacy: 'workContact',
    });
  return {
    ownerName: name('owner'),
    ownerOrganisation: organisation('owner'),
    ownerContact: contact('owner'),
    authorityName: name('authority'),
    authorityOrganisation: organisation('authority'),
    authorityContact: contact('authority'),
  };
}

// An organisation that was already in the form does not yet make a person.
function personOf(facts: FormFacts, party: Party, person: ContactPerson): ContactPerson | null {
  const isTyped = person.name !== '' || person.workContact !== '';
  const isOtherOrganisation = person.organisation !== '' && person.organisation !== organisationOf(facts, party);
  return isTyped || isOtherOrganisation ? person : null;
}

/** S0-56: one contact person per party, both in one form; emptying a party's name and contact removes its person. */
export const contactPersonAction = defineAction({
  name: 'contactPerson',
  form: (context) =>
    formContent({
      title: context.t.contactPerson.title,
      intro: context.t.contactPerson.intro,
      fields: fields(context),
      notices: [{ tone: 'info', text: context.t.contactPerson.consent }],
    }),
  decide(c, values, { t }) {
    const { ownerName: name, ownerOrganisation: organisation, ownerContact: workContact } = values;
    const owner = personOf({ c, t }, 'owner', { name, organisation, workContact });
    const authority = personOf({ c, t }, 'authority', {
      name: values.authorityName,
      organisation: values.authorityOrganisation,
      workContact: values.authorityContact,
    });
    return decided(nameContactPersons(c, { owner, authority }), t.contactPerson.said);
  },
});
