export const TIME_WORDS = {
  time: { zh: '时间', en: 'Time' },
} as const
