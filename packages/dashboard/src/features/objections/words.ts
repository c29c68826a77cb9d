import type { ObjectionReason, ObjectionState } from '@hotline-atlas/model';
import { dictionary } from '@hotline-atlas/ui/words/dictionary.ts';

/** Words of objections. */
export const objectionWords = dictionary(
  {
    make: 'Object',
    makeTo: (month: string) => `Object to its evaluation in ${month}`,
    title: (month: string) => `Object to what ${month} counts`,
    order: 'Number of the order',
    unit: 'For whom it is made',
    reason: 'Reason',
    text: 'What is wrong, and what shows it',
    textHint: 'It is read by those who decide, and stays on record.',
    send: 'Object',
    cancel: 'Cancel',
    made: 'The objection is made.',
    meanwhile: 'The month has changed meanwhile. What you see now is new: look, and send again.',
    reasons: {
      not_ours: 'Not our order',
      duplicate: 'Duplicate of another order',
      outside_authority: 'Outside our authority',
      was_resolved: 'The matter was resolved',
      other_matter: 'The answer was about another matter',
      other: 'Another reason',
    } as Record<ObjectionReason, string>,
    states: {
      open: 'open',
      upheld: 'upheld',
      rejected: 'rejected',
      withdrawn: 'withdrawn',
    } as Record<ObjectionState, string>,
  },
  {
    make: '提出申诉',
    makeTo: (month) => `对其在${month}考评中的计算提出申诉`,
    title: (month) => `对${month}考评提出申诉`,
    order: '工单编号',
    unit: '申诉对象',
    reason: '申诉理由',
    text: '问题与依据',
    textHint: '供审核人员阅读，并永久留存。',
    send: '提交申诉',
    cancel: '取消',
    made: '申诉已提交。',
    meanwhile: '本月状态已变更，所示为最新内容，请查看后重新提交。',
    reasons: {
      not_ours: '非本单位工单',
      duplicate: '与其他工单重复',
      outside_authority: '超出职责范围',
      was_resolved: '问题已解决',
      other_matter: '回访所答为其他事项',
      other: '其他理由',
    },
    states: { open: '待审核', upheld: '成立', rejected: '不成立', withdrawn: '已撤回' },
  },
);
