/** Tasks whose readers can be asked the same a second time with the responses the other way round, since what they say is of one side. */
export const asksTwice = (task: string): boolean => task === 'preference'
