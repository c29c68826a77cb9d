import type { Localized } from './localized.ts';

/**
 * The standard values of the field's own vocabulary: the same in every city. Sources map their words onto
 * these; a value that is not known is the empty string everywhere, and is never counted as anything else.
 */
export const standardValues = {
  kind: {
    consultation: { en: 'Consultation', zh: '咨询' },
    request: { en: 'Request', zh: '求助' },
    complaint: { en: 'Complaint', zh: '投诉' },
    report: { en: 'Report', zh: '举报' },
    suggestion: { en: 'Suggestion', zh: '建议' },
    praise: { en: 'Praise', zh: '表扬' },
  },
  appellant: {
    citizen: { en: 'Citizen', zh: '市民' },
    enterprise: { en: 'Enterprise', zh: '企业' },
  },
  channel: {
    phone: { en: 'Phone', zh: '电话' },
    web: { en: 'Web', zh: '网站' },
    app: { en: 'App', zh: '客户端' },
    wechat: { en: 'WeChat', zh: '微信' },
    weibo: { en: 'Weibo', zh: '微博' },
    sms: { en: 'SMS', zh: '短信' },
    letter: { en: 'Letter', zh: '信件' },
    other: { en: 'Other network', zh: '其他网络' },
  },
  urgency: {
    '2h': { en: '2 hours', zh: '2小时' },
    '24h': { en: '24 hours', zh: '24小时' },
    '7d': { en: '7 days', zh: '7天' },
    '15d': { en: '15 days', zh: '15天' },
  },
  status: {
    received: { en: 'Received', zh: '已受理' },
    dispatched: { en: 'Dispatched', zh: '已派单' },
    in_progress: { en: 'In progress', zh: '办理中' },
    reopened: { en: 'Reopened', zh: '重办' },
    closed: { en: 'Closed', zh: '已办结' },
  },
  handling: {
    direct: { en: 'Answered directly', zh: '直接答复' },
    dispatched: { en: 'Dispatched', zh: '派单' },
  },
  location_quality: {
    point: { en: 'Point', zh: '点位' },
    swapped: { en: 'Point, coordinates were swapped', zh: '点位（经纬度曾颠倒）' },
    area: { en: 'Area only', zh: '仅到辖区' },
    outside: { en: 'Outside the city', zh: '在市域之外' },
    none: { en: 'Not located', zh: '未定位' },
  },
  due_state: {
    closed: { en: 'Closed', zh: '已办结' },
    overdue: { en: 'Overdue', zh: '超期未办结' },
    due_today: { en: 'Due today', zh: '今日到期' },
    due_soon: { en: 'Due within three days', zh: '三日内到期' },
    due_later: { en: 'Due later', zh: '三日后到期' },
    no_limit: { en: 'Open, no time limit', zh: '未办结，无时限' },
    '': { en: 'No order', zh: '非派单诉求' },
  },
  answer: {
    yes: { en: 'Yes', zh: '是' },
    no: { en: 'No', zh: '否' },
  },
} as const satisfies Record<string, Record<string, Localized>>;

export type StandardField = keyof typeof standardValues;

/** How the unknown value of a dimension is called. */
export const unknownLabel: Localized = { en: 'Unknown', zh: '未知' };
