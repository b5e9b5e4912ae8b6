/** As many readers as one item can have; the letters say it at a glance and the bench can show them side by side. */
export const maxReaders = 9
