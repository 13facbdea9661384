// How languages write a number that they have read from JSON, found out with Python 3.11, PHP 8.2 and Go 1.19.

const isInteger = (digits: string) => /^-?\d+$/.test(digits);

/** The shortest digits that give the same number again, on which all languages agree; only their form differs. */
function shortest(digits: string): { sign: string; mantissa: string; exponent: number } {
  const [, sign = '', mantissa = '', exponent = ''] = /^(-?)(.+)e(.+)$/.exec(Number(digits).toExponential()) ?? [];
  return {
    sign: Object.is(Number(digits), -0) ? '-' : sign,
    mantissa: mantissa.replace('.', ''),
    exponent: Number(exponent),
  };
}

/** Neither in powers of ten, nor without a point. */
function decimal(digits: string): string {
  const { sign, mantissa, exponent } = shortest(digits);
  if (exponent < 0) {
    return `${sign}0.${'0'.repeat(-exponent - 1)}${mantissa}`;
  }
  const whole = mantissa.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  return `${sign}${whole}.${mantissa.slice(exponent + 1) || '0'}`;
}

export const javaScriptNumber = (digits: string) => JSON.stringify(Number(digits));

/** As JavaScript, as Go's sources say, but for zero with a sign. */
export const goNumber = (digits: string) => (Object.is(Number(digits), -0) ? '-0' : javaScriptNumber(digits));

/** Whole numbers are as long as they are; `float.__repr__` has powers of ten from 1e16 on, with two digits at least. */
export function pythonNumber(digits: string): string {
  if (isInteger(digits)) {
    return digits === '-0' ? '0' : digits;
  }
  const { sign, mantissa, exponent } = shortest(digits);
  if (exponent >= -4 && exponent < 16) {
    return decimal(digits);
  }
  const point = mantissa.length > 1 ? `${mantissa.charAt(0)}.${mantissa.slice(1)}` : mantissa;
  return `${sign}${point}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}

/** Whole numbers of 64 bits are as they are; others have powers of ten from 1.0e+17 on, or under 0.0001. */
export function phpNumber(digits: string, hasZeroFraction: boolean): string {
  if (isInteger(digits) && digits.length <= 20 && BigInt.asIntN(64, BigInt(digits)) === BigInt(digits)) {
    return digits === '-0' ? '0' : digits;
  }
  const { sign, mantissa, exponent } = shortest(digits);
  if (exponent >= -4 && exponent < 17) {
    const text = decimal(digits);
    return hasZeroFraction ? text : text.replace(/\.0$/, '');
  }
  return `${sign}${mantissa.charAt(0)}.${mantissa.slice(1) || '0'}e${exponent < 0 ? '' : '+'}${exponent}`;
}
