import { dictionary } from '@hotline-atlas/ui/words/dictionary.ts';

/** Kinds of units, as packs name them. */
export const kindWords = dictionary<Record<string, string>>(
  {
    municipal_department: 'municipal departments',
    district_department: 'district departments',
    public_service: 'public-service enterprises',
    enterprise: 'public-service enterprises',
    agency: 'agencies',
    government: 'district and subdistrict governments',
  },
  {
    municipal_department: '市级部门',
    district_department: '区级部门',
    public_service: '公共服务企业',
    enterprise: '公共服务企业',
    agency: '机构',
    government: '区、街道/乡镇',
  },
);

/** What is counted, in the words of the field. */
export const measureWords = dictionary<Record<string, string>>(
  {
    appeals: 'appeals',
    dispatched: 'dispatched',
    visited: 'return-visited',
    excluded: 'excluded',
    contacted: 'contacted',
    resolved: 'resolved',
    satisfied: 'satisfied',
    on_time: 'closed by the due time',
    closed: 'closed',
    not_located: 'not located',
    contact_asked: 'asked whether the unit made contact',
    signed_in_time: 'signed for in time',
    returned: 'sent back by a unit',
    repeated: 'followed within 30 days by another of the same caller about the same topic',
  },
  {
    appeals: '诉求',
    dispatched: '派单',
    visited: '已回访',
    excluded: '剔除',
    contacted: '已联系',
    resolved: '已解决',
    satisfied: '满意',
    on_time: '按时办结',
    closed: '已办结',
    not_located: '未定位',
    contact_asked: '回访问及是否联系',
    signed_in_time: '按时签收',
    returned: '曾被退单',
    repeated: '30天内同一诉求人就同一分类再次反映',
  },
);

/** What a rate is a part of, in the words of the field. */
export const wholeWords = dictionary<Record<string, string>>(
  {
    appeals: 'all appeals',
    dispatched: 'those dispatched',
    visited: 'those return-visited',
    closed: 'those closed',
    contact_asked: 'those asked whether the unit made contact',
    resolution_asked: 'those asked whether it is resolved',
    satisfaction_asked: 'those asked whether they are satisfied',
    due: 'those with a due time that was met or had passed',
    sign_due: 'those signed for, or due to be',
    return_known: 'those of which it is known how often they came back',
    repeat_known: 'orders of a known caller and topic',
  },
  {
    appeals: '全部诉求',
    dispatched: '派单',
    visited: '已回访',
    closed: '已办结',
    contact_asked: '回访问及是否联系',
    resolution_asked: '回访问及是否解决',
    satisfaction_asked: '回访问及是否满意',
    due: '已按时办结或已到期',
    sign_due: '已签收或签收时限已到',
    return_known: '退单次数已知的工单',
    repeat_known: '诉求人和分类已知的工单',
  },
);
