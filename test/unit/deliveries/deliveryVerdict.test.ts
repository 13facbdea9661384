import assert from 'node:assert/strict';
import { outcomeSentences } from '../../../src/deliveries/outcomeText';
import type { Delivery, Outcome } from '../../../src/deliveries/wire/delivery';
import { type Grade, gradeOf, verdictOf } from '../../../src/deliveries/wire/deliveryVerdict';
import { answered } from '../../support/someDelivery';

type Signing = Delivery['signing'];
const refused: Outcome = { kind: 'fault', milliseconds: 1, fault: { kind: 'refused', host: 'h' } };

/** What was sent how, what came back, and what is said of it. */
const rows: [Signing, status: number, verdict: string, grade: Grade, said: RegExp, milliseconds?: number][] = [
  ['signed', 200, 'arrived', 'good', /^For Bitbucket, this delivery has arrived\. To see whether/],
  ['noSecret', 204, 'arrived', 'good', /arrived\. It was not signed: its target has no secret/],
  ['signed', 200, 'late', 'odd', /^Too late for Bitbucket/, 10_001],
  ['signed', 200, 'arrived', 'good', /arrived/, 10_000],
  ['wrong', 200, 'forgeryAccepted', 'odd', /^It accepted a wrong signature: anyone can send to it\./],
  ['unsigned', 202, 'forgeryAccepted', 'odd', /^It accepted a delivery without a signature: anyone can send/],
  ['wrong', 299, 'forgeryAccepted', 'odd', /anyone can send to it\..*Too late/, 20_000],
  ['wrong', 401, 'forgeryRefused', 'good', /^Refused, as it should be\.$/],
  ['unsigned', 403, 'forgeryRefused', 'good', /^Refused, as it should be\.$/],
  ['wrong', 401, 'forgeryRefused', 'odd', /^Refused, as it should be\. Too late/, 20_000],
  ['wrong', 400, 'forgeryRefused', 'good', /^Refused, as it should be, if it was because of the signature/],
  ['wrong', 422, 'forgeryRefused', 'good', /401 or 403 would say so/],
  ['wrong', 404, 'notThere', 'bad', /no deliveries at this address/],
  ['unsigned', 405, 'notThere', 'bad', /no deliveries at this address/],
  ['wrong', 413, 'refused', 'bad', /^The handler refused the delivery\./],
  ['wrong', 500, 'forgeryFailed', 'bad', /failed where it should have refused/],
  [
    'signed',
    401,
    'signatureRefused',
    'bad',
    /Either the secrets differ: .* parsed and written anew: verify .* recipe\. Bitb/,
  ],
  ['signed', 403, 'signatureRefused', 'bad', /Either the secrets differ/],
  ['noSecret', 401, 'signatureMissing', 'bad', /no secret here\. If it checks signatures, set the secret/],
  ['signed', 400, 'refused', 'bad', /^The handler refused the delivery\. Bitbucket would not try again\.$/],
  ['noSecret', 400, 'refused', 'bad', /^The handler refused the delivery\./],
  ['signed', 404, 'notThere', 'bad', /would not try again/],
  ['signed', 500, 'failed', 'bad', /^The handler failed\. Bitbucket would try again/],
  ['signed', 500, 'failed', 'bad', /^The handler failed\. Too late for Bitbucket, [^.]*\.$/, 10_001],
  ['signed', 302, 'redirected', 'odd', /points elsewhere/],
  ['wrong', 302, 'redirected', 'odd', /points elsewhere/],
  ['signed', 101, 'otherProtocol', 'odd', /another protocol/],
];

describe('The verdict on a delivery', () => {
  for (const [signing, status, verdict, grade, said, milliseconds = 5] of rows) {
    it(`is ${verdict} of ${status} after ${milliseconds} ms to what was sent as ${signing}`, () => {
      const judged = { signing, attempt: 1, outcome: answered({ status }, milliseconds) };
      assert.equal(verdictOf(judged), verdict);
      assert.equal(gradeOf(judged), grade);
      assert.match(outcomeSentences(judged).join(' '), said);
    });
  }

  it('never says of a late answer that it has arrived, or that Bitbucket would try or not try again', () => {
    for (const [signing, status] of rows) {
      const judged = { signing, attempt: 1, outcome: answered({ status }, 10_001) };
      const sentences = outcomeSentences(judged).join(' ');
      assert.match(sentences, /Too late/);
      assert.doesNotMatch(sentences, /has arrived|try again/);
    }
  });

  it('says after the last attempt that there is no other', () => {
    const judged = { signing: 'signed', attempt: 3, outcome: answered({ status: 503 }) } as const;
    assert.match(outcomeSentences(judged).join(' '), /would not try again: this was its last attempt/);
  });

  it('is that of the connection where there is no answer, whatever was sent', () => {
    for (const signing of ['signed', 'wrong', 'unsigned', 'noSecret'] as const) {
      assert.equal(gradeOf({ signing, attempt: 1, outcome: refused }), 'bad');
      const cancelled: Outcome = { kind: 'fault', milliseconds: 1, fault: { kind: 'cancelled' } };
      assert.equal(gradeOf({ signing, attempt: 1, outcome: cancelled }), 'cancelled');
    }
  });
});
