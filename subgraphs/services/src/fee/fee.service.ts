import { isId, newId } from '@atbalsts/database';
import { type Context, mutate, type Payload, ProblemCode, problem, Refusal, refuse } from '@atbalsts/graphql';
import { refuseUnknownPerson } from '../external/person.ask.js';
import { holdPerson } from '../held.js';
import { Invalid, isBlank } from '../invalid.js';
import { knownByKey } from '../once-by-key.js';
import { serviceTypeByCode } from '../service-type/service-type.loader.js';
import { FeeAssessment, Invoice, Receipt } from './fee.entity.js';
import type { AssessFeeInput, RecordReceiptInput } from './fee.input.js';

/** Writes down what the income of a client was found to be. Refuses INVALID, NOT_FOUND, DUPLICATE where another one of the same day is there. */
export function assessFee(context: Context, input: AssessFeeInput): Promise<Payload<'feeAssessment', FeeAssessment>> {
  return mutate(context, 'feeAssessment', async () => {
    const { em, municipality } = context;
    const { personId, serviceType, from, monthlyIncome } = input;
    const problems = new Invalid().when(isBlank(input.evidence), 'evidence', 'Nav norādīts pamatojums.', 'It rests on nothing.').found;
    if (problems.length) throw new Refusal(problems);
    if (!(await context.load(serviceTypeByCode, serviceType))) {
      refuse(ProblemCode.NOT_FOUND, 'Šāda pakalpojuma nav.', 'There is no such service.', 'serviceType');
    }
    await refuseUnknownPerson(context, personId);
    await holdPerson(context, 'fee assessment', personId);
    const known = await em.findOne(FeeAssessment, { municipality, personId, serviceType, from });
    if (known && known.monthlyIncome === monthlyIncome && known.evidence === input.evidence.trim()) return known;
    if (known) throw new Refusal([duplicate], known);
    const assessment = em.create(FeeAssessment, {
      id: newId(),
      municipality,
      personId,
      serviceType,
      from,
      monthlyIncome,
      evidence: input.evidence.trim(),
      assessedBy: context.employee,
    });
    await em.flush();
    await context.audit.write(em, {
      action: 'fee.assess',
      personId,
      object: `feeAssessment:${assessment.id}`,
      fields: ['from', 'monthlyIncome'],
    });
    return assessment;
  });
}

const duplicate = problem(
  ProblemCode.DUPLICATE,
  'No šīs dienas ienākumi jau ir noteikti; norādiet citu dienu.',
  'An income is found from this day on already; name another day.',
  'from',
);

/** Records money that came, once for its key. Refuses INVALID, and NOT_FOUND for who has no invoice for the service. */
export function recordReceipt(context: Context, input: RecordReceiptInput): Promise<Payload<'receipt', Receipt>> {
  return mutate(context, 'receipt', async () => {
    const { em, municipality } = context;
    const { key, personId, serviceType, receivedOn, amount } = input;
    const problems = new Invalid()
      .when(isBlank(key), 'key', 'Atslēga ir tukša.', 'The key is empty.')
      .when(receivedOn > context.today, 'receivedOn', 'Nauda nevar būt saņemta nākotnē.', 'It cannot have come in the future.').found;
    if (problems.length) throw new Refusal(problems);
    const known = await knownByKey(
      context,
      Receipt,
      key,
      (one) =>
        one.personId === personId.toLowerCase() &&
        one.serviceType === serviceType &&
        one.receivedOn === receivedOn &&
        one.amount === amount,
    );
    if (known) return known;
    if (!(await hasInvoice(context, personId, serviceType))) {
      refuse(
        ProblemCode.NOT_FOUND,
        'Šai personai par šo pakalpojumu nav neviena rēķina.',
        'This person has no invoice for this service.',
        'personId',
      );
    }
    const receipt = em.create(Receipt, {
      id: newId(),
      municipality,
      key,
      personId: personId.toLowerCase(),
      serviceType,
      receivedOn,
      amount,
      reference: input.reference?.trim() || null,
      recordedBy: context.employee,
    });
    await em.flush();
    await context.audit.write(em, {
      action: 'receipt.record',
      personId,
      object: `receipt:${receipt.id}`,
      fields: ['amount', 'receivedOn'],
    });
    return receipt;
  });
}

async function hasInvoice({ em }: Context, personId: string, serviceType: string): Promise<boolean> {
  return isId(personId) && (await em.count(Invoice, { personId, serviceType })) > 0;
}
