import fc from 'fast-check';
import { maskIdNumber, maskName, maskPhone } from './mask';

describe('遮住大部分', () => {
  test.each([
    ['张三', '张**'],
    ['张小三', '张**'],
    ['张 三', '张**'],
    ['欧阳小美', '欧阳**'],
    ['欧阳', '欧**'],
    ['买买提·阿不都', '买**'],
    ['𠮷田', '𠮷**'],
    ['样例张三', '样例**'],
    ['张', '**'],
    ['', '**'],
    ['John Smith', 'J**'],
  ])('%s → %s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });

  test('证件号和手机号', () => {
    expect(maskIdNumber('50024219900307001X')).toBe('5****************X');
    expect(maskPhone('13812341234')).toBe('138****1234');
  });

  test('不是这个长度的，一个字也不露', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        if (text.length !== 18) expect(maskIdNumber(text)).toBe('*'.repeat(18));
        if (!/^\d{11}$/.test(text)) expect(maskPhone(text)).toBe('*'.repeat(11));
      }),
    );
  });
});
